package lang

import "strings"

// numberWords is a language's table of number words while it is made.
type numberWords map[string]numberWord

// count gives words the values from first on.
func (m numberWords) count(role numberRole, first int64, words string) {
	for i, w := range strings.Fields(words) {
		m[w] = numberWord{value: first + int64(i), role: role}
	}
}

// step gives words the values 20, 30, 40 …
func (m numberWords) step(role numberRole, words string) {
	for i, w := range strings.Fields(words) {
		m[w] = numberWord{value: 20 + 10*int64(i), role: role}
	}
}

func (m numberWords) ordinal(role numberRole, first int64, words string) {
	for i, w := range strings.Fields(words) {
		m[w] = numberWord{value: first + int64(i), role: role, ordinal: true}
	}
}

func (m numberWords) ordinalStep(role numberRole, words string) {
	for i, w := range strings.Fields(words) {
		m[w] = numberWord{value: 20 + 10*int64(i), role: role, ordinal: true}
	}
}

// multiplier gives all words one value.
func (m numberWords) multiplier(role numberRole, value int64, words string) {
	for _, w := range strings.Fields(words) {
		m[w] = numberWord{value: value, role: role}
	}
}

// doubt marks words that are no number alone.
func (m numberWords) doubt(words string) {
	for _, w := range strings.Fields(words) {
		n := m[w]
		n.doubtful = true
		m[w] = n
	}
}

// care marks words that are a number only before a noun.
func (m numberWords) care(words string) {
	for _, w := range strings.Fields(words) {
		n := m[w]
		n.careful = true
		m[w] = n
	}
}
