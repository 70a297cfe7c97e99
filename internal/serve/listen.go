package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/net/netutil"
)

// maxConnections bounds what clients that only connect can cost.
const maxConnections = 256

// Listen opens a port of loopback; 0 is any that is free. No other machine can reach
// it. Its errors are for the one who gave --port.
func Listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%d is taken by another program; choose another, or leave --port out for any that is free", port)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%d is not for ordinary users; choose one above 1023", port)
	case err != nil:
		return nil, err
	}
	return netutil.LimitListener(l, maxConnections), nil
}

// Port is the port that a listener of Listen has.
func Port(l net.Listener) string {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// Run answers requests until ctx ends, then lets those that are being answered end
// for a moment. The listener is closed.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    64 << 10, // browsers send the cookies of all programs on this name, whatever the port
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.Close()
	last, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if server.Shutdown(last) != nil {
		_ = server.Close()
	}
	return nil
}
