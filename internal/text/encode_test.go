package text

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// onDisk is "Sömn är bra\r\n" in every way a file can hold it.
var onDisk = map[string]string{
	"UTF-8":                   "S\xC3\xB6mn \xC3\xA4r bra\r\n",
	"UTF-8 with BOM":          "\xEF\xBB\xBFS\xC3\xB6mn \xC3\xA4r bra\r\n",
	"UTF-16LE":                "\xFF\xFES\x00\xF6\x00m\x00n\x00 \x00\xE4\x00r\x00 \x00b\x00r\x00a\x00\r\x00\n\x00",
	"UTF-16BE":                "\xFE\xFF\x00S\x00\xF6\x00m\x00n\x00 \x00\xE4\x00r\x00 \x00b\x00r\x00a\x00\r\x00\n",
	"UTF-16LE without a mark": "S\x00\xF6\x00m\x00n\x00 \x00\xE4\x00r\x00 \x00b\x00r\x00a\x00\r\x00\n\x00",
	"Windows-1252":            "S\xF6mn \xE4r bra\r\n",
	"broken UTF-8":            "S\xC3\xB6mn \xC3\xA4r bra\xE5\r\n",
}

// TestEncodeUndoesDecode writes back what was read, and the same with one word
// changed: all other bytes stay.
func TestEncodeUndoesDecode(t *testing.T) {
	for name, raw := range onDisk {
		t.Run(name, func(t *testing.T) {
			f, err := Decode("sv.md", []byte(raw))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := Encode(f); err != nil || string(got) != raw {
				t.Fatalf("%q came back as %q (%v)", raw, got, err)
			}
			at := strings.Index(string(f.Content), "bra")
			g, err := Revise(f, []Edit{{Span{f, at, at + 3}, "gott"}, {Span{f, 0, 0}, "O"}})
			if err != nil {
				t.Fatal(err)
			}
			got, err := Encode(g)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Decode("sv.md", got)
			if err != nil || !bytes.Equal(again.Content, g.Content) || again.Encoding != f.Encoding || len(again.Faults) != len(f.Faults) {
				t.Errorf("revised %q was read as %q in %v (%v)", got, again.Content, again.Encoding, err)
			}
		})
	}
}

// TestEncodeUndoesDecodeOfAnything: whatever can be read and encoded comes back
// byte for byte.
func TestEncodeUndoesDecodeOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "raw")
		if rapid.Bool().Draw(t, "mark") {
			raw = append([]byte(rapid.SampledFrom([]string{"\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF"}).Draw(t, "which")), raw...)
		}
		f, err := Decode("x", raw)
		if err != nil {
			return
		}
		if got, err := Encode(f); err == nil && !bytes.Equal(got, raw) {
			t.Fatalf("%q came back as %q", raw, got)
		}
	})
}

func TestEncodeSaysWhatItCannotWrite(t *testing.T) {
	f, err := Decode("sv.md", []byte("S\xF6mn\n"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := Revise(f, []Edit{{Span{f, 6, 6}, "a\u202Fb"}})
	if err != nil {
		t.Fatal(err)
	}
	const want = `sv.md:2:2: '\u202f' cannot be written in Windows-1252; save the file as UTF-8 first`
	if _, err := Encode(g); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	half, err := Decode("sv.md", []byte("\xFF\xFEa\x00\n\x00\x00\xD8b\x00"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Encode(half); err == nil || !strings.HasPrefix(err.Error(), "sv.md:2: half a character") {
		t.Errorf("got %v", err)
	}
}

// TestReviseKeepsUndecodableBytes edits before, over and after two of them.
func TestReviseKeepsUndecodableBytes(t *testing.T) {
	f, err := Decode("sv.md", []byte("s\xC3\xB6 en\xE5 tv\xE4 tre s\xC3\xB6 s\xC3\xB6"))
	if err != nil || len(f.Faults) != 2 {
		t.Fatal(err, f.Faults)
	}
	over := f.Faults[1].Offset
	g, err := Revise(f, []Edit{{Span{f, 0, 1}, "SSS"}, {Span{f, over, over + 3}, "å"}, {Span{f, len(f.Content), len(f.Content)}, "!"}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Encode(g)
	if want := "SSS\xC3\xB6 en\xE5 tv\xC3\xA5 tre s\xC3\xB6 s\xC3\xB6!"; err != nil || string(got) != want {
		t.Errorf("got %q, want %q (%v)", got, want, err)
	}
}

func TestLineEnd(t *testing.T) {
	for content, want := range map[string]string{"": "\n", "a": "\n", "a\nb": "\n", "a\r\nb\n": "\r\n", "a\rb": "\r", "\r\n": "\r\n"} {
		if got := NewFile("x", content).LineEnd(); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}
