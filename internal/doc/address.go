package doc

import (
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/lang"
)

// Address is where a link or image leads, taken apart so that two ways of
// writing one place can be told from two places. The zero Address is nowhere.
type Address struct {
	host     string   // lower case, without "www."; "" for a path in the same site
	path     []string // segments, decoded, without "." and ".."
	query    []string // sorted, without what only tells where a reader came from
	fragment string
}

// ParseAddress reads a destination as it is written in an article: entities,
// backslashes and percent signs are decoded; scheme, port, "www.", a slash at the
// end and a page's usual name ("index.html") do not count.
func ParseAddress(s string) Address {
	s = unescape(strings.TrimSpace(html.UnescapeString(s)))
	var a Address
	s, a.fragment, _ = strings.Cut(s, "#")
	s, query, _ := strings.Cut(s, "?")
	a.host, s = splitHost(s)
	for _, seg := range strings.Split(s, "/") {
		if decoded, err := url.PathUnescape(seg); err == nil {
			seg = decoded
		}
		if seg != "" && seg != "." && seg != ".." {
			a.path = append(a.path, seg)
		}
	}
	if n := len(a.path); n > 0 && usualPage[strings.ToLower(a.path[n-1])] {
		a.path = a.path[:n-1]
	}
	for _, part := range strings.FieldsFunc(query, func(r rune) bool { return r == '&' || r == ';' }) {
		if key, _, _ := strings.Cut(strings.ToLower(part), "="); !tracking(key) {
			a.query = append(a.query, part)
		}
	}
	slices.Sort(a.query)
	return a
}

var usualPage = map[string]bool{"index.html": true, "index.htm": true, "index.php": true, "index.md": true, "_index.md": true, "readme.md": true, "default.aspx": true}

// tracking says that a query's key tells nothing of the page that is shown.
func tracking(key string) bool {
	return strings.HasPrefix(key, "utm_") || key == "fbclid" || key == "gclid" || key == "wt.mc_id" || key == "ref" || key == "source"
}

// unescape takes away the backslashes of Markdown.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// splitHost parts the host from the rest. What has neither scheme nor "www." is
// a path, but for a mail address.
func splitHost(s string) (host, rest string) {
	low := strings.ToLower(s)
	i := strings.Index(low, "://")
	switch {
	case strings.HasPrefix(low, "mailto:"):
		return "mailto:" + low[len("mailto:"):], ""
	case strings.HasPrefix(low, "//"):
		s = s[len("//"):]
	case i > 0 && !strings.ContainsAny(low[:i], "/."):
		s = s[i+len("://"):]
	case strings.HasPrefix(low, "www."):
	case strings.Contains(s, "@") && !strings.Contains(s, "/"):
		return "mailto:" + low, ""
	default:
		return "", s
	}
	host, rest, _ = strings.Cut(s, "/")
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	if h, port, ok := strings.Cut(host, ":"); ok && (port == "80" || port == "443") {
		host = h
	}
	return host, rest
}

// InPage says that the address is a place in the article itself, and which: the
// fragment without "#". The top of the page ("#", "#top") is no place.
func InPage(s string) (anchor string, ok bool) {
	if !strings.HasPrefix(s, "#") {
		return "", false
	}
	anchor = s[1:]
	if decoded, err := url.PathUnescape(anchor); err == nil {
		anchor = decoded
	}
	return anchor, anchor != "" && anchor != "top" && !strings.HasPrefix(anchor, ":~:")
}

// Absolute says that the address names a host, or is a mail address.
func (a Address) Absolute() bool { return a.host != "" }

// Path is the address's path without slashes around it, query and fragment left out: "guide/start".
func (a Address) Path() string { return strings.Join(a.path, "/") }

// Fragment is what stands after "#"; "" without.
func (a Address) Fragment() string { return a.fragment }

// Folder is the path without its last segment.
func (a Address) Folder() string { return strings.Join(a.path[:max(len(a.path)-1, 0)], "/") }

// Mistyped says that b is a slip of the pen for a: not the same, but all of it
// except for a letter or two in one place.
func Mistyped(a, b string) bool {
	if a == b || len(a) < 3 || len(b) < 3 {
		return false
	}
	n := min(len(a), len(b))
	head := 0
	for head < n && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return max(len(a), len(b))-head-tail <= 2
}

