package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tvilling/internal/baseline"
	"tvilling/internal/check"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// ledger is a baseline and the file that it is in; nil when --baseline is not given.
type ledger struct {
	file  string
	known *baseline.Baseline
	sum   string          // of the file's content
	ran   map[string]bool // the rules that the flags choose
}

// openLedger reads a baseline, for a run with the rules that the flags choose.
func openLedger(file string, sel, ignore []string) (*ledger, error) {
	l := &ledger{file: file, ran: map[string]bool{}}
	chosen, err := rules.Select(sel, ignore)
	if err != nil {
		return nil, err
	}
	for _, r := range chosen {
		l.ran[r.ID] = true
	}
	if len(sel)+len(ignore) == 0 { // opt-in rules, and those of other versions
		l.ran = nil
	}
	raw, err := readBytes(file)
	if err != nil {
		return nil, fmt.Errorf("--baseline: %w", err)
	}
	if len(raw) > text.MaxSize {
		return nil, fmt.Errorf("--baseline: %s: is larger than %d MB", file, text.MaxSize>>20)
	}
	if l.known, err = baseline.Read(file, raw); err != nil {
		return nil, err
	}
	l.sum = checksum(raw)
	return l, nil
}

func (l *ledger) took(rule string) bool { return l.ran == nil || l.ran[rule] }

// judge tells the findings of a result that are new from those that are known.
func (l *ledger) judge(res *check.Result) {
	if l != nil {
		l.known.Judge(res, l.name(res.Target.File.Name), l.took)
	}
}

// name is a target's name as the baseline has it: relative to the baseline's
// folder, so that it does not matter from where tvilling is run.
func (l *ledger) name(target string) string {
	folder, err := filepath.Abs(filepath.Dir(l.file))
	if err != nil {
		return filepath.ToSlash(target)
	}
	absolute, err := filepath.Abs(target)
	if err != nil {
		return filepath.ToSlash(target)
	}
	relative, err := filepath.Rel(folder, absolute)
	if err != nil {
		return filepath.ToSlash(absolute)
	}
	return filepath.ToSlash(relative)
}

// stands says that the target of that name is still on disk.
func (l *ledger) stands(name string) bool {
	_, err := os.Lstat(filepath.Join(filepath.Dir(l.file), filepath.FromSlash(name)))
	return err == nil
}

func (l *ledger) write(b *baseline.Baseline) error {
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		return err
	}
	return writeFile(l.file, out.Bytes())
}

func newBaseline(e env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Keep the findings of today, so that only new ones count",
		Long: `A baseline is a file of findings that are known. tvilling check --baseline FILE
reports what is new, counts what persists and what was fixed, and fails only on
what is new. Findings are known by what they say, not by their lines.`,
	}
	cmd.AddCommand(newBaselineCreate(e), newBaselineUpdate(e), newBaselineShow(e))
	return cmd
}

func newBaselineCreate(e env) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "create FILE [PATH…] | FILE SOURCE TARGET",
		Short: "Write all findings of a check into a new baseline",
		Example: `  tvilling baseline create tvilling-baseline.jsonl
  tvilling baseline create tvilling-baseline.jsonl en.md sv.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Lstat(args[0]); !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%s: exists already; use tvilling baseline update", args[0])
			}
			r, err := f.review(cmd, e, args[1:])
			if err != nil {
				return err
			}
			l := &ledger{file: args[0]}
			fresh := baseline.Of(r, l.name)
			fmt.Fprintf(e.stderr, "tvilling: %q: %s\n", l.file, count(len(fresh.Entries()), "finding"))
			return l.write(fresh)
		},
	}
	f.addReview(cmd)
	return cmd
}

func newBaselineUpdate(e env) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "update FILE [PATH…] | FILE SOURCE TARGET",
		Short: "Bring a baseline up to date with a check",
		Long: `Check again and write what is found into the baseline FILE: new findings come
in, fixed ones go. What it has of other articles stays as long as they exist, and
what it has of rules that do not take part stays.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := openLedger(args[0], f.sel, f.ignore)
			if err != nil {
				return err
			}
			r, err := f.review(cmd, e, args[1:])
			if err != nil {
				return err
			}
			return l.update(e, r)
		},
	}
	f.addReview(cmd)
	return cmd
}

// review checks what the arguments after a baseline's name mean. A run that is
// not whole makes no baseline.
func (f *checkFlags) review(cmd *cobra.Command, e env, args []string) (*check.Report, error) {
	w, err := open(e, f.project)
	if err != nil {
		return nil, err
	}
	defer w.close()
	r, failed, err := w.check(cmd.Context(), *f, cmd.InOrStdin(), args)
	return r, cmp.Or(err, failed)
}

// update writes what a report found in the place of what was known of its targets.
func (l *ledger) update(e env, r *check.Report) error {
	checked := map[string]bool{}
	for i := range r.Results {
		l.judge(&r.Results[i])
		checked[l.name(r.Results[i].Target.File.Name)] = true
	}
	fresh := baseline.Of(r, l.name)
	fresh.Keep(l.known, func(e baseline.Entry) bool {
		return checked[e.Target] && !l.took(e.Rule) || !checked[e.Target] && l.stands(e.Target)
	})
	added, _, fixed := r.Standings()
	fmt.Fprintf(e.stderr, "tvilling: %q: %d new, %d fixed, %s in all\n", l.file, added, fixed, count(len(fresh.Entries()), "finding"))
	return l.write(fresh)
}

func newBaselineShow(e env) *cobra.Command {
	return &cobra.Command{
		Use:   "show FILE",
		Short: "List what a baseline knows, by article",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := openLedger(args[0], nil, nil)
			if err != nil {
				return err
			}
			target := ""
			for _, entry := range l.known.Entries() {
				if entry.Target != target {
					target = entry.Target
					fmt.Fprintf(e.stdout, "%q\n", target)
				}
				fmt.Fprintf(e.stdout, "  %s %s %q\n", entry.Fingerprint, entry.Rule, entry.Message)
			}
			return nil
		},
	}
}
