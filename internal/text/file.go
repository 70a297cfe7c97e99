// Package text holds the bytes of one file and the ways to name places in them.
package text

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// File is one document as UTF-8, whatever it was on disk. Offsets everywhere in
// tvilling are byte offsets into Content. A File is safe for concurrent use as
// long as nobody writes to its fields.
type File struct {
	Name     string   // as the user named it; shown in findings
	Content  []byte   // valid UTF-8, without a byte order mark
	Encoding Encoding // what the bytes on disk were
	Faults   []Fault  // bytes that were not valid in Encoding, each now U+FFFD; nil when there were none

	bare  bool // UTF-16 without byte order mark on disk
	once  sync.Once
	lines []int // offset of the first byte of each line; lines[0] == 0
}

// NewFile wraps content that is known to be UTF-8. Use Decode for bytes from outside.
func NewFile(name, content string) *File {
	return &File{Name: name, Content: []byte(content)}
}

// Fault is one run of bytes that could not be decoded.
type Fault struct {
	Offset int  // in Content, of the U+FFFD that stands for it
	Byte   byte // the first offending byte
}

// Position is a place for people: line and column count from 1, the column in
// Unicode code points.
type Position struct{ Line, Column int }

func (f *File) index() []int {
	f.once.Do(func() {
		f.lines = append(f.lines, 0)
		for i := 0; i < len(f.Content); i++ {
			switch f.Content[i] {
			case '\n':
				f.lines = append(f.lines, i+1)
			case '\r':
				if i+1 < len(f.Content) && f.Content[i+1] == '\n' {
					continue
				}
				f.lines = append(f.lines, i+1)
			}
		}
	})
	return f.lines
}

// Lines is how many lines the file has; an empty file has one. A line ends at
// LF, CRLF or a lone CR (CommonMark 0.31.2, section 2.1).
func (f *File) Lines() int { return len(f.index()) }

// Line is the 1-based line that holds the byte at offset. Offsets outside the
// content count as its nearest end.
func (f *File) Line(offset int) int {
	lines := f.index()
	return max(1, sort.Search(len(lines), func(i int) bool { return lines[i] > offset }))
}

// LineSpan is the 1-based line without its line ending; a line the file does
// not have is the empty span at the end.
func (f *File) LineSpan(line int) Span {
	lines := f.index()
	if line < 1 || line > len(lines) {
		return Span{f, len(f.Content), len(f.Content)}
	}
	start, end := lines[line-1], len(f.Content)
	if line < len(lines) {
		end = lines[line]
	}
	for end > start && (f.Content[end-1] == '\n' || f.Content[end-1] == '\r') {
		end--
	}
	return Span{f, start, end}
}

// Position is the line and the code-point column of the byte at offset.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Content))
	line := f.Line(offset)
	return Position{line, 1 + utf8.RuneCount(f.Content[f.index()[line-1]:offset])}
}

// UTF16 is Position with the column in UTF-16 code units, as LSP and SARIF count.
func (f *File) UTF16(offset int) Position {
	p := f.Position(offset)
	start := f.index()[p.Line-1]
	for _, r := range string(f.Content[start:min(max(offset, 0), len(f.Content))]) {
		if r > 0xFFFF {
			p.Column++
		}
	}
	return p
}
