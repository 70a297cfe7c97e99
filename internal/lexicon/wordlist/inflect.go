package wordlist

import (
	"slices"
	"strings"

	"tvilling/internal/lexicon/table"
)

// form is a word as a text may have it.
type form struct {
	text  string
	roles table.Role
}

// swedishForms is all forms of a word of a rendering under a headword of the
// class given, with what each may be in a compound. The base comes first.
func swedishForms(w Word, class string) []form {
	if stem, ok := strings.CutSuffix(w.Text, "-"); ok { // only found in compounds
		return []form{{stem, table.First | table.Bound}}
	}
	var words []string
	var stems []string
	switch kind := kindOf(w, class); {
	case w.Code != "" && kind == 'n':
		words, stems = nounForms(w.Text, w.Code), nounStems(w.Text)
	case w.Code != "" && kind == 'v':
		words, stems = verbForms(w.Text, w.Code), verbStems(w.Text)
	case w.Code != "":
		words = adjectiveForms(w.Text, w.Code)
	case kind == 'n':
		words, stems = append([]string{w.Text}, w.Forms...), nounStems(w.Text)
	case kind == 'v':
		words, stems = irregularVerb(w.Text, w.Forms), verbStems(w.Text)
	case kind == 'a':
		words = irregularAdjective(w.Text, w.Forms)
	case class == "n":
		words = undeclined(w.Text)
	case class == "name":
		return []form{{text: w.Text}, {text: genitive(w.Text)}}
	case class == "abbr":
		return []form{{text: w.Text}, {text: w.Text + ":s"}, {text: w.Text + "s"}}
	default:
		return []form{{text: w.Text}}
	}
	if kindOf(w, class) == 'n' || class == "n" && w.Code == "" {
		for _, f := range words[:len(words):len(words)] {
			words = append(words, genitive(f))
		}
	}
	return withRoles(unique(words), stems)
}

// undeclined is the forms of a noun that the list gives none: itself, and of a
// plural the definite (kläder, kläderna).
func undeclined(w string) []string {
	for _, end := range []string{"or", "ar", "er"} {
		if strings.HasSuffix(w, end) && len(w) > len("byxor")-1 {
			return []string{w, w + "na"}
		}
	}
	return []string{w}
}

// withRoles says what inflected words and stems may be in a compound: every form
// may end one, the base and the stems may begin one.
func withRoles(words, stems []string) []form {
	out := make([]form, 0, len(words)+len(stems))
	for i, w := range words {
		f := form{w, table.Last}
		if i == 0 || slices.Contains(stems, w) {
			f.roles |= table.First
		}
		out = append(out, f)
	}
	for _, s := range unique(stems) {
		if !slices.Contains(words, s) && len([]rune(s)) >= 3 {
			out = append(out, form{s, table.First | table.Bound})
		}
	}
	return out
}

// kindOf is 'n', 'v' or 'a' for a word that inflects and 0 for one that does not.
// A code says it. Written forms mostly are of the headword's class; in the
// object of a verb phrase they are a noun's.
func kindOf(w Word, class string) byte {
	if w.Code != "" {
		return w.Code[0]
	}
	if len(w.Forms) == 0 {
		return 0
	}
	nounLike := slices.Contains([]string{w.Text, w.Text + "n", w.Text + "en", w.Text + "et"}, w.Forms[0]) &&
		!strings.HasSuffix(w.Text, "s")
	verbLike := strings.HasSuffix(w.Forms[0], "r") || strings.HasSuffix(w.Forms[0], "s") || irregularPresent[w.Text]
	switch {
	case class == "n", class == "name", class == "abbr", nounLike && !verbLike:
		return 'n'
	case class == "v", class != "a" && verbLike:
		return 'v'
	}
	return 'a'
}

// irregularPresent are verbs whose present ends in neither -r nor -s.
var irregularPresent = map[string]bool{"kunna": true, "vilja": true, "veta": true, "måste": true, "ska": true, "skola": true, "tåla": true, "stjäla": true, "böra": true}

// verbStems: skriv- of skriva, sparar- of none.
func verbStems(base string) []string {
	stem, ok := strings.CutSuffix(base, "a")
	if !ok || len(stem) < 3 {
		return nil
	}
	return []string{shortM(stem)}
}

// shortM is a stem in mm with one m, as no word ends in two: simma, sim-.
func shortM(stem string) string {
	if strings.HasSuffix(stem, "mm") {
		return stem[:len(stem)-1]
	}
	return stem
}

// prefixes begin words of either language and are none themselves, from Latin
// and Greek or of the language's own.
var prefixes = map[string][]string{
	"en": strings.Fields(`non over under pre post anti multi inter neuro micro macro hyper hypo sub super ultra semi pseudo
		auto bio geo tele electro photo psycho socio cardio immuno patho poly mono intra extra trans cross counter cyber
		self out mid mis dis bi tri re un up down nano infra meta proto para endo exo thermo hydro`),
	"sv": strings.Fields(`icke över under för efter före mot med till upp ut in av om an ute inne sam miss själv hel halv lång kort fram
		bak vid åter från ned ner tvär sär mång fler två tre fyra fem anti multi inter neuro mikro makro hyper hypo sub
		super ultra semi pseudo auto bio geo tele elektro foto psyko socio kardio immuno poly mono intra extra trans cyber
		nano infra meta proto para endo exo termo hydro video audio radio stor små hög låg när fjärr ytter inner mellan
		sido huvud bas kärn eko gastro hemo homo hetero kemo krypto kvasi mega mini onko orto osteo pan post pre
		retro steno stereo turbo allra`),
}
