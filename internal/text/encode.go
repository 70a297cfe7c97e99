package text

import (
	"encoding/binary"
	"fmt"
	"sort"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Revise makes the edits in a new File of the same name and encoding; f itself
// stays as it is. Bytes that could not be decoded and that no edit touches are
// still known for Encode. It fails where Apply does.
func Revise(f *File, edits []Edit) (*File, error) {
	content, err := Apply(f, edits)
	if err != nil {
		return nil, err
	}
	out := &File{Name: f.Name, Content: content, Encoding: f.Encoding, bare: f.bare}
	sorted := append([]Edit(nil), edits...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Span.Start < sorted[j].Span.Start })
	shift, next := 0, 0
	for _, fault := range f.Faults {
		for next < len(sorted) && sorted[next].Span.End <= fault.Offset {
			shift += len(sorted[next].New) - (sorted[next].Span.End - sorted[next].Span.Start)
			next++
		}
		if next == len(sorted) || fault.Offset < sorted[next].Span.Start {
			out.Faults = append(out.Faults, Fault{fault.Offset + shift, fault.Byte})
		}
	}
	return out, nil
}

// Encode gives the bytes of f as they stand on disk: for a File from Decode the
// very bytes that were read. It fails on a character that the file's encoding
// does not have, and on UTF-16 that was broken to begin with.
func Encode(f *File) ([]byte, error) {
	switch f.Encoding {
	case UTF16LE, UTF16BE:
		return encodeUTF16(f)
	case Windows1252:
		return encode1252(f)
	}
	out := make([]byte, 0, len(f.Content)+3)
	if f.Encoding == UTF8BOM {
		out = append(out, "\xEF\xBB\xBF"...)
	}
	at := 0
	for _, fault := range f.Faults {
		out = append(append(out, f.Content[at:fault.Offset]...), fault.Byte)
		at = fault.Offset + utf8.RuneLen(utf8.RuneError)
	}
	return append(out, f.Content[at:]...), nil
}

func encodeUTF16(f *File) ([]byte, error) {
	if len(f.Faults) > 0 {
		return nil, fmt.Errorf("%s:%d: half a character of UTF-16 cannot be written back; mend it first", f.Name, f.Line(f.Faults[0].Offset))
	}
	var order binary.AppendByteOrder = binary.LittleEndian
	if f.Encoding == UTF16BE {
		order = binary.BigEndian
	}
	out := make([]byte, 0, 2*len(f.Content)+2)
	if !f.bare {
		out = order.AppendUint16(out, 0xFEFF)
	}
	for _, unit := range utf16.Encode([]rune(string(f.Content))) {
		out = order.AppendUint16(out, unit)
	}
	return out, nil
}

func encode1252(f *File) ([]byte, error) {
	out := make([]byte, 0, len(f.Content))
	for i, r := range string(f.Content) {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			at := f.Position(i)
			return nil, fmt.Errorf("%s:%d:%d: %q cannot be written in %s; save the file as UTF-8 first", f.Name, at.Line, at.Column, r, f.Encoding)
		}
		out = append(out, b)
	}
	return out, nil
}

// LineEnd is how the file's lines end, by its first: "\n", "\r\n" or "\r"; "\n"
// when it has one line only.
func (f *File) LineEnd() string {
	if f.Lines() == 1 {
		return "\n"
	}
	return string(f.Content[f.LineSpan(1).End:f.LineSpan(2).Start])
}

// Holds says that every character of s can be written in the encoding.
func (e Encoding) Holds(s string) bool {
	if e != Windows1252 {
		return true
	}
	for _, r := range s {
		if _, ok := charmap.Windows1252.EncodeRune(r); !ok {
			return false
		}
	}
	return true
}
