// Package term reads glossaries and finds their terms in prose, through
// inflection, compounds and spelling.
//
// A rule that wants to know whether a term was rendered as agreed:
//
//	for _, bead := range p.Align.Sentences {
//		source, target := bead.Source[0], bead.Target[0]
//		there := g.FindTarget(target.Text(), nil)
//		for _, m := range g.FindSource(source.Text(), nil) {
//			if m.Nested {
//				continue // part of a longer term, which speaks for it
//			}
//			if !term.Rendered(there, m.Term) {
//				p.Reportf(target.Span(), source.Span(), "%q should be %q here", m.Form, m.Term.Target[0])
//			}
//		}
//		for _, m := range there {
//			if m.Kind == term.Forbidden { … m.Start, m.End; m.Replacement(m.Term.Target[0]) … }
//		}
//	}
//
// The offsets of a Match are bytes of the prose it was found in; add
// Sentence.Start and go through Prose.Source to reach the file.
package term
