package report

import (
	"encoding/xml"
	"io"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

var checkstyleLevels = [...]string{check.Suggestion: "info", check.Warning: "warning", check.Error: "error"}

// Checkstyle writes the XML of the Java tool of that name, which many services
// read. Clean files are listed too, without errors.
func Checkstyle(w io.Writer, r *check.Report) error {
	out := checkstyleReport{Version: "4.3"}
	for i := range r.Results {
		res := &r.Results[i]
		out.Files = append(out.Files, checkstyleFileOf(res.Target.File, res.Current()))
	}
	if len(r.Settings) > 0 {
		out.Files = append(out.Files, checkstyleFileOf(r.Settings[0].Span.File, r.Settings))
	}
	return xmlDocument(w, out)
}

func checkstyleFileOf(file *text.File, found []check.Finding) checkstyleFile {
	out := checkstyleFile{Name: path(file)}
	for _, f := range found {
		at := f.Span.Position()
		out.Errors = append(out.Errors, checkstyleError{at.Line, at.Column, checkstyleLevels[f.Severity], f.Message, "tvilling." + f.Rule})
	}
	return out
}

// xmlDocument writes value as a whole XML document. What XML cannot hold (most
// control characters) becomes U+FFFD.
func xmlDocument(w io.Writer, value any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
