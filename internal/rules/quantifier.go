package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "quantifier",
	Title:    "The opposite is said: more for less, at least for at most",
	Category: "accuracy/mistranslation",
	Severity: check.Warning,
	Doc: `"At least 5" became "högst 5", "increases" became "minskar", "before" became "efter", "must"
became "kan". A word that
says one side of such a pair is reported when its sentence and the source's are surely a
pair, the source says the other side, and neither has any word that could stand for
what the other says. Next to the same number, "over" and "under", > and < are compared too.
Sentences of which only one has a negation are left alone: "no more than 5" is
"högst 5".`,
	Bad: []check.Example{
		{Source: "You need at least 5 GB.", Target: "Du behöver högst 5 GB."},
		{Source: "The treatment increases the risk.", Target: "Behandlingen minskar risken."},
		{Source: "Over 300 boats came.", Target: "Under 300 båtar kom."},
	},
	Good: []check.Example{
		{Source: "You need no more than 5 GB. The price never falls.", Target: "Du behöver högst 5 GB. Priset stiger alltid."},
		{Source: "It reduces the risk and increases sleep.", Target: "Det minskar risken och ökar sömnen."},
	},
	Run: quantifier,
})

func quantifier(p *check.Pass) {
	seen := map[text.Span]bool{}
	report := func(target, source text.Span, what string) {
		if seen[target] {
			return
		}
		seen[target] = true
		p.Reportf(target, source, "%s here but %s in the source %s", check.Quote(target.Text()), check.Quote(source.Text()), what)
	}
	for found := range allNumerals(p) {
		for _, pair := range found.pairs {
			if s, t, ok := opposedBounds(p, pair); ok {
				report(t, s, opposite)
			}
		}
	}
	var source, target []lang.Sense
	for _, s := range surePairs(p) {
		if said := p.Target.Lang.MaySay(s.target.Text()); said == 0 || !said.MayClash(p.Source.Lang.MaySay(s.source.Text())) {
			continue // as with most
		}
		target = p.Target.Lang.Senses(s.target.Text(), target[:0])
		if !slices.ContainsFunc(target, func(t lang.Sense) bool { return t.Clear }) {
			continue // nothing that could clash
		}
		source = p.Source.Lang.Senses(s.source.Text(), source[:0])
		if !clash(source, target) || negatedOnce(p, s) {
			continue
		}
		from, to := settled(source, target)
		for _, t := range to {
			if at := opposed(from, to, t); at >= 0 && !inItsPlace(from, to, t) {
				report(within(s.target, lang.Range{Start: t.Start, End: t.End}), within(s.source, lang.Range{Start: from[at].Start, End: from[at].End}), saidInstead(t.Opposition))
			}
		}
	}
}

const opposite = "says the opposite"

// saidInstead is how the source's side of an opposition differs: of what one must,
// may and should do the sides are no opposites but degrees.
func saidInstead(opposition string) string {
	if opposition == "required" || opposition == "binding" {
		return "binds the reader otherwise"
	}
	return opposite
}

// clash says that the source says one side of an opposition and the target the other.
func clash(source, target []lang.Sense) bool {
	return slices.ContainsFunc(target, func(t lang.Sense) bool {
		return t.Clear && slices.ContainsFunc(source, func(a lang.Sense) bool { return a.Clear && a.Opposition == t.Opposition && a.Pole != t.Pole })
	})
}

// opposed is which of the source's senses t turns round; -1 when each side has
// something that may stand for what the other says.
func opposed(source, target []lang.Sense, t lang.Sense) int {
	at := slices.IndexFunc(source, func(a lang.Sense) bool {
		return a.Clear && t.Clear && a.Opposition == t.Opposition && a.Pole != t.Pole
	})
	if at < 0 || tally(target, t.Opposition, t.Pole, true) <= tally(source, t.Opposition, t.Pole, false) {
		return -1
	}
	said, kept := tally(source, t.Opposition, 1-t.Pole, true), tally(target, t.Opposition, 1-t.Pole, true)
	// "Higher standards in high-tech firms": the source says it more often still
	// when what only may say it is counted on both sides.
	if perhaps := tally(target, t.Opposition, 1-t.Pole, false); said > perhaps ||
		said > kept && tally(source, t.Opposition, 1-t.Pole, false) > perhaps {
		return at
	}
	return -1
}

// inItsPlace says that both sentences speak of the opposition equally often and
// that the source has at t's place what t says: another word is the wrong one.
func inItsPlace(source, target []lang.Sense, t lang.Sense) bool {
	clear := func(senses []lang.Sense) (out []lang.Sense) {
		for _, s := range senses {
			if s.Clear && s.Opposition == t.Opposition {
				out = append(out, s)
			}
		}
		return out
	}
	s, all := clear(source), clear(target)
	i := slices.Index(all, t)
	return len(s) == len(all) && i >= 0 && s[i].Pole == t.Pole
}

