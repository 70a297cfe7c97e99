package lang

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Each line is a lemma and words that are forms of it.
const swedishForms = `
synaps: synaps synapsen synapser synapserna synapsens synapsernas
receptor: receptorn receptorer receptorerna receptorernas receptors
läkemedel: läkemedlet läkemedlen läkemedlets läkemedels
nyckel: nyckeln nycklar nycklarna
artikel: artikeln artiklar artiklarna
handbok: handboken handböcker handböckerna handböckernas
tand: tanden tänder tänderna
ledamot: ledamöter ledamoten
hjärna: hjärnan hjärnor hjärnorna hjärnans hjärnas
hjärta: hjärtat hjärtan hjärtana
minne: minnet minnen minnena minnes
arbetsminne: arbetsminnet arbetsminnets
studie: studien studier studierna
forskare: forskaren forskarna forskares forskarnas
energi: energin energier energierna
nivå: nivån nivåer nivåerna
magnesium: magnesiumet magnesiums
medium: mediet medier medierna
museum: museet museer museerna
kriterium: kriteriet kriterier kriteriernas
stimulus: stimuli
antibiotikum: antibiotika antibiotikan
axon: axonet axoner axonerna
program: programmet programmen
tema: temat teman
plasticitet: plasticiteten plasticitets plasticitetens
blodkärl: blodkärlet blodkärlen
barn: barnet barnen barnens
tillstånd: tillståndet tillstånden
våg: vågor vågorna
öga: ögat ögon ögonen
vän: vännen vänner
mönster: mönstret mönstren
tecken: tecknet tecknen
synaptisk: synaptiska synaptiskt
klinisk: kliniskt kliniska
låg: lågt låga lägre?
hög: högt höga
kontrollerad: kontrollerade kontrollerat
förhöjd: förhöjt förhöjda
nedsatt: nedsatta
bunden: bundet bundna
flexibel: flexibelt flexibla
långsam: långsamt långsamma
god: gott goda
fettfri: fettfritt fettfria
kortvarig: kortvarigt kortvariga
vuxen: vuxna vuxet
stimulera: stimulerar stimulerade stimulerat stimuleras stimulerande stimulerad
sjunka: sjunker sjönk sjunkit sjunkande
frisätta: frisätter frisatte frisatt frisätts
sprida: sprider spreds spritts?
binda: binder band bundit bunden bundet binds
ltp: ltp:s ltp:n
eeg: eeg:t eeg-t eeg:ets
dosera: doserar doserades
`

// Words that look like a form and are another word.
const swedishOthers = `
bar: barn barnet
hus: husa huset?
led: ledare ledning
form: formel format formell formad
test: testa testar
tal: tala
dos: dosera dosering
rad: radera
vin: vinna
stat: station
gen: genre general genar
ton: tona
lag: lager
protein: proteinuri
cell: cellulär
magnesium: magnesit magnesia
depression: depressiv
neuron: neuronal
synaps: synaptisk
minne: minnas
sömn: sömnig
forskare: forskning
kalium: kalcium
natrium: nitrat
hormon: harmoni
barn: bar
receptor: recept
risk: riska
fisk: fiska
vård: vårda
mod: moder
`

func TestSwedishInflection(t *testing.T) { checkForms(t, For("sv"), swedishForms, swedishOthers) }

const englishForms = `
neuron: neurons neuron's neurons' neuron’s
synapse: synapses synapse's
biopsy: biopsies
analysis: analyses
hypothesis: hypotheses
mitochondrion: mitochondria
bacterium: bacteria
nucleus: nuclei
stimulus: stimuli
criterion: criteria
vertebra: vertebrae
matrix: matrices
index: indexes indices
mouse: mice
tooth: teeth
woman: women
process: processes
signal: signals signalled? signaling
potentiate: potentiated potentiating potentiates
plan: planned planning plans
behaviour: behavior behaviors
tumor: tumour tumours
randomized: randomised
randomization: randomisation
haemoglobin: hemoglobin
oestrogen: estrogen
fibre: fiber fibers
signalling: signaling
ageing: aging
analyse: analyze analyzed analysed analysing
rise: rises risen rising
sleep: slept sleeping sleeps
leaf: leaves
`

