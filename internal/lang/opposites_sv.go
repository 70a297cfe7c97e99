package lang

func addSwedishSenses(l *Language) {
	l.senses = opposites(map[string]opposite{
		"increase": {
			`öka, ökar, ökade, ökat, ökad, ökande, ökning, ökningen, ökningar, ökas, ökades, stiger, steg, stigit, stigande, stiga, höja, höjer, höjde, höjt, höjs, höjdes, höjas, höjning, höjningen,
			växa, växer, växte, vuxit, växande, tillväxt, tillväxten`,
			`mer, mera, fler*, hög*, upp*, förbättr*, stärk*, förstärk*, utök*, utvidg*, expand*, expans*, tillta*, tilltog*, förhöj*, *ökning, *ökningar, *ökningen, stör*, förläng*, läng*, fördubbl*,
			ytterligare, bygg*, främja*, höj*, lyft*, väx*, *höjning, *tillväxt, maxim*, stegr*, *ökande, bättre, extra, gynn*, accel*, stimul*`,
			`minska, minskar, minskade, minskat, minskad, minskande, minskas, minskades, minskning, minskningen, minskningar, sjunka, sjunker, sjönk, sjunkit, sjunkande, sänka, sänker, sänkte, sänkt, sänks, sänktes, sänkas,
			sänkning, sänkningen`,
			`färre, mindre, låg*, läg*, ned*, ner*, fall*, föll, försämr*, försvag*, dämpa*, begräns*, mildra*, lindra*, minim*, krymp*, besparing*, spar*, kort*, förkort*, reducer*, avta*, avtog*, *minskning, *minskningen,
			*sänkning, *sänkt, *sänkande, tapp*, förlor*, förlust*, små*, smal*, svag*, bromsa*, undvik*, förebygg*, motverk*, slipp*, lätt*, minsk*, sänk*, gick ned, gått ned, urholk*, utarm*, dal*, ebba*`,
		},
		"more": {
			"mer än, fler än, flera än, mera än, större än, högre än, överstiger, översteg, överstiga, överskrider, överskred, överskrida",
			`mer, mera, mest*, fler*, över*, större, högre, drygt, minst, äldre, längre, utöver, bortom, åtminstone, upp*, dyrare, förbi, starkare, än, efter, närmare`,
			"mindre än, färre än, färre, lägre än, understiger, understeg, understiga, underskrider",
			`mindre, under*, lägre, kortare, yngre, högst, max*, knappt, inom, inte, ej, upp till, bara, endast, få, lite*, billigare, innan, före, nästan, närmare, minst, blott, icke`,
		},
		"minimum": {
			"minst, åtminstone, lägst, minimum",
			"minim*, från, eller mer, eller fler, inte mindre, ej under, mer än, fler än, över, minsta, lägsta, tidigast*, drygt, mer, längre, äldre, större, uppåt, fr.o.m",
			"högst, som mest, maximalt, max, upp till, maximum, inte mer än, inte fler än, inte längre än",
			`maxim*, max*, inom, senast*, till och med, under, mest*, högsta, upp, mindre, färre, gräns*, tak*, störst*, längst*, fram till, t.o.m, inte mer, inte överstig*, överst*, ej över*`,
		},
		"high": {
			"hög, högt, höga, högre, högst, högsta",
			"hög*, topp*, övre, stor*, störr*, störs*, stark*, dyr*, kraftig*, upp*, *hög, *höga, *högt, *högre, stig*, steg, ök*, höj*, över*, mer, mest*, tung*, ljud*",
			"låg, lågt, låga, lägre, lägst, lägsta",
			"låg*, läg*, under*, ned*, ner*, lit*, små*, svag*, dålig*, billig*, undre, kort*, sänk*, sjunk*, sjönk, minsk*, botten*, fall*, föll, mindre, minst*, *låg, *låga, *lågt, grund*, få*, tyst*",
		},
		"better": {
			"bättre, bäst, bästa, förbättra, förbättrar, förbättrade, förbättrat, förbättrad, förbättras, förbättring, förbättringar",
			"god*, bra, förbättr*, stark*, väl, fin*, gynn*, förmånlig*, öka*, höj*, optim*, uppgrader*, främj*, mer, stärk*, förstärk*, utveckl*, åtgärd*, bäst*",
			"sämre, sämst, sämsta, värre, värst, värsta, försämra, försämrar, försämrade, försämrat, försämras, försämring, förvärra, förvärrar, förvärrade",
			"dålig*, svag*, illa, försvag*, skad*, låg*, läg*, mindre, minsk*, nedsatt*, inte, allvarlig*, svår*, ej, fel*, försäm*, förvärr*",
		},
		"fast": {
			"snabb, snabbt, snabba, snabbare, snabbast, snabbaste, fort, fortare",
			"snabb*, rask*, skynd*, accelerer*, hastig*, genast, omedelbar*, omgående, kvick*, snar*, kort*, tidig*, direkt, hög*, effektiv*, smidig*, tempo",
			"långsam, långsamt, långsamma, långsammare, sakta, trög, trögt",
			"långsam*, trög*, fördröj*, seg*, sen*, lång*, gradvis, lugn*, låg*, dröj*, försen*, successivt, stegvis, stillsam*",
		},
		"often": {
			"ofta, oftast, vanligen, vanligtvis",
			"vanlig*, många, frekvent*, mycket, regelbund*, brukar, bruka*, gärna, oftare, alltid, i allmänhet, normalt, typisk*, mest*, för det mesta, generellt, flesta, återkommande, i regel",
			"sällan",
			"ovanlig*, sällsynt*, inte, ej, få, ibland, knappast, aldrig, mindre, sällan*, enstaka, mera sällan, ingen, inget, inga",
		},
		"easy": {
			"lätt, lättare, lättast, enkelt, enklare, enklast",
			"lätt*, enk*, underlätt*, smidig*, bekväm*, förenkl*, okomplicer*, bekvämt, ledig*, snabb*, obehindrat, gärna, smärtfri*, behändig*",
			"svår, svårt, svåra, svårare, svårast, svårighet, svårigheter",
			"svår*, försvår*, besvär*, krångl*, komplicer*, komplex*, jobbig*, hård*, tuff*, utman*, allvarlig*, tung*, problem*, omöjlig*, kämp*, knepig*, invecklad*",
		},
		"before": {
			"före, innan",
			"tidigare, föregående, förut, förrän, inför, framför, först, dessförinnan, före*, förr*, redan, inte, senast, fram till, tills, ännu, i förväg, på förhand, för",
			"efter, efteråt",
			"sedan, därefter, senare, följande, när, då, *efter, efter*, enligt, bakom, nästa, om, från, på, vid, utifrån, därpå, varefter, återstå*, kvar",
		},
		"all": {
			"alla, samtliga, allting",
			"all*, varje, hel*, båda, full*, total*, alltid, envar, vem som helst, vad som helst, genom*, vart, vartenda, varenda, bägge, samtl*, överallt",
			"vissa, några, inga, somliga, ingen, ett fåtal",
			"någon*, något, en del, del*, flera, ibland, viss*, särskild*, enstaka, utvald*, olika, många, inte, ej, bestämda, annan, andra, annat, få, någr*, ett par, inget",
		},
		"majority": {
			"flesta, merparten, majoriteten, majoritet",
			"mest*, större delen, huvud*, många, alla, nästan, flest*, till stor del, mer, vanlig*, oftast, övervägande, större, största, mycket, högst, all*, allra",
			"fåtal, fåtalet, minoritet, minoriteten, fåtaliga",
			"få, några, fåtal*, liten, lilla, mindre, knappt, enstaka, begräns*, minoritet*, sällsynt*, någr*, lite, ett par, inte",
		},
		"enable": {
			"aktivera, aktiverar, aktiverad, aktiverat, aktiveras, aktiverade, påslagen, påslaget, slå på, slås på",
			"på, akti*, tillåt*, till, *aktivera, möjlig*, kör*, start*, markera*, kryssa*, välj*, slå på, sätt på, använd*, stöd*, igång, återaktiver*, går, kan, ge, ger, gav, gör*, bidra*",
			"inaktivera, inaktiverar, inaktiverad, inaktiverat, inaktiveras, inaktiverade, avaktivera, avaktiverad, avaktiverat, avstängd, avstängt, stäng av, stängs av, stänga av",
			"av, inakti*, avakti*, inte, ej, avmarkera*, stäng*, stopp*, block*, förhindra*, utan, ta bort, urkoppl*, kryssa ur, funktions*, hinder, hindra*, nedsatt*, handikapp*, släck*, ingen*, inga, avstäng*",
		},
		"large": {
			"stor, stort, stora, större, störst, största",
			"stor*, mer*, fler*, hög*, vid*, omfattande, bred*, kraftig*, väsentlig*, betyd*, avsevärd*, lång*, läng*, tung*, vik*, mest*, mycket, väldig*, enorm*, jätte*, ök*, växande, gro*, störr*, störs*, *stor, *stora, *större",
			"liten, litet, lilla, små, mindre, minst, minsta",
			"lit*, smä*, få*, kort*, låg*, läg*, sänk*, minsk*, begräns*, smal*, obetydlig*, svag*, minim*, ung*, tunn*, mikro*, *små, *litet, *liten, kompakt*, lätt*, färre, ringa, små*, åtminstone",
		},
		"cheap": {
			"billig, billigt, billiga, billigare, billigast",
			"billig*, prisvärd*, låg*, läg*, förmånlig*, ekonomisk*, rabatt*, spar*, gratis, kostnadseffektiv*, fri*, mindre",
			"dyr, dyrt, dyra, dyrare, dyrast, kostsam, kostsamt, kostsamma",
			"dyr*, kostsam*, hög*, exklusiv*, lyx*, mer, värdefull*, kostn*, kosta*",
		},
		"above": {
			"ovan, ovanför, ovanstående",
			"över*, tidigare, upp*, före*, *ovan, ovan*, mer, hög*, topp*, redan, förra, utöver, innan, efter ovan",
			"nedan, nedanför, nedanstående",
			"under*, ned*, ner*, följande, här*, efter*, nästa, botten*, längre fram, nedre, mindre, låg*, läg*, detta, dessa, denna",
		},
		"strong": {
			"stark, starkt, starka, starkare, starkast, stärka, stärker, stärkte, stärkt, förstärka, förstärker",
			"stark*, stärk*, förstärk*, styrk*, kraft*, robust*, hög*, öka*, intensiv*, gedig*, hållfast*, god*, stor*, mäktig*, fast*",
			"svag, svagt, svaga, svagare, svagast, försvaga, försvagar, försvagade",
			"svag*, försvag*, låg*, dålig*, sårbar*, lätt*, bräcklig*, urholk*, undergräv*, dämpa*, lit*, mindre, ömtålig*, matt*, tunn*",
		},
		"long": {
			"längre, längst, längsta, förlänga, förlänger, förlängd",
			"lång, långt, långa, långvarig*, förläng*, läng*, mer, utdrag*, ytterligare, kronisk*, bort*, vidare, varaktig*, fortsätt*, inte, inte längre, hög*, sen*",
			"kortare, kortast, förkorta, förkortar, förkortad",
			"kort*, snabb*, mindre, förkort*, minsk*, liten, korta*, färre, nära, närm*, låg*, tidig*",
		},
		"new": {
			"nyare, nyast, nyaste, yngre, yngst, yngsta",
			"ny*, senare, senast*, ung*, modern*, uppåt, färsk*, framtida, kommande, nästa",
			"äldre, äldst, äldsta",
			"gam*, äld*, tidigare, föregående, förr*, antik*, forn*, senior*, åld*, föråldra*, sedan, lång*",
		},
		"required": {
			"måste",
			"ska, skall, behöv*, kräv*, krav*, tvung*, tving*, nödvändig*, obligatorisk*, skyldig*, har att, gäller att, se till, får, bara, endast, först, inte, ej, aldrig, inga, ingen, inget, nödgas, oundgänglig*, lär, lag*",
			"kan",
			"får, möjlig*, tillåt*, går, frivillig*, valfri*, må, kanske, kunna, kunde, fick, gärna, rätt, fri*, lär, nog",
		},
		"binding": {
			"måste",
			"ska, skall, behöv*, kräv*, krav*, tvung*, tving*, nödvändig*, obligatorisk*, skyldig*, aldrig, får, absolut, lär",
			"bör, borde, rekommenderas",
			"rekommend*, lämplig*, lämpligen, skulle, ska, skall, råd, tänk, önskvärt, gärna, helst, bäst, bra, meningen, tänkt, kan",
		},
		"left": {
			"vänster, vänstra", "vänst*, kvar*, lämna*, över*, *vänster, åter*, borta, åkte, gick",
			"höger, högra", "hög*, rätt*, just, direkt, precis, *höger, korrekt*, lämplig*, genast, alldeles, strax, lag*, bra",
		},
		"north": {
			"norr, norra, norrut, nordlig, nordliga, nordligare", "nord*, norr*, *norr, *norra, arkti*",
			"söder, södra, söderut, sydlig, sydliga, sydligare", "syd*, söd*, *söder, *södra, *syd, antarkti*",
		},
		"east": {
			"öster, östra, österut, östlig, östliga", "öst*, *öst, *öster, *östra, orient*",
			"väster, västra, västerut, västlig, västliga", "väst*, *väst, *väster, *västra",
		},
		"positive": {
			"positiv, positivt, positiva", "god*, bra, fördel*, gynn*, nytt*, bättre, optimis*, väl, förmån*, positiv*",
			"negativ, negativt, negativa", "dålig*, skad*, ogynn*, nackdel*, pessimis*, minus*, inte, sämre, ej, ogynn*, ingen*, negativ*, illa",
		},
		"allow": {
			"tillåtet, tillåten, tillåtna, tillåter, tillåta, tillåts", "får, kan, låt*, möjlig*, laglig*, beviljas, bevilja*, tillstånd*, medge*, accepter*, tillåt*, släpp*, ge, ger, gav, rätt*, fri*, gör*, går",
			"förbjudet, förbjuden, förbjudna, förbjuder, förbjuda, förbjuds, förbud", "förbud*, inte, ej, aldrig, otillåt*, olaglig*, begräns*, hindra*, förhindra*, neka*, blocker*, icke, utan, ingen*, inga, inget, förbj*, väg*",
		},
	})
}
