package align

import (
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

// Evidence is what is known beforehand about which words may translate each
// other. The zero value knows nothing: then only what looks alike speaks
// (names, numbers, cognates), and what the two texts themselves teach.
type Evidence struct {
	Source, Target *lang.Language // nil: unknown; Documents then takes the documents' own
	Lexicon        *lexicon.List  // from Source to Target; nil for none
	Learned        *Learned       // from Learn, over other pairs of the project; nil for none
}
