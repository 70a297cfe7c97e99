package review

import (
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"tvilling/internal/check"
)

// run runs rules and gives their findings in the order of the rules, whatever ends
// first.
func run(p *check.Pass, rules []*check.Rule, hands int) []check.Finding {
	found := make([][]check.Finding, len(rules))
	together(hands, len(rules), func(i int) {
		own := *p // the facts stay shared
		own.Rule, own.Record = rules[i], func(f check.Finding) { found[i] = append(found[i], f) }
		rules[i].Run(&own)
	})
	return slices.Concat(found...)
}

// together calls do with 0 to n-1, on as many goroutines as there are hands, and
// returns when all is done; with one hand at most it calls them in order. When a
// call panics no more are begun, and together panics with the stack of the call in
// its message.
func together(hands, n int, do func(int)) {
	if hands <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var bug atomic.Pointer[string]
	var working sync.WaitGroup
	for range min(hands, n) {
		working.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					text := fmt.Sprintf("%v\n\n%s", r, debug.Stack())
					bug.CompareAndSwap(nil, &text)
				}
			}()
			for i := int(next.Add(1)) - 1; i < n && bug.Load() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	working.Wait()
	if text := bug.Load(); text != nil {
		panic(*text)
	}
}
