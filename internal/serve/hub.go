package serve

import (
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// maxClients bounds how many pages can listen at once; a browser opens six.
const maxClients = 64

// hub knows which pages are open and what has changed since. What a slow client
// has not been told adds up to a set, so that nobody waits for it and it costs no
// more than there are pages.
type hub struct {
	run string // tells revisions of this run from those of another

	mu      sync.Mutex
	last    uint64            // revision: one more with each change
	changed map[string]uint64 // page → revision of its last change
	clients map[*client]bool
	closed  chan struct{}
}

// client is one open page.
type client struct {
	page    string          // the one it wants to hear of; "" for all
	pending map[string]bool // under hub.mu
	wake    chan struct{}   // has room for one
}

func newHub() *hub {
	return &hub{run: rand.Text()[:8], changed: map[string]uint64{}, clients: map[*client]bool{}, closed: make(chan struct{})}
}

func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	select {
	case <-h.closed:
	default:
		close(h.closed)
	}
}

// now is the name of the present revision.
func (h *hub) now() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.revision()
}

func (h *hub) revision() string { return fmt.Sprintf("%s-%d", h.run, h.last) }

func (h *hub) change(pages []string) {
	if len(pages) == 0 {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.last++
	for _, page := range pages {
		h.changed[page] = h.last
		for c := range h.clients {
			c.tell(page)
		}
	}
}

// tell notes a change for a client and wakes it.
func (c *client) tell(page string) {
	if c.page != "" && c.page != page {
		return
	}
	c.pending[page] = true
	select {
	case c.wake <- struct{}{}:
	default: // it is awake already
	}
}

// join adds a client that knows all up to a revision; "" is the present one. It is
// told at once what it has missed, of another run everything. ok is false when
// there are too many.
func (h *hub) join(page, since string) (c *client, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.clients) >= maxClients {
		return nil, false
	}
	c = &client{page: page, pending: map[string]bool{}, wake: make(chan struct{}, 1)}
	h.clients[c] = true
	if since == "" {
		return c, true
	}
	number, ours := strings.CutPrefix(since, h.run+"-")
	known, err := strconv.ParseUint(number, 10, 64)
	if !ours || err != nil {
		c.tell(page)
		return c, true
	}
	for page, revision := range h.changed {
		if revision > known {
			c.tell(page)
		}
	}
	return c, true
}

func (h *hub) leave(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, c)
}

// news takes what a client has not been told, in order, and the revision that it
// then knows.
func (h *hub) news(c *client) (pages []string, revision string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	pages = slices.Sorted(maps.Keys(c.pending))
	clear(c.pending)
	return pages, h.revision()
}
