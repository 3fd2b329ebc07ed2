"""What stands beside the preview: the paper, for what, languages, and what that paper can leave out or add."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, N_, tr, trn
from app.core.vocabulary import CertificateKind, label
from app.services import print_facts, printing
from app.services.print_facts import PrintFacts, Subject
from app.services.printing import PAPER_NAMES, Paper, PaperOptions
from app.ui import formats
from app.ui.desk import Desk
from app.ui.fields.choices import ChoiceField
from app.ui.page import Place
from app.ui.pages.print_preview_certificates import CertificatesPart
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.labels import IconLabel
from app.ui.widgets.labels import label as words_label

#: Reports on a whole programme, besides the papers of an activity.
PROGRAMME_PAPERS = {"budget": N_("Finance report"), "report": N_("Programme report")}
#: Other names under which a paper may be asked for.
_ALIASES = {
    "sign_in": "sign-in",
    "participant_list": "participants",
    "budget_report": "budget",
    "visit_report": "report",
    "letter": "letters",
}
#: Papers that are printed in one language only.
_ONE_LANGUAGE = frozenset({"badges", "budget", "report"})


def paper_key(tab: str) -> str:
    """The paper that a place's tab names; the agenda when it names none."""
    found = _ALIASES.get(tab, tab)
    return found if found in PROGRAMME_PAPERS or found in set(printing.PAPERS) else "agenda"


def paper_words(key: str) -> str:
    """A paper in the reader's words."""
    return tr(PROGRAMME_PAPERS[key]) if key in PROGRAMME_PAPERS else tr(PAPER_NAMES[Paper(key)])


