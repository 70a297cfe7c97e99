package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
)

// Select is the rules to run: those named (all that are on by default when none
// is) less those ignored. A name may end in * to mean all that begin so. An
// unknown name is an error that suggests the nearest known one.
func Select(names, ignore []string) ([]*check.Rule, error) {
	on, err := expand(names)
	if err != nil {
		return nil, fmt.Errorf("--select: %w", err)
	}
	off, err := expand(ignore)
	if err != nil {
		return nil, fmt.Errorf("--ignore: %w", err)
	}
	var out []*check.Rule
	for _, r := range all() {
		if off[r] || len(names) == 0 && r.OptIn || len(names) > 0 && !on[r] {
			continue
		}
		out = append(out, r)
	}
	return out, nil
}

// Named are the rules of these names, in order of ID; a name may end in *.
func Named(names []string) ([]*check.Rule, error) {
	set, err := expand(names)
	if err != nil {
		return nil, err
	}
	var out []*check.Rule
	for _, r := range all() {
		if set[r] {
			out = append(out, r)
		}
	}
	return out, nil
}

func expand(names []string) (map[*check.Rule]bool, error) {
	set := map[*check.Rule]bool{}
	for _, name := range names {
		found := false
		prefix, wild := strings.CutSuffix(name, "*")
		for _, r := range all() {
			if r.ID == name || wild && strings.HasPrefix(r.ID, prefix) {
				set[r], found = true, true
			}
		}
		if !found {
			return nil, fmt.Errorf("no rule is called %q%s; see tvilling rules", name, suggest(name))
		}
	}
	return set, nil
}

// suggest names the rule that shares most letter pairs with name, if it is near.
func suggest(name string) string {
	best, most := "", 0.5
	for _, r := range all() {
		if s := likeness(name, r.ID); s > most {
			best, most = r.ID, s
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s?)", best)
}

// likeness is the Dice coefficient of the letter pairs of a and b.
func likeness(a, b string) float64 {
	pairs := map[string]int{}
	for i := 0; i+2 <= len(a); i++ {
		pairs[a[i:i+2]]++
	}
	shared := 0
	for i := 0; i+2 <= len(b); i++ {
		if pairs[b[i:i+2]] > 0 {
			pairs[b[i:i+2]]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(len(a)+len(b)-2, 1))
}
