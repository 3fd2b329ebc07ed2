"""The register of certificates as a paper (CN-2): of one activity, of a programme, of one year of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.i18n import words
from app.core.vocabulary import CertificateStatus
from app.documents import certificate_register
from app.documents.certificate_register import RegisterEntry, RegisterOptions, RegisterPaper
from app.documents.texts import Text, text_in
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.models.programmes import Programme
from app.services import attendance, event_titles, paper_parts, records
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, Printed
from app.storage.work import View


def of_activity(view: View, activity_id: str, language: str, second: str = "") -> RegisterPaper:
    """The register of one activity; Refused(``paper_nobody``) while nothing was issued."""
    head = paper_parts.event(view, activity_id, language, second)
    return RegisterPaper(
        code=head.activity.code,
        title=head.title,
        entries=_entries(view, language, second, activity_id=activity_id),
        scope=head.programme_title,
        as_of=date.today(),
        logos=head.logos,
        accent=head.accent,
    )


def of_programme(view: View, programme_id: str, year: int, language: str, second: str = "") -> RegisterPaper:
    """The register of a programme, of one year of issue or (0) of all; no programme: of all.

    Refused(``paper_nobody``) while nothing was issued.
    """
    programme = records.fetch(view, Programme, programme_id) if programme_id else None
    every = Text(words(language).say("All programmes"), words(second).say("All programmes") if second else "")
    return RegisterPaper(
        code=" ".join(part for part in (programme.code if programme else "", str(year) if year else "") if part),
        title=text_in(programme.title, language, second) if programme else every,
        entries=_entries(view, language, second, programme_id=programme_id, year=year),
        scope=Text(str(year)) if year else Text(),
        as_of=date.today(),
    )


def printed(view: View, programme_id: str, year: int, language: str, second: str = "", ending: str = ".pdf") -> Printed:
    """The register of a programme as a file, ``.pdf`` or ``.xlsx``; Refused(``paper_nobody``)."""
    paper = of_programme(view, programme_id, year, language, second)
    options = RegisterOptions(language, second)
    make = certificate_register.build_xlsx if ending == ".xlsx" else certificate_register.build
    languages = "-".join(part for part in (language, second) if part)
    name = " ".join(part for part in (paper.code, Paper.REGISTER.value, languages) if part)
    return Printed(make(paper, options), safe_name(name) + ending)


def _entries(
    view: View, language: str, second: str, programme_id: str = "", year: int = 0, activity_id: str = ""
) -> tuple[RegisterEntry, ...]:
    query = (
        select(Certificate, Activity.title)
        .join(Activity, Activity.id == Certificate.activity_id)
        .join(Programme, Programme.id == Certificate.programme_id)
        .order_by(Programme.code, Certificate.year, Certificate.serial)
    )
    for column, wanted in (
        (Certificate.programme_id, programme_id),
        (Certificate.year, year),
        (Certificate.activity_id, activity_id),
    ):
        if wanted:
            query = query.where(column == wanted)
    entries: list[RegisterEntry] = []
    for row, title in view.session.execute(query):
        entries += _of(row, title or {}, language, second)
    if not entries:
        raise Refused("paper_nobody", code="")
    return tuple(entries)


def _of(row: Certificate, title: Mapping[str, str], language: str, second: str) -> list[RegisterEntry]:
    """The certificate, after those that a changed name made void."""
    snapshot = row.snapshot or {}
    former: list[dict[str, Any]] = snapshot.get("former", [])
    numbers = [entry["number"] for entry in former] + [row.number]
    shared: dict[str, Any] = {
        "event": text_in(event_titles.of_snapshot(snapshot) or title, language, second),
        "start": PartialDate.parse(snapshot.get("start", "")),
        "end": PartialDate.parse(snapshot.get("end", "")),
        "hours": attendance.hours(row.minutes, snapshot.get("hour_minutes", 60)),
        "hour_minutes": snapshot.get("hour_minutes", 60),
        "kind": row.kind,
        "year": row.year,
        "signatories": ", ".join(one["name"] for one in snapshot.get("signatories", [])),
    }
    made = [
        RegisterEntry(
            number=entry["number"],
            holder=entry["holder_latin"],
            native=entry["holder"],
            issued=_day(entry.get("issued_on")) or row.issued_on,
            code=entry["code"],
            delivered=_day(entry.get("delivered_on")),
            delivery=entry.get("delivery", ""),
            duplicates=_days(entry.get("duplicates", [])),
            replaces=numbers[place - 1] if place else "",
            replaced=(numbers[place + 1], _day(entry.get("void_from"))),
            **shared,
        )
        for place, entry in enumerate(former)
    ]
    made.append(
        RegisterEntry(
            number=row.number,
            holder=row.holder_latin,
            native=row.holder,
            issued=row.issued_on,
            code=row.code,
            delivered=row.delivered_on,
            delivery=row.delivery,
            duplicates=_days(snapshot.get("duplicates", [])),
            replaces=numbers[-2] if former else "",
            cancelled=row.cancelled_on if row.status is CertificateStatus.CANCELLED else None,
            reason=row.cancel_reason,
            **shared,
        )
    )
    return made


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(texts: list[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(text) for text in texts)
