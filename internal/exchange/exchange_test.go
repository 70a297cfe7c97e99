package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tvilling/internal/lang"
	"tvilling/internal/strictyaml"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// read imports a file of that name and shows the YAML, or every mistake.
func read(name, content string, o Options) (yaml string, ignored []string, err error) {
	got, err := Read(text.NewFile(name, content), FormatOf(name), o)
	if err != nil {
		return "", nil, err
	}
	return string(got.YAML), got.Ignored, nil
}

const header = "source: en\ntarget: sv\n"

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, file, content, want string }{
		{"our own columns", "a.csv", "source,target,abbreviation,allowed,forbidden,note\nlong-term potentiation,långtidspotentiering,LTP,LTP-fenomenet,långvarig förstärkning | långvarig potentiation,\"a, b\"\n", `terms:
  - source: long-term potentiation
    target: långtidspotentiering
    abbreviation: LTP
    allowed: [LTP-fenomenet]
    forbidden: [långvarig förstärkning, långvarig potentiation]
    note: "a, b"
`},
		{"a table of a translation service, without names", "a.csv", "folder,mapp\nfile,fil\n", "terms:\n  - source: folder\n    target: mapp\n  - source: file\n    target: fil\n"},
		{"columns named by languages, Excel's Swedish way", "a.csv", "sep=;\r\nEnglish;Swedish;Do not translate\r\nQubes;;ja\r\nqueue;kö;\r\n", `terms:
  - source: Qubes
    keep: true
  - source: queue
    target: kö
`},
		{"tabs", "a.tsv", "en\tsv\tsubject\ndose\tdos\tmedicine\n", "domain: medicine\nterms:\n  - source: dose\n    target: dos\n"},
		{"a bar that belongs to a form, words that YAML would take for others", "a.csv", "en,sv\nyes,\"ja\\|jo\"\n\"a: b\",12\n", `terms:
  - source: "yes"
    target: "ja|jo"
  - source: "a: b"
    target: "12"
`},
		{"TBX 2: groups of terms, entities, other languages", "a.tbx", `<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>from a bank</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="eid-1"><descrip type="subjectField">manufacturing</descrip>
 <langSet xml:lang="en-GB"><descrip type="definition">A value &lt; 1.</descrip><tig><term>alpha smoothing factor</term><termNote type="termType">fullForm</termNote></tig></langSet>
 <langSet xml:lang="sv"><ntig><termGrp><term>utjämnings<hi>faktor</hi></term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>alfafaktor</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
 <langSet xml:lang="hu"><tig><term>Alfa</term></tig></langSet>
</termEntry>
</body></text></martif>`, `domain: manufacturing
terms:
  - source: alpha smoothing factor
    target: utjämningsfaktor
    forbidden: [alfafaktor]
    note: "A value < 1."
`},
		{"TBX 3, elements for notes, an acronym", "a.tbx", `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">
<tbxHeader/><text><body>
<conceptEntry id="c1"><min:subjectField>biology</min:subjectField>
 <langSec xml:lang="en"><termSec><term>magnetic resonance imaging</term></termSec><termSec><term>MRI</term><min:termType>acronym</min:termType></termSec></langSec>
 <langSec xml:lang="sv"><termSec><term>magnetresonanstomografi</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>magnetkamera</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>MRT</term><min:termType>acronym</min:termType></termSec></langSec>
</conceptEntry></body></text></tbx>`, `domain: biology
terms:
  - source: magnetic resonance imaging
    target: magnetresonanstomografi
    abbreviation: MRI
    targetAbbreviation: MRT
    allowed: [magnetkamera]
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _, err := read(c.file, c.content, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(header+c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	const open, shut = `<tbx><text><body>`, `</body></text></tbx>`
	for _, c := range []struct{ name, file, content, want string }{
		{"a quote that is not closed", "a.csv", "en,sv\nx,\"y\nz,å\n", "a.csv:3:6: extraneous or missing \" in quoted-field"},
		{"no names for three columns", "a.csv", "x,y,z\n", "a.csv:1:1: the first row names no source and target column; write source and target, or language codes such as en and sv"},
		{"a row without its term", "a.csv", "en,sv\n,y\n", "a.csv:2:1: the row has no source term"},
		{"what package term finds, at the row's line", "a.csv", "en,sv,match\nx,å,\n\nb,,\nx,ö,\nq,(,regex\n", "a.csv:4:1: term \"b\" has no target; write target: and its rendering, or keep: true for a name that is never translated\n" +
			"a.csv:5:1: term \"x\" stands already on line 4; merge the two, or give each a domain\n" +
			"a.csv:6:1: \"(\" is no regular expression (RE2): missing closing ): `(`"},
		{"cells that say neither yes nor no, a mode that is none", "a.csv", "en,sv,keep,match\nx,y,perhaps,near\n", "a.csv:2:1: column keep has \"perhaps\"; write yes or no\na.csv:2:1: match \"near\" is unknown; use exact, inflected, compound, prefix or regex"},
		{"nothing", "a.csv", "", "a.csv: has no terms in English and Swedish"},
		{"an entity bomb", "a.tbx", "<?xml version=\"1.0\"?>\n<!DOCTYPE tbx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<tbx>&b;</tbx>", "a.tbx:2:57: declares entities of its own, which are not read"},
		{"an entity that nobody declared", "a.tbx", "<tbx>\n<p>&who;</p></tbx>", "a.tbx:2:9: not valid XML: invalid character entity &who;"},
		{"cut off", "a.tbx", open + "\n<conceptEntry>", "a.tbx:2:15: not valid XML: unexpected EOF"},
		{"wrong end", "a.tbx", open + "\n</text>", "a.tbx:2:8: not valid XML: element <body> closed by </text>"},
		{"another kind of file", "a.tbx", "<html></html>", "a.tbx:1:7: is not TBX: it begins with <html>, not <tbx> or <martif>"},
		{"a section without language", "a.tbx", open + "<conceptEntry>\n<langSec>" + shut, "a.tbx:2:10: <langSec> says no language; it needs xml:lang"},
		{"a term that is empty", "a.tbx", open + "<conceptEntry><langSec xml:lang='en'>\n<termSec><term/></termSec>" + shut, "a.tbx:2:27: <termSec> has no term"},
		{"a term outside", "a.tbx", open + "<termSec><term>x</term></termSec>" + shut, "a.tbx:1:51: <termSec> stands outside a concept"},
		{"nested without end", "a.tbx", "<tbx>" + strings.Repeat("<a>", 100), "a.tbx:1:198: elements are nested deeper than 64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			yaml, _, err := read(c.file, c.content, Options{})
			if err == nil || err.Error() != c.want {
				t.Errorf("error\n%v\nwant\n%s", err, c.want)
			}
			var all strictyaml.Errors
			if yaml != "" || !errors.As(err, &all) {
				t.Errorf("%q, %T", yaml, err)
			}
		})
	}
}

func TestIgnored(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{"a.csv", "en,sv,ID\nx,y,7\n", `[column "ID"]`},
		{"a.tbx", `<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>x</term></termSec></langSec><langSec xml:lang="sv"><termSec><term>y</term></termSec></langSec><langSec xml:lang="fi"><termSec><term>z</term></termSec></langSec></conceptEntry>
<conceptEntry><langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec></conceptEntry></body></text></tbx>`,
			`[1 concepts that lack a English or a Swedish term terms in language "fi"]`},
	} {
		_, ignored, err := read(c.file, c.content, Options{})
		if got := fmt.Sprint(ignored); err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", c.file, got, err, c.want)
		}
	}
}

// someTerm draws a term that package term accepts.
func someTerm(i int) *rapid.Generator[*term.Term] {
	form := rapid.StringMatching(`[a-zåäö][a-zåäöA-Z:#'"|\\,;<>&® -]{0,12}[a-zåäö]`)
	forms := rapid.SliceOfNDistinct(form, 0, 3, func(s string) string { return strings.ToLower(s) })
	return rapid.Custom(func(t *rapid.T) *term.Term {
		x := &term.Term{
			Source: []string{fmt.Sprintf("t%d %s", i, form.Draw(t, "source"))}, Target: []string{"mål " + form.Draw(t, "target")},
			Allowed: forms.Draw(t, "allowed"), Forms: forms.Draw(t, "forms"),
			Keep: rapid.Bool().Draw(t, "keep"), CaseSensitive: rapid.Bool().Draw(t, "case"),
			Mode: term.Mode(rapid.IntRange(int(term.Auto), int(term.Prefix)).Draw(t, "mode")),
			Note: strings.TrimSpace(rapid.StringMatching(`[a-zA-ZåÅ0-9 :"',|\\\n#-]{0,20}[a-z]?`).Draw(t, "note")), Domain: rapid.SampledFrom([]string{"", "a", "b c"}).Draw(t, "domain"),
			Abbreviation: rapid.SampledFrom([]string{"", "LTP", "AC/DC"}).Draw(t, "abbreviation"),
		}
		x.TargetAbbreviation = x.Abbreviation
		if rapid.Bool().Draw(t, "own abbreviation") {
			x.TargetAbbreviation = "FN"
		}
		for _, f := range forms.Draw(t, "forbidden") {
			x.Forbidden = append(x.Forbidden, "fel "+f)
		}
		return x
	})
}

// What is written in any format is read back as it was.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &term.Glossary{Source: lang.For("en"), Target: lang.For("sv")}
		for i := range rapid.IntRange(1, 4).Draw(t, "terms") {
			g.Terms = append(g.Terms, someTerm(i).Draw(t, "term"))
		}
		content, _ := marshal(g)
		want, err := term.Read(text.NewFile("want.yaml", string(content)))
		if err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		content, _ = marshal(want) // forms with single spaces
		for _, format := range []Format{CSV, TSV, TBX, TBX2} {
			var b bytes.Buffer
			if _, err := Write(&b, want, format); err != nil {
				t.Fatal(err)
			}
			got, err := Read(text.NewFile("got", b.String()), format, Options{})
			if err != nil {
				t.Fatalf("%v\n%s", err, b.String())
			}
			if diff := cmp.Diff(string(content), string(got.YAML)); diff != "" {
				t.Fatalf("%s: %s\n%s", Formats[format-1], diff, b.String())
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"en,sv\nx,\"y|z\"\n", "sep=;\na;b\n", "<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term>x</term></termSec></langSec></conceptEntry></body></text></tbx>",
		"<!DOCTYPE a [<!ENTITY b 'c'>]><martif>&b;</martif>", "<martif><note>tvilling: {\"keep\":1}</note></martif>"} {
		for format := range byte(4) {
			f.Add(seed, format)
		}
	}
	f.Fuzz(func(t *testing.T, content string, format byte) {
		got, err := Read(text.NewFile("f", content), Format(format%4+2), Options{})
		if err != nil {
			return
		}
		if _, err := term.Read(text.NewFile("f.yaml", string(got.YAML))); err != nil {
			t.Errorf("imports what cannot be read: %v\n%s", err, got.YAML)
		}
	})
}
