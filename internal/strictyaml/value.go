package strictyaml

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Value is one node of a document. The zero Value, and one that Get did not
// find, is absent: its readers give zero values and report nothing.
type Value struct {
	doc   *Document
	node  *yaml.Node
	depth int
}

// String is a scalar with its place.
type String struct {
	Text  string
	Value Value
}

// Present says that the value was written, even if as null.
func (v Value) Present() bool { return v.node != nil }

// Line and Column are where the value begins, from 1, in code points.
func (v Value) Line() int   { return v.node.Line }
func (v Value) Column() int { return v.node.Column }

// Bytes are where the value stands in the content: for a scalar on one line its
// text without quotes, else the empty range where it begins.
func (v Value) Bytes() (start, end int) {
	start = v.doc.offset(v.node.Line, v.node.Column)
	if v.node.Kind != yaml.ScalarNode {
		return start, start
	}
	if v.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		start++
	}
	if strings.HasPrefix(string(v.doc.content[min(start, len(v.doc.content)):min(start+len(v.node.Value), len(v.doc.content))]), v.node.Value) {
		return start, start + len(v.node.Value)
	}
	return min(start, len(v.doc.content)), min(start, len(v.doc.content))
}

// Errorf reports a mistake at the value's place, or at the file when it is absent.
func (v Value) Errorf(format string, args ...any) {
	if v.node == nil {
		v.doc.add(0, 0, fmt.Sprintf(format, args...))
		return
	}
	v.doc.add(v.node.Line, v.node.Column, fmt.Sprintf(format, args...))
}

// resolve follows aliases and counts what is visited.
func (v Value) resolve() (Value, bool) {
	for v.node != nil && v.node.Kind == yaml.AliasNode {
		v.node = v.node.Alias
		v.depth++
		if v.depth > maxDepth {
			break
		}
	}
	v.doc.visited++
	switch {
	case v.node == nil:
		return v, false
	case v.depth > maxDepth:
		v.Errorf("nested deeper than %d", maxDepth)
		return v, false
	case v.doc.visited == maxNodes:
		v.Errorf("aliases expand to more than %d values", maxNodes)
	}
	return v, v.doc.visited < maxNodes
}

// kind names what a value is in a message.
func (v Value) kind() string {
	switch v.node.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch v.node.ShortTag() {
	case "!!null":
		return "empty"
	case "!!bool":
		return "true or false (" + v.node.Value + ")"
	case "!!int", "!!float":
		return "a number (" + clip(v.node.Value) + ")"
	}
	return "text (" + clip(v.node.Value) + ")"
}

func clip(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		return string([]rune(s)[:40]) + "…"
	}
	return s
}

func (v Value) wrong(want string) {
	if v.node.Kind == yaml.ScalarNode && v.node.ShortTag() == "!!null" {
		v.Errorf("has no value; write %s", want)
		return
	}
	v.Errorf("must be %s, but is %s", want, v.kind())
}

// String reads text. Numbers and booleans written without quotes are text too:
// a term may be called 5 or No.
func (v Value) String() String {
	r, ok := v.resolve()
	if !ok {
		return String{Value: v}
	}
	if r.node.Kind != yaml.ScalarNode || r.node.ShortTag() == "!!null" {
		v.at(r).wrong("text")
		return String{Value: v}
	}
	return String{r.node.Value, Value{v.doc, r.node, r.depth}}
}

// at is r reported where v stands, so that a mistake behind an alias is shown
// where the alias is used.
func (v Value) at(r Value) Value {
	n := *r.node
	n.Line, n.Column = v.node.Line, v.node.Column
	return Value{v.doc, &n, r.depth}
}

// Strings reads a list of text, or one text as a list of one. nil when absent.
func (v Value) Strings() []String {
	r, ok := v.resolve()
	if !ok {
		return nil
	}
	if r.node.Kind == yaml.ScalarNode {
		if r.node.ShortTag() == "!!null" {
			v.wrong("text or a list of text")
			return nil
		}
		return []String{v.String()}
	}
	if r.node.Kind != yaml.SequenceNode {
		v.wrong("text or a list of text")
		return nil
	}
	var out []String
	for _, item := range v.List() {
		if s := item.String(); s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// Bool reads true or false.
func (v Value) Bool() bool {
	r, ok := v.resolve()
	if !ok {
		return false
	}
	if r.node.Kind != yaml.ScalarNode || r.node.ShortTag() != "!!bool" {
		v.at(r).wrong("true or false")
		return false
	}
	return strings.EqualFold(r.node.Value, "true")
}

// Int reads a whole number in [least, most].
func (v Value) Int(least, most int) int {
	r, ok := v.resolve()
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(strings.ReplaceAll(r.node.Value, "_", ""))
	if r.node.Kind != yaml.ScalarNode || err != nil {
		v.at(r).wrong("a whole number")
		return 0
	}
	if n < least || n > most {
		v.Errorf("must lie between %d and %d, but is %d", least, most, n)
		return 0
	}
	return n
}

// Float reads a number in [least, most].
func (v Value) Float(least, most float64) float64 {
	r, ok := v.resolve()
	if !ok {
		return 0
	}
	n, err := strconv.ParseFloat(r.node.Value, 64)
	if r.node.Kind != yaml.ScalarNode || err != nil {
		v.at(r).wrong("a number")
		return 0
	}
	if !(n >= least && n <= most) {
		v.Errorf("must lie between %v and %v, but is %v", least, most, n)
		return 0
	}
	return n
}

// OneOf reads text that must be one of options; "" when it is not.
func (v Value) OneOf(options ...string) string {
	s := v.String().Text
	if s == "" {
		return ""
	}
	for _, o := range options {
		if s == o {
			return s
		}
	}
	v.Errorf("%q is none of %s%s", clip(s), strings.Join(options, ", "), Suggest(s, options))
	return ""
}

// List are the values of a list; nil when absent or reported as no list.
func (v Value) List() []Value {
	r, ok := v.resolve()
	if !ok {
		return nil
	}
	if r.node.Kind != yaml.SequenceNode {
		v.at(r).wrong("a list")
		return nil
	}
	out := make([]Value, len(r.node.Content))
	for i, n := range r.node.Content {
		out[i] = Value{v.doc, n, r.depth + 1}
	}
	return out
}

// IsMapping and IsList say what was written, for values that may be one thing
// or another.
func (v Value) IsMapping() bool { return v.is(yaml.MappingNode) }
func (v Value) IsList() bool    { return v.is(yaml.SequenceNode) }

func (v Value) is(kind yaml.Kind) bool {
	r, ok := v.resolve()
	return ok && r.node.Kind == kind
}
