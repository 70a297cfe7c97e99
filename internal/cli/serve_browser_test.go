package cli

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"tvilling/internal/page/browsertest"
	"tvilling/internal/serve"
)

// value is what an expression is in the page.
func value[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// long writes a pair of 60 paragraphs into the project, of which every fifth has a
// wrong number and every tenth lacks a space.
func long(t *testing.T) (target string) {
	t.Helper()
	source, target := "# Sleep\n", "# Sömn\n"
	for i := range 60 {
		source += fmt.Sprintf("\nStudy %d followed %d adults in one town, all of them healthy, for a year.\n", i+1, 4000+i)
		line := fmt.Sprintf("\nStudie %d följde %d vuxna i en stad, alla friska, under ett år.\n", i+1, 4000+i+i%5/4)
		if i%10 == 7 {
			line = strings.Replace(line, "stad, alla", "stad,alla", 1)
		}
		target += line
	}
	put(t, "en/0.md", source)
	put(t, "sv/0.md", target)
	return target
}

// served runs the server of a desk until the test ends.
func served(t *testing.T, d *desk) (base string) {
	t.Helper()
	l, err := serve.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- d.serve(ctx, l, serveFlags{allowFix: true}) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return "http://127.0.0.1:" + serve.Port(l)
}

// An open page follows its file and stays where it is: the same words on the
// screen, the same filter, the same finding. A fix ordered there is made.
func TestPageFollowsItsFile(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	d := deskOf(t, 1, checkFlags{})
	target := long(t)
	changes(t, d)
	ctx := browsertest.Context(t, 2*time.Minute)
	page := served(t, d) + "/pair/sv/0.md"
	err := chromedp.Do(ctx, chromedp.EmulateViewport(1200, 700), chromedp.Navigate(page))
	if err != nil {
		t.Fatal(err)
	}
	browsertest.Become(t, ctx, `document.querySelectorAll(".card").length === 18`)
	value[bool](t, ctx, `(() => {
		document.querySelector(".sev[data-sev=error]").click(); // leaves the warnings
		const card = document.querySelectorAll(".card.warning")[3];
		card.scrollIntoView({block: "center", behavior: "instant"});
		card.querySelector(".msg").click();
		return true;
	})()`)
	browsertest.Become(t, ctx, `document.querySelector(".card.current")?.classList.contains("warning")`)
	const current = `document.querySelector(".card.current .where").textContent.trim()`
	const shown = `[...document.querySelectorAll(".card")].filter(c => c.offsetHeight > 0 && !c.classList.contains("off")).length`
	const top = `Math.round(document.querySelector(".card.current").getBoundingClientRect().top)`
	value[bool](t, ctx, `scrollBy({top: 120, behavior: "instant"}), true`)
	time.Sleep(300 * time.Millisecond) // the page notes where it is at the next frame
	finding, number, y := value[string](t, ctx, current), value[int](t, ctx, shown), value[int](t, ctx, top)
	if scrolled := value[int](t, ctx, `Math.round(scrollY)`); scrolled < 1000 || number != 6 {
		t.Fatalf("at %d with %d findings shown", scrolled, number)
	}
	value[bool](t, ctx, `window.old = true`)

	// A wrong number near the end; before the current finding a space that is mended
	// and three paragraphs that are new.
	put(t, "sv/0.md", strings.NewReplacer("följde 4057", "följde 9057",
		"stad,alla friska, under ett år.\n\nStudie 9 ", "stad, alla friska, under ett år.\n\nStudie 9 ",
		"\nStudie 3 ", strings.Repeat("\nDetta stycke står inte i källan, men det gör texten bra mycket längre än den var.\n", 3)+"\nStudie 3 ").Replace(target))
	browsertest.Become(t, ctx, `!window.old && document.body.textContent.includes("Detta stycke")`)
	browsertest.Become(t, ctx, `document.querySelector(".card.current") !== null`)
	time.Sleep(500 * time.Millisecond)
	if got := value[int](t, ctx, shown); got != number { // one has gone, one is new
		t.Errorf("%d findings are shown, want %d", got, number)
	}
	after := value[string](t, ctx, current)
	if !strings.Contains(finding, "line 77,") || !strings.Contains(after, "line 83,") { // six lines further down
		t.Errorf("the current finding is %q, was %q", after, finding)
	}
	if got := value[int](t, ctx, top); got < y-80 || got > y+80 {
		t.Errorf("it stands at %d, stood at %d", got, y)
	}

	cards := value[int](t, ctx, `document.querySelectorAll(".card").length`)
	value[bool](t, ctx, `window.old = true, document.querySelector("[data-apply]").click(), true`)
	browsertest.Become(t, ctx, fmt.Sprintf(`!window.old && document.querySelectorAll(".card").length === %d`, cards-1))
	browsertest.Become(t, ctx, `document.querySelector(".card.current") === null`) // and no other in its place
	if got, want := strings.Count(get(t, "sv/0.md"), "stad,alla"), strings.Count(target, "stad,alla")-2; got != want {
		t.Errorf("%d spaces are missing, want %d", got, want)
	}
}
