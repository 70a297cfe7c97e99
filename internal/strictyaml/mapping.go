package strictyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Mapping is a mapping whose keys have been checked.
type Mapping struct {
	Value  Value
	Keys   []String // as written, in order, without duplicates
	values map[string]Value
}

// Mapping reads a mapping that may have only the named keys; any other key is
// reported with the nearest allowed one. Without names every key is allowed.
// A key that stands twice is reported and its first value kept.
func (v Value) Mapping(allowed ...string) Mapping {
	m := Mapping{Value: v, values: map[string]Value{}}
	r, ok := v.resolve()
	if !ok {
		return m
	}
	if r.node.Kind != yaml.MappingNode {
		v.at(r).wrong("a mapping (key: value)")
		return m
	}
	for i := 0; i+1 < len(r.node.Content); i += 2 {
		key := Value{v.doc, r.node.Content[i], r.depth + 1}
		if key.node.Kind != yaml.ScalarNode {
			key.Errorf("a key must be text")
			continue
		}
		m.add(key, Value{v.doc, r.node.Content[i+1], r.depth + 1}, allowed)
	}
	return m
}

func (m *Mapping) add(key, value Value, allowed []string) {
	name := key.node.Value
	if first, twice := m.values[name]; twice {
		key.Errorf("key %q stands twice, first on line %d", clip(name), first.Line())
		return
	}
	if len(allowed) > 0 && !contains(allowed, name) {
		hint := Suggest(name, allowed)
		if hint == "" {
			hint = "; known are " + strings.Join(allowed, ", ")
		}
		key.Errorf("unknown key %q%s", clip(name), hint)
		return
	}
	m.values[name] = value
	m.Keys = append(m.Keys, String{name, key})
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// Get is the value of a key, absent when the key was not written.
func (m Mapping) Get(key string) Value {
	if v, ok := m.values[key]; ok {
		return v
	}
	return Value{doc: m.Value.doc}
}

// Has says that the key was written.
func (m Mapping) Has(key string) bool { _, ok := m.values[key]; return ok }
