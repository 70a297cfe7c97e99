package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding is how a file's bytes were to be read. The zero value is UTF-8.
type Encoding uint8

const (
	UTF8 Encoding = iota
	UTF8BOM
	UTF16LE
	UTF16BE
	Windows1252 // what files that call themselves Latin-1 are (WHATWG Encoding Standard)
)

func (e Encoding) String() string {
	return [...]string{"UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE", "Windows-1252"}[e]
}

// ErrBinary says that the bytes are no text in any encoding tvilling reads.
var ErrBinary = errors.New("looks like a binary file, not text")

// MaxSize is the largest file that is read, in bytes: about 4 million words,
// forty times the longest article we know; beyond it lies a mistake or an attack.
const MaxSize = 24 << 20

// Decode makes a File of bytes from outside. The encoding is recognised by its
// byte order mark, else UTF-8 if the bytes are valid UTF-8, else UTF-16 if every
// other byte is mostly zero, else UTF-8 with faults if valid multi-byte
// sequences outnumber the broken ones, else Windows-1252.
func Decode(name string, raw []byte) (*File, error) {
	if len(raw) > MaxSize {
		return nil, fmt.Errorf("%s: %d MB is more than the %d MB tvilling reads", name, len(raw)>>20, MaxSize>>20)
	}
	f := &File{Name: name}
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		f.Encoding = UTF8BOM
		f.Content, f.Faults = repair(raw[3:])
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return decodeUTF16(f, raw[2:], UTF16LE)
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return decodeUTF16(f, raw[2:], UTF16BE)
	case utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0:
		f.Content = raw
	default:
		if enc, ok := guessUTF16(raw); ok {
			f.bare = true
			return decodeUTF16(f, raw, enc)
		}
		if isBinary(raw) {
			return nil, fmt.Errorf("%s: %w", name, ErrBinary)
		}
		if mostlyUTF8(raw) {
			f.Content, f.Faults = repair(raw)
			break
		}
		f.Encoding = Windows1252
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		f.Content, f.Faults = repair(decoded)
	}
	if isBinary(f.Content) {
		return nil, fmt.Errorf("%s: %w", name, ErrBinary)
	}
	return f, nil
}

func decodeUTF16(f *File, raw []byte, enc Encoding) (*File, error) {
	var order binary.ByteOrder = binary.LittleEndian
	if enc == UTF16BE {
		order = binary.BigEndian
	}
	f.Encoding = enc
	for i := 0; i < len(raw); i += 2 {
		r, next := utf8.RuneError, utf8.RuneError
		if i+1 < len(raw) {
			r = rune(order.Uint16(raw[i:]))
		}
		if i+3 < len(raw) {
			next = rune(order.Uint16(raw[i+2:]))
		}
		switch pair := utf16.DecodeRune(r, next); {
		case pair != utf8.RuneError:
			r = pair
			i += 2
		case utf16.IsSurrogate(r) || i+1 == len(raw): // half a pair, half a unit
			f.Faults = append(f.Faults, Fault{len(f.Content), raw[i]})
			r = utf8.RuneError
		}
		f.Content = utf8.AppendRune(f.Content, r)
	}
	if isBinary(f.Content) {
		return nil, fmt.Errorf("%s: %w", f.Name, ErrBinary)
	}
	return f, nil
}

// guessUTF16 looks for the zero high bytes of Latin letters in UTF-16.
func guessUTF16(raw []byte) (Encoding, bool) {
	head := raw[:min(len(raw), 4096)&^1]
	if len(head) < 4 {
		return 0, false
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*7/10 && zeros[0] < half/20+1:
		return UTF16LE, true
	case zeros[0] > half*7/10 && zeros[1] < half/20+1:
		return UTF16BE, true
	}
	return 0, false
}

// isBinary counts control bytes that no text holds: more than one in a hundred,
// or any NUL.
func isBinary(raw []byte) bool {
	controls := 0
	for _, b := range raw {
		if b == 0 {
			return true
		}
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B && b != '\v' {
			controls++
		}
	}
	return controls*100 > len(raw)
}

// mostlyUTF8 says that multi-byte sequences which are valid outnumber the bytes
// that are not: a UTF-8 file with a few damaged bytes, not a Latin-1 file.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > bad
}

// repair replaces each undecodable byte by U+FFFD and says where.
func repair(raw []byte) ([]byte, []Fault) {
	if utf8.Valid(raw) {
		return raw, nil
	}
	var faults []Fault
	out := make([]byte, 0, len(raw)+64)
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			faults = append(faults, Fault{len(out), raw[i]})
			out = append(out, "\uFFFD"...)
			i++
			continue
		}
		out = append(out, raw[i:i+n]...)
		i += n
	}
	return out, faults
}
