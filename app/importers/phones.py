"""Phone numbers as towns write them, into E.164 (SP-7, SP-9, I10)."""

import re
from dataclasses import replace
from functools import lru_cache

from app.core.text import one_line
from app.importers.cell_words import ABSENT
from app.importers.cells import EMPTY, Cleaned, Told, as_text
from app.importers.workbook import Cell

#: Numbers of the programmes' countries that need no library: calling code → numbers of digits after it.
_LENGTHS = {
    "380": (9,),
    "386": (8,),
    "371": (8,),
    "387": (8,),
    "381": (8, 9),
    "382": (8,),
    "389": (8,),
    "385": (8, 9),
    "383": (8,),
    "373": (8,),
    "370": (8,),
    "48": (9,),
}
_MAIL_INSIDE = re.compile(r"[^\s;,/|<>()]+@[^\s;,/|<>()]+")
_CUT = re.compile(r"\s*(?:[;\n|]|\s(?:або|чи|или|or|ali|in|och|eller|vai|un|та|і)\s)\s*")
_SOFT_CUT = re.compile(r"\s*[,/]\s*")
_EXTENSION = re.compile(r"(?:\bext\.?|\bдоб\.?|\bвн\.?|\bint\.|\bankn\w*\.?|#|\bx)\s*\d{1,5}\s*$", re.IGNORECASE)
_WORDS_IN_BRACKETS = re.compile(r"\([^)\d]*[^\W\d][^)]*\)")
_TRUNK_ZERO = re.compile(r"(?<=\d)\s*\(0\)\s*")
_SCIENTIFIC = re.compile(r"^\s*(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})\s*$")
#: One number and nothing else, as in nearly every cell: none of the above finds anything in it.
_SIMPLE = re.compile(r"[0-9 +().\-]+\Z")
_UNUSUAL, _COUNTRY_TAKEN = "import_phone_unusual", "import_phone_country_taken"
_NOT_DIGITS = re.compile(r"\D+")
_NOTHING = ABSENT | {"", "0"}


def _pieces(text: str) -> list[str]:
    """The numbers of a cell: cut where numbers are parted, not where one is grouped ("031/905-035")."""
    if _SIMPLE.match(text):
        return [text] if any(map(str.isdigit, text)) else []
    pieces: list[str] = []
    for piece in _CUT.split(text):
        parts = _SOFT_CUT.split(piece)
        if len(parts) > 1 and all(len(_NOT_DIGITS.sub("", part)) >= 7 for part in parts if part):
            pieces.extend(parts)
        else:
            pieces.append(piece)
    return [piece for piece in pieces if any(char.isdigit() for char in piece)]


def _scientific(text: str) -> str | None:
    """The digits of a number that a spreadsheet wrote with an exponent; None when some were lost."""
    found = _SCIENTIFIC.match(text)
    if not found:
        return text
    digits = found.group(1) + (found.group(2) or "")
    length = int(found.group(3)) + 1
    return digits if len(digits) == length else None


def _international(digits: str) -> str:
    """E.164 of digits that start with a known calling code and have its length; '' otherwise."""
    if digits.startswith("3800") and len(digits) == 13:
        digits = "380" + digits[4:]
    for code, lengths in _LENGTHS.items():
        if digits.startswith(code) and len(digits) - len(code) in lengths and digits[len(code)] != "0":
            return "+" + digits
    return ""


