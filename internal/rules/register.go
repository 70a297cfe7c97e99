// Package rules is the list of checks: one file a rule, the folder is the list.
package rules

import (
	"slices"
	"strings"
	"sync"

	"tvilling/internal/check"
)

var registered []*check.Rule

// register is called by each rule's file once, while the program starts.
func register(r *check.Rule) *check.Rule {
	registered = append(registered, r)
	return r
}

// all are the rules in order of ID, sorted when the first of them is asked for.
var all = sync.OnceValue(func() []*check.Rule {
	slices.SortFunc(registered, func(a, b *check.Rule) int { return strings.Compare(a.ID, b.ID) })
	return registered
})

// All are the rules in order of ID.
func All() []*check.Rule { return slices.Clone(all()) }

// Find is the rule of that ID; nil when there is none.
func Find(id string) *check.Rule {
	for _, r := range all() {
		if r.ID == id {
			return r
		}
	}
	return nil
}