// Host is the host in lower case without "www."; "" for a path in the same site.
func (a Address) Host() string { return a.host }

// File is the last segment of the path; "" when it has none.
func (a Address) File() string {
	if len(a.path) == 0 {
		return ""
	}
	return a.path[len(a.path)-1]
}

// Localised says that b, in an article in the language to, leads to the same
// place as a, in one in the language from, or to its counterpart in that
// language: /en/ for /sv/, docs.en.md for docs.sv.md, en.wikipedia.org for
// sv.wikipedia.org, ?lang=. Where b is marked as being in its language, the
// rest of its path may be translated too. Fragments do not count.
func (a Address) Localised(b Address, from, to *lang.Language) bool {
	if a.same(b) {
		return true
	}
	x, _ := a.neutral(from, to)
	y, marks := b.neutral(to, from)
	if x.same(y) {
		return true
	}
	if !x.sameSite(y) {
		return false
	}
	own := marks&^inFile != 0 || countrySite(x.host, y.host)
	return own || marks&inFile != 0 && shareWord(stem(x.File()), stem(y.File()))
}

// shareWord says that one file's name begins with the other's, or that they have
// a word of four letters or more in common.
func shareWord(x, y string) bool {
	if strings.HasPrefix(y, x) {
		return true
	}
	words := SlugWords(x)
	for _, w := range SlugWords(y) {
		if len(w) >= 4 && slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// SlugWords are the words of an address, in lower case: stretches of letters and digits.
func SlugWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// same compares without language; of paths in the same site one may be the end
// of the other: the articles may lie in different folders.
func (a Address) same(b Address) bool {
	switch {
	case !slices.Equal(a.query, b.query):
		return false
	case a.host == b.host && a.host != "":
		return samePath(a.path, b.path)
	case a.host != "" && b.host != "":
		return a.sameSite(b) && len(a.path) > 0 && samePath(a.path, b.path) && !Mistyped(a.host, b.host)
	}
	n := min(len(a.path), len(b.path))
	return n > 0 && samePath(a.path[len(a.path)-n:], b.path[len(b.path)-n:]) || len(a.path)+len(b.path) == 0
}

func samePath(a, b []string) bool {
	n := len(a)
	if n != len(b) {
		return false
	}
	if n == 0 {
		return true
	}
	x, y := a[n-1], b[n-1]
	return slices.EqualFunc(a[:n-1], b[:n-1], strings.EqualFold) &&
		(strings.EqualFold(x, y) || strings.EqualFold(stem(x), stem(y)) && sameFormat(x, y))
}

// sameFormat says that two names of one stem are two formats of one file.
func sameFormat(a, b string) bool {
	ea, eb := formats[strings.ToLower(path.Ext(a))], formats[strings.ToLower(path.Ext(b))]
	return ea != 0 && ea == eb
}

var formats = map[string]int{
	"": 1, ".md": 1, ".mdx": 1, ".html": 1, ".htm": 1,
	".png": 2, ".jpg": 2, ".jpeg": 2, ".gif": 2, ".svg": 2, ".webp": 2, ".avif": 2,
}

func stem(name string) string {
	if ext := path.Ext(name); formats[strings.ToLower(ext)] != 0 {
		return strings.TrimSuffix(name, ext)
	}
	return name
}

// sameSite says that both lie on hosts of one owner: the same name before the
// top domain, such as learn.example.com and docs.example.com.
func (a Address) sameSite(b Address) bool {
	if a.host == b.host {
		return true
	}
	return owner(a.host) != "" && owner(a.host) == owner(b.host)
}

// owner is the label before the top domain: "example" of "www.example.co.uk".
func owner(host string) string {
	if strings.HasPrefix(host, "mailto:") {
		return ""
	}
	labels := strings.Split(host, ".")
	n := len(labels)
	if n > 2 && len(labels[n-1]) == 2 && len(labels[n-2]) <= 3 {
		n--
	}
	if n < 2 {
		return ""
	}
	return labels[n-2]
}

// countrySite says that b is a national site of a's owner: example.se for example.com.
func countrySite(a, b string) bool {
	top := b[strings.LastIndexByte(b, '.')+1:]
	return a != b && owner(b) != "" && owner(a) == owner(b) && len(top) == 2 && !strings.HasSuffix(a, "."+top)
}
