package wordlist

import "strings"

// verb is the forms from which all others of a Swedish verb are made.
type verb struct {
	infinitive, present, past, supine string
	imperative                        string
	participle                        [3]string // en, ett, plural; empty for a verb that has none
}

// verbForms is all forms of a verb with the paradigm given: active, s-passive,
// imperative and participles.
func verbForms(base, code string) []string {
	if strings.HasSuffix(base, "s") {
		return deponent(base, code)
	}
	v := regularVerb(base, code)
	if stem, ok := strings.CutSuffix(base, "era"); ok && code == "v1" {
		return append(v.forms(), nounForms(stem+"ering", "n2")...) // what an English -ing often becomes
	}
	return v.forms()
}

// regularVerb is the verb with the paradigm given.
func regularVerb(base, code string) verb {
	switch code {
	case "v1":
		return firstConjugation(base)
	case "v2":
		return secondVoiced(base)
	case "v2t":
		return secondVoiceless(base)
	}
	return verb{base, base + "r", base + "dde", base + "tt", base, [3]string{base + "dd", base + "tt", base + "dda"}}
}

// withParticle is the participles of a verb with a particle, in which the two
// are one word: stänga av, avstängd; logga in, inloggad; slå på, påslagen.
func withParticle(w Word, particle string) []string {
	if strings.HasSuffix(w.Text, "s") {
		return nil
	}
	var v verb
	switch {
	case w.Code != "":
		v = regularVerb(w.Text, w.Code)
	case len(w.Forms) >= 3:
		v = writtenVerb(w.Text, w.Forms)
	}
	var out []string
	for _, f := range append(v.participles(), v.presentParticiple()) {
		if f != "" {
			out = append(out, particle+f)
		}
	}
	return out
}

// firstConjugation: tala, talar, talade.
func firstConjugation(base string) verb {
	return verb{base, base + "r", base + "de", base + "t", base, [3]string{base + "d", base + "t", base + "de"}}
}

// secondVoiced: ringa, ringde; köra, kör, körde; känna, kände; sända, sände, sänt.
func secondVoiced(base string) verb {
	stem := strings.TrimSuffix(base, "a")
	short := shortStem(stem)
	v := verb{infinitive: base, present: stem + "er", imperative: stem}
	if strings.HasSuffix(stem, "mm") {
		v.imperative = short
	}
	if strings.HasSuffix(stem, "r") {
		v.present = stem
	}
	root, afterVowel := strings.CutSuffix(short, "d")
	switch {
	case afterVowel && endsInVowel(root): // betyda, betydde, betytt
		v.past, v.supine = root+"dde", root+"tt"
		v.participle = [3]string{root + "dd", root + "tt", root + "dda"}
	case afterVowel: // sända, sände, sänt
		v.past, v.supine = root+"de", root+"t"
		v.participle = [3]string{root + "d", root + "t", root + "da"}
	default:
		v.past, v.supine = short+"de", short+"t"
		v.participle = [3]string{short + "d", short + "t", short + "da"}
	}
	return v
}

// shortStem is a stem in mm or nn with one of them, as before d and t.
func shortStem(stem string) string {
	if strings.HasSuffix(stem, "mm") || strings.HasSuffix(stem, "nn") {
		return stem[:len(stem)-1]
	}
	return stem
}

// secondVoiceless: läsa, läste; byta, bytte, bytt; lyfta, lyfte, lyft.
func secondVoiceless(base string) verb {
	stem := strings.TrimSuffix(base, "a")
	v := verb{infinitive: base, present: stem + "er", imperative: stem}
	root, t := strings.CutSuffix(stem, "t")
	switch {
	case t && endsInVowel(root):
		v.past, v.supine = stem+"te", stem+"t"
	case t:
		v.past, v.supine = stem+"e", stem
	default:
		v.past, v.supine = stem+"te", stem+"t"
	}
	v.participle = [3]string{v.supine, v.supine, v.supine + "a"}
	return v
}

// forms is the verb in full.
func (v verb) forms() []string {
	out := []string{v.infinitive, v.present, v.past, v.supine, v.imperative}
	if !noPassive[v.infinitive] {
		out = append(out, v.infinitive+"s", v.presentPassive(), genitive(v.past), genitive(v.supine))
	}
	out = append(out, v.participles()...)
	if ing := v.presentParticiple(); ing != "" {
		out = append(out, ing, ing+"s")
	}
	return out
}

