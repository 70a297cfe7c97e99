package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tvilling/internal/serve"
)

type serveFlags struct {
	check    checkFlags
	port     int
	allowFix bool
	open     bool
	poll     bool
}

func newServe(e env) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve [PATH…] | SOURCE TARGET",
		Short: "Show the findings in the browser, and keep them up to date",
		Long: `Check like tvilling check and show the pairs, article beside article, in the
browser of this machine. When an article, a glossary or the settings change on disk,
the pairs concerned are checked again and open pages follow, each at its place.

The pages are on 127.0.0.1 alone; other machines cannot reach them. With --allow-fix
they offer buttons that make a single fix in its target file; without it nothing is
ever written.`,
		Example: `  tvilling serve
  tvilling serve en.md sv.md --open
  tvilling serve content/sv/blog --port 8080 --allow-fix`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runServe(cmd.Context(), e, f, args)
		},
	}
	f.check.addReview(cmd)
	_ = cmd.Flags().MarkHidden("stdin-filename") // an article that is served has to be a file
	fs := cmd.Flags()
	fs.StringVar(&f.check.actions.baseline, "baseline", "", "count only findings that are not in this `file` of tvilling baseline create")
	fs.IntVar(&f.port, "port", 0, "the `port` on 127.0.0.1; any that is free when not given")
	fs.BoolVar(&f.allowFix, "allow-fix", false, "let the pages make fixes in the targets")
	fs.BoolVar(&f.open, "open", false, "open the browser")
	fs.BoolVar(&f.poll, "poll", false, "look for changes every second instead of being told by the system (for network folders)")
	return cmd
}

func (f *serveFlags) valid(args []string) error {
	switch {
	case f.check.stdinFilename != "" || slices.Contains(args, stdinName):
		return errors.New("serve follows files; it cannot read standard input")
	case f.port < 0 || f.port > 65535:
		return fmt.Errorf("--port: %d is no port; choose one from 1024 to 65535", f.port)
	}
	return nil
}

// runServe serves until ctx ends, which is no error.
func runServe(ctx context.Context, e env, f serveFlags, args []string) error {
	if err := f.valid(args); err != nil {
		return err
	}
	l, err := serve.Listen(f.port)
	if err != nil {
		return fmt.Errorf("--port: %w", err)
	}
	defer l.Close()
	d := newDesk(e, f.check, args)
	defer d.close()
	if _, err := d.refresh(ctx); err != nil {
		if ctx.Err() != nil {
			return nil // ended before it had begun
		}
		return err
	}
	if err := d.readable(); err != nil {
		return err
	}
	debug.SetGCPercent(100) // a long run: memory counts more than the time of the first check
	return d.serve(ctx, l, f)
}

// serve answers requests until ctx ends.
func (d *desk) serve(ctx context.Context, l net.Listener, f serveFlags) error {
	site := serve.Site{Page: d.page}
	var server *serve.Server
	if f.allowFix {
		site.Fix = func(ctx context.Context, o serve.Order) error {
			err := d.fix(o)
			// Also after a refusal: then the page shows what is no longer there. A client
			// that leaves does not keep others from the news.
			changed, _ := d.refresh(context.WithoutCancel(ctx))
			server.Changed(changed...)
			return err
		}
	}
	server = serve.New(site, serve.Port(l))
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	following := make(chan struct{})
	go func() {
		defer close(following)
		d.follow(ctx, f.poll, server)
	}()
	address := "http://127.0.0.1:" + serve.Port(l) + "/"
	fmt.Fprintf(d.env.stdout, "Serving %s on %s (Ctrl-C ends)\n", d.size(), address)
	if f.open {
		browse(d.env, address)
	}
	err := server.Run(ctx, l)
	cancel()
	<-following
	return err
}

// follow refreshes the desk when files change and tells the open pages, until ctx ends.
func (d *desk) follow(ctx context.Context, poll bool, server *serve.Server) {
	watcher, err := serve.Watcher(nil), error(nil)
	if !poll {
		watcher, err = d.notify()
	}
	if poll || err != nil {
		watcher = d.poll(err)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go watcher.Run(ctx)
	for ctx.Err() == nil {
		added, err := watcher.Add(d.folders())
		if err != nil {
			watcher = d.poll(err)
			go watcher.Run(ctx)
			continue
		}
		if !added { // else something may have changed before it was watched
			select {
			case <-ctx.Done():
				return
			case <-watcher.Changes():
			}
		}
		changed, _ := d.refresh(ctx) // the pages show the error
		server.Changed(changed...)
	}
}

// poll is a watcher that looks for itself; err is why, nil when it was asked for.
func (d *desk) poll(err error) serve.Watcher {
	if err != nil {
		fmt.Fprintf(d.env.stderr, "tvilling: the system cannot tell what changes (%v); looking every second instead\n", err)
	}
	return serve.Poll(time.Second)
}

// folders are those to be watched.
func (d *desk) folders() []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.now.folders()
}

// browse opens the browser; where that fails the address is still on the screen.
func browse(e env, address string) {
	open := map[string][]string{
		"darwin":  {"open"},
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	}[runtime.GOOS]
	if open == nil {
		open = []string{"xdg-open"}
	}
	cmd := exec.Command(open[0], append(open[1:], address)...)
	if err := cmd.Start(); err != nil {
		fmt.Fprintf(e.stderr, "tvilling: --open: the browser cannot be started (%v); open %s yourself\n", err, address)
		return
	}
	go func() { _ = cmd.Wait() }() // so that it leaves no zombie
}
