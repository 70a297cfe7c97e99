package baseline

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// result is a result whose findings have the given fingerprints.
func result(target string, prints ...string) check.Result {
	f := text.NewFile(target, "Sömn\n")
	r := check.Result{Target: &doc.Document{File: f}}
	for _, p := range prints {
		r.Findings = append(r.Findings, check.Finding{Rule: "number", Message: "say \"" + p + "\"", Fingerprint: p, Span: text.Span{File: f}})
	}
	return r
}

func same(name string) string { return name }

func every(string) bool { return true }

// TestWrittenForm shows the file: sorted, a line for each finding.
func TestWrittenForm(t *testing.T) {
	r := &check.Report{Results: []check.Result{result("sv/b.md", "0000000000000002", "0000000000000001"), result("sv/a å.md", "0000000000000003")}}
	const want = `{"schema":"tvilling.baseline/v1"}
{"target":"sv/a å.md","rule":"number","fingerprint":"0000000000000003","message":"say \"0000000000000003\""}
{"target":"sv/b.md","rule":"number","fingerprint":"0000000000000001","message":"say \"0000000000000001\""}
{"target":"sv/b.md","rule":"number","fingerprint":"0000000000000002","message":"say \"0000000000000002\""}
`
	var out bytes.Buffer
	if err := Of(r, same).Write(&out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again, err := Read("known.jsonl", out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Of(r, same).Entries(), again.Entries()); diff != "" {
		t.Errorf("read back (-want +got)\n%s", diff)
	}
}

// TestJudge holds a result against what was known: by target and by rules that ran.
func TestJudge(t *testing.T) {
	known := Of(&check.Report{Results: []check.Result{result("a.md", "1", "2"), result("b.md", "3")}}, same)
	res := result("a.md", "2", "3")
	known.Judge(&res, "a.md", every)
	if res.Findings[0].Standing != check.Persisting || res.Findings[1].Standing != check.New {
		t.Errorf("2 is %v, 3 is %v", res.Findings[0].Standing, res.Findings[1].Standing)
	}
	if len(res.Fixed) != 1 || res.Fixed[0].Fingerprint != "1" {
		t.Errorf("fixed are %v", res.Fixed)
	}
	known.Judge(&res, "a.md", func(rule string) bool { return rule != "number" })
	if len(res.Fixed) != 0 {
		t.Errorf("a rule that did not run has fixed %v", res.Fixed)
	}
}

func TestReadTellsWhereItIsBroken(t *testing.T) {
	const head = `{"schema":"tvilling.baseline/v1"}` + "\n"
	for content, want := range map[string]string{
		"":                                  "known.jsonl:1:1: is empty; make one with tvilling baseline create",
		"{}\n":                              "known.jsonl:1:1: this is no baseline of tvilling; make one with tvilling baseline create",
		`{"schema":"tvilling.baseline/v2"}`: `known.jsonl:1:1: a baseline of the form "tvilling.baseline/v2", which this version does not know; it reads tvilling.baseline/v1`,
		head + "\n" + `{"target":"å",x}`:    "known.jsonl:3:15: invalid character 'x' looking for beginning of object key string",
		head + `{"target":1}`:               "known.jsonl:2:11: a number stands here; a string is needed",
		head + `{"target":"a"}`:             "known.jsonl:2:1: an entry needs a target and a fingerprint",
		head + `{"line":3}`:                 `known.jsonl:2:1: unknown field "line"`,
		head + ">>>>>>> main\n":             "known.jsonl:2:1: a merge conflict is left here; keep the lines of both sides, or run tvilling baseline update",
	} {
		if _, err := Read("known.jsonl", []byte(content)); err == nil || err.Error() != want {
			t.Errorf("%q\n got %v\nwant %s", content, err, want)
		}
	}
}

// FuzzRead: anything is read or refused with a place, and what is read is
// written as something that reads the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema":"tvilling.baseline/v1"}` + "\n" + `{"target":"a","rule":"r","fingerprint":"1","message":"m"}` + "\n"))
	f.Add([]byte("{}\n<<<<<<<\n"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := Read("x", content)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x:") {
				t.Errorf("%v has no place", err)
			}
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := Read("x", out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b.Entries(), again.Entries()); diff != "" {
			t.Error(diff)
		}
	})
}
