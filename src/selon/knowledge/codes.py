"""The codes that tables may use: PLOVER's sectors and the codes of bodies without a country (PLOVER manual 2.0)."""

from __future__ import annotations

BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))
SECTORS = frozenset((
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
    "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
))  # fmt: skip
OWNERSHIP = frozenset(("state", "public", "private", "party"))
MEDIA_KINDS = frozenset(("agency", "newspaper", "broadcaster", "site", "magazine"))
