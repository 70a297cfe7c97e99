package review

import (
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// TestTogether: every call is made once, whatever the hands.
func TestTogether(t *testing.T) {
	for _, hands := range []int{0, 1, 2, 7, 100} {
		var calls [50]atomic.Int64
		together(hands, len(calls), func(i int) { calls[i].Add(1) })
		for i := range calls {
			if n := calls[i].Load(); n != 1 {
				t.Errorf("%d hands call %d %d times", hands, i, n)
			}
		}
	}
	together(3, 0, func(int) { t.Error("called for nothing") })
}

// TestTogetherPanics: what a call panics with reaches the one who waits.
func TestTogetherPanics(t *testing.T) {
	for _, hands := range []int{1, 4} {
		func() {
			defer func() {
				if r, ok := recover().(string); !ok || !strings.Contains(r, "no such rule") {
					t.Errorf("with %d hands it panics with %q", hands, r)
				}
			}()
			together(hands, 9, func(i int) {
				if i == 5 {
					panic("no such rule")
				}
			})
		}()
	}
}

// TestRunOrder: findings come in the order of the rules, though the first rule
// waits for the last.
func TestRunOrder(t *testing.T) {
	ended := make(chan bool)
	reports := func(wait, tell bool) func(*check.Pass) {
		return func(p *check.Pass) {
			if wait {
				<-ended
			}
			p.Reportf(text.Span{}, text.Span{}, "of %s", p.Rule.ID)
			if tell {
				close(ended)
			}
		}
	}
	found := run(&check.Pass{}, []*check.Rule{
		{ID: "first", Run: reports(true, false)}, {ID: "second", Run: reports(false, false)}, {ID: "third", Run: reports(false, true)},
	}, 2)
	var said []string
	for _, f := range found {
		said = append(said, f.Message)
	}
	if want := []string{"of first", "of second", "of third"}; !reflect.DeepEqual(said, want) {
		t.Errorf("found %q", said)
	}
}
