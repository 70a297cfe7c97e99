package lang

import (
	"strings"
	"sync"
)

// units are the units by ID. Factors are exact by definition (SI, the
// international yard and pound of 1959) but for the months and years of a mean
// Gregorian calendar, and the ton, which is the metric one.
var units = sync.OnceValue(func() map[string]Unit {
	return unitsOf(map[string]map[string]float64{
		"mass":   {"kg": 1000, "hg": 100, "g": 1, "mg": 1e-3, "µg": 1e-6, "ng": 1e-9, "t": 1e6, "oz": 28.349523125, "lb": 453.59237, "stone": 6350.29318},
		"length": {"m": 1, "km": 1000, "dm": 0.1, "cm": 0.01, "mm": 1e-3, "µm": 1e-6, "nm": 1e-9, "in": 0.0254, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344, "mil": 10000, "nmi": 1852},
		"volume": {"l": 1, "hl": 100, "dl": 0.1, "cl": 0.01, "ml": 1e-3, "µl": 1e-6, "m³": 1000, "cm³": 1e-3, "gallon": 3.785411784, "pint": 0.473176473,
			"cup": 0.2365882365, "fl oz": 0.0295735295625, "tbsp": 0.015, "tsp": 0.005},
		"area":      {"m²": 1, "km²": 1e6, "cm²": 1e-4, "mm²": 1e-6, "ha": 1e4, "acre": 4046.8564224, "ft²": 0.09290304, "mi²": 2589988.11},
		"time":      {"s": 1, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9, "min": 60, "h": 3600, "half hour": 1800, "quarter hour": 900, "half year": 15778476, "day": 86400, "week": 604800, "fortnight": 1209600, "month": 2629746, "year": 31556952, "decade": 315569520, "century": 3155695200},
		"speed":     {"km/h": 1, "m/s": 3.6, "mph": 1.609344, "knot": 1.852},
		"power":     {"W": 1, "mW": 1e-3, "kW": 1e3, "MW": 1e6, "GW": 1e9, "TW": 1e12, "hp": 735.5},
		"energy":    {"J": 1, "kJ": 1e3, "MJ": 1e6, "Wh": 3600, "kWh": 3.6e6, "MWh": 3.6e9, "GWh": 3.6e12, "TWh": 3.6e15, "cal": 4.184, "kcal": 4184},
		"voltage":   {"V": 1, "mV": 1e-3, "kV": 1e3},
		"current":   {"A": 1, "mA": 1e-3},
		"frequency": {"Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
		"pressure":  {"Pa": 1, "hPa": 100, "kPa": 1e3, "MPa": 1e6, "bar": 1e5, "mbar": 100, "psi": 6894.757, "mmHg": 133.322},
		"data":      {"byte": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "KiB": 1024, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40},
		"rate":      {"bit/s": 1, "kbit/s": 1e3, "Mbit/s": 1e6, "Gbit/s": 1e9},
		"amount":    {"mol": 1, "mmol": 1e-3, "µmol": 1e-6},
		"molarity":  {"mol/l": 1, "mmol/l": 1e-3, "µmol/l": 1e-6},
		"density":   {"g/l": 1, "mg/l": 1e-3, "µg/l": 1e-6, "mg/dl": 1e-2, "g/dl": 10, "mg/ml": 1, "µg/ml": 1e-3, "ng/ml": 1e-6},
		"dose":      {"mg/kg": 1, "g/kg": 1000, "µg/kg": 1e-3},
		"share":     {"%": 1, "‰": 0.1, "ppm": 1e-4, "ppb": 1e-7},
		// What cannot be converted.
		"": {"percentage point": 0, "point": 0, "°": 0, "°C": 0, "°F": 0, "dB": 0, "px": 0, "krona": 0, "SEK": 0, "NOK": 0, "DKK": 0, "ISK": 0, "öre": 0,
			"dollar": 0, "USD": 0, "AUD": 0, "CAD": 0, "EUR": 0, "GBP": 0, "pound": 0, "CHF": 0, "JPY": 0, "cent": 0},
	}, map[string]string{
		"krona": "SEK NOK DKK ISK", "dollar": "USD AUD CAD", "pound": "GBP lb", "°": "°C °F", "cent": "öre", "percentage point": "point",
		"mi": "nmi", "ton": "t", "cal": "kcal", "kB": "KiB", "MB": "MiB", "GB": "GiB", "TB": "TiB", "mmol": "mmol/l", "mol": "mol/l",
	})
})

// unitSigns are the ways to write a unit that all languages share, after a number.
var unitSigns = sync.OnceValue(func() map[string]string {
	return signs(map[string]string{
		"µg": "μg mcg", "l": "l L", "ml": "ml mL", "dl": "dl dL", "cl": "cl cL", "µl": "μl µL μL", "µm": "μm", "µs": "μs", "µmol": "μmol",
		"m²": "m2 m^2 kvm", "km²": "km2 km^2", "cm²": "cm2", "mm²": "mm2", "m³": "m3", "cm³": "cm3 cc", "km/h": "kph kmh km/tim",
		"kB": "KB", "kbit/s": "kbps", "Mbit/s": "Mbps Mb/s", "Gbit/s": "Gbps Gb/s", "kcal": "Kcal", "mol/l": "mol/L", "mmol/l": "mmol/L", "µmol/l": "μmol/l μmol/L µmol/L",
		"g/l": "g/L", "mg/l": "mg/L", "µg/l": "μg/l µg/L μg/L", "mg/dl": "mg/dL", "g/dl": "g/dL", "mg/ml": "mg/mL", "µg/ml": "μg/mL µg/mL", "ng/ml": "ng/mL",
		"µg/kg": "μg/kg", "°C": "℃", "°F": "℉", "EUR": "€ eur", "USD": "US$", "dollar": "$", "pound": "£", "krona": "kr Kr", "percentage point": "pp p.p",
		"h": "hr hrs", "s": "sec secs sek", "min": "mins", "lb": "lbs",
	}, "in A J K day week fortnight month year decade century byte krona point dollar pound cent acre gallon pint cup stone mil knot öre t hp bar ha", "percentage point", "half hour", "quarter hour", "half year")
})

// moneySigns stand before a number.
var moneySigns = map[string]string{
	"$": "dollar", "US$": "USD", "USD": "USD", "AU$": "AUD", "CA$": "CAD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY", "JPY": "JPY",
	"SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "ISK": "ISK", "CHF": "CHF", "kr": "krona", "kr.": "krona", "Kr": "krona",
}

// unitsOf makes the table of units from their factors by dimension, and what
// each may mean besides.
func unitsOf(byDimension map[string]map[string]float64, is map[string]string) map[string]Unit {
	out := make(map[string]Unit, 160) // somewhat more than there are
	for dimension, factors := range byDimension {
		for id, factor := range factors {
			out[id] = Unit{ID: id, Dimension: dimension, Factor: factor, Is: strings.Fields(is[id])}
		}
	}
	return out
}

// signs makes the table of signs: each unit's ID, but for the words listed in
// not, and what is given besides.
func signs(more map[string]string, not ...string) map[string]string {
	no := set(not[0])
	for _, id := range not[1:] {
		no[id] = true
	}
	out := make(map[string]string, len(units())+len(more))
	for id := range units() {
		if !no[id] {
			out[id] = id
		}
	}
	for id, list := range more {
		for _, s := range strings.Fields(list) {
			if other := out[s]; other != "" && other != id {
				panic("two units are written " + s)
			}
			out[s] = id
		}
	}
	return out
}
