package cli

import (
	"cmp"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// What a cache may hold: entries that no run has asked for in a month are of
// articles or settings that are no more, and a site of 1,000 pairs needs some 5 MB.
const (
	maxCacheAge  = 30 * 24 * time.Hour
	maxCacheSize = 256 << 20 // bytes
)

// cacheDay is how often a cache is pruned and the use of an entry noted.
const cacheDay = 24 * time.Hour

// pruneMark is the file whose time says when a cache was last pruned.
const pruneMark = "pruned"

// used notes that an entry was asked for: its time is that of its last use, to the
// day. Where that cannot be noted the entry goes earlier, which does no harm.
func used(file string, info os.FileInfo) {
	if now := time.Now(); now.Sub(info.ModTime()) > cacheDay {
		_ = os.Chtimes(file, now, now)
	}
}

// tidy prunes the cache when it was not done within a day. Runs at the same time may
// both do it: an entry that is gone is one that has to be made again.
func (c *cache) tidy() {
	if c == nil {
		return
	}
	mark := filepath.Join(c.dir, pruneMark)
	if info, err := os.Stat(mark); err == nil && time.Since(info.ModTime()) < cacheDay {
		return
	}
	if _, err := os.Stat(c.dir); err != nil || os.WriteFile(mark, nil, 0o600) != nil {
		return
	}
	now := time.Now()
	_ = os.Chtimes(mark, now, now) // writing nothing into it need not change its time
	c.prune(maxCacheAge, maxCacheSize)
}

// cacheFile is an entry, or one that was never finished.
type cacheFile struct {
	path string
	size int64
	used time.Time
	part bool
}

// keyLength is how many hexadecimal digits a key has, those of its folder among them:
// one, or two in older caches.
const keyLength = 2 * sha256.Size

// files are those that a cache has made; whatever else lies in its folder is left alone.
func (c *cache) files() []cacheFile {
	var out []cacheFile
	folders, _ := os.ReadDir(c.dir)
	for _, folder := range folders {
		if !folder.IsDir() || len(folder.Name()) > 2 || !isHex(folder.Name()) {
			continue
		}
		files, _ := os.ReadDir(filepath.Join(c.dir, folder.Name()))
		for _, f := range files {
			part := strings.HasPrefix(f.Name(), "new-")
			if !part && (len(folder.Name())+len(f.Name()) != keyLength || !isHex(f.Name())) {
				continue
			}
			info, err := f.Info()
			if err != nil || !info.Mode().IsRegular() {
				continue
			}
			out = append(out, cacheFile{filepath.Join(c.dir, folder.Name(), f.Name()), info.Size(), info.ModTime(), part})
		}
	}
	return out
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdef") == "" }

// pruned is what became of a cache.
type pruned struct {
	gone, left         int
	goneSize, leftSize int64
}

// prune takes out what was not used for longer than age and, the oldest first,
// what is more than size bytes. What a killed run has left half written goes after a day.
func (c *cache) prune(age time.Duration, size int64) (p pruned) {
	files := c.files()
	slices.SortFunc(files, func(a, b cacheFile) int {
		return cmp.Or(b.used.Compare(a.used), strings.Compare(a.path, b.path))
	})
	now := time.Now()
	for _, f := range files {
		idle := now.Sub(f.used)
		if idle > age || f.part && idle > cacheDay || p.leftSize+f.size > size {
			if os.Remove(f.path) == nil {
				p.gone++
				p.goneSize += f.size
			}
			continue
		}
		p.left++
		p.leftSize += f.size
	}
	return p
}
