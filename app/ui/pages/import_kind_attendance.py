"""Attendance in the assistant: sign-in lists and logs of online meetings, a column for each session, shares."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.core.errors import Refused
from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.core.text import fold
from app.core.vocabulary import Presence, label
from app.services import attendance_import, attendance_import_views, import_rows, known_people, picking
from app.services.attendance_import import AttendanceTarget
from app.services.import_book import RowBook
from app.services.import_rows import CellNote, PlanRow, SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.services.sheet_import_book import WholeBook
from app.ui import formats
from app.ui.pages.import_kinds import Besides, KindLook, Known, Proposed, RowColumn

_FIELD_WORDS = {
    "": N_("Leave out"),
    "full_name": N_("Full name"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "organisation": N_("Organisation"),
    "email": N_("E-mail"),
    "date": N_("Date"),
    "session": N_("Session"),
    "presence": N_("Presence"),
    "minutes": N_("Minutes present"),
    "join": N_("Joined"),
    "leave": N_("Left"),
    "duration": N_("Minutes in the meeting"),
    "share": N_("Share in this file"),
    "there": N_("Minutes"),
    "meant": N_("Who it is"),
    "notes": N_("Notes"),
}
_NAME = RowColumn(
    "name", N_("Name in the file"), 200, ("full_name",), ("full_name", "family_name", "given_name"), usual=True
)
_MEANT = RowColumn("meant", N_("Who it is"), 160, ("meant",), usual=True, always=True)
_SHARE = RowColumn("share", N_("Share"), 136, ("share",), usual=True, whole=True, always=True)
_LAST = (
    RowColumn("there", N_("Minutes"), 112, ("there",), usual=True, whole=True),
    RowColumn("email", N_("E-mail"), 190, ("email",)),
    RowColumn("organisation", N_("Organisation"), 150, ("organisation",)),
)
_MOST_ABSENT = 6
_OF_DAYS = re.compile(r"\d{4}-\d\d-\d\d\b")


class AttendanceLook(KindLook):
    """Who was there. The columns are made for each file: one for each session that it is about."""

    key = "attendance"
    needs_one_of = frozenset({"full_name", "family_name", "given_name", "email"})
    fields = (
        *("full_name", "family_name", "given_name", "patronymic", "organisation", "email"),
        *("date", "session", "presence", "minutes", "join", "leave", "duration", "notes"),
    )
    compared = ("name", "organisation", "email")

    def __init__(self) -> None:
        self.columns = (_NAME, _MEANT, _SHARE, *_LAST)
        self.aim = AttendanceTarget("")
        self._labels: dict[str, str] = {}
        self._planned: dict[RowKey, dict[str, str]] = {}

    # words ----------------------------------------------------------------------------------------------------
    def title(self) -> str:
        return tr("Import attendance")

    def field_word(self, name: str) -> str:
        if name in self._labels:
            return self._labels[name]
        if self.marks(name):
            days = dict.fromkeys(one[:10] for one in name.split(", "))
            return tr("Marks of {day}", day=", ".join(formats.day(date.fromisoformat(one)) for one in days))
        return tr(_FIELD_WORDS.get(name) or N_("Recognised, but not taken in"))

    def marks(self, name: str) -> bool:
        # Such a field is the sessions that the column is about: "2026-03-09 09:00, 2026-03-09 14:00".
        return _OF_DAYS.match(name) is not None

    def value_words(self, name: str, value: str) -> str:
        if name in self._labels:
            return mark_words(value)
        if name in ("join", "leave") and value:
            return formats.moment(datetime.fromisoformat(value))
        return value

    def typed(self, name: str, value: str) -> str:
        word, _, minutes = value.partition(" ")
        return minutes if name in self._labels and minutes else mark_words(word) if name in self._labels else value

    def name_of(self, row: PlanRow) -> str:
        return row.fields.get("full_name") or row.fields.get("email") or tr("without a name")

    def count_words(self, n: int) -> str:
        return trn("{n} row", "{n} rows", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "Marks of {n} person: {new} new, {update} changed, {same} the same.",
            "Marks of {n} people: {new} new, {update} changed, {same} the same.",
            n,
            **{key: counts.get(key, 0) for key in ("new", "update", "same")},
        )

    def take_words(self, n: int) -> str:
        return tr("Mark the attendance")

    def taken_words(self, n: int) -> str:
        return trn("The attendance of {n} person was marked.", "The attendance of {n} people was marked.", n)

    def needed_words(self) -> str:
        return tr("No column is taken as a name or an e-mail")

    def way_words(self) -> Mapping[str, str]:
        return {
            "same": tr("The same person"),
            "one_of_both": tr("The same person: one of both"),
            "other": tr("Somebody new, who becomes a participant"),
            "all_new": tr("Take all as new participants"),
            "find": tr("It is somebody else who is known"),
            "is_it": tr("Is it one of these?"),
            "who": tr("Who it is"),
        }

    def nothing_words(self) -> str:
        return tr("Nobody is left to mark")

    def cell_words(self, column: RowColumn, fields: Mapping[str, str]) -> str:
        """Whoever signed in with an e-mail alone is called by it."""
        words = super().cell_words(column, fields)
        return fields.get("email", "") if column is _NAME and not words else words

    # where to -------------------------------------------------------------------------------------------------
    def target_form(self, session: Any) -> Any:
        from app.ui.pages.import_kind_target import KindTargetForm

        return KindTargetForm(session, self.key, needs_activity=True)

    def target(self, programme_id: str, activity_id: str, country: str, options: Mapping[str, Any]) -> AttendanceTarget:
        what = str(options.get("about", ""))
        day = date.fromisoformat(what.removeprefix("day:")) if what.startswith("day:") else None
        session = what.removeprefix("session:") if what.startswith("session:") else ""
        return AttendanceTarget(
            programme_id, activity_id, "", "", session, day, str(options.get("zone", "")), bool(options.get("absent"))
        )

    def lacks(self, target: Any) -> str:
        return "" if target.activity_id else tr("Choose the visit or training of which it tells the attendance.")

    # verbs ----------------------------------------------------------------------------------------------------
    def book(self, plan: Any, token: Token) -> RowBook:
        return WholeBook(plan, self.rows, token)

    def sheets(self, view: Any, workbook: Any, wanted: Wanted) -> tuple[SheetRow, ...]:
        return attendance_import_views.sheets(view, workbook, self.aim, wanted)

    def plan(self, view: Any, workbook: Any, target: Any, wanted: Wanted, token: Token) -> Any:
        if not target.activity_id:
            raise Refused("import_kind_needs_activity")
        made = attendance_import.plan(view, workbook, target, wanted.choices(), token)
        sessions = attendance_import_views.sessions(made)
        one_day = len({one.day for one in sessions}) == 1
        self._labels = {one.label: session_words(one) for one in sessions}
        heads = {one.label: one.start if one_day and one.start else self._labels[one.label] for one in sessions}
        self._planned = {
            (row.sheet, row.row): {one.field: one.old for one in match.differences}
            for row, match in made.pairs()
            if match.differences
        }
        few, wide = len(sessions) <= 12, 112 if one_day else 124
        marks = tuple(RowColumn(name, words, wide, (name,), usual=few, always=True) for name, words in heads.items())
        self.columns = (_NAME, _MEANT, _SHARE, *marks, *_LAST)
        return made

    def rows(self, part: Any, left_out: frozenset[RowKey]) -> Sequence[PlanRow]:
        shown = import_rows.rows(part, left_out)
        return [self._told(one, staged.extra, part) for one, staged in zip(shown, part.staged.rows, strict=True)]

    def _told(self, shown: PlanRow, extra: Mapping[str, str], part: Any) -> PlanRow:
        """The row with who it is, its share, and the marks that stay as known by the user's choice."""
        fields = dict(shown.fields)
        alone = shown.people[0] if len(shown.people) == 1 and shown.outcome.value == "same" else ""
        owner = part.owners.get(shown.key, "") or alone
        if owner:
            fields["meant"] = part.names.get(owner, "") or tr("somebody new")
        if "share" in extra:
            fields["share"] = share_words(extra, part.threshold)
            fields["there"] = tr("{there} of {whole}", there=extra["attended_minutes"], whole=extra["of_minutes"])
        keep = part.decisions[shown.key].keep if shown.key in part.decisions else frozenset()
        kept = {name: old for name, old in self._planned.get(shown.key, {}).items() if name in keep}
        notes = tuple(_in_words(note) if note.field in self._labels else note for note in shown.notes)
        return replace(
            shown, fields=fields, notes=notes, old={**shown.old, **kept}, stays=shown.stays | frozenset(kept)
        )

    def apply(self, view: Any, original: Any, given: Any, decisions: Mapping[RowKey, Decision]) -> Any:
        return attendance_import.decide(view, original, {**given.decisions, **decisions})

    def take_in(
        self, work: Any, given: Any, left_out: frozenset[RowKey], named: Mapping[str, str], token: Token
    ) -> Any:
        return attendance_import.take_in(work, given, None, token)

    def besides(self, view: Any, book: RowBook, named: Mapping[str, str]) -> Besides:
        given = book.given
        facts = [(tr("Sessions"), _few(list(self._labels.values())))]
        marks = sum(len(found) for found in given.marks.values())
        facts.append((tr("Marks"), trn("{n} mark", "{n} marks", marks)))
        if given.joining:
            n = len(given.joining)
            facts.append(
                (tr("Participants"), trn("{n} person takes part from now on", "{n} people take part from now on", n))
            )
        if given.absent:
            names = _few([given.names.get(ident, "") for ident in given.absent])
            facts.append((tr("Not in the file"), names))
        return Besides(tuple(facts))

    def known(self, view: Any, row: PlanRow) -> Sequence[Known]:
        names = import_rows.known_names(view, row.people)
        facts = {one.ident: one.fields for one in known_people.known_people(view, row.people)} if row.people else {}
        return [
            Known(ident, names[ident].name, names[ident].second, _as_told(facts.get(ident, {})))
            for ident in row.people
            if ident in names
        ]

    def find(self, view: Any, text: str) -> Sequence[Known]:
        return [Known(one.id, one.name, one.second, {}) for one in picking.people(view, text, 20)]

    def proposals(self, row: PlanRow, names: Sequence[str]) -> Sequence[Proposed]:
        if len(names) != 1 or names[0] not in self._labels:
            return ()
        name = names[0]
        return [
            Proposed({name: word.value}, mark_words(word.value), "", row.fields.get(name) == word.value)
            for word in Presence
        ]

    def read_value(self, name: str, text: str, country: str) -> tuple[str, str]:
        plain = text.strip()
        if name not in self._labels or not plain:
            return plain, ""
        if plain.isdigit() and len(plain) <= 4:
            return f"{Presence.PRESENT.value} {int(plain)}", ""
        for word in Presence:
            if fold(plain) in (
                fold(word.value),
                fold(label(word)),
                fold(tr(label(word))),
                fold(mark_words(word.value)),
            ):
                return word.value, ""
        return "", "attendance_mark_unreadable"


