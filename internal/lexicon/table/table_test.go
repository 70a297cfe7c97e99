package table

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// What is written is found again, and nothing else.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfDistinct(rapid.StringMatching(`[abåö]{1,6}`), rapid.ID[string]).Draw(t, "words")
		slices.Sort(words)
		keys := make([]Key, len(words))
		for i, w := range words {
			keys[i] = Key{w, Role(i % 5), make([]Entry, i%3)}
			for j := range keys[i].Entries {
				keys[i].Entries[j] = Entry(i + 3*j)
			}
		}
		tab, rest, err := Read(append(Append(nil, keys), "more"...))
		if err != nil || string(rest) != "more" {
			t.Fatalf("Read: %q, %v", rest, err)
		}
		if tab.Len() != len(keys) {
			t.Fatalf("Len is %d, want %d", tab.Len(), len(keys))
		}
		for _, k := range keys {
			entries, roles, ok := tab.Find(k.Word)
			if !ok || roles != k.Roles || !slices.Equal(entries, k.Entries) {
				t.Fatalf("Find(%q) = %v %v %v, want %v", k.Word, entries, roles, ok, k)
			}
		}
		other := rapid.StringMatching(`[abcåö]{0,7}`).Draw(t, "other")
		if _, _, ok := tab.Find(other); ok != slices.Contains(words, other) {
			t.Fatalf("Find(%q) is %v", other, ok)
		}
	})
}

// A walk meets every word that begins where it begins.
func TestWalk(t *testing.T) {
	tab, _, err := Read(Append(nil, []Key{{Word: "bar"}, {Word: "barn"}, {Word: "barnbok"}, {Word: "bok"}}))
	if err != nil {
		t.Fatal(err)
	}
	var met []int
	w := tab.Walk()
	for i, b := range []byte("barnboken") {
		if !w.Step(b) {
			break
		}
		if _, _, ok := w.Word(); ok {
			met = append(met, i+1)
		}
	}
	if diff := cmp.Diff([]int{3, 4, 7}, met); diff != "" {
		t.Error(diff)
	}
	if w.Step('x') {
		t.Error("a walk went on after its end")
	}
}

func TestApostrophe(t *testing.T) {
	tab, _, err := Read(Append(nil, []Key{{Word: "don't"}}))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, ok := tab.Find("don’t"); !ok {
		t.Error("the curly apostrophe is not folded")
	}
}

// Any bytes are a table or an error, and a table that came of them can be asked.
func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []Key{{Word: "bil", Entries: []Entry{3}}, {Word: "bilen", Entries: []Entry{3, 9}}}), "bilen")
	f.Add([]byte{1, 'a', 7, 0, 0, 0}, "aaa")
	f.Fuzz(func(t *testing.T, b []byte, word string) {
		tab, _, err := Read(b)
		if err != nil {
			return
		}
		entries, _, ok := tab.Find(word)
		if !ok && entries != nil {
			t.Errorf("%q is not there and has entries %v", word, entries)
		}
	})
}
