package lang

import "sync"

// wordSet is the set of the words of a list, made when it is first asked for: most
// runs ask for few of the sets, and making them all takes longer than a short command.
// nil is empty. It may be used by several goroutines at once.
type wordSet struct {
	list string
	once sync.Once
	made map[string]bool
}

// has says that the set holds word.
func (s *wordSet) has(word string) bool {
	if s == nil {
		return false
	}
	s.once.Do(func() { s.made = set(s.list) })
	return s.made[word]
}
