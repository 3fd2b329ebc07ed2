"""A letter of one's own as a Word file: chosen, looked at, taken off; an example to start from."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from app.core.i18n import N_, tr
from app.core.progress import Token
from app.services import paper_templates, paper_word
from app.services.paper_word import WordFile
from app.ui.desk import Desk
from app.ui.editors.writing import write
from app.ui.widgets.boxes import Card
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip

_KINDS = "Word (*.docx)"


class WordBox(Card):
    """The Word template of a paper: its name, its placeholders, the ways to choose another one or none."""

    def __init__(self, desk: Desk, paper: str) -> None:
        super().__init__(name="programme.papers.word")
        self.desk = desk
        self._paper = paper
        self._programme_id = ""
        #: Of the example's few fixed words.
        self.language = "en"
        self.body.addWidget(label(tr("Word template"), "strong"))
        self.told = label("", "second", wrap=True, name="programme.papers.word.told")
        self.body.addWidget(self.told)
        self.unknown = MessageStrip(name="programme.papers.word.unknown")
        self.body.addWidget(self.unknown)
        line = Flow(2)
        self.choose = button(
            tr("Choose a Word file …"),
            icon_name="file-up",
            name="programme.papers.word.choose",
            clicked=self._on_choose,
        )
        self.remove = button(
            tr("Take off"), icon_name="x", name="programme.papers.word.remove", clicked=self._on_remove
        )
        self.example = button(
            tr("Save a starting template …"),
            "link",
            icon_name="download",
            name="programme.papers.word.example",
            clicked=self._on_example,
        )
        for made in (self.choose, self.remove, self.example):
            line.add(made)
        self.body.addWidget(line)

    def show_programme(self, programme_id: str) -> None:
        """Look which file the programme has."""
        self._programme_id = programme_id
        context, paper = self.desk.context, self._paper

        def read(_token: Token) -> tuple[str, WordFile | None]:
            with context.read() as view:
                return programme_id, paper_word.look(view, programme_id, paper)

        self.desk.jobs.start(tr("Reading the Word template"), read, done=self._on_read, shown=False)

    def _on_read(self, found: tuple[str, WordFile | None]) -> None:
        programme_id, held = found
        if programme_id != self._programme_id:
            return
        self.remove.setVisible(held is not None)
        if held is None:
            self.told.setText(
                tr("None: letters look as the page beside shows. A Word file with placeholders can take its place.")
            )
            self.unknown.show_message("")
            return
        count = ", ".join("{" + place + "}" for place in held.places) or tr("none")
        self.told.setText(tr("{file} is used for letters. Placeholders: {places}", file=held.file_name, places=count))
        named = ", ".join("{" + place + "}" for place in held.unknown)
        told = tr(
            "These are printed as they stand: {places}. Correct them in Word, then choose the file again.", places=named
        )
        title = tr("Unknown placeholders") if held.unknown else ""
        self.unknown.show_message(title, told if held.unknown else "", tone="warning")

    # ways -----------------------------------------------------------------------------------------------------
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a Word file"))
        dialog.setObjectName("dialog.papers.word")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_KINDS])
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, name: str) -> None:
        """Keep a file as the template, or say why it cannot be one."""
        path, programme_id, paper = Path(name), self._programme_id, self._paper

        def keep(work: Any) -> None:
            paper_templates.set_word(work, programme_id, paper, paper_word.read(path), path.name)

        said = tr("{file} is used for letters from now on.", file=path.name)
        write(self.desk, N_("Choose a Word template"), keep, said=said, undo=True)

    def _on_remove(self) -> None:
        programme_id, paper = self._programme_id, self._paper

        def remove(work: Any) -> None:
            paper_templates.remove_word(work, programme_id, paper)

        said = tr("The standard letter is printed again.")
        write(self.desk, N_("Take off the Word template"), remove, said=said, undo=True)

    def _on_example(self) -> None:
        dialog = QFileDialog(self, tr("Save a starting template"))
        dialog.setObjectName("dialog.papers.word.example")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_KINDS])
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(f"{tr('Letter')}.docx")
        dialog.fileSelected.connect(self.save_example)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_example(self, name: str) -> None:
        """Write the example, in the background."""
        target, context, programme_id, language = Path(name), self.desk.context, self._programme_id, self.language

        def make(_token: Token) -> Path:
            with context.read() as view:
                content = paper_word.example(view, programme_id, language)
            return paper_word.save(target, content)

        self.desk.jobs.start(tr("Making {file}", file=target.name), make, done=self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.desk.say(tr("Saved as {file}", file=path.name), str(path.parent))
