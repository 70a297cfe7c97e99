package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tvilling/internal/text"
)

// TestSaveFileRefuses what somebody else has changed since it was read, and what
// it cannot write; the file on disk stays as it is.
func TestSaveFileRefuses(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sv.md")
	for _, tt := range []struct{ was, is, want, err string }{
		{"S\xC3\xB6mn\n", "Dr\xC3\xB6m\n", "Vila\n", "changed while it was being checked"},
		{"S\xF6mn\n", "S\xF6mn\n", "a\u202Fb\n", "cannot be written in Windows-1252"},
		{"S\xC3\xB6mn\n", "", "Vila\n", "changed while it was being checked"},
	} {
		before, err := text.Decode(name, []byte(tt.was))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(tt.is), 0o644); err != nil {
			t.Fatal(err)
		}
		after := text.NewFile(name, tt.want)
		after.Encoding = before.Encoding
		if err := saveFile(before, after); err == nil || !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%q over %q: got %v, want %q", tt.want, tt.is, err, tt.err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != tt.is {
			t.Errorf("%q became %q (%v)", tt.is, got, err)
		}
	}
}

// TestWriteFileLeavesNothingBehind: a folder in the way, and the file beside it.
func TestWriteFileLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "taken"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(folder, "taken"), []byte("x")); err == nil {
		t.Error("wrote over a folder")
	}
	if err := writeFile(filepath.Join(folder, "new å\n-.md"), []byte("x")); err != nil {
		t.Error(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Errorf("%v %v", entries, err)
	}
}
