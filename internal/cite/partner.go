package cite

// Partners leads from an entry of either list to what it is in the other. The
// zero Partners knows none.
type Partners struct {
	ofSource, ofTarget map[*Entry]*Entry
	same               map[*Entry]*Entry // an entry that repeats or continues another
}

// Partners are the partners of all entries. Of entries that ran together or
// were divided, each leads to all of the other side.
func (c *Comparison) Partners() Partners {
	p := Partners{map[*Entry]*Entry{}, map[*Entry]*Entry{}, map[*Entry]*Entry{}}
	for _, pair := range c.Pairs {
		p.ofSource[pair.Source], p.ofTarget[pair.Target] = pair.Target, pair.Source
	}
	for _, m := range c.Merged {
		for _, s := range m.Source {
			p.ofSource[s] = m.Target
		}
		p.ofTarget[m.Target] = m.Source[0]
	}
	for _, d := range c.Divided {
		p.ofSource[d.Source] = d.Target[0]
		for _, t := range d.Target {
			p.same[t], p.ofTarget[t] = d.Target[0], d.Source
		}
	}
	for _, d := range append(c.Duplicates[:len(c.Duplicates):len(c.Duplicates)], c.Dropped...) {
		p.same[d.Entry] = d.Of
	}
	return p
}

// first is the entry that e repeats or continues, or else e.
func (p Partners) first(e *Entry) *Entry {
	if of := p.same[e]; of != nil {
		return of
	}
	return e
}

// Target is what a source entry is in the target; nil when it is not there.
func (p Partners) Target(source *Entry) *Entry { return p.ofSource[p.first(source)] }

// Source is what a target entry is in the source; nil when it is not there.
func (p Partners) Source(target *Entry) *Entry { return p.ofTarget[p.first(target)] }

// Same says that two entries, one of each list, are one work.
func (p Partners) Same(source, target *Entry) bool {
	got := p.Target(source)
	return got != nil && p.first(target) == got
}
