"""One cell made sense of: texts, e-mails, sex, passport numbers, diets, yes and no (SP-7, SP-10, SP-14 to SP-17).

Each cleaner gives the value as it will be kept ('' when there is none) and what has to be told about it. Nothing here
guesses silently: what cannot be read is left out and told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import lru_cache
from math import isfinite

from app.core.text import changed_by_cleaning, clean, fold, one_line
from app.core.transliteration import repair_mixed_script
from app.importers.cell_words import ABSENT, MAN, NO, NOTHING, OTHER, WOMAN, YES, no_diet
from app.importers.workbook import Cell

#: D11: longer texts are cut and told.
MAX_TEXT = 10_000

_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХУавсеінкморсуухіЅѕЈј", "ABCEHIKMOPTXYabceihkmopcyyxiSsJj")
_MAIL = re.compile(r"^[A-Za-z0-9._%+'&~#-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$")
_MAIL_INSIDE = re.compile(r"[A-Za-z0-9._%+'&~#-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,24}")
_MAIL_PARTS = re.compile(r"[;,\s/|]+|\s(?:або|or|ali|eller|vai)\s")
#: "name (at) town.example", as addresses are hidden from robots.
_WRITTEN_AT = re.compile(r"\s*[\[({]\s*(?:at|ät|afna|pri|собака|равлик|ет)\s*[\])}]\s*", re.IGNORECASE)
_SPACED_AT = re.compile(r"\s*(@)\s*")
#: So many figures beside an e-mail address are a phone number.
_PHONE_DIGITS = 7
_PASSPORT = re.compile(r"^[A-Z]{0,3}\d{5,9}[A-Z]{0,2}$|^[A-Z0-9]{6,12}$")
_PASSPORT_INSIDE = re.compile(r"\b([A-Z]{2}\s?(?:No\s?)?\d{6,7}|[A-Z]\d{7,8}|\d{9})\b")
_UNTIL = re.compile(
    r"(?:\bДО\b|\bUNTIL\b|\bTILL\b|\bEXP\w*\b\.?|VELJA\w* DO|VAŽI\w* DO|VRIJEDI DO|ВАЖИ ДО|TILL OCH MED|T\.O\.M\.|"
    r"DERĪG\w* LĪDZ|\bLĪDZ\b|WAŻNY DO|GÜLTIG BIS)\s*:?\s*(\d{1,2}[./ -]\s?\d{1,2}[./ -]\s?\d{2,4}|\d{4}-\d\d-\d\d)"
)
#: Accents typed for apostrophes, and hyphens that word processors put where a line must not break.
_TYPED_SIGNS = str.maketrans({"`": "'", "´": "'", "\u2010": "-", "\u2011": "-"})
#: Signs at a name that refer to a remark below the list.
_FOOTNOTES = "*†‡¹²³ "
_SPACES = re.compile(r"[\s\-–№]+")
_PLUS_SIGNS = ("'=", "'+", "'-", "'@")


#: Columns that say yes or no to a use of data (SP-16).
CONSENTS = frozenset(("data_consent", "photo_consent"))


@dataclass(frozen=True, slots=True)
class Told:
    """Something to tell about a cell: a code of ``app.core.import_sentences`` and its parameters."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned value, further values that stood in the same cell, and what has to be told."""

    value: str = ""
    told: tuple[Told, ...] = ()
    others: tuple[str, ...] = ()
    #: Values of other fields that stood in the cell, (field, raw text): they fill what the row says nowhere else.
    also: tuple[tuple[str, str], ...] = ()


EMPTY = Cleaned()


