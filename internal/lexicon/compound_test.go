package lexicon

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Words that are no entries: how they are split, "" for not at all.
var swedishCompounds = map[string]string{
	// two parts, joined as they are
	"hjärnmagnesium": "hjärn magnesium", "magnesiumbrist": "magnesium brist", "barnläkare": "barn läkare",
	"patientgrupp": "patient grupp", "busschaufför": "buss chaufför", "datorskärmen": "dator skärmen",
	"djurstudier": "djur studier", "datalagring": "data lagring", "fotbollsmatch": "fotbolls match",
	// with a linking s, or another vowel
	"tilläggsbehandling": "tilläggs behandling", "behandlingsriktlinjer": "behandlings riktlinjer",
	"åldersgrupp": "ålders grupp", "blodprovstagning": "blodprovs tagning", "livskvalitetsmätning": "livskvalitets mätning",
	"tallriksmodell": "tallriks modell", "tonårsflicka": "tonårs flicka", "bostadspolitiken": "bostads politiken",
	"kvinnosjukdom": "kvinno sjukdom", "gatubelysning": "gatu belysning", "skolgård": "skol gård",
	"njursjukdomar": "njur sjukdomar", "laboratorieresultat": "laboratorie resultat", "museibesök": "musei besök",
	"läkarbesök": "läkar besök", "arbetsmiljöverket": "arbetsmiljö verket", "styrelsemöte": "styrelse möte",
	// the last part inflected
	"forskningsresultaten": "forsknings resultaten", "magnesiumtillskottets": "magnesium tillskottets",
	"musikfestivalen": "musik festivalen", "studiedeltagarna": "studie deltagarna", "bussolyckornas": "buss olyckornas",
	// verbs and adjectives as parts
	"ångestdämpande": "ångest dämpande", "storstadsliv": "storstads liv", "skrivmaskinsord": "skriv maskins ord",
	"sparlampa": "spar lampa", "simhallen": "sim hallen",
	// three parts
	"vattenkvalitetsprov": "vatten kvalitets prov", "långtidsstudie": "lång tids studie",
	// of three equal consonants one is dropped
	"nattåg": "natt tåg", "glasskål": "glas skål", "toppolitiker": "topp politiker",
	// prefixes
	"neuropsykologiska": "neuro psykologiska", "omfördelning": "om fördelning", "superdator": "super dator",
	"mikrovärlden": "mikro världen", "ickevåld": "icke våld",
	// hyphens
	"magnesium-jon": "magnesium jon", "icke-magnesiumbehandlade": "icke magnesium behandlade",
	"eu-länderna": "eu länderna", "läs-och-skriv-program": "läs och skriv program", "xyz-kanalen": "xyz kanalen",
	// entries and their forms are not split
	"sömnkvalitet": "", "hjärtfrekvensen": "", "bokhandel": "", "banan": "", "tillåta": "", "alternativa": "",
	"arbetsmarknaden": "", "utbildningar": "", "befolkningens": "", "förändringar": "", "skottland": "",
	// no known parts
	"acetylkolin": "", "noradrenalin": "", "paracetamol": "", "xyzzyxyzzy": "", "stockholmare": "", "gyllenroy": "",
	"lorazepam": "", "wittgenstein": "", "svensson": "", "andersson": "", "quinoa": "", "kantarell": "", "avokado": "",
	// what looks like a part is an ending
	"trollande": "", "patologisera": "", "balanserar": "", "läsbar": "", "kollegial": "", "bordning": "",
	// too short, too long, or not a word
	"": "", "-": "", "--": "", "ab": "", "åö": "", "håltåg": "hål tåg", "bo": "", "hus-": "", "-hus": "",
	strings.Repeat("barn", 20): "", strings.Repeat("s", 60): "", "\xff\xfebarnbok": "",
}

func TestTargetParts(t *testing.T) {
	l := Load("en", "sv")
	for word, want := range swedishCompounds {
		if diff := cmp.Diff(want, strings.Join(l.TargetParts(word), " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

func TestSourceParts(t *testing.T) {
	l := Load("en", "sv")
	for word, want := range map[string]string{
		"brainstem": "brain stem", "bloodstream": "blood stream", "breastfeeding": "breast feeding",
		"birthplace": "birth place", "filesystem": "file system", "microorganisms": "micro organisms",
		"neurotransmission": "neuro transmission", "reorganized": "re organized", "untouched": "un touched",
		"non-invasive": "non invasive", "double-blinded": "double blinded", "magnesium-treated": "magnesium treated",
		"season": "", "together": "", "carpet": "", "legend": "", "forget": "", "cambridge": "", "quixote": "",
		"database": "", "reagan": "", "hogwarts": "", "unicorn": "", "delhi": "",
	} {
		if diff := cmp.Diff(want, strings.Join(l.SourceParts(word), " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

// A word has its own entries or those of its parts.
func TestInParts(t *testing.T) {
	l := Load("en", "sv")
	for _, c := range []struct {
		inParts         func(string) (own, parts []Entry)
		whole           func(string) []Entry
		parts           func(string) []string
		known, made, no string
	}{
		{l.TargetInParts, l.Target, l.TargetParts, "förändringar", "hjärnmagnesium", "xyzzyxyzzy"},
		{l.SourceInParts, l.Source, l.SourceParts, "together", "neurotransmission", "hogwarts"},
	} {
		for _, word := range []string{c.known, c.made, c.no} {
			own, parts := c.inParts(word)
			var want []Entry
			for _, p := range c.parts(word) {
				want = append(want, c.whole(p)...)
			}
			if !slices.Equal(own, c.whole(word)) || !slices.Equal(parts, want) || len(parts) > 0 != (word == c.made) {
				t.Errorf("%q has the entries %v and by parts %v, want %v and %v", word, own, parts, c.whole(word), want)
			}
		}
	}
}

// Any bytes are split into pieces of themselves or not at all.
func FuzzParts(f *testing.F) {
	for word := range swedishCompounds {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		l := Load("en", "sv")
		for _, parts := range [][]string{l.TargetParts(word), l.SourceParts(word)} {
			if len(parts) == 1 {
				t.Errorf("%q has one part", word)
			}
			for _, p := range parts {
				if !strings.Contains(word, p) || p == "" || utf8.ValidString(word) && !utf8.ValidString(p) {
					t.Errorf("%q has the part %q", word, p)
				}
			}
		}
	})
}
