package rules

import (
	"fmt"
	"strings"
	"unicode"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "code",
	Title:    "Code differs from the source, or is lost",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `Readers copy code: a keyword, path or flag that was translated, mistyped or dropped
does not work. Code in the text and code blocks are compared with those of the same
passage. Comments and texts in quotation marks inside a code block may be translated;
white space and prompts ("$", ">") do not count; so may words of a user interface that
stand in code marks (Save file). A code span that became plain words is a warning.`,
	Bad: []check.Example{{
		Source: "Run `sudo apt install curl` and set `user_name` to yours.",
		Target: "Kör `sudo apt installera curl` och sätt `user_name` till ditt.",
	}, {
		Source: "Run this:\n\n```\nfor file in list:\n    open(file)\n```",
		Target: "Kör detta:\n\n```\nför fil i lista:\n    öppna(fil)\n```",
	}},
	Good: []check.Example{{
		Source: "Choose `Save file`.\n\n```\n$ print(\"Good night\")  # say so\n```",
		Target: "Välj `Spara fil`.\n\n```\nprint(\"God natt\")  # säg det\n```",
	}},
	Run: code,
})

func code(p *check.Pass) {
	for _, b := range p.Translated() {
		if b.Source[0].Kind == doc.Code && b.Target[0].Kind == doc.Code {
			codeBlock(p, b.Source[0], b.Target[0])
			continue
		}
		source, target := codeSpans(b.Source), codeSpans(b.Target)
		same := func(s, t carried) bool { return sameCode(p, s.Value, t.Value) }
		lost := without(source, target, same)
		added := without(target, source, turned(same))
		lost, added = translatedLabels(p, lost, added)
		lost = alteredCode(p, b, lost, added)
		if len(lost) == 0 {
			continue
		}
		_, near := beside(p, b)
		for _, l := range without(lost, codeSpans(near), same) {
			lostCode(p, b, l)
		}
	}
}

func codeSpans(blocks []*doc.Block) []carried {
	var out []carried
	for _, o := range objects(blocks, doc.CodeSpan) {
		if strings.TrimSpace(o.Value) != "" {
			out = append(out, o)
		}
	}
	return out
}

// sameCode compares without white space, kinds of quotation marks, texts in such
// marks and blanks to fill in; a path may be that of the target's language.
func sameCode(p *check.Pass, s, t string) bool {
	return s == t || bareSpan(s) == bareSpan(t) || strings.ContainsAny(s, "/.") && doc.ParseAddress(s).Localised(doc.ParseAddress(t), p.Source.Lang, p.Target.Lang)
}

func bareSpan(s string) string {
	s = blanks().ReplaceAllString(literals().ReplaceAllString(plainMarks.Replace(s), `""`), "<>")
	return strings.Join(strings.Fields(s), "")
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "\u00a0", "")

// translatedLabels takes out what may be translated: words of a user interface,
// each with one of the target's words, as far as there are any.
func translatedLabels(p *check.Pass, lost, added []carried) (lostRest, addedRest []carried) {
	for _, s := range lost {
		if !label(s.Value, p.Source.Lang, func(w string) bool { return len(p.Lexicon.Source(w)) > 0 }) {
			lostRest = append(lostRest, s)
			continue
		}
		for i, t := range added {
			if label(t.Value, p.Target.Lang, func(string) bool { return true }) {
				added = append(added[:i:i], added[i+1:]...)
				break
			}
		}
	}
	return lostRest, added
}

// label says that code reads as words on a button or in a menu: letters and
// spaces only, known words, and either several or one with a capital.
func label(s string, l *lang.Language, known func(string) bool) bool {
	if strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" ,.!?…:&’'", r) }) >= 0 {
		return false
	}
	words := strings.Fields(strings.Trim(s, ".…!?:"))
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ",.!?&"))
		if w != "" && !known(w) && !l.FunctionWords[w] {
			return false
		}
	}
	first := []rune(strings.TrimSpace(s) + " ")
	return len(words) > 1 || len(words) == 1 && unicode.IsUpper(first[0]) && (len(first) < 3 || unicode.IsLower(first[1]))
}

// alteredCode pairs what was lost with what came instead and reports it; it
// returns what has no counterpart. As many left on both sides are taken in order.
func alteredCode(p *check.Pass, b *align.BlockBead, lost, added []carried) []carried {
	var rest []carried
	for _, s := range lost {
		i, likest := -1, 0.35
		for k, t := range added {
			if l := likeness(s.Value, t.Value); l > likest {
				i, likest = k, l
			}
		}
		if i < 0 {
			rest = append(rest, s)
			continue
		}
		reportCode(p, s, added[i])
		added = append(added[:i:i], added[i+1:]...)
	}
	if len(rest) != len(added) {
		return rest
	}
	for i, s := range rest {
		reportCode(p, s, added[i])
	}
	return nil
}

func reportCode(p *check.Pass, s, t carried) {
	span := t.block.Prose.Source(t.Start, t.End)
	// Other figures alone may be another example, or one that the source has changed since.
	f := check.Finding{Span: span, Related: p.FromSource(s.Span), Weak: withoutDigits(s.Value) == withoutDigits(t.Value),
		Message: fmt.Sprintf("the code is %s here but %s in the source", check.Quote(t.Value), check.Quote(s.Value))}
	if !strings.Contains(s.Value, "`") && p.Source.Format == p.Target.Format && span.Text() == t.Value {
		f.Fixes = []check.Fix{{Title: "restore the source's code", Safe: !literals().MatchString(s.Value) && !blanks().MatchString(s.Value),
			Edits: []text.Edit{{Span: span, New: s.block.Prose.Source(s.Start, s.End).Text()}}}}
	}
	p.Report(f)
}

// lostCode reports code that is gone; as plain words it is there at least, and
// one common word may have been translated into the sentence.
func lostCode(p *check.Pass, b *align.BlockBead, l carried) {
	f := check.Finding{Span: placeOf(b, l.block, l.Start, l.End), Related: p.FromSource(l.Span),
		Message: fmt.Sprintf("the code %s of the source is missing here", check.Quote(l.Value))}
	for _, t := range b.Target {
		if i := strings.Index(t.Prose.Text, l.Value); i >= 0 {
			f.Weak, f.Span = true, t.Prose.Source(i, i+len(l.Value))
			f.Message = fmt.Sprintf("%s is marked as code in the source", check.Quote(l.Value))
			break
		}
	}
	if len(p.Lexicon.Source(strings.ToLower(l.Value))) > 0 {
		f.Weak = true
	}
	p.Report(f)
}
