package cli

import (
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/review"
	"tvilling/internal/rules"
)

type checkFlags struct {
	pair       pairFlags
	glossaries []string
	sel        []string
	ignore     []string
	report     reportFlags
}

func newCheck(e env) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check SOURCE TARGET",
		Short: "Compare a translation with its source and report what differs",
		Long: `Compare the article TARGET with SOURCE, of which it is a translation, and report
what a bilingual editor would mark. The files may be Markdown, HTML or plain text,
each in its own format.

Exit status: 0 nothing at or above the fail level, 1 findings, 2 could not run.`,
		Example: `  tvilling check en.md sv.md
  tvilling check en.md sv.txt --glossary terms.yaml
  tvilling check en.md sv.md --format json --fail-level warning`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: twoFiles,
		RunE:              func(_ *cobra.Command, args []string) error { return runCheck(e, f, args[0], args[1]) },
	}
	f.addReview(cmd)
	f.report.add(cmd)
	return cmd
}

// addReview adds the flags that say what is compared and by which rules.
func (f *checkFlags) addReview(cmd *cobra.Command) {
	f.pair.add(cmd)
	fs := cmd.Flags()
	fs.StringArrayVar(&f.glossaries, "glossary", nil, "glossary file, or builtin:`NAME`; may be repeated, later ones win")
	fs.StringSliceVar(&f.sel, "select", nil, "run only these `rules` (comma-separated; a prefix ending in * selects many)")
	fs.StringSliceVar(&f.ignore, "ignore", nil, "leave these `rules` out")
}

func runCheck(e env, f checkFlags, source, target string) error {
	out, err := f.report.plan(e)
	if err != nil {
		return err
	}
	r, err := f.review(source, target)
	if err != nil {
		return err
	}
	if err := out.write(r); err != nil {
		return err
	}
	return out.status(r)
}

// review compares the pair by the rules and glossaries that the flags name.
func (f *checkFlags) review(source, target string) (*check.Report, error) {
	chosen, err := rules.Select(f.sel, f.ignore)
	if err != nil {
		return nil, err
	}
	glossaries, err := readGlossaries(f.glossaries)
	if err != nil {
		return nil, err
	}
	src, tgt, opts, err := f.pair.read(source, target)
	if err != nil {
		return nil, err
	}
	opts.Rules, opts.Glossaries = chosen, glossaries
	result, err := review.Pair(src, tgt, opts)
	if err != nil {
		return nil, err
	}
	return &check.Report{Version: Version(), Results: []check.Result{*result}}, nil
}

// terminal says what standard output can show: colour on a terminal unless
// NO_COLOR (no-color.org) is set, and its width unless COLUMNS says another.
func terminal(e env) report.TextOptions {
	var o report.TextOptions
	if f, ok := e.stdout.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		o.Color = e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			o.Width = w
		}
	}
	if w, err := strconv.Atoi(strings.TrimSpace(e.getenv("COLUMNS"))); err == nil && w >= 40 {
		o.Width = w
	}
	return o
}

// complete offers fixed values for a flag in shell completion.
func complete(cmd *cobra.Command, flag string, values ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// twoFiles completes file names for the first two arguments only.
func twoFiles(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) < 2 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
