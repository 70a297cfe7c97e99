package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"tvilling/internal/serve"
)

const (
	deskSource = "# Sleep and health\n\nThe study followed 1,234 adults, all of them healthy, for 12 weeks.\n"
	deskTarget = "# Sömn och hälsa\n\nStudien följde 1 243 vuxna,alla friska, under 12 veckor.\n"
	deskConfig = "pairs: [{source: \"en/**/*.md\", target: \"sv/{path}\"}]\n"
)

// project writes a project of n pairs with two findings each, steps into it and
// gives a desk that has read it.
func deskOf(t *testing.T, n int, f checkFlags, args ...string) *desk {
	t.Helper()
	t.Chdir(t.TempDir())
	put(t, ".tvilling.yaml", deskConfig)
	for i := range n {
		put(t, fmt.Sprintf("en/%d.md", i), deskSource)
		put(t, fmt.Sprintf("sv/%d.md", i), deskTarget)
	}
	f.cache.off = true
	d := newDesk(env{io.Discard, io.Discard, func(string) string { return "" }}, f, args)
	t.Cleanup(d.close)
	if _, err := d.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// changes are the pages that a refresh says have changed.
func changes(t *testing.T, d *desk) string {
	t.Helper()
	changed, err := d.refresh(t.Context())
	if err != nil {
		t.Error(err)
	}
	return strings.Join(changed, " ")
}

// show is the page at a path, or its error.
func show(t *testing.T, d *desk, path string) string {
	t.Helper()
	content, err := d.page(t.Context(), path, serve.Live{})
	if err != nil {
		return err.Error()
	}
	return string(content)
}

// A change is of the pairs that it concerns; the others are not reviewed again.
func TestRefreshReviewsWhatHasChanged(t *testing.T) {
	d := deskOf(t, 3, checkFlags{})
	put(t, "terms.yaml", "source: en\ntarget: sv\nterms: []\n")
	const all = "/ /pair/sv/0.md /pair/sv/1.md /pair/sv/2.md"
	for _, step := range []struct{ what, name, content, want string }{
		{"nothing", "", "", ""},
		{"the same again", "sv/1.md", deskTarget, ""},
		{"a file that is no article", "sv/note.txt", "text", ""},
		{"a target", "sv/1.md", deskTarget + "\nSlut.\n", "/ /pair/sv/1.md"},
		{"a source", "en/2.md", deskSource + "\nThe end.\n", "/ /pair/sv/2.md"},
		{"a source without target", "en/new/3.md", deskSource, "/"},
		{"its target", "sv/new/3.md", deskTarget, "/ /pair/sv/new/3.md"},
		{"a target that is emptied", "sv/new/3.md", "", "/ /pair/sv/new/3.md"},
		{"a target that goes", "sv/new/3.md", "GO", "/ /pair/sv/new/3.md"},
		{"its source", "en/new/3.md", "GO", "/"},
		{"settings", ".tvilling.yaml", deskConfig + "rules: {ignore: [spacing]}\n", all},
		{"settings with a glossary", ".tvilling.yaml", deskConfig + "glossaries: [terms.yaml]\n", all},
		{"the glossary", "terms.yaml", "source: en\ntarget: sv\nterms:\n  - {source: sleep, target: sömn}\n", all},
	} {
		before := d.now
		switch step.content {
		case "GO":
			if err := os.Remove(step.name); err != nil {
				t.Fatal(err)
			}
		default:
			if step.name != "" {
				put(t, step.name, step.content)
			}
		}
		if got := changes(t, d); got != step.want {
			t.Errorf("%s: changed are %q, want %q", step.what, got, step.want)
		}
		for page, e := range d.now.at {
			if was := before.at[page]; was != nil && was.outcome.result != nil && (e.outcome.result == was.outcome.result) == strings.Contains(step.want, page) {
				t.Errorf("%s: %s was reviewed: %v", step.what, page, e.outcome.result != was.outcome.result)
			}
		}
	}
}

// What is broken for the moment is shown in its place and comes back by itself.
func TestBrokenForTheMoment(t *testing.T) {
	d := deskOf(t, 2, checkFlags{})
	put(t, "sv/0.md", "")
	changes(t, d)
	if got := show(t, d, "/pair/sv/0.md"); got != "sv/0.md: no text in it" {
		t.Errorf("the page of an empty article: %s", got)
	}
	if got := show(t, d, "/pair/sv/1.md"); !strings.Contains(got, "1 243") {
		t.Errorf("the page of the other: %s", got)
	}
	put(t, ".tvilling.yaml", deskConfig+"colour: red\n")
	changed, err := d.refresh(t.Context())
	if err == nil || len(changed) != 3 {
		t.Errorf("broken settings: %v, %v", changed, err)
	}
	if changed, err := d.refresh(t.Context()); err == nil || len(changed) != 0 {
		t.Errorf("still broken: %v, %v", changed, err)
	}
	for _, page := range []string{"/", "/pair/sv/1.md"} {
		if got := show(t, d, page); !strings.Contains(got, ".tvilling.yaml:2:1: ") {
			t.Errorf("%s shows %s", page, got)
		}
	}
	if err := d.fix(serve.Order{Target: "sv/1.md", Fingerprint: "any"}); err == nil {
		t.Error("a fix by what was before the settings broke")
	}
	put(t, ".tvilling.yaml", deskConfig)
	put(t, "sv/0.md", deskTarget)
	if got := changes(t, d); got != "/ /pair/sv/0.md /pair/sv/1.md" {
		t.Errorf("mended: %s", got)
	}
	if got := show(t, d, "/pair/sv/0.md"); !strings.Contains(got, "1 243") {
		t.Errorf("the page of the article that came back: %s", got)
	}
}

// What the settings suppress is not shown, and is again when they say otherwise.
func TestSuppressedInTheSettings(t *testing.T) {
	d := deskOf(t, 2, checkFlags{})
	put(t, ".tvilling.yaml", deskConfig+"suppress:\n  - {rule: number, paths: [sv/1.md], reason: agreed}\n")
	if got := changes(t, d); got != "/ /pair/sv/0.md /pair/sv/1.md" {
		t.Errorf("changed: %s", got)
	}
	counts := func() (n []int) {
		for _, e := range d.now.entries {
			n = append(n, len(e.outcome.result.Findings))
		}
		return n
	}
	if got := counts(); !slices.Equal(got, []int{2, 1}) {
		t.Errorf("findings: %v", got)
	}
	put(t, ".tvilling.yaml", deskConfig)
	changes(t, d)
	if got := counts(); !slices.Equal(got, []int{2, 2}) {
		t.Errorf("findings without suppression: %v", got)
	}
}

// spacing is the order for the fix of a missing space.
func spacing(t *testing.T, d *desk, page string) serve.Order {
	t.Helper()
	e := d.now.at[page]
	for _, f := range e.outcome.result.Findings {
		if f.Rule == "spacing" {
			return serve.Order{Target: e.job.target.name, Fingerprint: f.Fingerprint}
		}
	}
	t.Fatal("no finding of spacing")
	panic("not reached")
}

// A fix writes its edit and nothing else; the pages of the pair have changed then.
func TestFixOnDemand(t *testing.T) {
	d := deskOf(t, 2, checkFlags{})
	o := spacing(t, d, "/pair/sv/1.md")
	if err := d.fix(o); err != nil {
		t.Fatal(err)
	}
	if got, want := get(t, "sv/1.md"), strings.Replace(deskTarget, "vuxna,alla", "vuxna, alla", 1); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, want := range map[string]string{"sv/0.md": deskTarget, "en/0.md": deskSource, "en/1.md": deskSource, ".tvilling.yaml": deskConfig} {
		if got := get(t, name); got != want {
			t.Errorf("%s became %q", name, got)
		}
	}
	if entries, _ := os.ReadDir("sv"); len(entries) != 2 {
		t.Errorf("left behind: %v", entries)
	}
	if got := changes(t, d); got != "/ /pair/sv/1.md" {
		t.Errorf("changed: %s", got)
	}
	var refusal *serve.Refusal
	if err := d.fix(o); !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "no longer there") {
		t.Errorf("the same again: %v", err)
	}
}

