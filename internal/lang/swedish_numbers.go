package lang

func addSwedishNumbers(l *Language) {
	l.numbers, l.numberRules = swedishNumbers(), numberRules{
		closed:     true,
		between:    set("till à"),
		also:       set("och eller respektive"),
		choice:     set("av eller till à per"),
		halves:     []string{"en halv", "ett halvt", "halv", "halvt"},
		andHalf:    []string{"och en halv", "och ett halvt", "och halv", "och halvt", "och en halvs"},
		ordinals:   set(":a :e :dje :te :nde e"),
		decades:    set("-talet -talets -talen -talens"),
		decadeStem: "tals",
		counts:     set("tal"),
		centuries:  set("århundradet århundradets århundrade århundraden århundradena seklet seklets sekel seklen seklerna"),
		prefixes:   set("minus plus"),
		vague:      set("några flera många par åtskilliga"),
		heads: []string{"år", "dag", "veck", "månad", "timm", "tim", "minut", "sekund", "siffrig", "dubb", "fald", "procent", "person",
			"poäng", "steg", "rum", "våning", "meter", "kilo", "gradig", "sidig", "delad", "dimension", "stjärn", "kron", "plats", "dygn", "miljon", "miljard"},
		clock:    set("kl klockan"),
		halfDays: map[string]int{"fm": 0, "em": 12},
		times:    map[string]string{"midnatt": "00:00"},
		pastHour: map[string]int{"halv": -30, "kvart över": 15, "kvart i": -15, "tio över": 10, "tio i": -10, "fem över": 5, "fem i": -5,
			"tjugo över": 20, "tjugo i": -20},
		wholeDay: true,
		hints: map[string][]string{
			"0": {"ingen", "inget", "inga", "noll*", "utan"}, "1": {"en", "ett", "ena", "första", "förste", "enda", "endast", "per", "varje", "var", "någon", "något"},
			"2": {"båda", "bägge", "par", "paret", "dubbel*", "dubbl*", "andra", "andre", "tvåa*", "halv*", "hälften", "bådadera", "vartannat", "varannan"},
			"3": {"tredub*", "trippel*", "var tredje", "tre*"}, "4": {"fyr*", "kvart*"}, "0.5": {"halv*", "hälften"}, "0.25": {"kvart*", "fjärdedel*"}, "0.75": {"trekvart*"},
			"1.5": {"halv*", "anderthalv"}, "2.5": {"halv*"}, "50": {"halv*", "hälften", "femti*"}, "25": {"kvart*", "fjärdedel*"}, "75": {"fjärdedel*"}, "10": {"tio*"},
			"12": {"dussin*"}, "100": {"hundra*", "all", "alla", "hela", "full*"}, "1000": {"tusen*"}, "7": {"veck*"}, "24": {"dygn*", "dag*"}, "365": {"år*"},
		},
		articles: set("artikel artiklarna artiklar artikeln art avsnitt punkt punkten punkterna stycke stycket regel"),
		idioms:   phrases("tredje part, tredje person, tredje världen, tredje gången, sju hav, femte kolonnen, sjätte sinnet, fjärde statsmakten"),
	}
}

func swedishNumbers() map[string]numberWord {
	m := numberWords{}
	m.count(roleUnit, 0, "noll ett två tre fyra fem sex sju åtta nio")
	m.count(roleUnit, 1, "en")
	m.count(roleTeen, 10, "tio elva tolv tretton fjorton femton sexton sjutton arton nitton")
	m.count(roleTeen, 18, "aderton")
	m.step(roleTen, "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
	m.ordinal(roleUnit, 1, "första andra tredje fjärde femte sjätte sjunde åttonde nionde")
	m.ordinal(roleUnit, 1, "förste andre")
	m.ordinal(roleTeen, 10, "tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde")
	m.ordinalStep(roleTen, "tjugonde trettionde fyrtionde femtionde sextionde sjuttionde åttionde nittionde")
	for i, w := range [...]string{"tredjedel", "fjärdedel", "femtedel", "sjättedel", "sjundedel", "åttondel", "niondel", "tiondel"} {
		m.multiplier(rolePart, int64(i+3), w+" "+w+"en "+w+"ar "+w+"arna "+w+"s "+w+"ars "+w+"arnas "+w+"ens")
	}
	m.multiplier(rolePart, 100, "hundradel hundradelar hundradelen hundradelarna")
	m.multiplier(rolePart, 1000, "tusendel tusendelar tusendelen tusendelarna")
	m.multiplier(roleHundred, 100, "hundra")
	m.multiplier(roleScale, 1e3, "tusen")
	m.multiplier(roleScale, 1e3, "tkr")
	m.multiplier(roleScale, 1e6, "miljon miljoner miljonerna miljoners milj mn mkr mnkr")
	m.multiplier(roleScale, 1e9, "miljard miljarder miljarderna miljarders mdr md mdkr")
	m.multiplier(roleScale, 1e12, "biljon biljoner biljonerna")
	m.multiplier(roleScale, 1e15, "biljard biljarder biljarderna")
	m.multiplier(roleGroup, 12, "dussin dussinet")
	m.multiplier(roleGroup, 20, "tjog")
	m.multiplier(roleGroup, 10, "tiotal")
	m.multiplier(roleGroup, 100, "hundratal")
	m.multiplier(roleGroup, 1000, "tusental")
	for _, w := range [...]string{"hundra", "tusen"} {
		word := m[w]
		word.bare = true
		m[w] = word
	}
	m["hundrade"] = numberWord{value: 100, role: roleHundred, ordinal: true, bare: true}
	m["tusende"] = numberWord{value: 1e3, role: roleScale, ordinal: true, bare: true}
	m["miljonte"] = numberWord{value: 1e6, role: roleScale, ordinal: true, bare: true}
	m.doubt("en ett första förste andra andre")
	m.care("sex")
	return m
}
