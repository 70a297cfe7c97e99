package term

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"tvilling/internal/lang"
)

// house is a small glossary as a magazine has one.
const house = `
  - source: long-term potentiation
    abbreviation: LTP
    target: långtidspotentiering
    forbidden: [långvarig förstärkning, långvarig potentiation]
  - source: long-term depression
    target: långtidsdepression
    abbreviation: LTD
  - source: depression
    target: depression
    forbidden: [nedstämdhet]
  - source: NMDA receptor
    target: NMDA-receptor
  - source: AMPA receptor
    target: AMPA-receptor
  - source: dendritic spine
    target: dendritutskott
    forbidden: [dendritisk tagg, dendrittagg, tagg]
  - source: spike
    target: spik
    allowed: [taggtråd]
  - source: magnesium
    target: magnesium
  - source: synaptic plasticity
    target: synaptisk plasticitet
  - source: amino acid
    target: aminosyra
    forbidden: [amino-syra]
`

// show writes matches as «text» form kind (rule), nested ones in brackets.
func show(prose string, matches []Match) string {
	var out []string
	for _, m := range matches {
		s := fmt.Sprintf("«%s» %s %s (%s)", prose[m.Start:m.End], m.Form, m.Kind, m.Rule)
		if m.Nested {
			s = "[" + s + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	g := mustRead(t, house)
	for _, c := range []struct{ name, side, prose, want string }{
		{"definite", "target", "Långtidspotentieringen avtog.", "«Långtidspotentieringen» långtidspotentiering target (definite)"},
		{"the rule names every step", "target", "den synaptiska plasticiteten", "«synaptiska plasticiteten» synaptisk plasticitet target (agreement, definite)"},
		{"a compound is cut to the term", "target", "magnesiumnivåerna", "«magnesium» magnesium target (first part of a compound)"},
		{"the head of a compound", "target", "i hjärnmagnesiumet", "«magnesiumet» magnesium target (head of a compound, definite)"},
		{"the middle of a compound", "target", "hjärnmagnesiumnivåer", "«magnesium» magnesium target (middle of a compound)"},
		{"both halves of a coordination", "target", "NMDA- och AMPA-receptorerna",
			"«NMDA- och AMPA-receptorerna» NMDA-receptor target (coordination, definite plural); «AMPA-receptorerna» AMPA-receptor target (definite plural)"},
		{"forbidden", "target", "långvarig förstärkning (LTP)",
			"«långvarig förstärkning» långvarig förstärkning forbidden (same); «LTP» LTP abbreviation (same)"},
		{"forbidden and bent", "target", "två dendritiska taggar", "«dendritiska taggar» dendritisk tagg forbidden (agreement, plural)"},
		{"forbidden inside a longer agreed form", "target", "av taggtråd", "«taggtråd» taggtråd allowed (same)"},
		{"forbidden by itself", "target", "en tagg", "«tagg» tagg forbidden (same)"},
		{"an agreed term inside a longer one is nested", "target", "långtidsdepression",
			"«långtidsdepression» långtidsdepression target (same); [«depression» depression target (head of a compound)]"},
		{"forbidden by its hyphen only", "target", "en amino-syra", "«amino-syra» amino-syra forbidden (same)"},
		{"agreed in spite of a hyphen", "target", "långtids-potentiering", "«långtids-potentiering» långtidspotentiering target (hyphen left out)"},
		{"source: longest wins", "source", "Long-term depression is no depression.",
			"«Long-term depression» long-term depression source (same); [«depression» depression source (same)]; «depression» depression source (same)"},
		{"source: abbreviation", "source", "LTP-induced", "«LTP» LTP abbreviation (same)"},
		{"source: coordination", "source", "NMDA and AMPA receptors",
			"«NMDA and AMPA receptors» NMDA receptor source (coordination, plural); «AMPA receptors» AMPA receptor source (plural)"},
		{"nothing", "source", "Nothing of the kind, ltp or otherwise.", ""},
		{"an empty text", "target", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			find := g.FindTarget
			if c.side == "source" {
				find = g.FindSource
			}
			if got := show(c.prose, find(c.prose, nil)); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.prose, got, c.want)
			}
		})
	}
}

