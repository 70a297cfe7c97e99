package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/config"
	"tvilling/internal/lang"
	"tvilling/internal/project"
)

func newInit(e env) *cobra.Command {
	var source, target string
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a " + config.Name + " for the site in this folder",
		Long: `Look how the articles in this folder are laid out and write a commented
` + config.Name + `. Recognised are Hugo, Docusaurus, Jekyll, MkDocs, Astro Starlight and
VitePress, at the root or in a folder such as website/, folders such as en/ and
sv/, and suffixes such as .en.md and .sv.md. A file that is there already is left
as it is.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			from, to := lang.For(source), lang.For(target)
			for _, l := range []struct {
				flag, code string
				is         *lang.Language
			}{{"source-lang", source, from}, {"target-lang", target, to}} {
				if l.is == nil {
					return fmt.Errorf("--%s: language %q is unknown", l.flag, l.code)
				}
			}
			if from == to {
				return fmt.Errorf("--source-lang and --target-lang are both %s", from.Name)
			}
			return runInit(cmd, e, from, to)
		},
	}
	cmd.Flags().StringVar(&source, "source-lang", "en", "`language` of the sources")
	cmd.Flags().StringVar(&target, "target-lang", "sv", "`language` of the translations")
	complete(cmd, "source-lang", "en", "sv")
	complete(cmd, "target-lang", "en", "sv")
	return cmd
}

func runInit(cmd *cobra.Command, e env, source, target *lang.Language) error {
	root, err := os.OpenRoot(".")
	if err != nil {
		return err
	}
	defer root.Close()
	files, ok := git{"."}.files(cmd.Context())
	if !ok {
		if files, err = project.Files(root.FS()); err != nil {
			return err
		}
	}
	l := project.Recognise(source, target, files, root.FS())
	file, err := root.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; it is left as it is", config.Name)
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(firstConfig(source, target, l))
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	if l == nil {
		fmt.Fprintf(e.stdout, "Wrote %s. No layout was recognised: say under pairs where the articles lie.\n", config.Name)
		return nil
	}
	fmt.Fprintf(e.stdout, "Wrote %s: %s, %s, %d without translation.\nNext: tvilling check\n",
		config.Name, l.Name, count(len(l.Found.Pairs), "pair"), len(l.Found.Missing))
	return nil
}

// firstConfig is a configuration with a comment on every key.
func firstConfig(source, target *lang.Language, l *project.Layout) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Settings of tvilling, which compares translations with their sources.
# All keys: tvilling config --help. Paths are relative to this folder.

languages: {source: %s, target: %s}

# Which file is the translation of which. In source, ** is any folders; in target,
# {path} is what the wildcards matched, {dir} the source's folder, {name} its name.
`, source.Code, target.Code)
	writePairs(&b, source, target, l)
	b.WriteString("\n# What is no part of the project. What git ignores never is.\n")
	if l == nil || len(l.Exclude) == 0 {
		b.WriteString("# exclude: [\"**/drafts\"]\n")
	} else {
		b.WriteString("exclude:\n")
		for _, p := range l.Exclude {
			fmt.Fprintf(&b, "  - %q\n", p)
		}
	}
	b.WriteString(otherKeys)
	return b.String()
}

func writePairs(b *strings.Builder, source, target *lang.Language, l *project.Layout) {
	if l == nil {
		fmt.Fprintf(b, `pairs: []
#  - source: content/%[1]s/**/*.md
#    target: content/%[2]s/{path}
#  - source: docs/**/*.md
#    target: "{dir}/{name}.%[2]s.md"
`, source.Code, target.Code)
		return
	}
	fmt.Fprintf(b, "# %s.\npairs:\n", strings.ToUpper(l.Name[:1])+l.Name[1:])
	for _, p := range l.Pairs {
		fmt.Fprintf(b, "  - source: %q\n    target: %q\n", p.Source, p.Target)
		if p.Key != "" {
			fmt.Fprintf(b, "    key: %s\n", p.Key)
		}
	}
}

// otherKeys are the keys that a site can do without, commented out.
const otherKeys = `
# Terms and their agreed renderings: your own files, and ready-made ones.
# glossaries: [glossary.yaml, builtin:software]

# Rules to leave out, and severities of your own; tvilling rules lists them.
# rules:
#   ignore: [heading-case]
#   severity: {term-missing: error}

# Whether references keep their titles as published.
# references: {titles: keep, venues: keep, scaffolding: translate, order: same}

# Findings that were judged and may stand, where no comment in the article says so.
# suppress:
#   - {paths: content/sv/news, rule: number, text: "1 243", reason: corrected by the authors}

# From which severity on tvilling check fails.
fail-level: error
`
