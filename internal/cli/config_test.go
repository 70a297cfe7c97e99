package cli

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"tvilling/internal/config"
)

// TestConfigurationPage holds the examples of docs/configuration.md against the
// reader and the schema, and the page against the schema's keys.
func TestConfigurationPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	schema, keys := configSchema(t)
	shown := map[string]bool{}
	for i, example := range yamlBlocks(string(page)) {
		if _, err := config.Read(fmt.Sprintf("example %d", i+1), []byte(example), knownNames()); err != nil {
			t.Error(err)
		}
		var value any
		if err := yaml.Unmarshal([]byte(example), &value); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("example %d:\n%s%v", i+1, example, err)
		}
		collectKeys(value, shown)
	}
	for _, key := range keys {
		if !shown[key] {
			t.Errorf("docs/configuration.md has no example of %s", key)
		}
	}
}

// TestSchemaAgreesWithReader shows mistakes to both: what one refuses the other
// refuses, but for names that only the reader knows.
func TestSchemaAgreesWithReader(t *testing.T) {
	schema, _ := configSchema(t)
	for _, c := range []struct {
		yaml string
		good bool
	}{
		{"", true},
		{"exclude: a\n", true},
		{"rules: {severity: {number: suggestion}}\n", true},
		{"exlude: [a]\n", false},
		{"exclude: /a\n", false},
		{"exclude: [a/../b]\n", false},
		{"baseline: ../b\n", false},
		{"pairs: [{source: a}]\n", false},
		{"pairs: [{source: a, target: b, to: c}]\n", false},
		{"languages: {source: english}\n", false},
		{"rules: {ignore: {number: true}}\n", false},
		{"rules: {severity: {number: fatal}}\n", false},
		{"references: {titles: [keep]}\n", false},
		{"references: {order: sorted}\n", false},
		{"links: {localised: [a]}\n", false},
		{"overrides: [{rules: {}}]\n", false},
		{"formats: {a: docx}\n", false},
		{"suppress: [{paths: a, rule: number, reason: r}]\n", true},
		{"suppress: [{rules: [number, dash], text: 5, reason: r}]\n", true},
		{"suppress: {rule: number}\n", false},
		{"suppress: [{rule: number, reason: r}]\n", false},
		{"suppress: [{paths: a, reason: r}]\n", false},
		{"suppress: [{paths: ../a, rule: number, reason: r}]\n", false},
		{"overrides: [{paths: a, suppress: []}]\n", false},
		{"stamps: front-matter\n", true},
		{"stamps: header\n", false},
		{"fail-level: none\n", false},
		{"- a\n", false},
	} {
		_, err := config.Read("c.yaml", []byte(c.yaml), knownNames())
		if (err == nil) != c.good {
			t.Errorf("%q: the reader says %v", c.yaml, err)
		}
		var value any
		if err := yaml.Unmarshal([]byte(c.yaml), &value); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != c.good {
			t.Errorf("%q: the schema says %v", c.yaml, err)
		}
	}
}

// configSchema is docs/tvilling.schema.json and all keys that it names.
func configSchema(t *testing.T) (*jsonschema.Schema, []string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/tvilling.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile("../../docs/tvilling.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(content)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if properties, ok := v["properties"].(map[string]any); ok {
				for key := range properties {
					found[key] = true
				}
			}
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		}
	}
	walk(value)
	var keys []string
	for key := range found {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return schema, keys
}

func collectKeys(value any, into map[string]bool) {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			into[key] = true
			collectKeys(inner, into)
		}
	case []any:
		for _, inner := range v {
			collectKeys(inner, into)
		}
	}
}

// yamlBlocks are the ```yaml blocks of a page.
func yamlBlocks(page string) []string {
	var out []string
	for _, part := range strings.Split(page, "```yaml\n")[1:] {
		block, _, _ := strings.Cut(part, "```")
		out = append(out, block)
	}
	return out
}
