"""Titles of agendas and deliverables in one or more languages: which one is the main one, which language it is in."""

import re
from collections.abc import Mapping, Sequence

from app.core.i18n import LANGUAGES
from app.core.text import one_line
from app.core.transliteration import is_cyrillic
from app.importers.record_sheet import Draft, RecordReading
from app.importers.sheet_kinds import TITLES

#: Letters that only one of the programme's Latin languages has, or Slovenian with its neighbours.
_TELLING = {"lv": re.compile(r"[āēīūģķļņ]", re.I), "sv": re.compile(r"[åäö]", re.I), "sl": re.compile(r"[čšž]", re.I)}
_LANGUAGE_PARTS = re.compile(r"\s*(?:\n|\s/\s|\s\|\s)\s*")


def settle_titles(draft: Draft, language: str, reading: RecordReading) -> None:
    """Titles in one or more languages: which one is the main one, and which language it is in.

    Columns of named languages win; two scripts in one cell ("Lunch / Обід") are two languages. The main language goes
    to ``extra["language"]``.
    """
    values = draft.values
    titles: dict[str, str] = {name[-2:]: values.pop(name) for name in TITLES if values.get(name)}
    main = values.get("title", "")
    if main:
        parts = split_scripts(main)
        first, *rest = parts
        own = language_of(first, language, reading)
        for part in rest:
            titles.setdefault(language_of(part, "", reading), part)
        titles = {own: first, **{code: text for code, text in titles.items() if code != own}}
    elif titles:
        by_column = sorted(titles, key=lambda code: draft.places.get(f"title_{code}", 0))
        titles = {code: titles[code] for code in by_column}
    if not titles:
        return
    own = next(iter(titles))
    values["title"], draft.extra["language"] = one_line(titles[own]), own
    if not draft.places.get("title"):
        draft.places["title"] = draft.places.get(f"title_{own}", 0)
    for code, text in titles.items():
        if code != own:
            values[f"title_{code}"] = one_line(text)


def split_scripts(text: str) -> list[str]:
    """The parts of a text in two scripts, parted by a line, a slash or a bar; else the text alone."""
    parts = [part for part in _LANGUAGE_PARTS.split(text) if any(map(str.isalpha, part))]
    if len(parts) == 2 and is_cyrillic(parts[0]) != is_cyrillic(parts[1]):
        return parts
    return [text]


def latin_language(texts: Sequence[str], otherwise: str) -> str:
    """The Latin language that a quarter of the texts show by their letters, else the given one (of the headings)."""
    latin = [text for text in texts if text and not is_cyrillic(text)]
    for language, letters in _TELLING.items():
        if latin and sum(1 for text in latin if letters.search(text)) * 4 >= len(latin):
            return language
    return otherwise


def language_of(text: str, language: str, reading: RecordReading) -> str:
    """The language under which a text is kept: Ukrainian for Cyrillic, else that of the headings or the activity."""
    if is_cyrillic(text):
        return "uk"
    if language in LANGUAGES and language != "uk":
        return language
    return next((one for one in reading.languages if one in LANGUAGES and one != "uk"), "en")


def title_texts(fields: Mapping[str, str], language: str) -> dict[str, str]:
    """The titles of a staged row by language."""
    found = {language or "en": fields["title"]} if fields.get("title") else {}
    return found | {name[-2:]: fields[name] for name in TITLES if fields.get(name)}
