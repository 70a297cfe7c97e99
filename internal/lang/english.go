package lang

// newEnglish knows British and American usage; quotation marks and abbreviations
// are those of the Oxford and the Chicago style.
func newEnglish() *Language {
	l := &Language{
		Code:    "en",
		Name:    "English",
		Decimal: '.',
		Groups:  []rune{',', '\u00a0', '\u202f', '\u2009'},
		Quotes:  []QuotePair{{"“", "”"}, {"‘", "’"}, {`"`, `"`}},
		InnerQuotes: []QuotePair{
			{"‘", "’"}, {"“", "”"}, {"'", "'"},
		},
		ReferenceHeadings: []string{
			"references", "reference", "reference list", "list of references", "references and notes", "notes and references",
			"bibliography", "selected bibliography", "works cited", "literature", "literature cited", "cited literature",
			"sources", "source", "sources and references", "references and sources", "citations", "notes", "footnotes", "endnotes",
			"further reading", "recommended reading", "suggested reading", "references and further reading",
			"scientific references", "selected references",
		},
		FunctionWords: set(englishFunctionWords),
		DoubleWords:   set("had that do is was in on her who so very many much bye ha no well there now again blah knock tut"),
		Months:        citations["en"].Months,
		Weekdays:      []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
		dates:         dateRules{capitals: true, monthFirst: true, of: set("of"), the: set("the"), endings: []string{"", "s"}},
		Negations: phrases(`not, no, never, none, nobody, nowhere, neither, cannot, can't, don't, doesn't, didn't, no one,
			isn't, aren't, wasn't, weren't, won't, wouldn't, shouldn't, couldn't, mustn't, needn't, hasn't, haven't, hadn't`),
		Quantifiers: quantifiers(map[Relation]string{
			MoreThan: ">, more than, over, above, greater than, in excess of, upwards of, exceeding, exceeds, exceeded, higher than, longer than, older than, larger than, later than",
			LessThan: "<, less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, earlier than, short of",
			AtLeast:  "≥, >=, at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum, or more, or above, or older, and over, from",
			AtMost:   "≤, <=, at most, no more than, not more than, up to, a maximum of, maximum, not exceeding, or less, or fewer, or below, or younger, at the most",
			About:    "about, around, approximately, approx., roughly, circa, ca., some, in the region of, or so, on average",
			Nearly:   "nearly, almost, close to, just under, just below, just short of, not quite",
			Exactly:  "exactly, precisely, just, only, a total of, in total",
		}),
		labels: set(`vitamin hepatitis plan type class group part section appendix model option figure fig table tab step phase stage schedule
			exhibit annex chapter box category grade level item question panel scenario version variant war act series route unit study
			equation example case point no number note volume article line page rule form world coenzyme factor strain point experiment lemma theorem`),
		evidence: evidence{
			endings: endingTree(`ity ities ness able ible ous ful less tional ically ally ly ance ence ive ives ship hood ology ologies graphy
				ics ied ies ed wards tions sions ments ing ings ic ical y ships`),
			table: englishGrams,
		},
		speech: set(`said says asked asks replied replies answered cried shouted whispered added continued explained wrote told called
			exclaimed muttered murmured thought wondered demanded agreed insisted remarked observed`),
	}
	addEnglishAbbreviations(l)
	addEnglishNumbers(l)
	addEnglishUnits(l)
	addEnglishSenses(l)
	addEnglishPolarity(l)
	return l
}

func addEnglishAbbreviations(l *Language) {
	l.Abbreviations, l.abbreviations = abbreviations(
		// Something always follows.
		`e.g eg i.e ie vs v cf viz approx ca c mr mrs ms mx messrs dr prof rev hon gen col maj sgt capt cpl lt cmdr adm gov sen rep pres
		st ste mt ft dept univ fr sr.a incl excl a.k.a aka resp esp avg equiv asst assoc ed.by trans.by b d dist e.g.s i.e.s n.b nb p.s
		ph.d.s op.cit ibid.p supt sec.gen hrh h.m hms uss s.s jan.–feb gov't int'l nat'l`,
		// Usually the last word when a capital follows.
		`etc a.m p.m am.e et.seq ibid op loc.cit n.d a.d b.c b.c.e c.e o.k q.e.d yr yrs hr hrs wk wks oz lb lbs ft.sq tbsp tsp tsps cal kcal
		mins secs`,
		// A name or a title may follow.
		`al inc ltd co corp llc plc bros jr sr esq d.c u.s u.k u.n e.u u.s.a u.s.s.r ph.d m.d b.a m.a b.sc m.sc ll.b d.phil r.n d.d.s mba
		ed eds trans comp suppl ave blvd rd sq assn govt max min calif fla tex conn n.y l.a
		engl med sci natl acad proc int nat biol chem phys psychol psychiatry neurosci clin exp pharmacol physiol res lett ann arch bull rev
		comput environ educ soc stat syst technol theor appl anal commun mol cell.biol j nutr immunol oncol neurol epidemiol microbiol`,
		// Abbreviations only before a number, words or parts of words otherwise.
		`no nos nr p pp pg vol vols ch chap chaps fig figs tab tbl eq eqs eqn ref refs sec secs sect art arts par para paras pt pts
		ext tel est ser iss l ll fol jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun n q s
		app ex nos. cat cf.p sch cl reg`,
	)
}

const englishFunctionWords = `the of and to a in is that for it as was with on be by at this from or an are were which but not have has had
	they their his her he she we you i its can will would may been more one all also when there into than other these some so no if out up
	about who what do does did only such then them how our my your me him us any most where between after before both each through during
	over while because against under should could must might very just many much own same those too until above below here why again once
	few further off down being having doing themselves itself himself herself yourself ourselves whose whom whether within without upon
	among across along although though since unless however therefore thus moreover furthermore nevertheless meanwhile indeed instead
	hence besides still yet even ever never always often sometimes usually already perhaps rather quite almost enough several another
	every either neither nor per via despite toward towards according cannot don't doesn't isn't aren't wasn't didn't can't won't it's
	you're we're they're i'm that's there's let's for finally first second next today yesterday now in using based like make made take
	get got use used need needs said says say see`
