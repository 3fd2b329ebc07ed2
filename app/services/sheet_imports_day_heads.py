"""Themes and towns that a sheet tells in the headings of its days, taken to the heads of these days (AG-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.core.text import fold
from app.importers.agenda_heads import pieces_of, rest_of
from app.importers.agenda_titles import language_of, split_scripts
from app.importers.record_sheet import RecordReading
from app.importers.staged import StagedRow
from app.models.activities import Activity
from app.services import agendas, records
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Target
from app.storage.work import Work

_TOLD = ("day_city", "day_theme", "day_words")


def write(work: Work, target: Target, rows: Sequence[StagedRow], reading: RecordReading) -> None:
    """Fill the heads of the days of these rows: what a head says already, in any language, stays as it is."""
    first: dict[str, StagedRow] = {}
    for row in rows:
        if row.fields.get("date") and not row.extra.keys().isdisjoint(_TOLD):
            first.setdefault(row.fields["date"], row)
    if not first:
        return
    finder = OrganisationFinder(work)
    activity = records.fetch(work, Activity, target.activity_id)
    places = [fold(text) for text in activity.place.values() if text]
    for day, row in first.items():
        city, theme = _told(row, finder, places)
        language = row.extra.get("language", "")
        draft = agendas.load_day(work, target.activity_id, date.fromisoformat(day))
        fresh = replace(
            draft,
            city=dict(draft.city) or _in_languages(city, language, reading),
            theme=dict(draft.theme) or _in_languages(theme, language, reading),
        )
        if fresh != draft:
            agendas.save_day(work, fresh)


def _told(row: StagedRow, finder: OrganisationFinder, places: Sequence[str]) -> tuple[str, str]:
    """Town and theme: of what may be either, a town or a municipality that is known is the town."""
    city, theme = (row.extra.get(name, "") for name in _TOLD[:2])
    words = [text for text in row.extra.get("day_words", "").split("\n") if text]
    if not city:
        for piece, text in pieces_of(words):
            if finder.find(piece) or any(fold(piece) in place for place in places):
                city = piece
                words[words.index(text)] = rest_of(text, piece)
                break
    return city, " – ".join(part for part in (theme, *words) if part)


def _in_languages(text: str, language: str, reading: RecordReading) -> Mapping[str, str]:
    """The text under its language, in two where it is written in two scripts."""
    return {language_of(part, language, reading): part for part in split_scripts(text)} if text else {}
