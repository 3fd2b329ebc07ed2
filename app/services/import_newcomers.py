"""New people out of the rows of an import: straight to what is stored, a chunk of them in one statement (speed 3, 5).

What comes out is exactly what ``people.column_values`` makes of the same values: a property test holds the two
together. Whatever comes again and again (towns, posts, days, languages) is worked out once.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import compress, repeat
from typing import Any, Generic, TypeVar, cast

from app.core.dates import PartialDate
from app.core.ids import new_ids
from app.core.matching_keys import key_of_plain, matching_key
from app.core.name_batches import plain_forms
from app.core.note_lines import with_lines
from app.core.text import fold
from app.core.transliteration import is_cyrillic
from app.core.vocabulary import LatinSource, Sex
from app.importers.spoken_languages import spoken_languages
from app.importers.staged import StagedRow
from app.importers.staged_rows import StagedRows
from app.models.people import Consent, Person, PersonPosition
from app.services import people, records
from app.services.import_roles import consents_of, country_of
from app.services.people import PersonDraft
from app.storage.work import Work

V = TypeVar("V")
#: Rows that wait until they are written together.
CHUNK = 1_000

_PERSON = (
    *("id", "code", "given_name", "family_name", "patronymic", "given_latin", "family_latin", "latin_source", "sex"),
    *("country", "languages", "email", "other_email", "phone", "other_phone", "birth_date", "passport_number"),
    *(
        "passport_expiry",
        "diet",
        "access_needs",
        "emergency_contact",
        "notes",
        "family_key",
        "given_key",
        "search_text",
    ),
)
_POSITION = ("id", "person_id", "organisation_id", "title", "stated")
_CONSENT = ("id", "person_id", "purpose", "state", "source")
#: Columns beside the fields of a person: what ``second_contacts`` and ``consents_of`` look at.
CONTACTS = frozenset(("comments", "mobile", "phone_others", "email_others"))
CONSENTS = frozenset(("data_consent", "photo_consent"))
#: An address that is its own folded form.
_PLAIN_MAIL = re.compile("[a-z0-9@._+-]*")


class Memo(dict[str, V], Generic[V]):
    """What was made of a text, made once."""

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> V:
        made = self[key] = self._make(key)
        return made


class Keys:
    """Fresh keys, taken from blocks."""

    def __init__(self) -> None:
        self._block: list[str] = []

    def take(self) -> str:
        """The next key; later ones sort later."""
        if not self._block:
            self._block = new_ids(CHUNK)[::-1]
        return self._block.pop()

    def take_many(self, count: int) -> list[str]:
        """So many keys at once; later ones sort later."""
        self._block = []  # what is left of a block would sort before these
        return new_ids(count)


def read_day(text: str) -> date | None:
    """A day as a staged row holds it; None for a date that is known in part only, or not at all."""
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        return date.fromisoformat(text)
    return PartialDate.parse(text).exact if text else None


def _stored_day(text: str) -> str | None:
    """A day of a staged row as columns of days are stored."""
    day = read_day(text)
    return None if day is None else day.isoformat()


def latin_source_of(row: StagedRow) -> LatinSource:
    """Where the Latin spelling of a row comes from (NA-1)."""
    source = row.sources.get("family_latin") or row.sources.get("given_latin") or ""
    found = _LATIN_SOURCES.get(source)
    return found or (LatinSource.TYPED if row.fields.get("family_latin") else LatinSource.NONE)


_LATIN_SOURCES = {one.value: one for one in (LatinSource.GENERATED, LatinSource.PASSPORT, LatinSource.TYPED)}


def second_contacts(row: StagedRow) -> tuple[str, str, str]:
    """(second telephone, second e-mail, the lines for the notes): what a row tells besides its fields (SP-8, SP-10).

    A third address and the comments of cells go to the notes.
    """
    extra = row.extra
    phones = _listed(extra.get("mobile", ""), extra.get("phone_others", ""), row.fields.get("phone", ""))
    mails = _listed("", extra.get("email_others", ""), row.fields.get("email", ""))
    lines = [extra.get("comments", ""), ", ".join(phones[1:]), ", ".join(mails[1:])]
    return next(iter(phones), ""), next(iter(mails), ""), "\n".join(line for line in lines if line)


def _listed(first: str, others: str, main: str) -> list[str]:
    found = [part.strip() for part in (first, *others.split(","))]
    return [part for part in dict.fromkeys(found) if part and part != main]


class Countries(dict[tuple[str, str], str]):
    """The country by what the column of countries says and the first four signs of the telephone number."""

    def __missing__(self, key: tuple[str, str]) -> str:
        row = StagedRow("", 0, {"phone": key[1]}, extra={"country": key[0]})
        found = self[key] = country_of(row)
        return found


class Newcomers:
    """Collects new people with post and consents, and writes them chunk by chunk."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._keys = Keys()
        self._number = 0
        self._people: list[tuple[Any, ...]] = []
        self._positions: list[tuple[Any, ...]] = []
        self._consents: list[tuple[Any, ...]] = []
        form = work.stored_form
        languages = form(Person, "languages")
        self._day: Memo[Any] = Memo(_stored_day)
        self._languages: Memo[Any] = Memo(lambda text: languages(list(spoken_languages(text))))
        #: The country of a row by its column of countries and the beginning of its telephone number.
        self.countries = Countries()
        self._forms = _Forms()

    def country(self, row: StagedRow) -> str:
        """The two letters of the country that a row tells (``import_roles.country_of``)."""
        return self.countries[row.extra.get("country", ""), row.fields.get("phone", "")[:4]]

    def add(self, row: StagedRow, organisation: str | None) -> tuple[str, str]:
        """Take a row as somebody new; gives id and code. Written by ``write`` at the latest."""
        self._number = self._number + 1 if self._number else records.next_number(self._work, Person, "P-")
        ident, code = self._keys.take(), f"P-{self._number:05d}"
        self._people.append(self._person(row, ident, code))
        get = row.fields.get
        title = get("position", "")
        if organisation or title:
            self._positions.append((self._keys.take(), ident, organisation, title, get("organisation", "")))
        if not CONSENTS.isdisjoint(row.extra):
            for purpose, state in consents_of(row):
                self._consents.append((self._keys.take(), ident, purpose, state, row.sheet))
        return ident, code

    def add_plain(
        self, rows: StagedRows, places: Sequence[int], organisations: Sequence[str | None]
    ) -> tuple[list[str], list[str]]:
        """Take rows by columns that say nothing beside their fields; gives ids and codes. The same as ``add`` for each.

        ``organisations`` are those of the rows.
        """
        self._number = self._number or records.next_number(self._work, Person, "P-") - 1
        idents = self._keys.take_many(len(places))
        codes = [f"P-{number:05d}" for number in range(self._number + 1, self._number + 1 + len(places))]
        self._number += len(places)

        def column(name: str) -> list[str]:
            values = rows.column(name)
            return [values[place] for place in places]

        told = [rows.extra_column("country")[place] for place in places]
        country, phones = self.countries, column("phone")
        countries = [country[word, phone[:4]] for word, phone in zip(told, phones, strict=True)]
        given, family, patronymic = column("given_name"), column("family_name"), column("patronymic")
        latin_sources = [rows.latin_sources[place] for place in places]
        given_latin, family_latin, sources = _latin_columns(
            given, family, patronymic, column("given_latin"), column("family_latin"), latin_sources, countries
        )
        mails, titles, stated = column("email"), column("position"), column("organisation")
        names = (given, family, patronymic, given_latin, family_latin)
        plain = [self._forms.of(texts) for texts in names]
        empty = repeat("")
        self._people += zip(  # in the order of _PERSON
            *(idents, codes, given, family, patronymic, given_latin, family_latin, sources),
            [sex if sex in _SEXES else "" for sex in column("gender")],
            countries,
            [self._languages[text] for text in column("languages")],
            *(mails, empty, phones, empty),
            [self._day[text] for text in column("birth_date")],
            column("passport_number"),
            [self._day[text] for text in column("passport_expiry")],
            *(column("diet"), empty, empty, column("notes")),
            _keys(family, plain[1], family_latin),
            _keys(given, plain[0], given_latin),
            _search_texts(codes, names, plain, mails),
            strict=False,
        )
        posts = [bool(organisation or title) for organisation, title in zip(organisations, titles, strict=True)]
        columns = (compress(column, posts) for column in (idents, organisations, titles, stated))
        self._positions += zip(self._keys.take_many(sum(posts)), *columns, strict=True)
        return idents, codes

    @property
    def waiting(self) -> int:
        """How many people are not written yet."""
        return len(self._people)

    def write(self) -> None:
        """Write the people who were taken so far."""
        self._work.insert_stored(Person, _PERSON, self._people)
        self._work.insert_stored(PersonPosition, _POSITION, self._positions)
        self._work.insert_stored(Consent, _CONSENT, self._consents)
        self._people, self._positions, self._consents = [], [], []

    def _person(self, row: StagedRow, ident: str, code: str) -> tuple[Any, ...]:
        get, extra = row.fields.get, row.extra
        given, family, patronymic = get("given_name", ""), get("family_name", ""), get("patronymic", "")
        given_latin, family_latin = get("given_latin", ""), get("family_latin", "")
        country, source = self.country(row), latin_source_of(row)
        if source is LatinSource.NONE or not (given_latin or family_latin):
            given_latin, family_latin, source = _latin(
                given, family, patronymic, given_latin, family_latin, source, country
            )
        mail, notes = get("email", ""), get("notes", "")
        other_phone = other_mail = ""
        if not CONTACTS.isdisjoint(extra):
            other_phone, other_mail, lines = second_contacts(row)
            notes = with_lines(notes, lines)
        sex = get("gender", "")
        return (  # in the order of _PERSON
            ident,
            code,
            given,
            family,
            patronymic,
            given_latin,
            family_latin,
            source._value_,
            sex if sex in _SEXES else "",
            country,
            self._languages[get("languages", "")],
            mail,
            other_mail,
            get("phone", ""),
            other_phone,
            self._day[get("birth_date", "")],
            get("passport_number", ""),
            self._day[get("passport_expiry", "")],
            get("diet", ""),
            extra.get("accessibility", ""),
            extra.get("emergency_contact", ""),
            notes,
            matching_key(family or family_latin),
            matching_key(given or given_latin),
            _search_text(code, (given, family, patronymic, given_latin, family_latin), mail, other_mail),
        )


