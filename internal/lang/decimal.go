package lang

import (
	"strconv"
	"strings"
)

// decimal is the canonical decimal of the digits before and after the decimal sign.
func decimal(negative bool, whole, part string) string {
	whole = strings.TrimLeft(whole, "0")
	part = strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	switch {
	case part != "":
		whole += "." + part
	case whole == "0":
		return whole
	}
	if negative {
		return "-" + whole
	}
	return whole
}

// times is the canonical decimal v times n: a power of ten, or any n when v is whole.
// It returns "" for what it cannot do.
func times(v string, n int64) string {
	power := strconv.FormatInt(n, 10)
	if strings.Trim(power[1:], "0") == "" && power[0] == '1' {
		return shift(v, len(power)-1)
	}
	i, err := strconv.ParseInt(v, 10, 64)
	if err != nil || i > 1<<32 || i < -1<<32 || n > 1<<30 {
		return ""
	}
	return strconv.FormatInt(i*n, 10)
}

// shift is the canonical decimal v times 10 to the power of n.
func shift(v string, n int) string {
	negative := strings.HasPrefix(v, "-")
	whole, part, _ := strings.Cut(strings.TrimPrefix(v, "-"), ".")
	for len(part) < n {
		part += "0"
	}
	return decimal(negative, whole+part[:n], part[n:])
}

// ratio is a/b as a canonical decimal, or as a fraction in lowest terms when
// the decimal has no end. b is not 0.
func ratio(a, b int64) string {
	x, y := a, b
	for y != 0 {
		x, y = y, x%y
	}
	a, b = a/x, b/x
	places, power := 0, int64(1)
	for power%b != 0 {
		if places++; places > 9 { // 2^-9 has nine
			return strconv.FormatInt(a, 10) + "/" + strconv.FormatInt(b, 10)
		}
		power *= 10
	}
	digits := strconv.FormatInt(a*(power/b), 10)
	for len(digits) <= places {
		digits = "0" + digits
	}
	return decimal(false, digits[:len(digits)-places], digits[len(digits)-places:])
}

// sum is whole plus a fraction from 0 to 1, "" when the fraction has no end.
func sum(whole, fraction string) string {
	if strings.Contains(whole, ".") || strings.Contains(fraction, "/") {
		return ""
	}
	return whole + strings.TrimPrefix(fraction, "0")
}
