"""Dates of which only the month, quarter, half or year is told: "Q3/2026", "до кінця червня 2026"."""

import re
from functools import lru_cache

from app.core.text import one_line
from app.importers.dates_in_cells import month_of

_YEAR = r"(?:19|20)[0-9]{2}"
_OF_YEAR = r"(?:рік|року|році|р|год|года|году|г|leto|leta|letu|gads|gada|gadā|år|godin[aeu]|годин[аеу]|year)\.?"
#: Words for the parts of a year, by their beginnings.
_QUARTER = (
    r"(?:q(?=\d|\b)|quarter|кв(?:артал\w*)?|kv(?:art[aā]l\w*)?|četrtletj\w*|ceturks\w*|тримесечј\w*|тромесечј\w*|"
    r"tromjesečj\w*|tromesečj\w*|kvartāl\w*)\.?"
)
_HALF = (
    r"(?:h(?=\d|\b)|half(?:[- ]year)?|semester|півріччя|пол(?:угоди\w*|\.)|polletj\w*|polletje|polovic\w*|halvår\w*|"
    r"pusgad\w*|полугодиште|полугодије|polugodišt\w*|polugodi\w*|половин\w*)\.?"
)
_FIRST = r"first|1st|перш\w+|перв\w+|prv\w+|прв\w+|pirm\w+|första|i|1(?:[.:-]?\w{0,2})?"
_SECOND = r"second|2nd|друг\w+|втор\w+|drug\w+|otr\w+|andra|втор\w+|ii|2(?:[.:-]?\w{0,2})?"
_THIRD = r"third|3rd|трет\w+|tretj\w+|treć\w+|trec\w+|трећ\w+|treš\w+|tredje|iii|3(?:[.:-]?\w{0,2})?"
_FOURTH = r"fourth|4th|четверт\w+|četrt\w+|četvrt\w+|четврт\w+|ceturt\w+|fjärde|iv|4(?:[.:-]?\w{0,2})?"
_WHICH = (_FIRST, _SECOND, _THIRD, _FOURTH)
#: Roman numbers typed with Ukrainian letters.
_ROMAN = re.compile(r"\b[іІiIvV]{1,3}\b")
_ROMAN_LETTERS = str.maketrans("іІ", "iI")
#: What may stand before a day by which something is due.
_DUE = re.compile(
    r"^(?:(?:due|by|until|till|before|no later than|latest|senast|innan|före|do|najkasneje do|najkasnije do|до|"
    r"не пізніше|не позже|līdz|pirms|за|к)\s+)+",
    re.IGNORECASE,
)
#: The end, middle or beginning of a month or a longer time: the time itself is what is known.
_END = (
    r"(?:the\s+)?(?:end|late|кін(?:ець|ця|ці)|конец|конца|konec|koncem|konca|kraj(?:em|a|u)?|крај(?:ем|а|у)?|slutet|"
    r"beigas|beigām)"
)
_OTHER = (
    r"(?:the\s+)?(?:mid(?:dle)?|early|beginning|start|середин\w+|почат(?:ок|ку)|начал\w+|sredin\w+|začet\w+|počet\w+|"
    r"средин\w+|почет\w+|mitten|början|vid\w+|sākum\w+)"
)
_PLACE = re.compile(
    rf"^(?:at|in|на|в|у|ob|u|на|i|på)?\s*({_END}|{_OTHER})[\s-]+(?:of\s+|av\s+|på\s+|на\s+)?(.+)$", re.IGNORECASE
)
_PLACE_LAST = re.compile(rf"^(.*\S)\s+({_END}|{_OTHER})$", re.IGNORECASE)
_IN = re.compile(r"^(?:in|during|у|в|во|u|v|i|under)\s+(?=\S)", re.IGNORECASE)
_CANONICAL = re.compile(r"^(?:19|20)[0-9]{2}-(?:Q[1-4]|H[12]|0[1-9]|1[0-2])$", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"^({_YEAR})\.?\s*(?:{_OF_YEAR})?$", re.IGNORECASE)
_MONTH_YEAR = re.compile(
    rf"^(?:([0-9]{{1,2}})\s*[./-]\s*({_YEAR})|([^\W\d_]+)\.?,?\s+({_YEAR}))\.?\s*(?:{_OF_YEAR})?$", re.IGNORECASE
)
_YEAR_MONTH = re.compile(rf"^({_YEAR})\.?\s*(?:{_OF_YEAR})\s*([^\W\d_]+)\.?$", re.IGNORECASE)


def _part(word: str, number: int) -> list[re.Pattern[str]]:
    """How the ``number``-th part of a year is written: before its word, behind it, the year first or last."""
    which = _WHICH[number - 1]
    named = rf"(?:(?:{which})\.?\s*{word}|{word}\s?{number}\b)"
    return [
        re.compile(
            rf"^(?:the\s+)?{named}[\s/,.-]*(?:of\s)?(?:{_OF_YEAR}\s)?({_YEAR})\.?\s*(?:{_OF_YEAR})?$", re.IGNORECASE
        ),
        re.compile(rf"^({_YEAR})[\s/,.-]*(?:{_OF_YEAR})?[\s/,.-]*{named}$", re.IGNORECASE),
    ]


_PARTS = [
    *((f"Q{number}", form) for number in (1, 2, 3, 4) for form in _part(_QUARTER, number)),
    *((f"H{number}", form) for number in (1, 2) for form in _part(_HALF, number)),
]


@lru_cache(maxsize=5_000)
def partial_date(raw: str) -> str:
    """The canonical text of a date known to its month, quarter, half or year; '' where the text says anything else.

    "Due by" before it and "end of" a month or a longer time change nothing: the last day of what is known is what
    counts. The beginning or middle of a year is no date: its last day would be too late.
    """
    text = _DUE.sub("", one_line(raw).strip(" .;"))
    place = _PLACE.match(text)
    last = _PLACE_LAST.match(text)
    if place or last:
        inner = place[2] if place else last[1] if last else ""
        said = place[1] if place else last[2] if last else ""
        known = _known(_IN.sub("", inner))
        end = re.fullmatch(_END, said, re.IGNORECASE) is not None
        return known if end or re.fullmatch(r"[0-9]{4}-[0-9]{2}", known) else ""
    return _known(text) or _known(_IN.sub("", text))


def _known(raw: str) -> str:
    text = raw.strip(" .,")
    if _CANONICAL.match(text):
        return text.upper()
    year = _YEAR_ALONE.match(text)
    if year:
        return year[1]
    for month in (_MONTH_YEAR.match(text), _YEAR_MONTH.match(text)):
        if month is None:
            continue
        *_rest, last = month.groups()
        if month.re is _YEAR_MONTH:
            number, in_year = month_of(last), month[1]
        else:
            number, in_year = (int(month[1]) if month[1] else month_of(month[3])), month[2] or month[4]
        if 1 <= number <= 12:
            return f"{in_year}-{number:02d}"
    plain = _ROMAN.sub(lambda found: found[0].translate(_ROMAN_LETTERS), text)
    for name, form in _PARTS:
        found = form.match(plain)
        if found:
            return f"{found[1]}-{name}"
    return ""
