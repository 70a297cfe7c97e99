package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestDecode(t *testing.T) {
	const article = "Hjärnans ålder – en översikt"
	for _, c := range []struct {
		why      string
		raw      []byte
		want     string
		encoding Encoding
		faults   int
	}{
		{"UTF-8", []byte(article), article, UTF8, 0},
		{"nothing", nil, "", UTF8, 0},
		{"a byte order mark", []byte("\xEF\xBB\xBF" + article), article, UTF8BOM, 0},
		{"UTF-16 as Windows writes it", append([]byte("\xFF\xFE"), utf16Bytes(article, binary.LittleEndian)...), article, UTF16LE, 0},
		{"UTF-16 the other way", append([]byte("\xFE\xFF"), utf16Bytes(article, binary.BigEndian)...), article, UTF16BE, 0},
		{"UTF-16 without a mark", utf16Bytes(article, binary.LittleEndian), article, UTF16LE, 0},
		{"and the other way", utf16Bytes(article, binary.BigEndian), article, UTF16BE, 0},
		{"an old Windows file", []byte("Hj\xe4rnans \xe5lder \x96 en \xf6versikt"), article, Windows1252, 0},
		{"one damaged byte", []byte("Hjärnans ålder \xff än så"), "Hjärnans ålder \uFFFD än så", UTF8, 1},
		{"half a surrogate pair and half a unit in UTF-16", []byte("\xFF\xFE\x00\xD8a\x00b"), "\uFFFDa\uFFFD", UTF16LE, 2},
		{"a damaged byte after a mark", []byte("\xEF\xBB\xBFa\xffb"), "a\uFFFDb", UTF8BOM, 1},
	} {
		f, err := Decode("f", c.raw)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if string(f.Content) != c.want || f.Encoding != c.encoding || len(f.Faults) != c.faults {
			t.Errorf("%s: %q in %s with %d faults", c.why, f.Content, f.Encoding, len(f.Faults))
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, raw := range [][]byte{
		[]byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00"),
		[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
		bytes.Repeat([]byte{1, 2, 'a'}, 100),
		append([]byte("\xFF\xFE"), utf16Bytes("a\x00b", binary.LittleEndian)...),
	} {
		if _, err := Decode("f", raw); !errors.Is(err, ErrBinary) {
			t.Errorf("%.12q: %v", raw, err)
		}
	}
	if _, err := Decode("f", make([]byte, MaxSize+1)); err == nil || !strings.Contains(err.Error(), "24 MB") {
		t.Errorf("too large: %v", err)
	}
}

// TestFaultsLeadBack puts the damaged bytes in the place of what stands for
// them, and gets the file back.
func TestFaultsLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOf(rapid.SampledFrom([]byte("\xc3\xa5\xc3\xa4\xe2\x80\x93ab \xff"))).Draw(t, "raw")
		content, faults := repair(raw)
		if !utf8.Valid(content) {
			t.Fatalf("%q is not UTF-8", content)
		}
		var back []byte
		at := 0
		for _, f := range faults {
			back = append(append(back, content[at:f.Offset]...), f.Byte)
			at = f.Offset + len("\uFFFD")
		}
		if back = append(back, content[at:]...); !bytes.Equal(back, raw) {
			t.Fatalf("%q came back as %q", raw, back)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("Hj\xe4rna"))
	f.Add([]byte("\xEF\xBB\xBFå"))
	f.Add(append([]byte("\xFF\xFE"), utf16Bytes("å🧠", binary.LittleEndian)...))
	f.Add([]byte("\xFF\xFE\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Decode("f", raw)
		if err != nil {
			return
		}
		if !utf8.Valid(file.Content) || bytes.HasPrefix(file.Content, []byte("\uFEFF")) && file.Encoding != UTF8BOM {
			t.Fatalf("%q decodes to %q", raw, file.Content)
		}
		for _, fault := range file.Faults {
			if !bytes.HasPrefix(file.Content[fault.Offset:], []byte("\uFFFD")) {
				t.Fatalf("no fault at %d of %q", fault.Offset, file.Content)
			}
		}
	})
}
