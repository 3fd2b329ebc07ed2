"""The section Partnerships: the list over all programmes or of the chosen one, and the page of one partnership."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.i18n import tr, trn
from app.services import partnerships
from app.services.partnerships import PartnershipRow
from app.ui.desk import Desk
from app.ui.editors.record_view import RecordView
from app.ui.editors.section_page import ListView, SectionPage
from app.ui.page import PrimaryAction
from app.ui.pages import partnerships_list
from app.ui.pages.partnerships_list import NewPartnershipDialog
from app.ui.pages.partnerships_record import PartnershipView
from app.ui.widgets.buttons import counted_pills

_KEEP: dict[str, Callable[[PartnershipRow], bool] | None] = {
    "all": None,
    "running": partnerships_list.is_running,
    "proposed": partnerships_list.is_proposed,
    "over": partnerships_list.is_over,
    "unsigned": partnerships_list.unsigned,
}


class PartnershipsPage(SectionPage):
    """Partnerships of all programmes, or of the chosen one."""

    section = "partnerships"
    tables = partnerships_list.TABLES

    def __init__(self, desk: Desk) -> None:
        table = partnerships_list.make_table("partnerships", self.new, with_programme=True)
        super().__init__(desk, ListView(desk, tr("Partnerships"), "partnerships", table))
        self.listing.pills.chosen.connect(self._on_pill)

    def read_rows(self) -> Sequence[PartnershipRow]:
        with self.desk.context.read() as view:
            return partnerships.list_rows(view, self.desk.programme_id)

    def tell_list(self, rows: Sequence[Any]) -> None:
        countries = len({country for row in rows for country in row.countries})
        words = trn("{n} country", "{n} countries", countries) if countries else ""
        self.listing.head.set_facts([partnerships_list.partnerships_words(len(rows)), words])
        names = {
            "all": tr("All"),
            "running": tr("Agreed or active"),
            "proposed": tr("Proposed or on hold"),
            "over": tr("Closed or replaced"),
            "unsigned": tr("No agreement"),
        }
        self.listing.pills.set_pills(counted_pills(names, _KEEP, rows), self.listing.pills.current())

    def make_record(self) -> RecordView:
        return PartnershipView(self.desk, self.book)

    def record_name(self) -> str:
        return self.record.name() if isinstance(self.record, PartnershipView) else ""

    def primary_action(self) -> PrimaryAction | None:
        return PrimaryAction(tr("New partnership"), self.new, "action.partnership.new")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().handlers(), "action.partnership.new": self.new}

    def _on_pill(self, key: str) -> None:
        self.listing.table.set_keep(_KEEP[key])

    def new(self) -> None:
        dialog = NewPartnershipDialog(self, self.desk, self.book, self.desk.programme_id)
        dialog.committed.connect(self.open_made)
        dialog.open()

    def delete(self, idents: Sequence[str]) -> None:
        partnerships_list.delete(self.desk, idents)
