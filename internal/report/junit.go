package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	Failure   *junitFailure `xml:"failure"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes test results: a suite for each article, in it a failed case for
// each error and warning, a passed case with output for each suggestion, and one
// passed case where nothing was found. The elements and attributes are those
// that the schema of Jenkins' xUnit plugin (junit-10.xsd) has.
func JUnit(w io.Writer, r *check.Report) error {
	out := junitSuites{Name: "tvilling"}
	var suites []junitSuite
	for i := range r.Results {
		res := &r.Results[i]
		s := junitSuiteOf(res.Target.File, res.Current())
		if len(s.Cases) == 0 {
			s.Cases = []junitCase{{Name: "agrees with " + path(res.Source.File), ClassName: s.Name}}
		}
		suites = append(suites, s)
	}
	if len(r.Settings) > 0 {
		suites = append(suites, junitSuiteOf(r.Settings[0].Span.File, r.Settings))
	}
	for _, s := range suites {
		s.Tests = len(s.Cases)
		out.Suites = append(out.Suites, s)
		out.Tests += s.Tests
		out.Failures += s.Failures
	}
	return xmlDocument(w, out)
}

func junitSuiteOf(file *text.File, found []check.Finding) junitSuite {
	name := path(file)
	s := junitSuite{Name: name}
	for _, f := range found {
		at := f.Span.Position()
		c := junitCase{Name: fmt.Sprintf("%s at %d:%d", f.Rule, at.Line, at.Column), ClassName: name}
		if f.Severity == check.Suggestion {
			c.Output = f.Message
		} else {
			c.Failure = &junitFailure{f.Message, f.Severity.String(), junitText(f)}
			s.Failures++
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

// junitText is a finding with its places, for the page of a failed test.
func junitText(f check.Finding) string {
	var b strings.Builder
	show := func(at jsonPlace) { fmt.Fprintf(&b, "\n%s:%d:%d: %s", at.File, at.Line, at.Column, at.Excerpt) }
	b.WriteString(f.Message)
	show(place(f.Span))
	for _, n := range f.Related {
		show(place(n.Span))
	}
	return b.String()
}
