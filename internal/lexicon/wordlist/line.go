// Package wordlist reads the word list as people write it and makes the table of
// all inflected forms that the program carries.
package wordlist

import (
	"fmt"
	"strings"
)

// Line is one headword with its renderings, as README.md beside the list explains.
type Line struct {
	Number     int // of the line in its file, from 1
	Head       string
	Class      string // n, v, a …
	Renderings []Rendering
	Irregular  []string // forms of the headword that no rule makes
}

// Rendering is one way to say the headword in the other language.
type Rendering struct {
	Words       []Word
	FalseFriend bool // looks like the headword and is a wrong rendering
}

// Word is one word of a rendering.
type Word struct {
	Text  string
	Code  string   // paradigm: "n2", "n2+"; "" for none
	Forms []string // written out after "="; nil for none
}

// Mistake is something wrong in a list.
type Mistake struct {
	Number int // of the line
	Text   string
}

func (m Mistake) String() string { return fmt.Sprintf("line %d: %s", m.Number, m.Text) }

// More than these is a slip of the pen, and would make the work grow.
const (
	maxForms      = 12 // written out after one "=": the longest paradigm has nine
	maxRenderings = 30 // of one headword
	maxWords      = 8  // of one phrase
	maxLength     = 80 // bytes of one word
)

// Parse reads a list. It returns all lines it could read and all mistakes.
func Parse(list string) ([]Line, []Mistake) {
	var lines []Line
	var mistakes []Mistake
	number := 0
	for raw := range strings.Lines(list) {
		number++
		raw = strings.TrimRight(raw, "\r\n")
		if strings.TrimSpace(raw) == "" || strings.HasPrefix(raw, "#") {
			continue
		}
		l, err := parseLine(raw)
		if err != nil {
			mistakes = append(mistakes, Mistake{number, err.Error()})
			continue
		}
		l.Number = number
		lines = append(lines, l)
	}
	return lines, mistakes
}

func parseLine(raw string) (Line, error) {
	cells := strings.Split(raw, "\t")
	if len(cells) < 3 || len(cells) > 4 {
		return Line{}, fmt.Errorf("%d columns, want 3 or 4", len(cells))
	}
	l := Line{Head: strings.TrimSpace(cells[0]), Class: strings.TrimSpace(cells[1])}
	if l.Head == "" {
		return Line{}, fmt.Errorf("no headword")
	}
	if !classes[l.Class] {
		return Line{}, fmt.Errorf("%s: unknown part of speech %q", l.Head, l.Class)
	}
	if n := longest(raw); n > maxLength || len(strings.Fields(l.Head)) > maxWords {
		return Line{}, fmt.Errorf("%.20s…: a word of %d bytes, or too many words", l.Head, n)
	}
	renderings := strings.Split(cells[2], ";")
	if len(renderings) > maxRenderings {
		return Line{}, fmt.Errorf("%s: %d renderings", l.Head, len(renderings))
	}
	for _, r := range renderings {
		rendering, err := parseRendering(strings.TrimSpace(r))
		if err != nil {
			return Line{}, fmt.Errorf("%s: %w", l.Head, err)
		}
		l.Renderings = append(l.Renderings, rendering)
	}
	if len(cells) == 4 {
		l.Irregular = splitForms(cells[3])
	}
	if len(l.Irregular) > maxForms {
		return Line{}, fmt.Errorf("%s: %d irregular forms", l.Head, len(l.Irregular))
	}
	return l, nil
}

// longest is the length of the longest word of a line, in bytes.
func longest(line string) int {
	n := 0
	for w := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune("\t ,;=", r) }) {
		n = max(n, len(w))
	}
	return n
}

var classes = map[string]bool{
	"n": true, "v": true, "a": true, "adv": true, "prep": true, "conj": true, "pron": true,
	"det": true, "num": true, "interj": true, "name": true, "abbr": true, "phrase": true,
}

func parseRendering(s string) (Rendering, error) {
	var r Rendering
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		r.FalseFriend, s = true, rest
	}
	for _, w := range strings.Fields(s) {
		word, err := parseWord(w)
		if err != nil {
			return r, err
		}
		r.Words = append(r.Words, word)
	}
	if n := len(r.Words); n == 0 || n > maxWords {
		return r, fmt.Errorf("a rendering of %d words", n)
	}
	return r, nil
}

func parseWord(s string) (Word, error) {
	if text, forms, ok := strings.Cut(s, "="); ok && text != "" {
		w := Word{Text: text, Forms: splitForms(forms)}
		if len(w.Forms) == 0 || len(w.Forms) > maxForms {
			return w, fmt.Errorf("%s: %d forms", text, len(w.Forms))
		}
		return w, nil
	}
	text, code, ok := strings.Cut(s, "/")
	if !ok || !startsLower(code) {
		return Word{Text: s}, nil // "and/or" has no code but is a word
	}
	if !paradigms[strings.TrimSuffix(code, "+")] {
		if isWord(code) {
			return Word{Text: s}, nil
		}
		return Word{}, fmt.Errorf("%s: unknown paradigm %q", text, code)
	}
	if text == "" {
		return Word{}, fmt.Errorf("/%s has no word", code)
	}
	if strings.HasSuffix(code, "+") && !strings.HasSuffix(text, "m") && !strings.HasSuffix(text, "n") {
		return Word{}, fmt.Errorf("%s/%s: only m and n double", text, code)
	}
	return Word{Text: text, Code: code}, nil
}

var paradigms = map[string]bool{
	"n1": true, "n2": true, "n3": true, "n3t": true, "n4": true, "n5": true, "n5t": true, "n6": true, "n6t": true,
	"v1": true, "v2": true, "v2t": true, "v3": true, "a": true, "a0": true,
}

func splitForms(s string) []string {
	var out []string
	for _, f := range strings.Split(s, ",") {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func startsLower(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }

// isWord says that s, after a slash, is a word and no mistyped code.
func isWord(s string) bool {
	return len(s) > 1 && !strings.ContainsAny(s, "0123456789+")
}

// String is the line as it is written.
func (l Line) String() string {
	renderings := make([]string, len(l.Renderings))
	for i, r := range l.Renderings {
		renderings[i] = r.String()
	}
	s := l.Head + "\t" + l.Class + "\t" + strings.Join(renderings, "; ")
	if len(l.Irregular) > 0 {
		s += "\t" + strings.Join(l.Irregular, ",")
	}
	return s
}

// String is the rendering as it is written.
func (r Rendering) String() string {
	words := make([]string, len(r.Words))
	for i, w := range r.Words {
		words[i] = w.String()
	}
	if r.FalseFriend {
		return "!" + strings.Join(words, " ")
	}
	return strings.Join(words, " ")
}

// String is the word as it is written.
func (w Word) String() string {
	switch {
	case w.Forms != nil:
		return w.Text + "=" + strings.Join(w.Forms, ",")
	case w.Code != "":
		return w.Text + "/" + w.Code
	}
	return w.Text
}

// Plain is the rendering without codes.
func (r Rendering) Plain() string {
	words := make([]string, len(r.Words))
	for i, w := range r.Words {
		words[i] = w.Text
	}
	return strings.Join(words, " ")
}