// No order writes to a file that is not the target of a pair, or over what
// somebody has written meanwhile.
func TestFixRefuses(t *testing.T) {
	d := deskOf(t, 1, checkFlags{})
	good := spacing(t, d, "/pair/sv/0.md")
	show(t, d, "/pair/sv/0.md") // so that it is known what the page shows
	outside := filepath.Join(t.TempDir(), "outside.md")
	put(t, outside, deskTarget)
	for _, target := range []string{"", "en/0.md", "sv/../sv/0.md", "../" + filepath.Base(t.TempDir()), "/etc/passwd", outside, ".tvilling.yaml", "/pair/sv/0.md"} {
		if err := d.fix(serve.Order{Target: target, Fingerprint: good.Fingerprint}); !errors.Is(err, serve.ErrNotFound) {
			t.Errorf("%q: %v", target, err)
		}
	}
	var refusal *serve.Refusal
	for _, o := range []serve.Order{{Target: "sv/0.md", Fingerprint: "none"}, {Target: "sv/0.md", Fingerprint: good.Fingerprint, Fix: 7}} {
		if err := d.fix(o); !errors.As(err, &refusal) {
			t.Errorf("%v: %v", o, err)
		}
	}
	if got := get(t, "sv/0.md") + get(t, outside); got != deskTarget+deskTarget {
		t.Errorf("something was written: %q", got)
	}
	meanwhile := deskTarget + "\nMer.\n"
	put(t, "sv/0.md", meanwhile)
	if err := d.fix(good); !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "changed meanwhile") {
		t.Errorf("over another's work: %v", err)
	}
	if got := get(t, "sv/0.md"); got != meanwhile {
		t.Errorf("it became %q", got)
	}
}

