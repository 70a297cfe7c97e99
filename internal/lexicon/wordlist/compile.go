package wordlist

import (
	"encoding/binary"
	"slices"
	"strings"

	"tvilling/internal/lexicon/table"
)

// Magic begins a compiled list and changes when its format does.
const Magic = "tvl2"

// Compile makes of a list what the program carries: the magic; how many entries
// there are for whole words and how many altogether; the table of the English
// words and that of the Swedish ones; the false friends, a line each.
func Compile(lines []Line) []byte {
	c := newCompiler(lines)
	for i, l := range lines {
		c.add(l, table.Entry(i))
	}
	out := append([]byte(nil), Magic...)
	out = binary.AppendUvarint(out, uint64(len(lines)))
	out = binary.AppendUvarint(out, uint64(c.partials))
	out = table.Append(out, c.english.keys("en"))
	out = table.Append(out, c.swedish.keys("sv"))
	return append(out, c.falseFriends()...)
}

// compiler gathers what each word of both sides belongs to.
type compiler struct {
	english, swedish side
	heads            map[string][]string // English headword → its forms, for the heads of phrases
	bases            map[string][]form   // Swedish base → its forms, for false friends
	partials         int                 // entries that have one for phrases beside it
	lines            int
	friends          []friend
}

type friend struct{ heads, looksLike []string }

// side is the words of one language.
type side map[string]*word

type word struct {
	roles   table.Role
	free    bool // is a word by itself
	entries []table.Entry
}

func newCompiler(lines []Line) *compiler {
	c := &compiler{english: side{}, swedish: side{}, heads: map[string][]string{}, bases: map[string][]form{}, lines: len(lines)}
	for _, l := range lines {
		if !strings.Contains(l.Head, " ") {
			c.heads[l.Class+" "+l.Head] = englishForms(l.Head, l.Class, l.Irregular)
		}
		for _, r := range l.Renderings {
			for _, w := range r.Words {
				if !r.FalseFriend && (w.Code != "" || w.Forms != nil) {
					c.bases[w.Text] = append(c.bases[w.Text], swedishForms(w, l.Class)...)
				}
			}
		}
	}
	return c
}

// put says that f is a form of entry e.
func (s side) put(f form, e table.Entry) {
	text := fold(f.text)
	if text == "" {
		return
	}
	w := s[text]
	if w == nil {
		w = &word{}
		s[text] = w
	}
	w.roles |= f.roles &^ table.Bound
	w.free = w.free || f.roles&table.Bound == 0
	if !slices.Contains(w.entries, e) {
		w.entries = append(w.entries, e)
	}
}

// fold is a word as it is looked up.
func fold(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

// add adds a line. A line with phrases has a second entry, which the words that
// stand in its phrases share with the whole words of the other side.
func (c *compiler) add(l Line, e table.Entry) {
	heads, inside := c.headForms(l)
	wholes, parts := c.renderingForms(l)
	for _, f := range heads {
		c.english.put(f, e)
	}
	for _, f := range wholes {
		c.swedish.put(f, e)
	}
	if len(inside) == 0 && len(parts) == 0 {
		return
	}
	p := table.Entry(c.lines + c.partials)
	c.partials++
	for _, f := range heads {
		c.english.put(f, p)
	}
	for _, f := range inside {
		c.english.put(f, p)
	}
	for _, f := range parts {
		c.swedish.put(f, p)
	}
	if len(inside) > 0 {
		for _, f := range wholes {
			c.swedish.put(f, p)
		}
	}
}

// withoutStop adds to abbreviations what they are without their last full stop.
func withoutStop(forms []form) []form {
	for _, f := range forms[:len(forms):len(forms)] {
		if s, ok := strings.CutSuffix(f.text, "."); ok {
			forms = append(forms, form{text: s})
		}
	}
	return forms
}

// keys is the words in order, with the prefixes of the language among them.
func (s side) keys(language string) []table.Key {
	for _, p := range prefixes[language] {
		if s[p] == nil {
			s[p] = &word{}
		}
		s[p].roles |= table.Prefix
	}
	keys := make([]table.Key, 0, len(s))
	for text, w := range s {
		if !w.free {
			w.roles |= table.Bound
		}
		if endings[language][text] {
			w.roles &^= table.Last
		}
		slices.Sort(w.entries)
		keys = append(keys, table.Key{Word: text, Roles: w.roles, Entries: w.entries})
	}
	slices.SortFunc(keys, func(a, b table.Key) int { return strings.Compare(a.Word, b.Word) })
	return keys
}

// Forms is all forms of a line, for people to read: those of the headword, and
// for each rendering those of its words.
func Forms(l Line) (english []string, renderings [][]string) {
	english = englishForms(l.Head, l.Class, l.Irregular)
	for _, r := range l.Renderings {
		var forms []string
		for i, w := range r.Words {
			if i > 0 {
				forms = append(forms, "+")
			}
			for _, f := range swedishForms(w, l.Class) {
				if f.roles&table.Bound == 0 {
					forms = append(forms, f.text)
				}
			}
		}
		renderings = append(renderings, forms)
	}
	return english, renderings
}

// Words is the number of forms of each side of a compiled list.
func Words(compiled []byte) (english, swedish int, err error) {
	b := compiled[len(Magic):]
	for range 2 {
		_, n := binary.Uvarint(b)
		b = b[n:]
	}
	en, b, err := table.Read(b)
	if err != nil {
		return 0, 0, err
	}
	sv, _, err := table.Read(b)
	if err != nil {
		return 0, 0, err
	}
	return en.Len(), sv.Len(), nil
}
