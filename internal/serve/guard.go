package serve

import (
	"net/http"
	"net/url"
)

// protect sets the headers that keep other sites from using an answer and the
// browser from keeping it. A page says itself what it may load.
func protect(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Content-Security-Policy", "frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
}

// foreign says why a request is not one of our own pages or of the address bar;
// "" when it is. A name that another site lets resolve to 127.0.0.1 shows in the
// Host header, a request from another site's page in the two that browsers add.
func (s *Server) foreign(r *http.Request) string {
	if !s.own(r.Host) {
		return "This is not a name of tvilling serve; use the address that it printed."
	}
	if origin := r.Header.Get("Origin"); origin != "" && !s.ownOrigin(origin) {
		return "The request comes from another site."
	}
	switch site := r.Header.Get("Sec-Fetch-Site"); site {
	case "", "none", "same-origin": // curl and old browsers send none
		return ""
	default:
		// A link that leads here may stand anywhere; it can only be followed.
		if r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" {
			return ""
		}
		return "The request comes from another site."
	}
}

// own says that a Host header names this server.
func (s *Server) own(host string) bool {
	return host == "127.0.0.1:"+s.port || host == "localhost:"+s.port
}

func (s *Server) ownOrigin(origin string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && s.own(u.Host)
}