_SEXES = frozenset({Sex.FEMALE.value, Sex.MALE.value, Sex.OTHER.value})


def _latin(
    given: str, family: str, patronymic: str, given_latin: str, family_latin: str, source: LatinSource, country: str
) -> tuple[str, str, LatinSource]:
    """The Latin spelling settled as for a new draft (``people.with_latin``)."""
    if not (given_latin or family_latin or is_cyrillic(given) or is_cyrillic(family)):
        return "", "", LatinSource.NONE
    draft = people.with_latin(
        PersonDraft(
            given_name=given,
            family_name=family,
            patronymic=patronymic,
            given_latin=given_latin,
            family_latin=family_latin,
            latin_source=source,
            country=country,
        )
    )
    return draft.given_latin, draft.family_latin, draft.latin_source


def _latin_columns(
    given: Sequence[str],
    family: Sequence[str],
    patronymic: Sequence[str],
    given_latin: list[str],
    family_latin: list[str],
    sources: list[str],
    countries: Sequence[str],
) -> tuple[list[str], list[str], list[str]]:
    """The same for columns; ``sources`` as the rows tell them."""
    for at, told in enumerate(sources):
        if told in _LATIN_SOURCES and (given_latin[at] or family_latin[at]):
            continue
        source = _LATIN_SOURCES.get(told) or (LatinSource.TYPED if family_latin[at] else LatinSource.NONE)
        given_latin[at], family_latin[at], found = _latin(
            given[at], family[at], patronymic[at], given_latin[at], family_latin[at], source, countries[at]
        )
        sources[at] = found.value
    return given_latin, family_latin, sources