// A target that is a link out of the project is no article of it.
func TestFixStaysInTheProject(t *testing.T) {
	d := deskOf(t, 1, checkFlags{})
	good := spacing(t, d, "/pair/sv/0.md")
	outside := filepath.Join(t.TempDir(), "outside.md")
	put(t, outside, deskTarget)
	if err := os.Remove("sv/0.md"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, "sv/0.md"); err != nil {
		t.Skip(err)
	}
	for range 2 { // before the desk has looked again and after
		if err := d.fix(good); err == nil {
			t.Error("it was fixed")
		}
		changes(t, d)
	}
	if got := get(t, outside); got != deskTarget {
		t.Errorf("outside the project: %q", got)
	}
}

// However many pages are opened, only some articles stay laid out in memory; a
// refresh lays those out anew that it concerns.
func TestFewArticlesLaidOut(t *testing.T) {
	d := deskOf(t, mostOpen+4, checkFlags{})
	laid := func() (pages []string) {
		for _, e := range d.now.entries {
			if e.article != nil {
				pages = append(pages, e.page)
			}
		}
		return pages
	}
	for _, e := range d.now.entries {
		show(t, d, e.page)
	}
	before := laid()
	if len(before) != mostOpen {
		t.Errorf("%d articles", len(before))
	}
	put(t, "sv/"+filepath.Base(before[0]), deskTarget+"\nMer.\n")
	changes(t, d)
	if after := laid(); !slices.Equal(after, before) {
		t.Errorf("after a refresh: %v of %v", after, before)
	}
	if len(d.open.entries) != mostOpen {
		t.Errorf("%d are known to be open", len(d.open.entries))
	}
}