// participles is the perfect participle for en, ett, plural, and den dömde.
func (v verb) participles() []string {
	en := v.participle[0]
	if en == "" {
		return nil
	}
	out := []string{en, v.participle[1], v.participle[2]}
	if stem, ok := strings.CutSuffix(v.participle[2], "a"); ok && !strings.HasSuffix(en, "en") {
		out = append(out, stem+"e")
	}
	return out
}

// noPassive are common verbs that have no passive, and whose -s makes other words
// (vars, gås, mås).
var noPassive = map[string]bool{
	"vara": true, "bli": true, "ha": true, "kunna": true, "vilja": true, "ska": true, "skola": true, "böra": true,
	"gå": true, "komma": true, "stå": true, "ligga": true, "sitta": true, "heta": true, "må": true, "bero": true,
	"dö": true, "ske": true,
}

// presentParticiple: talande, boende, tagande; none for the likes of ha.
func (v verb) presentParticiple() string {
	stem, drawn := strings.CutSuffix(v.supine, "agit")
	switch {
	case drawn:
		return stem + "agande"
	case !strings.HasSuffix(v.infinitive, "a"):
		return v.infinitive + "ende"
	case v.infinitive+"r" == v.present && v.infinitive+"t" != v.supine:
		return ""
	}
	return v.infinitive + "nde"
}

// presentPassive: talas, rings, läses, körs, bos.
func (v verb) presentPassive() string {
	stem, ok := strings.CutSuffix(v.present, "er")
	switch {
	case ok && strings.HasSuffix(v.infinitive, "a"):
		if strings.HasSuffix(stem, "mm") {
			stem = stem[:len(stem)-1]
		}
		if strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "x") {
			return stem + "es"
		}
		return stem + "s"
	case v.present == v.infinitive+"r":
		return v.infinitive + "s"
	}
	return v.present + "s"
}

// deponent: hoppas, hoppades, hoppats; trivs, trivdes; minns.
func deponent(base, code string) []string {
	stem := strings.TrimSuffix(base, "s")
	switch code {
	case "v1":
		return []string{base, stem + "des", stem + "ts", stem + "ndes", stem + "nde"}
	case "v2", "v2t":
		root := secondVoiced(stem)
		if code == "v2t" {
			root = secondVoiceless(stem)
		}
		return []string{base, root.presentPassive(), root.past + "s", root.supine + "s"}
	case "v3":
		return []string{base, stem + "ddes", stem + "tts"}
	}
	return nil
}

// irregularVerb makes all forms of a verb from those that are written out:
// present, past, supine, and the participle for en, ett and plural, of which the
// last two may be left out.
func irregularVerb(base string, written []string) []string {
	if strings.HasSuffix(written[0], "s") || len(written) < 3 {
		return append([]string{base}, written...)
	}
	v := writtenVerb(base, written)
	return append(v.forms(), written[min(len(written), 6):]...)
}

func writtenVerb(base string, written []string) verb {
	v := verb{infinitive: base, present: written[0], past: written[1], supine: written[2], imperative: base}
	if stem, ok := strings.CutSuffix(base, "a"); ok && !strings.HasSuffix(v.present, "ar") && len(stem) > 1 {
		v.imperative = stem
		if strings.HasSuffix(stem, "mm") {
			v.imperative = stem[:len(stem)-1]
		}
	}
	if len(written) > 3 {
		v.participle = participle(written[3:])
	}
	return v
}

// participle fills in the forms that are not written: driven, drivet, drivna;
// sedd, sett, sedda.
func participle(written []string) [3]string {
	en := written[0]
	p := [3]string{en, en, en + "a"}
	switch {
	case strings.HasSuffix(en, "en"):
		p[1], p[2] = en[:len(en)-1]+"t", en[:len(en)-2]+"na"
		if strings.HasSuffix(en, "mmen") {
			p[2] = en[:len(en)-3] + "na"
		} else if strings.HasSuffix(en, "nnen") { // vunnen, vunna
			p[2] = en[:len(en)-2] + "a"
		}
	case strings.HasSuffix(en, "dd"):
		p[1] = en[:len(en)-2] + "tt"
	case strings.HasSuffix(en, "d"):
		p[1] = en[:len(en)-1] + "t"
	}
	copy(p[:], written)
	return p
}
