"""The tab Indicators of a programme: baseline, target and actual values, typed or counted by the program (ME-2)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr
from app.core.vocabulary import label as word
from app.services import indicators
from app.services.indicators import IndicatorDraft, IndicatorRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import indicator
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.keeper import Verbs
from app.ui.editors.master_detail import MasterDetail, narrow_list
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import FormTab
from app.ui.editors.writing import write
from app.ui.form import FieldSpec, FormEditor, Section
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import MessageStrip, Way


def _tip(row: IndicatorRow) -> str:
    start = indicator.figure(row.baseline, row.unit, tr("not known"))
    return f"{row.code} · {tr(word(row.level))} · {row.text} · {tr('baseline {value}', value=start)}"


def _target(row: IndicatorRow) -> str:
    return indicator.figure(row.target, missing=tr("none"))


def _actual(row: IndicatorRow) -> str:
    return indicator.figure(row.actual, missing=tr("none yet"))


def _reached(row: IndicatorRow) -> float:
    return float(row.reached_percent or 0) / 100


def _reached_words(row: IndicatorRow) -> str:
    return "" if row.reached_percent is None else formats.percent(float(row.reached_percent) / 100)


class IndicatorsTab(MasterDetail):
    """The indicators of a programme."""

    tables = ("indicator", "indicator_value", "participation", "activity", "deliverable", "certificate")
    verbs = Verbs(
        indicators.load, indicators.check, indicators.save, N_("Change indicator"), "indicator", ("indicator_value",)
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "indicators",
            add=tr("New indicator"),
            choose=tr("Choose an indicator to see its baseline, target and values."),
        )

    def make_list(self, add: QWidget) -> ListTable:
        columns = (
            Column("text", tr("Indicator"), kind="bold", tip=_tip),
            Column("target", tr("Target"), 75, kind="number", show=_target),
            Column("actual", tr("Actual"), 75, kind="number", show=_actual),
            Column("reached", tr("Way done"), 80, kind="bar", value=_reached, show=_reached_words),
            Column("code", tr("Code"), 60, kind="muted"),
        )
        empty = (
            tr("No indicators yet"),
            tr("What the donor asks for: people trained, plans adopted. Most can be counted by the program itself."),
        )
        return narrow_list(
            columns,
            name="list.indicators",
            title=tr("Indicators"),
            hint=tr("Filter indicators"),
            icon="target",
            empty=empty,
            add=add,
        )

    def make_detail(self) -> FormTab:
        self._counted = MessageStrip(name="indicator.counted")
        form = FormEditor(indicator.sections(), name="indicator")
        self.keeper.shown.connect(self._on_shown)
        self.keeper.add_form(form)
        values = OwnedList(self.keeper, indicator.values_spec(), "indicator.values")
        return FormTab(self._counted, form, hairline(), values, self.delete_button())

    def _on_shown(self, draft: IndicatorDraft) -> None:
        if not draft.counted:
            self._counted.show_message("")
            return
        row = next((found for found in self.list.model.shown_rows() if found.id == self.keeper.ident), None)
        value = indicator.figure(row.actual if row is not None else None, draft.unit, tr("nothing yet"))
        self._counted.show_message(
            tr("Counted by the program: {value}", value=value),
            tr("It follows the data. Write it down for a report, so that it stays as it was on that day."),
            tone="info",
            ways=(Way(tr("Write down today's value"), self._on_keep_counted, "indicator.keep_counted"),),
        )

    def _on_keep_counted(self) -> None:
        ident = self.keeper.ident

        def keep(work: Any) -> str:
            return indicators.keep_counted(work, ident, date.today())

        write(self.desk, N_("Write down a counted value"), keep, said=tr("Today's value is written down."), undo=True)

    def read_rows(self) -> Sequence[IndicatorRow]:
        with self.desk.context.read() as view:
            return indicators.list_rows(view, self.owner_id)

    def new(self) -> None:
        fields = (
            FieldSpec("text", N_("What is measured"), "languages", span=2, required=True, extra={"lines": 2}),
            FieldSpec("target", N_("Target"), "number", extra={"digits": 2}),
            FieldSpec("unit", N_("Unit"), hint=N_("people, %, plans")),
            FieldSpec("counted", N_("Actual value"), "choice", span=2, options=indicator.counted_options()),
        )
        dialog = DraftDialog(
            self,
            tr("New indicator"),
            (Section("", fields),),
            IndicatorDraft(programme_id=self.owner_id),
            name="dialog.indicator.new",
            accept=tr("Add indicator"),
            check=indicators.check,
            commit=Commit(self.desk, N_("New indicator"), indicators.create),
        )
        dialog.committed.connect(self.select_made)
        dialog.open()

    def remove_words(self) -> tuple[str, str, Callable[[Any, str], None]]:
        return N_("Delete indicator"), tr("The indicator was deleted with its values."), indicators.delete
