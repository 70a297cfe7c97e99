package review_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// TestMendTouchesNothingElse mends all articles: in every round what lies outside
// the edits of the fixes stays byte for byte, and mending again changes nothing.
func TestMendTouchesNothingElse(t *testing.T) {
	for _, a := range articles(t) {
		for _, unsafe := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/unsafe=%v", a.name, unsafe), func(t *testing.T) {
				mendAndCheck(t, a, a.target, unsafe)
			})
		}
	}
}

// TestMendOfDamage does the same with the article of fingerprint_test.go, in which
// a few stretches have been taken out, doubled or put in other places.
func TestMendOfDamage(t *testing.T) {
	a := article{"made-up", text.NewFile("en.md", printSource), text.NewFile("sv.md", printTarget), review.Options{
		SourceLang: "en", TargetLang: "sv", SourceFormat: parse.Markdown, TargetFormat: parse.Markdown, Rules: rules.All()}}
	rapid.Check(t, func(r *rapid.T) {
		runes := []rune(string(a.target.Content))
		for range rapid.IntRange(1, 4).Draw(r, "times") {
			from := rapid.IntRange(0, len(runes)-1).Draw(r, "from")
			to := min(len(runes), from+rapid.IntRange(1, 80).Draw(r, "length"))
			piece := slices.Clone(runes[from:to])
			switch rapid.IntRange(0, 2).Draw(r, "how") {
			case 0:
				runes = slices.Delete(runes, from, to)
			case 1:
				runes = slices.Insert(runes, to, piece...)
			case 2:
				runes = slices.Insert(slices.Delete(runes, from, to), rapid.IntRange(0, len(runes)-len(piece)).Draw(r, "at"), piece...)
			}
		}
		target := text.NewFile(a.target.Name, string(runes))
		if _, err := review.Pair(a.source, target, a.options); err != nil {
			r.Skip(err) // a tag that swallows all of it
		}
		mendAndCheck(r, a, target, rapid.Bool().Draw(r, "unsafe"))
	})
}

func mendAndCheck(t rapid.TB, a article, target *text.File, unsafe bool) {
	t.Helper()
	before := a.review(t, target)
	m, err := review.Mend(before, unsafe, func(file *text.File) (*check.Result, error) {
		if !onlyEdits(before, file.Content) {
			t.Errorf("%s: something outside the edits was changed", a.name)
		}
		before = a.review(t, file)
		return before, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	again, err := review.Mend(a.review(t, m.File), unsafe, func(file *text.File) (*check.Result, error) { return a.review(t, file), nil })
	if err != nil {
		t.Fatal(err)
	}
	if again.Fixed > 0 {
		t.Errorf("%s: mending again mends %d more", a.name, again.Fixed)
	}
}

// onlyEdits says that after is the target of before but for stretches that edits
// of its fixes cover: what lies between these stands in after, in order.
func onlyEdits(before *check.Result, after []byte) bool {
	content := before.Target.File.Content
	covered := make([]bool, len(content)+1)
	cut := make([]bool, len(content)+1) // something may be put in here
	for _, f := range before.Findings {
		for _, fix := range f.Fixes {
			for _, e := range fix.Edits {
				cut[e.Span.Start] = true
				for i := e.Span.Start; i < e.Span.End; i++ {
					covered[i] = true
				}
			}
		}
	}
	for i := 0; i < len(content); {
		if covered[i] {
			i++
			continue
		}
		from := i
		for i++; i < len(content) && !covered[i] && !cut[i]; i++ {
		}
		at := bytes.Index(after, content[from:i])
		if at < 0 {
			return false
		}
		after = after[at+i-from:]
	}
	return true
}

// small is a result with a target of the given content and fixes, each written as
// "old→new" for the first place of old; a fix of several edits has them joined by
// "|", one that is not safe begins with "?".
func small(content string, fixes ...string) *check.Result {
	return of(text.NewFile("sv.md", content), fixes...)
}

// of is small for a file that is there.
func of(f *text.File, fixes ...string) *check.Result {
	content := string(f.Content)
	res := &check.Result{Target: &doc.Document{File: f}}
	for _, written := range fixes {
		rest, unsafe := strings.CutPrefix(written, "?")
		fix := check.Fix{Title: written, Safe: !unsafe}
		for edit := range strings.SplitSeq(rest, "|") {
			old, new, _ := strings.Cut(edit, "→")
			at := strings.Index(content, old)
			fix.Edits = append(fix.Edits, text.Edit{Span: text.Span{File: res.Target.File, Start: at, End: at + len(old)}, New: new})
		}
		res.Findings = append(res.Findings, check.Finding{Rule: "made-up", Span: fix.Edits[0].Span, Fixes: []check.Fix{fix}})
	}
	return res
}

// TestMend shows one round each: the review that follows finds nothing more.
func TestMend(t *testing.T) {
	tests := []struct {
		name    string
		content string
		fixes   []string
		unsafe  bool
		want    string
		fixed   int
	}{
		{"safe ones only", "a b c", []string{"a→A", "?b→B"}, false, "A b c", 1},
		{"unsafe ones too", "a b c", []string{"a→A", "?b→B"}, true, "A B c", 2},
		{"of two that overlap the first", "abc", []string{"ab→AB", "bc→BC"}, false, "ABc", 1},
		{"of two that touch the first", "abc", []string{"a→A", "b→B"}, false, "Abc", 1},
		{"all edits of a fix or none", "a b c", []string{"a→A", "a→1|c→3"}, false, "A b c", 1},
		{"a fix at odds with itself is not made", "abc", []string{"ab→x|bc→y"}, false, "abc", 0},
		{"line breaks are the file's", "a b\r\nc", []string{" →\n"}, false, "a\r\nb\r\nc", 1},
		{"nothing to mend", "abc", nil, true, "abc", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := review.Mend(small(tt.content, tt.fixes...), tt.unsafe, func(f *text.File) (*check.Result, error) {
				return of(f), nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if got := string(m.File.Content); got != tt.want || m.Fixed != tt.fixed {
				t.Errorf("got %q with %d fixed, want %q with %d", got, m.Fixed, tt.want, tt.fixed)
			}
		})
	}
}

// TestMendEnds: fixes that undo each other, and one that always finds more to do.
func TestMendEnds(t *testing.T) {
	flip := map[string]string{"a": "a→b", "b": "b→a"}
	m, err := review.Mend(small("a", flip["a"]), false, func(f *text.File) (*check.Result, error) {
		return of(f, flip[string(f.Content)]), nil
	})
	if err != nil || string(m.File.Content) != "b" {
		t.Errorf("got %q (%v)", m.File.Content, err)
	}
	m, err = review.Mend(small("a", "a→aa"), false, func(f *text.File) (*check.Result, error) {
		return of(f, string(f.Content)+"→a"+string(f.Content)), nil
	})
	if err != nil || m.Fixed != 10 {
		t.Errorf("%d rounds (%v)", m.Fixed, err)
	}
}

// TestMendKeepsToTheEncoding leaves a fix out that the file cannot hold.
func TestMendKeepsToTheEncoding(t *testing.T) {
	res := small("å b", "å→\u202F", "b→B")
	res.Target.File.Encoding = text.Windows1252
	m, err := review.Mend(res, false, func(f *text.File) (*check.Result, error) { return of(f), nil })
	if err != nil || string(m.File.Content) != "å B" {
		t.Errorf("got %q (%v)", m.File.Content, err)
	}
}
