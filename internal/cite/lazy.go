package cite

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first asked for.
type expression = func() *regexp.Regexp

// lazily is the regular expression expr, compiled when it is first asked for: the
// names of authors alone would take longer than a short article's whole review,
// and most articles cite nobody.
func lazily(expr string) expression {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
