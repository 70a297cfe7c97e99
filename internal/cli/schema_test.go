package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestJSONHoldsToItsSchema checks the report of the demo article, which has
// findings of most kinds, against docs/check.schema.json.
func TestJSONHoldsToItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/check.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	article := func(name string) string { return filepath.Join("../../testdata/articles/sleep-and-memory", name) }
	var out, complaints bytes.Buffer
	status := run(env{&out, &complaints, os.Getenv}, []string{"check", article("en.md"), article("sv.txt"), "--glossary", article("glossary.yaml"), "--format", "json"})
	if status != exitFindings {
		t.Fatalf("exit status %d: %s", status, complaints.String())
	}
	value, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Error(err)
	}
}

// TestFingerprintsSurviveEditsElsewhere adds lines above the findings and expects
// the same fingerprints.
func TestFingerprintsSurviveEditsElsewhere(t *testing.T) {
	const source = "# Sleep\n\nThe study followed 1,234 adults in one town.\n"
	const target = "# Sömn\n\nStudien följde 1 243 vuxna i en stad.\n"
	before := fingerprints(t, source, target)
	after := fingerprints(t, "# Health\n\nSleep is good for everybody.\n\n"+source, "# Hälsa\n\nSömn är bra för alla.\n\n"+target)
	if len(before) != 1 || len(after) != 1 || before[0] != after[0] {
		t.Errorf("fingerprints %v became %v", before, after)
	}
}

func fingerprints(t *testing.T, source, target string) []string {
	t.Helper()
	dir := t.TempDir()
	en, sv := filepath.Join(dir, "en.md"), filepath.Join(dir, "sv.md")
	for name, content := range map[string]string{en: source, sv: target} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, complaints bytes.Buffer
	run(env{&out, &complaints, os.Getenv}, []string{"check", en, sv, "--format", "json", "--select", "number"})
	var report struct {
		Results []struct {
			Findings []struct{ Fingerprint string }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	var found []string
	for _, f := range report.Results[0].Findings {
		found = append(found, f.Fingerprint)
	}
	return found
}
