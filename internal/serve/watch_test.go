package serve

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Whatever an editor does with a file in a watched folder is told, by both watchers.
func TestWatchers(t *testing.T) {
	write := func(t *testing.T, name, content string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	steps := []struct {
		what string
		do   func(t *testing.T, dir string) error
	}{
		{"written in place", func(t *testing.T, dir string) error { write(t, dir+"/a.md", "two"); return nil }},
		{"written beside and renamed", func(t *testing.T, dir string) error {
			write(t, dir+"/.a.md.new", "three…")
			return os.Rename(dir+"/.a.md.new", dir+"/a.md")
		}},
		{"removed", func(t *testing.T, dir string) error { return os.Remove(dir + "/a.md") }},
		{"made again", func(t *testing.T, dir string) error { write(t, dir+"/a.md", "four!"); return nil }},
		{"a new folder", func(t *testing.T, dir string) error { return os.Mkdir(dir+"/new", 0o755) }},
	}
	for name, open := range map[string]func() (Watcher, error){
		"notify": Notify,
		"poll":   func() (Watcher, error) { return Poll(10 * time.Millisecond), nil },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir+"/a.md", "one")
			w := begin(t, open)
			if added, err := w.Add([]string{dir, dir + "/none", dir + "/"}); !added || err != nil {
				t.Fatal(added, err)
			}
			if added, err := w.Add([]string{dir}); added || err != nil {
				t.Fatal("added twice", err)
			}
			for _, step := range steps {
				if err := step.do(t, dir); err != nil {
					t.Fatal(err)
				}
				told(t, w, step.what)
			}
		})
	}
}

// A folder that comes is watched before anybody has asked, with those in it, and
// also when it comes in the place of one that was removed.
func TestNewFolders(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, Notify)
	if _, err := w.Add([]string{dir}); err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"first", "again"} {
		deep := filepath.Join(dir, "new", "deep")
		if err := os.MkdirAll(deep, 0o755); err != nil {
			t.Fatal(err)
		}
		told(t, w, when+": the folder")
		if err := os.WriteFile(filepath.Join(deep, "a.md"), []byte("one"), 0o644); err != nil {
			t.Fatal(err)
		}
		told(t, w, when+": the file in it")
		if err := os.RemoveAll(filepath.Join(dir, "new")); err != nil {
			t.Fatal(err)
		}
		told(t, w, when+": its removal")
	}
}

// A folder with two names is watched by both and new only once.
func TestLinkedFolder(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	w := begin(t, Notify)
	for i, want := range []bool{true, false, false} {
		if added, err := w.Add([]string{real, link}); added != want || err != nil {
			t.Errorf("time %d: added is %v, %v", i, added, err)
		}
	}
	if err := os.WriteFile(filepath.Join(real, "a.md"), []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	told(t, w, "the file")
}

// Many writes are one change.
func TestManyWrites(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, Notify)
	if _, err := w.Add([]string{dir}); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for quiet := false; !quiet; {
		select {
		case <-w.Changes():
			n++
		case <-time.After(5 * settling):
			quiet = true
		}
	}
	if n == 0 || n > 20 {
		t.Errorf("200 writes were told as %d changes", n)
	}
}

// Hidden folders and those of packages hold no articles.
func TestFolders(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".project")
	for _, name := range []string{"a/b", ".git/objects", "a/node_modules/c"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	got := Folders(dir)
	if len(got) != 3 || got[0] != dir || got[2] != filepath.Join(dir, "a", "b") {
		t.Errorf("%q", got)
	}
	if got := Folders(filepath.Join(dir, "none")); got != nil {
		t.Errorf("%q", got)
	}
}

func begin(t *testing.T, open func() (Watcher, error)) Watcher {
	t.Helper()
	w, err := open()
	if err != nil {
		t.Skip(err) // as where there are no inotify watches left
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { w.Run(ctx); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
	return w
}

func told(t *testing.T, w Watcher, what string) {
	t.Helper()
	select {
	case <-w.Changes():
	case <-time.After(20 * time.Second):
		t.Fatalf("%s was not told", what)
	}
}
