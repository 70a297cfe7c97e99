package lazy_test

import (
	"sync"
	"testing"

	"tvilling/internal/lazy"
)

// TestRegexp asks for an expression from many goroutines at once: all get the same,
// and a wrong expression is told to who asks for it.
func TestRegexp(t *testing.T) {
	digits := lazy.Regexp(`^\d+$`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if re := digits(); re != digits() || !re.MatchString("12") || re.MatchString("x") {
				t.Errorf("%v is not the expression asked for", re)
			}
		})
	}
	all.Wait()

	wrong := lazy.Regexp(`(`)
	defer func() {
		if recover() == nil {
			t.Error("( is no regular expression, and nobody was told")
		}
	}()
	wrong()
}
