"""The own words of one paper: its fields in one language at a time, a Word file where it takes one, the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import field as with_default
from dataclasses import make_dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.errors import Problem
from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, N_, tr
from app.core.vocabulary import CertificateKind
from app.services import paper_templates
from app.services.paper_samples import Trial, variant_of
from app.services.paper_shelf import Shelved, Slot
from app.services.paper_templates import TemplateDraft
from app.ui.desk import Desk
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.writing import write
from app.ui.pages.programmes_papers_field import SlotsForm
from app.ui.pages.programmes_papers_word import WordBox
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.labels import ElidedLabel, hairline, label

#: Between the programme's key and the paper's, in what the keeper takes for the key of the record.
_AND = "/"


class WordsPane(QWidget):
    """``typed()`` when the page beside it must be made anew: words, language or kind are others."""

    typed = Signal()

    def __init__(self, desk: Desk, shelved: Shelved) -> None:
        super().__init__()
        self.setObjectName(f"programme.papers.{shelved.key}")
        self.desk = desk
        self.shelved = shelved
        self._programme_id = ""
        self._names = {slot.key: f"slot{number}" for number, slot in enumerate(shelved.slots)}
        self._draft_class = make_dataclass(
            "SlotTexts",
            [
                *((name, Mapping, with_default(default_factory=dict)) for name in self._names.values()),
                ("version", int, with_default(default=0)),
            ],
            frozen=True,
        )
        verbs = Verbs(
            self._load, self._check, self._save, N_("Change words on a paper"), "paper_template", ("paper_template",)
        )
        self.keeper = Keeper(desk, verbs, self)
        body = column(self, space=0)
        body.addWidget(self._make_head())
        body.addWidget(hairline())
        scroll = Scroll(limit=720, space=4, margins=(5, 4, 5, 6))
        if shelved.word:
            self.word = WordBox(desk, shelved.key)
            scroll.body.addWidget(self.word)
        self.form = SlotsForm(self._sections(), name=f"programme.papers.{shelved.key}")
        scroll.body.addWidget(self.form)
        scroll.body.addStretch(1)
        body.addWidget(scroll, 1)
        self.form.changed.connect(self.typed)
        self.keeper.shown.connect(self._on_shown)
        self.keeper.add_form(self.form)
        self._variant = ""
        for made in self.form.slot_fields():
            made.entered.connect(self._on_entered)
        self._on_kind("")

    def _make_head(self) -> QWidget:
        holder = QWidget()
        lines = column(holder, space=2, margins=(5, 3, 5, 2))
        first = row(space=2)
        first.addWidget(ElidedLabel(tr(self.shelved.name), "section"), 1)
        name = f"programme.papers.{self.shelved.key}.reset"
        self.back = button(tr("Back to the standard words"), "link", icon_name="undo-2", name=name, clicked=self._reset)
        first.addWidget(self.back)
        lines.addLayout(first)
        told = tr("An empty field prints the standard words, shown in grey. A single hyphen prints nothing.")
        lines.addWidget(label(told, "second", wrap=True))
        second = row(space=3)
        codes = [(code, code.upper()) for code in LANGUAGES]
        self.languages = Switch(codes, name="programme.papers.language", title=tr("Language of the words"))
        for code in LANGUAGES:
            self.languages.findChild(QWidget, f"programme.papers.language.{code}").setToolTip(LANGUAGE_NAMES[code])  # type: ignore[union-attr]
        self.languages.chosen.connect(self._on_language)
        second.addWidget(self.languages)
        self.kinds: Switch | None = None
        if self.shelved.groups:
            kinds = [(key, tr(words)) for key, words in self.shelved.groups.items()]
            self.kinds = Switch(kinds, name="programme.papers.kind", title=tr("Kind of certificate"))
            self.kinds.chosen.connect(self._on_kind)
        second.addStretch(1)
        lines.addLayout(second)
        if self.kinds is not None:
            lines.addWidget(self.kinds)
        return holder

    def _sections(self) -> list[tuple[str, list[tuple[str, Slot]]]]:
        return [("", [(self._names[slot.key], slot) for slot in self.shelved.slots])]

    # what is shown --------------------------------------------------------------------------------------------
    def show_programme(self, programme_id: str) -> None:
        """Show the words of a programme on this paper."""
        self._programme_id = programme_id
        self.keeper.show(f"{programme_id}{_AND}{self.shelved.key}")
        if self.shelved.word:
            self.word.show_programme(programme_id)

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when words or files were touched."""
        self.keeper.changes(change_set)
        if self.shelved.word and change_set.touches("paper_template", "document"):
            self.word.show_programme(self._programme_id)

    def trial(self) -> Trial:
        """What the page beside is made with; words that cannot be kept are shown as they were kept."""
        wrong = any(not made.is_readable() for made in self.form.slot_fields())
        texts = self._kept() if wrong else self.form.texts()
        kind = self.kinds.current() if self.kinds is not None else ""
        return Trial(
            self.languages.current(),
            texts=texts,
            variant=self._variant,
            kind=CertificateKind(kind) if kind else CertificateKind.ATTENDANCE,
        )

    def _kept(self) -> dict[str, Mapping[str, str]]:
        return {key: getattr(self.keeper.base, name) for key, name in self._names.items()} if self.keeper.base else {}

    def may_leave(self) -> bool:
        """Keep what was typed, or say what hinders it."""
        return self.keeper.may_leave()

    # the draft ------------------------------------------------------------------------------------------------
    def _load(self, view: Any, ident: str) -> Any:
        programme_id, _, paper = ident.partition(_AND)
        draft = paper_templates.load(view, programme_id, paper)
        texts = {name: draft.texts.get(key, {}) for key, name in self._names.items()}
        return self._draft_class(**texts, version=draft.version)

    def _template(self, draft: Any) -> TemplateDraft:
        texts = {key: getattr(draft, name) for key, name in self._names.items()}
        return TemplateDraft({key: by for key, by in texts.items() if by}, draft.version)

    def _check(self, draft: Any) -> Sequence[Problem]:
        problems = paper_templates.check(self.shelved.key, self._template(draft))
        names = sorted(self._names.items(), key=lambda pair: -len(pair[0]))
        return tuple(
            Problem(
                next((name for key, name in names if problem.field.startswith(f"{key}.")), ""),
                problem.code,
                problem.params,
                problem.severity,
            )
            for problem in problems
        )

    def _save(self, work: Any, ident: str, draft: Any) -> None:
        programme_id, _, paper = ident.partition(_AND)
        paper_templates.save(work, programme_id, paper, self._template(draft))

    # slots ----------------------------------------------------------------------------------------------------
    def _on_shown(self, draft: Any) -> None:
        self.back.setEnabled(any(getattr(draft, name) for name in self._names.values()))
        self.typed.emit()

    def _on_entered(self, slot_key: str) -> None:
        """The page shows the form of the paper on which these words stand."""
        variant = variant_of(slot_key)
        if variant != self._variant:
            self._variant = variant
            self.typed.emit()

    def _on_language(self, language: str) -> None:
        self.form.set_language(language)
        if self.shelved.word:
            self.word.language = language
        self.typed.emit()

    def _on_kind(self, _key: str) -> None:
        """Fields of the chosen kind and those that all kinds share."""
        if self.kinds is None:
            return
        others = [key for key in self.shelved.groups if key != self.kinds.current()]
        for made in self.form.slot_fields():
            made.setVisible(made.slot.key.partition(".")[0] not in others)
        self.typed.emit()

    def _reset(self) -> None:
        programme_id, paper = self._programme_id, self.shelved.key

        def reset(work: Any) -> None:
            paper_templates.reset(work, programme_id, paper)

        said = tr("The standard words are printed again.")
        write(self.desk, N_("Back to the standard words"), reset, said=said, undo=True)
