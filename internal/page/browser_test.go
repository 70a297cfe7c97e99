package page_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/page/browsertest"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// read is a file of the project.
func read(t testing.TB, name string) *text.File {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(browsertest.Root(), name))
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Decode(filepath.Base(name), raw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// bundled is the pair of make demo.
func bundled(t testing.TB) *check.Result {
	t.Helper()
	const folder = "testdata/articles/sleep-and-memory/"
	g, err := term.Read(read(t, folder+"glossary.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	res, err := review.Pair(read(t, folder+"en.md"), read(t, folder+"sv.txt"), review.Options{
		SourceFormat: parse.Markdown, TargetFormat: parse.Text, Rules: selected(t), AllRules: rules.All(), Glossaries: []*term.Glossary{g}})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// save writes a page into a file and gives its address.
func save(t testing.TB, b page.Book) string {
	t.Helper()
	b.Version, b.Rules = "test", rules.All()
	var out bytes.Buffer
	if err := page.Write(&out, b, page.Options{}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "review.html")
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return browsertest.File(name)
}

func single(t testing.TB) string {
	return save(t, page.Book{Articles: []*page.Article{page.View(bundled(t), "")}})
}

// quiet fails when the page has complained or asked for anything.
func quiet(t *testing.T, tab *browsertest.Tab) {
	t.Helper()
	if got := tab.Trouble(); len(got) > 0 {
		t.Errorf("the console says %q", got)
	}
	if got := tab.Requests(); len(got) > 0 {
		t.Errorf("the page asks for %q", got)
	}
}

// The page does its work from a file, without the network.
func TestBrowser(t *testing.T) {
	b := browsertest.Start(t)
	address := single(t)
	for name, try := range map[string]func(*testing.T, *browsertest.Browser, string){
		"filter": tryFilter, "keys": tryKeys, "link": tryLink, "judge": tryJudge, "no storage": tryNoStorage, "dark": tryDark,
		"narrow": tryNarrow, "terms": tryTerms, "print": tryPrint,
	} {
		t.Run(name, func(t *testing.T) { try(t, b, address) })
	}
}

const (
	shownCards = `[...document.querySelectorAll(".card")].filter(c => c.getClientRects().length).length`
	shownRows  = `[...document.querySelectorAll(".row")].filter(r => r.getClientRects().length).length`
	allCards   = `document.querySelectorAll(".card").length`
	current    = `document.querySelector(".card.current")?.id ?? ""`
)

// pick sets a control and tells the page.
func pick(tab *browsertest.Tab, name, value string) {
	tab.Run(fmt.Sprintf(`const c = document.querySelector("[name=%s]");
		if (c.type === "checkbox") c.checked = %q !== ""; else c.value = %q;
		c.dispatchEvent(new Event("input", {bubbles: true}))`, name, value, value))
}

func tryFilter(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{})
	all := browsertest.Value[int](tab, allCards)
	if got := browsertest.Value[int](tab, shownCards); got != all || all < 15 {
		t.Fatalf("%d of %d findings are shown at first", got, all)
	}
	tab.Screenshot("wide")
	tab.Click(".sev.error")
	warnings := browsertest.Value[int](tab, `document.querySelectorAll(".card.warning").length`)
	if got := browsertest.Value[int](tab, shownCards); got != warnings {
		t.Errorf("without errors %d findings are shown, want %d", got, warnings)
	}
	if got := browsertest.Value[string](tab, `document.querySelector(".shown").textContent`); got != fmt.Sprintf("%d findings", warnings) {
		t.Errorf("the count says %q", got)
	}
	if got := browsertest.Value[int](tab, `document.querySelectorAll(".m.error:not(.off)").length`); got != 0 {
		t.Errorf("%d errors are still underlined", got)
	}
	tab.Click(".sev.error")
	pick(tab, "rule", "number")
	numbers := browsertest.Value[int](tab, `document.querySelectorAll(".card[data-rule=number]").length`)
	if got := browsertest.Value[int](tab, shownCards); got != numbers || numbers == 0 {
		t.Errorf("of one rule %d findings are shown, want %d", got, numbers)
	}
	pick(tab, "only", "on")
	if got := browsertest.Value[int](tab, shownRows); got > numbers || got == 0 {
		t.Errorf("%d rows are shown for %d findings", got, numbers)
	}
	tab.Screenshot("filtered")
	tab.Run(`document.querySelector(".reset").click()`)
	pick(tab, "text", "HIPPOCAMPUS")
	rows := browsertest.Value[int](tab, shownRows)
	if wrong := browsertest.Value[int](tab, `[...document.querySelectorAll(".row")].filter(r => r.getClientRects().length && !/hippocampus/i.test(r.textContent)).length`); wrong > 0 || rows == 0 {
		t.Errorf("%d of %d rows have not what was searched for", wrong, rows)
	}
	tab.Screenshot("search")
	tab.Run(`document.querySelector(".reset").click()`)
	if got := browsertest.Value[int](tab, shownCards); got != all {
		t.Errorf("after all filters %d of %d findings are shown", got, all)
	}
	quiet(t, tab)
}

func tryKeys(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{})
	for _, step := range []struct{ keys, want string }{{"j", "f1"}, {"j", "f2"}, {"jj", "f4"}, {"k", "f3"}, {kb.Escape, ""}} {
		tab.Keys(step.keys)
		if got := browsertest.Value[string](tab, current); got != step.want {
			t.Errorf("%q leads to %q, want %q", step.keys, got, step.want)
		}
	}
	tab.Keys("j")
	if got := browsertest.Value[string](tab, `document.activeElement.id`); got != browsertest.Value[string](tab, current) {
		t.Errorf("the focus is at %q", got)
	}
	tab.Click(".next")
	tab.Click(".prev")
	tab.Keys("/")
	if got := browsertest.Value[string](tab, `document.activeElement.name`); got != "text" {
		t.Errorf("/ leads to %q", got)
	}
	tab.Keys("j") // a letter now
	if got := browsertest.Value[string](tab, `document.activeElement.value`); !strings.HasSuffix(got, "j") {
		t.Errorf("what is typed is %q", got)
	}
	tab.Run(`document.querySelector(".reset").click(); document.querySelector("a.m").click()`)
	if got := browsertest.Value[string](tab, current); got != "f1" {
		t.Errorf("a click on words leads to %q", got)
	}
	tab.Click("#keys") // they are off now
	tab.Keys("j")
	if got := browsertest.Value[string](tab, current); got != "f1" {
		t.Errorf("keys that are off lead to %q", got)
	}
	tab.Click("#keys")
	tab.Keys("j")
	if got := browsertest.Value[string](tab, current); got != "f2" {
		t.Errorf("keys that are on again lead to %q", got)
	}
	quiet(t, tab)
}

