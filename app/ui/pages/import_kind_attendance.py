"""Attendance in the assistant: sign-in lists and logs of online meetings, a column for each session, shares."""

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
from app.services.import_rows import PlanRow, SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.services.sheet_import_book import WholeBook
from app.ui import formats
from app.ui.pages.import_kinds import Besides, KindLook, Known, Proposed, RowColumn

_FIELD_WORDS = {
    "": N_("Leave out"),
    "full_name": N_("Full name"),
    "organisation": N_("Organisation"),
    "email": N_("E-mail"),
    "date": N_("Date"),
    "session": N_("Session"),
    "presence": N_("Presence"),
    "minutes": N_("Minutes"),
    "join": N_("Joined"),
    "leave": N_("Left"),
    "duration": N_("Minutes in the meeting"),
    "share": N_("Share in this file"),
    "notes": N_("Notes"),
}
_NAME = RowColumn(
    "name", N_("Name in the file"), 210, ("full_name",), ("full_name", "family_name", "given_name"), usual=True
)
_MEANT = RowColumn("meant", N_("Who it is"), 190, ("meant",), usual=True)
_SHARE = RowColumn("share", N_("Share"), 150, ("share",), usual=True, whole=True)
_LAST = (
    RowColumn("email", N_("E-mail"), 190, ("email",)),
    RowColumn("organisation", N_("Organisation"), 150, ("organisation",)),
)
_MOST_ABSENT = 6


class AttendanceLook(KindLook):
    """Who was there. The columns are made for each file: one for each session that it is about."""

    key = "attendance"
    needs_one_of = frozenset({"full_name", "family_name", "given_name", "email"})
    fields = ("full_name", "organisation", "email", "date", "session", "presence", "minutes", "notes")
    compared = ("name", "organisation", "email")

    def __init__(self) -> None:
        self.columns = (_NAME, _MEANT, _SHARE, *_LAST)
        self.aim = AttendanceTarget("")
        self._slots: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self._planned: dict[RowKey, dict[str, str]] = {}
        self._log = False

    # words ----------------------------------------------------------------------------------------------------
    def title(self) -> str:
        return tr("Import attendance")

    def field_word(self, name: str) -> str:
        if name in self._labels:
            return self._labels[name]
        return tr(_FIELD_WORDS.get(name) or N_("Recognised, but not taken in"))

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
        return trn("{n} line", "{n} lines", n)

    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        return trn(
            "Marks of {n} person: {new} new, {update} changed, {same} the same.",
            "Marks of {n} people: {new} new, {update} changed, {same} the same.",
            n,
            **{key: counts.get(key, 0) for key in ("new", "update", "same")},
        )

    def take_words(self, n: int) -> str:
        return trn("Mark {n} person", "Mark {n} people", n)

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
        self._labels = {one.label: session_words(one) for one in attendance_import_views.sessions(made)}
        self._log = made.log
        self._planned = {
            (row.sheet, row.row): {one.field: one.old for one in match.differences}
            for row, match in made.pairs()
            if match.differences
        }
        few = len(self._labels) <= 12
        sessions = tuple(
            RowColumn(name, words, 118, (name,), usual=few, whole=True) for name, words in self._labels.items()
        )
        self.columns = (_NAME, _MEANT, *sessions, _SHARE, *_LAST)
        return made

    def rows(self, part: Any, left_out: frozenset[RowKey]) -> Sequence[PlanRow]:
        shown = import_rows.rows(part, left_out)
        return [self._told(one, staged.extra, part) for one, staged in zip(shown, part.staged.rows, strict=True)]

    def _told(self, shown: PlanRow, extra: Mapping[str, str], part: Any) -> PlanRow:
        """The row with who it is, its share, and the marks that stay as known by the user's choice."""
        fields = dict(shown.fields)
        owner = part.owners.get(shown.key, "")
        if owner:
            fields["meant"] = part.names.get(owner, "") or tr("somebody new")
        if "share" in extra:
            fields["share"] = share_words(extra, part.threshold)
        keep = part.decisions[shown.key].keep if shown.key in part.decisions else frozenset()
        kept = {name: old for name, old in self._planned.get(shown.key, {}).items() if name in keep}
        return replace(shown, fields=fields, old={**shown.old, **kept}, stays=shown.stays | frozenset(kept))

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
            Proposed({name: word.value}, tr(label(word)), "", row.fields.get(name) == word.value) for word in Presence
        ]

    def read_value(self, name: str, text: str, country: str) -> tuple[str, str]:
        plain = text.strip()
        if name not in self._labels or not plain:
            return plain, ""
        if plain.isdigit() and len(plain) <= 4:
            return f"{Presence.PRESENT.value} {int(plain)}", ""
        for word in Presence:
            if fold(plain) in (fold(word.value), fold(label(word)), fold(tr(label(word)))):
                return word.value, ""
        return "", "attendance_mark_unreadable"


def mark_words(mark: str) -> str:
    """``present``, ``45 min``, ``absent``, ``excused`` for the reader."""
    word, _, minutes = mark.partition(" ")
    if minutes.isdigit():
        return tr("{n} min", n=formats.number(int(minutes)))
    try:
        return tr(label(Presence(word)))
    except ValueError:
        return mark


def share_words(extra: Mapping[str, str], threshold: int) -> str:
    """``83 %, 75 of 90 min``; under the threshold of the certificate it says so."""
    text = tr(
        "{share} %, {there} of {whole} min",
        share=extra["share"],
        there=extra.get("attended_minutes", "0"),
        whole=extra.get("of_minutes", "0"),
    )
    return text if extra.get("reached") == "yes" else tr("{figures}, below {share} %", figures=text, share=threshold)


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
