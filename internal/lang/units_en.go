package lang

func addEnglishUnits(l *Language) {
	l.unitNames, l.unitStems = unitTable(map[string]string{
		"kg": "kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos", "hg": "hectogram, hectograms", "g": "gram, grams, gramme, grammes",
		"mg": "milligram, milligrams", "µg": "microgram, micrograms", "ng": "nanogram, nanograms", "t": "tonne, tonnes, ton, tons, metric ton, metric tons",
		"oz": "ounce, ounces, oz", "lb": "lb, lbs", "stone": "stone", "pound": "pound, pounds, quid", "GBP": "pounds sterling, british pounds",
		"m": "metre, metres, meter, meters", "km": "kilometre, kilometres, kilometer, kilometers, km", "dm": "decimetre, decimetres", "cm": "centimetre, centimetres, centimeter, centimeters",
		"mm": "millimetre, millimetres, millimeter, millimeters", "µm": "micrometre, micrometres, micrometer, micrometers, micron, microns", "nm": "nanometre, nanometres, nanometer, nanometers",
		"in": "inch, inches", "ft": "foot, feet, ft", "yd": "yard, yards, yd", "mi": "mile, miles", "nmi": "nautical mile, nautical miles", "mil": "swedish mile, swedish miles, scandinavian miles",
		"l": "litre, litres, liter, liters", "hl": "hectolitre, hectolitres", "dl": "decilitre, decilitres, deciliter, deciliters", "cl": "centilitre, centilitres, centiliter, centiliters",
		"ml": "millilitre, millilitres, milliliter, milliliters", "µl": "microlitre, microlitres, microliter, microliters", "m³": "cubic metre, cubic metres, cubic meter, cubic meters",
		"cm³": "cubic centimetres, cubic centimeters", "gallon": "gallon, gallons", "pint": "pint, pints", "cup": "cup, cups", "fl oz": "fl oz, fluid ounce, fluid ounces",
		"tbsp": "tablespoon, tablespoons, tbsp, tbsps", "tsp": "teaspoon, teaspoons, tsp, tsps",
		"m²": "square metre, square metres, square meter, square meters, sq m, sqm", "km²": "square kilometre, square kilometres, square kilometer, square kilometers, sq km",
		"cm²": "square centimetres, square centimeters", "ha": "hectare, hectares, ha", "acre": "acre, acres", "ft²": "square foot, square feet, sq ft", "mi²": "square mile, square miles",
		"s": "second, seconds, sec", "ms": "millisecond, milliseconds", "µs": "microsecond, microseconds", "ns": "nanosecond, nanoseconds", "min": "minute, minutes", "h": "hour, hours", "half hour": "half hour, half-hour, half-hours", "quarter hour": "quarter of an hour, quarter-hour, quarter hour",
		"day": "day, days", "week": "week, weeks", "fortnight": "fortnight, fortnights", "month": "month, months", "year": "year, years", "decade": "decade, decades", "century": "century, centuries",
		"km/h": "kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, km per hour", "m/s": "metres per second, meters per second", "mph": "miles per hour, miles an hour, mph", "knot": "knot, knots",
		"W": "watt, watts", "kW": "kilowatt, kilowatts", "MW": "megawatt, megawatts", "GW": "gigawatt, gigawatts", "TW": "terawatt, terawatts", "hp": "horsepower, hp",
		"J": "joule, joules", "kJ": "kilojoule, kilojoules", "Wh": "watt hours, watt-hours", "kWh": "kilowatt hour, kilowatt hours, kilowatt-hour, kilowatt-hours",
		"MWh": "megawatt hours, megawatt-hours", "GWh": "gigawatt hours, gigawatt-hours", "TWh": "terawatt hours, terawatt-hours", "cal": "calorie, calories", "kcal": "kilocalorie, kilocalories",
		"V": "volt, volts", "kV": "kilovolt, kilovolts", "A": "ampere, amperes, amp, amps", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "bar": "bar",
		"byte": "byte, bytes", "kB": "kilobyte, kilobytes", "MB": "megabyte, megabytes, mb", "GB": "gigabyte, gigabytes, gb", "TB": "terabyte, terabytes, tb",
		"kbit/s": "kilobits per second", "Mbit/s": "megabits per second", "Gbit/s": "gigabits per second",
		"mmol": "millimole, millimoles", "%": "percent, per cent, pct", "‰": "per mille", "percentage point": "percentage point, percentage points, percentage-point, percentage-points, per cent points",
		"point": "point, points", "°": "degree, degrees", "°C": "degree celsius, degrees celsius, degrees centigrade, celsius", "°F": "degree fahrenheit, degrees fahrenheit, fahrenheit", "dB": "decibel, decibels", "px": "pixel, pixels",
		"krona": "krona, kronor, krone, kroner, crowns", "SEK": "swedish kronor, swedish krona, swedish crowns", "NOK": "norwegian kroner, norwegian krone", "DKK": "danish kroner, danish krone", "öre": "öre",
		"dollar": "dollar, dollars, bucks", "USD": "us dollars, us dollar, american dollars", "EUR": "euro, euros", "CHF": "swiss francs", "JPY": "yen", "cent": "cent, cents, pence",
	}, "")
	l.oneWords = map[string]string{"a": "1", "an": "1", "one": "1", "single": "1", "half": "0.5"}
}
