package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

const (
	printSource = `# Sleep and health

The study followed 1,234 adults in one town. They slept in their own beds, and wrote a diary every morning.

> The quoted paragraph tells of 55 things that happened in the clinic during a long and cold winter by the sea.

Nobody was paid for it, and everybody was offered a copy of the report.

## Methods

- The first group went to bed at ten
- The second group had 15 members
- The third group read a book

We measured the heart with a belt, and the breath with a mask that weighed 120 grams.

## Results

The nights grew longer, and the days grew calmer, in every group that we asked.

Those who had read a book slept best of all, which surprised nobody at the clinic.
`
	printTarget = `# Sömn och hälsa

Studien följde 1 243 vuxna i en stad. De sov i sina egna sängar,och skrev dagbok varje morgon.

> Det citerade stycket berättar om 56 saker som hände på kliniken under en lång och kall vinter vid havet.

## Metoder

- Den första gruppen gick till sängs klockan tio
- Den andra gruppen hade 16 medlemmar
- Den tredje gruppen läste en bok

Vi mätte hjärtat med ett bälte, och andningen med en mask som vägde 120 gram.

## Resultat

The nights grew longer, and the days grew calmer, in every group that we asked.

De som hade läst en bok sov bäst av alla, vilket inte förvånade någon på kliniken.
`
)

// TestFingerprintsSurvive makes changes that say nothing new, and expects the
// same names for the same findings.
func TestFingerprintsSurvive(t *testing.T) {
	want := names(t, printSource, printTarget)
	if len(want) < 6 {
		t.Fatalf("only %d findings: %v", len(want), want)
	}
	both := func(change func(string) string) func(string, string) (string, string) {
		return func(s, t string) (string, string) { return change(s), change(t) }
	}
	changes := map[string]func(source, target string) (string, string){
		"reflow":         func(s, t string) (string, string) { return s, wrap(t, 40) },
		"reflow of both": both(func(s string) string { return wrap(s, 30) }),
		"line ends":      both(func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }),
		"a paragraph above": func(s, t string) (string, string) {
			return "Sleep is good for everybody.\n\n" + s, "Sömn är bra för alla.\n\n" + t
		},
		"a paragraph after the one with the mistake": func(s, t string) (string, string) {
			return strings.Replace(s, "every morning.\n", "every morning.\n\nThe diaries were blue and had lines.\n", 1),
				strings.Replace(t, "varje morgon.\n", "varje morgon.\n\nDagböckerna var blå och hade linjer.\n", 1)
		},
		"a sentence beside the one with the mistake": func(s, t string) (string, string) {
			return strings.Replace(s, "every morning.", "every morning. The diaries were blue.", 1),
				strings.Replace(t, "varje morgon.", "varje morgon. Dagböckerna var blå.", 1)
		},
		"sections in another order": both(func(s string) string {
			parts := strings.Split(s, "## ")
			return parts[0] + "## " + strings.TrimSpace(parts[2]) + "\n\n## " + parts[1]
		}),
		"emphasis written another way": both(func(s string) string {
			return strings.NewReplacer("own", "*own*", "egna", "*egna*").Replace(s)
		}),
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, names(t, first(change(printSource, printTarget)), second(change(printSource, printTarget)))); diff != "" {
				t.Errorf("(-before +after)\n%s", diff)
			}
		})
	}
}

// TestFingerprintsOutliveTheirNeighbours mends a space in a sentence in which a
// number is wrong too: that is still the one that was known.
func TestFingerprintsOutliveTheirNeighbours(t *testing.T) {
	source := "# Sleep\n\nThe study followed 1,234 adults, all healthy.\n"
	before := names(t, source, "# Sömn\n\nStudien följde 1 243 vuxna,alla friska.\n")
	after := names(t, source, "# Sömn\n\nStudien följde 1 243 vuxna, alla friska.\n")
	if len(before) != 2 || len(after) != 1 || !slices.Contains(before, after[0]) {
		t.Errorf("%v became %v", before, after)
	}
}

// TestFingerprintsTellApart: another number, another sentence, another rule and a
// second mistake of the kind are not what was known.
func TestFingerprintsTellApart(t *testing.T) {
	known := names(t, printSource, printTarget)
	for name, target := range map[string]string{
		"another number":   strings.Replace(printTarget, "1 243", "1 342", 1),
		"another sentence": strings.Replace(printTarget, "vuxna i en stad", "vuxna i en stor stad", 1),
		"one more":         strings.Replace(printTarget, "sov bäst av", "sov sov bäst av", 1),
	} {
		t.Run(name, func(t *testing.T) {
			fresh := slices.DeleteFunc(names(t, printSource, target), func(n string) bool { return slices.Contains(known, n) })
			if len(fresh) != 1 {
				t.Errorf("new are %v", fresh)
			}
		})
	}
}

func first(s, _ string) string  { return s }
func second(_, s string) string { return s }

// names are the rules and fingerprints of all findings, sorted.
func names(t *testing.T, source, target string) []string {
	t.Helper()
	res, err := review.Pair(text.NewFile("en.md", source), text.NewFile("sv.md", target), review.Options{
		SourceLang: "en", TargetLang: "sv", SourceFormat: parse.Markdown, TargetFormat: parse.Markdown, Rules: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range res.Findings {
		out = append(out, f.Rule+" "+f.Fingerprint)
	}
	slices.Sort(out)
	return out
}

// wrap breaks the lines of Markdown paragraphs and quotations at a width.
func wrap(s string, width int) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		lead := ""
		if strings.HasPrefix(line, ">") {
			lead = "> "
		}
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "-") {
			out.WriteString(line)
			continue
		}
		column := 0
		for i, w := range strings.Fields(strings.TrimPrefix(line, ">")) {
			switch {
			case i == 0:
				out.WriteString(lead)
			case column+len(w) > width:
				out.WriteString("\n" + lead)
				column = 0
			default:
				out.WriteString(" ")
			}
			out.WriteString(w)
			column += len(w) + 1
		}
		out.WriteString("\n")
	}
	return out.String()
}
