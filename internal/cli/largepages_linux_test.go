package cli

import (
	"os"
	"strings"
	"testing"
)

// TestLargePages: where pages are large for those who ask, some memory is marked for
// them afterwards.
func TestLargePages(t *testing.T) {
	mode, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	if err != nil || !strings.Contains(string(mode), "[madvise]") {
		if strings.Contains(string(mode), "[always]") != largePages(8<<20) {
			t.Errorf("the mode is %q", mode)
		}
		t.Skipf("the mode is %q", mode)
	}
	if !largePages(8 << 20) {
		t.Error("it was not granted")
	}
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(maps)) {
		if flags, ok := strings.CutPrefix(line, "VmFlags:"); ok && strings.Contains(flags, " hg") {
			return
		}
	}
	t.Error("no memory is marked")
}

// TestMappable: more than the address space holds is not tried.
func TestMappable(t *testing.T) {
	if mappable(1 << 50) {
		t.Error("a petabyte can be mapped")
	}
	if !mappable(1 << 20) {
		t.Error("a megabyte cannot be mapped")
	}
}
