package lang

import (
	"reflect"
	"strings"
	"testing"
)

// TestCitationLists holds the lists to their form: lower case, no stop at the
// end, and every month of the year.
func TestCitationLists(t *testing.T) {
	for code, c := range citations {
		lists := reflect.ValueOf(*c)
		for i := range lists.NumField() {
			words, ok := lists.Field(i).Interface().([]string)
			if !ok {
				continue
			}
			name := lists.Type().Field(i).Name
			if len(words) == 0 {
				t.Errorf("%s has no words for %s", code, name)
			}
			for _, w := range words {
				if w != strings.ToLower(w) || strings.HasSuffix(w, ".") || strings.TrimSpace(w) != w {
					t.Errorf("%s %s: %q is not lower case without its last stop", code, name, w)
				}
			}
		}
		months := map[int]bool{}
		for _, m := range c.Months {
			months[m.Month] = true
		}
		for m := 1; m <= 12; m++ {
			if !months[m] {
				t.Errorf("%s has no name for month %d", code, m)
			}
		}
	}
}
