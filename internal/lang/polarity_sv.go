package lang

func addSwedishPolarity(l *Language) {
	l.negative = []string{"o", "icke", "non"}
	l.polarity = polarity(l.Negations,
		`utan, knappt, knappast, sällan, sakna*, brist*, *brist, misslyck*, vägra*, neka*, förneka*, undvik*, undvek, förhindra*, hindra*, förbjud*, förbud*, slipp*, slapp, låt bli, låter bli, låta bli, avstå*, upphör*, sluta*, frånvaro*, förutom, utom, undantag*,
		såvida, oavsett, *lös, *löst, *lösa, *fri, *fritt, *fria, i stället, istället, fel, fela*, inaktiv*, inkorrekt*, inkonsekven*, ineffektiv*, intoleran*, imperfekt*, irrelevan*, irregul*, illegal*, illegit*, indirekt*, informell*, invalid*,
		avvisa*, avslå*, avböj*, uteslut, utesluta, utesluter, utesluts, utesluten, uteslutet, uteslutna, uteslöt, uteslutning*, utelämna*, ignorera*, strunta*, hoppa över, tappa*, förlor*, förlust*, motsätt*, motsatt*, motsats*, blocker*, stopp*, glöm*, kom ihåg, avråd*, misstro*, missbruk*, missförst*, missnöj*, vilseled*, missgynn*,
		tom, tomt, tomma, försum*, utebli*, uteblev, avskaff*, befria*, befri*, undgå*, undgick, undantas, undantag*, vare sig, undslipp*, nej, nackdel*, icke-*, avsak*, förebygg*, motverka*, avaktiver*, inställ*, skona*`,
		`uteslutande, endast, bara, enbart, först, alltför, snarare, ännu, mot, trots, annars, annan, annat, andra, olik*, skilj*, få, färre, föga, lite, mindre, för att, inskränk*, begräns*, spärr*, oro*, tvek*, varna*, minus, svår*, dålig*, dåligt, kvar, bort, bortsett,
		borta, senast, högst, men, enda, noll*, om, även, liten, små, litet, problem*, än, tills, mån*, lämna*, ta bort, radera*`,
		`förrän`,
		`inte bara, inte enbart, inte endast, inte minst, inte ens, om inte, eller inte, inte förrän, inte mer än, inte mindre än, inte fler än, inte färre än, inte senare än, varför inte, inte sant, för att inte, ingen orsak, inget problem, ingen roll, inte heller,
		inte alltför, inte ovanligt, inte sällan, ja eller nej, inte nödvändigtvis, glöm inte, tveka inte, oroa dig inte, ingen annan, inget annat, inte så mycket, inga problem, inte oväntat, inte mycket, inte många, inte särskilt, inte så, inte stort, inte stor, inte långt, inte konstigt, inte går jämnt, går inte jämnt`)
}