// A Swedish source is read more strictly than a Swedish target: a term is not
// looked for at the end of compounds unless it says so.
func TestSwedishSourceIsStrict(t *testing.T) {
	r := mustRead(t, house+"  - {source: calcium, target: kalcium, match: compound}\n").Reverse()
	for prose, want := range map[string]string{
		"hjärnmagnesium":    "",
		"hjärnkalcium":      "«kalcium» kalcium source (head of a compound)",
		"magnesiumnivåerna": "«magnesium» magnesium source (first part of a compound)",
		"långtids potentiering var under lång tid": "",
	} {
		if got := show(prose, r.FindSource(prose, nil)); got != want {
			t.Errorf("%s: %s, want %s", prose, got, want)
		}
	}
}

func TestSkip(t *testing.T) {
	g := mustRead(t, house)
	prose := "magnesium and `magnesium`"
	literal := strings.Index(prose, "`")
	got := g.FindSource(prose, func(start, end int) bool { return start > literal })
	if len(got) != 1 || got[0].Start != 0 {
		t.Errorf("found %s", show(prose, got))
	}
}

func TestReplacement(t *testing.T) {
	g := mustRead(t, house)
	for _, c := range []struct{ prose, form, want string }{
		{"långvarig förstärkning", "långtidspotentiering", "långtidspotentiering"},
		{"den långvariga förstärkningen", "långtidspotentiering", "långtidspotentieringen"},
		{"långvarig förstärknings roll", "långtidspotentiering", "långtidspotentierings"},
		{"dendritiska taggarna", "dendritutskott", "dendritutskotten"},
		{"dendritiska taggar", "dendritutskott", "dendritutskott"},
		{"dendrittaggstäthet", "dendritutskott", ""},                // in a compound the joint may change
		{"dendritiska taggar", "utskott på dendrit", ""},            // words before a bent head
		{"den långvariga förstärkningen", "Obekant", ""},            // no known paradigm
		{"den långvariga förstärkningen", "Hjärna", "Hjärnan"},      // capitals stay
		{"den långvariga förstärkningen", "LTP-test", "LTP-testet"}, // and so do initialisms
	} {
		matches := g.FindTarget(c.prose, nil)
		if len(matches) != 1 {
			t.Fatalf("%s: %s", c.prose, show(c.prose, matches))
		}
		got, ok := matches[0].Replacement(c.form)
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%s → %s: %q, want %q", c.prose, c.form, got, c.want)
		}
	}
}

func TestCaseSensitive(t *testing.T) {
	g := mustRead(t, "  - {source: Nature, target: Nature, case: sensitive}\n  - {source: IT, target: IT}\n  - {source: magnesium, target: magnesium, abbreviation: Mg}\n  - {source: attention deficit, target: x, abbreviation: adhd}\n")
	for prose, want := range map[string]int{"250 mg": 0, "250 Mg": 1, "ADHD": 1, "adhd": 1,
		"in Nature": 1, "in nature": 0, "IT department": 1, "it is": 0, "Nature's pages": 1} {
		if got := len(g.FindSource(prose, nil)); got != want {
			t.Errorf("%s: %d matches, want %d", prose, got, want)
		}
	}
}

func TestRendered(t *testing.T) {
	g := mustRead(t, house)
	for prose, want := range map[string]bool{"långtidspotentieringens": true, "LTP": true, "långvarig förstärkning": false, "": false} {
		if got := Rendered(g.FindTarget(prose, nil), g.Terms[0]); got != want {
			t.Errorf("%q renders %s: %v", prose, g.Terms[0].Source[0], got)
		}
	}
}

