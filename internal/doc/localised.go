package doc

import (
	"path"
	"strings"

	"tvilling/internal/lang"
)

// langMark says in what part of an address a language is named.
type langMark uint8

const (
	inHost langMark = 1 << iota
	inPath
	inFile
	inQuery
)

// neutral is the address without what names a language, and where own was named.
func (a Address) neutral(own, other *lang.Language) (Address, langMark) {
	out := Address{host: a.host}
	var marks langMark
	if label, rest, ok := strings.Cut(a.host, "."); ok && strings.Contains(rest, ".") && (names(label, own) || names(label, other)) {
		out.host = rest
		if names(label, own) {
			marks |= inHost
		}
	}
	for i, seg := range a.path {
		switch {
		case names(seg, own):
			marks |= inPath
			continue
		case names(seg, other):
			continue
		}
		if i == len(a.path)-1 {
			cut := cutLanguage(seg, own)
			if cut != seg {
				marks |= inFile
			}
			seg = cutLanguage(cut, other)
		}
		out.path = append(out.path, seg)
	}
	for _, part := range a.query {
		_, value, _ := strings.Cut(part, "=")
		if names(value, own) {
			marks |= inQuery
		}
		if !names(value, own) && !names(value, other) {
			out.query = append(out.query, part)
		}
	}
	return out, marks
}

// names says that a part of an address names the language: by its code, with a
// region perhaps ("sv", "sv-SE", "en_us"), by its English name or by the first
// three letters of that, which are the code of ISO 639-2/B for most languages.
func names(s string, l *lang.Language) bool {
	s = strings.ToLower(s)
	name := strings.ToLower(l.Name)
	if s == l.Code || s == name || len(name) > 3 && s == name[:3] {
		return true
	}
	rest, ok := strings.CutPrefix(s, l.Code)
	return ok && region(rest)
}

// region says that s is "-se" or "_gb".
func region(s string) bool {
	return len(s) == 3 && (s[0] == '-' || s[0] == '_') && isLetter(s[1]) && isLetter(s[2])
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// cutLanguage takes the language out of a file's name: "shot-sv.png",
// "guide.sv-SE.md", "sv_map.svg".
func cutLanguage(file string, l *lang.Language) string {
	ext := path.Ext(file)
	stem := strings.TrimSuffix(file, ext)
	if i := strings.LastIndexAny(stem, "-_."); i > 0 {
		if names(stem[i+1:], l) {
			return stem[:i] + ext
		}
		if j := strings.LastIndexAny(stem[:i], "-_."); j > 0 && region(stem[i:]) && names(stem[j+1:], l) {
			return stem[:j] + ext
		}
	}
	if i := strings.IndexAny(stem, "-_."); i > 0 && names(stem[:i], l) {
		return stem[i+1:] + ext
	}
	if names(strings.TrimPrefix(ext, "."), l) {
		return stem
	}
	return file
}
