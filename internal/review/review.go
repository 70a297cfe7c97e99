// Package review takes one article pair from bytes to findings.
package review

import (
	"fmt"
	"slices"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/config"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// Options say how a pair is to be read and which rules run. Its formats must be
// set; everything else may be zero.
type Options struct {
	SourceLang, TargetLang     string // BCP 47; "" recognises it from the text
	SourceFormat, TargetFormat parse.Format
	Rules                      []*check.Rule
	AllRules                   []*check.Rule    // those that a suppression may name beside Rules
	Glossaries                 []*term.Glossary // later ones win; each in either direction
	Config                     config.Settings  // for the rules that ask for the project's wishes
	// Hands is how many goroutines may work on the pair; 0 is one. The result is the same.
	Hands int
	// Learned is what other pairs of the run have taught; nil for nothing.
	Learned func(source, target *lang.Language) *align.Learned
}

// Pair reviews a translation against its source. It fails only when the pair
// cannot be compared at all: an empty file, a language that is unknown or the
// same on both sides.
func Pair(source, target *text.File, o Options) (*check.Result, error) {
	src, tgt, err := read(source, target, o)
	if err != nil {
		return nil, err
	}
	words := lexicon.Load(src.Lang.Code, tgt.Lang.Code)
	var a *align.Alignment
	var cites *cite.Comparison
	together(o.Hands, 2, func(i int) {
		if i == 0 {
			a = align.Documents(src, tgt, o.evidence(src.Lang, tgt.Lang))
		} else {
			cites = cite.Compare(src, tgt, likeness(src.Lang, tgt.Lang, words))
		}
	})
	p := check.NewPass(a)
	p.Config, p.Lexicon, p.Cites = o.Config, words, cites
	if p.Terms, err = glossary(a, o.Glossaries); err != nil {
		return nil, err
	}
	found := settle(run(p, o.Rules, o.Hands), o.Rules)
	fingerprint(a, found) // before any is taken out, so that no other's changes with it
	found, judged, faults := suppress(a.Target, found, o)
	fingerprint(a, faults)
	found = append(found, faults...)
	slices.SortStableFunc(found, byPlace)
	passages(a, found)
	return &check.Result{Source: a.Source, Target: a.Target, Align: a, Terms: p.Terms, Words: check.WordCount(a.Source), Findings: found, Suppressed: judged}, nil
}

// glossary lays the glossaries over each other in the direction of the pair; nil for none.
func glossary(a *align.Alignment, layers []*term.Glossary) (*term.Glossary, error) {
	var turned []*term.Glossary
	for _, g := range layers {
		t := g.For(a.Source.Lang, a.Target.Lang)
		if t == nil {
			return nil, fmt.Errorf("%s is a glossary of %s and %s; the articles are in %s and %s",
				g.Name, g.Source.Name, g.Target.Name, a.Source.Lang.Name, a.Target.Lang.Name)
		}
		turned = append(turned, t)
	}
	return term.Merge(turned...), nil
}

// Align reads a pair and aligns it.
func Align(source, target *text.File, o Options) (*align.Alignment, error) {
	src, tgt, err := read(source, target, o)
	if err != nil {
		return nil, err
	}
	return align.Documents(src, tgt, o.evidence(src.Lang, tgt.Lang)), nil
}

// read parses a pair and tells its languages.
func read(source, target *text.File, o Options) (src, tgt *doc.Document, err error) {
	together(o.Hands, 2, func(i int) {
		if i == 0 {
			src = parse.Document(source, o.SourceFormat)
		} else {
			tgt = parse.Document(target, o.TargetFormat)
		}
	})
	return src, tgt, setLanguages(src, tgt, o)
}

// Beads are the rows of an alignment of the pair at one level. LineUnit takes
// the files as one segment a line, whatever their format.
func Beads(source, target *text.File, o Options, u align.Unit) ([]align.Row, error) {
	if u != align.LineUnit {
		a, err := Align(source, target, o)
		if err != nil {
			return nil, err
		}
		return a.Rows(u), nil
	}
	src, tgt := parse.Document(source, parse.Text), parse.Document(target, parse.Text)
	if err := setLanguages(src, tgt, o); err != nil {
		return nil, err
	}
	return align.LineRows(source, target, o.evidence(src.Lang, tgt.Lang)), nil
}

func (o Options) evidence(source, target *lang.Language) align.Evidence {
	ev := align.Evidence{Source: source, Target: target, Lexicon: lexicon.Load(source.Code, target.Code)}
	if o.Learned != nil {
		ev.Learned = o.Learned(source, target)
	}
	return ev
}

// Learn gathers from aligned pairs, all of one direction, which words translate
// each other, for Options.Learned.
func Learn(pairs []*align.Alignment) *align.Learned {
	if len(pairs) == 0 {
		return nil
	}
	return align.Learn(pairs, Options{}.evidence(pairs[0].Source.Lang, pairs[0].Target.Lang))
}