def as_text(cell: Cell) -> str:
    """A raw cell as text without a trailing ``.0``; dates in ISO form; not yet cleaned."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, int | float):
        if not isfinite(cell):
            return ""
        return str(int(cell)) if float(cell).is_integer() and abs(cell) < 1e15 else repr(float(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


@lru_cache(maxsize=100_000)
def _cleaned_text(raw: str, lines: bool) -> Cleaned:
    told: list[Told] = []
    if changed_by_cleaning(raw):
        told.append(Told("import_invisible_characters"))
    text = clean(raw) if lines else one_line(raw)
    if text.startswith(_PLUS_SIGNS):
        text = text[1:]
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT].rstrip()
        told.append(Told("import_text_cut", {"most": MAX_TEXT}))
    if not text.strip("-–—―_.… "):
        # A dash, a line to write on: nothing was written.
        return EMPTY
    return Cleaned(text, tuple(told))


def clean_text(cell: Cell, lines: bool = False) -> Cleaned:
    """A text on one line (or with its lines): tidied, cut at 10,000 characters, invisible characters told (I13)."""
    return _cleaned_text(as_text(cell), lines)


@lru_cache(maxsize=10_000)
def _diet(raw: str) -> Cleaned:
    cleaned = _cleaned_text(raw, False)
    # Forms end each choice with a semicolon, also the only one.
    value = cleaned.value.rstrip(" ;,")
    plain = value.casefold().strip(" .!")
    if plain in NOTHING or no_diet(plain):
        return EMPTY
    return cleaned if value == cleaned.value else replace(cleaned, value=value)


def clean_diet(cell: Cell) -> Cleaned:
    """A diet; words that say "nothing special" in any of the languages are no diet."""
    return _diet(as_text(cell))


@lru_cache(maxsize=50_000)
def _email(raw: str) -> Cleaned:
    text = one_line(raw).strip("<>.,;: ").removeprefix("mailto:").removeprefix("MAILTO:")
    if not text or text.casefold() in ABSENT:
        return EMPTY
    if _MAIL.match(text):
        return Cleaned(text.lower())
    written = with_at(text)
    folded = _SPACED_AT.sub(r"\1", written).translate(_LOOKALIKES)
    good: list[str] = []
    bad: list[str] = []
    rest = _MAIL_INSIDE.sub(" ", folded)
    also = (("phone", rest.strip(" ;,/|()<>")),) if sum(map(str.isdigit, rest)) >= _PHONE_DIGITS else ()
    for part in _MAIL_PARTS.split(folded):
        mail = part.strip("<>.,;:()\"' ").removeprefix("mailto:")
        if _MAIL.match(mail) and ".." not in mail:
            good.append(mail.lower())
        elif "@" in mail:
            bad.append(mail)
    if not good and not bad and also:
        return Cleaned("", (), (), also)
    if not good or bad:
        return Cleaned(good[0] if good else "", (Told("import_email_unreadable"),), tuple(good[1:]), also)
    told: tuple[Told, ...] = ()
    if not all(mail in written.lower() for mail in good):
        told += (Told("import_email_lookalikes"),)
    elif written != text:
        told += (Told("import_email_at_written", {"kept": good[0]}),)
    if len(good) > 1:
        told += (Told("import_second_value", {"kept": good[0], "others": ", ".join(good[1:])}),)
    return Cleaned(good[0], told, tuple(good[1:]), also)


def clean_email(cell: Cell) -> Cleaned:
    """An e-mail address in small letters; look-alike Cyrillic letters are put right and told (SP-10, SP-17)."""
    return _email(as_text(cell))


def is_absent(text: str) -> bool:
    """Whether a text only says that there is no such thing."""
    return one_line(text).casefold() in ABSENT


def with_at(text: str) -> str:
    """A text in which "(at)" is the sign that it means."""
    return _WRITTEN_AT.sub("@", text)


def find_email(text: str) -> str:
    """The first e-mail address inside a text with other things; '' when there is none."""
    found = _MAIL_INSIDE.search(text)
    return found.group() if found else ""


@lru_cache(maxsize=1_000)
def _gender(raw: str, language: str) -> Cleaned:
    text = one_line(raw).casefold().strip(" .:")
    if not text or text in NOTHING - OTHER:
        return EMPTY
    if text in ("k", "s", "v") and language != "pl":
        if (language == "sv" and text == "k") or (language == "lv" and text == "s"):
            return Cleaned("f")
        if language in ("lv", "") and text == "v":
            return Cleaned("m")
        return Cleaned("", (Told("import_gender_unreadable"),))
    if text == "k" and language == "pl":
        return Cleaned("f")
    # "ч (чоловіча)", "F - female": the first word says it.
    for said in (text, text.split(" ")[0].strip(" .:(-–,")):
        for words, value in ((MAN, "m"), (WOMAN, "f")):
            if said in words:
                return Cleaned(value)
    if text in OTHER:
        return Cleaned("x")
    bare = fold(text)
    for words, value in ((MAN, "m"), (WOMAN, "f")):
        if len(bare) > 2 and any(fold(word) == bare for word in words):
            return Cleaned(value)
    return Cleaned("", (Told("import_gender_unreadable"),))


def clean_gender(cell: Cell, language: str = "") -> Cleaned:
    """``f``, ``m`` or ``x`` from the words and letters of all languages; ``k``, ``s`` only under their own (SP-14)."""
    return _gender(as_text(cell), language)


@lru_cache(maxsize=50_000)
def _passport(raw: str, number: bool) -> Cleaned:
    text = one_line(raw).upper()
    if not text or text.casefold() in ABSENT:
        return EMPTY
    if re.fullmatch(r"\d+[.,]\d+E\+?\d+", text):
        return Cleaned("", (Told("import_number_lost"),))
    told: tuple[Told, ...] = ()
    if text.endswith(".0") and text[:-2].isdigit():
        # A number that became a text on its way.
        text = text[:-2]
    plain = _SPACES.sub("", text)
    if not plain.isascii():
        latin = plain.translate(_LOOKALIKES)
        if latin.isascii():
            plain = latin
            told = (Told("import_passport_lookalikes"),)
    if _PASSPORT.match(plain):
        if number and len(plain) < 9:
            told += (Told("import_zeros_lost"),)
        return Cleaned(plain, told)
    inside = _PASSPORT_INSIDE.search(text.translate(_LOOKALIKES))
    if inside:
        kept = _SPACES.sub("", inside.group(1)).replace("NO", "", 1)
        until = _UNTIL.search(text)
        also = (("passport_expiry", until.group(1)),) if until else ()
        return Cleaned(kept, (Told("import_passport_taken_out", {"kept": kept}),), (), also)
    return Cleaned("", (Told("import_passport_unreadable"),))


def clean_passport(cell: Cell) -> Cleaned:
    """A travel document's number in Latin capitals and digits; look-alikes put right and told (SP-7, D13)."""
    return _passport(as_text(cell), isinstance(cell, int | float))