const englishOthers = `
form: former formal formula
use: user
cell: cellular
bus: busy
ion: ionise
neuron: neuronal
synapse: synaptic
train: trainer
depression: depressive
organ: organic organism
vitamin: vitality
gene: general genes?
acid: acidic
new: news?
station: statia
`

func TestEnglishInflection(t *testing.T) { checkForms(t, For("en"), englishForms, englishOthers) }

// checkForms reads the lists. A form with a question mark is one that the rules
// leave open; it is not tested.
func checkForms(t *testing.T, l *Language, forms, others string) {
	t.Helper()
	each := func(list string, check func(lemma, form string)) {
		for line := range strings.Lines(strings.TrimSpace(list)) {
			lemma, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
			for _, form := range strings.Fields(rest) {
				if !strings.HasSuffix(form, "?") {
					check(lemma, form)
				}
			}
		}
	}
	each(forms, func(lemma, form string) {
		if rule, ok := l.Inflection(lemma, form); !ok || rule == "" {
			t.Errorf("%s is no form of %s, but should be", form, lemma)
		}
	})
	each(others, func(lemma, form string) {
		if rule, ok := l.Inflection(lemma, form); ok {
			t.Errorf("%s is a form of %s (%s), but should not be", form, lemma, rule)
		}
	})
}

func TestRules(t *testing.T) {
	for _, c := range []struct{ lang, lemma, form, want string }{
		{"sv", "synaps", "synaps", "same"},
		{"sv", "synaps", "synapsen", "definite"},
		{"sv", "synaps", "synapserna", "definite plural"},
		{"sv", "synaps", "synapsernas", "definite plural genitive"},
		{"sv", "bok", "böcker", "plural"},
		{"sv", "synaptisk", "synaptiska", "agreement"},
		{"sv", "ltp", "ltp:s", "genitive"},
		{"sv", "stimulera", "stimulerade", "verb form"},
		{"en", "neuron", "neurons’", "plural possessive"},
		{"en", "tumour", "tumor", "spelling"},
	} {
		if got, _ := For(c.lang).Inflection(c.lemma, c.form); got != c.want {
			t.Errorf("%s → %s: %q, want %q", c.lemma, c.form, got, c.want)
		}
	}
}

// Whatever Inflection accepts, an index by Stem must find: the stem of the lemma,
// or of a lemma that the form is listed for, begins the form.
func TestStemFindsForms(t *testing.T) {
	for code, forms := range map[string]string{"sv": swedishForms, "en": englishForms} {
		l := For(code)
		for line := range strings.Lines(strings.TrimSpace(forms)) {
			lemma, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
			for _, form := range strings.Fields(rest) {
				if strings.HasSuffix(form, "?") {
					continue
				}
				stem, found := l.Stem(l.Fold(lemma)), false
				for _, begin := range append(l.Irregular(l.Fold(form)), l.Fold(form)) {
					found = found || strings.HasPrefix(begin, stem)
				}
				if !found {
					t.Errorf("%s: the stem %q of %s does not find %s", code, stem, lemma, form)
				}
			}
		}
	}
}

