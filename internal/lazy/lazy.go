// Package lazy makes regular expressions when they are first asked for: there are
// more than a hundred, to compile them all takes longer than to review a short
// article, and most articles have nothing to do with most of them.
package lazy

import (
	"regexp"
	"sync"
)

// Expression is a regular expression that is compiled by the first call. It may be
// called by several goroutines at once, and gives all the same.
type Expression = func() *regexp.Regexp

// Regexp is the regular expression expr. Whether it is one shows when it is asked for.
func Regexp(expr string) Expression {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
