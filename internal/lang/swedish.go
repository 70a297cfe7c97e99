package lang

import "strings"

// newSwedish follows Svenska skrivregler (Språkrådet 2017) and the Interinstitutional
// Style Guide of the EU, part four.
func newSwedish() *Language {
	l := &Language{
		Code:         "sv",
		Name:         "Swedish",
		Decimal:      ',',
		PercentSpace: true,
		Groups:       []rune{'\u00a0', '\u202f', '\u2009', ' '},
		Quotes:       []QuotePair{{"”", "”"}, {"»", "»"}, {"»", "«"}, {`"`, `"`}},
		InnerQuotes: []QuotePair{
			{"’", "’"}, {"'", "'"},
		},
		ReferenceHeadings: []string{
			"referenser", "referens", "referenslista", "referenslitteratur", "referenser och noter", "noter och referenser",
			"källor", "källa", "källförteckning", "källhänvisningar", "källhänvisning", "källor och referenser", "referenser och källor",
			"källor och litteratur", "litteratur", "litteraturförteckning", "litteraturlista", "litteraturreferenser", "litteraturhänvisningar",
			"bibliografi", "citerade verk", "citerad litteratur", "anförd litteratur", "noter", "fotnoter", "slutnoter",
			"vidare läsning", "vidareläsning", "läs vidare", "läs mer", "lästips", "fördjupning", "ytterligare läsning", "rekommenderad läsning",
			"vetenskapliga referenser",
		},
		FunctionWords: set(swedishFunctionWords),
		DoubleWords:   set(`som det är var hade så där här mycket många aldrig igen länge långt fort ja nej jo hej usch oj`),
		Months:        citations["sv"].Months,
		Weekdays:      []string{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
		dates:         dateRules{of: set("i"), endings: strings.Split(" en ens ar arna arnas s skväll skvällen skvällar smorgon smorgonen smorgnar snatt snatten seftermiddag seftermiddagen sförmiddag", " ")},
		Negations:     phrases(`inte, ej, icke, aldrig, ingen, inget, inga, ingenting, ingenstans, ingalunda, varken, intet, ingendera`),
		Quantifiers: quantifiers(map[Relation]string{
			MoreThan: ">, mer än, fler än, flera än, över, större än, högre än, äldre än, längre än, senare än, mera än, drygt, överstiger, överstigande, överskrider",
			LessThan: "<, mindre än, färre än, under, lägre än, yngre än, kortare än, tidigare än, understiger, understigande, underskrider",
			AtLeast:  "≥, >=, minst, åtminstone, inte mindre än, inte färre än, lägst, tidigast, ett minimum av, eller mer, eller fler, eller äldre, från, från och med, fr.o.m.",
			AtMost:   "≤, <=, högst, som mest, upp till, upp emot, maximalt, max, max., inte mer än, inte fler än, ej över, eller mindre, eller färre, eller yngre, senast, till och med, t.o.m.",
			About:    "cirka, ca, ca., omkring, ungefär, runt, kring, uppskattningsvis, i genomsnitt, circa, c:a, något",
			Nearly:   "nästan, närmare, knappt, nära, bortåt, strax under, inte riktigt",
			Exactly:  "exakt, precis, bara, endast, blott, sammanlagt, totalt",
		}),
		labels: set(`vitamin hepatit plan typ klass grupp del avsnitt bilaga modell alternativ figur fig tabell tab steg fas stadium kapitel ruta
			kategori grad nivå punkt fråga scenario version variant krig krigen världskriget akt serie linje enhet studie ekvation exempel fall nummer
			not volym artikel rad sida regel form koenzym faktor stam experiment sats lag paragraf moment`),
		evidence: evidence{
			letters: "åäö",
			endings: endingTree(`itet iteten iteter het heten heter ning ningen ningar ningarna ningars skap skapen skaper ande anden ende enden
				else elsen elser isk iska iskt lig liga ligt ligen erna arna orna ade ades ering eringen eringar ologi ologin ik iv iva ivt
				bart samt gt kt nden iserad iserade erad erade inna aren arens`),
			table: swedishGrams,
		},
		speech: set(`sade sa säger frågade frågar svarade svarar ropade skrek viskade tillade fortsatte förklarade skrev berättade utbrast
			mumlade tänkte undrade krävde menade menar konstaterade påpekade hävdade`),
	}
	addSwedishAbbreviations(l)
	addSwedishNumbers(l)
	addSwedishUnits(l)
	addSwedishSenses(l)
	addSwedishPolarity(l)
	return l
}

func addSwedishAbbreviations(l *Language) {
	l.Abbreviations, l.abbreviations = abbreviations(
		// Something always follows.
		`t.ex tex bl.a bla dvs d.v.s s.k sk f.d fd fr.o.m from.o t.o.m tom.o p.g.a pga m.a.o i.e jfr jmf resp ca c:a cirka. kl inkl exkl exv ev
		f.n fn f.ö i.o.m m.h.a mha m.t.p m.b.t n.b o.dyl.s s.a.s sas u.a u.p.a p.s ang angl anv bet betr bif dr doc e.d föreg följ förf forts gm
		g.m hr fru. h.k.h h.m h.k kungl leg lic prof ordf s:t s:ta sta st:a tf t.f urspr vard vd.a v.g övers övr äv adj adv ben fil.dr fil.mag
		fil.kand fil.lic med.dr jur.kand tekn.dr tekn.lic ekon.dr leg.läk överst.lt cit def div ff.a f.v.b fhv mr mrs ms i.st.f ist.f eng sv.övers
		lat fr.a ty.s bl.annat motsv inv.nr reg.nr org.nr tel.nr art.nr anl e.g vs`,
		// Usually the last word when a capital follows.
		`etc osv o.s.v m.m mm m.fl mfl o.d o.dyl e.dyl u.ä s.å t.v t.h ö.h n.b.o v.v o.a u.s f.m e.m fm em v.t ff f.f d.s d:o milj mn mdr mkr
		mdkr sek tkr ggr st kr tim f.v.t e.v.t f.kr e.kr fkr ekr omkr. pers tr o.k m.v u.d`,
		// A name or a title may follow.
		`al d.y d.ä jr sr max obs ex red utg uppl suppl omr avd inc ltd co corp u.s u.k u.n d.c ph.d m.d cm.s eds
		engl sci natl acad proc biol chem phys psychol psychiatry neurosci clin pharmacol physiol lett comput environ educ technol theor appl
		nutr immunol oncol neurol epidemiol microbiol bull n.y`,
		// Abbreviations only before a number, words or parts of words otherwise.
		`nr nris nrs no s ss sid sidd kap fig tab bil art par mom st.nr bd vol h årg ref tel tfn ekv avsn sekt v p pp pkt reg min f d l
		jan feb febr mar apr maj jun jul aug sep sept okt nov dec mån tis tisd ons onsd tors torsd fre fred lör lörd sön sönd lag prop sou dnr not n q`,
	)
}

const swedishFunctionWords = `och att det som i en på är av för med den till ett de inte har om var vid eller kan från man så sig men då när
	under hade ska skulle efter nu bli blir mot även där också vara sin sina sitt detta denna dessa dem han hon vi jag ni du oss er mig dig
	hans hennes deras vår vårt våra min mitt mina din ditt dina mycket många mer mest något någon några inga ingen inget alla allt hela varje
	annan annat andra sedan här hur vad vilken vilket vilka varför därför eftersom medan innan utan mellan genom över enligt samt både
	antingen varken ju väl bara endast redan ännu alltid aldrig ofta ibland igen sådan sådant sådana samma själv vars dock dessutom emellertid
	således alltså däremot följaktligen nämligen fast fastän trots kring bland hos åt ur ute upp ned ner ut in fram bort tillbaka kunde måste
	bör borde får fick vill ville finns fanns blev blivit varit haft går gick kommer kom gör gjorde tar tog ger gav enbart ungefär ganska
	inom utom ovan nedan per via utifrån istället i stället än ens lika dels såväl likaså liksom snarare vidare slutligen först sist idag
	igår imorgon nästa olika genom kanske egentligen faktiskt särskilt främst framför bakom dit hit vem ingenting någonting allting sade sa säger säga se ser just`
