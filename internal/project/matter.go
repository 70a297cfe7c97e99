package project

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/lazy"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

// MatterKey is the front-matter key of a stamp. Its value is a list with an item for
// each section: git's name of the source's content, a hash of the section, and the
// heading. The first two are cut to 12 digits.
const MatterKey = "tvilling-stamp"

// revisionDigits is how much of git's name of the source stands in front matter.
const revisionDigits = 12

var matterItem = lazy.Regexp(`^([0-9a-f]{12,64}) ([0-9a-f]{12})(?: (.*))?$`)

// ReadMatter is the stamp that front matter holds, its sections without Units; ok
// is false when it holds none. What cannot be read of it is passed over.
func ReadMatter(fields []doc.Field) (sections []StampSection, ok bool) {
	for _, f := range fields {
		if f.Key != MatterKey && !strings.HasPrefix(f.Key, MatterKey+".") {
			continue
		}
		ok = true
		if m := matterItem().FindStringSubmatch(f.Value); m != nil {
			sections = append(sections, StampSection{Revision: m[1], sum: m[2], Heading: m[3]})
		}
	}
	return sections, ok
}

// Resolve gives the sections of a stamp in front matter their Units, as far as they
// can be told: from the source at the section's revision, which old knows or is
// nil for, else from the source as it is now where the section is the same.
func Resolve(stamp []StampSection, now *doc.Document, old func(revision string) *doc.Document) []StampSection {
	current := Sections(now, "")
	out := slices.Clone(stamp)
	for i := range out {
		s := &out[i]
		if before := old(s.Revision); before != nil {
			s.Units = unitsOf(Sections(before, ""), s)
		}
		if s.Units == nil {
			s.Units = unitsOf(current, s)
		}
		// A section that changed is told by what it has now. One that was taken out
		// leaves nothing to tell it by, but that there are fewer.
		if s.Units == nil && len(out) > len(current) && !headed(current, s.Heading) {
			s.Units = []string{s.sum}
		}
	}
	return out
}

func headed(sections []StampSection, heading string) bool {
	return slices.ContainsFunc(sections, func(s StampSection) bool { return s.Heading == heading })
}

// unitsOf are the units of a section of the same sum.
func unitsOf(sections []StampSection, s *StampSection) []string {
	for _, c := range sections {
		if sumOf(c) == s.sum {
			return c.Units
		}
	}
	return nil
}

// sumOf is a hash of what a section says, in whatever order.
func sumOf(s StampSection) string {
	if s.sum != "" {
		return s.sum
	}
	return keyOf(append([]string{"section"}, slices.Sorted(slices.Values(s.Units))...)...)
}

// ErrNoMatter is given for an article that has no front matter.
var ErrNoMatter = errors.New("has no front matter to stamp; stamp it in " + LockName + ": --front-matter=false")

// Matter is an article with a stamp written into its front matter, in the place of
// the one there. Nothing else in it changes.
func Matter(f *text.File, sections []StampSection) (*text.File, error) {
	lines, toml, ok := parse.FrontMatterLines(f)
	if !ok {
		return nil, ErrNoMatter
	}
	indent := indentOf(lines.Text())
	at := stampLines(lines, indent, toml)
	edit := text.Edit{Span: at, New: matterLines(sections, indent, f.LineEnd(), toml)}
	if at.Empty() && at.Start > 0 && f.Content[at.Start-1] != '\n' && f.Content[at.Start-1] != '\r' {
		edit.New = f.LineEnd() + edit.New
	}
	out, err := text.Revise(f, []text.Edit{edit})
	if err != nil {
		return nil, err
	}
	if !sameMatter(f, out, sections) {
		return nil, fmt.Errorf("a stamp in its front matter would change how that is read; stamp it in %s: --front-matter=false", LockName)
	}
	return out, nil
}

// indentOf is what stands before the keys of the outermost level.
func indentOf(matter string) string {
	for line := range strings.Lines(matter) {
		if body := strings.TrimLeft(line, " "); strings.TrimSpace(body) != "" && body[0] != '#' {
			return line[:len(line)-len(body)]
		}
	}
	return ""
}

// stampLines are the lines of the stamp that is there; else the empty place for
// one: behind all else in YAML, and in TOML, where keys belong to the table they
// stand below, before all else.
func stampLines(matter text.Span, indent string, toml bool) text.Span {
	file := matter.File
	for n := file.Line(matter.Start); n <= file.Lines() && file.LineSpan(n).Start < matter.End; n++ {
		if line := file.LineSpan(n); begins(line.Text(), indent, toml) {
			return text.Span{File: file, Start: line.Start, End: stampEnd(matter, n, indent, toml)}
		}
	}
	if toml {
		return matter.Before()
	}
	return matter.After()
}

// stampEnd is where the lines of the stamp that begins on line n end.
func stampEnd(matter text.Span, n int, indent string, toml bool) int {
	file := matter.File
	for ; n < file.Lines(); n++ {
		next := file.LineSpan(n + 1)
		closed := toml && strings.HasSuffix(strings.TrimSpace(file.LineSpan(n).Text()), "]")
		if closed || next.Start >= matter.End || !continues(next.Text(), indent, toml) {
			return min(next.Start, matter.End)
		}
	}
	return matter.End
}

// begins says that a line is the key of the stamp.
func begins(line, indent string, toml bool) bool {
	rest, ok := strings.CutPrefix(line, indent+MatterKey)
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t"), map[bool]string{true: "=", false: ":"}[toml])
}

// continues says that a line goes on with the list begun above it.
func continues(line, indent string, toml bool) bool {
	if toml {
		return true // until the bracket closes
	}
	rest, ok := strings.CutPrefix(line, indent)
	return ok && rest != "" && (rest[0] == ' ' || rest[0] == '\t' || rest == "-" || strings.HasPrefix(rest, "- "))
}

func matterLines(sections []StampSection, indent, end string, toml bool) string {
	open, item, close := MatterKey+":", "  - %s", ""
	if toml {
		open, item, close = MatterKey+" = [", "  %s,", "]"
	}
	rows := []string{open}
	for _, s := range sections {
		value := s.Revision[:min(revisionDigits, len(s.Revision))] + " " + sumOf(s)
		if s.Heading != "" {
			value += " " + s.Heading
		}
		rows = append(rows, fmt.Sprintf(item, line(value)))
	}
	if close != "" {
		rows = append(rows, close)
	}
	return indent + strings.Join(rows, end+indent) + end
}

// sameMatter says that two articles have the same front matter but for the stamp,
// which in the second is the one given.
func sameMatter(before, after *text.File, sections []StampSection) bool {
	others := func(f *text.File) (out []string) {
		for _, field := range parse.FrontMatter(f) {
			if field.Key != MatterKey && !strings.HasPrefix(field.Key, MatterKey+".") {
				out = append(out, field.Key, field.Value)
			}
		}
		return out
	}
	read, _ := ReadMatter(parse.FrontMatter(after))
	return slices.Equal(others(before), others(after)) && slices.EqualFunc(read, sections, func(a, b StampSection) bool {
		return a.Heading == b.Heading && a.sum == sumOf(b) && strings.HasPrefix(b.Revision, a.Revision)
	})
}
