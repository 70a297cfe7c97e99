package align

import (
	"bytes"
	"math/bits"
	"unicode/utf8"
)

// skeleton appends to buf a lower-case word as languages with Latin letters that
// share it would both come down to: calcium and kalcium are "kalsium", theory and
// teori "teori". Doubled letters and accents go. Other scripts stay as they are.
func skeleton(buf []byte, word string) []byte {
	first := len(buf)
	for i := 0; i < len(word); {
		r, n := decode(word[i:])
		i += n
		next := rune(0)
		if i < len(word) {
			next, n = decode(word[i:])
		}
		s, both := spell(r, next)
		if s == "" {
			buf = utf8.AppendRune(buf, r)
			continue
		}
		if both {
			i += n
		}
		for k := range len(s) {
			if len(buf) == first || buf[len(buf)-1] != s[k] {
				buf = append(buf, s[k])
			}
		}
	}
	return buf
}

// spelled is how letters are written in a skeleton, by letter; "" leaves one as it is.
var spelled = func() (out [384]string) { // the letters of Latin-1 and Extended-A
	for r := range rune(utf8.RuneSelf) {
		out[r] = string(r)
	}
	for s, letters := range map[string]string{
		"k": "q", "ks": "x", "s": "z", "v": "w",
		"a": "åäáàâæ", "o": "öøóôœ", "e": "éèêë", "u": "üúû", "i": "yjíïî",
	} {
		for _, r := range letters {
			out[r] = s
		}
	}
	return out
}()

// spell is how r is written in a skeleton and whether the letter after it is
// taken along; "" leaves r as it is.
func spell(r, next rune) (s string, both bool) {
	switch {
	case r == 'c' && (next == 'k' || next == 'h'):
		return "k", true
	case r == 'p' && next == 'h':
		return "f", true
	case r == 't' && next == 'h':
		return "t", true
	case r == 'c' && (next == 'e' || next == 'i' || next == 'y' || next == 'é'):
		return "s", false
	case r == 'c':
		return "k", false
	case int(r) < len(spelled):
		return spelled[r], false
	}
	return "", false
}

// letters is the set of a skeleton's bytes, by their low bits: two may fall
// together, but what is in neither set is in neither skeleton.
type letters uint32

func lettersOf(s []byte) (out letters) {
	for _, c := range s {
		out |= 1 << (c & 31)
	}
	return out
}

// without is how many letters at least stand in the one and not in the other.
func (l letters) without(other letters) int { return bits.OnesCount32(uint32(l &^ other)) }

// resemblance says how likely two skeletons are the same word in two languages,
// 0 to 1. It knows a shared beginning, a shared beginning or end of a compound,
// and shared letters in order. Most pairs share too few letters for that to be
// looked at: inA and inB are what stands in each.
func resemblance(a, b []byte, inA, inB letters) float32 {
	if len(a) > len(b) {
		a, b, inA, inB = b, a, inB, inA
	}
	if len(a) < 3 {
		return 0
	}
	head := 0
	for head < len(a) && a[head] == b[head] {
		head++
	}
	most := min(len(a)-inA.without(inB), len(b)-inB.without(inA)) // that they may share in order
	switch {
	case head == len(a) && len(b)-head <= 3 && len(a) >= 4: // an ending: quinn, quinns
		return 0.9
	case head == len(a) && len(a) >= 5: // first part of a compound
		return 0.6
	case head == len(a) || len(a) < 4:
		return 0
	case len(a) >= 5 && bytes.HasSuffix(b, a): // its last part
		return 0.6
	case len(a) >= 7 && len(b) >= len(a)+3 && 3*most >= 2*len(a) && run(a, b, (2*len(a)+2)/3): // the same with another ending
		return 0.5
	}
	if alike(a, b, head, most) == 0 {
		return 0
	}
	return alike(a, b, head, inOrder(a, b, head))
}

// inOrder is how many letters two skeletons share in order; the first head letters
// are the same. The shorter comes first.
func inOrder(a, b []byte, head int) int {
	tail := 0
	for tail < len(a)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	if len(a)-head-tail > 1 && len(b) <= 24 {
		return head + tail + shared(a[head:len(a)-tail], b[head:len(b)-tail])
	}
	return head + tail
}

// alike is what it is worth that two skeletons share so many letters in order, the
// first head letters among them. The shorter comes first. It rises with common.
func alike(a, b []byte, head, common int) float32 {
	ratio := float32(common) / float32(len(b))
	if head >= 4 {
		ratio += 0.12
	}
	switch {
	case ratio >= 0.85:
		return 0.8
	case ratio >= 0.75:
		return 0.6
	case ratio >= 0.66 && len(a) >= 5:
		return 0.4
	case head >= 5 && ratio >= 0.58:
		return 0.3
	}
	return 0
}

// shared is the length of the longest common subsequence, of which a has up to 32
// letters. It goes through b once, all letters of a at a time (Hyyrö 2004): a
// letter of a is in no bit of rest if one more is shared up to it than before it.
func shared(a, b []byte) int {
	var at [256]uint32 // by letter: its places in a
	for i, c := range a {
		at[c] |= 1 << i
	}
	rest := ^uint32(0)
	for _, c := range b {
		here := rest & at[c]
		rest = (rest + here) | (rest &^ here)
	}
	return bits.OnesCount32(^rest & (1<<len(a) - 1))
}

// run says that two skeletons share a stretch of n letters or more, n being more
// than half of a. Wherever such a stretch lies in a, it holds the middle of it.
func run(a, b []byte, n int) bool {
	a, b = a[:min(len(a), maxSkeleton)], b[:min(len(b), maxSkeleton)]
	if n > len(a) {
		return false
	}
	middle := a[len(a)-n : n]
	for from := 0; ; from++ {
		i := bytes.Index(b[from:], middle)
		if i < 0 {
			return false
		}
		from += i
		first, last := len(a)-n, n
		before, after := from, from+len(middle)
		for first > 0 && before > 0 && a[first-1] == b[before-1] {
			first, before = first-1, before-1
		}
		for last < len(a) && after < len(b) && a[last] == b[after] {
			last, after = last+1, after+1
		}
		if last-first >= n {
			return true
		}
	}
}
