"""What a heading means: the synonyms of the field's headings, and how near a text comes to them (7.2).

A book of synonyms belongs to each kind of sheet, all with the columns field, language, synonym: that of people is
``resources/data/header-synonyms*.csv``, that of any other kind ``resources/data/headings-<kind>.csv``.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from app.core.paths import resources
from app.core.text import APOSTROPHES, clean, fold, marks_off
from app.core.transliteration import is_cyrillic, is_latin, repair_mixed_script

#: Forms ask in whole sentences; what is longer is a text.
_LONGEST = 300
#: The book of synonyms that is meant where none is named.
PEOPLE = "people"
#: Column names of the synonym table → field names of the import (commands.md).
FIELD_NAMES = {
    "last_name": "family_name",
    "first_name": "given_name",
    "passport_no": "passport_number",
}
_LATIN_FORMS = {"full_name": "name_latin", "given_name": "given_latin", "family_name": "family_latin"}
_LATIN_WORDS = re.compile(
    r"\b(?:latin\w*|lat|латин\w*|latīņu|англ\w*|english|eng|angle\w*|angli\w*|engles\w*|енглес\w*|engelsk\w*|"
    r"passport|паспорт\w*|загранпаспорт\w*|закордонн\w*|potn\w+ list\w*|pass(?:et|ets)?|pasē|pases|pasoš\w*|пасош\w*|"
    r"putovnic\w*|paszport\w*|reisepass\w*|pașaport\w*|pasaport\w*)\b"
)
_NATIVE_WORDS = re.compile(
    r"\b(?:original|native|cyrillic|ukrainian|укр\w*|кирил\w*|ćirilic\w*|ћирилиц\w*|cirilic\w*|cyril\w*)\b"
)
_PERSONAL_NUMBER = re.compile(
    r"\b(?:jmbg|јмбг|ембг|embg|oib|emšo|emso|pesel|іпн|рнокпп|инн|personnummer|personnr|personas kod\w+|cnp|idnp|егн|"
    r"унзр)\b"
)
#: Whose the value is: a young person's parents are reached in an emergency, and are not the person.
_OF_OTHERS = re.compile(
    r"\b(?:батьків|опікун\w*|parents?|parental|guardian\w*|next of kin|staršev|starša|skrbnik\w*|föräld\w*|"
    r"vårdnadshavare\w*|målsman\w*|vecāk\w*|aizbild\w*|roditelj\w*|staratelj\w*|родител\w*|старател\w*|rodzic\w*|"
    r"opiekun\w*|părin\w*|prind\w*|eltern\w*)\b"
)
_OF_THE_PERSON = re.compile(
    r"\b(?:учасни\w*|участни\w*|participant\w*|child\w*|дитин\w*|udelež\w*|deltaga\w*|dalībniek\w*|uče[sn]\w*|"
    r"sudioni\w*|учесни\w*|учени\w*|dijak\w*|uczestni\w*)\b"
)
#: Of somebody who is called when something happens.
EMERGENCY = re.compile(
    r"emergenc|next of kin|надзв|екстр|випадок|нещасн|hitn|хитн|nuj[ni]|primeru sile|v sili|nödfall|nödläge|anhörig|"
    r"ārkārt|avārij|tuvinieka|экстренн|чрезвычайн|итност|итни|urgenț|urgent|emergjenc|nagł|notfall|rodbin|родич"
)
_NAMES = ("full_name", "family_name", "given_name", "patronymic")
_IDENTIFIER = re.compile(r"\b(?:id|guid|uuid|ідентифікатор|идентификатор|identifikator)$")
#: What is told of a person where the heading also names one: "Attendee status", "Тип гостя".
_ATTRIBUTE = re.compile(
    r"\b(?:status\w*|type|category|kind|level|count|fee|price|code|age|size|order|ticket|source|статус\w*|тип|категорі[яї]|"
    r"кількість|вид|рівень|вік|розмір|vrsta|tip|kategorij\w*|starost|velikost|veličina|uzrast|статус|категориј\w*|typ|"
    r"antal|storlek|ålder|veids|skaits|kategorija|vecums|категория|количество|возраст|tipul|categori[ae]|lloji|statusi)\b"
)
#: Signs that a heading asks for a name itself, not for something of a participant.
_NAMED = re.compile(
    r"\b(?:п\s?[іи]\s?[бп]|ф\s?и\s?о|прізвищ\w*|ім'я|фамилия|имя|names?|surname|ime|priimek|prezime|vārds|uzvārds|"
    r"namn|efternamn|emri|mbiemri|numele?|prenumele?|име|презиме)\b"
)
#: Where somebody gets on: "Місце посадки" is no post.
_BOARDING = re.compile(r"посадк|boarding|pick ?up|vkrcan|ukrcaj|ukrcavan|укрца|påstign|iekāpšan|îmbarcar|hipj")
#: Names in the dative, as orders and powers of attorney have them.
_DECLINED = re.compile(r"давальн|дательн|\bdativ|\bdatīv|dajalnik")
_REACHED = ("phone", "mobile", "email", "contacts", "emergency_contact")
_NUMBER_WORD = re.compile(r"\b(?:номер\w*|no|nr|number|številka|št|broj\w*|број\w*|numurs|numer\w*|număr\w*|nummer)\b")
_SERIES_WORD = re.compile(r"\b(?:сері[яї]|серия|серија|series|sērija|serija|seria)\b")
_FAMILY_WORD = re.compile(
    r"\b(?:прізвищ\w*|surname\w*|last|family|priim\w*|efternamn|uzvārd\w*|prezime\w*|презим\w*|фамили\w*|"
    r"nazwisk\w*|nachname|mbiem\w*|numele?|გვარი)"
)
_GIVEN_WORD = re.compile(
    r"\b(?:власне|ім'я|first|given|ime\w*|name|förnamn|för|vārd\w*|име\w*|имя|imię|vorname|emë?ri?|prenume\w*|სახელი)\b"
)
_FAMILY_FIRST_SHORT = re.compile(r"^(?:п\s?[іи]\s?[бп]|ф\s?и\s?о)\b")
_PARTS = re.compile(r"[/|\n]|\s[–—-]\s")
_BRACKETS = re.compile(r"\(([^)]*)\)")
_DROPPED = re.compile(r'[*:.()"“”„«»,;?!\[\]]+')
_NUMBERED = re.compile(
    r"^\s*(?:№\s*)?\d{1,3}\s*[.)]\s*(?=[^\W\d_])|^\s*[a-zа-яії]\)\s*(?=[^\W\d_])|^\s*[№#]\s*(?=[^\W\d_])"
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])[\d¹²³*]+\s*$")
_ONE_SCRIPT = re.compile(
    r"[^\u0400-\u052f]*[^\W\d_][^\u0400-\u052f]*|[^A-Za-z\u00c0-\u024f]*[\u0400-\u052f][^A-Za-z\u00c0-\u024f]*"
)
#: From here on a part of a heading surely says what it is.
_SURE = 88.0
_FUZZY_FROM = 5
_FUZZY_UP_TO = 60
_FUZZY = 90.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a heading can mean. ``score`` 0 to 100; ``how`` is exact, part, contained, similar or values.

    ``language``: those of the synonym, with spaces between where several share it.
    """

    field: str
    score: float
    how: str
    language: str = ""
    length: int = 0


