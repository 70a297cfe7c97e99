package cli

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
)

// largePages has the next size bytes that the heap grows by come in large pages (2 MB
// for the 4 KB of ordinary ones), where the system gives them to those who ask, and
// says whether they come so. A program that ends within a tenth of a second spends
// a third of it on the first touch of pages in a virtual machine, and a long run
// finds its memory faster. Nothing is taken up that the heap does not need.
//
// The runtime has no call for it: a slice of that size, which nobody touches, is
// marked and let go, and its place is where the heap grows next (madvise(2),
// MADV_HUGEPAGE; Documentation/admin-guide/mm/transhuge.rst of Linux).
func largePages(size int) bool {
	mode, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	switch {
	case err != nil || bytes.Contains(mode, []byte("[never]")):
		return false
	case bytes.Contains(mode, []byte("[always]")):
		return true
	case !mappable(size):
		return false
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a slice of that size is no reason to collect
	err = syscall.Madvise(make([]byte, size), syscall.MADV_HUGEPAGE)
	runtime.GC() // it frees the slice; little else has been allocated yet
	return err == nil
}

// mappable says that the address space has room for size bytes more: where it is
// limited (ulimit -v, strict overcommit), the runtime would give up.
func mappable(size int) bool {
	mapped, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	return err == nil && syscall.Munmap(mapped) == nil
}
