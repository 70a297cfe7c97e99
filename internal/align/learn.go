package align

// Learned are word pairs that aligned texts have taught. A nil *Learned has none.
// It is read-only once made and safe for concurrent use.
type Learned struct {
	pairs map[string][]learnedWord
}

type learnedWord struct {
	word string
	t    float32
}

func (l *Learned) of(word string) []learnedWord {
	if l == nil {
		return nil
	}
	return l.pairs[word]
}
