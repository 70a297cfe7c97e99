package serve

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// events sends a client what changes, as server-sent events, until it leaves:
//
//	event: change
//	id: REVISION
//	data: {"path":"/pair/content/sv/a.md"}
//
// The query may name the one page that is of interest (page=PATH) and the revision
// that the page shows (revision=REVISION); what has changed since is sent at once.
// The path "" means that whatever is open is to be loaded anew.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	// A browser that connects again says itself what it has seen.
	since := cmp.Or(r.Header.Get("Last-Event-ID"), query.Get("revision"))
	c, ok := s.hub.join(query.Get("page"), since)
	if !ok {
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	defer s.hub.leave(c)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	send := func(message []byte) bool {
		soon(w)
		_, err := w.Write(message)
		return err == nil && http.NewResponseController(w).Flush() == nil
	}
	alive := time.NewTicker(s.heartbeat)
	defer alive.Stop()
	for going := send([]byte("retry: 1000\n\n")); going; {
		select {
		case <-r.Context().Done():
			return
		case <-s.hub.closed:
			return
		case <-alive.C:
			going = send([]byte(": still here\n\n"))
		case <-c.wake:
			going = send(changes(s.hub.news(c)))
		}
	}
}

// changes is the message that pages have changed. All but the last name no
// revision: a client that has heard half of it must hear it again.
func changes(pages []string, revision string) []byte {
	var b bytes.Buffer
	for i, page := range pages {
		b.WriteString("event: change\n")
		if i == len(pages)-1 {
			fmt.Fprintf(&b, "id: %s\n", revision)
		}
		data, _ := json.Marshal(map[string]string{"path": page}) // of strings it cannot fail
		fmt.Fprintf(&b, "data: %s\n\n", data)
	}
	return b.Bytes()
}