@dataclass(frozen=True)
class _Synonym:
    field: str
    language: str
    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=20_000)
def normalise(text: str) -> str:
    """A heading as it is compared: NFKC, case-folded, one apostrophe, no signs, single spaces (7.2)."""
    text = repair_mixed_script(clean(text).replace("№", " no "))[0]
    text = unicodedata.normalize("NFKC", text).casefold()
    for sign in APOSTROPHES:
        text = text.replace(sign, "'")
    return " ".join(_DROPPED.sub(" ", text).replace("_", " ").split())


def _bare(text: str) -> str:
    """A normalised text without marks and apostrophes: "Vards" is "Vārds", "Імя" is "Ім'я"."""
    return marks_off(text).replace("'", "")


def _stem(word: str) -> str:
    """The part of a word that its endings leave alone, roughly: "паспорта" and "паспорт" fall together."""
    plain = marks_off(word)
    if len(plain) == 5 and is_cyrillic(plain):
        return plain[:4]
    return plain if len(plain) < 6 else plain[: max(5, len(plain) - 3)]


#: Words of questions and courtesy, as forms put them around what they ask for.
_COURTESY = frozenset(
    map(
        _stem,
        "please enter write your the of in as a an is what full vpišite vaš vaše vaša prosimo navedite vnesite v za "
        "будь ласка вкажіть зазначте введіть ваш ваша ваше ваші напишіть який яка яке у в за та і ange skriv ditt din "
        "i lūdzu norādiet jūsu ievadiet molimo unesite upišite vaši vaš наведите внесете вашето вашата ве укажите "
        "пожалуйста".split(),
    )
)


