package term

import (
	"strings"
	"testing"

	"tvilling/internal/lang"
)

// Every built-in glossary reads without a mistake, and each of its forms is found
// in a text that is that form, as the kind it is.
func TestBuiltinsFindThemselves(t *testing.T) {
	names, terms := Builtins(), 0
	if len(names) < 2 {
		t.Fatalf("only %v are built in", names)
	}
	for _, name := range names {
		g, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		terms += len(g.Terms)
		for _, term := range g.Terms {
			for kind, forms := range map[Kind][]string{Target: term.Target, Allowed: term.Allowed, Forbidden: term.Forbidden} {
				for _, form := range forms {
					if !finds(g.FindTarget(form, nil), term, kind, form) {
						t.Errorf("%s: the %s form %q of %q is not found in itself", name, kind, form, term.Source[0])
					}
				}
			}
			for _, form := range term.Source {
				if !finds(g.FindSource(form, nil), term, Source, form) {
					t.Errorf("%s: %q is not found in itself", name, form)
				}
			}
			if a := term.Abbreviation; a != "" && !finds(g.FindSource("("+a+")", nil), term, Abbreviation, a) {
				t.Errorf("%s: the abbreviation %q is not found", name, a)
			}
		}
	}
	if terms < 200 {
		t.Errorf("only %d terms are built in", terms)
	}
}

// finds says whether the whole text is matched as that form.
func finds(matches []Match, term *Term, kind Kind, text string) bool {
	for _, m := range matches {
		agreed := m.Kind == Target && kind == Allowed // an allowed form that is the agreed one bent
		if m.Term == term && (m.Kind == kind || agreed) && m.Start < m.End && m.End-m.Start >= len(text)-2 {
			return true
		}
	}
	return false
}

// A glossary is used in both directions, so no agreed rendering may be forbidden
// for the same notion, and the reversed glossary finds its terms too.
func TestBuiltinsReverse(t *testing.T) {
	for _, name := range Builtins() {
		g, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		r := g.For(lang.For("sv"), lang.For("en"))
		want := len(g.Terms)
		if g.OneWay {
			want = 0
		}
		if r == nil || r.Source.Code != "sv" || len(r.Terms) != want {
			t.Fatalf("%s does not reverse", name)
		}
		for _, term := range r.Terms {
			if !finds(r.FindSource(term.Source[0], nil), term, Source, term.Source[0]) {
				t.Errorf("%s reversed: %q is not found in itself", name, term.Source[0])
			}
		}
		if g.For(lang.For("sv"), lang.For("sv")) != nil {
			t.Errorf("%s serves a pair that it is not about", name)
		}
	}
}

func TestUnknownBuiltin(t *testing.T) {
	known := " is unknown; built in are " + strings.Join(Builtins(), ", ")
	for name, want := range map[string]string{
		"builtin:neurosience": `glossary "builtin:neurosience"` + known + `; did you mean "builtin:neuroscience"?`,
		"neuroscience":        `glossary "neuroscience"` + known,
		"builtin:*":           `glossary "builtin:*"` + known,
	} {
		if _, err := Builtin(name); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
}
