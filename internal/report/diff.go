package report

import (
	"bytes"
	"io"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"tvilling/internal/text"
)

// Diff writes how a file was changed as a unified diff that patch -p0 and git
// apply -p0 read. For a terminal its text is made safe to show, which no program
// can apply any more.
func Diff(w io.Writer, before, after *text.File, terminal bool) error {
	name := escape(before.Name)
	out := diff.Diff(name, before.Content, name, after.Content)
	if i := bytes.IndexByte(out, '\n'); i >= 0 { // the line "diff a b", which only the command writes
		out = out[i+1:]
	}
	if terminal {
		out = []byte(visible(string(out)))
	}
	_, err := io.WriteString(w, strings.TrimSuffix(string(out), "\n")+"\n")
	return err
}