def _in_words(note: CellNote) -> CellNote:
    """A remark about a mark with the mark as the list says it."""
    if not note.raw:
        return note
    words = mark_words(note.raw)
    return replace(note, raw=words, params={**note.params, "value": words})


def mark_words(mark: str) -> str:
    """``present``, ``45 min``, ``absent``, ``excused`` for the reader."""
    word, _, minutes = mark.partition(" ")
    if minutes.isdigit():
        return tr("{n} min", n=formats.number(int(minutes)))
    return {"present": tr("present"), "absent": tr("absent"), "excused": tr("excused")}.get(word, mark)


def share_words(extra: Mapping[str, str], threshold: int) -> str:
    """``83 %``; below the threshold of the certificate (CE-3) it says so."""
    share = formats.percent(int(extra["share"]) / 100)
    return share if extra.get("reached") == "yes" else tr("{share}, below {least} %", share=share, least=threshold)


def session_words(one: attendance_import_views.SlotChoice) -> str:
    """``9 Mar 09:00``: a session as the head of a column."""
    return " ".join(part for part in (formats.day_short(one.day), one.start) if part)


def _as_told(facts: Mapping[str, str]) -> dict[str, str]:
    """Somebody known with the fields of a list."""
    names = (facts.get("family_name", ""), facts.get("given_name", ""), facts.get("patronymic", ""))
    fields = {"full_name": " ".join(name for name in names if name)}
    return fields | {name: facts[name] for name in ("organisation", "email") if facts.get(name)}


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_ABSENT])
    return shown if len(names) <= _MOST_ABSENT else tr("{names} and {n} more", names=shown, n=len(names) - _MOST_ABSENT)
