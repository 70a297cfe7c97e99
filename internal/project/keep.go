package project

import (
	"encoding/json"
	"errors"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// kept is a check.Result as it lies in a cache: places as offsets, so that every
// report can be made of it once the two files are read again.
type kept struct {
	Source, Target keptDocument
	Words          int
	Findings       []keptFinding
	Suppressed     []keptSuppressed
}

type keptDocument struct{ Format, Lang string }

// place is a span: which file, start, end.
type place [3]int

type keptFinding struct {
	Rule, Category string
	Severity       check.Severity
	Weak, Hint     bool
	Message        string
	Span           place
	Related        []keptNote
	Fixes          []keptFix
	Fingerprint    string
	Standing       check.Standing
	Passages       []place
}

type keptSuppressed struct {
	keptFinding
	Reason string
}

type keptNote struct {
	Span    place
	Message string
}

type keptFix struct {
	Title string
	Safe  bool
	Edits []keptEdit
}

type keptEdit struct {
	Span place
	New  string
}

// errElsewhere is given for a result that speaks of a third file.
var errElsewhere = errors.New("a place lies outside both articles")

// Encode writes a result without the texts of its articles. What a baseline says
// of it is left out: that is found anew each time.
func Encode(r *check.Result) (encoded []byte, err error) {
	files := [2]*text.File{r.Source.File, r.Target.File}
	e := &encoder{files: files}
	out := kept{
		Source: keptDocument{r.Source.Format, r.Source.Lang.Code}, Target: keptDocument{r.Target.Format, r.Target.Lang.Code},
		Words: r.Words,
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, e.finding(f))
	}
	for _, s := range r.Suppressed {
		out.Suppressed = append(out.Suppressed, keptSuppressed{e.finding(s.Finding), s.Reason})
	}
	if e.elsewhere {
		return nil, errElsewhere
	}
	return json.Marshal(out)
}

type encoder struct {
	files     [2]*text.File
	elsewhere bool
}

func (e *encoder) place(s text.Span) place {
	for i, f := range e.files {
		if s.File == f {
			return place{i, s.Start, s.End}
		}
	}
	e.elsewhere = true
	return place{}
}

func (e *encoder) finding(f check.Finding) keptFinding {
	out := keptFinding{Rule: f.Rule, Category: f.Category, Severity: f.Severity, Weak: f.Weak, Hint: f.Hint, Message: f.Message,
		Span: e.place(f.Span), Fingerprint: f.Fingerprint, Standing: f.Standing}
	for _, n := range f.Related {
		out.Related = append(out.Related, keptNote{e.place(n.Span), n.Message})
	}
	for _, fix := range f.Fixes {
		k := keptFix{Title: fix.Title, Safe: fix.Safe}
		for _, edit := range fix.Edits {
			k.Edits = append(k.Edits, keptEdit{e.place(edit.Span), edit.New})
		}
		out.Fixes = append(out.Fixes, k)
	}
	for _, p := range f.Passages {
		out.Passages = append(out.Passages, e.place(p))
	}
	return out
}

// Decode reads what Encode wrote of two files. It fails on anything that no
// Encode of these files can have written, such as places outside them.
func Decode(encoded []byte, source, target *text.File) (*check.Result, error) {
	var k kept
	if err := json.Unmarshal(encoded, &k); err != nil {
		return nil, err
	}
	d := &decoder{files: [2]*text.File{source, target}}
	r := &check.Result{Source: d.document(0, k.Source), Target: d.document(1, k.Target), Words: k.Words}
	for _, f := range k.Findings {
		r.Findings = append(r.Findings, d.finding(f))
	}
	for _, s := range k.Suppressed {
		r.Suppressed = append(r.Suppressed, check.Suppressed{Finding: d.finding(s.keptFinding), Reason: s.Reason})
	}
	return r, d.err
}

type decoder struct {
	files [2]*text.File
	err   error
}

func (d *decoder) document(side int, k keptDocument) *doc.Document {
	out := &doc.Document{File: d.files[side], Format: k.Format, Lang: lang.For(k.Lang)}
	if out.Lang == nil {
		d.err = errors.New("an unknown language")
	}
	return out
}

func (d *decoder) span(p place) text.Span {
	if p[0] < 0 || p[0] > 1 || p[1] < 0 || p[2] < p[1] || p[2] > len(d.files[p[0]].Content) {
		d.err = errElsewhere
		return text.Span{File: d.files[1]}
	}
	return text.Span{File: d.files[p[0]], Start: p[1], End: p[2]}
}

func (d *decoder) finding(k keptFinding) check.Finding {
	if k.Severity > check.Error || k.Standing > check.Persisting {
		d.err = errors.New("an unknown severity")
		k.Severity, k.Standing = 0, 0
	}
	f := check.Finding{Rule: k.Rule, Category: k.Category, Severity: k.Severity, Weak: k.Weak, Hint: k.Hint, Message: k.Message,
		Span: d.span(k.Span), Fingerprint: k.Fingerprint, Standing: k.Standing}
	for _, n := range k.Related {
		f.Related = append(f.Related, check.Note{Span: d.span(n.Span), Message: n.Message})
	}
	for _, fix := range k.Fixes {
		out := check.Fix{Title: fix.Title, Safe: fix.Safe}
		for _, e := range fix.Edits {
			out.Edits = append(out.Edits, text.Edit{Span: d.span(e.Span), New: e.New})
		}
		f.Fixes = append(f.Fixes, out)
	}
	for _, p := range k.Passages {
		f.Passages = append(f.Passages, d.span(p))
	}
	return f
}

// Slim is a result without what only its review needed: many of them fit in memory.
func Slim(r *check.Result) *check.Result {
	out := *r
	out.Align, out.Terms = nil, nil
	out.Source = &doc.Document{File: r.Source.File, Format: r.Source.Format, Lang: r.Source.Lang}
	out.Target = &doc.Document{File: r.Target.File, Format: r.Target.Format, Lang: r.Target.Lang}
	return &out
}
