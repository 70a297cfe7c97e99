package serve

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const port = "4711"

// site is a site of two pages, of which one cannot be made; orders are noted.
func site(orders *[]Order) Site {
	s := Site{Page: func(_ context.Context, path string, live Live) ([]byte, error) {
		switch path {
		case "/", "/pair/a å.md":
			return []byte("<p>" + path + " " + live.Token), nil
		case "/pair/broken.md":
			return nil, errors.New("broken.md: line 3: <mapping> is not closed")
		}
		return nil, ErrNotFound
	}}
	if orders != nil {
		s.Fix = func(_ context.Context, o Order) error {
			*orders = append(*orders, o)
			switch {
			case o.Target == "changed.md":
				return &Refusal{"changed.md: changed meanwhile"}
			case o.Target != "a å.md":
				return ErrNotFound
			}
			return nil
		}
	}
	return s
}

// ask makes a request as curl would, changed by change, and gives the answer.
func ask(t *testing.T, s *Server, method, path, body string, change func(*http.Request)) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:" + port
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	answer, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(answer)
}

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

// What is there is shown; all else is not there, however it is written.
func TestPaths(t *testing.T) {
	for _, c := range []struct {
		method, path string
		status       int
		holds        string
	}{
		{"GET", "/", 200, "<p>/"},
		{"HEAD", "/", 200, ""},
		{"GET", "/pair/a%20%C3%A5.md", 200, "<p>/pair/a å.md"},
		{"GET", "/pair/none.md", 404, ""},
		{"GET", "/pair/../serve.go", 404, ""},
		{"GET", "/pair/%2e%2e/%2e%2e/etc/passwd", 404, ""},
		{"GET", "/pair//etc/passwd", 404, ""},
		{"GET", "/pair/", 404, ""},
		{"GET", "/etc/passwd", 404, ""},
		{"GET", "/server_test.go", 404, ""},
		{"GET", "//", 404, ""},
		{"POST", "/", 405, ""},
		{"DELETE", "/pair/a%20%C3%A5.md", 405, ""},
		{"OPTIONS", "/fix", 404, ""},
		{"POST", "/events", 405, ""},
		{"POST", "/fix", 404, ""}, // nothing may be written
		{"GET", "/fix", 404, ""},
	} {
		res, body := ask(t, New(site(nil), port), c.method, c.path, "", nil)
		if res.StatusCode != c.status || !strings.Contains(body, c.holds) {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.path, res.StatusCode, body, c.status, c.holds)
		}
	}
}

// A page that cannot be made says so, without a hole for what is in the message,
// and listens for its return.
func TestTrouble(t *testing.T) {
	res, body := ask(t, New(site(nil), port), "GET", "/pair/broken.md", "", nil)
	if res.StatusCode != 503 || !strings.Contains(body, "broken.md: line 3: &lt;mapping&gt; is not closed") || !strings.Contains(body, "EventSource") {
		t.Errorf("%d %s", res.StatusCode, body)
	}
}

// Only our own pages, the address bar and links that are followed get an answer.
func TestForeign(t *testing.T) {
	follow := func(site, mode, dest string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Set("Sec-Fetch-Site", site)
			r.Header.Set("Sec-Fetch-Mode", mode)
			r.Header.Set("Sec-Fetch-Dest", dest)
		}
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	for name, c := range map[string]struct {
		change func(*http.Request)
		status int
	}{
		"as printed":          {nil, 200},
		"localhost":           {host("localhost:" + port), 200},
		"rebound name":        {host("evil.example:" + port), 403},
		"no port":             {host("127.0.0.1"), 403},
		"other port":          {host("127.0.0.1:80"), 403},
		"no host":             {host(""), 403},
		"like ours":           {host("127.0.0.1:" + port + ".evil.example"), 403},
		"all interfaces":      {host("0.0.0.0:" + port), 403},
		"address bar":         {follow("none", "navigate", "document"), 200},
		"own link":            {follow("same-origin", "navigate", "document"), 200},
		"link on another":     {follow("cross-site", "navigate", "document"), 200},
		"frame on another":    {follow("cross-site", "navigate", "iframe"), 403},
		"script on another":   {follow("cross-site", "no-cors", "script"), 403},
		"another local port":  {follow("same-site", "cors", "empty"), 403},
		"own origin":          {header("Origin", "http://127.0.0.1:"+port), 200},
		"foreign origin":      {header("Origin", "https://evil.example"), 403},
		"origin of a file":    {header("Origin", "null"), 403},
		"origin by https":     {header("Origin", "https://127.0.0.1:"+port), 403},
		"origin of same name": {header("Origin", "http://127.0.0.1:80"), 403},
	} {
		if res, body := ask(t, New(site(nil), port), "GET", "/", "", c.change); res.StatusCode != c.status {
			t.Errorf("%s: %d %s, want %d", name, res.StatusCode, body, c.status)
		}
	}
}

