"""The data of any paper made bare, stretched or hostile: one walk over its data class, whatever its fields are.

So a new paper needs no content of its own for proofs: its sample is the typical one, the others come from it.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import Enum
from itertools import cycle
from typing import Any, TypeVar

from app.documents.texts import PersonName, Text

Data = TypeVar("Data")

#: Fields that hold a code which the program reads, not words that are printed.
CODES = frozenset(
    {"sex", "currency", "zone", "partner_zone", "languages", "working_languages", "key", "country", "words", "accent"}
)
#: Fields whose texts people fill with paragraphs.
_LONG_FIELDS = frozenset({"description", "aim", "results", "reason", "purpose", "text", "summary", "findings"})
#: Short marks and numbers: they grow a little only.
_NUMBERS = frozenset({"code", "number", "project_number", "agenda_version", "replaces", "document", "room", "phone"})
#: Numbers and codes that the program gives itself.
_GIVEN = frozenset({"number", "code", "replaces"})
_SENTENCE = {
    "en": "Cross-municipal coordination of emergency response, evacuation and temporary accommodation of displaced "
    "persons under the internationally recognised standards, with Krankenhausinformationssysteme",
    "sl": "Medobčinsko usklajevanje ukrepanja ob izrednih razmerah, evakuacije in začasne namestitve razseljenih oseb "
    "po mednarodno priznanih standardih, najneodgovornejšim odgovorom navkljub",
    "uk": "Міжмуніципальна координація реагування на надзвичайні ситуації, евакуації та тимчасового розміщення "
    "внутрішньо переміщених осіб за міжнародно визнаними стандартами, з дотриманням найвідповідальніших",
    "sv": "Kommunöverskridande samordning av räddningsinsatser, utrymning och tillfälligt boende för fördrivna "
    "personer enligt internationellt erkända standarder, krisberedskapsmyndighetssamordning",
    "lv": "Starppašvaldību sadarbība ārkārtas situāciju pārvaldībā, evakuācijā un pārvietoto personu pagaidu "
    "izmitināšanā saskaņā ar starptautiski atzītiem standartiem, pretpulksteņrādītājvirziens",
}
#: What a paper is about may have an empty default, but without it there would be nothing to look at.
_SUBJECTS = {"certificates"}
_PERSON = PersonName(
    "Олександра-Вікторія",
    "Старовойтенко-Перебийніс-Кропивницька",
    "Oleksandra-Viktoriia",
    "Starovoitenko-Perebyinis-Kropyvnytska",
    "Станіславівна",
    "f",
)
_MANY = {
    "days": 3, "items": 6, "certificates": 3, "signatories": 3, "logos": 7, "topics": 12, "contacts": 8, "persons": 20,
    "participants": 24, "staff": 5, "badges": 20, "headings": 12, "lines": 4, "speakers": 4, "groups": 3, "changes": 6,
    "logistics": 4, "activities": 12, "rows": 40,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of the parts of a paper's data; each gets the name of its field."""

    text: Callable[[str, Text], Text]
    string: Callable[[str, str], str]
    person: Callable[[PersonName], PersonName]
    many: Callable[[str, tuple[Any, ...]], tuple[Any, ...]] = lambda _name, value: value


def changed(value: Data, rule: Rule, name: str = "") -> Data:
    """The data with a rule on every text, string, person and row of it."""
    made: Any = value
    rows: Any = value
    if name in CODES or isinstance(value, Enum):
        return value
    if isinstance(value, Text):
        made = rule.text(name, value)
    elif isinstance(value, PersonName):
        made = rule.person(value)
    elif isinstance(value, str):
        made = rule.string(name, value)
    elif type(value) is tuple:
        made = rule.many(name, tuple(changed(one, rule, name if type(one) is not tuple else "") for one in rows))
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(
            value, **{f.name: changed(getattr(value, f.name), rule, f.name) for f in fields(value) if f.init}
        )
    result: Data = made
    return result


def bare(value: Data) -> Data:
    """Only what must be there: every field that may be empty is, of every row there is one."""
    made: Any = value
    if type(value) is tuple:
        made = tuple(bare(one) for one in made[:1])
    elif is_dataclass(value) and not isinstance(value, type) and not isinstance(value, PersonName):
        kept = {}
        for f in fields(value):
            told = type(getattr(value, f.name)) is tuple and f.name in _SUBJECTS
            if f.init and (told or (f.default is MISSING and f.default_factory is MISSING)):
                kept[f.name] = bare(getattr(value, f.name))
        made = type(value)(**kept)
    result: Data = made
    return result


def stretched(value: Data, first: str, second: str = "") -> Data:
    """Long names, long titles, descriptions of many lines, many rows."""

    def text(name: str, old: Text) -> Text:
        if not old:
            return old
        times = 4 if name in _LONG_FIELDS else 1
        both = [" ".join([f"{_SENTENCE[language]}."] * times) if language else "" for language in (first, second)]
        return Text(*both)

    def string(name: str, old: str) -> str:
        if not old:
            return old
        if name in _NUMBERS or old.isdigit():
            return old
        return f"{old} – {_SENTENCE[first]}"[:120].strip()

    def many(name: str, rows: tuple[Any, ...]) -> tuple[Any, ...]:
        wanted = _MANY.get(name, len(rows))
        return (rows * (wanted // len(rows) + 1))[:wanted] if rows and len(rows) < wanted else rows

    return changed(value, Rule(text, string, lambda person: replace(_PERSON, sex=person.sex), many))


def fewer(value: Data, most: int = 2) -> Data:
    """The same paper with few rows of everything: for texts that are long enough by themselves."""
    return changed(
        value,
        Rule(
            lambda _n, old: old, lambda _n, old: old, lambda old: old, lambda name, rows: rows[:most] if name else rows
        ),
    )


def hostile(value: Data, payloads: Sequence[str], start: int = 0) -> Data:
    """Every word that people can write is one of the payloads, in turn; numbers that the program gives stay."""
    turn = cycle([*payloads[start % len(payloads) :], *payloads[: start % len(payloads)]])

    def string(name: str, old: str) -> str:
        return next(turn) if old and name not in _GIVEN else old

    def text(_name: str, old: Text) -> Text:
        return Text(next(turn), next(turn) if old.second else "") if old else old

    def person(old: PersonName) -> PersonName:
        return PersonName(next(turn), next(turn), next(turn), next(turn), next(turn) if old.patronymic else "", old.sex)

    return changed(value, Rule(text, string, person))
