package cite

import (
	"fmt"
	"testing"
)

// pairOf makes a pair of two entries.
func pairOf(source, target string) Pair {
	s, t := refs(source), refs(target)
	return Pair{Source: s.Entries[0], Target: t.Entries[0], Confidence: 1}
}

func (d *Difference) describe() string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf("%s %s", d.Kind, d.Change)
}

func TestTitles(t *testing.T) {
	entry := func(title string) string {
		return "Malenka RC, Bear MF. " + title + ". Neuron. 2004;44(1):5-21."
	}
	for _, c := range []struct{ source, target, want string }{
		{"LTP and LTD: an embarrassment of riches", "LTP and LTD: An embarrassment of riches", ""},
		{"LTP and LTD: an embarrassment of riches", "LTP and LTD – an Embarrassment of Riches", ""},
		{"The “magnesium block” of the channel", "The \"magnesium block\" of the channel", ""},
		{"Blood-brain barrier and TNF-α/NF-κB signalling", "Blood–brain barrier and TNF-α / NF-κB signalling", ""},
		{"Enhancement of learning and memory", "Enhancement of learning and memory [Förbättrad inlärning och minne]", ""},
		{"Blood-brain barrier and NF-κB signalling", "Blood-brain barrier and NF-KB signalling", "title altered"},
		{"Memory in Ångström units of the cell", "Memory in Angström units of the cell", "title altered"},
		{"DNA repair in the ageing brain", "Dna repair in the ageing brain", "title altered"},
		{"Enhancement of learning and memory by magnesium", "Enhancement of learning by magnesium", "title altered"},
		{"Enhancement of learning and memory by elevating brain magnesium", "Förbättring av lärande och minne genom att höja hjärnmagnesium", "title translated"},
		{"Magnesium in Prevention and Therapy", "Magnesium i förebyggande och behandling", "title translated"},
		{"Efficacy of MMFS-01 in Older Adults: A Randomized, Double-Blind, Placebo-Controlled Trial", "Efficacy of MMFS-01 in Older Adults: En randomiserad, dubbelblind, placebokontrollerad studie", "title half translated"},
		{"Vitamins for all of us: a randomized placebo-controlled trial", "Vitaminer åt oss alla som behöver: a randomized placebo-controlled trial", "title half translated"},
	} {
		d := pairOf(entry(c.source), entry(c.target)).Titles(nil)
		if got := d.describe(); got != c.want {
			t.Errorf("%q → %q: got %q, want %q", c.source, c.target, got, c.want)
		}
	}
}

func TestHalfTranslatedTitleSaysWhere(t *testing.T) {
	d := pairOf(
		"Liu G. Efficacy of MMFS-01 in Older Adults: A Randomized, Double-Blind, Placebo-Controlled Trial. J Test. 2016;49:971-990.",
		"Liu G. Efficacy of MMFS-01 in Older Adults: En randomiserad, dubbelblind, placebokontrollerad studie. J Test. 2016;49:971-990.",
	).Titles(nil)
	if d == nil || d.Change != HalfTranslated {
		t.Fatalf("got %+v", d)
	}
	if got := d.Target[:d.At]; got != "Efficacy of MMFS-01 in Older Adults: " {
		t.Errorf("the title turns after %q", got)
	}
	if d.Span.Text() != d.TargetPart || d.SourcePart != "A Randomized, Double-Blind, Placebo-Controlled Trial" {
		t.Errorf("span %q, target part %q, source part %q", d.Span.Text(), d.TargetPart, d.SourcePart)
	}
	if d.Foreign == nil || d.Foreign.Code != "sv" {
		t.Errorf("the foreign part is taken for %v", d.Foreign)
	}
}

func TestSameVenue(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Journal of Alzheimer's Disease", "J Alzheimers Dis", true},
		{"J. Alzheimer’s Dis.", "Journal of Alzheimer's Disease", true},
		{"Proceedings of the National Academy of Sciences", "Proc Natl Acad Sci U S A", true},
		{"Proceedings of the National Academy of Sciences", "PNAS", true},
		{"The Journal of Physiology", "J Physiol", true},
		{"Sleep Medicine: X", "Sleep Med X", true},
		{"Trends in Cognitive Sciences", "Trends Cogn Sci", true},
		{"Neuron", "neuron", true},
		{"Farrar, Straus and Giroux", "Farrar, Straus & Giroux", true},
		{"Sleep Medicine: X", "Sömnmedicin: X", false},
		{"Sleep Medicine", "Sleep", false},
		{"Nature", "Naturen", false},
		{"Neuron", "Neuronet", false},
		{"Circulation", "Circ", true},
		{"Nature", "Science", false},
		{"Journal of Physiology", "Journal of Psychology", false},
		{"Journal of Physiology", "Fysiologisk tidskrift", false},
	} {
		if got := sameVenue(c.a, c.b); got != c.want {
			t.Errorf("sameVenue(%q, %q) = %v", c.a, c.b, got)
		}
		if sameVenue(c.a, c.b) != sameVenue(c.b, c.a) {
			t.Errorf("sameVenue(%q, %q) depends on the order", c.a, c.b)
		}
	}
}

