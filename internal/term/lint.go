package term

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// Problem is something in a glossary that reads well and works badly.
type Problem struct {
	Span    text.Span // of the term's chief source form
	Message string
	// Advice says that it may be meant; other problems make a form useless or two
	// terms contradict each other.
	Advice bool
}

// Lint looks for forms that can never match, for terms that contradict each other
// within a glossary, and, over glossaries in the order in which they are laid over
// each other, for terms that hide others. It does not repeat what Read refuses.
func Lint(layers ...*Glossary) []Problem {
	var l linter
	for _, g := range layers {
		l.glossary(g)
	}
	l.layers(layers)
	slices.SortStableFunc(l.out, func(a, b Problem) int {
		return cmp.Or(slices.IndexFunc(layers, a.of)-slices.IndexFunc(layers, b.of), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return slices.Compact(l.out) // a form that stands on both sides is said once
}

// of says that the problem lies in g.
func (p Problem) of(g *Glossary) bool {
	return len(g.Terms) > 0 && g.Terms[0].Span.File == p.Span.File
}

type linter struct{ out []Problem }

func (l *linter) problem(t *Term, format string, args ...any) {
	l.out = append(l.out, Problem{Span: t.Span, Message: fmt.Sprintf(format, args...)})
}

func (l *linter) advise(t *Term, format string, args ...any) {
	l.out = append(l.out, Problem{Span: t.Span, Message: fmt.Sprintf(format, args...), Advice: true})
}

// glossary looks at the terms of one glossary.
func (l *linter) glossary(g *Glossary) {
	abbreviations, names := map[string]*Term{}, map[string]*Term{}
	for _, t := range g.Terms {
		l.forms(g, t)
		if t.Mode != Regex && !t.Keep && len(t.Target) > 0 && t.Source[0] == t.Target[0] && strings.ToLower(t.Source[0]) != t.Source[0] {
			l.advise(t, "the name %q is the same in both languages; keep: true says so", t.Source[0])
		}
		if a := t.Abbreviation; a != "" {
			if other := abbreviations[a]; other != nil && other.TargetAbbreviation != t.TargetAbbreviation {
				l.problem(t, "%s is the abbreviation of %q too (line %d), with another in %s", a, other.Source[0], other.Span.Line(), g.Target.Name)
			} else if other != nil {
				l.advise(t, "%s is the abbreviation of %q too (line %d)", a, other.Source[0], other.Span.Line())
			}
			abbreviations[a] = t
		}
		for _, form := range t.Source {
			if other := names[key(form)]; other != nil && other != t && !shareTarget(t, other) {
				l.advise(t, "%q is %q here and %q on line %d (another domain); in one text either passes", form, first(t.Target), first(other.Target), other.Span.Line())
			}
			names[key(form)] = t
		}
	}
}

// shareTarget says that some agreed rendering of both is the same.
func shareTarget(a, b *Term) bool {
	for _, x := range a.Target {
		for _, y := range b.Target {
			if key(x) == key(y) {
				return true
			}
		}
	}
	return false
}

// forms looks at each form of a term by itself and beside the others.
func (l *linter) forms(g *Glossary, t *Term) {
	if t.Mode == Regex {
		l.patterns(t)
		return
	}
	for _, form := range t.Source {
		if !found(g.FindSource(form, nil), t, Source) {
			l.problem(t, "the name %q can never match", form)
		}
		l.written(t, form)
	}
	kinds := []struct {
		kind  Kind
		forms []string
	}{{Target, t.Target}, {Allowed, t.Allowed}, {Forbidden, t.Forbidden}}
	for _, k := range kinds {
		for _, form := range k.forms {
			if k.kind != Allowed {
				l.written(t, form)
			}
			matches := g.FindTarget(form, nil)
			switch {
			case found(matches, t, k.kind) || k.kind == Allowed && found(matches, t, Target):
			case k.kind == Forbidden && (found(matches, t, Target) || found(matches, t, Allowed)):
				l.problem(t, "the forbidden %q can never match: it is a form of one that is agreed or allowed", form)
			default:
				l.problem(t, "the %s form %q can never match", k.kind, form)
			}
		}
	}
}

func found(matches []Match, t *Term, kind Kind) bool {
	return slices.ContainsFunc(matches, func(m Match) bool { return m.Term == t && m.Kind == kind })
}

// patterns looks at regular expressions, which Read has compiled once.
func (l *linter) patterns(t *Term) {
	for _, forms := range [][]string{t.Source, t.Target, t.Allowed, t.Forbidden} {
		for _, form := range forms {
			x := newIndex(lang.All()[0], false)
			x.add(t, Source, form, Regex)
			if len(x.regexes) == 1 && x.regexes[0].re.MatchString("") {
				l.advise(t, "the pattern %q matches the empty text", form)
			}
		}
	}
}

// written looks at how a form is written.
func (l *linter) written(t *Term, form string) {
	last, _ := utf8.DecodeLastRuneInString(form)
	switch {
	case strings.ContainsRune(",;:", last):
		l.problem(t, "%q ends in a mark that belongs to no term", form)
	case strings.ContainsAny(form, "+#@*=<>$"):
		l.advise(t, "the signs in %q do not count: it matches without them too; match: regex can tell", form)
	case utf8.RuneCountInString(form) < 3 && t.Mode == Auto && strings.IndexFunc(form, unicode.IsLower) >= 0:
		l.advise(t, "%q is so short that it will match by chance; match: exact is safer", form)
	}
}

// layers looks for terms that a later glossary replaces.
func (l *linter) layers(layers []*Glossary) {
	for i, g := range layers {
		names := map[string]*Term{}
		for _, t := range g.Terms {
			for _, form := range t.Source {
				names[key(form)] = t
			}
		}
		for _, later := range layers[i+1:] {
			for _, t := range later.Terms {
				l.hidden(g, names, later, t)
			}
		}
	}
}

func (l *linter) hidden(g *Glossary, names map[string]*Term, later *Glossary, t *Term) {
	for _, form := range t.Source {
		old := names[key(form)]
		if old == nil || old.Domain != "" && t.Domain != "" && old.Domain != t.Domain {
			continue
		}
		if shareTarget(old, t) {
			l.advise(t, "%q stands in %s too, line %d", form, g.Name, old.Span.Line())
		} else {
			l.advise(t, "%q is %q here, which takes the place of %q in %s", form, first(t.Target), first(old.Target), g.Name)
		}
		return
	}
}

// Unused are the terms of g of which no name and no abbreviation stands in any of
// the source texts.
func (g *Glossary) Unused(sources []string) []*Term {
	used := map[*Term]bool{}
	for _, s := range sources {
		for _, m := range g.FindSource(s, nil) {
			used[m.Term] = true
		}
	}
	var out []*Term
	for _, t := range g.Terms {
		if !used[t] {
			out = append(out, t)
		}
	}
	return out
}
