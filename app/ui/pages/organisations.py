"""The section Organisations: the list, and the page of one organisation."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import OrganisationType
from app.core.vocabulary import label as word
from app.services import organisations, partnerships
from app.services.organisations import OrganisationDraft, OrganisationRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import organisation
from app.ui.editors.countries import country_words
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.record_view import RecordView
from app.ui.editors.section_page import ListView, SectionPage
from app.ui.editors.writing import write
from app.ui.page import PrimaryAction
from app.ui.pages.organisations_record import OrganisationView
from app.ui.widgets.buttons import button
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

_TOWNS = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.HROMADA, OrganisationType.REGION})
_FUNDERS = frozenset({OrganisationType.DONOR, OrganisationType.MINISTRY, OrganisationType.AGENCY})


def _type(row: OrganisationRow) -> str:
    return tr(word(row.type))


def _country(row: OrganisationRow) -> str:
    return country_words(row.country)


def _native(row: OrganisationRow) -> str:
    return row.native_name or formats.DASH


def _is_town(row: OrganisationRow) -> bool:
    return row.type in _TOWNS


def _is_funder(row: OrganisationRow) -> bool:
    return row.type in _FUNDERS


def _in_partnership(row: OrganisationRow) -> bool:
    return row.partnerships > 0


def _other(row: OrganisationRow) -> bool:
    return row.type not in _TOWNS and row.type not in _FUNDERS


_KEEP: dict[str, Callable[[OrganisationRow], bool] | None] = {
    "all": None,
    "towns": _is_town,
    "funders": _is_funder,
    "others": _other,
    "partners": _in_partnership,
}


def _words(n: int) -> str:
    return trn("{n} organisation", "{n} organisations", n)


class OrganisationsPage(SectionPage):
    """All organisations; with a programme chosen, its parties and the members of its partnerships."""

    section = "organisations"
    tables = ("organisation", "organisation_alias", "person_position", "partnership_member", "programme_party")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ListView(desk, tr("Organisations"), "organisations", self._make_table()))
        self.listing.pills.chosen.connect(self._on_pill)

    def _make_table(self) -> ListTable:
        columns = (
            Column("name", tr("Name"), kind="bold"),
            Column("native_name", tr("Native name"), 230, show=_native),
            Column("type", tr("Type"), 150, value=_type),
            Column("country", tr("Country"), 130, value=_country),
            Column("aliases", tr("Other names"), 170, kind="muted", spare=True),
            Column("people", tr("People"), 80, kind="number"),
            Column("partnerships", tr("Partnerships"), 110, kind="number"),
            Column("region", tr("Region"), 140, visible=False),
            Column("code", tr("Code"), 90, kind="muted", visible=False),
        )
        empty = EmptyState(
            "building-2",
            tr("No organisations yet"),
            tr("Municipalities, ministries, fire brigades, donors: whoever takes part in a programme."),
            buttons=(
                button(tr("New organisation"), icon_name="plus", name="organisations.empty.new", clicked=self.new),
            ),
        )
        table = ListTable(
            columns,
            name="list.organisations",
            title=tr("Organisations"),
            hint=tr("Filter by name, other name, town, code"),
            empty=empty,
            count=_words,
        )
        table.sort_by("name")
        return table

    def read_rows(self) -> Sequence[OrganisationRow]:
        with self.desk.context.read() as view:
            rows = organisations.list_rows(view)
            if not self.desk.programme_id:
                return rows
            chosen = partnerships.organisation_ids(view, self.desk.programme_id)
        return [row for row in rows if row.id in chosen]

    def tell_list(self, rows: Sequence[Any]) -> None:
        countries = len({row.country for row in rows if row.country})
        self.listing.head.set_facts(
            [_words(len(rows)), trn("{n} country", "{n} countries", countries) if countries else ""]
        )
        names = {
            "all": tr("All"),
            "towns": tr("Towns and regions"),
            "funders": tr("Ministries, donors"),
            "others": tr("Others"),
            "partners": tr("In partnerships"),
        }
        pills = []
        for key, words in names.items():
            keep = _KEEP[key]
            pills.append((key, words, len(rows) if keep is None else sum(map(keep, rows))))
        self.listing.pills.set_pills(pills, self.listing.pills.current())

    def make_record(self) -> RecordView:
        return OrganisationView(self.desk, self.book)

    def record_name(self) -> str:
        return self.record.name() if isinstance(self.record, OrganisationView) else ""

    def primary_action(self) -> PrimaryAction | None:
        return PrimaryAction(tr("New organisation"), self.new, "action.organisation.new")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().handlers(), "action.organisation.new": self.new}

    def _on_pill(self, key: str) -> None:
        self.listing.table.set_keep(_KEEP[key])

    def new(self) -> None:
        dialog = DraftDialog(
            self,
            tr("New organisation"),
            organisation.new_sections(),
            OrganisationDraft(),
            name="dialog.organisation.new",
            accept=tr("Add organisation"),
            check=organisations.check,
            commit=Commit(self.desk, N_("New organisation"), organisations.create),
        )
        dialog.committed.connect(self.open_made)
        dialog.open()

    def delete(self, idents: Sequence[str]) -> None:
        if not idents:
            return

        def remove(work: Any) -> None:
            for ident in idents:
                organisations.delete(work, ident)

        said = trn("{n} organisation was deleted.", "{n} organisations were deleted.", len(idents))
        write(self.desk, N_("Delete organisations"), remove, said=said, undo=True)
