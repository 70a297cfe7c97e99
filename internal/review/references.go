package review

import (
	"tvilling/internal/cite"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

// References compares the reference lists of a pair without reviewing the rest.
// It fails where Pair does.
func References(source, target *text.File, o Options) (*cite.Comparison, error) {
	src, tgt := parse.Document(source, o.SourceFormat), parse.Document(target, o.TargetFormat)
	if err := setLanguages(src, tgt, o); err != nil {
		return nil, err
	}
	words := lexicon.Load(src.Lang.Code, tgt.Lang.Code)
	return cite.Compare(src, tgt, likeness(src.Lang, tgt.Lang, words)), nil
}
