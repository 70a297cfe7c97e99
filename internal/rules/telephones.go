package rules

import (
	"slices"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// withoutTelephones leaves out the figures of telephone numbers that both sides
// have, one of them perhaps with the country's code.
func withoutTelephones(source, target []figure) ([]figure, []figure) {
	here := telephones(target)
	if len(here) == 0 {
		return source, target
	}
	there := telephones(source)
	shared := map[*doc.Block][]lang.Range{}
	for _, t := range here {
		i := slices.IndexFunc(there, func(s blockTelephone) bool { return s.Same(t.Telephone) })
		if i < 0 {
			continue
		}
		shared[t.block] = append(shared[t.block], t.Range)
		shared[there[i].block] = append(shared[there[i].block], there[i].Range)
		there = slices.Delete(there, i, i+1)
	}
	inside := func(f figure) bool {
		return slices.ContainsFunc(shared[f.block], func(r lang.Range) bool { return f.Start < r.End && r.Start < f.End })
	}
	return slices.DeleteFunc(source, inside), slices.DeleteFunc(target, inside)
}

type blockTelephone struct {
	lang.Telephone
	block *doc.Block
}

// telephones are the first telephone numbers of the blocks that hold figures.
func telephones(fs []figure) []blockTelephone {
	var out []blockTelephone
	var last *doc.Block
	for _, f := range fs {
		if f.block == last {
			continue
		}
		last = f.block
		for _, t := range lang.Telephones(f.block.Prose.Text) {
			if len(out) < mostTried {
				out = append(out, blockTelephone{t, f.block})
			}
		}
	}
	return out
}
