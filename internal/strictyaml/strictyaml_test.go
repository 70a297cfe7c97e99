package strictyaml

import (
	"fmt"
	"strings"
	"testing"
)

// read is a small reader of settings, such as a caller writes.
func read(d *Document) string {
	m := d.Root().Mapping("name", "tags", "strict", "depth", "share", "level", "inner")
	var out []string
	put := func(key string, v any) { out = append(out, fmt.Sprintf("%s=%v", key, v)) }
	if m.Has("name") {
		put("name", m.Get("name").String().Text)
	}
	for _, s := range m.Get("tags").Strings() {
		put("tag", s.Text)
	}
	if m.Has("strict") {
		put("strict", m.Get("strict").Bool())
	}
	if m.Has("depth") {
		put("depth", m.Get("depth").Int(1, 9))
	}
	if m.Has("share") {
		put("share", m.Get("share").Float(0, 1))
	}
	if m.Has("level") {
		put("level", m.Get("level").OneOf("error", "warning"))
	}
	for _, v := range m.Get("inner").List() {
		put("inner", v.Mapping("a").Get("a").String().Text)
	}
	return strings.Join(out, " ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"text, list, flag, numbers", "name: Å\ntags: [x, y]\nstrict: true\ndepth: 3\nshare: 0.5\nlevel: error\n",
			"name=Å tag=x tag=y strict=true depth=3 share=0.5 level=error"},
		{"one text is a list of one", "tags: x\n", "tag=x"},
		{"an unquoted number or word is text where text is wanted", "name: 5\ntags: [no, 1.5]\n", "name=5 tag=no tag=1.5"},
		{"an alias stands for its anchor", "name: &n Lømo\ntags: [*n]\n", "name=Lømo tag=Lømo"},
		{"an empty file is an empty mapping", "", ""},
		{"CRLF", "name: x\r\ntags: [y]\r\n", "name=x tag=y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Read("f.yaml", []byte(c.yaml))
			if got := read(d); got != c.want {
				t.Errorf("read %q, want %q", got, c.want)
			}
			if err := d.Err(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"an unknown key names its neighbour", "name: x\ntgas: [y]\n", `f.yaml:2:1: unknown key "tgas"; did you mean "tags"?`},
		{"a key that is near none lists all", "zzzzzz: 1\n", `f.yaml:1:1: unknown key "zzzzzz"; known are name, tags, strict, depth, share, level, inner`},
		{"a key twice", "name: x\nname: y\n", `f.yaml:2:1: key "name" stands twice, first on line 1`},
		{"a list for text", "name: [x]\n", `f.yaml:1:7: must be text, but is a list`},
		{"nothing for text", "name:\n", `f.yaml:1:6: has no value; write text`},
		{"text for a flag", "strict: maybe\n", `f.yaml:1:9: must be true or false, but is text (maybe)`},
		{"yes is no flag", "strict: yes\n", `f.yaml:1:9: must be true or false, but is text (yes)`},
		{"a number out of range", "depth: 12\n", `f.yaml:1:8: must lie between 1 and 9, but is 12`},
		{"not a number is out of every range", "share: .nan\n", `f.yaml:1:8: must be a number, but is a number (.nan)`},
		{"none of the options", "level: eror\n", `f.yaml:1:8: "eror" is none of error, warning; did you mean "error"?`},
		{"a mapping inside a list of text", "tags:\n  - x\n  - {a: b}\n", `f.yaml:3:5: must be text, but is a mapping`},
		{"the root is a list", "- x\n", `f.yaml:1:1: must be a mapping (key: value), but is a list`},
		{"columns count characters", "inner: [{å: 1}]\n", `f.yaml:1:10: unknown key "å"; known are a`},
		{"two mistakes are both told, in order", "depth: x\nstrict: 3\n",
			"f.yaml:1:8: must be a whole number, but is text (x)\nf.yaml:2:9: must be true or false, but is a number (3)"},
		{"broken syntax", "name: 'x\n", `not valid YAML`},
		{"a tab as indentation", "inner:\n\t- a: 1\n", `f.yaml:2:1: not valid YAML: found character that cannot start any token`},
		{"a second document", "name: x\n---\nname: y\n", `f.yaml:2:1: a second document begins here; only one is read`},
		{"not UTF-8", "name: \xff\n", `f.yaml: is not UTF-8`},
		{"an alias of itself", "tags: &a [*a]\n", `f.yaml:1:11: must be text, but is a list`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Read("f.yaml", []byte(c.yaml))
			read(d)
			err := d.Err()
			if err == nil {
				t.Fatal("no mistake was found")
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

// Nested aliases that would expand to a billion values end in a mistake.
func TestAliasBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 9; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	d := Read("f.yaml", []byte(b.String()))
	var walk func(v Value) int
	walk = func(v Value) int {
		n := 1
		if v.IsList() {
			for _, i := range v.List() {
				n += walk(i)
			}
		}
		return n
	}
	for _, key := range d.Root().Mapping().Keys {
		walk(d.Root().Mapping().Get(key.Text))
	}
	if err := d.Err(); err == nil || !strings.Contains(err.Error(), "aliases expand") {
		t.Errorf("the bomb went off: %v", err)
	}
}

func TestBytes(t *testing.T) {
	content := "å: x\nname: \"två ord\"\ntags: ['a', b]\n"
	m := Read("f.yaml", []byte(content)).Root().Mapping()
	got := map[string]string{}
	for _, key := range []string{"å", "name"} {
		start, end := m.Get(key).Bytes()
		got[key] = content[start:end]
	}
	if got["å"] != "x" || got["name"] != "två ord" {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("name: x\ntags: [a, b]\nstrict: true\n"))
	f.Add([]byte("inner: &a [*a]\n"))
	f.Add([]byte("inner:\n  - {a: &x b}\n  - a: *x\n---\n"))
	f.Add([]byte("? [a]\n: b\n<<: {a: 1}\n"))
	f.Add([]byte("a: |\n  x\n b: >-\n"))
	f.Add([]byte("!!binary x: !!set {}\n\u2028a: 'b''c'"))
	f.Fuzz(func(t *testing.T, content []byte) {
		d := Read("f.yaml", content)
		read(d)
		err := d.Err()
		if err == nil {
			return
		}
		for _, e := range err.(Errors) {
			if e.Message == "" || e.Line < 0 || e.Line > 0 && e.Column < 1 {
				t.Errorf("a mistake without place or words: %+v", e)
			}
		}
		for _, key := range d.Root().Mapping().Keys {
			start, end := key.Value.Bytes()
			if start < 0 || end < start || end > len(content) {
				t.Errorf("key %q at [%d,%d) of %d bytes", key.Text, start, end, len(content))
			}
		}
	})
}
