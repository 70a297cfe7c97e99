// Package strictyaml reads YAML that people write by hand: every value knows its
// line and column, and every mistake is reported at once. It alone knows
// gopkg.in/yaml.v3; go.yaml.in/yaml/v3 is a drop-in by the import path.
package strictyaml

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

const (
	// MaxSize is the largest document read, in bytes: a glossary of 50,000 terms.
	MaxSize = 8 << 20
	// maxNodes bounds what is visited, aliases counted each time they are
	// followed, so that nested aliases cannot blow up.
	maxNodes = 2_000_000
	// maxDepth is deeper than any settings file and shallower than any stack.
	maxDepth = 64
)

// Document is one YAML file being read. It is not safe for concurrent use.
type Document struct {
	Name string

	content []byte
	lines   []int // offset of each line's first byte
	root    *yaml.Node
	errors  []*Error
	visited int
}

// Read parses content, which must be UTF-8. Mistakes of syntax are kept for Err,
// like all others; Root is then empty.
func Read(name string, content []byte) *Document {
	d := &Document{Name: name, content: content}
	if len(content) > MaxSize {
		d.add(0, 0, fmt.Sprintf("%d MB is more than the %d MB that is read as YAML", len(content)>>20, MaxSize>>20))
		return d
	}
	if !utf8.Valid(content) {
		d.add(0, 0, "is not UTF-8")
		return d
	}
	d.indexLines()
	if at, deep := tooDeep(content); deep {
		v := Value{d, &yaml.Node{Line: d.lineOf(at), Column: 1}, 0}
		v.Errorf("brackets are nested deeper than %d", maxDepth)
		return d
	}
	var first, second yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	if err := decode(decoder, &first); err != nil {
		if err != io.EOF {
			d.syntax(err)
		}
		return d
	}
	if first.Kind == yaml.DocumentNode && len(first.Content) == 1 {
		d.root = first.Content[0]
	}
	if err := decode(decoder, &second); err == nil {
		Value{d, &second, 0}.Errorf("a second document begins here; only one is read")
	} else if err != io.EOF {
		d.syntax(err)
	}
	return d
}

// decode guards against panics of the library, whose upstream mends nothing any more.
func decode(decoder *yaml.Decoder, node *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	return decoder.Decode(node)
}

// tooDeep finds the first place where more brackets are open than any hand-written
// file has; the parser recurses once per bracket.
func tooDeep(content []byte) (int, bool) {
	open := 0
	for i, b := range content {
		switch b {
		case '[', '{':
			if open++; open > maxDepth {
				return i, true
			}
		case ']', '}':
			open = max(0, open-1)
		case '\n':
			if i+1 < len(content) && content[i+1] != ' ' {
				open = 0
			}
		}
	}
	return 0, false
}

var yamlLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?(?:line (\d+): )?([\s\S]*)`)
})

// syntax turns the library's message, which has a line at best, into an Error.
func (d *Document) syntax(err error) {
	m := yamlLine().FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(m[1])
	column := 0
	if line > 0 {
		line = min(line, len(d.lines))
		column = 1
		for at := d.lines[line-1]; at < len(d.content) && d.content[at] == ' '; at++ {
			column++
		}
	}
	d.add(line, column, "not valid YAML: "+m[2])
}

// indexLines finds the line starts as the library counts them: YAML 1.1 breaks
// lines at LF, CR, CRLF, NEL, LS and PS (section 4.2).
func (d *Document) indexLines() {
	d.lines = []int{0}
	for i := 0; i < len(d.content); {
		r, n := utf8.DecodeRune(d.content[i:])
		if r == '\r' && i+1 < len(d.content) && d.content[i+1] == '\n' {
			n = 2
		}
		i += n
		if r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
			d.lines = append(d.lines, i)
		}
	}
}

func (d *Document) lineOf(offset int) int {
	line := 1
	for line < len(d.lines) && d.lines[line] <= offset {
		line++
	}
	return line
}

// offset is the byte where a 1-based line and code-point column lie.
func (d *Document) offset(line, column int) int {
	if line < 1 || line > len(d.lines) {
		return len(d.content)
	}
	at := d.lines[line-1]
	for ; column > 1 && at < len(d.content); column-- {
		_, n := utf8.DecodeRune(d.content[at:])
		at += n
	}
	return at
}

// Root is the whole document; an empty or broken one has a Root that is absent.
func (d *Document) Root() Value { return Value{d, d.root, 0} }
