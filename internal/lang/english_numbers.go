package lang

func addEnglishNumbers(l *Language) {
	l.numbers, l.numberRules = englishNumbers(), numberRules{
		and:       "and",
		between:   set("to through"),
		also:      set("and or"),
		halves:    []string{"half a", "half-a", "half an", "one half", "one-half", "a half"},
		andHalf:   []string{"and a half", "and one half", "and-a-half"},
		ordinals:  set("st nd rd th"),
		decades:   set("s 's ’s"),
		centuries: set("century centuries century's"),
		prefixes:  set("sub mid pre post early late circa non under over plus minus"),
		vague:     set("few several many couple some"),
		heads:     []string{"fold", "some"},
		oclock:    []string{"o'clock", "o’clock"},
		halfDays:  map[string]int{"am": 0, "pm": 12},
		times:     map[string]string{"noon": "12:00", "midday": "12:00", "midnight": "00:00"},
		pastHour: map[string]int{"half past": 30, "quarter past": 15, "quarter to": -15, "ten past": 10, "ten to": -10, "five past": 5,
			"five to": -5, "twenty past": 20, "twenty to": -20},
		articles: set("article articles art section sections paragraph paragraphs regulation rule point"),
		ofPart:   "of",
		idioms: phrases(`third party, third parties, third person, third time, third world, third degree, ten commandments, seven seas,
			seventh heaven, fourth estate, fifth column, sixth sense, eleventh hour, five star`),
		the: "the",
		hints: map[string][]string{
			"0": {"no", "none", "zero", "nothing", "nobody", "non*"}, "1": {"a", "an", "one", "first", "once", "single", "only", "per", "every", "each", "any"},
			"2": {"both", "couple", "twice", "double*", "second", "pair", "pairs", "either", "half", "bi*", "dual"}, "3": {"triple*", "thrice", "third", "thirds", "tri*"},
			"4": {"quarter", "quarters", "quad*"}, "0.5": {"half", "halves"}, "0.25": {"quarter"}, "0.75": {"quarters"}, "1.5": {"half"}, "2.5": {"half"},
			"50": {"half", "halves", "fifties"}, "25": {"quarter"}, "75": {"quarters"}, "10": {"ten*", "tens"}, "12": {"dozen*"}, "100": {"hundred*", "all", "full*", "whole"},
			"1000": {"thousand*"}, "7": {"week*"}, "24": {"day*"}, "365": {"year*"},
		},
	}
}

func englishNumbers() map[string]numberWord {
	m := numberWords{}
	m.count(roleUnit, 0, "zero one two three four five six seven eight nine")
	m.count(roleTeen, 10, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	m.step(roleTen, "twenty thirty forty fifty sixty seventy eighty ninety")
	m.ordinal(roleUnit, 1, "first second third fourth fifth sixth seventh eighth ninth")
	m.ordinal(roleTeen, 10, "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	m.ordinalStep(roleTen, "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
	m.count(rolePart, 3, "thirds quarters fifths sixths sevenths eighths ninths tenths")
	m.multiplier(rolePart, 4, "quarter")
	m.multiplier(rolePart, 100, "hundredths")
	m.multiplier(rolePart, 1000, "thousandths")
	m.step(roleDecade, "twenties thirties forties fifties sixties seventies eighties nineties")
	m.multiplier(roleHundred, 100, "hundred")
	m.multiplier(roleScale, 1e3, "thousand")
	m.multiplier(roleScale, 1e6, "million mn")
	m.multiplier(roleScale, 1e9, "billion bn")
	m.multiplier(roleScale, 1e12, "trillion tn")
	m.multiplier(roleScale, 1e15, "quadrillion")
	m.multiplier(roleGroup, 12, "dozen")
	m.multiplier(roleGroup, 20, "score")
	m.multiplier(roleArticle, 1, "a an")
	m["hundredth"] = numberWord{value: 100, role: roleHundred, ordinal: true, bare: true}
	m["thousandth"] = numberWord{value: 1e3, role: roleScale, ordinal: true, bare: true}
	m["millionth"] = numberWord{value: 1e6, role: roleScale, ordinal: true, bare: true}
	m.doubt("one first second a an")
	return m
}