#: Currencies in headings of sums.
_MONEY = re.compile(
    r"\b(?:EUR|UAH|SEK|USD|GBP|BAM|RSD|MKD|KM|грн|євро|euro?|evro|kr|ден|дин)\b\.?|[€$£₴]", re.IGNORECASE
)


@dataclass(frozen=True)
class _Table:
    exact: dict[str, list[_Synonym]]
    bare: dict[str, list[_Synonym]]
    by_word: dict[str, list[_Synonym]]


def _sources(book: str) -> list[Path]:
    """The files of a book; a book nobody wrote is a fault of the program, not of a file: FileNotFoundError."""
    folder = resources() / "data"
    if book != PEOPLE:
        return [folder / f"headings-{book}.csv"]
    # The first languages of the program come first.
    return sorted(folder.glob("header-synonyms*.csv"), key=lambda path: path.stem)


@lru_cache(maxsize=8)
def _table(book: str) -> _Table:
    languages: dict[tuple[str, str], list[str]] = {}
    for path in _sources(book):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                key = (normalise(row["synonym"]), FIELD_NAMES.get(row["field"], row["field"]))
                languages.setdefault(key, []).append(row["lang"])
    table = _Table({}, {}, {})
    for (text, field), spoken in languages.items():
        words = tuple(sorted({_stem(word) for word in re.split(r"[\s/]+", text) if word}))
        synonym = _Synonym(field, " ".join(dict.fromkeys(spoken)), text, words)
        table.exact.setdefault(text, []).append(synonym)
        table.bare.setdefault(_bare(text), []).append(synonym)
        for word in words:
            table.by_word.setdefault(word, []).append(synonym)
    return table


@lru_cache(maxsize=8)
def _in_latin(book: str) -> dict[str, list[_Synonym]]:
    """The synonyms in Cyrillic letters as they are written in Latin ones: "Rabotno mesto"."""
    found: dict[str, list[_Synonym]] = {}
    for text, synonyms in _table(book).exact.items():
        if len(text) >= _FUZZY_FROM and is_cyrillic(text):
            for synonym in synonyms:
                for latin in {fold(text, language) for language in synonym.language.split()}:
                    found.setdefault(latin, []).append(synonym)
    return found


def _exact(text: str, score: float, how: str, book: str) -> Iterable[Meaning]:
    table = _table(book)
    for synonym in table.exact.get(text, ()):
        yield Meaning(synonym.field, score, how, synonym.language, len(synonym.text))
    for synonym in table.bare.get(_bare(text), ()):
        yield Meaning(synonym.field, score - 2, how, synonym.language, len(synonym.text))
    if text in table.exact or len(text) < _FUZZY_FROM or is_cyrillic(text):
        return
    for synonym in _in_latin(book).get(_bare(text), ()):
        yield Meaning(synonym.field, score - 4, how, synonym.language, len(synonym.text))


