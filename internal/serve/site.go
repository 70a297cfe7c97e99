// Package serve shows pages on loopback, tells open ones when they have changed, and takes orders for fixes.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"strings"
	"time"
)

// Site is what is shown. Its functions know nothing of HTTP and are called by
// several goroutines at once.
type Site struct {
	// Page is the HTML of the page at a path, which is "/" or begins with "/pair/"
	// and is as the client wrote it: to be looked up among known ones, never opened.
	// ErrNotFound means that there is none; any other error is shown in its place,
	// until the page has changed.
	Page func(ctx context.Context, path string, live Live) ([]byte, error)
	// Fix makes one fix. Its error is ErrNotFound, a *Refusal, or what went wrong.
	// When it is nil nothing can be ordered.
	Fix func(ctx context.Context, o Order) error
}

// Live is what an open page needs to keep up.
type Live struct {
	Revision string // to be sent with /events, so that no change between the two is lost
	Token    string // to be sent with an order in the header TokenHeader; "" when nothing can be ordered
}

// Order asks for one fix of one finding.
type Order struct {
	Target      string `json:"target"`      // as the page names it
	Fingerprint string `json:"fingerprint"` // of the finding
	Fix         int    `json:"fix"`         // which of the finding's, from 0
}

// ErrNotFound says that something is not among what the site has.
var ErrNotFound = errors.New("not found")

// Refusal is an order that is not carried out, in words for the one who gave it.
type Refusal struct{ Reason string }

func (r *Refusal) Error() string { return r.Reason }

// Server answers the requests of browsers on this machine. It is an http.Handler.
type Server struct {
	site  Site
	port  string // that a Host header must name
	token string
	hub   *hub

	heartbeat time.Duration // between signs of life to an open page
}

// New is a server of a site that is reached on a port of loopback.
func New(site Site, port string) *Server {
	s := &Server{site: site, port: port, hub: newHub(), heartbeat: 15 * time.Second}
	if site.Fix != nil {
		s.token = rand.Text()
	}
	return s
}

// Changed tells the open pages of these paths that they are no longer true.
func (s *Server) Changed(paths ...string) { s.hub.change(paths) }

// Close ends what is sent to open pages. The server answers other requests as before.
func (s *Server) Close() { s.hub.close() }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	if complaint := s.foreign(r); complaint != "" {
		http.Error(w, complaint, http.StatusForbidden)
		return
	}
	switch path := r.URL.Path; {
	case path == "/" || strings.HasPrefix(path, "/pair/"):
		only(w, r, s.page, http.MethodGet, http.MethodHead)
	case path == "/events":
		only(w, r, s.events, http.MethodGet)
	case path == "/fix" && s.site.Fix != nil:
		only(w, r, s.fix, http.MethodPost)
	default:
		http.Error(w, "There is no such page.", http.StatusNotFound)
	}
}

// only answers a request of one of the methods, and refuses others.
func only(w http.ResponseWriter, r *http.Request, answer http.HandlerFunc, methods ...string) {
	for _, m := range methods {
		if r.Method == m {
			answer(w, r)
			return
		}
	}
	w.Header().Set("Allow", strings.Join(methods, ", "))
	http.Error(w, "The method is not allowed here.", http.StatusMethodNotAllowed)
}

// page answers with a page of the site, or with what keeps it from being shown.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	live := Live{Revision: s.hub.now(), Token: s.token} // before the page is made: a change meanwhile is told
	content, err := s.site.Page(r.Context(), r.URL.Path, live)
	status := http.StatusOK
	switch {
	case errors.Is(err, ErrNotFound):
		http.Error(w, "There is no such page.", http.StatusNotFound)
		return
	case err != nil:
		status = http.StatusServiceUnavailable
		content = trouble(r.URL.Path, live, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	soon(w)
	w.WriteHeader(status)
	_, _ = w.Write(content) // the client may have left
}

// patience is how long a client may take to receive what is ready for it.
const patience = 30 * time.Second

// soon bounds the time that what is written next may take.
func soon(w http.ResponseWriter) {
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(patience)) // a recorder of tests has none
}
