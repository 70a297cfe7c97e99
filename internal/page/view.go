package page

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"slices"
	"strings"
	"sync"

	"tvilling/internal/check"
)

//go:embed assets
var assets embed.FS

// asset is an embedded file; a missing one is a mistake in this package.
func asset(name string) string {
	content, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err)
	}
	return string(content)
}

// script is the page's script: one text, for one hash in the policy, of parts in
// the order in which they need one another.
func script() string {
	var out strings.Builder
	for _, part := range []string{"base", "pair", "judging", "marking", "place"} {
		out.WriteString(asset("script/" + part + ".js"))
	}
	return out.String()
}

// pageTemplate is made when it is asked for: few runs do.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"inc":     func(n int) int { return n + 1 },
		"removed": func(p check.DiffPart) bool { return p.Op == check.Removed },
		"added":   func(p check.DiffPart) bool { return p.Op == check.Added },
		"visible": visible,
		"paragraphs": func(s string) []string {
			return strings.Split(s, "\n\n")
		},
	}).Parse(asset("page.html")))
})

// visible shows control characters, which HTML cannot carry, as their pictures.
func visible(s string) string { return strings.Map(picture, strings.ToValidUTF8(s, "\ufffd")) }

// view is what the template is given.
type view struct {
	Book
	Policy string
	Style  template.CSS
	Script template.JS
	Live   *Live
	Table  bool // there is one
	Pairs  []pairView
	Used   []*check.Rule // that some finding is of
	Data   []pairData    // for the script
}

// pairView is an article with its place in the page.
type pairView struct {
	*Article
	Prefix     string // of the names of its parts; "" when it stands alone
	Table      bool
	Groups     [][]*row
	Rules      []choice
	Categories []choice
	Ticks      []tick
	Height     int // of the overview, in the units of Ticks
}

// choice is a value to filter by.
type choice struct {
	Name  string
	Count int
}

// pairData is what the page's script needs to know of an article, beside what
// stands in the page.
type pairData struct {
	Prefix string     `json:"prefix"`
	Target string     `json:"target"` // as an order for a fix names it
	Key    string     `json:"key"`    // as a baseline and the settings name it
	Cards  []cardData `json:"cards"`
}

type cardData struct {
	Fingerprint string   `json:"fingerprint"`
	Rule        string   `json:"rule"`
	Message     string   `json:"message"`
	Words       string   `json:"words"`
	Fixes       []string `json:"fixes"`
	Titles      []string `json:"titles"`
}

func newView(b Book, o Options) *view {
	v := &view{Book: b, Live: o.Live, Style: template.CSS(asset("page.css")), Script: template.JS(script()),
		Table: b.Entries != nil || len(b.Articles) != 1}
	v.Title, v.Data = cmp.Or(b.Title, "Translations"), []pairData{}
	v.Policy = policy(string(v.Style), string(v.Script), o.Live != nil)
	for i, a := range b.Articles {
		prefix := ""
		if v.Table {
			prefix = "p" + itoa(i+1)
		}
		a.rename(prefix)
		v.Pairs = append(v.Pairs, newPairView(a, prefix, v.Table))
		v.Data = append(v.Data, dataOf(a, prefix))
	}
	if v.Table && b.Entries == nil {
		v.Entries = Entries(b.Articles)
	}
	v.Used = used(b)
	return v
}

// policy lets a page do nothing but what is in it.
func policy(style, script string, live bool) string {
	p := "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + source(style) + "; script-src " + source(script)
	if live {
		p += "; connect-src 'self'"
	}
	return p
}

// source is how a policy names an inline script or style.
func source(inline string) string {
	sum := sha256.Sum256([]byte(inline))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// rename gives the parts of an article the names that they have in a page. An
// article that stands alone is only read.
func (a *Article) rename(prefix string) {
	for _, c := range a.Cards {
		if c.prefix != prefix {
			c.prefix = prefix
		}
	}
}

func newPairView(a *Article, prefix string, table bool) pairView {
	v := pairView{Article: a, Prefix: prefix, Table: table}
	v.Groups = groups(a.Rows)
	v.Rules = choices(a.Cards, func(c *card) string { return c.Rule })
	v.Categories = choices(a.Cards, func(c *card) string { return c.Category })
	v.Ticks, v.Height = ticks(a)
	return v
}

// mostInGroup bounds what a browser has to lay out at once.
const mostInGroup = 8

// groups begin with a row that has findings, as far as there are any: their cards
// have the room of the rows after it too.
func groups(rows []*row) [][]*row {
	var out [][]*row
	for i, r := range rows {
		if last := len(out) - 1; i > 0 && len(r.Cards) == 0 && len(out[last]) < mostInGroup {
			out[last] = append(out[last], r)
		} else {
			out = append(out, []*row{r})
		}
	}
	return out
}

// choices are the values that cards have, in order of the alphabet.
func choices(cards []*card, of func(*card) string) []choice {
	counts := map[string]int{}
	for _, c := range cards {
		counts[of(c)]++
	}
	var out []choice
	for name, n := range counts {
		out = append(out, choice{name, n})
	}
	slices.SortFunc(out, func(a, b choice) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func dataOf(a *Article, prefix string) pairData {
	d := pairData{Prefix: prefix, Target: a.Target.File, Key: a.Key, Cards: []cardData{}}
	for _, c := range a.Cards {
		k := cardData{Fingerprint: c.Fingerprint, Rule: c.Rule, Message: c.Message, Words: c.Words, Fixes: []string{}, Titles: []string{}}
		for _, f := range c.Fixes {
			k.Fixes = append(k.Fixes, f.Text)
			k.Titles = append(k.Titles, f.Title)
		}
		d.Cards = append(d.Cards, k)
	}
	return d
}

// used are the rules that some card is of, in the order given.
func used(b Book) []*check.Rule {
	some := map[string]bool{}
	for _, a := range b.Articles {
		for _, c := range a.Cards {
			some[c.Rule] = true
		}
	}
	var out []*check.Rule
	for _, r := range b.Rules {
		if some[r.ID] {
			out = append(out, r)
		}
	}
	return out
}

// Explained says that the page tells what a rule means.
func (v *view) Explained(rule string) bool {
	return slices.ContainsFunc(v.Used, func(r *check.Rule) bool { return r.ID == rule })
}