def _contained(text: str, book: str) -> Iterable[Meaning]:
    """Synonyms all of whose words stand in the heading; the more of the heading they cover, the better."""
    words = {_stem(word) for word in re.split(r"[\s/]+", text) if word}
    total = sum(len(word) for word in words if word not in _COURTESY) or 1
    seen: set[str] = set()
    for word in words:
        for synonym in _table(book).by_word.get(word, ()):
            if synonym.text in seen or not set(synonym.words) <= words:
                continue
            seen.add(synonym.text)
            covered = sum(map(len, synonym.words))
            if covered < 3 or (len(synonym.words) == 1 and len(synonym.text) < 4 and len(words) > 2):
                continue
            if len(synonym.words) == len(words):
                yield Meaning(synonym.field, 95, "contained", synonym.language, len(synonym.text))
            else:
                score = 45 + 40 * min(1.0, covered / total)
                yield Meaning(synonym.field, score, "contained", synonym.language, len(synonym.text))


@lru_cache(maxsize=256)
def _near(book: str, length: int) -> tuple[str, ...]:
    """The synonyms that are long enough and short enough to be nine tenths like a text of this length."""
    return tuple(known for known in _table(book).bare if 0.8 * length <= len(known) <= 1.25 * length)


def _similar(text: str, book: str) -> Iterable[Meaning]:
    if not _FUZZY_FROM <= len(text) <= _FUZZY_UP_TO or "@" in text:
        return
    from rapidfuzz import fuzz, process

    bare = _bare(text)
    for known, score, _at in process.extract(
        bare, _near(book, len(bare)), scorer=fuzz.ratio, score_cutoff=_FUZZY, limit=3
    ):
        if len(known) >= _FUZZY_FROM:
            for synonym in _table(book).bare[known]:
                yield Meaning(synonym.field, score - 15, "similar", synonym.language, len(synonym.text))


def _variants(raw: str) -> Iterable[tuple[str, float, str]]:
    """The heading whole, without number and brackets, and part by part (SP-5), with what each is worth."""
    yield normalise(raw), 100, "exact"
    unnumbered = _FOOTNOTE.sub("", _NUMBERED.sub("", raw))
    if unnumbered != raw:
        yield normalise(unnumbered), 97, "exact"
        raw = unnumbered
    outside = _BRACKETS.sub(" ", raw)
    if outside != raw:
        yield normalise(outside), 94, "part"
        for inside in _BRACKETS.findall(raw):
            yield normalise(inside), 60, "part"
    score = 89.0
    for part in _PARTS.split(outside):
        if part.strip() and part != outside:
            # "Position / Department": what is named first counts most.
            yield normalise(part), score, "part"
            score = max(score - 0.5, 88.0)
    if not outside.isascii() and is_cyrillic(outside) and is_latin(outside):
        # Two languages side by side with nothing between: "Organisation Організація".
        for part in _ONE_SCRIPT.findall(repair_mixed_script(outside)[0]):
            yield normalise(part), 84, "part"


def _first_of_all(raw: str, book: str) -> Iterable[Meaning]:
    """Whole names are asked for first: "ПІБ, посада учасників групи"."""
    first, comma, _rest = raw.partition(",")
    if comma and book == PEOPLE:
        yield from (one for one in _exact(normalise(first), 85, "part", book) if one.field == "full_name")


@lru_cache(maxsize=8)
def fields_of(book: str) -> frozenset[str]:
    """The fields that a book has synonyms for."""
    return frozenset(synonym.field for found in _table(book).exact.values() for synonym in found)


