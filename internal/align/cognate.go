package align

import "unicode/utf8"

// skeleton spells a lower-case word the way languages with Latin letters that
// share it would both come down to: calcium and kalcium are "kalsium", theory
// and teori "teori". Doubled letters and accents go. Other scripts stay as they are.
func skeleton(buf []byte, word string) []byte {
	buf = buf[:0]
	letters := []rune(word)
	for i := 0; i < len(letters); i++ {
		next := rune(0)
		if i+1 < len(letters) {
			next = letters[i+1]
		}
		s, skip := spell(letters[i], next)
		if s == "" {
			buf = utf8.AppendRune(buf, letters[i])
			continue
		}
		if skip {
			i++
		}
		for k := 0; k < len(s); k++ {
			if len(buf) == 0 || buf[len(buf)-1] != s[k] {
				buf = append(buf, s[k])
			}
		}
	}
	return buf
}

// spelled is how letters are written in a skeleton.
var spelled = map[rune]string{
	'q': "k", 'x': "ks", 'z': "s", 'w': "v", 'y': "i", 'j': "i",
	'å': "a", 'ä': "a", 'á': "a", 'à': "a", 'â': "a", 'æ': "a",
	'ö': "o", 'ø': "o", 'ó': "o", 'ô': "o", 'œ': "o",
	'é': "e", 'è': "e", 'ê': "e", 'ë': "e",
	'ü': "u", 'ú': "u", 'û': "u", 'í': "i", 'ï': "i", 'î': "i",
}

// spelledPairs are letters that are written as one.
var spelledPairs = map[[2]rune]string{
	{'c', 'k'}: "k", {'c', 'h'}: "k", {'p', 'h'}: "f", {'t', 'h'}: "t",
}

// spell is how r is written in a skeleton and whether the letter after it is
// taken along; "" leaves r as it is.
func spell(r, next rune) (s string, both bool) {
	if s, ok := spelledPairs[[2]rune{r, next}]; ok {
		return s, true
	}
	if r == 'c' {
		switch next {
		case 'e', 'i', 'y', 'é':
			return "s", false
		}
		return "k", false
	}
	if s, ok := spelled[r]; ok {
		return s, false
	}
	if r < 0x80 {
		return string(r), false
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
