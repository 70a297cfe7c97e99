package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tvilling/internal/config"
)

func newConfig(e env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show or verify the project's settings",
		Long: `The settings stand in ` + config.Name + `, in the project's folder. Its keys:

  languages      source and target, as codes: en, sv
  pairs          source (a pattern), target (a template), key (front matter), languages
  exclude        patterns of files that are no part of the project
  formats        pattern: markdown, html or text
  glossaries     files and builtin:NAME
  rules          select, ignore, severity (rule: error, warning or suggestion)
  references     titles, venues, scaffolding, order
  links          localised (address in the source: address in the target)
  front-matter   fixed (keys that are the same on both sides)
  overrides      paths, and glossaries, rules, references, links, front-matter for these
  suppress       paths, rule, text, reason: findings that were judged and may stand
  fail-level     error, warning or suggestion
  baseline       a file with the findings that are known
  stamps         lock or front-matter: where tvilling stamp writes`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newConfigShow(e), newConfigVerify(e))
	return cmd
}

func newConfigShow(e env) *cobra.Command {
	var f projectFlags
	cmd := &cobra.Command{
		Use:               "show [PATH]",
		Short:             "Print the settings in force, or those for one article",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: anyFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := open(e, f)
			if err != nil {
				return err
			}
			defer w.close()
			if w.file == "" {
				fmt.Fprintln(e.stdout, "# no "+config.Name+": the defaults")
			} else {
				fmt.Fprintf(e.stdout, "# %s\n", w.file)
			}
			if len(args) == 0 {
				return w.config.Write(e.stdout)
			}
			path, ok := w.path(args[0])
			if !ok && w.root != nil {
				return fmt.Errorf("%s: lies outside the project of %s", args[0], w.file)
			}
			return w.config.WriteFor(e.stdout, path)
		},
	}
	f.add(cmd)
	return cmd
}

func newConfigVerify(e env) *cobra.Command {
	var f projectFlags
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Read the settings and glossaries and say what they find",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w, err := open(e, f)
			if err != nil {
				return err
			}
			defer w.close()
			if w.root == nil {
				return errNoProject
			}
			return w.verify(cmd)
		},
	}
	f.add(cmd)
	return cmd
}

// verify reads what the settings name and counts what their patterns find.
func (w *workspace) verify(cmd *cobra.Command) error {
	resolver := newResolver(w, checkFlags{})
	settings := []config.Settings{w.config.Settings}
	for _, o := range w.config.Overrides {
		settings = append(settings, o.Settings)
	}
	var errs []error
	for _, s := range settings {
		p, err := resolver.plan(s)
		errs = append(errs, err)
		if p == nil {
			continue
		}
		for _, g := range p.glossaries {
			_, err := g.compile()
			errs = append(errs, err)
		}
	}
	all, err := w.pairs(cmd.Context())
	if err != nil {
		return err
	}
	for _, fault := range all.Faults {
		errs = append(errs, errors.New(w.file+": "+fault))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, s := range w.config.Suppress {
		if s.Reason == "" {
			fmt.Fprintf(w.env.stderr, "tvilling: %s:%d:%d: this suppression gives no reason; tvilling check reports it\n", w.file, s.Line, s.Column)
		}
	}
	fmt.Fprintf(w.env.stdout, "%s is in order: %s, %d without translation, %d without source\n",
		w.file, count(len(all.Pairs), "pair"), len(all.Missing), len(all.Orphans))
	return nil
}
