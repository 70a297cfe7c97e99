package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/rules"
)

// reportFlags say how findings are shown and what exit status they make.
type reportFlags struct {
	format     string
	outputs    []string
	statistics bool
	failLevel  string
	exitZero   bool
}

func (f *reportFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.format, "format", "", "how to print on standard output: `"+strings.Join(formatNames(), ", ")+"` (default text)")
	fs.StringArrayVar(&f.outputs, "output", nil, "also write `FORMAT=PATH` (- is standard output); may be repeated")
	fs.BoolVar(&f.statistics, "statistics", false, "also show counts by rule and MQM scores (text, concise, json, markdown)")
	fs.StringVar(&f.failLevel, "fail-level", "", "exit with 1 from this `severity` on: error (the default), warning or suggestion")
	fs.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 also when there are findings")
	complete(cmd, "format", formatNames()...)
	complete(cmd, "fail-level", "error", "warning", "suggestion")
}

// delivery is where a report goes, made before the work so that mistakes in the
// flags cost nothing.
type delivery struct {
	env      env
	options  report.Options
	to       []destination
	level    check.Severity
	exitZero bool
	diff     bool     // a diff was printed in place of the report
	changed  bool     // and had something in it
	actions  bool     // runs as a step of GitHub Actions: annotations and a summary too
	gallery  *gallery // for the review page; nil when it is not asked for
}

type destination struct {
	format report.Format
	path   string // "-" for standard output
}

func (f *reportFlags) plan(e env) (*delivery, error) {
	d := &delivery{env: e, exitZero: f.exitZero, actions: e.getenv("GITHUB_ACTIONS") == "true",
		options: report.Options{Text: terminal(e), Statistics: f.statistics}}
	var err error
	if d.level, err = check.ParseSeverity(cmp.Or(f.failLevel, check.Error.String())); err != nil {
		return nil, fmt.Errorf("--fail-level: %w", err)
	}
	for _, o := range f.outputs {
		name, path, ok := strings.Cut(o, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("--output: %q is not FORMAT=PATH", o)
		}
		if err := d.send(name, path); err != nil {
			return nil, fmt.Errorf("--output: %w", err)
		}
	}
	name := f.format
	if name == "" && !d.prints() {
		name = "text"
	}
	if name != "" {
		if err := d.send(name, "-"); err != nil {
			return nil, fmt.Errorf("--format: %w", err)
		}
	}
	return d, f.shows(d.to)
}

// send adds a destination; no two may be the same place.
func (d *delivery) send(name, path string) error {
	format, err := d.formatNamed(name)
	if err != nil {
		return err
	}
	for _, other := range d.to {
		if other.path == path {
			if path == "-" {
				path = "standard output"
			}
			return fmt.Errorf("%s and %s both go to %s", other.format.Name, name, path)
		}
	}
	d.to = append(d.to, destination{format, path})
	return nil
}

// formatNames are the names of all formats: those that are a function of the
// report, and the review page, which shows the articles too.
func formatNames() []string { return append(report.FormatNames(), (*gallery)(nil).html().Name) }

func (d *delivery) formatNamed(name string) (report.Format, error) {
	html := (&gallery{}).html()
	if name != html.Name {
		return report.FormatNamed(name, html.Name)
	}
	if d.gallery == nil {
		d.gallery = &gallery{}
	}
	return d.gallery.html(), nil
}

// prints says that some format goes to standard output.
func (d *delivery) prints() bool {
	for _, to := range d.to {
		if to.path == "-" {
			return true
		}
	}
	return false
}

// instead says that a diff was printed in place of the report, and whether it
// showed anything: then the run does not pass, as with gofmt -d and ruff --diff.
func (d *delivery) instead(changed bool) { d.diff, d.changed = true, changed }

// write sends the report everywhere; one place that fails does not keep it from
// the others.
func (d *delivery) write(r *check.Report) error {
	if d.diff {
		return nil
	}
	r.Rules = rules.All()
	var errs []error
	for _, to := range d.to {
		if to.path == "-" {
			errs = append(errs, d.print(to.format, r))
			continue
		}
		var b bytes.Buffer
		options := report.Options{Statistics: d.options.Statistics} // no colour in files
		err := to.format.Write(&b, r, options)
		if err == nil {
			err = writeFile(to.path, b.Bytes())
		}
		errs = append(errs, err)
	}
	if d.actions {
		errs = append(errs, d.summarise(r))
	}
	return errors.Join(errs...)
}

// print writes on standard output, under GitHub Actions with the annotations
// below what people read.
func (d *delivery) print(f report.Format, r *check.Report) error {
	if err := f.Write(d.env.stdout, r, d.options); err != nil || !d.actions || !f.Human {
		return err
	}
	return report.GitHub(d.env.stdout, r)
}

// summarise adds a table to the summary of the GitHub Actions job.
func (d *delivery) summarise(r *check.Report) (err error) {
	name := d.env.getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return fmt.Errorf("GITHUB_STEP_SUMMARY: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := report.Markdown(f, r, d.options); err != nil {
		return err
	}
	_, err = io.WriteString(f, "\n")
	return err
}

// status is nil when the run passes, errFindings when it does not.
func (d *delivery) status(r *check.Report) error {
	if !d.exitZero && (d.changed || r.Worst(d.level)) {
		return errFindings
	}
	return nil
}
