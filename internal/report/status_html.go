package report

import (
	"html/template"
	"io"
	"sync"

	"tvilling/internal/check"
)

// statusHTML writes a page with a table whose columns sort when their headings
// are clicked; it needs nothing from elsewhere.
func statusHTML(w io.Writer, s *check.Status) error {
	return statusPage().Execute(w, struct {
		*check.Status
		Totals string
	}{s, totals(s)})
}

// statusPage is made when it is asked for: few runs do.
var statusPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("status").Funcs(template.FuncMap{
		"line":    oneLine,
		"removed": func(p check.DiffPart) bool { return p.Op == check.Removed },
		"added":   func(p check.DiffPart) bool { return p.Op == check.Added },
	}).Parse(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Translations and their sources</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ccc }
th button { all: unset; cursor: pointer; font-weight: bold }
th button:focus-visible { outline: 2px solid }
del { color: #a00 } ins { color: #060 }
td.n { text-align: right }
</style>
<h1>Translations and their sources</h1>
<p>{{.Totals}}.</p>
<table>
<thead><tr><th><button>translation</button><th><button>source</button><th><button>state</button><th><button>sentences</button></tr></thead>
<tbody>
{{- range .Pairs}}
<tr><td>{{.Target}}
{{- range .Sections}}
<details><summary>{{or .Heading "(before the first heading)"}}</summary>
{{- range .Passages}}
<p>{{range .}}{{if removed .}}<del>{{.Text}}</del>{{else if added .}}<ins>{{.Text}}</ins>{{else}}{{.Text}}{{end}}{{end}}</p>
{{- end}}
{{- range .Target}}
<p>line {{.Line}}: {{line .}}</p>
{{- end}}
</details>
{{- end}}
<td>{{.Source}}<td>{{.State}}<td class="n">{{if .Sentences}}{{.Sentences}}{{end}}</tr>
{{- end}}
</tbody>
</table>
<script>
document.querySelectorAll("th button").forEach((button, column) => {
  let down = false;
  button.onclick = () => {
    const body = document.querySelector("tbody"), text = row => row.cells[column].innerText;
    const rows = [...body.rows].sort((a, b) => (Number(text(a)) - Number(text(b))) || text(a).localeCompare(text(b)));
    if (down) rows.reverse();
    down = !down;
    body.append(...rows);
  };
});
</script>
</html>
`))
})
