package cite

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"
)

// go test ./internal/cite -run TestSplitScore -args -table prints precision,
// recall and F1 by style and by field; -misses prints every entry that is wrong.
var (
	table  = flag.Bool("table", false, "print the scores of the splitter")
	misses = flag.Bool("misses", false, "print what the splitter gets wrong")
)

// gold is one entry of testdata/cite: a line of text and its fields.
type gold struct {
	style, text string
	fields      []string // "title: Deep learning"
}

func readGold(t *testing.T) []gold {
	t.Helper()
	files, err := filepath.Glob("../../testdata/cite/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no entries in testdata/cite", err)
	}
	var out []gold
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		style := strings.TrimSuffix(filepath.Base(name), ".txt")
		for _, line := range strings.Split(string(raw), "\n") {
			switch {
			case line == "" || strings.HasPrefix(line, "# "):
			case strings.HasPrefix(line, "\t"):
				last := &out[len(out)-1]
				last.fields = append(last.fields, line[1:])
			default:
				out = append(out, gold{style: style, text: line})
			}
		}
	}
	return out
}

// count is how many fields were right, made up and missed.
type count struct{ right, extra, missed int }

func (c count) f1() float64 {
	if c.right == 0 {
		return 0
	}
	return 2 * float64(c.right) / float64(2*c.right+c.extra+c.missed)
}

func (c count) String() string {
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f  (%d right, %d made up, %d missed)",
		float64(c.right)/float64(max(1, c.right+c.extra)), float64(c.right)/float64(max(1, c.right+c.missed)), c.f1(), c.right, c.extra, c.missed)
}

// score compares the fields of one entry with what was expected, value by value.
func score(g gold) (got []string, byField map[string]count) {
	byField = map[string]count{}
	b := block(g.text)
	want := map[string]int{}
	for _, f := range g.fields {
		want[f]++
	}
	for _, f := range Split(b, 0, len(b.Prose.Text)).Fields {
		line := f.Kind.String() + ": " + f.Value
		got = append(got, line)
		c := byField[f.Kind.String()]
		if want[line] > 0 {
			want[line]--
			c.right++
		} else {
			c.extra++
		}
		byField[f.Kind.String()] = c
	}
	for line, n := range want {
		kind, _, _ := strings.Cut(line, ":")
		c := byField[kind]
		c.missed += n
		byField[kind] = c
	}
	return got, byField
}

// TestSplitScore holds the splitter to what it reaches on the entries of
// testdata/cite: a change that splits fewer fields rightly fails.
func TestSplitScore(t *testing.T) {
	styles, fields := map[string]count{}, map[string]count{}
	var total count
	golds := readGold(t)
	for _, g := range golds {
		got, byField := score(g)
		wrong := false
		for kind, c := range byField {
			for _, sum := range []struct {
				of  map[string]count
				key string
			}{{styles, g.style}, {fields, kind}} {
				s := sum.of[sum.key]
				sum.of[sum.key] = count{s.right + c.right, s.extra + c.extra, s.missed + c.missed}
			}
			total = count{total.right + c.right, total.extra + c.extra, total.missed + c.missed}
			wrong = wrong || c.extra+c.missed > 0
		}
		if wrong && *misses {
			fmt.Printf("%s: %s\n\twant %s\n\tgot  %s\n", g.style, g.text, strings.Join(g.fields, " | "), strings.Join(got, " | "))
		}
	}
	if *table {
		printCounts("style", styles)
		printCounts("field", fields)
		fmt.Printf("%-18s %v\n%d entries\n", "all", total, len(golds))
	}
	if len(golds) < 250 {
		t.Errorf("%d entries in testdata/cite; 250 are the least", len(golds))
	}
	if total.f1() < 0.97 {
		t.Errorf("the splitter reaches F1 %.4f over all fields, less than 0.97: %v", total.f1(), total)
	}
	for style, c := range styles {
		if c.f1() < 0.94 {
			t.Errorf("the splitter reaches F1 %.4f on %s, less than 0.94: %v", c.f1(), style, c)
		}
	}
}

func printCounts(title string, counts map[string]count) {
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(title)
	for _, k := range keys {
		fmt.Printf("  %-16s %v\n", k, counts[k])
	}
}

// TestFieldsStandWhereTheySay holds every field to its span.
func TestFieldsStandWhereTheySay(t *testing.T) {
	for _, g := range readGold(t) {
		b := block(g.text)
		for _, f := range Split(b, 0, len(b.Prose.Text)).Fields {
			if got := b.Prose.Text[f.Start:f.End]; got != f.Value {
				t.Errorf("%s %q stands at %q", f.Kind, f.Value, got)
			}
			if got := strings.ReplaceAll(f.Span.Text(), "*", ""); got != f.Value {
				t.Errorf("%s %q has the span %q", f.Kind, f.Value, got)
			}
			if first := []rune(f.Value)[0]; unicode.IsSpace(first) {
				t.Errorf("%s %q begins with white space", f.Kind, f.Value)
			}
		}
	}
}
