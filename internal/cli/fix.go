package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// fixFlags say which fixes are made, and whether to the file.
type fixFlags struct {
	fix, unsafe, diff bool
}

func (f *fixFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.BoolVar(&f.fix, "fix", false, "make the safe fixes in the target; the report is of what is left")
	fs.BoolVar(&f.unsafe, "unsafe-fixes", false, "with --fix or --diff: make also fixes that want a look")
	fs.BoolVar(&f.diff, "diff", false, "print what --fix would change, in place of the report, and write nothing")
}

func (f *fixFlags) valid() error {
	switch {
	case f.fix && f.diff:
		return errors.New("--fix and --diff exclude each other: one writes, the other only shows")
	case f.unsafe && !f.fix && !f.diff:
		return errors.New("--unsafe-fixes needs --fix or --diff")
	}
	return nil
}

// apply mends the target of one result as the flags say; again reviews a changed
// target. It returns the result of what the target then is. changed says that
// there was something to mend.
func (f *fixFlags) apply(e env, res *check.Result, again func(*text.File) (*check.Result, error)) (after *check.Result, changed bool, err error) {
	if !f.fix && !f.diff {
		return res, false, nil
	}
	m, err := review.Mend(res, f.unsafe, again)
	if err != nil || m.Fixed == 0 {
		return res, false, err
	}
	before := res.Target.File
	if f.diff {
		return m.Result, true, report.Diff(e.stdout, before, m.File, onTerminal(e))
	}
	if err := saveFile(before, m.File); err != nil {
		return nil, false, err
	}
	fmt.Fprintf(e.stderr, "tvilling: %q: %s fixed\n", before.Name, count(m.Fixed, "finding"))
	return m.Result, true, nil
}

func onTerminal(e env) bool {
	f, ok := e.stdout.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// errChanged is returned by saveFile when somebody else has written the file.
var errChanged = errors.New("changed while it was being checked; nothing was written, run again")

// saveFile writes after in the place of before, in the same encoding. It refuses
// when the file on disk is no longer what before was read from, or cannot be
// written back byte for byte.
func saveFile(before, after *text.File) error {
	disk, err := readBytes(before.Name)
	if err != nil {
		return err
	}
	old, err := text.Encode(before)
	if err != nil {
		return err
	}
	if !bytes.Equal(disk, old) {
		return fmt.Errorf("%s: %w", before.Name, errChanged)
	}
	new, err := text.Encode(after)
	if err != nil {
		return err
	}
	return writeFile(before.Name, new)
}
