"""Units of measure and currencies, as English says them."""

from __future__ import annotations

_MEASURES = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer", "mi": "mile", "yd": "yard",
    "kg": "kilogram", "g": "gram", "mg": "milligram", "lb": "pound", "lbs": "pound", "oz": "ounce", "t": "ton",
    "l": "liter", "L": "liter", "ml": "milliliter", "mL": "milliliter", "cl": "centiliter", "gal": "gallon",
    "s": "second", "sec": "second", "secs": "second", "ms": "millisecond", "min": "minute", "mins": "minute", "h": "hour",
    "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year", "wk": "week", "wks": "week",
    "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "V": "volt", "kWh": "kilowatt hour",
    "MWh": "megawatt hour", "Wh": "watt hour", "mAh": "milliamp hour", "cal": "calorie", "kcal": "calorie", "px": "pixel",
    "acre": "acre", "ha": "hectare", "kn": "knot", "MP": "megapixel", "bit": "bit", "pt": "point", "pts": "point", "J": "joule", "kJ": "kilojoule",
}
_IRREGULAR = {
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "%": ("percent", "percent"), "‰": ("per mille", "per mille"),
    "°": ("degree", "degrees"), "°C": ("degree celsius", "degrees celsius"), "°F": ("degree fahrenheit", "degrees fahrenheit"),
    "℃": ("degree celsius", "degrees celsius"), "℉": ("degree fahrenheit", "degrees fahrenheit"), "K": ("kelvin", "kelvin"),
    "km/h": ("kilometer per hour", "kilometers per hour"), "kmh": ("kilometer per hour", "kilometers per hour"),
    "kph": ("kilometer per hour", "kilometers per hour"), "mph": ("mile per hour", "miles per hour"),
    "m/s": ("meter per second", "meters per second"), "fps": ("frame per second", "frames per second"),
    "rpm": ("revolution per minute", "revolutions per minute"), "bpm": ("beat per minute", "beats per minute"),
    "Mbps": ("megabit per second", "megabits per second"), "Gbps": ("gigabit per second", "gigabits per second"),
    "MB/s": ("megabyte per second", "megabytes per second"), "dpi": ("dot per inch", "dots per inch"),
    "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"), "GHz": ("gigahertz", "gigahertz"),
    "dB": ("decibel", "decibels"), "m²": ("square meter", "square meters"), "m2": ("square meter", "square meters"),
    "km²": ("square kilometer", "square kilometers"), "m³": ("cubic meter", "cubic meters"), "cm³": ("cubic centimeter", "cubic centimeters"),
    "sqm": ("square meter", "square meters"), "x": ("time", "times"), "×": ("time", "times"),
    "EUR": ("euro", "euros"), "USD": ("U S dollar", "U S dollars"), "GBP": ("pound", "pounds"), "CHF": ("swiss franc", "swiss francs"),
    "JPY": ("yen", "yen"), "INR": ("rupee", "rupees"), "CAD": ("canadian dollar", "canadian dollars"),
    "AUD": ("australian dollar", "australian dollars"),
}
UNITS: dict[str, tuple[str, str]] = {**{key: (word, f"{word}s") for key, word in _MEASURES.items()}, **_IRREGULAR}
"""Singular and plural by the unit's sign, in the case in which it is written."""

APART_ONLY_WITH_SIGN = frozenset({"in", "t", "K", "x", "×", "pt", "s", "bit", "acre", "ha", "cal", "V", "J", "MP", "min"})
"""Units that are not taken for units when they stand as a word of their own after a number ("5 in a row")."""

CURRENCIES: dict[str, tuple[str, str, str]] = {
    "$": ("dollar", "dollars", "cent"), "US$": ("U S dollar", "U S dollars", "cent"), "€": ("euro", "euros", "cent"),
    "£": ("pound", "pounds", "penny"), "¥": ("yen", "yen", ""), "₹": ("rupee", "rupees", "paisa"), "₩": ("won", "won", ""),
    "A$": ("australian dollar", "australian dollars", "cent"), "C$": ("canadian dollar", "canadian dollars", "cent"),
    "CA$": ("canadian dollar", "canadian dollars", "cent"), "AU$": ("australian dollar", "australian dollars", "cent"),
    "₽": ("rouble", "roubles", "kopeck"), "₺": ("lira", "liras", ""), "₿": ("bitcoin", "bitcoins", ""),
}
"""Singular, plural and hundredth of a currency by its sign; no hundredth where none is in use."""

HUNDREDTHS = {"cent": "cents", "penny": "pence", "paisa": "paise", "kopeck": "kopecks"}
"""Plurals of the hundredths."""

SCALES: dict[str, str] = {"k": "thousand", "K": "thousand", "M": "million", "m": "million", "mn": "million", "mm": "million",
                          "B": "billion", "b": "billion", "bn": "billion", "T": "trillion", "tn": "trillion"}
"""What a letter after an amount multiplies by."""

SCALE_WORDS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
"""Multipliers that may stand between an amount and its currency."""