@lru_cache(maxsize=5_000)
def meanings(raw: str, book: str = PEOPLE, similar: bool = True) -> tuple[Meaning, ...]:
    """What a heading can mean, the likeliest first; empty when it is like no heading at all (7.2).

    ``book``: the kind of sheet whose synonyms are asked. ``similar``: misspelt headings are looked for, too; that is
    dear and left out where most texts are data.
    """
    found: dict[str, Meaning] = {}
    if len(raw) > _LONGEST:
        return ()
    whole = normalise(raw)
    candidates: list[Meaning] = []
    for text, score, how in _variants(raw):
        if text:
            candidates.extend(_exact(text, score, how, book))
    unpriced = _MONEY.sub(" ", raw) if book != PEOPLE else raw
    if unpriced != raw and any(map(str.isalpha, unpriced)):
        # "DDV EUR": the currency beside it doesn't say what a sum is.
        candidates.extend(_exact(normalise(unpriced), 92, "part", book))
    candidates.extend(_first_of_all(raw, book))
    if not any(meaning.score >= 98 for meaning in candidates):
        candidates.extend(_contained(whole, book))
        if not candidates and similar:
            candidates.extend(_similar(whole, book))
    for meaning in candidates:
        best = found.get(meaning.field)
        if best is None or meaning.score > best.score:
            found[meaning.field] = meaning
        elif meaning.score == best.score:
            # The same in two languages, as in "Država / Country": both count as the sender's.
            spoken = " ".join(dict.fromkeys(f"{best.language} {meaning.language}".split()))
            found[meaning.field] = replace(max(best, meaning, key=lambda one: one.length), language=spoken)
    settled = _qualified(whole, found.values()) if book == PEOPLE else found.values()
    if _DECLINED.search(raw.casefold()):
        # "Олені Шевченко" is nobody's name: read as one, it would stand on every paper (CE-5).
        settled = [one for one in settled if one.field not in _NAMES]
    return tuple(sorted(settled, key=lambda one: (-one.score, -one.length, one.field)))


def _whole_names(whole: str, found: list[Meaning]) -> list[Meaning]:
    """A heading that names both parts of a name is of whole names; "Contact e-mail" is of e-mails alone."""
    scores = {one.field: one.score for one in found}
    part = max(scores.get("family_name", 0.0), scores.get("given_name", 0.0))
    if 0 < part < 94 and "full_name" in scores and family_first(whole) is not None:
        best = max(part, scores["full_name"])
        found = [replace(one, score=best) if one.field == "full_name" else one for one in found]
        found = [one for one in found if one.field not in ("family_name", "given_name")]
    if min(scores.get("email", 0.0), max(scores.get("phone", 0.0), scores.get("mobile", 0.0))) >= _SURE:
        # "E-mail / telephone": both stand in one cell.
        found = [one for one in found if one.field not in ("email", "phone", "mobile", "contacts")]
        return [*found, Meaning("contacts", 96.0, "part")]
    if scores.get("position", 0.0) >= scores.get("full_name", 100.0) >= 50 and _NAMED.search(whole):
        # "ПІБ та посада": the post stands behind the name, whose cleaner parts them.
        found = [replace(one, score=scores["position"] + 0.5) if one.field == "full_name" else one for one in found]
    ways = [name for name in ("email", "phone") if name in scores]
    if "contacts" in scores and scores["contacts"] < 94 and len(ways) == 1 and "mobile" not in scores:
        found = [replace(one, score=min(one.score, 49.0)) if one.field == "contacts" else one for one in found]
    return found


