package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// pairFlags are the flags of every command that reads two articles.
type pairFlags struct {
	sourceLang, targetLang     string
	sourceFormat, targetFormat string
}

func (f *pairFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.sourceLang, "source-lang", "", "`language` of the source (en, sv); recognised when not given")
	fs.StringVar(&f.targetLang, "target-lang", "", "`language` of the target; recognised when not given")
	fs.StringVar(&f.sourceFormat, "source-format", "", "`format` of the source: markdown, html or text; by its extension when not given")
	fs.StringVar(&f.targetFormat, "target-format", "", "`format` of the target")
	for _, name := range []string{"source-lang", "target-lang"} {
		complete(cmd, name, "en", "sv")
	}
	for _, name := range []string{"source-format", "target-format"} {
		complete(cmd, name, "markdown", "html", "text")
	}
}

// read reads both files; the errors of both are reported, not only the first.
func (f *pairFlags) read(source, target string) (src, tgt *text.File, o review.Options, err error) {
	src, errSource := readFile(source)
	tgt, errTarget := readFile(target)
	if err := errors.Join(errSource, errTarget); err != nil {
		return nil, nil, o, err
	}
	o = review.Options{SourceLang: f.sourceLang, TargetLang: f.targetLang,
		SourceFormat: parse.FormatOf(source), TargetFormat: parse.FormatOf(target)}
	if f.sourceFormat != "" {
		if o.SourceFormat, err = parse.ParseFormat(f.sourceFormat); err != nil {
			return nil, nil, o, fmt.Errorf("--source-format: %w", err)
		}
	}
	if f.targetFormat != "" {
		if o.TargetFormat, err = parse.ParseFormat(f.targetFormat); err != nil {
			return nil, nil, o, fmt.Errorf("--target-format: %w", err)
		}
	}
	return src, tgt, o, nil
}

// override lets the flags say how a job's articles are read.
func (f *pairFlags) override(j *job) (err error) {
	j.languages.Source = cmp.Or(f.sourceLang, j.languages.Source)
	j.languages.Target = cmp.Or(f.targetLang, j.languages.Target)
	if f.sourceFormat != "" {
		if j.source.format, err = parse.ParseFormat(f.sourceFormat); err != nil {
			return fmt.Errorf("--source-format: %w", err)
		}
	}
	if f.targetFormat != "" {
		if j.target.format, err = parse.ParseFormat(f.targetFormat); err != nil {
			return fmt.Errorf("--target-format: %w", err)
		}
	}
	return nil
}

// readFile reads one text file, refusing what is too large before reading it.
func readFile(name string) (*text.File, error) {
	raw, err := readBytes(name)
	if err != nil {
		return nil, err
	}
	return text.Decode(name, raw)
}

func readBytes(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", name)
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory; name a file", name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readOpen(file, name)
}

// readOpen reads an open file, or as much of it as is needed to refuse it.
func readOpen(file io.Reader, name string) ([]byte, error) {
	// One byte more than the limit, so that text.Decode can tell and say so; a
	// device or pipe without an end stops there too.
	raw, err := io.ReadAll(io.LimitReader(file, text.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return raw, nil
}

// readGlossaries reads glossary files and built-in ones; the errors of all are reported.
func readGlossaries(names []string) ([]*term.Glossary, error) {
	var out []*term.Glossary
	var errs []error
	for _, name := range names {
		g, err := readGlossary(name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, g)
	}
	return out, errors.Join(errs...)
}

func readGlossary(name string) (*term.Glossary, error) {
	if term.IsBuiltin(name) {
		return term.Builtin(name)
	}
	f, err := readFile(name)
	if err != nil {
		return nil, err
	}
	return term.Read(f)
}
