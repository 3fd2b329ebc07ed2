"""Countries as cells name them, and by whose rules the phone numbers of a sheet are read (SP-9).

Names stand in ``resources/data/countries.csv`` (two-letter code, name), in all the languages that towns write.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from app.core.paths import resources
from app.core.text import fold, one_line
from app.importers.cells import Cleaned, as_text, clean_text
from app.importers.workbook import Cell

#: The region to read numbers without a country code by, from the language of the headings. Of languages that several
#: countries share all are named; the first, where one stands before the first ``|``, is taken where more are possible.
REGION_OF_LANGUAGE = {
    "uk": "UA",
    "ru": "UA",
    "sl": "SI",
    "sv": "SE",
    "lv": "LV",
    "mk": "MK",
    "pl": "PL",
    "sh": "|BA|HR|ME|RS",
    "bs": "BA",
    "cnr": "ME",
    "hr": "HR|BA",
    "sr": "RS|BA|ME",
    "sq": "|AL|XK|MK",
    "de": "DE|AT|CH",
    "ro": "RO|MD",
    "ka": "GE",
}
#: Ends of e-mail addresses that belong to one country.
_MAIL_ENDS = frozenset(
    "al am at az ba be bg ch cz de dk ee es fi fr ge gr hr hu ie it lt lu lv md me mk nl no pl pt ro rs se si sk tr "
    "ua uk".split()
)
_CALLING = {"380": "UA", "386": "SI", "371": "LV", "387": "BA", "381": "RS", "382": "ME", "389": "MK", "385": "HR"} | {
    "383": "XK",
    "355": "AL",
    "373": "MD",
    "370": "LT",
    "372": "EE",
    "46": "SE",
    "48": "PL",
    "49": "DE",
    "40": "RO",
    "995": "GE",
    "374": "AM",
    "994": "AZ",
    "359": "BG",
    "353": "IE",
    "358": "FI",
    "351": "PT",
    "352": "LU",
    "420": "CZ",
    "421": "SK",
    "30": "GR",
    "31": "NL",
    "32": "BE",
    "33": "FR",
    "34": "ES",
    "36": "HU",
    "39": "IT",
    "41": "CH",
    "43": "AT",
    "44": "GB",
    "45": "DK",
    "47": "NO",
    "90": "TR",
}
_PLUS = re.compile(r"^\s*'?(?:\+|00)\s*(\d[\d\s().-]{6,})")
_WORDS = re.compile(r"\s*[/,;(|–—-]\s*")
#: Generic ends that look like a country and are none: .me is sold to anybody.
_WEAK_ENDS = frozenset(("me",))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    with (resources() / "data" / "countries.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            found.setdefault(fold(row["name"]), row["code"])
            found.setdefault(row["code"].casefold(), row["code"])
    return found


@lru_cache(maxsize=5_000)
def country_code(text: str) -> str:
    """The two letters of a country named in any of the languages, "BiH" and "UKR" included; '' when unknown.

    "Slovenia / Slovenija" and "Україна (Ukraine)" are read by the first part that is known.
    """
    plain = fold(one_line(text)).strip(" .")
    known = _codes()
    if plain in known:
        return known[plain]
    for part in _WORDS.split(plain):
        if len(part) > 2 and part.strip(" .)") in known:
            return known[part.strip(" .)")]
    return ""


def clean_country(cell: Cell) -> Cleaned:
    """The two letters of a country; a text that names none that is known stays a text."""
    code = country_code(as_text(cell))
    return Cleaned(code) if code else clean_text(cell)


def region_of_phone(text: str) -> str:
    """The country of a number that is written with its country code; '' for all others."""
    found = _PLUS.match(text)
    if not found:
        return ""
    digits = re.sub(r"\D", "", found.group(1))
    return next((_CALLING[digits[:length]] for length in (3, 2) if digits[:length] in _CALLING), "")


def region_of_mail(text: str) -> str:
    """The country that the end of an e-mail address belongs to; '' for .com and its like."""
    end = text.strip().rpartition(".")[2].casefold()
    if "@" not in text or end not in _MAIL_ENDS - _WEAK_ENDS:
        return ""
    return "GB" if end == "uk" else end.upper()


def usual_region(phones: Iterable[str], mails: Iterable[str], countries: Iterable[str], language: str) -> str:
    """By whose rules most numbers of a sheet are written.

    Numbers with a country code speak first, then the country column, the ends of the e-mail addresses (where all that
    tell a country tell the same one), and the language of the headings last. '' when nothing tells.
    """
    for texts, tell, share in (
        (phones, region_of_phone, 0.5),
        (countries, country_code, 0.5),
        (mails, region_of_mail, 0.99),
    ):
        counts = Counter(filter(None, map(tell, texts)))
        if counts:
            region, most = counts.most_common(1)[0]
            if most > share * sum(counts.values()):
                return region
    return REGION_OF_LANGUAGE.get(language, "")
