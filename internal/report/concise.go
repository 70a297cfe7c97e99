package report

import (
	"bufio"
	"fmt"
	"io"

	"tvilling/internal/check"
)

// Concise writes one finding a line, as compilers do: path:line:column: severity:
// message [rule]. Without findings it writes nothing.
func Concise(w io.Writer, r *check.Report, o TextOptions) error {
	b := bufio.NewWriter(w)
	paint := newPaint(o.Color)
	for _, f := range r.Current() {
		at := f.Span.Position()
		fmt.Fprintf(b, "%s %s: %s %s\n", paint.bold(fmt.Sprintf("%s:%d:%d:", escape(f.Span.File.Name), at.Line, at.Column)),
			paint.severity(f.Severity), escape(f.Message), paint.dim("["+f.Rule+"]"))
	}
	return b.Flush()
}
