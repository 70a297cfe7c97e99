package extra

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// pipedCells is where a context keeps the cells that may have escaped pipes in code.
var pipedCells = parser.NewContextKey()

// pipedCell is a cell with the places of the backslashes before its pipes.
type pipedCell struct {
	cell   *east.TableCell
	places []int
	mended bool
}

// remember keeps a cell for escapedPipes; the places count from start.
func remember(pc parser.Context, cell *east.TableCell, start int, places []int) {
	for i := range places {
		places[i] += start
	}
	cells, _ := pc.Get(pipedCells).([]*pipedCell)
	pc.Set(pipedCells, append(cells, &pipedCell{cell: cell, places: places}))
}

// escapedPipes takes the backslashes before pipes out of the code in tables: they
// stand there for the table alone.
type escapedPipes struct{}

func (escapedPipes) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	cells, _ := pc.Get(pipedCells).([]*pipedCell)
	if cells == nil {
		return
	}
	pc.Set(pipedCells, nil)
	for _, c := range cells {
		if c.mended {
			continue
		}
		// No visit returns an error.
		_ = ast.Walk(c.cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && n.Kind() == ast.KindCodeSpan {
				mend(n, cells)
			}
			return ast.WalkContinue, nil
		})
	}
}

// mend cuts the texts of a piece of code at the places of all cells that lie in them.
func mend(code ast.Node, cells []*pipedCell) {
	for child := code.FirstChild(); child != nil; {
		next := child.NextSibling()
		if t, ok := child.(*ast.Text); ok {
			span := t.Segment
			for _, c := range cells {
				for _, place := range c.places {
					if span.Start <= place && place < span.Stop {
						t = cut(code, t, place)
						c.mended = true
					}
				}
			}
		}
		child = next
	}
}

// cut parts a text at the byte at place, which is left out, and gives the second part.
func cut(parent ast.Node, t *ast.Text, place int) *ast.Text {
	before := ast.NewRawTextSegment(t.Segment.WithStop(place))
	after := ast.NewRawTextSegment(t.Segment.WithStart(place + 1))
	parent.InsertAfter(parent, t, before)
	parent.InsertAfter(parent, before, after)
	parent.RemoveChild(parent, t)
	return after
}
