"""Step 4: who was taken in, what stayed out and was told, the way back, the way on."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.core.progress import Token, silent
from app.services import import_organisations
from app.services.import_book import RowBook
from app.services.import_plans import OrganisationDecision
from app.services.import_rows import PlanRow
from app.ui import formats
from app.ui.page import Place
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_report import ReportLine, SaveReport, found_by, look_through, report_list
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import outcome_state
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState, MessageStrip, Way

#: Of so many organisations the names are looked up that they are kept under; of more the file's words are shown.
_NAMES = 500
#: So many are listed at once; the others follow when they were made ready in the background.
_FIRST = 200
#: Seconds that the window has for showing them before the others are worked on beside it: each call that it makes
#: would have to wait for its turn.
_SHOWING = 0.15


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is made ready in the background: of this plan and result all rows that were taken in."""

    book: RowBook
    result: Any
    numbers: tuple[int, ...]
    first: tuple["TakenRow", ...]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TakenRow:
    """Somebody who was taken in."""

    id: str
    code: str
    name: str
    latin: str
    outcome: State
    organisation: str
    position: str
    email: str
    #: By what the filter finds the row; made with it, since of a hundred thousand the list would need seconds for it.
    search_text: str = ""


class DoneStep(QWidget):
    """The people of one import; double click opens one."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.take")
        self.session = session
        body = column(self, space=3)
        head = row(margins=(6, 2, 6, 0))
        self.strip = MessageStrip(name="import.done")
        head.addWidget(self.strip, 1)
        body.addLayout(head)
        self._taken: tuple[TakenRow, ...] = ()
        self.save_report = SaveReport(session, self)
        self.pills = Pills("import.done.lists")
        self.pills.chosen.connect(self._on_pill)
        choice = row(margins=(6, 0, 6, 0))
        choice.addWidget(self.pills, 1)
        body.addLayout(choice)
        self._columns = (
            Column("code", tr("Code"), 90, kind="muted"),
            Column("name", tr("Native name"), 240, kind="bold"),
            Column("latin", tr("Passport spelling"), 190),
            Column("outcome", tr("Outcome"), 110, kind="chip"),
            Column("organisation", tr("Organisation")),
            Column("position", tr("Position"), 190),
            Column("email", tr("E-mail"), 220, kind="muted"),
        )
        self.list = ListTable(
            self._columns,
            name="list.import.taken",
            filter_line=False,
            title=tr("People taken in"),
            hint=tr("Filter the people"),
            empty=EmptyState("users", tr("Nobody was taken in")),
            count=_people_text,
        )
        self.list.opened.connect(self._on_opened)
        body.addWidget(self.list, 1)
        self.report = report_list()
        body.addWidget(self.report, 1)
        for made in (self.list, self.report):
            # In a low window the list gives way to what is told.
            made.setMinimumHeight(theme().px(64))
            made.filter_box.setMaximumWidth(theme().px(280))
            choice.addWidget(made.filter_box)
        self._on_pill("people")

    def _on_pill(self, key: str) -> None:
        self.list.setVisible(key != "report")
        self.report.setVisible(key == "report")
        self.list.filter_box.setVisible(key != "report")
        self.report.filter_box.setVisible(key == "report")

    def _show_pills(self, people: int, told: int) -> None:
        pills = [("people", tr("People"), people), ("report", tr("Left out and remarks"), told)]
        current = self.pills.current() or "people"
        self.pills.set_pills(pills, current)
        self.pills.show()
        self._on_pill(current)

    def _look(self, asked: _Asked, token: Token) -> tuple[Any, tuple[ReportLine, ...], tuple[TakenRow, ...]]:
        """A job: the report, and all who were taken in, with the names under which their organisations are kept."""
        look, given, taken = self.session.look, asked.book.given, list(asked.first)
        if len(asked.numbers) > len(taken):
            time.sleep(_SHOWING)
        for block in asked.book.blocks_of(asked.numbers[len(taken) :]):
            token.step(len(taken), len(asked.numbers))
            taken += [_taken(look, one, asked.result) for one in block]
        texts = {one.organisation for one in taken}
        if len(texts) <= _NAMES:
            meant = {text: OrganisationDecision(ident) for text, ident in asked.named.items() if ident}
            with self.session.desk.context.read() as view:
                finder = import_organisations.OrganisationFinder(view, meant, propose=True)
                names = import_organisations.names_meant(view, finder, texts)
            if any(text != name for text, name in names.items()):
                taken = [replace(one, organisation=names.get(one.organisation, one.organisation)) for one in taken]
        return *look_through(self.session, given, token), tuple(self._searchable(taken, token))

    def _searchable(self, taken: Sequence[TakenRow], token: Token) -> Iterator[TakenRow]:
        """The rows with the texts by which they are found."""
        for number, one in enumerate(taken):
            if number % _FIRST == 0:
                token.step(number, len(taken))
            yield replace(one, search_text=found_by(self._columns, one))

    def _on_report(self, found: tuple[Any, tuple[ReportLine, ...], tuple[TakenRow, ...]]) -> None:
        given, told, taken = found
        if self.session.book is not None and given is self.session.book.given:
            if taken != self._taken:
                self._taken = taken
                self.list.set_rows(taken)
            self.report.set_rows(told)
            self._show_pills(len(self.session.result.people) if self.session.result else 0, len(told))

    def show_result(self, ways: Sequence[Way]) -> None:
        """Tell what was written, and list it."""
        result, book = self.session.result, self.session.book
        if result is None or book is None:
            return
        look = self.session.look
        numbers = _each_once(book, result.people)
        first = [_taken(look, one, result) for block in book.blocks_of(numbers[:_FIRST]) for one in block]
        self._taken = tuple(self._searchable(first, silent()))
        self.list.set_rows(self._taken)
        counts = result.summary
        text = tr(
            "Import {batch}: {read} rows read, {new} new, {update} updated, {same} the same, {out} left out.",
            batch=result.batch,
            read=formats.number(len(book)),
            new=formats.number(counts.get("taken_new", 0)),
            update=formats.number(counts.get("taken_update", 0)),
            same=formats.number(counts.get("taken_same", 0)),
            out=formats.number(len(book) - len(numbers)),
        )
        self.report.set_rows(())
        self.pills.set_pills((), "")
        self._show_pills(len(numbers), 0)
        self.session.desk.jobs.start(
            tr("Making the report"),
            partial(self._look, _Asked(book, result, tuple(numbers), self._taken, dict(self.session.named))),
            done=self._on_report,
            shown=False,
        )
        if self.session.backed_up:
            text = " ".join((text, tr("A backup was made before.")))
        self.strip.show_message(
            trn("{n} person was taken in", "{n} people were taken in", len(numbers)),
            text,
            tone="success",
            ways=ways,
        )

    def show_taken_back(self) -> None:
        """Say that all of it was taken back."""
        self._taken = ()
        self.list.set_rows(())
        self.report.set_rows(())
        self.pills.set_pills((), "")
        self.pills.hide()
        self._on_pill("people")
        self.list.filter_box.hide()
        self.strip.show_message(
            tr("The import was taken back"), tr("Nobody and nothing of it is left; the file can be taken in again.")
        )

    def _on_opened(self, taken: TakenRow) -> None:
        self.session.desk.go(Place("people", taken.id))


def _each_once(book: RowBook, people: Mapping[tuple[str, int], str]) -> Sequence[int]:
    """The numbers of the rows that became people; of several about one person the last, at the place of the first."""
    if len(set(people.values())) == len(people):
        return book.places(people)
    rows = {ident: number for key, ident in people.items() if (number := book.number(key)) >= 0}
    return list(rows.values())


def _taken(look: KindLook, one: PlanRow, result: object) -> TakenRow:
    people: dict[tuple[str, int], str] = getattr(result, "people", {})
    codes: dict[tuple[str, int], str] = getattr(result, "codes", {})
    return TakenRow(
        id=people[one.key],
        code=codes.get(one.key, ""),
        name=look.name_of(one),
        latin=look.cell_words(look.columns[1], one.fields),
        outcome=outcome_state(one),
        organisation=one.fields.get("organisation", "") or tr("not stated"),
        position=look.value_words("position", one.fields.get("position", "")),
        email=one.fields.get("email", ""),
    )


def _people_text(n: int) -> str:
    return trn("{n} person", "{n} people", n)