func tryLink(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address+"#f12", browsertest.Look{})
	if got := browsertest.Value[string](tab, current); got != "f12" {
		t.Errorf("#f12 opens %q", got)
	}
	if !browsertest.Value[bool](tab, `(() => { const r = document.querySelector("#f12").getBoundingClientRect(); return r.top > 0 && r.top < innerHeight; })()`) {
		t.Error("the finding is not on the screen")
	}
	if got := browsertest.Value[int](tab, `document.querySelectorAll(".m.on, .cell.on, .caret.on").length`); got == 0 {
		t.Error("its words are not marked")
	}
	tab.Screenshot("linked")
	quiet(t, tab)
}

func tryJudge(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{})
	tab.Keys("ja")
	if got := browsertest.Value[string](tab, `document.querySelector("#f1 .verdict").textContent`); got != "accepted" {
		t.Errorf("a makes it %q", got)
	}
	tab.Keys("j")
	tab.Click("[data-verdict=dismissed]")
	tab.Keys("so it was agreed")
	tab.Screenshot("judged")
	if got := browsertest.Value[string](tab, `document.querySelector("#f2 .verdict").textContent`); got != "dismissed" {
		t.Errorf("d makes it %q", got)
	}
	tab.Run(`document.querySelector("#show-export").click()`)
	if got := browsertest.Value[string](tab, `document.querySelector("#export-text").value`); !strings.Contains(got, `reason: "so it was agreed"`) || strings.Count(got, "rule:") != 1 {
		t.Errorf("exported is\n%s", got)
	}
	tab.Screenshot("export")
	tab.Run(`document.querySelector("#export").close()`)
	again := b.Open(t, address, browsertest.Look{})
	pick(again, "state", "dismissed")
	if got := browsertest.Value[int](again, shownCards); got != 1 {
		t.Errorf("opened again, %d findings are dismissed", got)
	}
	quiet(t, tab)
	quiet(t, again)
}

