package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/lexicon"
)

// tally counts the running words of one language.
type tally struct {
	words, known, split int
	missing             map[string]int
}

// coverage prints which share of the words under data the list knows, and which
// words it misses most.
func coverage(l *lexicon.List, data string) error {
	english, swedish := &tally{missing: map[string]int{}}, &tally{missing: map[string]int{}}
	err := filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := d.Name()
		var add func(word string)
		switch {
		case !prose[filepath.Ext(name)]:
			return nil
		case strings.HasPrefix(name, "en."):
			add = func(w string) { english.add(w, len(l.Source(w)) > 0, len(l.SourceParts(w)) > 0) }
		case strings.HasPrefix(name, "sv."):
			add = func(w string) { swedish.add(w, len(l.Target(w)) > 0, len(l.TargetParts(w)) > 0) }
		default:
			return nil
		}
		text, err := os.ReadFile(path)
		if err == nil {
			eachWord(string(text), add)
		}
		return err
	})
	if err != nil {
		return err
	}
	english.print("English", goalSource)
	swedish.print("Swedish", goalTarget)
	return nil
}

// prose are the kinds of files that hold articles.
var prose = map[string]bool{".md": true, ".html": true, ".txt": true}

func (t *tally) add(word string, known, split bool) {
	t.words++
	switch {
	case known:
		t.known++
	case split:
		t.split++
	default:
		t.missing[word]++
	}
}

const mostMissing = 100 // words shown for each side

func (t *tally) print(language string, goal float64) {
	if t.words == 0 {
		fmt.Printf("%s: no text\n", language)
		return
	}
	n := float64(t.words)
	fmt.Printf("%s: %d words, %.1f %% known and %.1f %% more as compounds (goal %.0f %%)\n",
		language, t.words, 100*float64(t.known)/n, 100*float64(t.split)/n, 100*goal)
	missing := slices.SortedFunc(maps.Keys(t.missing), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.missing[b], t.missing[a]), cmp.Compare(a, b))
	})
	for i, w := range missing[:min(len(missing), mostMissing)] {
		fmt.Printf("%s %d", w, t.missing[w])
		fmt.Print([]string{", ", "\n"}[min(i%10/9, 1)])
	}
	fmt.Println()
}

var tag = regexp.MustCompile(`<[^<>]*>`)

// eachWord calls f for every word of ordinary prose in text: letters, apostrophes
// and hyphens, in lower case. Lines of code, addresses and tags are passed over.
func eachWord(text string, f func(word string)) {
	code := false
	for line := range strings.Lines(tag.ReplaceAllString(text, " ")) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
		}
		if code {
			continue
		}
		for _, field := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>()[]{}", r) }) {
			if strings.ContainsAny(field, "/=_@#\\|`") {
				continue
			}
			for _, w := range strings.FieldsFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r) }) {
				if w = strings.Trim(w, "-'’"); len(w) > 0 {
					f(strings.ToLower(w))
				}
			}
		}
	}
}
