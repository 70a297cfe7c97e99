package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

// errNoCache is returned where the system names no folder for caches.
var errNoCache = errors.New("there is no folder for caches here; name one with --cache-dir")

func newCache(e env) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "cache",
		Short: "Show or empty the folder in which findings are kept between runs",
		Long: `tvilling check keeps what it finds in a pair under a hash of all that it depends on,
so that a later run need not look at the pair again. Once a day a run takes out what
was not used for 30 days and, the oldest first, what is more than 256 MB.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().StringVar(&dir, "cache-dir", "", "this `folder`, not the user's cache folder")
	open := func() (*cache, error) {
		c := openCache(dir)
		if c == nil {
			return nil, errNoCache
		}
		return c, nil
	}
	cmd.AddCommand(newCacheDir(e, open), newCachePrune(e, open), newCacheClean(e, open))
	return cmd
}

func newCacheDir(e env, open func() (*cache, error)) *cobra.Command {
	return &cobra.Command{
		Use:   "dir",
		Short: "Print the folder",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := open()
			if err == nil {
				fmt.Fprintln(e.stdout, c.dir)
			}
			return err
		},
	}
}

func newCachePrune(e env, open func() (*cache, error)) *cobra.Command {
	var days, megabytes int
	cmd := &cobra.Command{
		Use:   "prune",
		Short: "Take out what is old or too much",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if days < 0 || megabytes < 0 {
				return errors.New("--days and --megabytes are not negative")
			}
			c, err := open()
			if err == nil {
				c.prune(time.Duration(days)*24*time.Hour, int64(megabytes)<<20).tell(e)
			}
			return err
		},
	}
	cmd.Flags().IntVar(&days, "days", int(maxCacheAge/(24*time.Hour)), "what was not used for this many `days`")
	cmd.Flags().IntVar(&megabytes, "megabytes", maxCacheSize>>20, "what is more than this many `MB`, the oldest first")
	return cmd
}

func newCacheClean(e env, open func() (*cache, error)) *cobra.Command {
	return &cobra.Command{
		Use:   "clean",
		Short: "Take out everything",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := open()
			if err == nil {
				c.prune(-1, 0).tell(e)
			}
			return err
		},
	}
}

func (p pruned) tell(e env) {
	fmt.Fprintf(e.stdout, "Took out %s, %.1f MB; %d left, %.1f MB\n",
		entryCount(p.gone), float64(p.goneSize)/(1<<20), p.left, float64(p.leftSize)/(1<<20))
}

// entryCount is count for a word whose plural is another.
func entryCount(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}
