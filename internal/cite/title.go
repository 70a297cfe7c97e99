package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tvilling/internal/lang"
)

// Titles compares the cited titles; nil when the target's is the source's. Quotes,
// dashes, spaces, capitals at the beginning of words and the stop at the end do
// not count, every other letter does. likeness is how probably two titles
// translate each other, 0–1; it may be nil.
func (p Pair) Titles(likeness func(a, b string) float64) *Difference {
	s, t := p.Source.Get(Title), p.Target.Get(Title)
	if s == nil || len(letters(s.Value)) < 2 {
		return nil
	}
	if t == nil {
		if p.Target.standsIn(s.Value) {
			return nil
		}
		return p.fields(Title, Lost, s, nil)
	}
	a, b := titleWords(s.Value), titleWords(t.Value)
	if sameWords(a, b) || p.within(a) {
		return nil
	}
	d := p.fields(Title, Altered, s, t)
	shared := common(a, b)
	switch {
	case d.turns(a, b):
		d.Change = HalfTranslated
		at := t.Start
		if !d.Head {
			at += d.At
		}
		d.Span = p.Target.Block.Prose.Source(at, at+len(d.TargetPart))
	case 2*shared < max(len(a), len(b)) && differ(s.Value, t.Value, likeness):
		d.Change = Translated
		d.SourcePart, d.TargetPart = symbol(s.Value, t.Value)
	default:
		p.narrow(d, t, a, b)
	}
	return d
}

// narrow notes which words of an altered title differ.
func (p Pair) narrow(d *Difference, target *Field, a, b []titleWord) {
	head, tail := ends(a, b)
	from, to := between(d.Source, a, head, tail)
	d.SourcePart = d.Source[from:to]
	from, to = between(d.Target, b, head, tail)
	d.TargetPart = d.Target[from:to]
	d.Span = p.Target.Block.Prose.Source(target.Start+from, target.Start+to)
}

// symbol finds a symbol of the source, such as "NF-κB", that a translated title
// has with one letter changed; "" when there is none. Letters of the Latin
// alphabet are not looked at: words change in translation.
func symbol(source, target string) (was, is string) {
	cut := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,.:;()", r) }
	for _, a := range strings.FieldsFunc(source, cut) {
		if strings.Contains(target, a) || !strings.ContainsFunc(a, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
			continue
		}
		for _, b := range strings.FieldsFunc(target, cut) {
			// "NF-KB-signalering": what is joined on behind does not count.
			if parts := []rune(b); len(parts) >= utf8.RuneCountInString(a) && len([]rune(a)) > 2 {
				if head := string(parts[:utf8.RuneCountInString(a)]); near(a, head) {
					return a, head
				}
			}
		}
	}
	return "", ""
}

// between is the stretch of a title between its first head and last tail words.
func between(title string, words []titleWord, head, tail int) (start, end int) {
	if head+tail < len(words) {
		start, end = words[head].start, words[len(words)-1-tail].end
		// "κB" alone says little: the whole of "NF-κB" differs.
		start = strings.LastIndexAny(title[:start], " /(\u00a0") + 1
		if more := strings.IndexAny(title[end:], " /),.:;\u00a0"); more > 0 {
			end += more
		}
		return max(start, 0), end
	}
	if head == 0 {
		return 0, 0
	}
	return words[head-1].end, words[head-1].end
}

// ends are how many words a and b begin and end with alike.
func ends(a, b []titleWord) (head, tail int) {
	least := min(len(a), len(b))
	for head < least && a[head].text == b[head].text {
		head++
	}
	for tail < least-head && a[len(a)-1-tail].text == b[len(b)-1-tail].text {
		tail++
	}
	return head, tail
}

// within says that the words stand in the target's entry though its title was
// taken to be something else. What an address is made of does not count.
func (p Pair) within(words []titleWord) bool {
	return strings.Contains(joined(titleWords(p.Target.wording())), joined(words))
}

// titleWord is a word as titles are compared: its first letter small, its
// joints and quotation marks gone.
type titleWord struct {
	text       string
	start, end int // bytes of the title
}

// titleWords are the words of a title. Hyphens, slashes and spaces all part
// words, for "TNF-α / NF-κB" is "TNF-α/NF-κB".
func titleWords(s string) []titleWord {
	var out []titleWord
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, titleWord{foldWord(s[start:end]), start, end})
			start = -1
		}
	}
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.IsSymbol(r) && r != '|' {
			if start < 0 {
				start = i
			}
			continue
		}
		if lang.IsApostrophe(r) && start >= 0 || r == '\u00ad' {
			continue
		}
		flush(i)
	}
	flush(len(s))
	return out
}

func foldWord(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case lang.IsApostrophe(r) || r == '\u00ad':
			return -1
		case r == 'µ':
			return 'μ'
		}
		return r
	}, norm.NFC.String(s))
	first, n := utf8.DecodeRuneInString(s)
	if rest := s[n:]; rest == strings.ToUpper(rest) && len(rest) > 0 && hasLetter(rest) {
		return s // an acronym keeps its capital: "BMJ", "DNA"
	}
	return string(unicode.ToLower(first)) + s[n:]
}

func joined(words []titleWord) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text)
		b.WriteByte(' ')
	}
	return b.String()
}

// sameWords compares without regard to where words are joined: "mini-mental" is
// "mini mental" is "minimental".
func sameWords(a, b []titleWord) bool {
	return strings.ReplaceAll(joined(a), " ", "") == strings.ReplaceAll(joined(b), " ", "")
}

// common is how many of a's words b has too.
func common(a, b []titleWord) int {
	left := map[string]int{}
	for _, w := range b {
		left[w.text]++
	}
	n := 0
	for _, w := range a {
		if left[w.text] > 0 {
			left[w.text]--
			n++
		}
	}
	return n
}

// turns finds where a title that begins (or ends) as the source's goes on in
// another language: at least three words and a quarter of the source are the
// same, and at least three words on the other side are not.
func (d *Difference) turns(a, b []titleWord) bool {
	head, tail := ends(a, b)
	const least = 3
	if head >= least && head < len(a) && 4*head >= len(a) && len(b)-head >= least && tail <= 1 && common(a[head:], b[head:])*3 <= len(a)-head {
		d.At = b[head].start
		d.SourcePart, d.TargetPart = d.Source[a[head].start:], d.Target[d.At:]
		d.Foreign = foreignOf(d.Source, d.TargetPart)
		return true
	}
	if rest := len(b) - tail; tail >= least && tail < len(a) && 4*tail >= len(a) && rest >= least && head <= 1 && common(a[:len(a)-tail], b[:rest])*3 <= len(a)-tail {
		d.At, d.Head = b[rest].start, true
		d.SourcePart, d.TargetPart = d.Source[:a[len(a)-1-tail].end], d.Target[:b[rest-1].end]
		d.Foreign = foreignOf(d.Source, d.TargetPart)
		return true
	}
	return false
}

// foreignOf is the language of the target's part if it is surely not that of
// the source's; nil when that cannot be told.
func foreignOf(source, target string) *lang.Language {
	got := lang.Identify(target).Lang
	if got == lang.Identify(source).Lang {
		return nil
	}
	return got
}

// differ says that two titles with few words in common are one in two languages
// rather than two titles.
func differ(source, target string, likeness func(a, b string) float64) bool {
	a, b := lang.Identify(source).Lang, lang.Identify(target).Lang
	if a != nil && b != nil {
		return a != b
	}
	return likeness == nil || likeness(source, target) > 0.2 || b != nil
}
