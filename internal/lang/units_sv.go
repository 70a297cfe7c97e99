package lang

func addSwedishUnits(l *Language) {
	l.unitNames, l.unitStems = unitTable(map[string]string{
		"kg": "kilogram, kilogrammet, kilo, kilot, kilon, kilos", "hg": "hektogram, hekto, hektot", "g": "gram, grammet, grammen, grams", "mg": "milligram, milligrammet, milligrams",
		"µg": "mikrogram, mikrogrammet, mikrograms", "ng": "nanogram", "t": "ton, tonnet, tonnen, tons", "oz": "uns, ounce", "lb": "skålpund", "pound": "pund, punden, punds", "GBP": "brittiska pund, engelska pund",
		"m": "meter, metern, metrar, meterna, meters", "km": "kilometer, kilometern, kilometrar, kilometerna, kilometers", "dm": "decimeter, decimetern, decimeters", "cm": "centimeter, centimetern, centimeters",
		"mm": "millimeter, millimetern, millimeters", "µm": "mikrometer, mikrometers", "nm": "nanometer, nanometers", "in": "tum, tummen, tums", "ft": "fot, fots, feet", "yd": "yard, yards",
		"mi": "engelska mil, amerikanska mil, miles, mile", "nmi": "sjömil, nautiska mil, distansminuter", "mil": "mil, milen, mils, svenska mil",
		"l": "liter, litern, litrar, literna, liters", "hl": "hektoliter, hektolitern", "dl": "deciliter, decilitern, deciliters", "cl": "centiliter, centilitern, centiliters", "ml": "milliliter, millilitern, milliliters",
		"µl": "mikroliter", "m³": "kubikmeter, kubikmetern, kubikmeters", "cm³": "kubikcentimeter", "gallon": "gallon", "pint": "pint", "cup": "koppar, kopp",
		"tbsp": "matsked, matskedar, msk", "tsp": "tesked, teskedar, tsk", "m²": "kvadratmeter, kvadratmetern, kvadratmeters, kvm", "km²": "kvadratkilometer, kvadratkilometern, kvadratkilometers", "cm²": "kvadratcentimeter",
		"ha": "hektar, hektaret, hektars, ha", "acre": "acre, tunnland", "ft²": "kvadratfot", "mi²": "kvadratmiles",
		"s": "sekund, sekunder, sekunden, sekunderna, sekunders, sekunds, sek", "ms": "millisekund, millisekunder, millisekunderna, millisekunders", "µs": "mikrosekund, mikrosekunder", "ns": "nanosekund, nanosekunder",
		"min": "minut, minuter, minuten, minuterna, minuters, minuts", "h": "timme, timmar, timmen, timmarna, timmars, timmes, tim, timma, timslång",
		"half hour": "halvtimme, halvtimmen, halvtimmes", "quarter hour": "kvart, kvarten", "half year": "halvår, halvåret", "day": "dygn, dygnet, dygnen, dygns, dag, dagar, dagen, dagarna, dagars, dags", "week": "vecka, veckor, veckan, veckorna, veckors, veckas, vecko",
		"month": "månad, månader, månaden, månaderna, månaders, månads, mån", "year": "år, året, åren, års, årig, åriga, årigt, åring, åringar, åringarna, åringen, åringars, årigas", "decade": "decennium, decennier, decenniet, decennierna, årtionde, årtionden, årtiondena, årtiondet",
		"century": "århundrade, århundraden, sekel, sekler, seklet", "km/h": "kilometer i timmen, kilometer per timme, km i timmen, km/tim", "m/s": "meter per sekund, meter i sekunden, sekundmeter",
		"mph": "miles i timmen, miles per timme, engelska mil i timmen", "knot": "knop", "W": "watt, watts", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "hp": "hästkrafter, hästkraft, hk",
		"J": "joule", "kJ": "kilojoule", "Wh": "wattimmar", "kWh": "kilowattimme, kilowattimmar, kilowattimmen, kilowattimmarna", "MWh": "megawattimmar, megawattimme", "GWh": "gigawattimmar, gigawattimme", "TWh": "terawattimmar, terawattimme",
		"cal": "kalori, kalorier, kalorierna", "kcal": "kilokalori, kilokalorier", "V": "volt, volts", "kV": "kilovolt, kilovolts", "A": "ampere", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "bar": "bar",
		"byte": "byte, bytes", "kB": "kilobyte", "MB": "megabyte, mb", "GB": "gigabyte, gb", "TB": "terabyte, tb", "kbit/s": "kilobit per sekund", "Mbit/s": "megabit per sekund", "Gbit/s": "gigabit per sekund",
		"mmol": "millimol", "%": "procent, procenten, procents, procentig, procentiga, procentigt, proc", "‰": "promille, promillen", "percentage point": "procentenhet, procentenheter, procentenheten, procentenheterna, procentenheters",
		"point": "poäng, poängen, poängs, punkter, punkters", "°": "grad, grader, graden, graderna, graders, gradig, gradiga, gradigt", "°C": "grader celsius, celsius, plusgrader, minusgrader", "°F": "grader fahrenheit, fahrenheit", "dB": "decibel", "px": "pixel, pixlar, pixlars, bildpunkter",
		"krona": "krona, kronor, kronan, kronorna, kronors, kr, kronor", "SEK": "svenska kronor, svenska kr", "NOK": "norska kronor", "DKK": "danska kronor", "ISK": "isländska kronor", "öre": "öre, ören",
		"dollar": "dollar, dollarn, dollars", "USD": "us-dollar, amerikanska dollar", "EUR": "euro, euron, euros", "CHF": "schweiziska franc, schweizerfranc", "JPY": "yen", "cent": "cent, pence",
	}, "")
	l.oneWords = map[string]string{"en": "1", "ett": "1", "halv": "0.5", "halvt": "0.5"}
	l.moneyWords = map[string]string{"mkr": "krona", "mnkr": "krona", "tkr": "krona", "mdkr": "krona"}
}
