package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/page"
)

// reviewFile is where the review page goes when nobody says otherwise.
const reviewFile = "review.html"

type reviewFlags struct {
	check    checkFlags
	output   string
	baseline string
	open     bool
}

func newReview(e env) *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review [PATH…] | SOURCE TARGET",
		Short: "Write a page that shows source and translation side by side, with the findings",
		Long: `Check as tvilling check does and write the review page: one HTML file with both
articles side by side, each finding at its words, for people who read and judge in a
browser. It needs no network. In a project, or with paths of one, all its pairs are
in the file, with a table of them in front.

Exit status: 0 the page is written, whatever it shows; 2 some pair could not be
checked; 3 a bug in tvilling.`,
		Example: `  tvilling review en.md sv.md --open
  tvilling review en.md sv.txt --glossary terms.yaml --output sömn.html
  tvilling review`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd.Context(), e, cmd.InOrStdin(), args)
		},
	}
	f.check.addReview(cmd)
	cmd.Flags().StringVar(&f.output, "output", "", "the `file` to write, - for standard output (default "+reviewFile+")")
	cmd.Flags().StringVar(&f.baseline, "baseline", "", "count only findings that are not in this `file` of tvilling baseline create")
	cmd.Flags().BoolVar(&f.open, "open", false, "show the page in the browser")
	return cmd
}

func (f *reviewFlags) run(ctx context.Context, e env, stdin io.Reader, args []string) error {
	w, err := open(e, f.check.project)
	if err != nil {
		return err
	}
	defer w.close()
	if f.output == "" {
		if err := free(reviewFile); err != nil {
			return err
		}
	}
	known, err := f.known(w)
	if err != nil {
		return err
	}
	w.gallery = &gallery{}
	r, failed, err := w.check(ctx, f.check, stdin, args)
	if err != nil {
		return err
	}
	w.gallery.states = w.states(ctx, r, args)
	for i := range r.Results {
		known.judge(&r.Results[i])
	}
	var b bytes.Buffer
	if err := w.gallery.write(&b, r); err != nil {
		return err
	}
	return cmp.Or(f.deliver(e, b.Bytes()), failed)
}

// known is the baseline that the flag or the settings name; nil for none.
func (f *reviewFlags) known(w *workspace) (*ledger, error) {
	file := f.baseline
	if file == "" {
		var err error
		if file, err = w.baseline(); err != nil || file == "" {
			return nil, err
		}
	}
	return openLedger(file, f.check.sel, f.check.ignore)
}

// deliver writes the page where it should go, says where that is, and opens it.
func (f *reviewFlags) deliver(e env, html []byte) error {
	name := cmp.Or(f.output, reviewFile)
	if name == "-" {
		_, err := e.stdout.Write(html)
		return err
	}
	if err := writeFile(name, html); err != nil {
		return err
	}
	fmt.Fprintln(e.stdout, name)
	if f.open {
		browse(e, name)
	}
	return nil
}

// free says that the file of that name may be written: it is not there, or it is a
// review page of an earlier run.
func free(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return nil // writing says what is the matter, if anything is
	}
	defer file.Close()
	head := make([]byte, 4096)
	n, _ := io.ReadFull(file, head)
	if n > 0 && !bytes.Contains(head[:n], []byte(page.Generator)) {
		return fmt.Errorf("%s: is there and no review page; name another file with --output", name)
	}
	return nil
}

// states says how each translation of a project follows its source, as far as that
// is known.
func (w *workspace) states(ctx context.Context, r *check.Report, args []string) map[string]string {
	if w.root == nil || len(r.Results) == 0 {
		return nil
	}
	quiet := *w
	quiet.env.stderr = io.Discard // what cannot be compared has been told
	s, _, err := quiet.status(ctx, args)
	if err != nil {
		return nil
	}
	out := map[string]string{}
	for _, p := range s.Pairs {
		out[p.Target] = p.State.String()
	}
	return out
}