class OptionsPanel(QWidget):
    """``chosen()`` when the paper must be made anew; ``moved(Place)`` when another paper or subject is wanted."""

    chosen = Signal()
    moved = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.key = "agenda"
        self.subject_id = ""
        self.facts: PrintFacts | None = None
        self._filled: tuple[str, str] | None = None
        body = column(self, space=4)
        self.paper = ChoiceField(tr("Paper to print"), name="print.paper")
        self.subject = ChoiceField(tr("For"), name="print.subject")
        self.version = ChoiceField(tr("Version"), name="print.version")
        body.addWidget(self.paper)
        body.addWidget(self.subject)
        body.addWidget(self.version)
        body.addWidget(self._make_languages())
        self._columns_box = QWidget()
        inside = column(self._columns_box, space=1)
        inside.addWidget(words_label(tr("Columns"), "label"))
        self.columns = Switch(
            (("full", tr("All")), ("compact", tr("Compact"))), name="print.columns", title=tr("Columns")
        )
        inside.addWidget(self.columns)
        body.addWidget(self._columns_box)
        self.day = ChoiceField(tr("Days"), name="print.day")
        self.kind = ChoiceField(
            tr("Kind"),
            name="print.kind",
            options=[(kind, tr(label(kind))) for kind in CertificateKind],
        )
        self.kind.set_value(CertificateKind.ATTENDANCE)
        self.internal = self._check(tr("With telephone, passport, diet"), "print.internal")
        self.documents = self._check(tr("List of papers to bring along"), "print.documents")
        self.certificates = CertificatesPart(desk)
        self._chosen: tuple[str, ...] = ()
        body.addWidget(self._make_narrowed())
        for part in (self.day, self.kind, self.internal, self.documents, self.certificates):
            body.addWidget(part)
        body.addStretch(1)
        self._connect()

    def _make_narrowed(self) -> QWidget:
        """Says that only chosen ones are printed, and gives all of them back."""
        self._narrowed = QWidget()
        line = row(self._narrowed, space=1)
        self._narrowed_text = words_label("", "strong", wrap=True, name="print.chosen")
        line.addWidget(self._narrowed_text, 1)
        line.addWidget(button(tr("Print all"), "link", small=True, name="print.chosen.all", clicked=self._on_all))
        self._narrowed.hide()
        return self._narrowed

    def _make_languages(self) -> QWidget:
        made = QWidget()
        body = column(made, space=1)
        names = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = ChoiceField(tr("Language"), name="print.language", options=names)
        self.second = ChoiceField(tr("Second language"), name="print.second", options=[("", tr("none")), *names])
        for field in (self.language, self.second):
            field.combo.setMinimumContentsLength(6)
        line = row(space=2)
        line.addWidget(self.language, 1)
        line.addWidget(self.second, 1)
        body.addLayout(line)
        self._missing = QWidget()
        told = row(self._missing, space=1)
        told.addWidget(IconLabel("languages", "warning"))
        self._missing_text = words_label("", "warning", wrap=True, name="print.missing")
        told.addWidget(self._missing_text, 1)
        told.addWidget(button(tr("Show"), "link", small=True, name="print.missing.show", clicked=self._on_missing))
        self._missing.hide()
        body.addWidget(self._missing)
        return made

    def _check(self, words: str, name: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setObjectName(name)
        made.toggled.connect(self._on_changed)
        return made

    def _connect(self) -> None:
        self.paper.changed.connect(self._on_moved)
        self.subject.changed.connect(self._on_moved)
        for field in (self.version, self.language, self.second, self.day, self.kind):
            field.changed.connect(self._on_changed)
        self.columns.chosen.connect(self._on_changed)
        self.certificates.issued.connect(self._on_changed)

    def narrow(self, chosen: tuple[str, ...]) -> None:
        """Print only these certificates, or letters and badges for these people; empty for all."""
        self._chosen = chosen

    def _on_all(self) -> None:
        self._chosen = ()
        self._show_parts()
        self._on_changed()

    # filling --------------------------------------------------------------------------------------------------
    def fill(self, key: str, ident: str) -> None:
        """Offer what fits a paper and what it is printed for; former choices stay where they can."""
        self.key = key
        with self.desk.context.read() as view:
            programmes = print_facts.programme_subjects(view)
            activities = print_facts.subjects(view, self.desk.programme_id)
            if key in PROGRAMME_PAPERS:
                known = {one.id for one in programmes}
                if ident and ident not in known:
                    activity = print_facts.resolve(view, ident)
                    ident = print_facts.facts(view, activity).subject.programme_id if activity else ""
                found = ident if ident in known else self.desk.programme_id or (programmes[0].id if programmes else "")
                self.facts = None
            else:
                found = print_facts.resolve(view, ident)
                self.facts = print_facts.facts(view, found) if found else None
                if self.facts is not None and all(one.id != found for one in activities):
                    activities = (self.facts.subject, *activities)
        self.subject_id = found
        self._offer_papers()
        self._offer_subjects(programmes if key in PROGRAMME_PAPERS else activities, found)
        fresh = (key, found) != self._filled
        self._filled = (key, found)
        if fresh:
            self._preset()
        self._offer_versions()
        self._offer_days()
        self._show_parts()
        self.certificates.show_activity(found if key == "certificates" else "", self.options())
        self._tell_missing()

    def _offer_papers(self) -> None:
        options = [(paper.value, paper_words(paper.value)) for paper in printing.PAPERS]
        options += [(key, paper_words(key)) for key in PROGRAMME_PAPERS]
        self.paper.set_options(options)
        self.paper.set_value(self.key)

    def _offer_subjects(self, subjects: tuple[Subject, ...], current: str) -> None:
        self.subject.set_options([(one.id, _subject_words(one)) for one in subjects])
        self.subject.set_value(current)

    def _preset(self) -> None:
        """The working languages of the activity; the languages of the window for the rest."""
        languages = [code for code in (self.facts.languages if self.facts else ()) if code in LANGUAGES]
        self.language.set_value(languages[0] if languages else "en")
        one = self.key in _ONE_LANGUAGE or len(languages) < 2
        self.second.set_value("" if one else languages[1])

    def _offer_versions(self) -> None:
        facts = self.facts
        options: list[tuple[str, str]] = []
        if facts is not None:
            if facts.draft:
                words = tr("Draft of {number}, changes marked", number=facts.draft)
                options.append(("", words if facts.versions else tr("Draft, not issued yet")))
            for version in facts.versions:
                ident = version.id if facts.draft or version is not facts.versions[0] else ""
                issued = formats.day(version.issued_at.date())
                options.append((ident, tr("{number}, issued {day}", number=version.number, day=issued)))
        self.version.set_options(options or [("", tr("nothing planned yet"))])
        if self.version.value() is None:
            self.version.set_value("")
            self.version.combo.setCurrentIndex(0)

    def _offer_days(self) -> None:
        days = self.facts.days if self.facts is not None else ()
        every = trn("All {n} day", "All {n} days", len(days))
        self.day.set_options([("", every), *((day.isoformat(), formats.day_long(day)) for day in days)])
        if self.day.value() is None:
            self.day.combo.setCurrentIndex(0)

    def _show_parts(self) -> None:
        key = self.key
        n = len(self._chosen)
        if key == "certificates":
            self._narrowed_text.setText(trn("Only {n} chosen certificate", "Only {n} chosen certificates", n))
        else:
            self._narrowed_text.setText(trn("Only for {n} chosen person", "Only for {n} chosen people", n))
        self._narrowed.setVisible(n > 0 and key in ("certificates", "letters", "badges"))
        self.version.setVisible(key == "agenda" and self.facts is not None)
        self.second.setVisible(key not in _ONE_LANGUAGE)
        self._columns_box.setVisible(key == "agenda")
        self.day.setVisible(key == "sign-in" and self.facts is not None)
        self.kind.setVisible(key == "certificates")
        self.certificates.setVisible(key == "certificates" and bool(self.subject_id))
        self.internal.setVisible(key == "participants")
        self.documents.setVisible(key == "letters")

    # what is chosen -------------------------------------------------------------------------------------------
    def options(self) -> PaperOptions:
        """The options as they stand."""
        day = str(self.day.value() or "") if self.key == "sign-in" else ""
        second = str(self.second.value() or "") if self.key not in _ONE_LANGUAGE else ""
        language = str(self.language.value() or "en")
        return PaperOptions(
            language=language,
            second="" if second == language else second,
            columns=self.columns.current() or "full",
            internal=self.internal.isChecked(),
            day=date.fromisoformat(day) if day else None,
            kind=self.kind.value() or CertificateKind.ATTENDANCE,
            version_id=str(self.version.value() or "") if self.key == "agenda" else "",
            documents=self.documents.isChecked(),
            certificate_ids=self._chosen if self.key == "certificates" else (),
            person_ids=self._chosen if self.key in ("letters", "badges") else (),
        )

    def draft_number(self) -> str:
        """The number that the agenda shown would be issued as; empty when an issued version is shown."""
        drafted = self.key == "agenda" and self.facts is not None and not self.options().version_id
        return self.facts.draft if drafted and self.facts is not None else ""

    def _on_moved(self) -> None:
        key, ident = str(self.paper.value() or "agenda"), str(self.subject.value() or "")
        if key != self.key and (key in PROGRAMME_PAPERS) != (self.key in PROGRAMME_PAPERS):
            # From an activity to its programme, and back to the activity before.
            ident = self.facts.subject.programme_id if self.facts is not None else ""
        self.moved.emit(Place("print", ident, key))

    def _on_changed(self, _value: object = None) -> None:
        self.certificates.show_activity(self.subject_id if self.key == "certificates" else "", self.options())
        self._tell_missing()
        self.chosen.emit()

    # missing texts --------------------------------------------------------------------------------------------
    def _tell_missing(self) -> None:
        self._missing.hide()
        if self.key != "agenda" or self.facts is None:
            return
        options = self.options()
        with self.desk.context.read() as view:
            missing = print_facts.missing_texts(view, self.subject_id, (options.language, options.second))
        if missing:
            code, n = max(missing.items(), key=_by_count)
            self._missing_text.setText(
                trn(
                    "{n} text in {language} is missing.",
                    "{n} texts in {language} are missing.",
                    n,
                    language=LANGUAGE_NAMES.get(code, code),
                )
            )
            self._missing.show()

    def _on_missing(self) -> None:
        section = "visits" if self.facts is not None and self.facts.subject.visit else "trainings"
        self.desk.go(Place(section, self.subject_id, "agenda"))


def _by_count(pair: tuple[str, int]) -> int:
    return pair[1]


def _subject_words(subject: Subject) -> str:
    when = formats.partial(subject.start, missing="")
    return ", ".join(part for part in (f"{subject.code}  {subject.title}", when) if part)
