package wordlist

import (
	"strings"
	"unicode"
)

// functionWords stand in phrases of every meaning, so that by themselves they
// render nothing.
var functionWords = map[string]map[string]bool{
	"en": set(`a an the of to in on at by for with from into onto up down out off over under about as and or but nor if
		that this these those it its is are was were be been being am not no do does did have has had will would shall
		should can could may might must i you he she we they me him her us them my your his our their who which what
		there here so than then too very all any some each every one other such own 's n't't`),
	"sv": set(`en ett den det de dem denna detta dessa som att i på av för till från med om vid under över efter före mot ur
		ut in upp ner ned bort fram åt hos utan genom mellan och eller men samt än så där här då när vad vem vilken vilket
		vilka jag du han hon vi ni man mig dig sig oss er honom henne sin sitt sina min mitt mina din ditt dina vår vårt
		våra deras dess inte ej icke är var vara varit bli blir blev blivit ha har hade haft ska skall skulle kan kunde
		kunna kunnat kommer vill ville får fick måste bör alla allt all någon något några ingen inget inga annan annat
		andra varje själv själva också bara mer mest mycket`),
}

// lightWords are verbs that get their meaning from what stands with them.
var lightWords = map[string]map[string]bool{
	"en": set(`take get make give go come put set let keep bring turn run look fall hold lay stand work`),
	"sv": set(`ta ge göra gå komma sätta ställa lägga hålla dra falla låta få slå stå ligga köra föra bära`),
}

// particles stand after a Swedish verb and before its participle.
var particles = set(`in ut upp ner ned av på till om bort fram fast igenom över under efter ihop samman ur
	förbi ifrån åt loss undan hem med emot`)

// endings are words that as the last part of what looks like a compound are
// nearly always an ending: balanse-rar, patologis-era, troll-ande, läs-bar.
var endings = map[string]map[string]bool{
	"en": set(`able ably age ages al ally ance ant ate ed er es est ful ing ion ions ist ists ish ity less ling ment ness
		some ten wise`),
	"sv": set(`era anden ande andes are aren bar bara bare bart rar rara rart rare het heta hett heten ing inga isk iska
		lig liga ning ner rade rat sam tig aste ast ern ens ion ade ant nad tar ter lat lade sig`),
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
