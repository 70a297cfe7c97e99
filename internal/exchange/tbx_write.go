package exchange

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/term"
)

// dialect is what the elements of a version of TBX are called.
type dialect struct {
	open, shut             string // around the concepts
	concept, section, word string
}

var (
	tbx3 = dialect{`<tbx type="TBX-Basic" style="dca" xml:lang="%s" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>A glossary of tvilling</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`, "</body></text>\n</tbx>\n", "conceptEntry", "langSec", "termSec"}
	tbx2 = dialect{`<martif type="TBX-Basic" xml:lang="%s">
<martifHeader><fileDesc><sourceDesc><p>A glossary of tvilling</p></sourceDesc></fileDesc></martifHeader>
<text><body>
`, "</body></text>\n</martif>\n", "termEntry", "langSet", "tig"}
)

// writeTBX writes concepts with preferred, admitted and deprecated terms. What TBX
// has no place for goes into a note that only tvilling reads.
func writeTBX(w io.Writer, g *term.Glossary, d dialect) error {
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header)
	fmt.Fprintf(b, d.open, g.Source.Code)
	for i, t := range g.Terms {
		fmt.Fprintf(b, "<%s id=\"c%d\">\n", d.concept, i+1)
		if t.Domain != "" {
			fmt.Fprintf(b, "  <descrip type=\"subjectField\">%s</descrip>\n", escape(t.Domain))
		}
		if t.Note != "" {
			fmt.Fprintf(b, "  <note>%s</note>\n", escape(t.Note))
		}
		if note := extras(t); note != "" {
			fmt.Fprintf(b, "  <note>%s</note>\n", escape(note))
		}
		fmt.Fprintf(b, "  <%s xml:lang=\"%s\">\n", d.section, g.Source.Code)
		d.words(b, t.Source, "preferredTerm-admn-sts", "")
		d.words(b, some(t.Abbreviation), "preferredTerm-admn-sts", "acronym")
		fmt.Fprintf(b, "  </%s>\n  <%s xml:lang=\"%s\">\n", d.section, d.section, g.Target.Code)
		d.words(b, t.Target, "preferredTerm-admn-sts", "")
		d.words(b, some(t.TargetAbbreviation), "preferredTerm-admn-sts", "acronym")
		d.words(b, t.Allowed, "admittedTerm-admn-sts", "")
		d.words(b, t.Forbidden, "deprecatedTerm-admn-sts", "")
		fmt.Fprintf(b, "  </%s>\n</%s>\n", d.section, d.concept)
	}
	b.WriteString(d.shut)
	return b.Flush()
}

func some(form string) []string {
	if form == "" {
		return nil
	}
	return []string{form}
}

func (d dialect) words(b *bufio.Writer, forms []string, status, kind string) {
	for _, f := range forms {
		fmt.Fprintf(b, "    <%s><term>%s</term><termNote type=\"administrativeStatus\">%s</termNote>", d.word, escape(f), status)
		if kind != "" {
			fmt.Fprintf(b, "<termNote type=\"termType\">%s</termNote>", kind)
		}
		fmt.Fprintf(b, "</%s>\n", d.word)
	}
}

// extras is the note for what TBX has no place for; "" when there is nothing.
func extras(t *term.Term) string {
	x := extra{Keep: t.Keep, Case: t.CaseSensitive, Forms: t.Forms}
	if t.Mode != term.Auto {
		x.Match = t.Mode.String()
	}
	if !x.Keep && !x.Case && x.Match == "" && len(x.Forms) == 0 {
		return ""
	}
	note, _ := json.Marshal(x) // a struct of texts and booleans cannot fail
	return ours + " " + string(note)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