func TestAuthors(t *testing.T) {
	entry := func(authors string) string {
		return authors + " (2004). LTP and LTD: an embarrassment of riches. Neuron, 44(1), 5-21."
	}
	for _, c := range []struct{ source, target, want string }{
		{"Bliss, T. V. P., & Lømo, T.", "Bliss, T.V.P. och Lømo, T.", ""},
		{"Bliss, T. V. P., & Lømo, T.", "Bliss TVP, Lømo T", ""},
		{"Bliss, T. V. P., & Lømo, T.", "Tim Bliss och Terje Lømo", ""},
		{"Bliss, T. V. P., & Lømo, T.", "Bliss, T. V. P., & Lomo, T.", "author altered"},
		{"Gröber, U., & Kisters, K.", "Gröber, U., & Kisters, L.", "author altered"},
		{"Bliss, T., Lømo, T., & Bear, M.", "Bliss, T., & Lømo, T.", "author lost"},
		{"Bliss, T., Lømo, T., & Bear, M.", "Bliss, T., m.fl.", ""},
		{"Bliss, T., Lømo, T., et al.", "Bliss, T., Lømo, T., m.fl.", ""},
		{"Bliss, T., Lømo, T., et al.", "Bliss, T., & Lømo, T.", "et al. lost"},
		{"Bliss, T., & Lømo, T.", "Bliss, T., Lømo, T., & Okafor, N.", "author altered"},
	} {
		if got := pairOf(entry(c.source), entry(c.target)).Authors().describe(); got != c.want {
			t.Errorf("%q → %q: got %q, want %q", c.source, c.target, got, c.want)
		}
	}
}

func TestFacts(t *testing.T) {
	for _, c := range []struct{ source, target, want string }{
		{"2010;65(2):165-177.", "2010; 65(2): 165–77.", ""},
		{"2010;65(2):165-177.", "2010; 65(2): s. 165–177.", ""},
		{"2010;65(2):165-177.", "2010;65(2):156-177.", "pages altered"},
		{"2010;65(2):165-177.", "2010;65(3):165-177.", "issue altered"},
		{"2010;65(2):165-177.", "2010;66(2):165-177.", "volume altered"},
		{"2010;65(2):165-177.", "2011;65(2):165-177.", "year altered"},
		{"2010;65(2):165-177.", "2010;65(2).", "pages lost"},
		{"2010 Aug 17;65(2):165-177.", "2010 augusti 17;65(2):165-177.", ""},
		{"2010 Aug 17;65(2):165-177.", "2010 Sep 17;65(2):165-177.", "date altered"},
		{"2010;65(2):165-177. doi:10.1016/j.Neuron.2009", "2010;65(2):165-177. https://doi.org/10.1016/j.neuron.2009.", ""},
		{"2010;65(2):165-177. doi:10.1016/j.neuron.2009", "2010;65(2):165-177. doi:10.1016/j.neuron.2019", "DOI altered"},
		{"2010;65(2):165-177. PMID: 20152124", "2010;65(2):165-177.", "PMID lost"},
	} {
		p := pairOf("Slutsky I, Wu LJ. Enhancement of learning. Neuron. "+c.source, "Slutsky I, Wu LJ. Enhancement of learning. Neuron. "+c.target)
		got := p.Years().describe()
		for _, d := range append(p.Locators(), p.Identifiers()...) {
			got += d.describe()
		}
		if got != c.want {
			t.Errorf("%q → %q: got %q, want %q", c.source, c.target, got, c.want)
		}
	}
}

func TestReadDate(t *testing.T) {
	want := day{2024, 8, 17}
	for _, s := range []string{"August 17, 2024", "17 augusti 2024", "den 17 augusti 2024", "2024-08-17", "2024 Aug 17", "2024, August 17", "2024, 17 augusti", "17 Aug. 2024", "Aug. 17, 2024"} {
		if got := readDate(s); got != want {
			t.Errorf("readDate(%q) = %v", s, got)
		}
	}
}

// TestNothingDiffersFromItself on every entry of testdata/cite.
func TestNothingDiffersFromItself(t *testing.T) {
	for _, g := range readGold(t) {
		p := pairOf(g.text, g.text)
		all := append(append(p.Locators(), p.Identifiers()...), p.Titles(nil), p.Venues(), p.Authors(), p.Years())
		for _, d := range all {
			if d != nil {
				t.Errorf("%s: %s", d.describe(), g.text)
			}
		}
	}
}