// Matches lie in the prose, at character boundaries, in order, and are the same
// at every search; searching never takes more than linear time, so that these
// texts end.
func TestHostileText(t *testing.T) {
	g := mustRead(t, house+"  - {source: a a a a a a a a, target: a a a a a a a a, match: compound}\n  - {source: aa, target: aa-aa, match: compound}\n  - {source: abc abc, target: abc-abc, match: compound}\n")
	for _, unit := range []string{"a ", "a-", "aa", "abc-", "abc- och ", "NMDA- och ", "NMDA-, ", "NMDA/", "synaptisk och ", "långtids", "\u00ad", "a\u0301", "å:", "(", "\xff"} {
		prose := strings.Repeat(unit, (1<<16)/len(unit))
		check(t, g, prose)
	}
}

func check(t *testing.T, g *Glossary, prose string) {
	t.Helper()
	for _, find := range []func(string, func(int, int) bool) []Match{g.FindSource, g.FindTarget} {
		at := 0
		for _, m := range find(prose, nil) {
			if m.Start < at || m.Start >= m.End || m.End > len(prose) || m.Rule == "" || m.Term == nil {
				t.Fatalf("match [%d,%d) by %q in %d bytes after %d", m.Start, m.End, m.Rule, len(prose), at)
			}
			if utf8.ValidString(prose) && !utf8.ValidString(prose[m.Start:m.End]) {
				t.Fatalf("match [%d,%d) cuts a character of %q", m.Start, m.End, prose)
			}
			m.Replacement(m.Form)
			at = m.Start
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, prose := range []string{"NMDA- och AMPA-receptorer", "Långtids\u00adpotentieringens, LTP:s", "long- and short-term depression",
		"hjärnmagnesiumnivåer", "a\u030angest-İSTANBUL-ﬁbrer α-syra", "amino-syra/amino syra"} {
		f.Add(prose, "amino acid", "aminosyra")
	}
	f.Fuzz(func(t *testing.T, prose, source, target string) {
		g := mustRead(t, house)
		for _, mode := range []Mode{Auto, Exact, Compound, Prefix} {
			g.Terms = append(g.Terms, &Term{Source: []string{source}, Target: []string{target}, Mode: mode})
		}
		check(t, g, prose)
		check(t, g.Reverse(), prose)
	})
}

// A language that nothing is known of still finds words as they are written.
func TestUnknownLanguage(t *testing.T) {
	l := &lang.Language{Code: "xx"}
	g := &Glossary{Source: l, Target: l, Terms: []*Term{{Source: []string{"foo bar"}, Target: []string{"baz"}}}}
	if len(g.FindSource("a Foo-Bar", nil)) != 1 || len(g.FindTarget("bazen", nil)) != 0 {
		t.Error("words without a morphology are not compared as they stand")
	}
}

// TestMayOpen: no word that has hops from the root is refused by its beginning,
// wherever the beginning ends, be its form listed, bent or at the end of a compound.
func TestMayOpen(t *testing.T) {
	listed := Glossary{Source: lang.For("en"), Target: lang.For("sv")}
	for _, w := range strings.Fields("natt bok fot land bonde göra vinna sitta i å") {
		listed.Terms = append(listed.Terms, &Term{Source: []string{"child", "understand", "knife"}, Target: []string{w}, Mode: Compound})
	}
	all := []*Glossary{mustRead(t, house), &listed}
	for _, name := range Builtins() {
		g, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	tried := 0
	for _, g := range all {
		for _, x := range []*index{g.source(), g.target()} {
			edges := x.root.few
			for _, more := range x.root.edges {
				edges = append(edges, more...)
			}
			for _, e := range edges {
				for _, form := range append(x.lang.Listed(e.word), e.word, e.word+"s", e.word+"erna", e.stem+"ornas", e.stem+"ies", e.word+"behandling") {
					for _, word := range []string{form, form + "s", "fram" + form} {
						for i := range word {
							if i > 1 && len(x.reach(x.root, word, nil)) > 0 {
								tried++
								if !x.mayOpen(word[:i]) {
									t.Fatalf("%s has hops, but %s opens nothing", word, word[:i])
								}
							}
						}
					}
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d beginnings were tried", tried)
	}
}
