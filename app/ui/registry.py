"""Which class shows which section; imported when the section is first gone to."""

from importlib import import_module

from app.core.i18n import N_
from app.ui.page import Page

#: Section → (words, icon): the side bar, in this order; Settings stands at its foot.
SECTIONS: dict[str, tuple[str, str]] = {
    "overview": (N_("Overview"), "layout-dashboard"),
    "programmes": (N_("Programmes"), "folder-kanban"),
    "visits": (N_("Visits"), "plane"),
    "trainings": (N_("Trainings"), "graduation-cap"),
    "people": (N_("People"), "users"),
    "organisations": (N_("Organisations"), "building-2"),
    "deliverables": (N_("Deliverables"), "file-check"),
    "budget": (N_("Budget"), "wallet"),
    "documents": (N_("Documents"), "folder-open"),
}
FOOT: dict[str, tuple[str, str]] = {"settings": (N_("Settings"), "settings")}

#: Section → "module:Class".
PAGES: dict[str, str] = {
    "overview": "app.ui.pages.overview:OverviewPage",
    "programmes": "app.ui.pages.programmes:ProgrammesPage",
    "partnerships": "app.ui.pages.partnerships:PartnershipsPage",
    "visits": "app.ui.pages.visits:VisitsPage",
    "trainings": "app.ui.pages.trainings:TrainingsPage",
    "people": "app.ui.pages.people:PeoplePage",
    "organisations": "app.ui.pages.organisations:OrganisationsPage",
    "deliverables": "app.ui.pages.deliverables:DeliverablesPage",
    "budget": "app.ui.pages.budget:BudgetPage",
    "documents": "app.ui.pages.documents:DocumentsPage",
    "settings": "app.ui.pages.settings:SettingsPage",
    "import": "app.ui.pages.import_page:ImportPage",
    "import.agenda": "app.ui.pages.import_kind_pages:AgendaImportPage",
    "import.attendance": "app.ui.pages.import_kind_pages:AttendanceImportPage",
    "import.expenditures": "app.ui.pages.import_kind_pages:ExpendituresImportPage",
    "import.deliverables": "app.ui.pages.import_kind_pages:DeliverablesImportPage",
    "imports": "app.ui.pages.imports:ImportsPage",
    "certificates.check": "app.ui.pages.certificate_check:CertificateCheckPage",
    "print": "app.ui.pages.print_preview:PrintPage",
    "help": "app.ui.pages.help:HelpPage",
    "history": "app.ui.pages.history:HistoryPage",
}

#: Sections without an entry in the side bar → the entry that is marked while one is there.
PARENTS: dict[str, str] = {
    "partnerships": "programmes",
    "import": "people",
    "import.agenda": "visits",
    "import.attendance": "visits",
    "import.expenditures": "budget",
    "import.deliverables": "deliverables",
    "imports": "",
    "certificates.check": "documents",
    "print": "",
    "help": "",
    "history": "",
}


def page_class(section: str, pages: dict[str, str] | None = None) -> type[Page]:
    """The class of a section; KeyError for a section that does not exist."""
    module, _, name = (pages or PAGES)[section].partition(":")
    found: type[Page] = getattr(import_module(module), name)
    return found
