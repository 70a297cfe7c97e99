package cli

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOneCommand: a command that is made alone has the name it is made for, and says
// the same of itself as among all others.
func TestOneCommand(t *testing.T) {
	for _, c := range commands {
		if name := c.make(env{os.Stdout, os.Stderr, os.Getenv}).Name(); name != c.name {
			t.Errorf("%s is called %s", c.name, name)
		}
		help := func(names ...string) string {
			var out bytes.Buffer
			root := newRoot(env{&out, &out, os.Getenv}, names...)
			root.SetArgs([]string{c.name, "--help"})
			if err := root.Execute(); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			return out.String()
		}
		if diff := cmp.Diff(help(), help(c.name)); diff != "" {
			t.Errorf("%s (-among all +alone):\n%s", c.name, diff)
		}
	}
}
