package page

import (
	"strings"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// card is what the page says of a finding.
type card struct {
	N                        int // from 1, down the page
	Section                  int
	Rule, Category, Severity string
	Message                  string
	Line, Column             int
	Words                    string     // the words it stands at; where something is missing, those of the source
	Expected                 string     // what should stand in the place of the words; "" when nobody knows, or a note says it
	Diff                     check.Diff // nil when there is no fix, or it takes out a long passage
	Cure                     string     // what the first fix does, in words
	Notes                    []note
	Fixes                    []fix
	Standing                 string // "known" to the baseline, "suppressed", else ""
	Reason                   string // of a suppression
	Fingerprint              string
	Lang                     string // of the translation

	severity check.Severity
	prefix   string // of its name on the page
}

// note is another passage that a finding speaks of.
type note struct {
	Message, Text, Lang string
	Line                int
	Row                 int // where it stands on the page; 0 beside the finding, and where that is unknown
	row                 *row
	span                text.Span
}

// fix is a way to mend a finding.
type fix struct {
	Title string
	Text  string // what would stand there; "" when words are only taken out
	Safe  bool
}

// Lengths, in runes, beyond which a card shows the beginning and the end only.
const (
	longDiff = 240
	longNote = 160
	shortCut = 80 // of what is taken out, and of what stands beside the card anyway
)

func newCard(f check.Finding, res *check.Result) *card {
	at := f.Span.Position()
	c := &card{Rule: f.Rule, Category: f.Category, Severity: f.Severity.String(), severity: f.Severity, Message: f.Message,
		Line: at.Line, Column: at.Column, Words: f.Span.Text(), Fingerprint: f.Fingerprint, Lang: res.Target.Lang.Code}
	if f.Standing == check.Persisting {
		c.Standing = "known"
	}
	for _, n := range f.Related {
		if said := oneLine(n.Span.Text()); said != "" {
			lang := res.Target.Lang.Code
			if n.Span.File == res.Source.File {
				lang = res.Source.Lang.Code
			}
			c.Notes = append(c.Notes, note{Message: n.Message, Text: said, Lang: lang, Line: n.Span.Line(), span: n.Span})
		}
	}
	if c.Words == "" && len(f.Related) > 0 {
		c.Words = f.Related[0].Span.Text()
	}
	for _, x := range f.Fixes {
		old, fresh := mended(f, x)
		c.Fixes = append(c.Fixes, fix{x.Title, fresh, x.Safe})
		if len(c.Fixes) == 1 {
			c.Cure = x.Title
			if fresh != "" || len(old) <= shortCut {
				c.Diff = inContext(f, x, old, fresh)
			}
			if len(x.Edits) == 1 && x.Edits[0].Span == f.Span && !c.says(fresh) {
				c.Expected = fresh
			}
		}
	}
	return c
}

// settle leaves of the notes what cannot be read beside the finding, in its row.
func (c *card) settle(home *row) {
	kept := c.Notes[:0]
	for _, n := range c.Notes {
		n.Text = middle(n.Text, longNote)
		switch n.row {
		case nil:
		case home:
			if len(n.Text) > shortCut {
				continue
			}
		default:
			n.Row = n.row.N
		}
		kept = append(kept, n)
	}
	c.Notes = kept
}

// says tells whether a note shows these words already.
func (c *card) says(words string) bool {
	for _, n := range c.Notes {
		if n.Text == oneLine(words) {
			return true
		}
	}
	return false
}

// counts says that the finding is among those that decide.
func (c *card) counts() bool { return c.Standing == "" }

func (c *card) id() string { return c.prefix + "f" + itoa(c.N) }

// ID is the card's name on the page; Prefix is what all names of its article have
// before them.
func (c *card) ID() string     { return c.id() }
func (c *card) Prefix() string { return c.prefix }

// stretchOf is the least stretch of the target that holds a finding and a fix of it.
func stretchOf(f check.Finding, x check.Fix) text.Span {
	s := f.Span
	for _, e := range x.Edits {
		s = s.Cover(e.Span)
	}
	return s
}

// mended is that stretch as it stands and as it would.
func mended(f check.Finding, x check.Fix) (old, fresh string) {
	s := stretchOf(f, x)
	part := &text.File{Name: s.File.Name, Content: s.File.Content[s.Start:s.End]}
	var edits []text.Edit
	for _, e := range x.Edits {
		edits = append(edits, text.Edit{Span: text.Span{File: part, Start: e.Span.Start - s.Start, End: e.Span.End - s.Start}, New: e.New})
	}
	after, err := text.Apply(part, edits)
	if err != nil {
		return s.Text(), s.Text() // a fix that overlaps itself cannot be shown
	}
	return s.Text(), string(after)
}

// inContext is the difference that a fix makes, word by word, between the words
// that stand around it on its line.
func inContext(f check.Finding, x check.Fix, old, fresh string) check.Diff {
	if old == fresh {
		return nil
	}
	s := stretchOf(f, x)
	line := s.File.LineSpan(s.Line())
	before := lastWords(string(s.File.Content[min(line.Start, s.Start):s.Start]))
	after := ""
	if end := s.File.LineSpan(s.File.Line(s.End)).End; end > s.End {
		after = firstWords(string(s.File.Content[s.End:end]))
	}
	out := check.Diff{{Op: check.Kept, Text: before}}
	for _, p := range check.DiffWords(strings.ReplaceAll(old, "\n", "⏎"), strings.ReplaceAll(fresh, "\n", "⏎")) {
		out = append(out, check.DiffPart{Op: p.Op, Text: middle(p.Text, longDiff)})
	}
	return append(out, check.DiffPart{Op: check.Kept, Text: after})
}

// around is about how many bytes of context a difference has on each side.
const around = 24

func lastWords(s string) string {
	if len(s) <= around {
		return s
	}
	s = s[len(s)-around:]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return "…" + s[i:]
	}
	return "…"
}

func firstWords(s string) string {
	if len(s) <= around {
		return s
	}
	s = s[:around]
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[:i] + " …"
	}
	return "…"
}

// middle leaves out the middle of what is longer than n runes.
func middle(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n/2]), " ") + " … " + strings.TrimLeft(string(r[len(r)-n/2:]), " ")
}
