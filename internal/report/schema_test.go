package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tvilling/internal/check"
	"tvilling/internal/report"
)

// written is a report in one format.
func written(t *testing.T, format string, r *check.Report) []byte {
	t.Helper()
	f, err := report.FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r, report.Options{Statistics: true}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSARIFHoldsToTheStandard validates against the schema of OASIS
// (testdata/README.md), and checks what the schema cannot say.
func TestSARIFHoldsToTheStandard(t *testing.T) {
	for name, r := range map[string]*check.Report{"found": sample(), "baseline": compared(), "empty": {Version: "1.0", Rules: sampleRules}} {
		t.Run(name, func(t *testing.T) {
			log := written(t, "sarif", r)
			validate(t, "testdata/sarif-schema-2.1.0.json", log)
			var got struct {
				Runs []struct {
					ColumnKind string
					Tool       struct {
						Driver struct{ Rules []struct{ ID string } }
					}
					Results []struct {
						RuleID    string
						RuleIndex int
					}
				}
			}
			if err := json.Unmarshal(log, &got); err != nil {
				t.Fatal(err)
			}
			run := got.Runs[0]
			if len(run.Tool.Driver.Rules) != len(sampleRules) || run.Results == nil || run.ColumnKind != "utf16CodeUnits" {
				t.Errorf("rules, results or column kind are missing: %+v", run)
			}
			for _, res := range run.Results {
				if run.Tool.Driver.Rules[res.RuleIndex].ID != res.RuleID {
					t.Errorf("ruleIndex %d is not %s", res.RuleIndex, res.RuleID)
				}
			}
		})
	}
}

// TestJSONHoldsToItsSchema validates what only a baseline, a suppression and
// --statistics add.
func TestJSONHoldsToItsSchema(t *testing.T) {
	for _, r := range []*check.Report{sample(), compared(), {Version: "1.0"}} {
		validate(t, "../../docs/check.schema.json", written(t, "json", r))
	}
}

func validate(t *testing.T, schemaFile string, document []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%v\n%s", err, document)
	}
}

// element is what a schema says of an XML element: where it may stand, and its
// attributes, those that are required with an exclamation mark.
type element struct {
	parents    []string
	attributes string
}

// junitElements is the schema of Jenkins' xUnit plugin (junit-10.xsd), as far as
// reports without properties, errors and skipped tests go.
var junitElements = map[string]element{
	"testsuites": {[]string{""}, "name time tests failures disabled errors"},
	"testsuite":  {[]string{"testsuites"}, "name! tests! failures errors group time skipped timestamp hostname id package file log url version"},
	"testcase":   {[]string{"testsuite"}, "name! assertions time classname status class file line group"},
	"failure":    {[]string{"testcase"}, "message type"},
	"system-out": {[]string{"testcase", "testsuite"}, ""},
}

// checkstyleElements is what the tool's XMLLogger writes.
var checkstyleElements = map[string]element{
	"checkstyle": {[]string{""}, "version!"},
	"file":       {[]string{"checkstyle"}, "name!"},
	"error":      {[]string{"file"}, "line! column severity! message! source!"},
}

func TestXMLHoldsToItsSchema(t *testing.T) {
	for format, elements := range map[string]map[string]element{"junit": junitElements, "checkstyle": checkstyleElements} {
		for _, r := range []*check.Report{sample(), compared(), {}} {
			if err := conforms(written(t, format, r), elements); err != nil {
				t.Errorf("%s: %v", format, err)
			}
		}
	}
}

// conforms walks an XML document and holds each element against the table.
func conforms(document []byte, elements map[string]element) error {
	d := xml.NewDecoder(bytes.NewReader(document))
	open := []string{""}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.StartElement:
			name := token.Name.Local
			e, known := elements[name]
			if !known || !slices.Contains(e.parents, open[len(open)-1]) {
				return fmt.Errorf("<%s> may not stand in <%s>", name, open[len(open)-1])
			}
			if err := e.accepts(token.Attr); err != nil {
				return fmt.Errorf("<%s>: %w", name, err)
			}
			open = append(open, name)
		}
	}
}

func (e element) accepts(attributes []xml.Attr) error {
	have := map[string]bool{}
	for _, a := range attributes {
		have[a.Name.Local] = true
	}
	for _, a := range strings.Fields(e.attributes) {
		name, required := strings.CutSuffix(a, "!")
		if required && !have[name] {
			return fmt.Errorf("attribute %s is missing", name)
		}
		delete(have, name)
	}
	if len(have) > 0 {
		return fmt.Errorf("unknown attributes %v", have)
	}
	return nil
}
