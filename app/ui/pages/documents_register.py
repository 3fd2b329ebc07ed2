"""The register of certificates (CN-2): numbers, holders, states; cancel, duplicate, new name, verification (CN-3)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.core.vocabulary import CertificateStatus
from app.core.vocabulary import label as word
from app.services import certificate_checking, certificates
from app.services.certificate_checking import Verification
from app.services.certificates import CertificateRow
from app.services.printing import export_table
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.links import section_of
from app.ui.editors.writing import write
from app.ui.form import FieldSpec, Section
from app.ui.icons import icon
from app.ui.page import Place
from app.ui.pages.certificate_badge import SaveBadge
from app.ui.pages.certificate_check_words import told
from app.ui.pages.documents_certificate import CertificateDetail, certificate_state
from app.ui.pages.documents_register_print import RegisterPrinting
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column, copy_text
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action
from app.ui.widgets.messages_view import EmptyState, MessageStrip, Way

#: What can be done with several certificates at once.
_FOR_SEVERAL = ("certificates.print", "certificates.deliver")


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """On which day and how certificates were handed over; no day takes it back."""

    on: date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class CancelDraft:
    """Why a certificate is cancelled."""

    reason: str = ""


def _holder(one: CertificateRow) -> str:
    return one.holder_latin or one.holder


def _hours(one: CertificateRow) -> str:
    return formats.number(one.hours, 0 if one.hours == int(one.hours) else 1)


def _period(one: CertificateRow) -> str:
    return formats.days(one.start.exact, one.end.exact)


def _begins(one: CertificateRow) -> str:
    return str(one.start)


def _delivered(one: CertificateRow) -> str:
    if one.delivered_on is None:
        return ""
    return ", ".join(part for part in (formats.day(one.delivered_on), one.delivery) if part)


def _delivered_key(one: CertificateRow) -> str:
    return one.delivered_on.isoformat() if one.delivered_on else ""


def _kind(one: CertificateRow) -> str:
    return tr(word(one.kind))


class RegisterTab(QWidget):
    """``counted(n)`` after each reading."""

    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("documents.certificates")
        self.desk = desk
        self._wanted = ""
        self._years: tuple[int, ...] = ()
        body = column(self, space=0)
        head = row(space=3, margins=(6, 2, 6, 0))
        self.pills = Pills("certificates.filters")
        self.pills.chosen.connect(self._on_pill)
        head.addWidget(self.pills, 1)
        self.verify_box = QLineEdit()
        self.verify_box.setObjectName("certificates.verify")
        self.verify_box.setPlaceholderText(tr("Verify: number or code"))
        self.verify_box.setAccessibleName(tr("Verify a certificate by its number or code"))
        self.verify_box.setFixedWidth(theme().px(260))
        self.verify_box.setClearButtonEnabled(True)
        self.verify_box.addAction(icon("qr-code", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.verify_box.returnPressed.connect(self._on_verify)
        head.addWidget(self.verify_box)
        head.addWidget(button(tr("Verify"), name="certificates.verify.go", clicked=self._on_verify))
        head.addWidget(
            button(tr("From a picture …"), icon_name="scan-line", name="certificates.check", clicked=self._on_check)
        )
        head.addWidget(
            button(
                tr("Print the register …"), icon_name="printer", name="certificates.register", clicked=self._on_register
            )
        )
        body.addLayout(head)
        self._strip_box = QWidget()
        inside = row(self._strip_box, margins=(6, 2, 6, 0))
        self.strip = MessageStrip(closable=True, name="certificates.verdict")
        self.strip.closed.connect(self._strip_box.hide)
        inside.addWidget(self.strip, 1)
        self._strip_box.hide()
        body.addWidget(self._strip_box)
        line = row(space=0)
        self.list = self._make_list()
        line.addWidget(self.list, 1)
        line.addWidget(hairline(vertical=True))
        self.printing = RegisterPrinting(desk, self)
        self.detail = CertificateDetail()
        self.detail.acted.connect(self._on_act)
        line.addWidget(self.detail)
        body.addLayout(line, 1)

    def _make_list(self) -> ListTable:
        columns = (
            Column("number", tr("Number"), 170, kind="bold"),
            Column("holder_latin", tr("Holder"), value=_holder),
            Column("holder", tr("Native name"), 200, visible=False),
            Column("activity", tr("Event"), 210),
            Column("start", tr("Period"), 190, value=_begins, show=_period, visible=False),
            Column("hours", tr("Hours"), 70, kind="number", show=_hours),
            Column("kind", tr("Kind"), 180, value=_kind, visible=False),
            Column("issued_on", tr("Issued"), 110, kind="date"),
            Column("delivered_on", tr("Handed over"), 120, value=_delivered, sort_key=_delivered_key),
            Column("status", tr("Status"), 130, kind="chip", value=certificate_state),
            Column("code", tr("Code"), 140, kind="muted", visible=False),
            Column("signatories", tr("Signed by"), 200, kind="muted", visible=False),
        )
        table = ListTable(
            columns,
            name="list.certificates",
            title=tr("Certificates"),
            hint=tr("Filter the register"),
            empty=EmptyState(
                "award",
                tr("No certificate issued yet"),
                tr("Mark the attendance of a visit or training, then issue certificates from Print."),
            ),
            count=_count,
        )
        table.opened.connect(self._on_print)
        table.selected.connect(self._on_selected)
        acts = (
            ("print", "printer", tr("Print …")),
            ("deliver", "send", tr("Handed over …")),
            ("person", "user", tr("Open the person")),
            ("activity", "calendar-days", tr("Open the event")),
            ("duplicate", "copy", tr("Print a duplicate …")),
            ("reissue", "user-pen", tr("Make again for a changed name")),
            ("badge", "badge-check", tr("Open Badge …")),
            ("cancel", "circle-x", tr("Cancel …")),
        )
        actions = [
            menu_action(self, icon_name, words, partial(self._on_menu, key), f"certificates.{key}")
            for key, icon_name, words in acts
        ]
        table.set_menu(actions)
        #: What is done with one certificate only; the rest is done with all that are selected.
        self._for_one = [made for made in actions if made.objectName() not in _FOR_SEVERAL]
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the list only where both have room."""
        super().resizeEvent(event)
        self.detail.setVisible(self.width() >= theme().width("drawer_below") - theme().px(100))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now."""
        return {
            "action.edit.filter": self.list.filter_box.setFocus,
            "action.export.list": self._on_export,
            "action.print.certificates": partial(self._on_act, "print"),
        }

    # reading --------------------------------------------------------------------------------------------------
    def refresh(self, wanted: str = "") -> None:
        """Read the register again; ``wanted`` is selected then."""
        self._wanted = wanted or self._wanted
        self.desk.jobs.start(tr("Reading the register"), self._read, done=self._on_read, shown=False)

    def _read(self, _token: Token) -> tuple[CertificateRow, ...]:
        with self.desk.context.read() as view:
            return certificates.list_rows(view, self.desk.programme_id)

    def _on_read(self, rows: tuple[CertificateRow, ...]) -> None:
        self.list.set_rows(rows)
        cancelled = sum(one.status is CertificateStatus.CANCELLED for one in rows)
        years = sorted({one.issued_on.year for one in rows}, reverse=True)
        self._years = tuple(years)
        pills: list[tuple[str, str, int | None]] = [
            ("all", tr("All"), len(rows)),
            ("standing", tr("Valid"), len(rows) - cancelled),
            ("cancelled", tr("Cancelled"), cancelled),
        ]
        if len(years) > 1:
            pills += [(str(year), str(year), sum(one.issued_on.year == year for one in rows)) for year in years]
        self.pills.set_pills(pills)
        self._on_pill(self.pills.current())
        if self._wanted and self.list.select(self._wanted):
            self._wanted = ""
        self._on_selected(self.list.selected_rows())
        self.counted.emit(len(rows))

    def _on_pill(self, key: str) -> None:
        self.list.set_keep(None if key == "all" else partial(_keeps, key))

    def _on_selected(self, rows: Sequence[CertificateRow]) -> None:
        if len(rows) > 1:
            self.detail.show_several(rows)
        else:
            self.detail.show_certificate(rows[0] if rows else None)
        for act in self._for_one:
            act.setEnabled(len(rows) == 1)

    # verifying ------------------------------------------------------------------------------------------------
    def _on_verify(self) -> None:
        text = self.verify_box.text().strip()
        if not text:
            self._strip_box.hide()
            return
        with self.desk.context.read() as view:
            found = certificate_checking.check(view, text)
        self._tell(found)

    def _on_check(self) -> None:
        self.desk.go(Place("certificates.check", tab="picture"))

    def _tell(self, found: Verification) -> None:
        title, text, tone = told(found)
        if found.certificate is not None:
            self.list.select(found.certificate.id)
        self.strip.show_message(title, text, tone=tone)
        self._strip_box.show()

    # acting ---------------------------------------------------------------------------------------------------
    def _on_menu(self, key: str, _checked: bool = False) -> None:
        self._on_act(key)

    def _on_print(self, _row: object) -> None:
        self._on_act("print")

    def _on_act(self, key: str) -> None:
        one: CertificateRow | None = self.list.current()
        if one is None:
            return
        if key == "print":
            # One paper is of one event: of those selected, the ones of the same event as the chosen one.
            same = [row.id for row in self.list.selected_rows() if row.activity_id == one.activity_id]
            self.desk.go(Place("print", one.activity_id, "certificates", tuple(same or (one.id,))))
        elif key == "person":
            self.desk.go(Place("people", one.person_id, "certificates"))
        elif key == "activity":
            self.desk.go(Place(section_of(self.desk, one.activity_id), one.activity_id))
        elif key == "cancel":
            self._cancel(one)
        elif key == "deliver":
            self._deliver(one)
        elif key == "badge":
            SaveBadge(self, self.desk, one.id).open(one.number)
        elif key == "duplicate":
            change = partial(_duplicate, one.id)
            write(self.desk, N_("Duplicate of a certificate"), change, done=partial(self._on_duplicate, one))
        elif key == "reissue":
            again = partial(_reissue, one.id)
            write(self.desk, N_("Certificate for a changed name"), again, said=tr("Made again."), undo=True)

    def _on_duplicate(self, one: CertificateRow, _done: Any) -> None:
        """What was asked for is a paper: the way to it stands beside the way back."""
        paper = Place("print", one.activity_id, "certificates", (one.id,))
        ways = (
            Way(tr("Print"), partial(self.desk.go, paper), "message.print"),
            Way(tr("Undo"), partial(self.desk.act, "action.edit.undo"), "message.undo"),
        )
        self.desk.say(tr("{number} is printed as a duplicate from now on.", number=one.number), ways=ways)

    def _deliver(self, one: CertificateRow) -> None:
        """Note it for all that are selected, except those that are void."""
        chosen = [row for row in self.list.selected_rows() if row.status is not CertificateStatus.CANCELLED]
        if not chosen:
            self.desk.say(tr("The certificate {number} is cancelled.", number=one.number), tone="warning")
            return
        fields = (
            FieldSpec("on", N_("Day"), "date", note=N_("Leave it empty to take the note back.")),
            FieldSpec("how", N_("How"), "line", span=2, hint=N_("by hand, by mail, by e-mail")),
        )
        DraftDialog(
            self,
            trn("Hand over {n} certificate", "Hand over {n} certificates", len(chosen)),
            (Section("", fields),),
            DeliveryDraft(one.delivered_on or self.desk.today(), one.delivery),
            name="dialog.certificate.deliver",
            accept=tr("Keep"),
            commit=Commit(
                self.desk, N_("Certificates handed over"), partial(_deliver, tuple(row.id for row in chosen))
            ),
        ).open()

    def _cancel(self, one: CertificateRow) -> None:
        spec = FieldSpec("reason", N_("Why it is cancelled"), "text", required=True, span=2, extra={"lines": 3})
        dialog = DraftDialog(
            self,
            tr("Cancel {number}", number=one.number),
            (Section("", (spec,)),),
            CancelDraft(),
            name="dialog.certificate.cancel",
            accept=tr("Cancel the certificate"),
            commit=Commit(self.desk, N_("Cancel certificate"), partial(_cancel, one.id)),
        )
        dialog.name_reject(tr("Keep the certificate"))
        dialog.open()

    # the printed register -------------------------------------------------------------------------------------
    def _on_register(self) -> None:
        self.printing.ask(self.pills.current(), self._years)

    # export ---------------------------------------------------------------------------------------------------
    def _on_export(self) -> None:
        dialog = QFileDialog(self.window(), tr("Export the register"))
        dialog.setObjectName("dialog.certificates.export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(tr("Register of certificates") + ".xlsx")
        dialog.fileSelected.connect(self._on_export_file)
        dialog.open()

    def _on_export_file(self, name: str) -> None:
        from pathlib import Path

        columns = self.list.model.columns
        rows = [self.list.model.row_at(n) for n in range(self.list.model.rowCount())]
        table = [[copy_text(column, one) for column in columns] for one in rows]
        target = Path(name)
        work = partial(_export, target, tr("Certificates"), [column.title for column in columns], table)
        self.desk.jobs.start(tr("Saving {file}", file=target.name), work, done=self._on_exported)

    def _on_exported(self, target: Any) -> None:
        self.desk.say(tr("Saved as {file}", file=target.name), str(target.parent))


def _export(target: Any, name: str, heads: list[str], rows: list[list[str]], _token: Token) -> Any:
    return export_table(target, name, heads, rows)


def _cancel(ident: str, work: Any, draft: CancelDraft) -> None:
    certificates.cancel(work, ident, draft.reason, date.today())


def _deliver(idents: tuple[str, ...], work: Any, draft: DeliveryDraft) -> int:
    return certificates.deliver(work, idents, draft.on, draft.how)


def _duplicate(ident: str, work: Any) -> None:
    certificates.duplicate(work, ident, date.today())


def _reissue(ident: str, work: Any) -> str:
    return certificates.reissue(work, ident, date.today())


def _keeps(key: str, one: CertificateRow) -> bool:
    if key.isdigit():
        return one.issued_on.year == int(key)
    return (one.status is CertificateStatus.CANCELLED) == (key == "cancelled")


def _count(n: int) -> str:
    return trn("{n} certificate", "{n} certificates", n)
