"""What stands beside the preview: the paper, for what, and the options that this paper uses."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.core.vocabulary import AgendaState, CertificateKind, label
from app.services import print_facts, printing
from app.services.agenda_versions import VersionRow
from app.services.context import Context
from app.services.paper_kinds import GROUP_NAMES, PAPER_NAMES, Paper, PaperGroup, PaperKind, PaperOptions
from app.services.print_facts import PrintFacts, Subject
from app.ui import formats
from app.ui.desk import Desk
from app.ui.fields.choices import Choice, ChoiceField
from app.ui.fields.values import NumberField
from app.ui.page import Place
from app.ui.pages.print_preview_before import ChosenBefore
from app.ui.pages.print_preview_certificates import CertificatesPart
from app.ui.pages.print_preview_names import follow
from app.ui.pages.print_preview_parts import (
    CERTIFICATES,
    DAYS,
    PEOPLE,
    LanguagesPart,
    SwitchPart,
    layout_options,
    split_options,
    tick,
)
from app.ui.pages.print_preview_pick import PickPart
from app.ui.pages.print_preview_warnings import WarningsPart
from app.ui.theme import theme
from app.ui.widgets.boxes import column

#: Other names under which a paper may be asked for.
_ALIASES = {
    "sign_in": "sign-in",
    "participant_list": "participants",
    "budget_report": "budget",
    "letter": "letters",
    "register": "certificate-register",
}


def paper_of(tab: str) -> Paper:
    """The paper that a place's tab names; the agenda when it names none that there is."""
    found = _ALIASES.get(tab, tab).replace("_", "-")
    return Paper(found) if found in printing.PAPERS else Paper.AGENDA


def paper_words(paper: Paper) -> str:
    """A paper in the reader's words."""
    return tr(PAPER_NAMES[paper])


