package cli

import (
	"slices"
	"sync"
)

// lately are the entries whose articles are laid out in memory, the latest last.
type lately struct {
	mu      sync.Mutex
	entries []*entry
}

// mostOpen is how many are kept: a long one takes some megabytes.
const mostOpen = 8

// touch says that the article of an entry, whose lock is held, is wanted.
func (r *lately) touch(e *entry) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.entries = append(slices.DeleteFunc(r.entries, func(other *entry) bool { return other == e }), e)
	for i := 0; len(r.entries) > mostOpen && i < len(r.entries)-1; {
		if old := r.entries[i]; old.mu.TryLock() { // else it is being read just now
			old.article = nil
			old.mu.Unlock()
			r.entries = slices.Delete(r.entries, i, i+1)
		} else {
			i++
		}
	}
}

// pages are the paths of their pages.
func (r *lately) pages() map[string]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := map[string]bool{}
	for _, e := range r.entries {
		out[e.page] = true
	}
	return out
}

// follow puts the entries of a new reading in the place of the old.
func (r *lately) follow(now *reading) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var kept []*entry
	for _, old := range r.entries {
		if e := now.at[old.page]; e != nil && e.article != nil {
			kept = append(kept, e)
		}
	}
	r.entries = kept
}
