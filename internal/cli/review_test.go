package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tvilling/internal/page/browsertest"
)

// inFolder runs the program in the current folder and gives what it prints.
func inFolder(args ...string) (output string, status int) {
	var out bytes.Buffer
	status = run(env{&out, &out, func(string) string { return "" }}, args)
	return out.String(), status
}

// exported is what the review page of the current folder makes of findings that are
// all dismissed in a browser, in one of its two forms.
func exported(t *testing.T, b *browsertest.Browser, form string) string {
	t.Helper()
	if out, status := inFolder("review"); status != exitClean {
		t.Fatal(out)
	}
	tab := b.Open(t, browsertest.File("review.html"), browsertest.Look{})
	return browsertest.Value[string](tab, fmt.Sprintf(`(() => {
		for (const pair of pairs) {
			if (pairs.length > 1) show(pair); else pair.wake();
			for (const card of pair.cards) {
				pair.select(card);
				judge.give("dismissed");
				judge.form.reason.value = "agreed: \"so\" # and 'that' \\ " + card.rule;
				judge.form.reason.dispatchEvent(new Event("input", {bubbles: true}));
			}
		}
		document.querySelector("#show-export").click();
		const choice = document.querySelector("#export [value=%s]");
		choice.checked = true;
		choice.dispatchEvent(new Event("change", {bubbles: true}));
		return document.querySelector("#export-text").value;
	})()`, form))
}

// What was dismissed on the page and exported from it is not found again: as
// suppressions in the settings, and as a baseline. The articles have findings at
// words with quotation marks and backslashes, over several lines, and at gaps.
func TestExportIsTaken(t *testing.T) {
	b := browsertest.Start(t)
	const settings = "languages: {source: en, target: sv}\npairs:\n  - source: \"en/*\"\n    target: \"sv/{path}\"\n"
	put := func(t *testing.T) {
		t.Helper()
		t.Chdir(t.TempDir())
		for name, content := range map[string]string{
			".tvilling.yaml": settings,
			"en/a.md": "# Sleep\n\nThe study followed 1,234 adults, all of them \"healthy\", for 12 weeks at C:\\\\sleep.\n\n" +
				"This passage was never translated, although it says how the adults were chosen.\n\nThe end came late that year.\n",
			"sv/a.md": "# Sömn\n\nStudien följde 1 243 vuxna,alla \"friska\", under 12 veckor vid C:\\\\sleep.\n\nSlutet kom sent det året.\n\nSlutet kom sent det\nåret.\n",
			"en/b.md": "# Dreams\n\nDreams came in 25 percent of the nights.\n",
			"sv/b.md": "# Drömmar\n\nDrömmar kom under under 52 procent av nätterna.\n",
		} {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if out, status := inFolder("check", "--format", "concise"); status != exitFindings || strings.Count(out, "\n") < 6 {
			t.Fatalf("before, there is\n%s", out)
		}
	}
	t.Run("suppressions", func(t *testing.T) {
		put(t)
		yaml := exported(t, b, "suppress")
		if err := os.WriteFile(".tvilling.yaml", []byte(settings+yaml), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, status := inFolder("check", "--fail-level", "suggestion", "--format", "concise"); status != exitClean || out != "" {
			t.Errorf("with\n%s\nthere is still\n%s", yaml, out)
		}
	})
	t.Run("baseline", func(t *testing.T) {
		put(t)
		lines := exported(t, b, "baseline")
		if err := os.WriteFile("known.jsonl", []byte(lines), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, status := inFolder("check", "--fail-level", "suggestion", "--format", "concise", "--baseline", "known.jsonl"); status != exitClean || strings.Contains(out, ".md:") {
			t.Errorf("with\n%s\nthere is still\n%s", lines, out)
		}
	})
}
