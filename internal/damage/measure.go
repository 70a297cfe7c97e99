package damage

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"tvilling/internal/check"
	"tvilling/internal/review"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// Article is a pair to be spoilt, with the way to read it.
type Article struct {
	Name           string
	Source, Target *text.File
	Options        review.Options
}

// score is what came of all attempts of one kind.
type score struct{ labels, found, right, news, hits int }

// Table is what was measured.
type Table struct {
	byKind map[string]*score
	order  []string
	words  int // of undamaged target text
	clean  int // findings on it, errors and warnings
	hints  int // suggestions on it
	missed []string
	beside []string
}

// Measure spoils each article in every way, once for each seed, and reviews it
// before and after. A finding that was not there before is new; it hits when it
// lies within a line of the damage or at the source passage concerned.
func Measure(articles []Article, seeds []uint64) (*Table, error) {
	t := &Table{byKind: map[string]*score{}}
	for _, k := range Kinds() {
		t.order = append(t.order, k.Name)
		t.byKind[k.Name] = &score{}
	}
	for _, a := range articles {
		if err := t.article(a, seeds); err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	return t, nil
}

func (t *Table) article(a Article, seeds []uint64) error {
	clean, err := review.Pair(a.Source, a.Target, a.Options)
	if err != nil {
		return err
	}
	a.Options.SourceLang, a.Options.TargetLang = clean.Source.Lang.Code, clean.Target.Lang.Code
	t.words += len(strings.Fields(string(a.Target.Content)))
	known := map[string]bool{}
	for _, f := range clean.Findings {
		known[f.Fingerprint] = true
		if f.Severity == check.Suggestion {
			t.hints++
		} else {
			t.clean++
		}
	}
	terms := term.Merge(a.Options.Glossaries...)
	for _, k := range Kinds() {
		for _, seed := range seeds {
			spoilt, label, ok := Inflict(k, clean.Align, terms, seed)
			if !ok {
				continue
			}
			after, err := review.Pair(a.Source, spoilt, a.Options)
			if err != nil {
				return err
			}
			t.count(a.Name, seed, label, slices.DeleteFunc(after.Findings, func(f check.Finding) bool { return known[f.Fingerprint] }))
		}
	}
	return nil
}

func (t *Table) count(article string, seed uint64, l Label, news []check.Finding) {
	s := t.byKind[l.Kind.Name]
	s.labels++
	s.news += len(news)
	found, right := false, false
	for _, f := range news {
		if !hits(l, f) {
			t.beside = append(t.beside, fmt.Sprintf("%s seed %d, %s: line %d %s: %s", article, seed, l.Kind.Name, f.Span.Line(), f.Rule, f.Message))
			continue
		}
		s.hits++
		found = true
		right = right || slices.ContainsFunc(l.Kind.Rules, func(rule string) bool { return strings.HasPrefix(f.Rule, rule) })
	}
	if found {
		s.found++
	}
	if right {
		s.right++
	} else {
		t.missed = append(t.missed, fmt.Sprintf("%s seed %d, %s: lines %d–%d", article, seed, l.Kind.Name, l.First, l.Last))
	}
}

// hits says that a finding speaks of the damage.
func hits(l Label, f check.Finding) bool {
	first, last := f.Span.Line(), f.Span.File.Line(f.Span.End)
	if first <= l.Last+1 && last >= l.First-1 {
		return true
	}
	for _, n := range f.Related {
		if n.Span.File == f.Span.File && n.Span.Line() <= l.Last+1 && n.Span.Line() >= l.First-1 {
			return true
		}
		if !l.Source.IsZero() && n.Span.File == l.Source.File && (n.Span.Overlaps(l.Source) || l.Source.Contains(n.Span)) {
			return true
		}
	}
	return false
}

// Write prints the table in Markdown; with details also what was missed and what
// was found beside the damage.
func (t *Table) Write(w io.Writer, details bool) error {
	out := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(out, "damage\tlabels\tfound\tright rule\tnew findings\tof them at the damage\t")
	var all score
	for _, name := range t.order {
		s := t.byKind[name]
		if s.labels == 0 {
			fmt.Fprintf(out, "%s\t0\t\t\t\t\t\n", name)
			continue
		}
		s.line(out, name)
		all.labels, all.found, all.right = all.labels+s.labels, all.found+s.found, all.right+s.right
		all.news, all.hits = all.news+s.news, all.hits+s.hits
	}
	if all.labels > 0 {
		all.line(out, "all")
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if t.words > 0 {
		fmt.Fprintf(w, "\nundamaged: %.2f errors and warnings and %.2f suggestions in 1,000 words (%d words)\n",
			1000*float64(t.clean)/float64(t.words), 1000*float64(t.hints)/float64(t.words), t.words)
	}
	if details {
		for _, m := range t.missed {
			fmt.Fprintln(w, "missed:", m)
		}
		for _, f := range t.beside {
			fmt.Fprintln(w, "beside:", f)
		}
	}
	return nil
}

func (s *score) line(w io.Writer, name string) {
	precision := "–"
	if s.news > 0 {
		precision = fmt.Sprintf("%.1f %%", 100*float64(s.hits)/float64(s.news))
	}
	fmt.Fprintf(w, "%s\t%d\t%.1f %%\t%.1f %%\t%d\t%s\t\n", name, s.labels,
		100*float64(s.found)/float64(s.labels), 100*float64(s.right)/float64(s.labels), s.news, precision)
}
