"""Columns under headings nobody knows, whose values tell what they are: bodies, posts, passports, births (7.2).

What is found so is shown with the confidence of values and can be changed like any other column. Only fields that no
heading names are looked for, and only where the heading says nothing at all.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from app.core.name_parts import split_full_name
from app.core.people_comparison import Level, PersonFacts, name_level
from app.core.text import one_line
from app.core.transliteration import is_cyrillic, is_latin
from app.importers.column_values import ORGANISATION, PASSPORT, WIDEST, share_of, values_of
from app.importers.heading_rows import NAMES
from app.importers.heading_words import Meaning, normalise
from app.importers.workbook import Cell, Sheet

_SCORE = 75.0
#: So many values must speak for it: two by chance say nothing.
_SHARE, _FEWEST = 0.6, 2
#: Below this a meaning of the heading is no more than a word in common.
_HEARD = 50.0
#: So many rows tell whether two columns name the same people.
_COMPARED = 12
#: Bodies and posts of somebody else: the host, the partner, the mentor, the boss, who invites, who pays.
_OF_OTHERS = re.compile(
    r"partner|партнер|host|приймаюч|прийма[єю]|gostitelj|gostujoč|domaćin|домаћин|домаќин|värd|uzņem|gazd|ментор|mentor|"
    r"керівник|boss|supervis|nadrejen|запрош|invit|vabil|pozva|inbj|ielūg|платник|payer|plačnik|видан|issu|izda|"
    r"контактн|куратор|відповідальн|respons|odgovor|ansvarig|atbildīg|попередн|previous|former|колишн|destin|призначен"
)
_POST = re.compile(
    r"(?<![^\W\d_])(?:міськ\w+ голов|голов|заступни|начальни|директор|спеціаліст|фахів|секретар|старост|депутат|"
    r"радни[кц]|інженер|бухгалтер|юрист|водій|перекладач|керівни|завідув|інспектор|консультант|методист|лікар|вчител|"
    r"mayor|head\b|director|specialist|deputy|officer|manager|coordinator|advis[eo]r|expert|secretary|engineer|lawyer|"
    r"consultant|assistant|councillor|interpreter|driver|chief|načelni|direktor|svetov|savetni|savjetni|župan|podžupan|"
    r"vodja|referent|tajni|gradonačelni|pomoćni|stručn|inspektor|inženir|inženjer|vozač|šofer|prevod|strateg|\w*chef\b|"
    r"\w*handläggare|\w*samordnare|kommunalråd|ordförande|\w*ledare|vadītāj|\w*speciālist|priekšsēd|deputāt|konsultant|"
    r"primar|viceprimar|consilier|specialist|șef|drejtor|kryetar|nënkryetar|përgjegjës|градоначални|градоначелни|начелни|"
    r"советни|саветни|соработни|сарадни|председни|возач|преводи|раководител|руководи|помоћни|помошни|заместител|глава\b|"
    r"начальник|специалист|kierowni|inspektor|burmistrz|wójt|bürgermeister|leiter|referent)",
    re.IGNORECASE,
)
_DIET = re.compile(
    r"(?<![^\W\d_])(?:ве[гґ](?:ет|ан|е\b|і\b)|ve[gģ](?:et|an|i\b|e\b|ā)|weg(?:et|ań)|м.?ясн|мясн|рибн|пісн|постн|посн|halal|халял|халал|"
    r"кошер|kosher|košer|mesno|ribje|brezmesno|mesni|posno|kött|fisk|gaļ|ziv|meat|fish|\w*gluten|\w*глютен|\w*glutēn|\w*lakto|"
    r"\w*лактоз|\w*lacto)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(19[3-9]\d|20\d\d)(?!\d)")
_OLDEST_YOUNG, _SURELY_BIRTH = 2010, 1986
_DATE = re.compile(r"^\s*(?:\d{1,2}[./-]\s*\d{1,2}[./-]\s*\d{4}|\d{4}-\d\d-\d\d)\s*(?:р|г|god|g)?\.?\s*$")


def _years(values: Sequence[Cell]) -> list[int]:
    """The years of the values that are nothing but a day."""
    years = []
    for value in values:
        if isinstance(value, date | datetime):
            years.append(value.year)
        elif isinstance(value, str) and _DATE.match(value) and (found := _YEAR.search(value)):
            years.append(int(found.group()))
    return years


def _births(values: Sequence[Cell]) -> bool:
    """Whether days are of births: all of them long ago, one longer than any passport or post lasts."""
    years = _years(values)
    return len(years) >= _SHARE * len(values) and max(years) < _OLDEST_YOUNG and min(years) < _SURELY_BIRTH


_TESTS: tuple[tuple[str, Callable[[Sequence[Cell]], bool]], ...] = (
    ("passport_number", lambda values: share_of(values, PASSPORT.match) >= _SHARE),
    ("birth_date", _births),
    ("position", lambda values: share_of(values, _POST.search) >= _SHARE),
    ("diet", lambda values: share_of(values, _DIET.match) >= _SHARE),
    ("organisation", lambda values: share_of(values, ORGANISATION.search) >= _SHARE),
)


def _same_names(native: Sequence[Cell], latin: Sequence[Cell]) -> bool:
    """Whether two columns name the same people, row by row, in Cyrillic and in Latin letters (MA-2)."""
    pairs = [
        (split_full_name(one_line(one)), split_full_name(one_line(other)))
        for one, other in zip(native, latin, strict=True)
        if isinstance(one, str) and isinstance(other, str) and is_cyrillic(one) and is_latin(other)
    ]
    same = sum(
        name_level(
            PersonFacts(one.given, one.family, order_known=False),
            PersonFacts(other.given, other.family, order_known=False),
        )
        is not Level.DIFFERENT
        for one, other in pairs
    )
    return bool(pairs) and same >= _SHARE * len(pairs)


def _take_latin(
    sheet: Sheet, taken: dict[int, Meaning], candidates: Mapping[int, Sequence[Meaning]], after: int
) -> None:
    """The names once more in Latin letters, under a heading that says what they are for: "For the badge"."""
    fields = {meaning.field: column for column, meaning in taken.items()}
    native = fields.get("full_name", 0)
    if not native or not fields.keys().isdisjoint(("name_latin", "given_latin", "family_latin")):
        return
    rows = [row for row in sheet.rows[after : after + _COMPARED] if len(row) >= native]
    for column in range(1, min(sheet.width, WIDEST) + 1):
        if column in taken or any(one.score >= _HEARD for one in candidates.get(column, ())):
            continue
        wide = [row for row in rows if len(row) >= column and row[column - 1] != ""]
        if _same_names([row[native - 1] for row in wide], [row[column - 1] for row in wide]):
            taken[column] = Meaning("name_latin", _SCORE, "values")
            return


def take_by_values(
    sheet: Sheet,
    taken: dict[int, Meaning],
    candidates: Mapping[int, Sequence[Meaning]],
    texts: Mapping[int, Sequence[str]],
    after: int,
) -> None:
    """Give columns under unknown headings the field that their values tell; changes ``taken``.

    ``candidates``: what the headings may mean; ``texts``: the headings over each column; ``after``: the last row of
    headings.
    """
    fields = {meaning.field for meaning in taken.values()}
    if not fields & NAMES:
        return
    _take_latin(sheet, taken, candidates, after)
    for field, test in _TESTS:
        if field in fields:
            continue
        for column in range(1, min(sheet.width, WIDEST) + 1):
            heard = any(one.score >= _HEARD for one in candidates.get(column, ()))
            if column in taken or heard or column not in texts or _OF_OTHERS.search(normalise(" ".join(texts[column]))):
                continue
            values = values_of(sheet, column, after)
            if len(values) >= _FEWEST and test(values):
                taken[column] = Meaning(field, _SCORE, "values")
                break
