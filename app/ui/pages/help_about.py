"""What the program is, which versions it is made of, and under which licences."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app import VERSION
from app.core.i18n import N_, tr
from app.ui.widgets.boxes import KeyValues, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

#: Package, its licence, what it is for.
_PARTS = (
    ("PySide6_Essentials", "LGPL-3.0", N_("window")),
    ("SQLAlchemy", "MIT", N_("data file")),
    ("alembic", "MIT", N_("newer forms of the data file")),
    ("openpyxl", "MIT", N_("writing workbooks")),
    ("python-calamine", "MIT", N_("reading spreadsheets")),
    ("reportlab", "BSD-3-Clause", N_("papers")),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0", N_("preview of papers")),
    ("phonenumberslite", "Apache-2.0", N_("telephone numbers")),
    ("rapidfuzz", "MIT", N_("comparing names")),
    ("icalendar", "BSD-2-Clause", N_("calendar files")),
    ("holidays", "MIT", N_("public holidays")),
    ("Babel", "BSD-3-Clause", N_("dates in words")),
)


def part_versions() -> list[tuple[str, str, str, str]]:
    """(package, version, licence, what for) of everything the program is made of."""
    found = []
    for name, licence, use in _PARTS:
        try:
            number = version(name)
        except PackageNotFoundError:
            number = tr("not installed")
        found.append((name, number, licence, tr(use)))
    return found


class AboutPart(QWidget):
    """Version and licences, as text that can be copied into a message to the makers."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("about")
        body = column(self, space=3)
        copy = button(tr("Copy"), icon_name="copy", small=True, name="about.copy", clicked=self._on_copy)
        body.addWidget(SectionHeader(tr("About Mentordesk"), action=copy))
        body.addWidget(
            label(
                tr(
                    "Mentordesk keeps mentoring programmes between municipalities on one computer: no account, no "
                    "server, nothing leaves it unless you send it. Free software under the EUPL 1.2."
                ),
                "second_text",
                wrap=True,
            )
        )
        facts = KeyValues("about.facts")
        facts.set_facts(
            [
                (tr("Version"), VERSION),
                (tr("Licence"), "EUPL-1.2"),
                ("Python", platform.python_version()),
                ("Qt", qVersion()),
                (tr("System"), f"{platform.system()} {platform.release()}"),
            ]
        )
        body.addWidget(facts)
        body.addWidget(label(tr("Made of"), "head"))
        parts = KeyValues("about.parts")
        for name, number, licence, use in part_versions():
            parts.add(f"{name} {number}", use, licence)
        parts.add("Source Sans 3, Source Serif 4, Noto Sans Georgian, Noto Emoji", tr("typefaces"), "OFL-1.1")
        parts.add("Lucide", tr("icons"), "ISC")
        body.addWidget(parts)
        line = row()
        line.addStretch(1)
        body.addLayout(line)

    def _on_copy(self) -> None:
        lines = [f"Mentordesk {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"]
        lines += [f"{name} {number}" for name, number, _licence, _use in part_versions()]
        QGuiApplication.clipboard().setText("\n".join(lines))
