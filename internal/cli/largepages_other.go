//go:build !linux

package cli

// largePages says that memory comes in ordinary pages: large ones are asked for on
// Linux alone.
func largePages(int) bool { return false }
