package serve

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser is a Chromium without a window; where there is none the test is skipped.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := os.Getenv("CHROME")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); path == "" && err == nil {
			path = found
		}
	}
	if path == "" {
		t.Skip("no Chromium here; set CHROME to where one is")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	ctx, stop := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(options...))
	t.Cleanup(stop)
	ctx, late := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(late)
	return ctx
}

// become waits until an expression is true in the page, which may load anew meanwhile.
func become(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	var err error
	for range 400 {
		var ok bool
		if ok, err = chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); ok {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s never became true: %v", expression, err)
}

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
	ctx := browser(t)
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
	become(t, ctx, `document.querySelector("h1").textContent === "Mended"`)
	listeners(t, s, 0)
}

// A tab that nobody sees keeps no connection, and learns what it has missed.
func TestHiddenPageInTheBrowser(t *testing.T) {
	s := New(Site{Page: func(context.Context, string, Live) ([]byte, error) { return nil, errors.New("broken") }}, "")
	base, _ := start(t, s)
	ctx := browser(t)
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
	become(t, ctx, `!window.old && document.querySelector("pre").textContent === "broken"`)
}
