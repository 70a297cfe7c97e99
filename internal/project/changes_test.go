package project

import (
	"strings"
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

const target = "# Sömn\n\nFörsta stycket.\n\nAndra stycket\npå två rader.\n\n\nTredje stycket.\n"

// TestNew asks of findings whether the changes may have made them. The finding
// speaks of the words in the target, or of the empty place after them ("|").
func TestNew(t *testing.T) {
	for _, c := range []struct {
		why, diff, at string
		want          bool
	}{
		{"the line was changed", "@@ -3 +3 @@\n-a\n+b\n", "Första stycket.", true},
		{"another line was changed", "@@ -3 +3 @@\n-a\n+b\n", "Tredje stycket.", false},
		{"another line of the same passage", "@@ -6 +6 @@\n-a\n+b\n", "Andra stycket\npå två rader.", true},
		{"lines were taken out of the passage", "@@ -6 +5,0 @@\n-a\n", "Andra stycket\npå två rader.", true},
		{"lines were taken out behind the passage", "@@ -7 +6,0 @@\n-a\n", "Andra stycket\npå två rader.", false},
		{"lines were taken out before the passage", "@@ -5 +4,0 @@\n-a\n", "Andra stycket\npå två rader.", false},
		{"taken out where something is missing", "@@ -7,2 +6,0 @@\n-a\n-b\n", "på två rader.|", true},
		{"taken out after the blank lines there", "@@ -9,2 +8,0 @@\n-a\n-b\n", "på två rader.|", true},
		{"taken out elsewhere", "@@ -9,2 +9,0 @@\n-a\n-b\n", "på två rader.|", false},
		{"the place's neighbour was changed", "@@ -9 +9 @@\n-a\n+b\n", "på två rader.|", false},
		{"content that looks like headings of a diff", "@@ -1,2 +1 @@\n--- a/x\n-@@ -9 +9 @@\n+++ b/sv.md\n@@ -9 +9 @@\n-a\n+b\n\\ No newline at end of file\n", "Tredje stycket.", true},
	} {
		diff := "diff --git a/sv.md b/sv.md\nindex 1..2 100644\n--- a/sv.md\n+++ b/sv.md\n" + c.diff
		changes, err := ReadDiff(strings.NewReader(diff), nil)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		f, r := findingAt(t, c.at)
		if got := changes.New(f, r, "en.md", "sv.md"); got != c.want {
			t.Errorf("%s: %v", c.why, got)
		}
	}
}

func findingAt(t *testing.T, at string) (check.Finding, *check.Result) {
	file := text.NewFile("sv.md", target)
	words, empty := strings.CutSuffix(at, "|")
	i := strings.Index(target, words)
	if i < 0 {
		t.Fatalf("%q is not in the target", words)
	}
	span := text.Span{File: file, Start: i, End: i + len(words)}
	if empty {
		span = span.After()
	}
	return check.Finding{Span: span, Passages: []text.Span{span}}, &check.Result{Source: &doc.Document{File: text.NewFile("en.md", "")}, Target: &doc.Document{File: file}}
}

func TestTouched(t *testing.T) {
	const diff = `diff --git "a/sv/a\nb\".md" "b/sv/a\nb\".md"
index 1..2 100644
--- "a/sv/a\nb\".md"
+++ "b/sv/a\nb\".md"
@@ -1 +1 @@
-a
+b
diff --git a/old.md b/sv/två ord.md
similarity index 100%
rename from old.md
rename to sv/två ord.md
diff --git a/gone.md b/gone.md
deleted file mode 100644
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-a
diff --git a/with space.md b/with space.md
--- a/with space.md	
+++ b/with space.md	
@@ -0,0 +1 @@
+a
`
	c, err := ReadDiff(strings.NewReader(diff), []string{"new.md"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"sv/a\nb\".md": true, "sv/två ord.md": true, "with space.md": true, "new.md": true, "old.md": false, "gone.md": false, "other.md": false} {
		if c.Touched(name) != want {
			t.Errorf("%q touched: %v", name, !want)
		}
	}
	f, r := findingAt(t, "Tredje stycket.")
	if !c.New(f, r, "en.md", "new.md") {
		t.Error("a finding in a new file is not new")
	}
	f.Passages = append(f.Passages, text.Span{File: r.Source.File})
	if !c.New(f, r, "new.md", "sv.md") {
		t.Error("a finding whose source is new is not new")
	}
}

func TestReadDiffRefuses(t *testing.T) {
	for _, diff := range []string{"@@ -x +1 @@\n", "@@ -1,99999999999 +1 @@\n", "@@ -1 +1,3 @@\n+a\n", "@@ -\n"} {
		if _, err := ReadDiff(strings.NewReader(diff), nil); err == nil {
			t.Errorf("%q was read", diff)
		}
	}
}

func FuzzReadDiff(f *testing.F) {
	f.Add("diff --git a/sv.md b/sv.md\n+++ b/sv.md\n@@ -3 +3 @@\n-a\n+b\n@@ -7,2 +6,0 @@\n-a\n-b\n")
	f.Add("+++ \"b/sv\\303\\245.md\"\n@@ -0,0 +1 @@\n+a\n\\ No\n")
	f.Fuzz(func(t *testing.T, diff string) {
		c, err := ReadDiff(strings.NewReader(diff), nil)
		if err != nil {
			return
		}
		for _, at := range []string{"Första", "på två rader.|"} {
			finding, r := findingAt(t, at)
			c.New(finding, r, "en.md", "sv.md")
		}
	})
}
