package serve

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"tvilling/internal/page/browsertest"
)

// A page that could not be made comes by itself once it can be, under the policy
// that the page has.
func TestTroubleEndsInTheBrowser(t *testing.T) {
	var mended atomic.Bool
	s := New(Site{Page: func(_ context.Context, path string, _ Live) ([]byte, error) {
		if !mended.Load() {
			return nil, errors.New("sv.md: no text in it")
		}
		return []byte("<!doctype html><h1>Mended</h1>"), nil
	}}, "")
	base, _ := start(t, s)
	ctx := browsertest.Context(t, time.Minute)
	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/pair/sv.md")); err != nil {
		t.Fatal(err)
	}
	if text, err := chromedp.Run(ctx, chromedp.Text("pre")); err != nil || text != "sv.md: no text in it" {
		t.Fatalf("%q %v", text, err)
	}
	listeners(t, s, 1)
	mended.Store(true)
	s.Changed("/pair/other.md") // is none of its business
	s.Changed("/pair/sv.md")
	browsertest.Become(t, ctx, `document.querySelector("h1").textContent === "Mended"`)
	listeners(t, s, 0)
}

// A tab that nobody sees keeps no connection, and learns what it has missed.
func TestHiddenPageInTheBrowser(t *testing.T) {
	s := New(Site{Page: func(context.Context, string, Live) ([]byte, error) { return nil, errors.New("broken") }}, "")
	base, _ := start(t, s)
	ctx := browsertest.Context(t, time.Minute)
	see := func(hidden string) {
		script := `window.old = true; Object.defineProperty(document, "hidden", {value: ` + hidden + `, configurable: true});
			document.dispatchEvent(new Event("visibilitychange"))`
		if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script)); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(base)); err != nil {
		t.Fatal(err)
	}
	listeners(t, s, 1)
	see("true")
	listeners(t, s, 0)
	s.Changed("/")
	see("false")
	browsertest.Become(t, ctx, `!window.old && document.querySelector("pre").textContent === "broken"`)
}
