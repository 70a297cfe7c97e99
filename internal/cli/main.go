// Package cli is the command line: flags, files, exit status. It is the only
// package that touches the file system, the environment and the terminal.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	exitClean    = 0
	exitFindings = 1 // findings at or above the fail level
	exitUsage    = 2 // usage, configuration, unreadable input
	exitBug      = 3 // a panic: ours
)

// errFindings is returned by a command that found something; it prints nothing.
var errFindings = errors.New("findings")

// env is the world outside, so that tests can give another.
type env struct {
	stdout, stderr io.Writer
	getenv         func(string) string
}

// Main runs tvilling with args, the program's name left out, and returns the exit status.
func Main(args []string) int {
	debug.SetMemoryLimit(256 << 20) // for long runs, see reviewer.all
	return run(env{os.Stdout, os.Stderr, os.Getenv}, args)
}

func run(e env, args []string) (status int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(e.stderr, "tvilling: internal error: %v\n\nThis is a bug in tvilling. Please report it with the two files and this text:\n%s", r, debug.Stack())
			status = exitBug
		}
	}()
	// The first interrupt ends the work in good order, the second ends it at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	root := newRoot(e, args...)
	root.SetArgs(args)
	switch err := root.ExecuteContext(ctx); {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errIncomplete):
		return exitUsage
	case errors.Is(err, errBug):
		return exitBug
	default:
		fmt.Fprintf(e.stderr, "tvilling: %v\n", err)
		return exitUsage
	}
}

// Root is the whole tree of commands, for those who document it.
func Root() *cobra.Command { return newRoot(env{io.Discard, io.Discard, os.Getenv}) }

// commands are all that tvilling can do, in the order of the help.
var commands = []struct {
	name string
	make func(env) *cobra.Command
}{
	{"init", newInit}, {"check", newCheck}, {"review", newReview}, {"baseline", newBaseline}, {"config", newConfig}, {"status", newStatus},
	{"stamp", newStamp}, {"align", newAlign}, {"refs", newRefs}, {"serve", newServe}, {"explain", newExplain}, {"rules", newRules},
	{"glossary", newGlossary}, {"cache", newCache}, {"version", newVersion},
}

// newRoot is the tree of commands that args are for: where they begin with the name of
// one, it is the only one made, for to make all takes longer than to run a short one.
func newRoot(e env, args ...string) *cobra.Command {
	root := &cobra.Command{
		Use:   "tvilling",
		Short: "Tell whether a translated article still says what its source says",
		Long: `tvilling aligns an article with its translation, section by section and sentence
by sentence, and reports at line and column what a careful bilingual editor would mark.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			root.AddCommand(c.make(e))
			return root
		}
	}
	for _, c := range commands {
		root.AddCommand(c.make(e))
	}
	return root
}