class OptionsPanel(QWidget):
    """``chosen()`` when the paper must be made anew; ``moved(Place)`` when another paper or subject is wanted."""

    chosen = Signal()
    moved = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.key = Paper.AGENDA
        self.subject_id = ""
        self.facts: PrintFacts | None = None
        self._filled: tuple[Paper, str] | None = None
        self._before = ChosenBefore()
        self._narrowed: tuple[str, ...] = ()
        self._offers = 0
        body = column(self, space=4)
        self.paper = ChoiceField(tr("Paper to print"), name="print.paper")
        self.subject = ChoiceField(tr("For"), name="print.subject")
        self.version = ChoiceField(tr("Version"), name="print.version")
        self.languages = LanguagesPart()
        self.language, self.second = self.languages.language, self.languages.second
        self.warnings = WarningsPart()
        self.layout_part = SwitchPart(tr("Two languages"), layout_options(), "print.layout")
        columns = (("full", tr("All")), ("compact", tr("Compact")))
        self.columns_part = SwitchPart(tr("Columns"), columns, "print.columns")
        self.columns = self.columns_part.switch
        kinds = [(kind, tr(label(kind))) for kind in CertificateKind]
        self.kind = ChoiceField(tr("Kind"), name="print.kind", options=kinds)
        self.days = PickPart(tr("Days"), DAYS, name="print.days")
        self.persons = PickPart(tr("For whom"), PEOPLE, name="print.chosen")
        self.split = ChoiceField(tr("Sheets"), name="print.split", options=split_options())
        self.blank_rows = NumberField(tr("Blank rows"), name="print.blank_rows", least=0, most=200)
        self.photo = tick(tr("Column for consent to photographs"), "print.photo")
        self.internal = tick(tr("With telephone, diet, travel"), "print.internal")
        self.documents = tick(tr("With birth date and passport number"), "print.documents")
        self.annex = tick(tr("With the agenda as annex"), "print.annex")
        self.per_page = SwitchPart(tr("Size"), (("1", tr("A4")), ("2", tr("A5, two a sheet"))), "print.per_page")
        self.certificates = CertificatesPart(desk)
        for part in (
            self.paper,
            self.subject,
            self.version,
            self.languages,
            self.certificates.as_issued,
            self.warnings,
            self.layout_part,
            self.columns_part,
            self.kind,
            self.days,
            self.persons,
            self.split,
            self.blank_rows,
            self.photo,
            self.internal,
            self.documents,
            self.annex,
            self.per_page,
            self.certificates,
        ):
            body.addWidget(part)
        body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.paper.changed.connect(self._on_moved)
        self.subject.changed.connect(self._on_moved)
        for part in (self.languages, self.layout_part, self.columns_part, self.days, self.persons, self.per_page):
            part.changed.connect(self._on_changed)
        for field in (self.version, self.split, self.blank_rows):
            field.changed.connect(self._on_changed)
        self.kind.changed.connect(self._on_kind)
        for box in (self.photo, self.internal, self.documents, self.annex):
            box.toggled.connect(self._on_changed)
        self.certificates.issued.connect(self._on_issued)
        self.certificates.chosen.connect(self._on_as_issued)
        self.certificates.counted.connect(self._show_parts)
        self.warnings.go_wanted.connect(self._on_way)

    @property
    def paper_kind(self) -> PaperKind:
        """The paper that is chosen, as it stands on the shelf."""
        return printing.PAPERS[self.key]

    def narrow(self, chosen: tuple[str, ...]) -> None:
        """Print only these certificates, or papers for these people, when it is filled next; empty for all."""
        self._narrowed = chosen

    # filling --------------------------------------------------------------------------------------------------
    def fill(self, paper: Paper, ident: str) -> None:
        """Offer what fits a paper and what it is printed for; former choices stay where they can."""
        self._remember()
        self.key = paper
        programme = self.paper_kind.subject == "programme"
        subjects, found = self._programme(ident) if programme else self._activity(ident)
        self.subject_id = found
        self._offer_papers()
        self.subject.set_options([(one.id, _subject_words(one)) for one in subjects])
        self.subject.set_value(found)
        fresh = (paper, found) != self._filled
        self._filled = (paper, found)
        self._offer_versions()
        days = self.facts.days if self.facts is not None else ()
        self.days.set_options([Choice(day.isoformat(), formats.day_long(day)) for day in days])
        if fresh:
            self._restore()
        self._offer_persons(anew=fresh)
        if fresh or self._narrowed:
            self.persons.set_value(self._narrowed or self._before.people(paper, found))
            self._narrowed = ()
        self._show_parts()
        self._tell()

    def _programme(self, ident: str) -> tuple[tuple[Subject, ...], str]:
        with self.desk.context.read() as view:
            subjects = print_facts.programme_subjects(view)
            known = {one.id for one in subjects}
            if ident and ident not in known:
                activity = print_facts.resolve(view, ident)
                ident = print_facts.programme_of(view, activity) if activity else ""
        self.facts = None
        return subjects, ident if ident in known else self.desk.programme_id or (subjects[0].id if subjects else "")

    def _activity(self, ident: str) -> tuple[tuple[Subject, ...], str]:
        with self.desk.context.read() as view:
            subjects = print_facts.subjects(view, self.desk.programme_id)
            found = print_facts.resolve(view, ident)
            self.facts = print_facts.facts(view, found) if found else None
        if self.facts is not None and all(one.id != found for one in subjects):
            subjects = (self.facts.subject, *subjects)
        return subjects, found

    def _offer_papers(self) -> None:
        """The shelf, each group under its heading; a group of one needs none."""
        options: list[tuple[object, str]] = []
        heads: list[int] = []
        groups: dict[PaperGroup, list[Paper]] = {}
        for paper, kind in printing.PAPERS.items():
            groups.setdefault(kind.group, []).append(paper)
        for group, papers in groups.items():
            heads.append(len(options))
            options.append((None, tr(GROUP_NAMES[group])))
            options += [(paper.value, paper_words(paper)) for paper in papers]
        self.paper.set_options(options)
        model = self.paper.combo.model()
        if isinstance(model, QStandardItemModel):
            for number in heads:
                model.item(number).setEnabled(False)
                model.item(number).setFont(theme().font("head"))
        self.paper.set_value(self.key.value)

    def _offer_versions(self) -> None:
        facts = self.facts
        options: list[tuple[str, str]] = []
        if facts is not None:
            if facts.draft:
                words = tr("Draft of {number}, changes marked", number=facts.draft)
                options.append(("", words if facts.versions else tr("Draft, not issued yet")))
            for version in facts.versions:
                ident = version.id if facts.draft or version is not facts.versions[0] else ""
                options.append((ident, _version_words(version)))
        self.version.set_options(options or [("", tr("nothing planned yet"))])
        if self.version.value() is None:
            self.version.combo.setCurrentIndex(0)

    def _offer_persons(self, *, anew: bool = True) -> None:
        """Look up beside the window who can be chosen: there may be a thousand."""
        uses = self.paper_kind.uses
        certificates = "certificate_ids" in uses
        self.persons.set_words(tr("For whom"), CERTIFICATES if certificates else PEOPLE)
        self._offers += 1
        if self.facts is None or not uses & {"person_ids", "certificate_ids"}:
            self.persons.set_options(())
            return
        if anew:
            self.persons.await_options()
        work = partial(_choices, self.desk.context, self._offers, self.key, self.subject_id, self._kind())
        self.desk.jobs.start(tr("Looking up people"), work, done=self._on_persons, shown=False)

    def _on_persons(self, found: tuple[int, tuple[Choice, ...]]) -> None:
        mark, choices = found
        if mark != self._offers:
            return
        before = self.persons.value()
        self.persons.set_options(choices)
        if self.persons.value() != before:
            self.chosen.emit()

    # what was chosen before -----------------------------------------------------------------------------------
    def _remember(self) -> None:
        if self._filled is not None and self.subject_id:
            language, second = self.languages.values()
            self._before.keep(*self._filled, replace(self.options(), language=language, second=second))

    def _restore(self) -> None:
        """What was chosen for it before in this session; else as last for this paper, in the visit's languages."""
        kept = self._before.options(self.key, self.subject_id, self.facts.languages if self.facts else ())
        for box in (self.photo, self.internal, self.documents, self.annex):
            box.blockSignals(True)
        self.languages.set_values(kept.language, kept.second)
        self.layout_part.switch.set_current(kept.layout)
        self.columns.set_current(kept.columns)
        self.kind.set_value(kept.kind)
        self.days.set_value([day.isoformat() for day in kept.days])
        self.split.set_value(kept.split)
        self.blank_rows.set_value(kept.blank_rows if kept.blank_rows >= 0 else None)
        self.photo.setChecked(kept.photo)
        self.internal.setChecked(kept.internal)
        self.documents.setChecked(kept.documents)
        self.annex.setChecked(kept.annex)
        self.per_page.switch.set_current(str(kept.per_page))
        self.version.set_value(kept.version_id)
        if self.version.value() is None or not kept.version_id:
            self.version.combo.setCurrentIndex(0)
        for box in (self.photo, self.internal, self.documents, self.annex):
            box.blockSignals(False)

    def _show_parts(self) -> None:
        uses, there = self.paper_kind.uses, self.facts is not None
        self.version.setVisible("version_id" in uses and there)
        self.languages.set_two("second" in uses)
        self.layout_part.setVisible("layout" in uses and bool(self.languages.values()[1]))
        self.columns_part.setVisible("columns" in uses)
        self.kind.setVisible("kind" in uses)
        self.days.setVisible(bool(uses & {"days", "day"}) and there)
        self.persons.setVisible(bool(uses & {"person_ids", "certificate_ids"}) and there)
        self.split.setVisible("split" in uses)
        badges = self.key is Paper.BADGES
        self.blank_rows.set_words(
            tr("Blank badges") if badges else tr("Blank rows"), tr("none") if badges else tr("as in the settings")
        )
        self.blank_rows.setVisible("blank_rows" in uses)
        for box, use in ((self.photo, "photo"), (self.internal, "internal"), (self.annex, "annex")):
            box.setVisible(use in uses)
        self.documents.setVisible("documents" in uses and ("internal" not in uses or self.internal.isChecked()))
        self.per_page.setVisible("per_page" in uses)
        certified = "kind" in uses and bool(self.subject_id)
        self.certificates.setVisible(certified)
        # Languages that nothing is printed or issued in are not shown; the tick below tells why and brings them.
        kept = certified and self.certificates.keeps_languages()
        self.languages.rest(kept and self.certificates.wanted() == 0)
        self.certificates.as_issued.setVisible(certified and self.certificates.has_issued())

    # what is chosen -------------------------------------------------------------------------------------------
    def _kind(self) -> CertificateKind:
        return self.kind.value() or CertificateKind.ATTENDANCE

    def options(self) -> PaperOptions:
        """The options as they stand; what the paper does not use is as usual."""
        uses, usual = self.paper_kind.uses, PaperOptions()
        language, second = self.languages.values()
        if "kind" in uses and self.certificates.keeps_languages():
            language, second = "", ""  # each as it was issued
        days = tuple(date.fromisoformat(one) for one in self.days.value() or ()) if uses & {"days", "day"} else ()
        chosen = self.persons.value() or ()
        rows = self.blank_rows.value()
        return PaperOptions(
            language=language,
            second=second if "second" in uses else "",
            columns=self.columns.current() or usual.columns,
            layout=(self.layout_part.switch.current() or "a") if "layout" in uses and second else "a",
            internal="internal" in uses and self.internal.isChecked(),
            day=days[0] if len(days) == 1 else None,
            days=days,
            split=(str(self.split.value() or "") or usual.split) if "split" in uses else usual.split,
            blank_rows=int(rows) if "blank_rows" in uses and isinstance(rows, int) else usual.blank_rows,
            photo="photo" not in uses or self.photo.isChecked(),
            kind=self._kind(),
            version_id=str(self.version.value() or "") if "version_id" in uses else "",
            documents="documents" in uses and self.documents.isChecked(),
            annex="annex" in uses and self.annex.isChecked(),
            per_page=int(self.per_page.switch.current() or usual.per_page) if "per_page" in uses else usual.per_page,
            certificate_ids=chosen if "certificate_ids" in uses else (),
            person_ids=chosen if "person_ids" in uses else (),
        )

    def lack(self) -> str:
        """What must be chosen before the paper can be made; empty when nothing lacks."""
        uses = self.paper_kind.uses
        if uses & {"person_ids", "certificate_ids"} and self.persons.value() is None:
            return tr("Choose at least one person at the right.")
        if uses & {"days", "day"} and self.days.value() is None:
            return tr("Choose at least one day at the right.")
        return ""

    def draft_number(self) -> str:
        """The number that stands on the draft shown; empty when an issued version is shown."""
        agenda = self.paper_kind.group is PaperGroup.AGENDA and "version_id" in self.paper_kind.uses
        drafted = agenda and self.facts is not None and not self.options().version_id
        return self.facts.draft if drafted and self.facts is not None else ""

    def is_internal(self) -> bool:
        """Whether the paper as chosen is not for everybody's eyes."""
        return self.paper_kind.internal or self.options().internal

    # changes --------------------------------------------------------------------------------------------------
    def _on_way(self, place: Place) -> None:
        # With what was printed, and so warned about: else the list may be of other languages than the warning.
        follow(self.window(), self.desk, place, self.key, self.options())

    def _on_moved(self) -> None:
        paper, ident = Paper(self.paper.value() or self.key), str(self.subject.value() or "")
        if printing.PAPERS[paper].subject != self.paper_kind.subject:
            # From an activity to its programme, and back to the activity before.
            ident = self.facts.subject.programme_id if self.facts is not None else self._before.last_activity()
        self.moved.emit(Place("print", ident, paper.value))

    def _on_kind(self) -> None:
        self._offer_persons()
        self._on_changed()

    def _on_issued(self) -> None:
        self.persons.set_value(())  # the new ones are to be seen as well
        self._offer_persons()
        self._on_changed()

    def _on_as_issued(self) -> None:
        self._show_parts()
        self.chosen.emit()

    def _on_changed(self, _value: object = None) -> None:
        self.languages.told()
        self._show_parts()
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        """Who gets a certificate of this kind, and in which languages new ones are issued."""
        self.certificates.show_activity(self.subject_id if "kind" in self.paper_kind.uses else "", self._issuing())

    def _issuing(self) -> PaperOptions:
        """The options with the languages that are chosen, also where issued certificates are printed in their own."""
        language, second = self.languages.values()
        return replace(self.options(), language=language, second=second if "second" in self.paper_kind.uses else "")


def _choices(
    context: Context, mark: int, paper: Paper, activity_id: str, kind: CertificateKind, _token: Token
) -> tuple[int, tuple[Choice, ...]]:
    with context.read() as view:
        found = print_facts.chosen_for(view, printing.PAPERS[paper], activity_id, PaperOptions(kind=kind))
    return mark, tuple(Choice(one.id, one.label, one.second) for one in found)


def _subject_words(subject: Subject) -> str:
    when = formats.partial(subject.start, missing="")
    return ", ".join(part for part in (f"{subject.code}  {subject.title}", when) if part)


def _version_words(version: VersionRow) -> str:
    """``1.1, issued 25.09.2023``; which of them tells the agenda as it was held."""
    day = formats.day(version.issued_at.date())
    if version.state is AgendaState.FINAL:
        return tr("{number}, as implemented, {day}", number=version.number, day=day)
    return tr("{number}, issued {day}", number=version.number, day=day)
