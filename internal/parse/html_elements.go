package parse

// element is what the reader knows of a block-level element.
type element struct {
	block  bool
	ends   []string        // the elements that its start tag ends
	within map[string]bool // its tags reach no farther out than these
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

var (
	// cells are what a paragraph cannot reach out of (HTML Standard, 13.2.4.2).
	cells  = set("table", "td", "th", "caption")
	lists  = set("ul", "ol", "menu", "dir", "table", "td", "th")
	tables = set("table")
)

// hidden are the elements whose content is not on the page, or is no text.
var hidden = set("script", "style", "template", "title", "svg", "math", "iframe", "noscript", "noembed", "noframes",
	"object", "audio", "video", "canvas", "textarea", "datalist")

// elements are the block-level elements (HTML Standard, 15.3), with the end
// tags that may be left out (13.1.2.4).
var elements = func() map[string]element {
	m := map[string]element{
		"li": {true, []string{"li"}, lists},
		"dt": {true, []string{"dt", "dd"}, set("dl", "table", "td", "th")},
		"dd": {true, []string{"dt", "dd"}, set("dl", "table", "td", "th")},
		"tr": {true, []string{"tr", "caption"}, tables},
		"td": {true, []string{"td", "th"}, set("table", "tr")},
		"th": {true, []string{"td", "th"}, set("table", "tr")},
	}
	for _, name := range []string{"thead", "tbody", "tfoot"} {
		m[name] = element{true, []string{"thead", "tbody", "tfoot", "tr", "caption"}, tables}
	}
	for _, name := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
		m[name] = element{true, []string{"h1", "h2", "h3", "h4", "h5", "h6"}, set("table", "td", "th", "div", "section", "article", "li", "blockquote")}
	}
	for _, name := range []string{
		"address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "dir", "div", "dl",
		"fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "hr", "html", "legend", "listing", "main", "menu",
		"nav", "ol", "optgroup", "p", "pre", "search", "section", "select", "summary", "ul",
	} {
		m[name] = element{block: true, within: cells}
	}
	m["table"] = element{block: true}
	m["option"] = element{true, []string{"option"}, set("select")}
	m["caption"] = element{true, nil, tables}
	return m
}()
