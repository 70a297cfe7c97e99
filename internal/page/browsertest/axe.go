package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Complaint is something that axe, a checker of accessibility, finds wrong.
type Complaint struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

func (c Complaint) String() string {
	s := c.ID + ": " + c.Help
	for i, n := range c.Nodes {
		if i == 3 {
			return s + fmt.Sprintf("\n  … %d more", len(c.Nodes)-i)
		}
		s += "\n  " + n.HTML + "\n    " + strings.ReplaceAll(n.Summary, "\n", "\n    ")
	}
	return s
}

// Axe is the script of axe-core where make test puts it; "" when it is not there.
func Axe() string {
	script, err := os.ReadFile(filepath.Join(Root(), "bin", "axe", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return ""
	}
	return string(script)
}

// Complaints are what axe says of the page as it stands.
func (tab *Tab) Complaints(axe string) []Complaint {
	tab.t.Helper()
	// The page's policy forbids scripts that are added to it, not those of a debugger.
	Value[bool](tab, axe+"; true")
	raw := Value[string](tab, `axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`)
	var out []Complaint
	if err := json.Unmarshal([]byte(raw), &out); err != nil {
		tab.t.Fatal(err)
	}
	return out
}
