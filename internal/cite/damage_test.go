package cite

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tvilling/internal/doc"
)

// enoughFound is the share of injected damage that has to be found, of each kind.
const enoughFound = 0.97

// damage alters one field of a reference, as careless hands and machines do.
type damage struct {
	name  string
	field string // of testdata/cite
	kind  Kind   // of the difference that must be found
	alter func(value string) string
}

var damages = []damage{
	{"a digit of the DOI", "DOI", DOI, func(v string) string { return v[:8] + otherDigit(v[8:], -1) }},
	{"a digit of the year", "year", Year, func(v string) string { return otherDigit(v[:4], 3) + v[4:] }},
	{"a digit of the volume", "volume", Volume, func(v string) string { return otherDigit(v, -1) }},
	{"a digit of the pages", "pages", Pages, func(v string) string { return otherDigit(v, -1) }},
	{"an author's name", "author", Author, swapLetters},
	{"et al. lost", "et al.", EtAl, func(string) string { return "" }},
	{"the title translated", "title", Title, func(string) string { return "En ny studie av hur kunskapen om världen växer fram" }},
	{"the title half translated", "title", Title, func(v string) string {
		words := strings.Fields(v)
		if len(words) < 8 {
			return v
		}
		return strings.Join(words[:len(words)/2], " ") + " och hur kunskapen om detta har vuxit fram"
	}},
	{"the journal translated", "container", Container, func(string) string { return "Tidskrift för allmän forskning" }},
}

// otherDigit changes the digit at an offset, or with -1 the first one.
func otherDigit(s string, at int) string {
	if at < 0 {
		at = strings.IndexAny(s, "0123456789")
	}
	if at < 0 {
		return s
	}
	return s[:at] + string('0'+(s[at]-'0'+3)%10) + s[at+1:]
}

// swapLetters changes places of two small letters of a name.
func swapLetters(name string) string {
	letters := []rune(name)
	for i := 0; i+1 < len(letters); i++ {
		if a, b := letters[i], letters[i+1]; a != b && unicode.IsLower(a) && unicode.IsLower(b) {
			letters[i], letters[i+1] = b, a
			return string(letters)
		}
	}
	return name
}

// TestDamage alters every field of every entry of testdata/cite in its turn.
func TestDamage(t *testing.T) {
	for _, d := range damages {
		found, tried := 0, 0
		for _, g := range readGold(t) {
			value := g.value(d.field)
			if value == "" || strings.Count(g.text, value) != 1 {
				continue
			}
			altered := strings.Replace(g.text, value, d.alter(value), 1)
			if altered == g.text {
				continue
			}
			tried++
			if slices.Contains(differing(g.text, altered), d.kind) {
				found++
			} else if *misses {
				fmt.Printf("%s, %s: %s\n\t%s\n", d.name, g.style, g.text, altered)
			}
		}
		if *table {
			fmt.Printf("%-28s found %d of %d\n", d.name, found, tried)
		}
		if tried < 20 || float64(found) < enoughFound*float64(tried) {
			t.Errorf("%s: found %d of %d", d.name, found, tried)
		}
	}
}

// value is the first of the entry's fields of that name.
func (g gold) value(field string) string {
	for _, f := range g.fields {
		if value, ok := strings.CutPrefix(f, field+": "); ok {
			return value
		}
	}
	return ""
}

// differing are the kinds of fields that differ between two references of one work.
func differing(source, target string) []Kind {
	var out []Kind
	for _, d := range pairOf(source, target).Differences(nil) {
		out = append(out, d.Kind)
	}
	return out
}

// altering is differing without what one of the styles leaves out.
func altering(source, target string) []Kind {
	var out []Kind
	for _, d := range pairOf(source, target).Differences(nil) {
		if d.Change != Lost {
			out = append(out, d.Kind)
		}
	}
	return out
}

// TestListsDamaged drops, doubles and moves each entry of each style's list.
func TestListsDamaged(t *testing.T) {
	byStyle := map[string][]string{}
	for _, g := range readGold(t) {
		byStyle[g.style] = append(byStyle[g.style], strings.ReplaceAll(g.text, "*", ""))
	}
	found, tried := map[string]int{}, map[string]int{}
	for style, all := range byStyle {
		whole := list("References", doc.Item, all, "")
		if c := Compare(whole, list("Referenser", doc.Item, all, ""), nil); len(c.Pairs) != len(c.Source.Entries) || len(c.Missing)+len(c.Extra)+len(c.Duplicates) > 0 {
			t.Errorf("%s: the list is not its own: %d of %d paired", style, len(c.Pairs), len(c.Source.Entries))
		}
		for i := 0; i+3 < len(all); i += 12 {
			for name, damaged := range map[string][]string{
				"dropped": slices.Delete(slices.Clone(all), i, i+1),
				"doubled": slices.Insert(slices.Clone(all), i+2, all[i]),
				"moved":   slices.Insert(slices.Delete(slices.Clone(all), i, i+1), i+2, all[i]),
			} {
				c := Compare(whole, list("Referenser", doc.Item, damaged, ""), nil)
				tried[name]++
				moved := 0
				for _, p := range c.Pairs {
					if p.Moved {
						moved++
					}
				}
				switch {
				case name == "dropped" && len(c.Missing) == 1 && c.Missing[0].Text() == all[i] && len(c.Extra) == 0,
					name == "doubled" && len(c.Duplicates) == 1 && len(c.Missing)+len(c.Extra) == 0,
					name == "moved" && moved == 1 && len(c.Missing)+len(c.Extra) == 0:
					found[name]++
				case *misses:
					fmt.Printf("%s, %s: %s: %d missing, %d extra, %d doubled\n", name, style, all[i], len(c.Missing), len(c.Extra), len(c.Duplicates))
				}
			}
		}
	}
	for name, n := range tried {
		if *table {
			fmt.Printf("%-28s found %d of %d\n", name, found[name], n)
		}
		if float64(found[name]) < enoughFound*float64(n) {
			t.Errorf("%s: found %d of %d", name, found[name], n)
		}
	}
}

// TestAnotherDress compares the works that most styles of testdata/cite give in
// the same order: none is altered, only written otherwise.
func TestAnotherDress(t *testing.T) {
	dresses := map[string][]gold{}
	for _, g := range readGold(t) {
		dresses[g.style] = append(dresses[g.style], g)
	}
	compared, wrong := 0, 0
	for _, a := range dresses {
		for _, b := range dresses {
			if len(a) != len(b) || a[0].style == b[0].style {
				continue
			}
			for i := range a {
				compared++
				if kinds := altering(a[i].text, b[i].text); len(kinds) > 0 {
					wrong++
					if *misses {
						fmt.Printf("%v\n\t%s\n\t%s\n", kinds, a[i].text, b[i].text)
					}
				}
			}
		}
	}
	if *table {
		fmt.Printf("%d of %d differ\n", wrong, compared)
	}
	if compared < 1000 || wrong > 0 {
		t.Errorf("%d of %d references differ from themselves in another style", wrong, compared)
	}
}
