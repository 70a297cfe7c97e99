package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"tvilling/internal/serve"
)

// The scripts run tvilling serve in the background and ask it as a browser would,
// by the address that it has printed into a file.

// tvillingTo is tvilling with its standard output in a file: tvilling-to FILE ARGUMENT….
func tvillingTo() {
	out, err := os.Create(os.Args[1])
	if err != nil {
		panic(err)
	}
	os.Stdout = out
	os.Exit(Main(os.Args[2:]))
}

var printedAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// address waits for the address in the file that tvillingTo writes.
func address(file string) string {
	for range 1000 {
		if content, err := os.ReadFile(file); err == nil && strings.HasSuffix(string(content), "\n") {
			return printedAddress.FindString(string(content))
		}
		time.Sleep(20 * time.Millisecond)
	}
	panic("no address came")
}

// fetch prints the status and the page at a path: fetch FILE PATH. With a text
// behind it asks until the page has that: fetch FILE PATH TEXT.
func fetch() {
	base := address(os.Args[1])
	for range 500 {
		status, body := request("GET", base+os.Args[2], "", "")
		if len(os.Args) < 4 || strings.Contains(body, os.Args[3]) {
			fmt.Printf("%s\n%s", status, body)
			return
		}
		time.Sleep(40 * time.Millisecond)
	}
	fmt.Printf("the page never had %q\n", os.Args[3])
	os.Exit(1)
}

var (
	shownToken = regexp.MustCompile(`data-token="([A-Z0-9]{20,})"`)
)

// order orders the first fix of what a rule finds first in the project's articles
// named TARGET, with the token of a page or another: order FILE PAGE TARGET RULE [TOKEN].
func order() {
	base := address(os.Args[1])
	_, page := request("GET", base+os.Args[2], "", "")
	token := ""
	if m := shownToken.FindStringSubmatch(page); m != nil {
		token = m[1]
	}
	if len(os.Args) > 5 {
		token = os.Args[5]
	}
	status, answer := request("POST", base+"/fix", fmt.Sprintf(`{"target":%q,"fingerprint":%q}`, os.Args[3], fingerprint(os.Args[3], os.Args[4])), token)
	fmt.Printf("%s\n%s", status, answer)
}

// fingerprint is that of the first finding of a rule, "none" where there is none.
func fingerprint(target, rule string) string {
	var out bytes.Buffer
	run(env{&out, io.Discard, os.Getenv}, []string{"check", target, "--format", "jsonl", "--no-cache"})
	for lines := json.NewDecoder(&out); ; {
		var f struct{ Rule, Fingerprint string }
		if err := lines.Decode(&f); err != nil {
			return "none"
		}
		if f.Rule == rule {
			return f.Fingerprint
		}
	}
}

func request(method, url, body, token string) (status, answer string) {
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		panic(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(serve.TokenHeader, token)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		panic(err)
	}
	defer res.Body.Close()
	content, err := io.ReadAll(res.Body)
	if err != nil {
		panic(err)
	}
	return res.Status, string(content)
}

// TestPortTaken ends with 2 and says what to do, before any article is read.
func TestPortTaken(t *testing.T) {
	l, err := serve.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var complaint bytes.Buffer
	status := run(env{io.Discard, &complaint, os.Getenv}, []string{"serve", "none.md", "none.md", "--port", serve.Port(l)})
	want := fmt.Sprintf("tvilling: --port: %s is taken by another program; choose another, or leave --port out for any that is free\n", serve.Port(l))
	if status != exitUsage || complaint.String() != want {
		t.Errorf("%d %q, want %q", status, complaint.String(), want)
	}
}

// deaf is a system that tells nothing: it has no watches to give, at once or later.
type deaf struct{ serve.Watcher }

func (deaf) Add([]string) (bool, error) { return false, errors.New("no space left on device") }
func (deaf) Run(context.Context)        {}

// TestFollowWithoutNotices looks for changes itself where the system tells none,
// and says so.
func TestFollowWithoutNotices(t *testing.T) {
	for name, notify := range map[string]func() (serve.Watcher, error){
		"none":       func() (serve.Watcher, error) { return nil, errors.New("too many open files") },
		"not enough": func() (serve.Watcher, error) { return deaf{}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			d := deskOf(t, 1, checkFlags{})
			var said bytes.Buffer
			d.env.stderr, d.notify = &said, notify
			ctx, stop := context.WithCancel(t.Context())
			done := make(chan struct{})
			go func() { d.follow(ctx, false, serve.New(serve.Site{Page: d.page}, "1")); close(done) }()
			for _, weeks := range []string{"98", "99"} { // the first may be seen by the look that follows Add
				show(t, d, "/pair/sv/0.md") // from now on it is in memory
				put(t, "sv/0.md", strings.Replace(deskTarget, "12", weeks, 1))
				for i := 0; !strings.Contains(show(t, d, "/pair/sv/0.md"), "the number is "+weeks+" here"); i++ {
					if i == 1000 {
						t.Fatalf("the change to %s was not seen", weeks)
					}
					time.Sleep(20 * time.Millisecond)
				}
			}
			stop()
			<-done
			if got := said.String(); !strings.HasPrefix(got, "tvilling: the system cannot tell what changes (") || strings.Count(got, "\n") != 1 {
				t.Errorf("it said %q", got)
			}
		})
	}
}