class _Forms(dict[str, str | None]):
    """Names of nothing but letters as ``fold`` gives them, None for others; given names come again and again."""

    def of(self, texts: Sequence[str]) -> list[str | None]:
        """The forms of a column."""
        # ``difference`` would go through all that is known: it takes the short way for ``dict`` itself only.
        if fresh := [text for text in set(texts) if text not in self]:
            self.update(plain_forms(fresh))
        return [self[text] for text in texts]


def _keys(names: Sequence[str], forms: Sequence[str | None], latin: Sequence[str]) -> list[str]:
    """The keys (MA-4) of a column of names, most of them at once."""
    lines = key_of_plain("\n".join([form for form in forms if form])).split("\n")
    ready = iter(lines)
    return [
        next(ready) if form else matching_key(name or other)
        for name, form, other in zip(names, forms, latin, strict=True)
    ]


def _search_texts(
    codes: Sequence[str], names: Sequence[Sequence[str]], plain: Sequence[Sequence[str | None]], mails: Sequence[str]
) -> list[str]:
    """``_search_text`` of a column of new people; ``plain`` are the forms of the columns of names."""
    if _PLAIN_MAIL.fullmatch("".join(mails)) and not any(None in column for column in plain):
        lowered = [code.lower() for code in codes]
        found = zip(lowered, *cast("Sequence[Sequence[str]]", plain), mails, strict=True)
        return [" ".join(filter(None, dict.fromkeys(parts))) for parts in found]
    return [
        " ".join(filter(None, dict.fromkeys((code.lower(), *cast("tuple[str, ...]", forms), mail))))
        if None not in forms and _PLAIN_MAIL.fullmatch(mail)
        else _search_text(code, own, mail, "")
        for code, mail, forms, own in zip(codes, mails, zip(*plain, strict=True), zip(*names, strict=True), strict=True)
    ]


def _search_text(code: str, names: tuple[str, ...], mail: str, other_mail: str) -> str:
    """As ``people.search_text``; an address is nearly always its own folded form."""
    parts = {code.lower(): None}
    for name in names:
        if name:
            parts[fold(name)] = None
    for address in (mail, other_mail):
        if address:
            parts[address if _PLAIN_MAIL.fullmatch(address) else fold(address)] = None
    return " ".join(parts)
