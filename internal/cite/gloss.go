package cite

import (
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

// TitleKept says that the target's title is the source's: quotes, dashes and
// capitals do not count.
func (p Pair) TitleKept() bool {
	s, t := p.Source.Value(Title), p.Target.Value(Title)
	return s != "" && sameWords(titleWords(s), titleWords(t))
}

// TitleIn says that the target's title is surely in the language: it has words
// enough to tell.
func (p Pair) TitleIn(l *lang.Language) bool {
	const enough, few = 0.6, 3
	title := p.Target.Value(Title)
	got := lang.Identify(title)
	return got.Lang == l && got.Confidence >= enough && len(strings.Fields(title)) >= few
}

// Glossed says that brackets stand behind the target's title with words in them:
// its translation. A bracket that holds a field, or says that the work was read on
// a screen, is none.
func (p Pair) Glossed() bool {
	t := p.Target.Get(Title)
	if t == nil {
		return false
	}
	rest := p.Target.Block.Prose.Text[t.End:p.Target.End]
	m := bracketBehind().FindStringSubmatchIndex(rest)
	if m == nil || words().online.expression().MatchString(rest[m[2]-1:m[3]+1]) || len(letters(rest[m[2]:m[3]])) < 4 {
		return false
	}
	for _, f := range p.Target.Fields {
		if f.Start < t.End+m[3] && f.End > t.End+m[2] {
			return false
		}
	}
	return true
}

var bracketBehind = lazy.Regexp(`^[\s.,:;"”’'»]*[\[(]([^\[\]()]{1,600})[\])]`)