// Every answer, a refusal too, keeps itself to this site and out of stores.
func TestHeaders(t *testing.T) {
	for _, path := range []string{"/", "/pair/broken.md", "/none"} {
		res, _ := ask(t, New(site(nil), port), "GET", path, "", nil)
		for name, want := range map[string]string{
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY",
			"Access-Control-Allow-Origin": "",
		} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
}

// An order is carried out only from our own page of this run, in its form.
func TestOrders(t *testing.T) {
	const good = `{"target":"a å.md","fingerprint":"f1","fix":1}`
	for name, c := range map[string]struct {
		method, body string
		change       func(*http.Request)
		status       int
		holds        string
	}{
		"good":              {"POST", good, nil, 200, "{}"},
		"get":               {"GET", "", nil, 405, ""},
		"no token":          {"POST", good, func(r *http.Request) { r.Header.Del(TokenHeader) }, 403, "earlier run"},
		"wrong token":       {"POST", good, header(TokenHeader, "guessed"), 403, "earlier run"},
		"foreign origin":    {"POST", good, header("Origin", "https://evil.example"), 403, ""},
		"foreign fetch":     {"POST", good, header("Sec-Fetch-Site", "cross-site"), 403, ""},
		"foreign host":      {"POST", good, func(r *http.Request) { r.Host = "evil.example" }, 403, ""},
		"a form":            {"POST", good, header("Content-Type", "text/plain"), 415, "JSON"},
		"oversized":         {"POST", `{"target":"` + strings.Repeat("a", maxOrder) + `"}`, nil, 413, "too long"},
		"broken":            {"POST", `{"target":`, nil, 400, "cannot be read"},
		"two":               {"POST", good + good, nil, 400, "behind"},
		"unknown field":     {"POST", `{"target":"a å.md","fingerprint":"f1","text":"rm"}`, nil, 400, "unknown field"},
		"no target":         {"POST", `{"fingerprint":"f1"}`, nil, 400, "needed"},
		"path to elsewhere": {"POST", `{"target":"../../etc/passwd","fingerprint":"f1"}`, nil, 404, "no such article"},
		"file has changed":  {"POST", `{"target":"changed.md","fingerprint":"f1"}`, nil, 409, "changed meanwhile"},
	} {
		t.Run(name, func(t *testing.T) {
			var orders []Order
			s := New(site(&orders), port)
			res, body := ask(t, s, c.method, "/fix", c.body, func(r *http.Request) {
				r.Header.Set(TokenHeader, s.token)
				r.Header.Set("Content-Type", "application/json; charset=utf-8")
				r.Header.Set("Origin", "http://127.0.0.1:"+port)
				if c.change != nil {
					c.change(r)
				}
			})
			if res.StatusCode != c.status || !strings.Contains(body, c.holds) {
				t.Errorf("%d %s, want %d %s", res.StatusCode, body, c.status, c.holds)
			}
			reached := c.status == 200 || c.status == 404 || c.status == 409
			if reached != (len(orders) == 1) {
				t.Errorf("orders: %v", orders)
			}
			if name == "good" && orders[0] != (Order{"a å.md", "f1", 1}) {
				t.Errorf("order: %v", orders[0])
			}
		})
	}
}

// The token is another in each run, and there is none where nothing can be ordered.
func TestToken(t *testing.T) {
	a, b := New(site(new([]Order)), port), New(site(new([]Order)), port)
	if a.token == b.token || len(a.token) < 20 {
		t.Errorf("tokens %q and %q", a.token, b.token)
	}
	if _, body := ask(t, a, "GET", "/", "", nil); body != "<p>/ "+a.token {
		t.Errorf("the page has not the token: %s", body)
	}
	if _, body := ask(t, New(site(nil), port), "GET", "/", "", nil); body != "<p>/ " {
		t.Errorf("the page has a token: %s", body)
	}
}
