package extra_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"pgregory.net/rapid"

	"tvilling/internal/parse/extra"
)

// ours and model read the same Markdown, the latter with the extensions of goldmark.
var (
	ours = parser.NewParser(append(extra.Tables(),
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), extra.Blocks()...)...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), extra.Inlines()...)...))...)
	model = parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
)

// tree is all that a parser made of s, a node a line.
func tree(p parser.Parser, s string) string {
	source := []byte(s)
	var out strings.Builder
	depth := 0
	_ = ast.Walk(p.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&out, "%s%v at %d%s\n", strings.Repeat("  ", depth), n.Kind(), n.Pos(), details(n))
		depth++
		return ast.WalkContinue, nil
	})
	return out.String()
}

// details are the lines and the settings of a node.
func details(n ast.Node) string {
	out := ""
	if n.Type() == ast.TypeBlock {
		for i := range n.Lines().Len() {
			out += fmt.Sprintf(" %v", n.Lines().At(i))
		}
	}
	switch n := n.(type) {
	case *ast.Text:
		out += fmt.Sprintf(" %v %v %v", n.Segment, n.IsRaw(), n.SoftLineBreak())
	case *east.TaskCheckBox:
		out += fmt.Sprintf(" %v", n.IsChecked)
	case *east.Table:
		out += fmt.Sprintf(" %v", n.Alignments)
	case *east.TableCell:
		out += fmt.Sprintf(" %v", n.Alignment)
	case *east.DefinitionList:
		out += fmt.Sprintf(" %d", n.Offset)
	case *east.DefinitionDescription:
		out += fmt.Sprintf(" %v", n.IsTight)
	case *east.Footnote:
		out += fmt.Sprintf(" %q %d", n.Ref, n.Index)
	}
	return out
}

var samples = []string{
	"a ~b~ ~~c~~ ~~~d~~~ ~e~~\n", "- [ ] open\n- [x] done\n- [X]\tdone\n- [x]\n- [y] no\n\n  [x] no\n",
	"a|b\n-|-\n1|2|3\n4\n", "text\n| a | b |\n|:--|--:|\n| 1 \\| x | `2 \\| y` |\n", "a | b\n:-: | -\n\n> a|b\n> -|:\n",
	"term\n: one\n: two\n\n    more\n\nother\nterm\n:   three\n\n:\n", "- term\n  : one\n\n: no\n", "term\n:\tone\n\t\ttwo\n",
	"[^1]: note\n    more\n\n    more\n\n[^b c]:\n[^]: no\n[^[x]]: yes\ntext [^1]\n", "> [^1]: a\n> b\n", "|\n-|\n", "[^1]:\n", ":", "a\n:", "[^", "[x]",
}

// TestSamples holds the parsers to their model where each of their ways is taken.
func TestSamples(t *testing.T) {
	for _, s := range samples {
		if diff := cmp.Diff(tree(model, s), tree(ours, s)); diff != "" {
			t.Errorf("%q (-model +ours):\n%s", s, diff)
		}
	}
}

// TestNoise holds the parsers to their model on texts of their signs.
func TestNoise(t *testing.T) {
	parts := strings.Split("a b : :: :-- --: :-: - -- --- | || \\| ` `` [^1] [^1]: [^ ]: [ ] [x] [X] - > 1. ~ ~~ ~~~ * \\ # ( )", " ")
	parts = append(parts, " ", "  ", "    ", "\t", "\n", "\n", "\n", "\n\n", "\f", "å")
	noise := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 40), func(p []string) string { return strings.Join(p, "") })
	spaced := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(samples), 1, 3), func(p []string) string { return strings.Join(p, "") })
	rapid.Check(t, func(t *rapid.T) {
		s := noise.Draw(t, "before") + spaced.Draw(t, "sample") + noise.Draw(t, "after")
		if diff := cmp.Diff(tree(model, s), tree(ours, s)); diff != "" {
			t.Fatalf("%q (-model +ours):\n%s", s, diff)
		}
	})
}
