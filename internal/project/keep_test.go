package project

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// TestKeep fills every field there is, so that a new one that is not kept fails.
func TestKeep(t *testing.T) {
	source, target := text.NewFile("en.md", "Sleep well tonight."), text.NewFile("sv.md", "Sov gott i natt.")
	r := &check.Result{
		Source: &doc.Document{File: source, Format: "markdown", Lang: lang.For("en")},
		Target: &doc.Document{File: target, Format: "text", Lang: lang.For("sv")},
		Words:  3,
	}
	var f check.Finding
	fill(reflect.ValueOf(&f).Elem(), []text.Span{{File: source, Start: 2, End: 5}, {File: target, Start: 4, End: 8}})
	r.Findings = []check.Finding{f}
	r.Suppressed = []check.Suppressed{{Finding: f, Reason: "judged"}}
	encoded, err := Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(encoded, source, target)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back, cmpopts.IgnoreUnexported(text.File{}, doc.Document{}), cmp.Comparer(func(a, b *lang.Language) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}

// fill gives every field a value that is not zero; spans alternate.
func fill(v reflect.Value, spans []text.Span) {
	switch {
	case v.Type() == reflect.TypeFor[text.Span]():
		v.Set(reflect.ValueOf(spans[0]))
		spans[0], spans[1] = spans[1], spans[0]
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), spans)
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), spans)
		fill(v.Index(1), spans)
	case v.Kind() == reflect.String:
		v.SetString("å\n\"x\"")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.CanUint():
		v.SetUint(2)
	case v.CanInt():
		v.SetInt(2)
	}
}

func TestEncodeRefusesOtherFiles(t *testing.T) {
	f := text.NewFile("a", "a")
	d := &doc.Document{File: f, Lang: lang.For("sv")}
	r := &check.Result{Source: d, Target: d, Findings: []check.Finding{{Span: text.Span{File: text.NewFile("b", "b")}}}}
	if _, err := Encode(r); err == nil {
		t.Error("a finding in a third file was kept")
	}
}

// Whatever lies in the cache, decoding it fails or gives places inside the files.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"Source":{"Lang":"en"},"Target":{"Lang":"sv"},"Findings":[{"Severity":2,"Span":[1,0,3],"Passages":[[0,1,2]]}]}`))
	f.Add([]byte(`{"Source":{"Lang":"en"},"Target":{"Lang":"sv"},"Findings":[{"Severity":9,"Span":[7,-1,3]}]}`))
	source, target := text.NewFile("en.md", "Sleep."), text.NewFile("sv.md", "Sov gott.")
	f.Fuzz(func(t *testing.T, encoded []byte) {
		r, err := Decode(encoded, source, target)
		if err != nil {
			return
		}
		for _, finding := range r.Findings {
			_ = finding.Severity.String()
			_ = finding.Span.Text()
			for _, p := range finding.Passages {
				_ = p.Text()
			}
		}
	})
}
