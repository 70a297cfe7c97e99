package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// runOnCases are texts of one line; «|» stands where an item begins in them.
var runOnCases = []struct {
	why    string
	in     string
	listed bool
	number int
}{
	{"a dash and a capital after a sentence", "Dim the light in the evening. |- Stay active", true, 0},
	{"after a note asterisk", "Sleep is when it takes place.* |- Håll dig aktiv", true, 0},
	{"after an asterisk without a full stop", "Support density and plasticity* |- Move often", true, 0},
	{"several", "Learn something new every day. |- Move often and gladly! |- Eat", true, 0},
	{"after a closing quotation mark", "She said that it ”hade räckt.” |- Nästa", true, 0},
	{"a quoted beginning", "All of them have been tried. |- ”Ett” var bäst", true, 0},
	{"an asterisk as a bullet", "All of them have been tried. |* Next", true, 0},
	{"a bullet sign anywhere", "One |• two |• three", false, 0},
	{"numbers that go on", "Mix it. |2. Rest it. |3. Bake it.", true, 1},
	{"numbers in brackets", "Mix it. |2) Rest it", true, 1},

	{"no list around", "Dim the light in the evening. - Stay active", false, 0},
	{"a dash in a sentence", "Blood–brain barrier - the wall between them - is thin.", true, 0},
	{"a dash before a capital, no sentence end", "Part one of it - Introduction", true, 0},
	{"two names", "The line Stockholm - Göteborg - Malmö", true, 0},
	{"a bracket is no sentence end", "Vitamin D (cholecalciferol) - Good for bones", true, 0},
	{"a range", "It takes from 5 - 10 min. - 20 at most", true, 0},
	{"too short to be an item", "Obs! - Läs detta", true, 0},
	{"a lower-case beginning", "That is what they say. - but not all", true, 0},
	{"no space after the dash", "He took all of it. -Ann", true, 0},
	{"an initial", "This was written by Anna B. - C. Svensson", true, 0},
	{"a dash at the beginning", "- One", true, 0},
	{"a bullet at the end", "One two three four. •", true, 0},
	{"a number that does not go on", "Mix it well. 4. Rest it", true, 1},
	{"a number inside a sentence", "See chapter 2. That is all.", true, 1},
	{"a year", "It began in 2019. 2020. Then", true, 2019},
}

func TestRunOn(t *testing.T) {
	for _, c := range runOnCases {
		t.Run(c.why, func(t *testing.T) {
			in := strings.ReplaceAll(c.in, "|", "")
			got, at := "", 0
			for _, k := range runOnCuts(in, c.listed, c.number) {
				got += in[at:k.marker] + "|"
				at = k.marker
			}
			if diff := cmp.Diff(c.in, got+in[at:]); diff != "" {
				t.Error(diff)
			}
		})
	}
}
