package align

import "unicode/utf8"

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

// resemblance says how likely two skeletons are the same word in two languages,
// 0 to 1. It knows a shared beginning, a shared beginning or end of a compound,
// and shared letters in order.
func resemblance(a, b []byte) float32 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 {
		return 0
	}
	head := 0
	for head < len(a) && a[head] == b[head] {
		head++
	}
	switch {
	case head == len(a) && len(b)-head <= 3 && len(a) >= 4: // an ending: quinn, quinns
		return 0.9
	case head == len(a) && len(a) >= 5: // first part of a compound
		return 0.6
	case head == len(a) || len(a) < 4:
		return 0
	case len(a) >= 5 && string(b[len(b)-len(a):]) == string(a): // its last part
		return 0.6
	case len(a) >= 7 && len(b) >= len(a)+3 && 3*run(a, b) >= 2*len(a): // the same with another ending
		return 0.5
	}
	return alikeness(a, b, head)
}

// alikeness goes by how many letters two skeletons share in order; the first
// head letters are the same. The shorter comes first.
func alikeness(a, b []byte, head int) float32 {
	tail := 0
	for tail < len(a)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	common := float32(head + tail)
	if len(a)-head-tail > 1 && len(b) <= 24 {
		common += float32(shared(a[head:len(a)-tail], b[head:len(b)-tail]))
	}
	ratio := common / float32(len(b))
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

// shared is the length of the longest common subsequence.
func shared(a, b []byte) int {
	var row [25]uint8
	for _, x := range a {
		diagonal := uint8(0)
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return int(row[len(b)])
}

// run is the length of the longest stretch that two skeletons share.
func run(a, b []byte) int {
	var row [maxSkeleton + 1]uint8 // by place in a: how long a shared stretch ends there
	a, b = a[:min(len(a), maxSkeleton)], b[:min(len(b), maxSkeleton)]
	best := uint8(0)
	for _, y := range b {
		for i := len(a) - 1; i >= 0; i-- {
			if a[i] != y {
				row[i+1] = 0
				continue
			}
			row[i+1] = row[i] + 1
			best = max(best, row[i+1])
		}
	}
	return int(best)
}
