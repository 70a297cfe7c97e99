package browsertest

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Context is a page of a Chromium of its own, for those who drive it themselves. It
// ends with the test, and after limit at the latest.
func Context(t testing.TB, limit time.Duration) context.Context {
	t.Helper()
	ctx, late := context.WithTimeout(Start(t).ctx, limit)
	t.Cleanup(late)
	return ctx
}

// Become waits until an expression is true in the page, which may load anew meanwhile.
func Become(t testing.TB, ctx context.Context, expression string) {
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
