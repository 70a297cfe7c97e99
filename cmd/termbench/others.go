package main

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/swedish"
)

// stemmers by language code: the stemmers of Porter's Snowball.
var stemmers = map[string]func(*snowballstem.Env) bool{"en": english.Stem, "sv": swedish.Stem}

// stems compares words by their Snowball stems, as search engines do.
func (v verdict) stems() bool {
	stem := func(word string) string {
		env := snowballstem.NewEnv(word)
		stemmers[v.lang.Code](env)
		return env.Current()
	}
	return v.run(func(want, got string) bool { return stem(want) == stem(got) })
}

// halves takes a word for a term's when it begins with the first half of it, as
// translation tools that ask for a share of the letters do.
func (v verdict) halves() bool {
	return v.run(func(want, got string) bool {
		r := []rune(want)
		return strings.HasPrefix(got, string(r[:(len(r)+1)/2]))
	})
}

// exact compares words letter by letter, case aside.
func (v verdict) exact() bool {
	return v.run(func(want, got string) bool { return want == got })
}

// run says whether the words of the term stand in a row in the text.
func (v verdict) run(same func(want, got string) bool) bool {
	want, got := v.words(v.term), v.words(v.text)
	for i := 0; i+len(want) <= len(got); i++ {
		all := len(want) > 0
		for j, w := range want {
			all = all && same(w, got[i+j])
		}
		if all {
			return true
		}
	}
	return false
}

func (v verdict) words(text string) []string {
	var out []string
	for _, w := range v.lang.Words(text) {
		out = append(out, strings.ToLower(w.Text))
	}
	return out
}
