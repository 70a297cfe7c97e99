package cli

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha1" // what git names content by
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/project"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// blob is git's name of a file's content.
func blob(content []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(content))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}

// history answers what of a pair's source was translated when.
type history struct {
	ctx     context.Context
	git     git
	options review.Options
	source  string // paths in the project
	target  *text.File
	bases   map[string]*project.Base // by commit
	lost    bool                     // some base was not to be had
	blobs   map[string]*align.Alignment
}

// commits are the commits of the target's lines: lines[i] that of line i+1, and
// order how young each is, 0 the youngest. ok is false when git knows nothing of
// the target.
func (h *history) commits(target string) (lines []string, order map[string]int, ok bool) {
	log, err := h.git.run(h.ctx, "log", "--topo-order", "--format=%H", "--", target)
	if err != nil || len(bytes.TrimSpace(log)) == 0 {
		return nil, nil, false
	}
	order = map[string]int{}
	for i, commit := range strings.Fields(string(log)) {
		order[commit] = i
	}
	blame, err := h.git.run(h.ctx, "blame", "--porcelain", "-w", "--", target)
	if err != nil {
		return nil, nil, false
	}
	// A line is told as "commit old-line new-line", what is known of the commit,
	// and a tab with the line itself.
	commit := ""
	for s := bufio.NewReader(bytes.NewReader(blame)); ; {
		line, err := s.ReadString('\n')
		switch {
		case err != nil && line == "":
			return lines, order, true
		case strings.HasPrefix(line, "\t"):
			lines = append(lines, commit)
		case isCommit(line):
			commit, _, _ = strings.Cut(line, " ")
		}
	}
}

// isCommit says that a line begins with the name of a commit.
func isCommit(line string) bool {
	name, _, _ := strings.Cut(line, " ")
	return len(name) >= 40 && isName(name)
}

// base is the source as it was at a commit; nil when it was not there, or cannot
// be read.
func (h *history) base(commit string) *project.Base {
	if b, ok := h.bases[commit]; ok {
		return b
	}
	var b *project.Base
	raw, err := h.git.run(h.ctx, "cat-file", "blob", commit+":./"+h.source)
	if err != nil {
		if former := h.former(commit); former != "" {
			raw, err = h.git.run(h.ctx, "cat-file", "blob", commit+":./"+former)
		}
	}
	if err == nil {
		if old := h.align(raw); old != nil {
			b = project.NewBase(project.Sections(old.Source, commit[:min(len(commit), 12)]), old)
		}
	}
	h.lost = h.lost || b == nil
	h.bases[commit] = b
	return b
}

// former is what the source was called at a commit, when it was renamed since; "" else.
func (h *history) former(commit string) string {
	out, err := h.git.run(h.ctx, "diff", "--relative", "--name-status", "-z", "--find-renames", "--diff-filter=R", commit, "HEAD", "--")
	if err != nil {
		return ""
	}
	parts := fields(out) // "R100", old, new
	for i := 0; i+2 < len(parts); i += 3 {
		if parts[i+2] == h.source {
			return parts[i+1]
		}
	}
	return ""
}

// align is an old source beside the translation; nil when it cannot be read.
func (h *history) align(raw []byte) *align.Alignment {
	f, err := text.Decode(h.source, raw)
	if err != nil {
		return nil
	}
	old, err := review.Align(f, h.target, h.options)
	if err != nil {
		return nil
	}
	return old
}

// byHistory finds for each section of the source the state that its translation
// was last touched at; nil when git knows nothing of the target.
func (h *history) byHistory(now *align.Alignment, target string) func(*doc.Section) *project.Base {
	lines, order, ok := h.commits(target)
	if !ok {
		return nil
	}
	youngest := func(blocks []*doc.Block) string {
		best := ""
		for _, b := range blocks {
			first, last := b.Span.Position().Line, b.Span.EndPosition().Line
			for _, commit := range lines[min(first-1, len(lines)):min(last, len(lines))] {
				if strings.Trim(commit, "0") == "" {
					return "" // not committed yet: it is being translated now
				}
				if best == "" || rank(order, commit) < rank(order, best) {
					best = commit
				}
			}
		}
		return best
	}
	all := youngest(now.Target.Blocks())
	return func(s *doc.Section) *project.Base {
		commit := all
		if blocks := rendering(now, s); len(blocks) > 0 {
			commit = youngest(blocks)
		}
		if commit == "" {
			return nil
		}
		return h.base(commit)
	}
}

// rank is how young a commit is; one from before a file was renamed is older than
// those that the log names.
func rank(order map[string]int, commit string) int {
	if n, ok := order[commit]; ok {
		return n
	}
	return len(order)
}

// rendering are the blocks of the translation that render a section.
func rendering(now *align.Alignment, s *doc.Section) []*doc.Block {
	var out []*doc.Block
	for _, b := range s.All() {
		bead, _ := now.Bead(b)
		for _, t := range bead.Target {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// byStamp is the state that a stamp recorded, with the old text where git has it.
func (h *history) byStamp(s project.Stamp) func(*doc.Section) *project.Base {
	var old []*align.Alignment
	for _, section := range s.Sections {
		if a := h.blob(section.Revision); a != nil && !slices.Contains(old, a) {
			old = append(old, a)
		}
	}
	base := project.NewBase(s.Sections, old...)
	return func(*doc.Section) *project.Base { return base }
}

// blob is the source whose content git names so, in full or by its first digits,
// beside the translation; nil when there is none. Whatever stands in the file of
// stamps, nothing but content is looked up.
func (h *history) blob(name string) *align.Alignment {
	if !isName(name) {
		return nil
	}
	a, asked := h.blobs[name]
	if !asked {
		raw, err := h.git.run(h.ctx, "cat-file", "blob", name)
		if err == nil && strings.HasPrefix(blob(raw), name) {
			a = h.align(raw)
		}
		h.blobs[name] = a
	}
	return a
}

// isName says that s may name content of git.
func isName(s string) bool { return len(s) >= 12 && strings.Trim(s, "0123456789abcdef") == "" }

// recorded is the stamp of the translation, in its front matter or in the lock.
func (h *history) recorded(now *align.Alignment, target string, lock *project.Lock) (project.Stamp, bool) {
	sections, ok := project.ReadMatter(now.Target.Meta)
	if !ok {
		return lock.Get(h.source, target)
	}
	old := func(revision string) *doc.Document {
		if a := h.blob(revision); a != nil {
			return a.Source
		}
		return nil
	}
	return project.Stamp{Source: h.source, Sections: project.Resolve(sections, now.Source, old)}, true
}

// state compares a source with what was translated of it: by the stamp, if there
// is one, else by the history.
func (h *history) state(now *align.Alignment, target string, stamp project.Stamp, stamped bool) (check.State, []check.StaleSection) {
	of := h.byStamp(stamp)
	if !stamped {
		of = h.byHistory(now, target)
	}
	if of == nil {
		return check.Unrecorded, nil
	}
	switch stale := project.Compare(now, of); {
	case len(stale) > 0:
		return check.Stale, stale
	case h.lost:
		return check.Unrecorded, nil
	}
	return check.UpToDate, nil
}
