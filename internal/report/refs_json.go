package report

import (
	"io"

	"tvilling/internal/cite"
	"tvilling/internal/text"
)

// RefsSchema names the form that RefsJSON writes.
const RefsSchema = "tvilling.refs/v1"

type jsonRefs struct {
	Schema string       `json:"schema"`
	Source string       `json:"source"`
	Target string       `json:"target"`
	Rows   []jsonRefRow `json:"rows"`
}

type jsonRefRow struct {
	Fate        string           `json:"fate"` // paired, missing, added, repeated, run together, divided
	Moved       bool             `json:"moved,omitempty"`
	Confidence  float64          `json:"confidence,omitempty"`
	Source      []jsonRef        `json:"source"`
	Target      []jsonRef        `json:"target"`
	Differences []jsonDifference `json:"differences"`
}

type jsonRef struct {
	Line   int            `json:"line"`
	Column int            `json:"column"`
	Label  string         `json:"label,omitempty"`
	Text   string         `json:"text"`
	Fields []jsonRefField `json:"fields"`
}

type jsonRefField struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

type jsonDifference struct {
	Field  string `json:"field"`
	Change string `json:"change"` // altered, translated, half translated, lost
	Source string `json:"source"`
	Target string `json:"target"`
}

// RefsJSON writes both lists and what differs as one object.
func RefsJSON(w io.Writer, source, target *text.File, c *cite.Comparison) error {
	out := jsonRefs{Schema: RefsSchema, Source: source.Name, Target: target.Name, Rows: []jsonRefRow{}}
	for _, r := range c.Rows() {
		row := jsonRefRow{Fate: r.Fate.String(), Source: jsonEntries(r.Source), Target: jsonEntries(r.Target), Differences: []jsonDifference{}}
		if r.Pair != nil {
			row.Moved, row.Confidence = r.Pair.Moved, float64(int(r.Pair.Confidence*100+.5))/100
			for _, d := range r.Pair.Differences(c.Likeness) {
				row.Differences = append(row.Differences, jsonDifference{d.Kind.String(), d.Change.String(), d.Source, d.Target})
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return indented(w, out)
}

func jsonEntries(entries []*cite.Entry) []jsonRef {
	out := []jsonRef{}
	for _, e := range entries {
		at := e.Span().Position()
		one := jsonRef{Line: at.Line, Column: at.Column, Label: e.Label, Text: e.Text(), Fields: []jsonRefField{}}
		for _, f := range e.Fields {
			one.Fields = append(one.Fields, jsonRefField{f.Kind.String(), f.Value})
		}
		out = append(out, one)
	}
	return out
}
