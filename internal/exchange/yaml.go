package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/lazy"
	"tvilling/internal/term"
)

// marshal writes a glossary as people write it, and says on which line each term begins.
func marshal(g *term.Glossary) (content []byte, lines []int) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "source: %s\ntarget: %s\n", g.Source.Code, g.Target.Code)
	domain := commonDomain(g.Terms)
	if domain != "" {
		fmt.Fprintf(&b, "domain: %s\n", scalar(domain))
	}
	if g.OneWay {
		b.WriteString("oneway: true\n")
	}
	b.WriteString("terms:\n")
	line := bytes.Count(b.Bytes(), []byte("\n"))
	for _, t := range g.Terms {
		lines = append(lines, line+1)
		one := Term(t, domain)
		b.WriteString(one)
		line += strings.Count(one, "\n")
	}
	return b.Bytes(), lines
}

// commonDomain is the domain that all terms have; "" when they differ.
func commonDomain(terms []*term.Term) string {
	for _, t := range terms {
		if t.Domain != terms[0].Domain {
			return ""
		}
	}
	if len(terms) == 0 {
		return ""
	}
	return terms[0].Domain
}

// Term is one term as an item of the list of terms, indented by two spaces. Its
// domain is left out when it is the file's.
func Term(t *term.Term, fileDomain string) string {
	var b strings.Builder
	put := func(key, value string) {
		if value == "" {
			return
		}
		lead := "    "
		if b.Len() == 0 {
			lead = "  - "
		}
		b.WriteString(lead + key + ": " + value + "\n")
	}
	put("source", list(t.Source))
	if !t.Keep || !slices.Equal(t.Target, t.Source) {
		put("target", list(t.Target))
	}
	put("abbreviation", scalar(t.Abbreviation))
	if t.TargetAbbreviation != t.Abbreviation {
		put("targetAbbreviation", scalar(t.TargetAbbreviation))
	}
	put("allowed", bracketed(t.Allowed))
	put("forbidden", bracketed(t.Forbidden))
	if t.Keep {
		put("keep", "true")
	}
	if t.CaseSensitive {
		put("case", "sensitive")
	}
	if t.Mode != term.Auto {
		put("match", t.Mode.String())
	}
	put("forms", bracketed(t.Forms))
	put("note", scalar(t.Note))
	if t.Domain != fileDomain {
		put("domain", scalar(t.Domain))
	}
	return b.String()
}

// list is one text alone, several in brackets.
func list(forms []string) string {
	if len(forms) == 1 {
		return scalar(forms[0])
	}
	return bracketed(forms)
}

func bracketed(forms []string) string {
	if len(forms) == 0 {
		return ""
	}
	quoted := make([]string, len(forms))
	for i, f := range forms {
		quoted[i] = scalar(f)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

var (
	// plainScalar needs no quotes anywhere, in brackets neither: letters first, then
	// nothing that YAML 1.1 takes for a sign.
	plainScalar = lazy.Regexp(`^\p{L}[\p{L}\p{M}\p{N} ()./+®™’–-]*$`)
	// notText would be read as something else than text.
	notText = lazy.Regexp(`(?i)^(y|n|yes|no|on|off|true|false|null|nan|inf)$`)
)

// scalar is text as a YAML scalar, in quotes where it must be; "" for "".
func scalar(s string) string {
	if s == "" || plainScalar().MatchString(s) && !notText().MatchString(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x10000 && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