// settled leaves out what a word may say besides, where both sentences say
// clearly and equally often what it does say: "below" is "nedan", and no "at most".
func settled(source, target []lang.Sense) (s, t []lang.Sense) {
	said := map[lang.Sense]int{} // by opposition and pole: in the source more often than in the target
	clear := func(senses []lang.Sense, n int) {
		for _, a := range senses {
			if a.Clear {
				said[lang.Sense{Opposition: a.Opposition, Pole: a.Pole}] += n
			}
		}
	}
	clear(source, 1)
	clear(target, -1)
	keep := func(senses []lang.Sense) (out []lang.Sense) {
		for _, a := range senses {
			if a.Clear || !slices.ContainsFunc(senses, func(b lang.Sense) bool {
				return b.Clear && b.Opposition != a.Opposition && b.Start == a.Start && b.End == a.End && said[lang.Sense{Opposition: b.Opposition, Pole: b.Pole}] == 0
			}) {
				out = append(out, a)
			}
		}
		return out
	}
	return keep(source), keep(target)
}

// tally is how many words say that side of the opposition, clearly or, when
// clear is false, perhaps.
func tally(senses []lang.Sense, opposition string, pole int, clear bool) (n int) {
	last := -1
	for _, s := range senses {
		if s.Opposition == opposition && s.Pole == pole && s.Start > last && (s.Clear || !clear) {
			n, last = n+1, s.Start
		}
	}
	return n
}

// negatedOnce says that exactly one of the two sentences has a plain negation.
func negatedOnce(p *check.Pass, s sentencePair) bool {
	source, target := p.Source.Lang.Polarity(s.source.Text(), nil), p.Target.Lang.Polarity(s.target.Text(), nil)
	return (len(source.Clear) > 0) != (len(target.Clear) > 0)
}

// opposedBounds are the words before two numbers of one value when one says
// more and the other less.
func opposedBounds(p *check.Pass, f pair) (source, target text.Span, ok bool) {
	if f.source.Value != f.target.Value {
		return source, target, false
	}
	s, ok := bound(p.Source.Lang, f.source)
	if !ok {
		return source, target, false
	}
	t, ok := bound(p.Target.Lang, f.target)
	if !ok || direction(s.Relation)*direction(t.Relation) >= 0 {
		return source, target, false
	}
	// "Under 500 år" is "for 500 years" as well.
	if f.source.Unit.Dimension == "time" && !strings.Contains(s.Phrase, " ") && !strings.Contains(t.Phrase, " ") || f.target.Kind == lang.Time ||
		f.source.Kind == lang.Period || isYear(f.source) {
		return source, target, false
	}
	return s.span, t.span, true
}

// isYear says that a number without unit may be a year.
func isYear(f figure) bool {
	return f.Unit.IsZero() && len(f.Value) == 4 && len(f.text()) == 4 && (f.Value[0] == '1' || f.Value[0] == '2')
}

// direction is 1 for what says more, -1 for what says less, 0 for the others.
func direction(r lang.Relation) int {
	switch r {
	case lang.MoreThan, lang.AtLeast:
		return 1
	case lang.LessThan, lang.AtMost:
		return -1
	}
	return 0
}

// said is a quantifier at its place.
type said struct {
	lang.Quantifier
	span text.Span
}

// bound is the quantifier right before f.
func bound(l *lang.Language, f figure) (said, bool) {
	start := f.Start
	if f.UnitEnd > 0 {
		start = min(start, f.UnitStart)
	}
	head := f.block.Prose.Text[:start]
	head = head[max(0, len(head)-longestBound):]
	trimmed := strings.TrimRight(head, " \u00a0\u202f")
	if len(trimmed) == len(head) && start == f.Start {
		return said{}, false
	}
	for _, q := range l.Quantifiers {
		at := len(trimmed) - len(q.Phrase)
		if at < 0 || !sameEnd(trimmed, q.Phrase) || !strings.EqualFold(trimmed[at:], q.Phrase) || !begins(trimmed, at) {
			continue
		}
		if before := strings.Fields(trimmed[:at]); len(before) > 0 && l.Negations[strings.ToLower(before[len(before)-1])] {
			return said{}, false // "no larger than"
		}
		from := start - len(head)
		return said{q, f.block.Prose.Source(from+at, from+len(trimmed))}, true
	}
	return said{}, false
}

// sameEnd says that two texts that are not empty may end alike, capitals or not: a
// look at their last bytes.
func sameEnd(s, t string) bool {
	a, b := s[len(s)-1], t[len(t)-1]
	return a|0x20 == b|0x20 || a >= utf8.RuneSelf || b >= utf8.RuneSelf
}

// begins says that a word of s may begin at byte i.
func begins(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || !lang.IsWordRune(r) && !lang.IsHyphen(r)
}

// longestBound is more bytes than a quantifier, a negation and spaces take.
const longestBound = 64
