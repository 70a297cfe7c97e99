package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// suppressFlags say whether findings are to be silenced by comments.
type suppressFlags struct{ reason string }

func (f *suppressFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.reason, "add-suppressions", "", "write a comment into the target before each finding, with this `reason`, or, where none can stand, an entry into the settings; the report is of what is left")
	fs.Lookup("add-suppressions").NoOptDefVal = "accepted"
}

func (f *suppressFlags) valid() error {
	if strings.Contains(f.reason, "--") || strings.ContainsAny(f.reason, "\r\n<>") {
		return fmt.Errorf("--add-suppressions: %q cannot stand in a comment; a reason is one line without --, < and >", f.reason)
	}
	return nil
}

// apply writes comments for the findings of res into its target and returns the
// result of what the target then is, and what no comment can reach. Nothing is
// written when the comments would bring findings that were not there before.
func (f *suppressFlags) apply(res *check.Result, again func(*text.File) (*check.Result, error)) (after *check.Result, left []check.Finding, err error) {
	if f.reason == "" || len(res.Current()) == 0 {
		return res, nil, nil
	}
	if res.Align == nil { // a result of many holds only what reports need
		if res, err = again(res.Target.File); err != nil {
			return nil, nil, err
		}
	}
	edits, left := review.Silence(res, f.reason)
	if len(edits) == 0 {
		return res, left, nil
	}
	file, err := text.Revise(res.Target.File, edits)
	if err != nil {
		return nil, nil, err
	}
	if after, err = again(file); err != nil {
		return nil, nil, err
	}
	if f, ok := fresh(res, after); ok {
		return nil, nil, fmt.Errorf("%s: the comments would change how the article is read (%s: %s); nothing was written",
			res.Target.File.Name, f.Rule, f.Message)
	}
	return after, after.Current(), saveFile(res.Target.File, file)
}

// fresh is a finding of after that before does not have.
func fresh(before, after *check.Result) (check.Finding, bool) {
	had := map[string]bool{}
	for _, f := range before.Findings {
		had[f.Fingerprint] = true
	}
	for _, f := range after.Findings {
		if !had[f.Fingerprint] {
			return f, true
		}
	}
	return check.Finding{}, false
}
