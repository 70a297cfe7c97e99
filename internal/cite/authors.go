package cite

import "strings"

// Authors compares the authors, and editors where a work has no authors; nil when
// they agree. Letters with their diacritics count; how initials are written and
// what joins the names do not. Names behind "et al." may be left out of either
// side, but the words themselves may not be lost.
func (p Pair) Authors() *Difference {
	for _, k := range []Kind{Author, Editor} {
		source, target := p.Source.All(k), p.Target.All(k)
		if len(source) == 0 {
			continue
		}
		if len(target) == 0 || p.namesStand(source) {
			break
		}
		if d := p.names(k, source, target); d != nil {
			return d
		}
		break
	}
	etAl := p.Source.Get(EtAl)
	if etAl != nil && !p.Target.has(EtAl) && len(p.Target.All(Author)) <= len(p.Source.All(Author)) && p.Target.has(Author) {
		d := p.fields(EtAl, Lost, etAl, nil)
		all := p.Target.All(Author)
		d.Span = all[len(all)-1].Span.After()
		return d
	}
	return nil
}

// namesStand says that every surname of the source stands in the target's entry,
// letter for letter and in order, though fewer were read there as names.
func (p Pair) namesStand(source []Field) bool {
	rest := letters(p.Target.Text())
	for _, f := range source {
		_, after, ok := strings.Cut(rest, letters(readName(f.Value).surname))
		if !ok {
			return false
		}
		rest = after
	}
	return len(p.Target.All(source[0].Kind)) < len(source)
}

// names compares two lists of names one by one.
func (p Pair) names(k Kind, source, target []Field) *Difference {
	short := p.Source.has(EtAl) || p.Target.has(EtAl)
	for i := range source {
		if i >= len(target) {
			if short {
				return nil
			}
			d := p.fields(k, Lost, &source[i], nil)
			d.Span = target[len(target)-1].Span.After()
			return d
		}
		a, b := readName(source[i].Value), readName(target[i].Value)
		if a.same(b) || p.Target.standsIn(a.surname) && p.Source.standsIn(b.surname) && letters(a.surname) != letters(b.surname) {
			continue // the same, or the lists were read in different portions
		}
		return p.fields(k, Altered, &source[i], &target[i])
	}
	if extra := len(source); len(target) > extra && !short && !p.Source.standsIn(readName(target[extra].Value).surname) {
		return p.fields(k, Altered, nil, &target[extra])
	}
	return nil
}
