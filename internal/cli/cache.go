package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/project"
	"tvilling/internal/text"
)

// cache keeps what was found in a pair, under a hash of everything it depends
// on: entries never change, so that runs at the same time do not disturb each
// other. The nil cache keeps nothing.
type cache struct {
	dir  string
	salt string // of the program
}

// cacheForm is part of every key; it changes when entries are written another way.
const cacheForm = "tvilling cache 1"

// cacheFlags say whether and where findings are kept between runs.
type cacheFlags struct {
	off bool
	dir string
}

func (f *cacheFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.BoolVar(&f.off, "no-cache", false, "check every pair anew")
	fs.StringVar(&f.dir, "cache-dir", "", "keep findings in this `folder`, not in the user's cache folder")
}

// openCache is the cache in dir, or in the user's cache folder when dir is "";
// nil when there is no such folder.
func openCache(dir string) *cache {
	if dir == "" {
		home, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(home, "tvilling")
	}
	return &cache{dir, program()}
}

// program tells two builds apart, also those that have no version of their own.
func program() string {
	id := Version()
	if file, err := os.Executable(); err == nil {
		if info, err := os.Stat(file); err == nil {
			id += fmt.Sprintf(" %d %d", info.Size(), info.ModTime().UnixNano())
		}
	}
	return id
}

// key names the entry of a job; source and target are the bytes as they were read.
func (c *cache) key(j job, p *plan, source, target []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n%q %q\n%s %s\n", cacheForm, c.salt, p.hash,
		j.languages.Source, j.languages.Target, j.source.format, j.target.format)
	for _, content := range [][]byte{source, target} {
		fmt.Fprintf(h, "%x\n", sha256.Sum256(content))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// file is where the entry of a key lies: in one of sixteen folders, for to make a folder
// takes as long as to write an entry.
func (c *cache) file(key string) string { return filepath.Join(c.dir, key[:1], key[1:]) }

// get is what was kept of a pair; nil when nothing was, or when it is damaged.
func (c *cache) get(key string, source, target *text.File) *check.Result {
	if c == nil {
		return nil
	}
	file := c.file(key)
	entry, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	if info, err := os.Stat(file); err == nil {
		used(file, info)
	}
	sum, encoded, ok := bytes.Cut(entry, []byte("\n"))
	if !ok || string(sum) != checksum(encoded) {
		return nil
	}
	r, err := project.Decode(encoded, source, target)
	if err != nil {
		return nil
	}
	return r
}

// put keeps a result. A cache that cannot be written is no reason to fail.
func (c *cache) put(key string, r *check.Result) {
	if c == nil {
		return
	}
	encoded, err := project.Encode(r)
	if err != nil {
		return
	}
	file := c.file(key)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return
	}
	temp, err := os.CreateTemp(filepath.Dir(file), "new-*")
	if err != nil {
		return
	}
	_, err = fmt.Fprintf(temp, "%s\n%s", checksum(encoded), encoded)
	if closing := temp.Close(); err != nil || closing != nil || os.Rename(temp.Name(), file) != nil {
		_ = os.Remove(temp.Name())
	}
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
