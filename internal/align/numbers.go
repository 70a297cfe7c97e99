package align

import "math"

// The search takes logarithms and exponentials by the million; these are exact
// enough for it and several times faster than those of package math. They multiply
// where they could divide, which takes longer.

// fastLog is the natural logarithm of a positive number to six digits: the
// series of artanh about the nearest power of two.
func fastLog(x float32) float32 {
	bits := math.Float32bits(x) - 0x3F3504F3 // so that the mantissa is in [√½, √2)
	exponent := float32(int32(bits) >> 23)
	m := math.Float32frombits(bits&0x7FFFFF + 0x3F3504F3)
	s := (m - 1) / (m + 1)
	q := s * s
	return exponent*math.Ln2 + 2*s*(1+q*(1.0/3+q*(1.0/5+q*(1.0/7))))
}

// roughLog is the natural logarithm of a positive number or up to 0.06 more: the
// power of two and a straight line to the next.
func roughLog(x float32) float32 {
	return float32(int32(math.Float32bits(x)-0x3F800000))*(math.Ln2/(1<<23)) + 0.06
}

// fastExp is the exponential of a number to five digits; beyond [-80, 80] that of
// the nearest in it.
func fastExp(x float32) float32 { return nearExp(min(max(x, -80), 80)) }

// nearExp is fastExp for a number in [-80, 80]: a power of two times the series of
// what is left.
func nearExp(x float32) float32 {
	x *= math.Log2E
	k := int32(x+128.5) - 128 // nearest integer
	r := (x - float32(k)) * math.Ln2
	p := 1 + r*(1+r*(0.5+r*(1.0/6+r*(1.0/24+r*(1.0/120)))))
	return math.Float32frombits(math.Float32bits(p) + uint32(k)<<23)
}

func logf(x float64) float32 { return float32(math.Log(x)) }
