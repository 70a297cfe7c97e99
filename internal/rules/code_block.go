package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

// codeLine is one line of a code block that does something.
type codeLine struct {
	text       string // as written
	bare       string // without comments, texts and prompt
	start, end int    // of the block's prose
}

// codeBlock compares two code blocks line by line and reports the first line
// that differs.
func codeBlock(p *check.Pass, s, t *doc.Block) {
	if isDiagram(s.Prose.Text) {
		return
	}
	source, target := codeLines(s), codeLines(t)
	if joinBare(source) == joinBare(target) {
		return
	}
	for i := range min(len(source), len(target)) {
		x, y := source[i], target[i]
		if x.bare == y.bare || worded(x.text, p.Source.Lang, p.Lexicon.Source) && worded(y.text, p.Target.Lang, p.Lexicon.Target) {
			continue
		}
		if len(source) != len(target) && !slices.ContainsFunc(target, func(l codeLine) bool { return l.bare == x.bare }) && likeness(x.bare, y.bare) < 0.5 {
			break
		}
		f := check.Finding{Span: t.Prose.Source(y.start, y.end), Related: p.FromSource(s.Prose.Source(x.start, x.end)),
			Message: fmt.Sprintf("this line of code is %s in the source", check.Quote(x.text))}
		f.Fixes = []check.Fix{{Title: "restore the source's line", Safe: x.text == x.bare && len(source) == len(target),
			Edits: []text.Edit{{Span: f.Span, New: x.text}}}}
		p.Report(f)
		return
	}
	if len(source) != len(target) {
		p.Reportf(t.Span, s.Span, "this code has %s; in the source it has %s", lineCount(len(target)), lineCount(len(source)))
	}
}

func lineCount(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}

// codeLines are the lines that hold more than white space and comments.
func codeLines(b *doc.Block) []codeLine {
	var out []codeLine
	at := 0
	for row := range strings.SplitSeq(b.Prose.Text, "\n") {
		trimmed := strings.TrimSpace(row)
		start := at + len(row) - len(strings.TrimLeft(row, " \t\r"))
		if bare := bareCode(trimmed); bare != "" {
			out = append(out, codeLine{trimmed, bare, start, start + len(trimmed)})
		}
		at += len(row) + 1
	}
	return out
}

func joinBare(lines []codeLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Join(strings.Fields(l.bare), ""))
	}
	return b.String()
}

// What may differ in a line of code. The signs are those that open a comment in
// most languages; "//" after a colon is an address.
var (
	promptMark = lazy.Regexp(`^(?:[$>%#]|>>>|\.\.\.|PS [^>]{0,80}>|[A-Z]:\\[^>]{0,80}>) `)
	lineNote   = lazy.Regexp(`^(?:#|//|--|;|%|\*|REM |rem |'|<!--|/\*).*|\s(?:#|//|--|;)\s.*$|[;,{}()]\s*//.*$`)
	blockNote  = lazy.Regexp(`/\*.*?\*/|<!--.*?-->|\{#.*?#\}`)
	literals   = lazy.Regexp("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|[“”][^“”]*”|‘[^’]*’")
	blanks     = lazy.Regexp(`<[\p{L}][\p{L} _-]*>|\[[\p{L}]+(?:[ _-][\p{L}]+)+\]`) // <your name>
	between    = lazy.Regexp(`>[^<>={}]+<`)                                         // the text of an element
)

// bareCode is a line without what may be translated in it.
func bareCode(s string) string {
	s = promptMark().ReplaceAllString(s, "")
	if strings.HasPrefix(s, "#!") || strings.HasPrefix(s, "#include") || strings.HasPrefix(s, "#define") {
		return strings.Join(strings.Fields(s), " ")
	}
	s = literals().ReplaceAllString(s, `""`)
	s = blockNote().ReplaceAllString(s, "")
	if !strings.HasPrefix(s, "--") || strings.HasPrefix(s, "-- ") { // "--flag" goes on the line before
		s = lineNote().ReplaceAllString(s, "")
	}
	s = between().ReplaceAllString(s, "><")
	s = blanks().ReplaceAllString(s, "<>")
	return strings.Join(strings.Fields(s), " ")
}

// worded says that a line reads as prose of the language: output, a message, a
// value in a settings file. Three words or more, most of them known.
func worded[E any](s string, l *lang.Language, find func(string) []E) bool {
	known, other := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.ToLower(strings.Trim(w, `.,:;!?"'()-•*`))
		switch {
		case w == "":
		case strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) < 0 && (l.FunctionWords[w] || len(find(w)) > 0):
			known++
		default:
			other++
		}
	}
	return known >= 2 && known > other && !strings.ContainsAny(s, "={};|\\")
}

var diagramWord = lazy.Regexp(`^\s*(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram(?:-v2)?|erDiagram|gantt|pie|journey|mindmap|timeline|gitGraph|quadrantChart|digraph|@startuml|%%\{)\b`)

// isDiagram says that a code block draws a picture, whose labels are prose.
func isDiagram(s string) bool {
	return diagramWord().MatchString(s) || strings.ContainsAny(s, "─│┌└├╔║═▼▲►→←↓↑")
}
