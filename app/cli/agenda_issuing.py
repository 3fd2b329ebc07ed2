"""The versions of an agenda: what changed since the last one, the next one, the one as implemented (AR-1 to AR-5)."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import N_, tr
from app.core.vocabulary import AgendaState, label
from app.services import agenda_versions, lookup
from app.services.agenda_versions import AgendaStatus, SessionChange
from app.services.context import Context


def add_to(verbs: "argparse._SubParsersAction[Any]") -> None:
    """The commands ``agenda changes`` and ``agenda issue``."""
    changes = verbs.add_parser("changes", help=tr("the state of an agenda and what changed since it was issued"))
    changes.add_argument("code", metavar="ACTIVITY")
    changes.add_argument("--json", action="store_true")
    changes.set_defaults(run=tell)
    one = verbs.add_parser("issue", help=tr("issue an agenda as it stands, under its next number"))
    one.add_argument("code", metavar="ACTIVITY")
    one.add_argument("--note", default="", help=tr("what changed, in a few words"))
    reason = tr("why one item changed; N is its number in “agenda changes”; may be repeated")
    one.add_argument("--reason", action="append", default=[], metavar="N=TEXT", help=reason)
    final = tr("keep it as it was implemented, when the event is over")
    one.add_argument("--final", action="store_true", help=final)
    one.set_defaults(run=issue)


def tell(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Draft, issued, revised or final, and every change with its number."""
    activity_id, status = _status(desk.existing, options.code)
    with desk.existing.read() as view:
        versions = agenda_versions.list_rows(view, activity_id)
    if options.json:
        desk.print_json(
            {
                "activity": options.code,
                "state": str(status.state),
                "number": status.number,
                "next": status.next_number,
                "versions": [
                    {
                        "number": row.number,
                        "state": str(row.state),
                        "issued": row.issued_at.isoformat(timespec="seconds"),
                        "note": row.note,
                    }
                    for row in versions
                ],
                "changes": [_plain(number, change) for number, change in enumerate(status.changes, 1)],
            }
        )
        return Outcome()
    if status.issued:
        desk.print(tr("{state}, version {number}", state=tr(label(status.state)), number=status.number))
    else:
        desk.print(tr(label(AgendaState.DRAFT)))
    for number, change in enumerate(status.changes, 1):
        told = _plain(number, change)
        was, now = _span(told["was"]), _span(told["is"])
        times = " → ".join(text for text in dict.fromkeys((was, now)) if text)
        desk.print(f"{number}. {tr(label(change.change))}: {change.title} ({times})")
    return Outcome()


def issue(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Issue the next version, or the one as implemented."""
    activity_id, status = _status(desk.existing, options.code)
    reasons = _reasons(options.reason, status)
    verb = agenda_versions.finalise if options.final else agenda_versions.issue
    title = N_("Keep agenda as implemented") if options.final else N_("Issue agenda")
    with desk.existing.write(title) as work:
        number = verb(work, activity_id, options.note, reasons=reasons)
    if options.final:
        desk.print(tr("Agenda {number} is final, as implemented.", number=number))
    else:
        desk.print(tr("Agenda {number} is issued.", number=number))
    return Outcome()


def _status(context: Context, code: str) -> tuple[str, AgendaStatus]:
    with context.read() as view:
        activity_id = lookup.activity_id(view, code)
        return activity_id, agenda_versions.status(view, activity_id)


def _reasons(given: list[str], status: AgendaStatus) -> dict[str, str]:
    """Reasons by item, from ``N=TEXT``; Refused(``agenda_reason_unknown``)."""
    found: dict[str, str] = {}
    for text in given:
        place, mark, reason = text.partition("=")
        number = int(place) if place.strip().isascii() and place.strip().isdigit() else 0
        if not mark or not 1 <= number <= len(status.changes):
            raise Refused("agenda_reason_unknown", value=text, count=len(status.changes))
        found[status.changes[number - 1].session_id] = reason
    return found


def _plain(number: int, change: SessionChange) -> dict[str, Any]:
    return {
        "number": number,
        "change": str(change.change),
        "title": change.title,
        "fields": list(change.fields),
        "was": _times(change.old_start, change.old_end),
        "is": _times(change.new_start, change.new_end),
    }


def _times(start: datetime | None, end: datetime | None) -> dict[str, str] | None:
    if start is None or end is None:
        return None
    return {"start": start.isoformat(timespec="minutes"), "end": end.isoformat(timespec="minutes")}


def _span(times: Mapping[str, str] | None) -> str:
    return f"{times['start'].replace('T', ' ')}–{times['end'][-5:]}" if times else ""
