package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/exchange"
	"tvilling/internal/glean"
	"tvilling/internal/lexicon"
	"tvilling/internal/review"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

func newGlossaryExtract(e env) *cobra.Command {
	var pair pairFlags
	var out output
	var least int
	var confidence float64
	cmd := &cobra.Command{
		Use:   "extract SOURCE TARGET [SOURCE TARGET]...",
		Short: "Propose terms from articles and their translations",
		Long: `Align pairs of articles and propose a glossary: acronyms that are written out, phrases
and names that recur, each with what renders it. Above each term stand, as comments,
how sure it is, where it is from, and what else renders it. Read it before you use it.`,
		Example: `  tvilling glossary extract en.md sv.md -o terms.yaml
  tvilling glossary extract a.en.md a.sv.md b.en.md b.sv.md --least 3`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			return extractTerms(e, args, &pair, least, confidence, out)
		},
	}
	cmd.ValidArgsFunction = nil
	pair.add(cmd)
	out.add(cmd)
	cmd.Flags().IntVar(&least, "least", 2, "fewest `places` of a term that recurs")
	cmd.Flags().Float64Var(&confidence, "confidence", 0.5, "leave out what is less sure: `0 to 1`")
	return cmd
}

func extractTerms(e env, files []string, pair *pairFlags, least int, confidence float64, out output) error {
	if len(files)%2 != 0 {
		return fmt.Errorf("%s has no translation: name files two by two", files[len(files)-1])
	}
	var pairs []glean.Pair
	for i := 0; i < len(files); i += 2 {
		src, tgt, opts, err := pair.read(files[i], files[i+1])
		if err != nil {
			return err
		}
		a, err := review.Align(src, tgt, opts)
		if err != nil {
			return err
		}
		if i > 0 && (a.Source.Lang != pairs[0].Align.Source.Lang || a.Target.Lang != pairs[0].Align.Target.Lang) {
			return fmt.Errorf("%s and %s are in other languages than the pair before", files[i], files[i+1])
		}
		pairs = append(pairs, glean.Pair{Align: a, Lexicon: lexicon.Load(a.Source.Lang.Code, a.Target.Lang.Code)})
	}
	var b strings.Builder
	n := 0
	fmt.Fprintf(&b, "# Proposed from %s by tvilling glossary extract; read each term before use.\n", count(len(pairs), "pair"))
	fmt.Fprintf(&b, "source: %s\ntarget: %s\nterms:\n", pairs[0].Align.Source.Lang.Code, pairs[0].Align.Target.Lang.Code)
	for _, p := range glean.Propose(pairs, glean.Options{Least: least}) {
		if p.Confidence >= confidence {
			writeProposal(&b, p)
			n++
		}
	}
	if n == 0 {
		return fmt.Errorf("no term recurs with a confidence of %.2f or more", confidence)
	}
	if _, err := term.Read(text.NewFile("proposal", b.String())); err != nil {
		return err // two proposals that are one term; a mistake of ours that must not be written
	}
	return out.write(e, []byte(b.String()))
}

// writeProposal writes a term under what speaks for it.
func writeProposal(b io.Writer, p glean.Proposal) {
	at := p.Example
	source, target := at.Source.Prose.Source(at.Start, at.End), at.Target.Block.Prose.Source(at.Target.Start, at.Target.End)
	fmt.Fprintf(b, "  # %.2f, %d of %d: %q %s:%d, %q %s:%d\n", p.Confidence, p.Rendered, p.Count,
		oneLine(source.Text()), source.File.Name, source.Line(), oneLine(target.Text()), target.File.Name, target.Line())
	var others []string
	for _, r := range p.Others[:min(len(p.Others), 5)] {
		first := r.Best().Target
		span := first.Block.Prose.Source(first.Start, first.End)
		others = append(others, fmt.Sprintf("%q %d (%s:%d)", r.Text, len(r.Places), span.File.Name, span.Line()))
	}
	if len(others) > 0 {
		fmt.Fprintf(b, "  # also %s\n", strings.Join(others, ", "))
	}
	t := &term.Term{Source: []string{p.Source}, Target: []string{p.Target}, Abbreviation: p.Abbreviation, TargetAbbreviation: p.Abbreviation, Keep: p.Kept}
	if p.Kept {
		t.Target = t.Source
	}
	io.WriteString(b, exchange.Term(t, ""))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
