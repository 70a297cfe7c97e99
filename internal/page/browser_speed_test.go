package page_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"tvilling/internal/page"
	"tvilling/internal/page/browsertest"
)

var rounds = flag.Int("rounds", 1, "how often each delay is measured, the least of which counts")

// long is an article of many words and findings.
func long(sections int) (source, target string) {
	var src, tgt strings.Builder
	for i := range sections {
		fmt.Fprintf(&src, "## Night number %d\n\n", i+1)
		fmt.Fprintf(&tgt, "## Natt nummer %d\n\n", i+1)
		for k := range 4 {
			fmt.Fprintf(&src, "In night %d of the study, %d adults slept in the laboratory, and the nurses wrote down when each of them woke. "+
				"Those who had read in bed fell asleep %d minutes later than the others did on the same evening.\n\n", i+1, 100+10*k+i, 10+k)
			fmt.Fprintf(&tgt, "Under natt %d av studien sov %d vuxna i laboratoriet,och sköterskorna skrev upp när var och en av dem vaknade. "+
				"De som hade läst i sängen somnade %d minuter senare än de andra gjorde samma kväll.\n\n", i+1, 100+10*k+i, 10+k+i%2)
		}
	}
	return src.String(), tgt.String()
}

// delays measures how long after an event its effect is on the screen: from before
// the script acts to after the frame that shows it, the least of some rounds, since
// other work of the machine only ever adds to it.
const delays = `(async () => {
	const frame = () => new Promise(done => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
	const control = name => document.querySelector("[name=" + name + "]");
	const input = (name, set) => () => { set(control(name)); control(name).dispatchEvent(new Event("input", {bubbles: true})); };
	const key = k => () => document.body.dispatchEvent(new KeyboardEvent("keydown", {key: k, bubbles: true}));
	const click = selector => () => document.querySelector(selector).click();
	const acts = {
		"severity off": click(".sev.warning"), "severity on": click(".sev.warning"),
		"search, first letter": input("text", c => c.value = "n"), "search, a word": input("text", c => c.value = "natt 40"), "search, emptied": input("text", c => c.value = ""),
		"only rows with findings": input("only", c => c.checked = true), "all rows": input("only", c => c.checked = false),
		"one rule": input("rule", c => c.value = "number"), "all rules": input("rule", c => c.value = ""),
		"next finding": key("j"), "the one before": key("k"), "accept": key("a"), "theme": click("#theme"),
	};
	const least = {};
	key("j")();
	for (let round = 0; round < %d; round++) {
		for (const [name, act] of Object.entries(acts)) {
			await frame();
			const from = performance.now();
			act();
			await frame();
			least[name] = Math.min(least[name] ?? Infinity, performance.now() - from);
		}
	}
	return least;
})()`

// A long article renders whole, and whatever is done on it, it is done. How long that
// takes is printed (make page-bench), and judged only by the eye: the machine may be
// busy with other things.
func TestBrowserSpeed(t *testing.T) {
	source, target := long(120)
	res := result(t, source, target, "source: en\ntarget: sv\nterms:\n  - source: nurse\n    target: sköterska\n")
	if res.Words < 20000 || len(res.Findings) < 300 {
		t.Fatalf("%d words and %d findings are not much", res.Words, len(res.Findings))
	}
	address := save(t, page.Book{Articles: []*page.Article{page.View(res, "")}})
	tab := browsertest.Start(t).Open(t, address, browsertest.Look{})
	if got := browsertest.Value[int](tab, allCards); got != len(res.Findings) {
		t.Errorf("%d cards for %d findings", got, len(res.Findings))
	}
	load := browsertest.Value[float64](tab, `performance.getEntriesByType("navigation")[0].loadEventEnd`)
	took := browsertest.Value[map[string]float64](tab, fmt.Sprintf(delays, *rounds))
	t.Logf("%d words, %d findings; loaded after %.0f ms", res.Words, len(res.Findings), load)
	worst := 0.0
	for _, name := range slices.Sorted(maps.Keys(took)) {
		t.Logf("%6.1f ms  %s", took[name], name)
		worst = max(worst, took[name])
	}
	t.Logf("%6.1f ms  the slowest", worst)
	if got := browsertest.Value[int](tab, `document.querySelectorAll(".card.current.accepted").length`); got != *rounds%2 {
		t.Errorf("%d findings are current and accepted after all that", got)
	}
	quiet(t, tab)
}
