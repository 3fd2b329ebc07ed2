"""Moving money between budget lines: the form tells at once what the movement asks for (BU-9)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr
from app.services import reallocations
from app.services.reallocations import HeadingChange, Need, ReallocationDraft, ReallocationVerdict
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.fields.choices import Choice
from app.ui.form import FieldSpec, Section
from app.ui.theme import theme
from app.ui.widgets.messages_view import MessageStrip

_NEED_TONES = {Need.FREE: "success", Need.NOTICE: "info", Need.ADDENDUM: "warning"}


def reallocation_sections(currency: str, lines: Sequence[Choice]) -> tuple[Section, ...]:
    """From, to, how much, when and why."""
    return (
        Section(
            "",
            (
                FieldSpec("from_line_id", N_("From line"), "record", required=True, options=lines, span=2),
                FieldSpec("to_line_id", N_("To line"), "record", required=True, options=lines, span=2),
                FieldSpec("amount_minor", N_("Amount"), "money", required=True, extra={"currency": currency}),
                FieldSpec("decided_on", N_("Decided on"), "date"),
                FieldSpec("reason", N_("Reason"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )


def need_words(need: Need) -> str:
    """What a movement asks for, in a word or two."""
    return {
        Need.FREE: tr("Nothing to ask"),
        Need.NOTICE: tr("Notice to the donor"),
        Need.ADDENDUM: tr("Addendum first"),
    }[need]


def verdict_words(verdict: ReallocationVerdict) -> tuple[str, str]:
    """What BU-9 says of a movement: a headline, and how far each heading would be from the contract."""
    if verdict.need is Need.FREE:
        return tr("No notice is needed."), tr("The money stays inside one heading.")
    changes = " ".join(_change_words(heading) for heading in verdict.headings)
    if verdict.need is Need.NOTICE:
        return (
            tr("The donor gets a notice."),
            tr("{changes} Up to {limit} % needs no addendum.", changes=changes, limit=verdict.limit_percent),
        )
    return (
        tr("This needs an addendum first."),
        tr("{changes} The limit is {limit} %.", changes=changes, limit=verdict.limit_percent),
    )


def _change_words(heading: HeadingChange) -> str:
    if heading.percent is None:
        return tr("The contract gives heading {code} nothing.", code=heading.code)
    sign = "+" if heading.percent > 0 else ""
    shown = f"{sign}{formats.number(heading.percent, 1)} %"
    return tr("Heading {code} would be {percent} from the contract.", code=heading.code, percent=shown)


class ReallocationDialog(DraftDialog):
    """A new movement, or one to change; the strip above the buttons follows what is typed."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        currency: str,
        lines: Sequence[Choice],
        draft: ReallocationDraft,
        ident: str = "",
    ) -> None:
        self._desk = desk
        self._ident = ident

        def keep(work: Any, made: ReallocationDraft) -> str:
            if ident:
                reallocations.save(work, ident, made)
                return ident
            return reallocations.create(work, made)

        super().__init__(
            parent,
            tr("Change movement") if ident else tr("Move money between lines"),
            reallocation_sections(currency, lines),
            draft,
            name="dialog.reallocation",
            accept=tr("Keep") if ident else tr("Move"),
            check=reallocations.check,
            commit=Commit(desk, N_("Change reallocation") if ident else N_("Reallocate money"), keep),
        )
        self.verdict = MessageStrip(name="dialog.reallocation.verdict")
        self.editor.layout().addWidget(self.verdict)  # type: ignore[union-attr]
        self.editor.changed.connect(self._judge)
        self._judge()
        self.resize(self.width(), self.height() + theme().px(110))

    def _judge(self) -> None:
        draft: ReallocationDraft = self.editor.draft()
        if not (draft.from_line_id and draft.to_line_id and (draft.amount_minor or 0) > 0):
            self.verdict.show_message("")
            return
        with self._desk.context.read() as view:
            verdict = reallocations.judge(view, draft, self._ident)
        title, text = verdict_words(verdict)
        self.verdict.show_message(title, text, tone=_NEED_TONES[verdict.need])
