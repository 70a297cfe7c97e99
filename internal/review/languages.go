package review

import (
	"fmt"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// setLanguages gives both articles their language, as told or as recognised, and
// splits them into sentences.
func setLanguages(src, tgt *doc.Document, o Options) error {
	source, sourceSeen, err := language(src, o.SourceLang, "--source-lang")
	if err != nil {
		return err
	}
	target, targetSeen, err := language(tgt, o.TargetLang, "--target-lang")
	if err != nil {
		return err
	}
	// One side known and the other too short to tell: with two languages built
	// in there is only one it can be.
	if source == nil {
		source = other(target)
	}
	if target == nil {
		target = other(source)
	}
	if source == target && o.TargetLang == "" {
		target = second(tgt, source)
	}
	switch {
	case source == nil:
		return fmt.Errorf("%s: cannot tell the language of either article; give --source-lang and --target-lang", src.File.Name)
	case source == target:
		return fmt.Errorf("%s and %s are both in %s; a source and its translation are needed (if one was recognised wrongly, give --source-lang and --target-lang)",
			src.File.Name, tgt.File.Name, source.Name)
	case sourceSeen == target && targetSeen == source:
		return fmt.Errorf("%s reads as %s and %s as %s, against --source-lang and --target-lang: the files seem to be swapped",
			src.File.Name, sourceSeen.Name, tgt.File.Name, targetSeen.Name)
	}
	src.Segment(source)
	tgt.Segment(target)
	return nil
}

// NoText is the error of an article in which there is nothing to read.
type NoText struct{ File *text.File }

func (e *NoText) Error() string { return e.File.Name + ": no text in it" }

// language is the language of an article, as told by a flag, else as its text
// shows, and what the text shows; each nil when unknown.
func language(d *doc.Document, told, flag string) (is, seen *lang.Language, err error) {
	prose := sample(d)
	if len(prose) == 0 {
		return nil, nil, &NoText{d.File}
	}
	if g := lang.Identify(prose[0], prose[1:]...); g.Confidence >= 0.5 {
		seen = g.Lang
	}
	if told == "" {
		return seen, seen, nil
	}
	if is = lang.For(told); is == nil {
		return nil, nil, fmt.Errorf("%s: language %q is unknown; tvilling knows %s", flag, told, codes())
	}
	return is, seen, nil
}

// second is the language other than first in which at least one block in ten of
// the article reads: a translation just begun is mostly in its source's language
// still. When there is none it is first.
func second(d *doc.Document, first *lang.Language) *lang.Language {
	counts := map[*lang.Language]int{}
	blocks := d.Blocks()
	for _, b := range blocks {
		if g := lang.Identify(clip(b.Prose.Text)); g.Lang != first && g.Lang != nil && g.Confidence >= 0.8 {
			counts[g.Lang]++
		}
	}
	best := first
	for _, l := range lang.All() {
		if l != first && counts[l]*10 >= len(blocks) && counts[l] > counts[best] {
			best = l
		}
	}
	return best
}

// clip keeps what is enough to tell a language by.
func clip(s string) string {
	const enough = 2000
	return s[:min(len(s), enough)]
}

// sample is the prose of some blocks of an article, at most some 20,000 bytes of it,
// taken evenly so that a foreign quotation at the top does not decide.
func sample(d *doc.Document) []string {
	const enough = 20000
	size := 0
	for _, b := range d.Blocks() {
		if hasProse(b) {
			size += len(b.Prose.Text)
		}
	}
	var out []string
	step, nth, taken := size/enough+1, 0, 0
	for _, b := range d.Blocks() {
		if !hasProse(b) {
			continue
		}
		if nth%step == 0 && taken <= 4*enough {
			part := b.Prose.Text[:min(len(b.Prose.Text), enough)]
			out = append(out, part)
			taken += len(part) + len("\n")
		}
		nth++
	}
	return out
}

func hasProse(b *doc.Block) bool {
	return b.Kind != doc.Code && b.Kind != doc.Markup && b.Prose.Text != ""
}

func other(l *lang.Language) *lang.Language {
	all := lang.All()
	if l == nil || len(all) != 2 {
		return nil
	}
	if all[0] == l {
		return all[1]
	}
	return all[0]
}

func codes() string {
	var out []string
	for _, l := range lang.All() {
		out = append(out, l.Code)
	}
	return strings.Join(out, ", ")
}