def _by_library(text: str, region: str) -> tuple[str, bool]:
    """E.164 by the rules of all countries, and whether the number is one that is given out."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return "", False
    if not phonenumbers.is_possible_number(number):
        return "", False
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written, phonenumbers.is_valid_number(number)


def _in_one_of(digits: str, regions: str) -> tuple[str, str]:
    """A number without a code under the rules of several countries, and what has to be told about it.

    Where only one of them gives out such numbers, it is that one's. Where more do, the first one's is taken and told;
    nothing is taken when no country stands first.
    """
    found = [(one, number) for one in regions.split("|") if one for number, good in (_by_library(digits, one),) if good]
    if len(found) == 1:
        return found[0][1], ""
    main = next((number for one, number in found if one == regions.partition("|")[0]), "")
    return main, _COUNTRY_TAKEN if main else ""


def _one_number(piece: str, region: str) -> tuple[str, str]:
    """E.164 of one number ('' when it is none) and the code of what has to be told about it."""
    text = piece if _SIMPLE.match(piece) else _EXTENSION.sub("", _WORDS_IN_BRACKETS.sub(" ", piece))
    plus = "+" in text
    if plus:
        text = _TRUNK_ZERO.sub("", text)
    digits = _NOT_DIGITS.sub("", text)
    if digits.startswith("00") and len(digits) > 9:
        digits, plus = digits[2:], True
    if (region == "UA" and not plus) or (digits.startswith("80") and len(digits) == 11):
        if digits.startswith("80") and len(digits) == 11:
            return "+3" + digits, ""
        if digits.startswith("0") and len(digits) == 10:
            return "+38" + digits, ""
        if len(digits) == 9 and not digits.startswith("0"):
            return "+380" + digits, ""
    if plus or len(digits) >= 11:
        known = _international(digits)
        if known:
            return known, ""
    if plus:
        found, valid = _by_library("+" + digits, "")
        return found, "" if valid else _UNUSUAL
    if "|" in region:
        return _in_one_of(digits, region)
    found, valid = _by_library(digits, region) if region else ("", False)
    if not valid and len(digits) >= 10:
        other, good = _by_library("+" + digits, "")
        if good or not found:
            found, valid = other, good
    return found, "" if valid else _UNUSUAL


@lru_cache(maxsize=200_000)
def _phone(raw: str, region: str) -> Cleaned:
    mails = _MAIL_INSIDE.findall(raw) if "@" in raw else []
    if mails:
        # Somebody wrote the e-mail into the phone column, too.
        found = (
            _phone(_MAIL_INSIDE.sub(" ; ", raw), region) if any(map(str.isdigit, _MAIL_INSIDE.sub("", raw))) else EMPTY
        )
        return replace(found, also=(("email", mails[0]),))
    text = one_line(raw.replace("\n", ";")).strip()
    if text.startswith("'"):
        text = text[1:]
    if text.endswith(".0") and text[:-2].isdigit():
        # A number that became a text on its way.
        text = text[:-2]
    if text.casefold() in _NOTHING:
        return EMPTY
    whole = _scientific(text)
    if whole is None:
        return Cleaned("", (Told("import_number_lost"),))
    numbers: list[str] = []
    doubts: list[str] = []
    broken = False
    for piece in _pieces(whole):
        number, doubt = _one_number(piece, region)
        if number and number not in numbers:
            numbers.append(number)
            if doubt and doubt not in doubts:
                doubts.append(doubt)
        broken = broken or not number
    if not numbers:
        return Cleaned("", (Told("import_phone_unreadable"),))
    told = tuple(Told(doubt, {"kept": numbers[0]}) for doubt in doubts)
    if broken:
        told += (Told("import_phone_part_unreadable"),)
    if len(numbers) > 1:
        told += (Told("import_second_value", {"kept": numbers[0], "others": ", ".join(numbers[1:])}),)
    return Cleaned(numbers[0], told, tuple(numbers[1:]))


def clean_phone(cell: Cell, region: str = "") -> Cleaned:
    """The first number of a cell in E.164, further ones beside it (SP-9).

    ``region`` (two letters) reads numbers without a country code; without it only international ones can be read.
    Several regions may stand with ``|`` between (``countries.REGION_OF_LANGUAGE``): only a number that one of them
    alone gives out is that one's for certain.
    Numbers stored as numbers lost their leading zero and get it back by the region. Reading the result again gives the
    same.
    """
    return _phone(as_text(cell), region)
