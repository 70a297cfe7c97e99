package lang

import (
	"math"
	"strconv"
	"strings"
)

// imperial are the IDs of units whose metric equals are rounded in translation.
var imperial = map[string]bool{"oz": true, "lb": true, "stone": true, "in": true, "ft": true, "yd": true, "mi": true, "nmi": true, "gallon": true,
	"pint": true, "cup": true, "fl oz": true, "acre": true, "ft²": true, "mi²": true, "mph": true, "knot": true, "hp": true, "psi": true, "tbsp": true, "tsp": true}

// Equals says that two measures are one quantity in different units: 300 ml and
// 3 dl, an hour and 60 minutes, and, rounded as a translator would, 10 miles and 16 km.
func (m Measure) Equals(o Measure) bool {
	a, ok := m.amount()
	b, ok2 := o.amount()
	if !ok || !ok2 || m.Unit.IsZero() || o.Unit.IsZero() {
		return false
	}
	if c, ok := celsius(a, m.Unit.ID, o.Unit.ID); ok {
		return math.Abs(c-b) <= 1
	}
	if c, ok := celsius(b, o.Unit.ID, m.Unit.ID); ok {
		return math.Abs(c-a) <= 1
	}
	u, v, ok := convertible(m.Unit, o.Unit)
	if !ok {
		return false
	}
	a, b = a*u.Factor, b*v.Factor
	// Months and years have no fixed length; a cup or a mile is rounded to what a
	// cook or a walker would say.
	tolerance := 0.02
	switch {
	case imperial[u.ID] != imperial[v.ID]:
		tolerance = max(0.07, rounding(m.Value), rounding(o.Value))
	case u.Dimension != "time":
		tolerance = 1e-6
	}
	return math.Abs(a-b) <= tolerance*math.Max(math.Abs(a), math.Abs(b))
}

// amount is the value as a number; ok is false for a time of day.
func (m Measure) amount() (float64, bool) {
	a, b, ok := strings.Cut(m.Value, "/")
	v, err := strconv.ParseFloat(a, 64)
	if ok && err == nil {
		var w float64
		w, err = strconv.ParseFloat(b, 64)
		v /= w
	}
	return v, err == nil && m.Kind != Time && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// celsius is a degrees Fahrenheit in Celsius; ok is false for other units.
func celsius(a float64, from, to string) (float64, bool) {
	return (a - 32) * 5 / 9, from == "°F" && (to == "°C" || to == "°") || from == "°" && to == "°C"
}

// convertible are the units of one dimension that u and v may mean.
func convertible(u, v Unit) (Unit, Unit, bool) {
	for _, a := range append([]string{u.ID}, u.Is...) {
		for _, b := range append([]string{v.ID}, v.Is...) {
			if x, y := units()[a], units()[b]; x.Factor > 0 && x.Dimension != "" && x.Dimension == y.Dimension {
				return x, y, true
			}
		}
	}
	return u, v, false
}

// rounding is half a step of the last digit of value that is no zero, as a
// share of the value: what rounding may have taken off. At most a tenth.
func rounding(value string) float64 {
	digits := strings.TrimLeft(strings.ReplaceAll(strings.TrimPrefix(value, "-"), ".", ""), "0")
	if !strings.Contains(value, ".") {
		digits = strings.TrimRight(digits, "0")
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v == 0 || v < 5 {
		return 0.1
	}
	return 0.5 / v
}
