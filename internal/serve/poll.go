package serve

import (
	"context"
	"hash/maphash"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// polled looks for itself.
type polled struct {
	every   time.Duration
	changes chan struct{}

	mu   sync.Mutex
	seed maphash.Seed
	seen map[string]uint64 // folder → hash of what was last seen in it
}

// Poll is a watcher that looks into its folders from time to time: for network
// folders and other places where the system tells nothing.
func Poll(every time.Duration) Watcher {
	return &polled{every: every, changes: make(chan struct{}, 1), seed: maphash.MakeSeed(), seen: map[string]uint64{}}
}

func (p *polled) Changes() <-chan struct{} { return p.changes }

func (p *polled) Add(folders []string) (added bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, folder := range folders {
		folder = filepath.Clean(folder)
		if _, known := p.seen[folder]; !known {
			p.seen[folder], added = p.look(folder), true
		}
	}
	return added, nil
}

func (p *polled) Run(ctx context.Context) {
	ticker := time.NewTicker(p.every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if !p.changed() {
			continue
		}
		select {
		case p.changes <- struct{}{}:
		default:
		}
	}
}

// changed looks into all folders and remembers what is there now.
func (p *polled) changed() (changed bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for folder, before := range p.seen {
		if now := p.look(folder); now != before {
			p.seen[folder], changed = now, true
		}
	}
	return changed
}

// look is a hash of the names, sizes and times in a folder; 0 when it is not there.
func (p *polled) look(folder string) uint64 {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0
	}
	var h maphash.Hash
	h.SetSeed(p.seed)
	for _, e := range entries {
		h.WriteString(e.Name())
		h.WriteByte(0)
		info, err := os.Stat(filepath.Join(folder, e.Name())) // of what a link leads to
		if err != nil || info.IsDir() {
			continue
		}
		maphash.WriteComparable(&h, info.Size())
		maphash.WriteComparable(&h, info.ModTime().UnixNano())
	}
	return h.Sum64()
}
