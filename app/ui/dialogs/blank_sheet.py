"""A blank spreadsheet of a kind, to be filled in by a town: kind, languages, whose lists stand in it, where to save."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import LANGUAGE_NAMES, N_, language, tr
from app.core.progress import Token
from app.services import activities, import_templates, programmes
from app.services.import_templates import TemplateTarget
from app.ui.desk import Desk
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.form import FieldSpec, FormEditor, Section
from app.ui.widgets.file_ways import file_ways

#: In the order in which they are asked for.
KINDS = (
    ("people", N_("Participants")),
    ("agenda", N_("Agenda")),
    ("attendance", N_("Attendance")),
    ("expenditures", N_("Expenditures")),
    ("deliverables", N_("Deliverables")),
)
_LANGUAGES = ("en", "sl", "uk", "sv", "lv")


@dataclass(frozen=True, slots=True)
class BlankWish:
    """What is wanted; ``about`` is ``programme:<id>`` or ``activity:<id>``, empty for no lists of records."""

    kind: str = "people"
    language: str = "en"
    second_language: str = ""
    about: str = ""

    def target(self) -> TemplateTarget:
        """The same for the service."""
        what, _, ident = self.about.partition(":")
        return TemplateTarget(activity_id=ident) if what == "activity" else TemplateTarget(ident)


class BlankSheet(QObject):
    """Asks what for and where to, writes it beside the window, tells where it is."""

    def __init__(self, desk: Desk, parent: QWidget, kind: str = "people", about: str = "") -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._activities: dict[str, str] = {}
        self._names: dict[str, str] = {}
        if not about and desk.programme_id:
            about = f"programme:{desk.programme_id}"
        now = language()
        self._wish = BlankWish(kind, now if now in _LANGUAGES else "en", "", about)

    def open(self) -> None:
        """Ask for kind and languages."""
        editor = FormEditor(self._sections(), name="blank")
        editor.load(self._wish)
        self._dialog = FormDialog(self._window, tr("Blank sheet"), editor, accept=tr("Save …"), name="dialog.blank")
        self._dialog.wanted.connect(self._on_wanted)
        self._dialog.open()

    def _sections(self) -> tuple[Section, ...]:
        spoken = [(code, LANGUAGE_NAMES[code]) for code in _LANGUAGES]
        with self._desk.context.read() as view:
            known = programmes.list_rows(view)
            rows = activities.list_rows(view)
        about: list[tuple[str, str]] = [("", tr("none"))]
        for one in known:
            about.append((f"programme:{one.id}", f"{one.code}  {one.title}"))
            self._names[f"programme:{one.id}"] = one.code
            for each in rows:
                if each.programme_id == one.id:
                    about.append((f"activity:{each.id}", f"      {each.title}"))
                    self._names[f"activity:{each.id}"] = each.code
                    self._activities[each.id] = one.id
        return (
            Section(
                "",
                (
                    FieldSpec(
                        "kind",
                        N_("What it is for"),
                        "choice",
                        options=[(key, tr(words)) for key, words in KINDS],
                        span=2,
                    ),
                    FieldSpec("language", N_("Language"), "choice", options=spoken),
                    FieldSpec("second_language", N_("Second language"), "choice", options=[("", tr("none")), *spoken]),
                    FieldSpec(
                        "about",
                        N_("For"),
                        "choice",
                        options=about,
                        span=2,
                        note=N_("Its people, towns, budget lines and days stand in the lists to choose from."),
                    ),
                ),
            ),
        )

    def _on_wanted(self, wish: BlankWish) -> None:
        self._wish = wish
        self._dialog.accept()
        dialog = QFileDialog(self._window, tr("Save the blank sheet"))
        dialog.setObjectName("dialog.blank.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Excel workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.suggested_name())
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def suggested_name(self) -> str:
        """``CEP-UA-V01 Agenda uk.xlsx``."""
        wish = self._wish
        kind = tr(dict(KINDS)[wish.kind])
        spoken = "+".join(code for code in (wish.language, wish.second_language) if code)
        return " ".join(part for part in (self._names.get(wish.about, ""), kind, spoken) if part) + ".xlsx"

    def _on_file(self, name: str) -> None:
        self.write(Path(name), self._wish)

    def write(self, target: Path, wish: BlankWish) -> None:
        """Write it there, in the background."""
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
        about = wish.target()
        if about.activity_id:
            about = replace(about, programme_id=self._activities.get(about.activity_id, ""))
        self._desk.jobs.start(
            tr("Making {file}", file=target.name), partial(self._make, target, wish, about), done=self._on_made
        )

    def _make(self, target: Path, wish: BlankWish, about: TemplateTarget, _token: Token) -> Path:
        with self._desk.context.read() as view:
            return import_templates.write(view, wish.kind, target, wish.language, wish.second_language, about)

    def _on_made(self, target: Path) -> None:
        ways = file_ways(target)
        self._desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=ways)
