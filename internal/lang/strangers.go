package lang

import (
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"
)

// stranger is a language that is not built in: only enough of it is known to
// see that a text is in none of those that are.
type stranger struct {
	code    string
	words   string // the commonest words, lower case
	letters string // letters that the built-in languages do not use
}

// strangers are the neighbours of the built-in languages, which are easily
// taken for them, and the languages most often met on the net.
var strangers = []stranger{
	{"da", `og i at det er en til af som på de med der den for ikke et har var men han jeg vi hun kan fra ved så om sig eller efter
		være bliver blev også skal vil når nu havde over hvor hvad hvis dette denne disse deres hans hendes mellem mange meget
		andre andet uden under op ud kun end mod noget nogle sådan selv bør både fordi måde giver gør får kommer`, "æø"},
	{"nb", `og i det er en til av som på de med den for ikke et har var men han jeg vi hun kan fra ved så om seg eller etter
		være blir ble også skal vil når nå hadde over hvor hva hvis dette denne disse deres hans hennes mellom mange mye
		andre annet uten under opp ut bare enn mot noe noen slik selv bør både fordi måte gir gjør får kommer`, "æø"},
	{"nn", `og i det er ein til av som på dei med den for ikkje eit har var men han eg vi ho kan frå ved så om seg eller etter
		vere blir vart også skal vil når no hadde over kvar kva viss dette denne desse deira hans mellom mange mykje`, "æø"},
	{"de", `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach
		wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn
		ihre ich wir kann können diese dieser dieses keine unter gegen`, "ß"},
	{"nl", `de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft wordt werd deze dit
		worden kan nog wel geen meer over zo hij zij ik je wij hun haar of tot omdat tussen onder veel moet`, ""},
	{"fr", `de la le et les des en un du une que est pour qui dans par plus pas sur au ne se ce il sont avec elle ou cette aux être
		comme mais ont leur nous vous peut aussi entre sans tout ces même fait été son sa ses`, "çœ"},
	{"es", `de la que el en y los del se las por un para con no una su al lo como más o pero sus le ha me si sin sobre este ya entre cuando
		todo esta ser son dos también fue había era muy años hasta desde está`, "ñ¿¡"},
	{"it", `di e il la che in un per è non una con del si da le dei al come più della sono nel anche alla ma gli lo se ha questo
		questa essere o dalla degli nella tra loro può stato`, ""},
	{"fi", `ja on ei se että oli hän mutta ovat kun myös joka kuin niin tai jos hänen sen mukaan jotka ole vain voi sekä kanssa
		tämä nyt jo vielä mitä olla noin eli ne sitä joita`, ""},
}

// owners are languages as bits: strangers from the lowest on, those of known from
// firstKnown on.
type owners uint32

const firstKnown = 16

// ofKnown says that known()[i] is one of them.
func (o owners) ofKnown(i int) bool { return o&(1<<(firstKnown+i)) != 0 }

// commonWords tells for each of their commonest words which languages have it.
var commonWords = sync.OnceValue(func() map[string]owners {
	out := make(map[string]owners, 850) // somewhat more than there are
	for i, l := range strangers {
		for w := range strings.FieldsSeq(l.words) {
			out[w] |= 1 << i
		}
	}
	for i, l := range known() {
		for w := range l.FunctionWords {
			out[w] |= 1 << (firstKnown + i)
		}
	}
	return out
})

// strange is how many of words, and of their letters, speak for the stranger
// that most speak for, and its code.
func strange(words []telling) (code string, hits int) {
	var n [firstKnown]int // by stranger
	for _, w := range words {
		for set := uint16(w.common); set != 0; set &= set - 1 {
			n[bits.TrailingZeros16(set)]++
		}
		for set := lettersOf(w.text); set != 0; set &= set - 1 {
			n[bits.TrailingZeros16(set)]++
		}
	}
	for i, l := range strangers {
		if n[i] > hits {
			code, hits = l.code, n[i]
		}
	}
	return code, hits
}

// lettersOf are the strangers, as bits, that have a letter of word which the built-in
// languages do not use.
func lettersOf(word string) (set uint16) {
	if isASCII(word) {
		return 0
	}
	for _, r := range word {
		if r < utf8.RuneSelf || r == 'å' || r == 'ä' || r == 'ö' {
			continue
		}
		for i, l := range strangers {
			if strings.ContainsRune(l.letters, r) {
				set |= 1 << i
			}
		}
	}
	return set
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
