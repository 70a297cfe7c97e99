package term

import (
	"errors"
	"strings"
	"testing"

	"tvilling/internal/strictyaml"
	"tvilling/internal/text"
)

const opening = "source: en\ntarget: sv\nterms:\n"

func TestReadTerm(t *testing.T) {
	g, err := Read(text.NewFile("g.yaml", `source: en
target: sv
domain: neuroscience
terms:
  - source: [long-term potentiation, long-lasting potentiation]
    target: långtidspotentiering
    abbreviation: LTP
    allowed: LTP-fenomenet
    forbidden: [långvarig förstärkning]
    note: Not the drug
  - source: magnetic resonance imaging
    target: magnetresonanstomografi
    abbreviation: MRI
    targetAbbreviation: MR
    domain: imaging
    case: sensitive
    match: compound
    forms: [magnetresonanstomografierna]
  - source: Magtein
    keep: true
`))
	if err != nil {
		t.Fatal(err)
	}
	ltp, mri, magtein := g.Terms[0], g.Terms[1], g.Terms[2]
	if g.Source.Code != "en" || g.Target.Code != "sv" || len(g.Terms) != 3 {
		t.Fatalf("read as %s→%s with %d terms", g.Source.Code, g.Target.Code, len(g.Terms))
	}
	if len(ltp.Source) != 2 || ltp.Domain != "neuroscience" || ltp.TargetAbbreviation != "LTP" || ltp.Allowed[0] != "LTP-fenomenet" || ltp.Note == "" {
		t.Errorf("%+v", ltp)
	}
	if mri.Domain != "imaging" || mri.TargetAbbreviation != "MR" || !mri.CaseSensitive || mri.Mode != Compound || len(mri.Forms) != 1 {
		t.Errorf("%+v", mri)
	}
	if !magtein.Keep || magtein.Target[0] != "Magtein" || magtein.Span.Text() != "Magtein" {
		t.Errorf("%+v", magtein)
	}
}