def _qualified(whole: str, found: Iterable[Meaning]) -> Iterable[Meaning]:
    """Names "in Latin letters" or "as in the passport" are the Latin forms; "original" says the opposite."""
    found = _whole_names(whole, list(found))
    others = _OF_OTHERS.search(whole) is not None and not _OF_THE_PERSON.search(whole)
    others = others or EMERGENCY.search(whole) is not None
    if others and all(one.score < 94 for one in found) and any(one.field in (*_NAMES, *_REACHED) for one in found):
        yield Meaning("emergency_contact", 90.0, "contained")
        return
    if max((one.score for one in found if one.field == "emergency_contact"), default=0.0) >= _SURE:
        # The name, phone and e-mail of somebody to be called are not those of the person.
        found = [one for one in found if one.field not in (*_NAMES, *_REACHED[:-1])]
    elif any(one.field == "national_id" for one in found) and passport_spelling(whole):
        # "Number of the identity card or passport": the document that somebody travels with.
        found = [one for one in found if one.field != "passport_number"]
        found = [replace(one, field="passport_number") if one.field == "national_id" else one for one in found]
    if _PERSONAL_NUMBER.search(whole):
        # Whatever else the heading says: personal numbers are recognised in order to be passed over.
        yield Meaning("national_id", 99.0, "contained")
        found = [replace(one, score=min(one.score, 50.0)) for one in found if one.field != "national_id"]
    if _NUMBER_WORD.search(whole):
        # "Серія та № паспорта": series and number in one column are the whole number; "№ Серія" only is numbered.
        both = [one for one in found if one.field == "passport_series" and one.how == "contained"]
        found = [replace(one, field="passport_number") if one in both else one for one in found]
    if _ATTRIBUTE.search(whole):
        found = [one for one in found if one.score >= _SURE or one.field not in _NAMES]
    if _BOARDING.search(whole):
        found = [one for one in found if one.field != "position"]
    if _IDENTIFIER.search(whole):
        # "Contact ID" counts records; nobody is reached or named by it.
        found = [one for one in found if one.score >= 94 or one.field not in (*_NAMES, "contacts", "organisation")]
    scores = {one.field: one.score for one in sorted(found, key=lambda one: one.score)}
    if "passport_number" in scores and 0 < scores.get("passport_expiry", 0) < 95 and _NUMBER_WORD.search(whole):
        # Number and date of a passport in one column: the number's cleaner takes out both.
        best = max(scores["passport_number"], scores["passport_expiry"]) + 1
        found = [replace(one, score=best) if one.field == "passport_number" else one for one in found]
    if scores.get("passport_number", 98) < 98 and _SERIES_WORD.search(whole) and not _NUMBER_WORD.search(whole):
        # The letters of the number in a column of their own.
        yield Meaning("passport_series", 90.0, "contained")
        return
    latin = bool(_LATIN_WORDS.search(whole)) and not _NATIVE_WORDS.search(whole)
    names = any(meaning.field in _LATIN_FORMS for meaning in found)
    for meaning in found:
        if latin and meaning.field in _LATIN_FORMS and meaning.how != "similar":
            score = max(meaning.score, 93.0)
            yield Meaning(_LATIN_FORMS[meaning.field], score, meaning.how, meaning.language, meaning.length)
        elif latin and names and meaning.field == "name_latin":
            yield Meaning(meaning.field, meaning.score, meaning.how, meaning.language, meaning.length)
        elif latin and names and meaning.field == "passport_number":
            yield Meaning(meaning.field, min(meaning.score, 50.0), meaning.how, meaning.language, meaning.length)
        else:
            yield meaning


def passport_spelling(heading: str) -> bool:
    """Whether a heading says that the Latin names are those of the passport (NA-1)."""
    return bool(
        re.search(
            r"passport|паспорт|potn\w+ list|\bpass|pas[eē]|pasoš|пасош|putovnic|paszport|pașaport|pasaport",
            normalise(heading),
        )
    )


def family_first(heading: str) -> bool | None:
    """Whether a full-name heading names the family name first ("Priimek in ime", "ПІБ"); None when it does not tell."""
    text = normalise(heading)
    if _FAMILY_FIRST_SHORT.search(text):
        return True
    family = _FAMILY_WORD.search(text)
    given = _GIVEN_WORD.search(
        _FAMILY_WORD.sub(lambda found: "#" * len(found.group()), text).replace("# name", "#_name")
    )
    if not family or not given:
        return None
    return family.start() < given.start()
