package serve

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// start runs a server until the test ends and gives its address.
func start(t *testing.T, s *Server) (base string, stop func()) {
	t.Helper()
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	s.port = Port(l)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx, l) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return "http://127.0.0.1:" + s.port, stop
}

// stream is an open page that listens.
type stream struct {
	lines chan string
	leave func()
}

func listen(t *testing.T, address, lastEvent string) *stream {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, "GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if lastEvent != "" {
		r.Header.Set("Last-Event-ID", lastEvent)
	}
	client := &http.Client{Transport: &http.Transport{}}
	res, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != 200 || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/event-stream") {
		t.Fatalf("%s: %s %s", address, res.Status, res.Header.Get("Content-Type"))
	}
	s := &stream{lines: make(chan string, 100), leave: func() { cancel(); client.CloseIdleConnections() }}
	t.Cleanup(s.leave)
	go func() {
		defer close(s.lines)
		defer res.Body.Close()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			s.lines <- lines.Text()
		}
	}()
	return s
}

// next is the next line of a stream that begins with prefix; "" when it ends before.
func (s *stream) next(t *testing.T, prefix string) string {
	t.Helper()
	for late := time.After(20 * time.Second); ; {
		select {
		case line, ok := <-s.lines:
			if !ok {
				return ""
			}
			if rest, ok := strings.CutPrefix(line, prefix); ok {
				return rest
			}
		case <-late:
			t.Fatalf("no line with %q came", prefix)
		}
	}
}

// listeners waits until the server knows of n open pages.
func listeners(t *testing.T, s *Server, n int) {
	t.Helper()
	for range 2000 {
		s.hub.mu.Lock()
		have := len(s.hub.clients)
		s.hub.mu.Unlock()
		if have == n {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("there are not %d open pages", n)
}

// Every open page hears of a change, one that asked for another page does not.
func TestChangeIsTold(t *testing.T) {
	s := New(site(nil), "")
	base, _ := start(t, s)
	all, one := listen(t, base+"/events", ""), listen(t, base+"/events?page=/pair/b", "")
	listeners(t, s, 2)
	for _, pages := range [][]string{{"/pair/a"}, {"/", "/pair/b"}} {
		s.Changed(pages...)
		for _, want := range pages {
			if got := all.next(t, "data: "); got != `{"path":"`+want+`"}` {
				t.Errorf("all hear %s, want %s", got, want)
			}
		}
	}
	if got := one.next(t, "data: "); got != `{"path":"/pair/b"}` {
		t.Errorf("the page hears %s", got)
	}
}

// What changes between the making of a page and its first listening is told, and
// so is what changes while the connection is broken.
func TestMissedChangeIsTold(t *testing.T) {
	s := New(site(nil), "")
	base, _ := start(t, s)
	shown := s.hub.now()
	s.Changed("/pair/a", "/pair/b")
	late := listen(t, base+"/events?page=/pair/a&revision="+shown, "")
	heard := late.next(t, "id: ")
	if got := late.next(t, "data: "); got != `{"path":"/pair/a"}` {
		t.Errorf("hears %s", got)
	}
	late.leave()
	s.Changed("/pair/c")
	again := listen(t, base+"/events?revision="+shown, heard)
	if got := again.next(t, "data: "); got != `{"path":"/pair/c"}` {
		t.Errorf("after a break it hears %s", got)
	}
	other := listen(t, base+"/events?page=/pair/a&revision=OLDRUN-1", "")
	if got := other.next(t, "data: "); got != `{"path":"/pair/a"}` {
		t.Errorf("a page of another run hears %s", got)
	}
}

// A page that is closed is forgotten, and with it what served it.
func TestClosedPageIsForgotten(t *testing.T) {
	s := New(site(nil), "")
	s.heartbeat = 20 * time.Millisecond
	base, stop := start(t, s)
	listen(t, base+"/events", "").next(t, ": still here") // from here on all is running
	before := runtime.NumGoroutine()
	var open []*stream
	for range 20 {
		open = append(open, listen(t, base+"/events", ""))
	}
	listeners(t, s, 21)
	for _, page := range open {
		page.leave()
	}
	listeners(t, s, 1)
	fewer := func(n int) bool {
		for range 500 {
			if runtime.NumGoroutine() <= n {
				return true
			}
			time.Sleep(10 * time.Millisecond)
		}
		return false
	}
	if !fewer(before) {
		t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
	}
	stop()
}

// The end of the server is the end of what open pages listen to.
func TestEndReachesOpenPages(t *testing.T) {
	s := New(site(nil), "")
	base, stop := start(t, s)
	page := listen(t, base+"/events", "")
	stop()
	if got := page.next(t, "data:"); got != "" {
		t.Errorf("after the end: %q", got)
	}
	if _, err := http.Get(base); err == nil {
		t.Error("it still answers")
	}
}

// There is an end to how many pages can listen.
func TestTooManyPages(t *testing.T) {
	s := New(site(nil), port)
	for range maxClients {
		s.hub.join("", "")
	}
	if res, body := ask(t, s, "GET", "/events", "", nil); res.StatusCode != 503 {
		t.Errorf("%d %s", res.StatusCode, body)
	}
}

// What a client that does not read has missed is a set, told at once.
func TestSlowClient(t *testing.T) {
	h := newHub()
	c, _ := h.join("", "")
	for range 1000 {
		h.change([]string{"/", "/pair/a"})
	}
	pages, revision := h.news(c)
	if len(pages) != 2 || revision != h.run+"-1000" {
		t.Errorf("%v at %s", pages, revision)
	}
	if pages, _ := h.news(c); len(pages) != 0 {
		t.Errorf("told twice: %v", pages)
	}
}

// Only loopback is listened on, and a port that is taken is said to be.
func TestListen(t *testing.T) {
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if u, err := url.Parse("http://" + l.Addr().String()); err != nil || u.Hostname() != "127.0.0.1" {
		t.Errorf("it listens on %s", l.Addr())
	}
	var taken int
	for _, digit := range Port(l) {
		taken = taken*10 + int(digit-'0')
	}
	if _, err := Listen(taken); err == nil || !strings.Contains(err.Error(), "is taken") {
		t.Errorf("error: %v", err)
	}
}
