package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tvilling/internal/report"
)

type checkFlags struct {
	learn      bool // align twice, the second time with what the first has taught
	pair       pairFlags
	glossaries []string
	sel        []string
	ignore     []string
	report     reportFlags
	actions    actions
	project    projectFlags
	since      sinceFlags
	cache      cacheFlags

	stdinFilename string
}

func newCheck(e env) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [PATH…] | SOURCE TARGET",
		Short: "Compare translations with their sources and report what differs",
		Long: `Compare the article TARGET with SOURCE, of which it is a translation, and report
what a bilingual editor would mark. The files may be Markdown, HTML or plain text,
each in its own format.

In a project with a .tvilling.yaml, check without arguments checks all pairs; with
files or folders, those that have an article there. "-" is standard input, which
stands for the file that --stdin-filename names.

Exit status: 0 nothing at or above the fail level, 1 findings, 2 some pair could not
be checked, 3 a bug in tvilling.`,
		Example: `  tvilling check en.md sv.md
  tvilling check en.md sv.txt --glossary terms.yaml
  tvilling check
  tvilling check content/sv/blog --format json --fail-level warning`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runCheck(cmd.Context(), e, f, cmd.InOrStdin(), args)
		},
	}
	f.addReview(cmd)
	f.since.add(cmd)
	f.report.add(cmd)
	f.actions.add(cmd)
	return cmd
}

// addReview adds the flags that say what is compared and by which rules.
func (f *checkFlags) addReview(cmd *cobra.Command) {
	f.pair.add(cmd)
	f.project.add(cmd)
	f.cache.add(cmd)
	fs := cmd.Flags()
	fs.StringVar(&f.stdinFilename, "stdin-filename", "", "the `file` that standard input (-) stands for")
	fs.StringArrayVar(&f.glossaries, "glossary", nil, "glossary file, or builtin:`NAME`; may be repeated, later ones win")
	fs.StringSliceVar(&f.sel, "select", nil, "run only these `rules` (comma-separated; a prefix ending in * selects many)")
	fs.BoolVar(&f.learn, "learn", false, "learn from all pairs of the run which words translate each other, before checking them; does without the cache")
	fs.StringSliceVar(&f.ignore, "ignore", nil, "leave these `rules` out")
}

// whole says that the flags leave out nothing that a project has or runs.
func (f *checkFlags) whole() bool {
	return f.since == (sinceFlags{}) && len(f.sel)+len(f.ignore) == 0
}

func runCheck(ctx context.Context, e env, f checkFlags, stdin io.Reader, args []string) error {
	if err := f.conflicts(); err != nil {
		return err
	}
	w, err := open(e, f.project)
	if err != nil {
		return err
	}
	defer w.close()
	f.report.failLevel = cmp.Or(f.report.failLevel, w.config.FailLevel)
	out, err := f.report.plan(e)
	if err != nil {
		return err
	}
	if f.actions.baseline == "" {
		if f.actions.baseline, err = w.baseline(); err != nil {
			return err
		}
	}
	if err := f.actions.open(f.sel, f.ignore); err != nil {
		return err
	}
	w.gallery = out.gallery
	r, failed, err := w.check(ctx, f, stdin, args)
	if err != nil {
		return err
	}
	changed, refused := f.actions.take(e, r, w.again)
	f.since.forget(r)
	refused = errors.Join(refused, w.say(r, f.actions.unsaid, f.actions.suppress.reason))
	if f.actions.fix.diff {
		out.instead(changed)
	}
	if err := errors.Join(refused, out.write(r)); err != nil {
		return err
	}
	return cmp.Or(failed, out.status(r))
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

// anyFiles completes file names.
func anyFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// twoFiles completes file names for the first two arguments only.
func twoFiles(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) < 2 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
