package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Watcher says that something may have changed in folders. It does not say what:
// events get lost, and editors write in many ways, so whoever hears it looks.
type Watcher interface {
	// Add watches these folders beside those it has, but not the folders in them,
	// and says whether any was new. Those that do not exist are passed over.
	Add(folders []string) (added bool, err error)
	// Changes has a value some time after a change; many changes may be one value.
	Changes() <-chan struct{}
	// Run watches until ctx ends.
	Run(ctx context.Context)
}

// A change is told when there has been none for settling, since editors and git
// write in several steps, but not later than longest after the first.
const (
	settling = 150 * time.Millisecond
	longest  = time.Second
)

// notified is told by the system.
type notified struct {
	system  *fsnotify.Watcher
	changes chan struct{}

	mu    sync.Mutex
	known map[string]bool // what Add was given and has not gone since
}

// Notify is a watcher that the system tells of changes. It fails where the system
// cannot, or has no more watches to give.
func Notify() (Watcher, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &notified{system: system, changes: make(chan struct{}, 1), known: map[string]bool{}}, nil
}

func (n *notified) Changes() <-chan struct{} { return n.changes }

func (n *notified) Add(folders []string) (added bool, err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	have := n.system.WatchList()
	slices.Sort(have)
	for _, folder := range folders {
		folder = filepath.Clean(folder)
		if _, watched := slices.BinarySearch(have, folder); watched {
			continue
		}
		switch err := n.system.Add(folder); {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		case err != nil:
			return added, err
		case !n.known[folder]: // two names of one folder replace each other on the list
			n.known[folder], added = true, true
		}
	}
	return added, nil
}

// gone forgets a folder that was removed or renamed.
func (n *notified) gone(name string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.known, name)
}

func (n *notified) Run(ctx context.Context) {
	defer n.system.Close()
	var first time.Time // of the changes that are not told yet
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-n.system.Events:
			if event.Op == fsnotify.Chmod { // indexers and backups touch files so
				continue
			}
			if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
				n.gone(event.Name)
			}
			n.enter(event)
		case <-n.system.Errors: // some events were lost
		case <-timer.C:
			first = time.Time{}
			select {
			case n.changes <- struct{}{}:
			default: // an earlier one has not been looked after yet
			}
			continue
		}
		if first.IsZero() {
			first = time.Now()
		}
		timer.Reset(min(settling, time.Until(first.Add(longest))))
	}
}

// enter watches a folder that has come, with those in it: an article may be
// written there before anybody has looked.
func (n *notified) enter(event fsnotify.Event) {
	if !event.Has(fsnotify.Create) || hidden(filepath.Base(event.Name)) {
		return
	}
	if info, err := os.Lstat(event.Name); err == nil && info.IsDir() {
		_, _ = n.Add(Folders(event.Name)) // whoever looks adds them once more and sees the error
	}
}

// maxFolders bounds how many folders of a tree are watched.
const maxFolders = 4096

// Folders are a folder, if it is there, and those below it, but for hidden ones
// and those of installed packages.
func Folders(top string) []string {
	var out []string
	_ = filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		switch {
		case len(out) >= maxFolders:
			return filepath.SkipAll
		case err != nil || name != top && d.IsDir() && hidden(d.Name()):
			return fs.SkipDir
		case d.IsDir():
			out = append(out, name)
		}
		return nil
	})
	return out
}

// hidden says that nobody keeps articles in a folder of this name.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "node_modules" }
