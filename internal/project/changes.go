package project

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// Changes are the lines of files that differ from a revision. Paths are as git
// writes them, from the top of its tree. They are for one goroutine.
type Changes struct {
	hunks map[string][]hunk
	whole map[string]bool // files that the revision does not have

	file  *text.File // the one that was asked about last,
	lines []int      // and the offsets of its line ends
}

// hunk is a run of new lines from first, counted from 1; with none, lines were
// taken out after first.
type hunk struct{ first, lines int }

// ReadDiff reads what git diff --unified=0 writes; untracked are files that git
// does not know. Whatever is no diff is an error.
func ReadDiff(diff io.Reader, untracked []string) (*Changes, error) {
	c := &Changes{hunks: map[string][]hunk{}, whole: map[string]bool{}}
	for _, name := range untracked {
		c.whole[name] = true
	}
	r := &diffReader{Reader: bufio.NewReader(diff)}
	name := ""
	for {
		line, err := r.line()
		if err == io.EOF {
			return c, nil
		}
		if err != nil {
			return nil, err
		}
		switch {
		case strings.HasPrefix(line, "diff --git "):
			name = ""
		case strings.HasPrefix(line, "rename to "):
			name = unquoteGit(line[len("rename to "):])
			c.hunks[name] = nil
		case strings.HasPrefix(line, "+++ "):
			name = strings.TrimPrefix(unquoteGit(strings.TrimSuffix(line[len("+++ "):], "\t")), "b/")
			c.hunks[name] = nil
		case strings.HasPrefix(line, "@@ -"):
			old, fresh, err := hunkOf(line)
			if err != nil {
				return nil, err
			}
			c.hunks[name] = append(c.hunks[name], fresh)
			if err := r.skip(old.lines + fresh.lines); err != nil {
				return nil, err
			}
		}
	}
}

type diffReader struct{ *bufio.Reader }

// maxHeader is how much of a line is looked at, in bytes: paths are no longer.
const maxHeader = 16 << 10

// line is the next line, or its beginning.
func (r *diffReader) line() (string, error) {
	var out []byte
	for {
		part, more, err := r.ReadLine()
		if err != nil {
			return "", err
		}
		if len(out) < maxHeader {
			out = append(out, part...)
		}
		if !more {
			return string(out), nil
		}
	}
}

// skip passes over lines of content; a line that only says that the file has no
// last line end does not count.
func (r *diffReader) skip(n int) error {
	for ; n > 0; n-- {
		line, err := r.line()
		if err != nil {
			return fmt.Errorf("a diff ends in the middle: %w", err)
		}
		if strings.HasPrefix(line, `\`) {
			n++
		}
	}
	return nil
}

// hunkOf reads "@@ -a,b +c,d @@"; a count that is left out is 1.
func hunkOf(line string) (old, fresh hunk, err error) {
	parts := strings.Fields(line)
	if len(parts) < 4 {
		return old, fresh, fmt.Errorf("no hunk of a diff: %q", line)
	}
	for i, h := range []*hunk{&old, &fresh} {
		first, lines, has := strings.Cut(parts[i+1][1:], ",")
		h.lines = 1
		if h.first, err = strconv.Atoi(first); err == nil && has {
			h.lines, err = strconv.Atoi(lines)
		}
		if err != nil || h.first < 0 || h.lines < 0 || h.lines > text.MaxSize {
			return old, fresh, fmt.Errorf("no hunk of a diff: %q", line)
		}
	}
	return old, fresh, nil
}

// unquoteGit reads a path that git has quoted as C does.
func unquoteGit(s string) string {
	if strings.HasPrefix(s, `"`) {
		if plain, err := strconv.Unquote(s); err == nil {
			return plain
		}
	}
	return s
}

// Touched says that a file differs from the revision.
func (c *Changes) Touched(path string) bool {
	_, changed := c.hunks[path]
	return changed || c.whole[path]
}

// New says that a finding may be the work of the changes: one of the passages that
// it speaks of was changed, or something was taken out where it misses something.
// Paths are those of the source and the target.
func (c *Changes) New(f check.Finding, r *check.Result, source, target string) bool {
	for _, span := range f.Passages {
		path := target
		if span.File == r.Source.File {
			path = source
		}
		if c.whole[path] || c.hits(path, span) {
			return true
		}
	}
	return false
}

func (c *Changes) hits(path string, span text.Span) bool {
	hunks := c.hunks[path]
	if len(hunks) == 0 {
		return false
	}
	first, last := c.line(span.File, span.Start), c.line(span.File, max(span.Start, span.End-1))
	if span.Empty() {
		return removedAt(hunks, span, first)
	}
	i := sort.Search(len(hunks), func(i int) bool { return hunks[i].first+max(hunks[i].lines, 1) > first })
	for ; i < len(hunks) && hunks[i].first <= last; i++ {
		if h := hunks[i]; h.lines > 0 || h.first >= first && h.first < last {
			return true
		}
	}
	return false
}

// removedAt says that lines were taken out at an empty place, or between it and
// the next line with anything on it.
func removedAt(hunks []hunk, at text.Span, line int) bool {
	content := at.File.Content
	from := line
	if at.Start == 0 || content[at.Start-1] == '\n' {
		from--
	}
	to := line
	for rest := content[min(len(content), at.Start):]; ; to++ {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		next, _, _ := bytes.Cut(rest, []byte("\n"))
		if len(bytes.TrimSpace(next)) > 0 {
			break
		}
	}
	for _, h := range hunks {
		if h.lines == 0 && from <= h.first && h.first <= to {
			return true
		}
	}
	return false
}

// line is the line that holds the byte at offset, counted as git counts: by LF alone.
func (c *Changes) line(f *text.File, offset int) int {
	if c.file != f {
		c.file, c.lines = f, nil
		for i, b := range f.Content {
			if b == '\n' {
				c.lines = append(c.lines, i)
			}
		}
	}
	return 1 + sort.SearchInts(c.lines, offset)
}
