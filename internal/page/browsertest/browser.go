// Package browsertest opens review pages in Chromium for tests.
package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Required is the environment variable that makes a missing browser a failure:
// set where a browser is known to be, so that no test is skipped unseen.
const Required = "TVILLING_BROWSER_REQUIRED"

// Missing skips a test, or fails it where Required is set, for want of something.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv(Required) != "" {
		t.Fatalf("%s, and %s is set", what, Required)
	}
	t.Skipf("SKIPPED: %s", what)
}

// names are what Chromium is called, by where it comes from.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

func find() string {
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path
		}
	}
	return ""
}

// Browser is a running Chromium.
type Browser struct{ ctx context.Context }

// Start starts Chromium with a profile of its own, which ends with the test. Its pages
// share what a browser keeps for them.
func Start(t testing.TB) *Browser {
	t.Helper()
	path := find()
	if path == "" {
		Missing(t, "no Chromium is installed (apt-get install chromium), so the page was not tried in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(60*time.Second))
	allocated, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewContext(allocated)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		Missing(t, "Chromium does not start: "+err.Error())
	}
	return &Browser{ctx}
}

// Look is how a page is looked at. The zero value is a light window of 1440 by 900.
type Look struct {
	Width, Height int
	Dark          bool
	Before        string // a script that runs before the page's own
}

// Tab is one open page.
type Tab struct {
	t   testing.TB
	ctx context.Context

	mu       sync.Mutex
	trouble  []string // what the console says and the network is asked for
	requests []string
}

// Open opens an address, file:// or http://, and waits until it is loaded.
func (b *Browser) Open(t testing.TB, address string, l Look) *Tab {
	t.Helper()
	if l.Width == 0 {
		l.Width, l.Height = 1440, 900
	}
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(stop)
	tab := &Tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, tab.hear); err != nil {
		t.Fatal(err)
	}
	call(tab, network.Enable, network.EnableParams{})
	call(tab, runtime.Enable, cdp.Empty{})
	call(tab, log.Enable, cdp.Empty{})
	tab.Do(chromedp.EmulateViewport(int64(l.Width), int64(l.Height)))
	tab.Media("", l.Dark)
	if l.Before != "" {
		call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: l.Before})
	}
	tab.Do(chromedp.Navigate(address))
	return tab
}

// call sends a command of the protocol.
func call[P, R any](tab *Tab, c cdp.Command[P, R], p P) {
	tab.t.Helper()
	if _, err := chromedp.Call(tab.ctx, c, p); err != nil {
		tab.t.Fatal(err)
	}
}

// Media sets what the page is shown on: "print", or "" for a screen.
func (tab *Tab) Media(media string, dark bool) {
	tab.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// File is the address of a file.
func File(name string) string {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	return "file://" + filepath.ToSlash(absolute)
}

func (tab *Tab) hear(event any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tab.trouble = append(tab.trouble, fmt.Sprintf("exception: %s %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		for _, a := range e.Args {
			tab.trouble = append(tab.trouble, string(e.Type)+": "+string(a.Value)+a.Description)
		}
	case *log.EventEntryAdded:
		tab.trouble = append(tab.trouble, fmt.Sprintf("%s: %s", e.Entry.Level, e.Entry.Text))
	case *network.EventRequestWillBeSent:
		tab.requests = append(tab.requests, e.Request.URL)
	}
}

// Trouble is what went wrong on the page: exceptions, and whatever the console says.
func (tab *Tab) Trouble() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	return append([]string(nil), tab.trouble...)
}

// Requests are the addresses that were asked for, other than those of files and of
// what the page itself holds.
func (tab *Tab) Requests() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	var out []string
	for _, r := range tab.requests {
		if !strings.HasPrefix(r, "file:") && !strings.HasPrefix(r, "data:") && !strings.HasPrefix(r, "blob:") {
			out = append(out, r)
		}
	}
	return out
}

// Do runs actions; the test ends when one fails.
func (tab *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	if err := chromedp.Do(tab.ctx, actions...); err != nil {
		tab.t.Fatal(err)
	}
}

// Value is what an expression gives; a promise is waited for.
func Value[T any](tab *Tab, expression string) T {
	tab.t.Helper()
	out, err := chromedp.Run(tab.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.t.Fatal(err)
	}
	return out
}

// Run runs a script for what it does.
func (tab *Tab) Run(script string) {
	tab.t.Helper()
	Value[bool](tab, "(() => {"+script+"; return true})()")
}

// Keys presses keys, one after the other.
func (tab *Tab) Keys(keys string) { tab.t.Helper(); tab.Do(chromedp.KeyEvent(keys)) }

// Until waits until an expression is true; the test ends when it never is.
func (tab *Tab) Until(expression string) {
	tab.t.Helper()
	for range 500 {
		if Value[bool](tab, expression) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	tab.t.Fatalf("it never came true that %s", expression)
}

// Click clicks the middle of the first element that a selector names.
func (tab *Tab) Click(selector string) {
	tab.t.Helper()
	at := Value[[]float64](tab, fmt.Sprintf(`(() => {
		const el = document.querySelector(%q);
		el.scrollIntoViewIfNeeded();
		const r = el.getBoundingClientRect();
		return [r.left + r.width / 2, r.top + r.height / 2];
	})()`, selector))
	tab.Do(chromedp.MouseClickXY(at[0], at[1]))
}

// Screenshot writes a picture of the window into a folder that make clean empties,
// for people to look at; no test reads it.
func (tab *Tab) Screenshot(name string) {
	tab.t.Helper()
	Value[bool](tab, "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
	picture, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		tab.t.Fatal(err)
	}
	folder := filepath.Join(Root(), "bin", "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		tab.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644); err != nil {
		tab.t.Fatal(err)
	}
}

// Root is the folder of the whole project.
func Root() string {
	dir, _ := os.Getwd()
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	return "."
}
