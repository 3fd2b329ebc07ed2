"""The agendas of the sample: days and sessions from a file; the people come later, from the spreadsheets."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.services import agendas, sample_files
from app.services.agendas import DayDraft, SessionDraft
from app.services.sample_files import Facts, Known
from app.storage.work import Work

#: Facts of a session that are not fields of a draft, or are taken in another way.
_BESIDES = ("from", "to", "like", "place", "speakers", "interpreters")


def write_agenda(work: Work, facts: Facts, known: Known) -> dict[str, str]:
    """All days and sessions of one agenda; gives the ids of the sessions by their start (``2023-10-09T09:00``)."""
    activity_id = known[facts["activity"]]
    sessions: dict[str, str] = {}
    for day in facts["days"]:
        if day["city"] or day["theme"]:
            write_head(work, activity_id, {key: day[key] for key in ("day", "city", "theme")})
        for row in day["sessions"]:
            draft = session_draft(facts, date.fromisoformat(day["day"]), row, known, activity_id)
            sessions[f"{draft.starts_at:%Y-%m-%dT%H:%M}"] = agendas.create(work, draft)
    return sessions


def session_draft(facts: Facts, day: date, row: Facts, known: Mapping[str, str], activity_id: str) -> SessionDraft:
    """One session: what stands in its row, before what it is ``like``, before the place where it is."""
    whole: dict[str, Any] = {**facts["standing"].get(row.get("like", ""), {}), **row}
    whole = {**facts["places"].get(whole.get("place", ""), {}), **whole}
    return sample_files.draft(
        SessionDraft,
        whole,
        known,
        besides=_BESIDES,
        activity_id=activity_id,
        starts_at=_moment(day, row["from"]),
        ends_at=_moment(day, row["to"]),
        speakers=(),
        interpreters=(),
    )


def write_head(work: Work, activity_id: str, facts: Facts) -> None:
    """The head of one day: city, theme, arrival or departure (AG-3)."""
    agendas.save_day(work, sample_files.draft(DayDraft, facts, {}, activity_id=activity_id))


def _moment(day: date, clock: str) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())
