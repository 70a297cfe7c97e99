package lexicon

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// share says that the words have an entry in common, and whether it is only a phrase's.
func share(l *List, source, target string) (shared, partial bool) {
	partial = true
	for _, e := range l.Source(source) {
		if slices.Contains(l.Target(target), e) {
			shared, partial = true, partial && l.Partial(e)
		}
	}
	return shared, shared && partial
}

func TestTranslations(t *testing.T) {
	l, mirror := Load("en", "sv"), Load("sv", "en")
	for _, c := range []struct {
		source, target  string
		shared, partial bool
	}{
		{"house", "huset", true, false},
		{"houses", "husens", true, false},
		{"wrote", "skrivit", true, false},
		{"better", "bästa", true, false}, // forms are not told apart
		{"treatment", "behandlingarna", true, false},
		{"brain", "hjärn", true, false},       // the shape it has in compounds
		{"perfectly", "perfekt", true, false}, // adverbs go with their adjective
		{"colour", "färgen", true, false},
		{"organised", "organiserade", true, false},
		{"don’t", "inte", true, false},
		{"blood pressure", "blodtrycket", true, false},
		{"blood", "blodtrycket", true, true},
		{"depend", "på", false, false}, // function words of phrases render nothing
		{"house", "bilen", false, false},
		{"actual", "aktuell", false, false},
		{"xyzzy", "huset", false, false},
	} {
		shared, partial := share(l, c.source, c.target)
		if shared != c.shared || partial != c.partial {
			t.Errorf("%s, %s: %v %v, want %v %v", c.source, c.target, shared, partial, c.shared, c.partial)
		}
		if back, _ := share(mirror, c.target, c.source); back != c.shared {
			t.Errorf("%s, %s: %v the other way round", c.target, c.source, back)
		}
	}
}

// Which side knows a word is evidence of its language; what only begins
// compounds is no word.
func TestKnows(t *testing.T) {
	l := Load("en", "sv")
	for word, want := range map[string][2]bool{
		"which": {true, false}, "vilken": {false, true}, "under": {true, true}, "arbets": {false, false},
		"neuro": {false, false}, "xyzzy": {false, false}, "": {false, false}, "åtgärderna": {false, true},
	} {
		source, target := l.Knows(word)
		if got := [2]bool{source, target}; got != want {
			t.Errorf("%s: %v, want %v", word, got, want)
		}
		if target, source := Load("sv", "en").Knows(word); want != [2]bool{source, target} {
			t.Errorf("%s: %v %v the other way round", word, target, source)
		}
	}
}

func TestFalseFriends(t *testing.T) {
	l := Load("en", "sv")
	for _, c := range []struct {
		source, target string
		want           bool
	}{
		{"eventually", "eventuellt", true},
		{"actual", "aktuella", true}, // all its forms
		{"actual", "faktiska", false},
		{"local", "lokala", false}, // the noun is one, the adjective is right
	} {
		if got := slices.Contains(l.FalseFriends(c.source), c.target); got != c.want {
			t.Errorf("%s, %s: %v, want %v", c.source, c.target, got, c.want)
		}
	}
	if friends := Load("sv", "en").FalseFriends("eventuellt"); !slices.Contains(friends, "eventually") {
		t.Errorf("the other way round: %v", friends)
	}
}

// A nil list, which is what there is for other languages, knows nothing.
func TestNoList(t *testing.T) {
	l := Load("en", "fi")
	if l != nil {
		t.Fatal("there is a list for Finnish")
	}
	a, b := l.Knows("house")
	got := []any{l.Source("house"), l.Target("house"), l.SourceParts("brainstem"), l.TargetParts("nattåg"), l.Partial(0), l.FalseFriends("actual"), a, b}
	want := []any{[]Entry(nil), []Entry(nil), []string(nil), []string(nil), false, []string(nil), false, false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadIsShared(t *testing.T) {
	for _, pair := range [][2]string{{"en", "sv"}, {"sv", "en"}} {
		if first, again := Load(pair[0], pair[1]), Load(pair[0], pair[1]); first != again {
			t.Errorf("the list %s is read more than once", pair)
		}
	}
}

// Looking a word up must not allocate: an article asks for each of its words.
func TestNoAllocation(t *testing.T) {
	l := Load("en", "sv")
	if n := testing.AllocsPerRun(100, func() { l.Target("behandlingarna"); l.Source("don’t"); l.Knows("xyzzy") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