// Some browsers give files no storage: judging works as long as the page is open,
// and the page says so.
func tryNoStorage(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{Before: `for (const s of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, s, {get() { throw new DOMException("no", "SecurityError"); }})`})
	tab.Keys("ja")
	if got := browsertest.Value[string](tab, `document.querySelector("#f1 .verdict").textContent`); got != "accepted" {
		t.Errorf("a makes it %q", got)
	}
	if !browsertest.Value[bool](tab, `!document.querySelector("#forgetful").hidden`) {
		t.Error("the page does not say that nothing is kept")
	}
	quiet(t, tab)
}

func tryDark(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address+"#f4", browsertest.Look{Dark: true})
	background := `getComputedStyle(document.body).backgroundColor`
	dark := browsertest.Value[string](tab, background)
	tab.Screenshot("dark")
	tab.Click("#theme")
	if light := browsertest.Value[string](tab, background); light == dark {
		t.Errorf("the background is %s in both themes", dark)
	}
	tab.Click("#theme")
	if got := browsertest.Value[string](tab, background); got != dark {
		t.Errorf("chosen dark is %s, the system's is %s", got, dark)
	}
	tab.Click("#theme")
	quiet(t, tab)
}

func tryNarrow(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{Width: 375, Height: 800})
	if got := browsertest.Value[int](tab, `document.documentElement.scrollWidth`); got > 375 {
		t.Errorf("the page is %d wide", got)
	}
	tab.Screenshot("narrow")
	tab.Keys("jj")
	if !browsertest.Value[bool](tab, `(() => { const r = document.querySelector(".cards:has(.current)").previousElementSibling, s = r.querySelector(".src").getBoundingClientRect(), t = r.querySelector(".tgt").getBoundingClientRect(); return t.top >= s.bottom && t.left === s.left; })()`) {
		t.Error("the sides do not stand one below the other")
	}
	tab.Screenshot("narrow-finding")
	quiet(t, tab)
}

func tryTerms(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{})
	tab.Run(`document.querySelector(".src .t").focus()`)
	if got := browsertest.Value[int](tab, `document.querySelectorAll(".src .t.lit").length * document.querySelectorAll(".tgt .t.lit").length`); got == 0 {
		t.Error("a term's partner is not shown")
	}
	if got := browsertest.Value[string](tab, `document.querySelector("#tip").hidden ? "" : document.querySelector("#tip").textContent`); !strings.Contains(got, "→") {
		t.Errorf("the glossary's word is %q", got)
	}
	tab.Screenshot("term")
	tab.Keys(kb.Escape)
	if !browsertest.Value[bool](tab, `document.querySelector("#tip").hidden`) {
		t.Error("Escape does not take the word away")
	}
	quiet(t, tab)
}

func tryPrint(t *testing.T, b *browsertest.Browser, address string) {
	tab := b.Open(t, address, browsertest.Look{Width: 800, Height: 1100})
	tab.Media("print", false)
	if got := browsertest.Value[int](tab, `[...document.querySelectorAll(".bar, .top, .outline, .map")].filter(e => e.getClientRects().length).length`); got > 0 {
		t.Errorf("%d parts are printed that paper has no use for", got)
	}
	tab.Screenshot("print")
	quiet(t, tab)
}

// A hostile pair does nothing on the page: no script of it runs, nothing of it can be
// followed, and text that turns round does so in its own block alone.
func TestBrowserHostile(t *testing.T) {
	b := browsertest.Start(t)
	res := result(t, hostile, strings.ReplaceAll(hostile, "1,234", "1 243"), "")
	tab := b.Open(t, save(t, page.Book{Articles: []*page.Article{page.View(res, "")}}), browsertest.Look{
		Before: `window.alerts = 0; window.alert = () => { window.alerts++; }`})
	tab.Run(`for (const el of document.querySelectorAll(".side *, .card *")) el.click()`)
	if got := browsertest.Value[int](tab, `window.alerts`); got != 0 {
		t.Errorf("%d of its scripts ran", got)
	}
	if got := browsertest.Value[int](tab, `[...document.querySelectorAll(".cell, .msg bdi, .diff bdi")].filter(e => getComputedStyle(e).unicodeBidi !== "isolate").length`); got > 0 {
		t.Errorf("%d texts are not isolated", got)
	}
	if got := browsertest.Value[int](tab, `[...document.links].filter(a => a.protocol !== "file:").length`); got > 0 {
		t.Errorf("%d links lead away", got)
	}
	tab.Screenshot("hostile")
	quiet(t, tab)
}
