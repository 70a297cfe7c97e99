package config

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Match says that a path, or a folder above it, matches a pattern.
func Match(pattern, name string) bool {
	for at := name; at != "." && at != "/" && at != ""; at = path.Dir(at) {
		if ok, _ := doublestar.Match(pattern, at); ok {
			return true
		}
	}
	return false
}

// MatchAny says that one of the patterns matches; see Match.
func MatchAny(patterns []string, name string) bool {
	for _, p := range patterns {
		if Match(p, name) {
			return true
		}
	}
	return false
}

// faulty says what is wrong with a pattern or path, "" for nothing.
func faulty(pattern string) string {
	switch {
	case strings.Contains(pattern, `\`):
		return `has a backslash; folders are separated by /`
	case strings.HasPrefix(pattern, "/"):
		return "begins with /; it is relative to the folder of this file"
	case strings.ContainsRune(pattern, 0):
		return "has a NUL byte"
	case len(pattern) > 1000:
		return "is longer than 1000 bytes"
	case strings.Count(pattern, "**") > 4 || strings.Count(pattern, "*") > 16 || strings.Count(pattern, "{") > 8:
		return "has more wildcards than are read" // matching takes time that grows with their power
	}
	for _, segment := range strings.Split(pattern, "/") {
		if segment == ".." {
			return "leaves the project: .. is not allowed"
		}
		if segment == "." {
			return `has a segment "."; leave it out`
		}
		if strings.Contains(segment, "..") && strings.ContainsAny(segment, "{}[],") {
			return "may leave the project: .. is not allowed"
		}
	}
	if !doublestar.ValidatePattern(pattern) {
		return "is no valid pattern; * ** ? [ab] and {a,b} have a meaning"
	}
	return ""
}

// Wild says that a pattern stands for more than one path.
func Wild(pattern string) bool { return strings.ContainsAny(pattern, "*?[{") }

// TargetOf is the target of a source: the pair's template filled in. The source
// must match the pattern.
func (p Pair) TargetOf(source string) string {
	name := path.Base(source)
	ext := path.Ext(name)
	ending := ext
	for _, e := range p.endings() {
		if strings.HasSuffix(name, e) && len(e) < len(name) {
			ending = e
			break
		}
	}
	return path.Clean(strings.NewReplacer(
		"{path}", strings.TrimPrefix(strings.TrimPrefix(source, p.base()), "/"),
		"{dir}", path.Dir(source),
		"{name}", strings.TrimSuffix(name, ending),
		"{ext}", ext,
	).Replace(p.Target))
}

// Finder finds sources from targets. It is safe for concurrent use.
type Finder struct {
	pair    Pair
	inverse *regexp.Regexp // matches the paths that the template can make
}

// Finder prepares the way back from a target to its source.
func (p Pair) Finder() *Finder {
	expr := "(?s)^" + regexp.QuoteMeta(p.Target) + "$"
	for _, part := range []struct{ place, first, again string }{
		{"{path}", "(?P<path>.+)", ".+"},
		{"{dir}/", "(?:(?P<dir>.+)/)?", "(?:.+/)?"},
		{"{dir}", "(?P<dir>.+)", ".+"},
		{"{name}", "(?P<name>[^/]+)", "[^/]+"},
		{"{ext}", `(?P<ext>\.[^/.]*)?`, `(?:\.[^/.]*)?`},
	} {
		place := regexp.QuoteMeta(part.place)
		if !strings.Contains(expr, part.first) {
			expr = strings.Replace(expr, place, part.first, 1)
		}
		expr = strings.ReplaceAll(expr, place, part.again)
	}
	return &Finder{p, regexp.MustCompile(expr)}
}

// SourceOf is the source whose target a path would be, whether it exists or not;
// ok is false when the path can be no target of this pair.
func (f *Finder) SourceOf(target string) (source string, ok bool) {
	for _, candidate := range f.candidates(target) {
		if matched, _ := doublestar.Match(f.pair.Source, candidate); matched && f.pair.TargetOf(candidate) == target {
			return candidate, true
		}
	}
	return "", false
}

// candidates are the sources that a target's name may point to.
func (f *Finder) candidates(target string) []string {
	if !Wild(f.pair.Source) {
		return []string{f.pair.Source}
	}
	m := f.inverse.FindStringSubmatch(target)
	if m == nil {
		return nil
	}
	part := map[string]string{}
	for i, key := range f.inverse.SubexpNames() {
		part[key] = m[i]
	}
	if part["path"] != "" {
		return []string{path.Join(f.pair.base(), part["path"])}
	}
	folder := part["dir"]
	if !strings.Contains(f.pair.Target, "{dir}") {
		folder = f.pair.base()
	}
	var out []string
	for _, ending := range append(f.pair.endings(), cmp.Or(part["ext"], path.Ext(target))) {
		out = append(out, path.Join(folder, part["name"]+ending))
	}
	return out
}

// base is the folder of a pattern: the segments before the first with a
// wildcard; "" for none.
func (p Pair) base() string {
	var fixed []string
	for _, segment := range strings.Split(p.Source, "/") {
		if Wild(segment) {
			return strings.Join(fixed, "/")
		}
		fixed = append(fixed, segment)
	}
	return path.Dir(p.Source)
}

// endings are what the pattern spells out at the end of a file's name: ".en.md"
// of "**/*.en.md", ".md" and ".html" of "*.{md,html}", nothing of "*". The longer
// come first.
func (p Pair) endings() []string {
	last := path.Base(p.Source)
	i := strings.LastIndexByte(last, '*')
	if i < 0 || i+1 == len(last) {
		return nil
	}
	tail := last[i+1:]
	head, rest, open := strings.Cut(tail, "{")
	inner, after, closed := strings.Cut(rest, "}")
	if !open || !closed {
		inner, after = "", ""
	}
	var out []string
	for _, alternative := range strings.Split(inner, ",") {
		if ending := head + alternative + after; !Wild(ending) {
			out = append(out, ending)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}