def yes_or_no(cell: Cell) -> bool | None:
    """Yes, no, or nothing said: empty is not no (SP-15)."""
    text = one_line(as_text(cell)).casefold().strip(" .!")
    first = text.split(" ")[0].strip(",;") if text else ""
    if text in YES or first in YES:
        return True
    return False if text in NO or first in NO else None


def clean_consent(cell: Cell) -> Cleaned:
    """``yes`` or ``no`` of a consent (SP-15, SP-16); anything else stays as it was written."""
    said = yes_or_no(cell)
    return clean_text(cell) if said is None else Cleaned("yes" if said else "no")


def clean_name(cell: Cell) -> Cleaned:
    """A word of a name on one line: apostrophes made of accents put right, mixed scripts repaired and told (SP-17)."""
    return _name(as_text(cell))


@lru_cache(maxsize=100_000)
def _name(raw: str) -> Cleaned:
    cleaned = _cleaned_text(raw, False)
    if not cleaned.value:
        return cleaned
    text, repaired = repair_mixed_script(cleaned.value.translate(_TYPED_SIGNS).strip(_FOOTNOTES))
    if not any(map(str.isalpha, text)):
        return EMPTY
    told = cleaned.told + ((Told("import_mixed_script", {"words": ", ".join(repaired)}),) if repaired else ())
    return Cleaned(text, told)