func TestReadMistakes(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"an unknown key", opening + "  - source: a b\n    taget: x\n",
			`g.yaml:5:5: unknown key "taget"; did you mean "target"?`},
		{"no target", opening + "  - source: synapse\n",
			`g.yaml:4:5: term "synapse" has no target; write target: and its rendering, or keep: true for a name that is never translated`},
		{"no source", opening + "  - target: synaps\n", `g.yaml:4:5: term has no source; write source: and its name`},
		{"a term twice", opening + "  - {source: blood-brain barrier, target: x}\n  - {source: Blood–Brain barrier, target: y}\n",
			`g.yaml:5:14: term "Blood–Brain barrier" stands already on line 4; merge the two, or give each a domain`},
		{"a term twice in a domain", opening + "  - {source: spine, target: x, domain: d}\n  - {source: spine, target: y, domain: d}\n",
			`g.yaml:5:14: term "spine" stands already on line 4 in domain "d"; merge the two`},
		{"forbidden and the target", opening + "  - {source: spine, target: ryggrad, forbidden: [Ryggrad]}\n",
			`g.yaml:4:50: "Ryggrad" is both forbidden and the target; drop one`},
		{"forbidden and allowed", opening + "  - {source: spine, target: x, allowed: y, forbidden: y}\n",
			`g.yaml:4:55: "y" is both forbidden and allowed; drop one`},
		{"an unknown language", "source: en\ntarget: sw\nterms: []\n", `g.yaml:2:9: language "sw" is unknown; known are en, sv; did you mean "sv"?`},
		{"no languages", "terms: []\n", `g.yaml:1:1: has no source language; write source: and a code such as en or sv`},
		{"one language", "source: en\ntarget: en\nterms: []\n", `g.yaml:2:9: source and target are the same language`},
		{"no terms", "source: en\ntarget: sv\n", `g.yaml:1:1: has no terms; write terms: and a list`},
		{"a bad pattern", opening + "  - {source: 'a(b', target: x, match: regex}\n", `g.yaml:4:14: "a(b" is no regular expression (RE2): missing closing ): ` + "`a(b`"},
		{"an unknown mode", opening + "  - {source: a, target: x, match: exakt}\n", `g.yaml:4:35: "exakt" is none of auto, exact, inflected, compound, prefix, regex; did you mean "exact"?`},
		{"a form without words", opening + "  - {source: '--', target: x}\n", `g.yaml:4:14: "--" has 0 words; a form has between 1 and 24`},
		{"a term that is text", opening + "  - synapse\n", `g.yaml:4:5: must be a mapping (key: value), but is text (synapse)`},
		{"an empty file", "", `g.yaml: is empty; write source: en, target: sv and terms:`},
		{"empty target", opening + "  - source: a\n    target:\n", `g.yaml:5:12: has no value; write text or a list of text`},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := Read(text.NewFile("g.yaml", c.yaml))
			if err == nil || g != nil {
				t.Fatal("no mistake was found")
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

// All mistakes come at once, in order of place.
func TestReadReportsAll(t *testing.T) {
	_, err := Read(text.NewFile("g.yaml", opening+"  - source: a\n  - sourse: b\n    target: c\n  - source: d\n    match: x\n"))
	var all strictyaml.Errors
	if !errors.As(err, &all) || len(all) != 5 {
		t.Fatalf("%d mistakes: %v", len(all), err)
	}
	for i := 1; i < len(all); i++ {
		if all[i].Line < all[i-1].Line {
			t.Errorf("line %d comes after line %d", all[i-1].Line, all[i].Line)
		}
	}
}

func mustRead(t testing.TB, yaml string) *Glossary {
	t.Helper()
	g, err := Read(text.NewFile("g.yaml", opening+yaml))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestMerge(t *testing.T) {
	base := mustRead(t, "  - {source: spine, target: ryggrad}\n  - {source: synapse, target: synaps}\n  - {source: cell, target: cell, domain: biology}\n")
	house := mustRead(t, "  - {source: Spine, target: utskott}\n  - {source: cell, target: batteri, domain: physics}\n")
	merged := Merge(nil, base, nil, house)
	got := map[string][]string{}
	for _, term := range merged.Terms {
		got[strings.ToLower(term.Source[0])] = append(got[strings.ToLower(term.Source[0])], term.Target[0])
	}
	for source, want := range map[string]string{"spine": "utskott", "synapse": "synaps", "cell": "cell batteri"} {
		if strings.Join(got[source], " ") != want {
			t.Errorf("%s: %v, want %s", source, got[source], want)
		}
	}
	if Merge() != nil || Merge(nil) != nil {
		t.Error("nothing merged is something")
	}
}

func TestReverse(t *testing.T) {
	g := mustRead(t, "  - {source: magnetic resonance imaging, target: magnetresonanstomografi, abbreviation: MRI, targetAbbreviation: MR, allowed: magnetkamera, forbidden: magnetbild}\n").Reverse()
	for prose, want := range map[string]string{
		"magnetresonanstomografin": "magnetresonanstomografi", "magnetkameran": "", "MR-bilder": "MR", "magnetbilden": ""} {
		got := ""
		if m := g.FindSource(prose, nil); len(m) > 0 {
			got = m[0].Form
		}
		if got != want {
			t.Errorf("%s: found %q, want %q", prose, got, want)
		}
	}
	if m := g.FindTarget("an MRI scan", nil); len(m) != 1 || m[0].Kind != Abbreviation {
		t.Errorf("MRI: %v", m)
	}
}

// A name that two terms share does not say which is meant, so both renderings
// pass for either, unless one is forbidden for the other.
func TestHomonyms(t *testing.T) {
	g := mustRead(t, "  - {source: spine, target: utskott, domain: cell}\n  - {source: spine, target: ryggrad, domain: body}\n  - {source: spine, target: bokrygg, forbidden: ryggrad, domain: book}\n")
	for prose, want := range map[string][]bool{"ryggraden": {true, true, false}, "utskotten": {true, true, true}} {
		found := g.FindTarget(prose, nil)
		for i, term := range g.Terms {
			if got := Rendered(found, term); got != want[i] {
				t.Errorf("%s renders spine (%s): %v", prose, term.Domain, got)
			}
		}
	}
	r := mustRead(t, "  - {source: nerve cell, target: nervcell}\n  - {source: neuron, target: [neuron, nervcell]}\n").Reverse()
	found := r.FindTarget("the neurons", nil)
	for _, m := range r.FindSource("nervcellerna", nil) {
		if !Rendered(found, m.Term) {
			t.Errorf("neurons do not render %s", m.Term.Source[0])
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(opening + "  - {source: a b, target: c, forbidden: [d], match: compound}\n")
	f.Add(opening + "  - source: [a, &x b]\n    target: *x\n    keep: true\n")
	f.Add(opening + "  - {source: '(a|b)+', target: x, match: regex}\n")
	f.Fuzz(func(t *testing.T, yaml string) {
		g, err := Read(text.NewFile("g.yaml", yaml))
		if (g == nil) == (err == nil) {
			t.Fatalf("glossary %v and error %v", g, err)
		}
		if g == nil {
			return
		}
		for _, r := range []*Glossary{g, g.Reverse(), Merge(g, g)} {
			r.FindSource(yaml, nil)
			r.FindTarget(yaml, nil)
		}
	})
}