// A baseline and what was learned are of all pairs: when they change, so do these.
func TestRefreshOfWhatAllDependOn(t *testing.T) {
	d := deskOf(t, 2, checkFlags{learn: true})
	put(t, "sv/1.md", deskTarget+"\nMer.\n")
	if got := changes(t, d); got != "/ /pair/sv/0.md /pair/sv/1.md" {
		t.Errorf("learned anew: %s", got)
	}
	learned := d.now.reviewer.learned
	changes(t, d)
	if learned == nil || d.now.reviewer.learned == nil {
		t.Error("what was learned is forgotten")
	}
	d = deskOf(t, 2, checkFlags{})
	baseline := func(what string) {
		if status := run(env{io.Discard, io.Discard, os.Getenv}, []string{"baseline", what, "known.jsonl", "--no-cache"}); status != exitClean {
			t.Fatal("no baseline")
		}
	}
	baseline("create")
	put(t, ".tvilling.yaml", deskConfig+"baseline: known.jsonl\n")
	changes(t, d)
	put(t, "sv/1.md", deskTarget+"\nMer.\n")
	changes(t, d)
	if fresh, known, _ := d.now.report.Standings(); fresh != 1 || known != 4 {
		t.Errorf("%d findings are new, %d known", fresh, known)
	}
	baseline("update")
	if got := changes(t, d); got != "/ /pair/sv/0.md /pair/sv/1.md" {
		t.Errorf("another baseline: %s", got)
	}
	if fresh, known, _ := d.now.report.Standings(); fresh != 0 || known != 5 {
		t.Errorf("%d findings are new, %d known", fresh, known)
	}
}

// Pages, orders and refreshes come at the same time while files change.
func TestDeskConcurrently(t *testing.T) {
	d := deskOf(t, 3, checkFlags{})
	o := spacing(t, d, "/pair/sv/0.md")
	var hands sync.WaitGroup
	hand := func(do func(i int)) {
		hands.Go(func() {
			for i := range 8 {
				do(i)
			}
		})
	}
	hand(func(i int) {
		_ = os.WriteFile("sv/1.md", []byte(strings.Replace(deskTarget, "12", fmt.Sprint(12+i), 1)), 0o644)
		_, _ = d.refresh(t.Context())
	})
	hand(func(int) { _, _ = d.refresh(t.Context()) })
	hand(func(int) { _ = d.fix(o) })
	for i := range 3 {
		hand(func(int) { show(t, d, fmt.Sprintf("/pair/sv/%d.md", i)) })
	}
	hand(func(int) { show(t, d, "/") })
	hand(func(int) { d.folders() })
	hands.Wait()
	changes(t, d)
	if got := show(t, d, "/pair/sv/1.md"); !strings.Contains(got, "1 243") {
		t.Errorf("at the end: %s", got)
	}
	if got := get(t, "sv/0.md"); !strings.Contains(got, "vuxna, alla") {
		t.Errorf("the fix was not made: %s", got)
	}
}

// Whatever may change findings lies in a folder that is watched.
func TestWatchedFolders(t *testing.T) {
	d := deskOf(t, 1, checkFlags{})
	root, err := filepath.EvalSymlinks(".")
	if err != nil {
		t.Fatal(err)
	}
	if root, err = filepath.Abs(root); err != nil {
		t.Fatal(err)
	}
	put(t, "glossary/terms.yaml", "source: en\ntarget: sv\nterms: []\n")
	put(t, "en/empty/deep/.hidden/x", "")
	put(t, ".tvilling.yaml", deskConfig+"glossaries: [glossary/terms.yaml]\n")
	changes(t, d)
	have := d.folders()
	for _, want := range []string{".", "en", "sv", "en/empty", "en/empty/deep", "glossary"} {
		if !slices.Contains(have, filepath.Join(root, filepath.FromSlash(want))) {
			t.Errorf("%s is not watched, of %q", want, have)
		}
	}
	if slices.ContainsFunc(have, func(name string) bool { return strings.Contains(name, ".hidden") }) {
		t.Errorf("hidden folders are watched: %q", have)
	}
}
