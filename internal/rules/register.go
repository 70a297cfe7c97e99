// Package rules is the list of checks: one file a rule, the folder is the list.
package rules

import (
	"sort"

	"tvilling/internal/check"
)

var all []*check.Rule

// register is called by each rule's file once, while the program starts.
func register(r *check.Rule) *check.Rule {
	all = append(all, r)
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return r
}

// All are the rules in order of ID.
func All() []*check.Rule { return append([]*check.Rule(nil), all...) }

// Find is the rule of that ID; nil when there is none.
func Find(id string) *check.Rule {
	for _, r := range all {
		if r.ID == id {
			return r
		}
	}
	return nil
}
