package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

// trouble is the page in the place of one that cannot be made now. It is loaded
// anew when that has changed.
func trouble(path string, live Live, err error) []byte {
	var b bytes.Buffer
	if err := troubleTemplate.Execute(&b, map[string]string{
		"Policy": troublePolicy, "Path": path, "Revision": live.Revision, "Message": err.Error(),
	}); err != nil {
		panic(err) // the template is our own, and it has run in the tests
	}
	return b.Bytes()
}

// A browser opens six connections to one address, for all tabs together: a page that
// nobody sees listens no more, and asks what it has missed when it is seen again.
const troubleScript = `
const b = document.body.dataset;
let stream = null;
function listen() {
  if (document.hidden) { stream?.close(); stream = null; return; }
  if (stream) return;
  stream = new EventSource("/events?" + new URLSearchParams({page: b.path, revision: b.revision}));
  stream.addEventListener("change", () => location.reload());
}
document.addEventListener("visibilitychange", listen);
listen();
`

const troubleStyle = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
`

var troublePolicy = "default-src 'none'; connect-src 'self'; script-src " + source(troubleScript) + "; style-src " + source(troubleStyle)

// source is how a policy names an inline script or style.
func source(inline string) string {
	sum := sha256.Sum256([]byte(inline))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

var troubleTemplate = template.Must(template.New("trouble").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{.Policy}}">
<meta name="viewport" content="width=device-width">
<title>Cannot be shown now – tvilling</title>
<style>` + troubleStyle + `</style>
<body data-path="{{.Path}}" data-revision="{{.Revision}}">
<h1>This cannot be shown now</h1>
<pre role="alert">{{.Message}}</pre>
<p>The page comes back by itself when the file is mended.{{if ne .Path "/"}} <a href="/">All pairs</a>{{end}}</p>
<script>` + troubleScript + `</script>
</html>
`))
