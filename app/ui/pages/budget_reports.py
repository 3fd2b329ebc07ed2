"""The tab Reports: the papers about money, each with what it is for and the forms in which it can be saved."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, language, tr
from app.services import exports
from app.ui.desk import Desk
from app.ui.dialogs.save_paper import SavePaper
from app.ui.fields.choices import ChoiceField
from app.ui.pages.budget_facts import BudgetFacts, BudgetTab
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, Scroll, SignBox, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip

_FORMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".csv": "CSV"}


class _Save:
    """One paper in one form, for a button."""

    def __init__(self, tab: "ReportsTab", paper: str, ending: str) -> None:
        self._tab, self._paper, self._ending = tab, paper, ending

    def __call__(self) -> None:
        self._tab.save(self._paper, self._ending)


class ReportsTab(BudgetTab):
    """Language of the papers above, the papers below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("budget.reports")
        self.facts: BudgetFacts | None = None
        self.titles = {
            "budget": tr("Budget report"),
            "expenditures": tr("List of expenditures"),
            "report": tr("Programme report"),
        }
        scroll = Scroll(limit=960, space=5, margins=(6, 5, 6, 6))
        column(self, space=0).addWidget(scroll)
        self.language = ChoiceField(
            tr("Language of the papers"),
            name="budget.reports.language",
            options=[(code, LANGUAGE_NAMES.get(code, code)) for code in LANGUAGES],
        )
        self.language.set_value(language())
        self.language.setFixedWidth(theme().px(260))
        scroll.body.addWidget(self.language)
        self.strip = MessageStrip(name="budget.reports.missing")
        scroll.body.addWidget(self.strip)
        lines = Lines("budget.reports.list")
        lines.add(
            self._paper(
                "budget",
                "wallet",
                tr("Planned, committed and actual by heading and line, with the differences to be explained."),
            )
        )
        lines.add(
            self._paper("expenditures", "receipt", tr("Document by document, by line and date, with sum and rate."))
        )
        lines.add(
            self._paper(
                "report", "file-text", tr("What was planned and held, people by role and sex, deliverables and money.")
            )
        )
        scroll.body.addWidget(lines)
        scroll.body.addStretch(1)

    def _paper(self, paper: str, icon_name: str, text: str) -> QWidget:
        holder = QWidget()
        line = row(holder, space=3, margins=(4, 3, 4, 3))
        line.addWidget(SignBox(icon_name, "info"))
        texts = column(space=0)
        texts.addWidget(label(self.titles[paper], "strong"))
        texts.addWidget(label(text, "second", wrap=True))
        line.addLayout(texts, 1)
        for ending in exports.endings(paper):
            words = tr("Save {form}", form=_FORMS[ending])
            name = f"budget.reports.{paper}{ending}"
            line.addWidget(
                button(words, icon_name="download", small=True, name=name, clicked=_Save(self, paper, ending))
            )
        return holder

    def show_budget(self, facts: BudgetFacts) -> None:
        self.facts = facts
        n = facts.table.rates_missing
        self.strip.show_message(
            tr("Some expenditures have no exchange rate and are in no sum.") if n else "",
            tr("Add the rates first, under Rates.") if n else "",
            tone="warning",
        )

    def save(self, paper: str, ending: str) -> None:
        """Ask where to save a paper."""
        if self.facts is not None:
            chosen = str(self.language.value() or language())
            SavePaper(self, self.desk, paper, self.facts.code, ending, chosen).open(self.titles[paper])
