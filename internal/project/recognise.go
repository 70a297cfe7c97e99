package project

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tvilling/internal/config"
	"tvilling/internal/lang"
)

// Layout is a way to lay out a site in two languages, as Recognise found it.
type Layout struct {
	Name    string // "Hugo, a folder for each language"
	Pairs   []config.Pair
	Exclude []string // other languages that lie among the sources
	Found   *Project // what the pairs find; Pairs is empty where no translation has begun
}

// template is a layout to be tried. In paths {s} and {t} stand for the languages
// as the site spells them, {f} for the extensions of its articles.
type template struct {
	name    string
	markers []string // patterns of files of which one must be there; nil for none
	key     string   // the front-matter key that the generator pairs by, if files have it
	pairs   [][2]string
}

// templates are tried in order; the first with most pairs wins, else the first
// that has sources and a marker.
var templates = []template{
	{"Hugo, a folder for each language", hugo, "translationKey", [][2]string{{"content/{s}/**/*.{f}", "content/{t}/{path}"}}},
	{"Hugo, a suffix for each language", hugo, "translationKey", [][2]string{{"content/**/*.{s}.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"Hugo, a suffix for the translation", hugo, "translationKey", [][2]string{{"content/**/*.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"Docusaurus", []string{"docusaurus.config.*"}, "", [][2]string{
		{"docs/**/*.{f}", "i18n/{t}/docusaurus-plugin-content-docs/current/{path}"},
		{"versioned_docs/**/*.{f}", "i18n/{t}/docusaurus-plugin-content-docs/{path}"},
		{"blog/**/*.{f}", "i18n/{t}/docusaurus-plugin-content-blog/{path}"},
		{"src/pages/**/*.{f}", "i18n/{t}/docusaurus-plugin-content-pages/{path}"},
	}},
	{"Astro Starlight, a folder for each language", astro, "", [][2]string{{"src/content/docs/{s}/**/*.{f}", "src/content/docs/{t}/{path}"}}},
	{"Astro Starlight, a folder for the translation", astro, "", [][2]string{{"src/content/docs/**/*.{f}", "src/content/docs/{t}/{path}"}}},
	{"VitePress, a folder for each language", []string{".vitepress/config.*"}, "", [][2]string{{"{s}/**/*.{f}", "{t}/{path}"}}},
	{"VitePress, a folder for the translation", []string{".vitepress/config.*"}, "", [][2]string{{"**/*.{f}", "{t}/{path}"}}},
	{"VitePress, a folder for each language", []string{"docs/.vitepress/config.*"}, "", [][2]string{{"docs/{s}/**/*.{f}", "docs/{t}/{path}"}}},
	{"VitePress, a folder for the translation", []string{"docs/.vitepress/config.*"}, "", [][2]string{{"docs/**/*.{f}", "docs/{t}/{path}"}}},
	{"MkDocs, a folder for each language", mkdocs, "", [][2]string{{"docs/{s}/**/*.{f}", "docs/{t}/{path}"}}},
	{"MkDocs, a suffix for each language", mkdocs, "", [][2]string{{"docs/**/*.{s}.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"MkDocs, a suffix for the translation", mkdocs, "", [][2]string{{"docs/**/*.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"Jekyll, a folder for each language", jekyll, "", [][2]string{
		{"_i18n/{s}/**/*.{f}", "_i18n/{t}/{path}"}, {"_posts/{s}/**/*.{f}", "_posts/{t}/{path}"}, {"{s}/**/*.{f}", "{t}/{path}"},
	}},
	{"Jekyll, a suffix for the translation", jekyll, "", [][2]string{{"**/*.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"a suffix for each language", nil, "translationKey", [][2]string{{"**/*.{s}.{f}", "{dir}/{name}.{t}{ext}"}}},
	{"a suffix for the translation", nil, "", [][2]string{{"**/*.{f}", "{dir}/{name}.{t}{ext}"}}},
}

var (
	hugo   = []string{"hugo.*", "config/_default/*", "archetypes/*", "config.toml"}
	astro  = []string{"astro.config.*"}
	mkdocs = []string{"mkdocs.yml", "mkdocs.yaml"}
	jekyll = []string{"_config.yml", "_config.yaml"}
)

// mostLayouts is how many layouts of one repository are told apart.
const mostLayouts = 5

// Recognise looks at a site's files and says how its articles are laid out; nil
// when it cannot tell. What one layout leaves is looked at again: a repository may
// hold a site and, in another folder, notes that are laid out otherwise.
func Recognise(source, target *lang.Language, files []string, fsys fs.FS) *Layout {
	all := best(source, target, files, fsys)
	for range mostLayouts - 1 {
		if all == nil || len(all.Found.Pairs) == 0 {
			break
		}
		rest := slices.DeleteFunc(slices.Clone(files), all.claims())
		next := best(source, target, rest, fsys)
		if next == nil || len(next.Found.Pairs) == 0 {
			break
		}
		next.narrow()
		all = all.and(next, files, fsys)
	}
	return all
}

// claims says of a file that it belongs to one of the pairs.
func (l *Layout) claims() func(name string) bool {
	claimed := map[string]bool{}
	for _, p := range slices.Concat(l.Found.Pairs, l.Found.Missing, l.Found.Orphans) {
		claimed[p.Source], claimed[p.Target] = true, true
	}
	return func(name string) bool { return claimed[name] }
}

// narrow makes patterns that stand for all folders stand for the one in which all
// their pairs lie: what else there is was not looked at for being an article.
func (l *Layout) narrow() {
	folder := path.Dir(l.Found.Pairs[0].Source)
	for _, p := range l.Found.Pairs {
		for folder != "." && !strings.HasPrefix(p.Source, folder+"/") {
			folder = path.Dir(folder)
		}
	}
	for i := range l.Pairs {
		if rest, ok := strings.CutPrefix(l.Pairs[i].Source, "**/"); ok && folder != "." {
			l.Pairs[i].Source = folder + "/**/" + rest
		}
	}
}

// and is a layout of two, in which the first claims files first.
func (l *Layout) and(next *Layout, files []string, fsys fs.FS) *Layout {
	out := &Layout{Name: l.Name + "; " + next.Name, Pairs: slices.Concat(l.Pairs, next.Pairs), Exclude: slices.Concat(l.Exclude, next.Exclude)}
	slices.Sort(out.Exclude)
	out.Exclude = slices.Compact(out.Exclude)
	out.Found = Find(&config.Config{Pairs: out.Pairs, Exclude: out.Exclude}, files, fsys)
	return out
}

// best is the layout that finds most pairs; nil for none.
func best(source, target *lang.Language, files []string, fsys fs.FS) *Layout {
	r := &recogniser{files: files, fsys: fsys, extensions: extensions(files)}
	s, t := spellings(source, files), spellings(target, files)
	var best *Layout
	for _, tmpl := range append(r.possible(), r.folders(s, t)) {
		marked := tmpl.markers != nil
		for _, own := range s {
			for _, other := range t {
				l := r.try(tmpl, own, other)
				if l == nil || len(l.Found.Pairs) == 0 && (!marked || best != nil) {
					continue
				}
				if best == nil || len(l.Found.Pairs) > len(best.Found.Pairs) {
					best = l
				}
			}
		}
	}
	return best
}

type recogniser struct {
	files      []string
	fsys       fs.FS
	extensions string
}

// possible are the templates to be tried: those whose markers are there, in the
// repository's root or, for a site in a folder of its own, below it; then those
// that need none.
func (r *recogniser) possible() []template {
	var out []template
	for _, folder := range append([]string{"."}, r.sites()...) {
		for _, t := range templates {
			if t.markers != nil && r.has(folder, t.markers) {
				out = append(out, t.in(folder))
			}
		}
	}
	for _, t := range templates {
		if t.markers == nil {
			out = append(out, t)
		}
	}
	return out
}

func (r *recogniser) has(folder string, markers []string) bool {
	sub, err := fs.Sub(r.fsys, folder)
	if err != nil {
		return false
	}
	for _, m := range markers {
		if found, _ := fs.Glob(sub, m); len(found) > 0 {
			return true
		}
	}
	return false
}

// Where a site's folder is looked for: repositories keep it in "website", "docs" or
// "packages/docs".
const (
	siteDepth = 2  // folders from the root down
	mostSites = 64 // that many folders are looked into
)

// sites are the folders that a site with its settings may lie in: those that have
// articles somewhere below them, near the root first.
func (r *recogniser) sites() []string {
	found := map[string]bool{}
	for _, name := range r.files {
		if !slices.Contains(articleExtensions, path.Ext(name)) {
			continue
		}
		segments := strings.Split(name, "/")
		for depth := 1; depth <= siteDepth && depth < len(segments); depth++ {
			if folder := path.Join(segments[:depth]...); !strings.ContainsAny(folder, `*?[]{}\`) { // it goes into a pattern
				found[folder] = true
			}
		}
	}
	folders := slices.SortedFunc(maps.Keys(found), func(a, b string) int {
		return cmp.Or(strings.Count(a, "/")-strings.Count(b, "/"), strings.Compare(a, b))
	})
	return folders[:min(len(folders), mostSites)]
}

// in is a template for a site that lies in a folder of the repository.
func (t template) in(folder string) template {
	if folder == "." {
		return t
	}
	t.name += ", in " + folder
	moved := make([][2]string, len(t.pairs))
	for i, p := range t.pairs {
		moved[i] = [2]string{path.Join(folder, p[0]), p[1]}
		if !strings.HasPrefix(p[1], "{dir}") { // which begins at the root by itself
			moved[i][1] = path.Join(folder, p[1])
		}
	}
	t.pairs = moved
	return t
}

// try fills a template in and finds its pairs; nil when it has no sources.
func (r *recogniser) try(t template, source, target string) *Layout {
	fill := strings.NewReplacer("{s}", source, "{t}", target, "{f}", r.extensions)
	l := &Layout{Name: t.name}
	c := &config.Config{}
	for _, p := range t.pairs {
		pair := config.Pair{Source: fill.Replace(p[0]), Target: fill.Replace(p[1])}
		c.Pairs = []config.Pair{pair}
		c.Exclude = r.others(p[0], source, target)
		if found := Find(c, r.files, r.fsys); len(found.Pairs)+len(found.Missing) > 0 {
			l.Pairs = append(l.Pairs, pair)
			l.Exclude = append(l.Exclude, c.Exclude...)
		}
	}
	if len(l.Pairs) == 0 {
		return nil
	}
	slices.Sort(l.Exclude)
	l.Exclude = slices.Compact(l.Exclude)
	if t.key != "" && r.uses(t.key, l.Pairs[0].Source) {
		for i := range l.Pairs {
			l.Pairs[i].Key = t.key
		}
	}
	c.Pairs, c.Exclude = l.Pairs, l.Exclude
	l.Found = Find(c, r.files, r.fsys)
	return l
}

// uses says that some source has a front-matter key.
func (r *recogniser) uses(key, pattern string) bool {
	f := &finder{fsys: r.fsys, there: map[string]bool{}}
	return slices.ContainsFunc(r.files, func(name string) bool {
		return config.Match(pattern, name) && f.meta(name, key) != ""
	})
}

// others are patterns for the languages that lie among the sources of a pattern
// without {s}: folders and suffixes that are codes of a language.
func (r *recogniser) others(pattern, source, target string) []string {
	if strings.Contains(pattern, "{s}") {
		return nil
	}
	base, _, _ := strings.Cut(pattern, "**")
	found := map[string]bool{}
	for _, name := range r.files {
		rest, ok := strings.CutPrefix(name, base)
		if !ok {
			continue
		}
		if folder, _, ok := strings.Cut(rest, "/"); ok && isCode(folder) && folder != source && folder != target {
			found[base+folder] = true
		}
		stem := strings.TrimSuffix(path.Base(rest), path.Ext(rest))
		if code := strings.TrimPrefix(path.Ext(stem), "."); isCode(code) && code != target && path.Ext(rest) != "" {
			found[base+"**/*."+code+path.Ext(rest)] = true
		}
	}
	var out []string
	for p := range found {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// folders is a layout of all folders that have a folder for each language.
func (r *recogniser) folders(source, target []string) template {
	t := template{name: "a folder for each language"}
	bases := map[string]bool{}
	for _, name := range r.files {
		segments := strings.Split(name, "/")
		for i, s := range segments[:len(segments)-1] {
			if slices.Contains(source, s) {
				bases[strings.Join(segments[:i], "/")] = true
			}
		}
	}
	for base := range bases {
		pair := [2]string{path.Join(base, "{s}/**/*.{f}"), path.Join(base, "{t}/{path}")}
		for _, s := range source {
			for _, other := range target {
				if l := r.try(template{pairs: [][2]string{pair}}, s, other); l != nil && len(l.Found.Pairs) > 0 {
					t.pairs = append(t.pairs, pair)
				}
			}
		}
	}
	slices.SortFunc(t.pairs, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	t.pairs = slices.Compact(t.pairs)
	return t
}

// maxSpellings bounds how many ways to write a language are tried.
const maxSpellings = 4

// spellings are the ways in which paths name a language, most frequent first; its
// code when they do not.
func spellings(l *lang.Language, files []string) []string {
	count := map[string]int{l.Code: 1}
	for _, name := range files {
		for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '.' }) {
			if isCode(part) && lang.For(part) == l || strings.EqualFold(part, l.Name) {
				count[part]++
			}
		}
	}
	var out []string
	for s := range count {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return out[:min(len(out), maxSpellings)]
}

// isCode says that a part of a path looks like a language's code: "sv", "pt-BR",
// "zh_Hans". Two letters that are an extension or a word of paths are none.
func isCode(s string) bool {
	code, region, has := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	if len(code) != 2 || !letters(code) || code != strings.ToLower(code) {
		return false
	}
	if has {
		return (len(region) == 2 || len(region) == 4) && letters(region)
	}
	return strings.Contains(iso639, " "+code+" ")
}

func letters(s string) bool {
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}

// iso639 are the codes of ISO 639-1 for languages that sites are translated into;
// those left out are extensions or words rather than languages where they stand
// in a path ("js", "md", "id", "is", "io").
const iso639 = " af ar be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy it ja ka kk km kn ko ky lt lv mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh "

// articleExtensions are those that sites write their articles with.
var articleExtensions = []string{".md", ".mdx", ".markdown"}

// extensions are those of the articles, as {f} in a pattern: "md", or "{md,mdx}".
func extensions(files []string) string {
	var out []string
	for _, ext := range articleExtensions {
		if slices.ContainsFunc(files, func(name string) bool { return path.Ext(name) == ext }) {
			out = append(out, ext[1:])
		}
	}
	switch len(out) {
	case 0:
		return "{md,html,txt}"
	case 1:
		return out[0]
	}
	return "{" + strings.Join(out, ",") + "}"
}