func TestModifier(t *testing.T) {
	sv := For("sv")
	for _, c := range []struct {
		lemma, word string
		want        string // the part of word that is lemma's; "" for no compound
	}{
		{"placebo", "placebokontrollerad", "placebo"},
		{"långtidspotentiering", "långtidspotentieringsförmåga", "långtidspotentiering"},
		{"hjärna", "hjärnskada", "hjärn"},
		{"minne", "minnesförlust", "minne"},
		{"kvinna", "kvinnohjärta", "kvinn"},
		{"magnesium", "magnesiumnivåerna", "magnesium"},
		{"magnesium", "magnesiumrik", "magnesium"},
		{"led", "ledare", ""},
		{"form", "formell", ""},
		{"protein", "proteinuri", ""},
		{"depression", "depressionens", ""},
		{"bar", "barnet", ""},
	} {
		n, ok := sv.Modifier(c.lemma, c.word)
		got := ""
		if ok {
			got = c.word[:n]
		}
		if got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.lemma, c.word, got, c.want)
		}
	}
}

func TestReinflect(t *testing.T) {
	for _, c := range []struct{ lang, lemma, form, other, want string }{
		{"sv", "förstärkning", "förstärkningen", "långtidspotentiering", "långtidspotentieringen"},
		{"sv", "tagg", "taggar", "dendritutskott", "dendritutskott"},
		{"sv", "tagg", "taggarna", "dendritutskott", "dendritutskotten"},
		{"sv", "tagg", "taggarnas", "dendritutskott", "dendritutskottens"},
		{"sv", "tagg", "tagg", "vad som helst", "vad som helst"},
		{"sv", "kognition", "kognitionens", "förmåga", ""},
		{"sv", "tagg", "taggen", "dendritutskott", ""}, // -en may be a neuter plural
		{"sv", "studie", "studierna", "analys", "analyserna"},
		{"en", "trial", "trials", "study", "studies"},
		{"en", "trial", "trial's", "study", "study's"},
		{"en", "trial", "trials", "criterion", ""},
	} {
		got, ok := For(c.lang).Reinflect(c.lemma, c.form, c.other)
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%s as %s is of %s: %q, want %q", c.other, c.form, c.lemma, got, c.want)
		}
	}
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"sv", "blod-hjärnbarriären", "blod-hjärnbarriär"},
		{"sv", "fettsyror", "fettsyra"},
		{"sv", "receptor", "receptor"},
		{"sv", "vatten", "vatten"},
		{"en", "acids", "acid"},
		{"en", "studies", "study"},
		{"en", "analysis", "analysis"},
		{"en", "mice", "mouse"},
		{"en", "status", "status"},
	} {
		if got := For(c.lang).Base(c.word); got != c.want {
			t.Errorf("%s: %q, want %q", c.word, got, c.want)
		}
	}
}

// No pair of words makes the rules panic or answer without a rule.
func TestInflectionAnyWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lemma, form := rapid.String().Draw(t, "lemma"), rapid.String().Draw(t, "form")
		for _, l := range All() {
			if rule, ok := l.Inflection(lemma, form); ok && rule == "" {
				t.Fatalf("%s: %q is a form of %q by no rule", l.Code, form, lemma)
			}
			if stem := l.Stem(lemma); !strings.HasPrefix(lemma, stem) || stem == "" && lemma != "" {
				t.Fatalf("%s: stem %q of %q", l.Code, stem, lemma)
			}
			if n, ok := l.Modifier(lemma, form); ok && (n < 1 || n > len(form)) {
				t.Fatalf("%s: %q has %d bytes of %q", l.Code, form, n, lemma)
			}
			l.Irregular(form)
			l.Reinflect(lemma, form, lemma)
			l.Base(form)
		}
	})
}

func TestSameWord(t *testing.T) {
	for _, c := range []struct {
		l    *Language
		x, y string
		want bool
	}{
		{swedish(), "sidor", "sidan", true},
		{swedish(), "fåglar", "fågeln", true},
		{swedish(), "antogs", "antagen", true},
		{swedish(), "böcker", "boken", true},
		{swedish(), "beteende", "uppförande", false},
		{swedish(), "läkare", "läkning", false},
		{english(), "studies", "study", true},
		{english(), "measured", "measuring", true},
		{english(), "tests", "texts", false},
	} {
		if got := c.l.SameWord(c.x, c.y); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}
