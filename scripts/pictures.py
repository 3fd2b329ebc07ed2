"""``make pictures``: a picture of every page and tab, light and dark, in English and Ukrainian, on the sample's data.

Opens the real window without a display. Files: out/pictures/<look>-<language>[-<size>][-<text>]/<nn>-<place>.png.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.core.paths import resources  # noqa: E402
from app.services import certificates  # noqa: E402
from app.services.paper_kinds import Paper  # noqa: E402
from app.ui import bootstrap  # noqa: E402
from app.ui.desk import Desk  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.page import Place  # noqa: E402
from app.ui.registry import PAGES  # noqa: E402
from app.ui.theme import theme  # noqa: E402
from app.ui.widgets.tabs import TabBar  # noqa: E402
from app.ui.window_state import WindowState  # noqa: E402

#: The day on which the pictures are taken: the first of the visit.
TODAY = date(2023, 10, 2)
#: A month before the plans of the partner towns are due: what the overview looks like when much is asked for.
BUSY_DAY = date(2024, 12, 2)
SHEET = resources() / "sample" / "participants" / "zavodske-delegation.xlsx"
#: Pictures that the documentation shows (taken in the light, in English, at the usual size).
SHOWN = {"overview-busy": "overview.png", "visits-record-agenda": "visit-agenda.png"}
_SETTLED = 4


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, and how to get there (False when that place cannot be reached)."""

    name: str
    go: Callable[[], bool]


class _DayMeta(type):
    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, date)


class _Day(date, metaclass=_DayMeta):
    """``date`` whose today is the day of the pictures, for the pages that do not ask the desk."""

    @classmethod
    def today(cls) -> Any:
        return TODAY


class Studio:
    """One window on one data file in one look and language."""

    def __init__(self, app: QApplication, database: Path, language: str, size: tuple[int, int]) -> None:
        import_module("app.ui.pages.wiring")
        bootstrap.use_language(app, language)
        self.window = MainWindow(Desk(WindowState(database.with_suffix(".settings.json"))))
        self.window.desk.today = lambda: TODAY
        self.start = bootstrap.StartUp(self.window, bootstrap.Options(database, language, place=Place("overview")))
        self.window.resize(*size)
        self.window.show()
        _stop_the_clock()
        self.start.begin()
        self.settle()

    def settle(self, most: int = 15_000) -> None:
        """Wait until no job runs and a few turns of the event loop bring nothing new."""
        quiet = waited = 0
        while quiet < _SETTLED and waited < most:
            QTest.qWait(25)
            waited += 25
            quiet = 0 if self.window.desk.jobs.running() else quiet + 1

    def go(self, place: Place) -> bool:
        """Go to a place and wait until it is all there."""
        gone = self.window.go(place)
        _stop_the_clock()
        self.settle()
        return gone

    def go_on(self, day: date, place: Place) -> bool:
        """Go to a place as it looks on another day."""
        self.window.desk.today = lambda: day
        gone = self.go(place)
        self.window.desk.today = lambda: TODAY
        return gone

    def click(self, name: str) -> bool:
        """Press a button by its objectName."""
        found: Any = self.window.findChild(QWidget, name)
        if found is None or not found.isEnabled():
            return False
        found.click()
        self.settle()
        return True

    def tabs(self) -> list[str]:
        """The keys of the tabs that the page shows now."""
        page = self.window.current_page()
        bars = page.findChildren(TabBar) if page is not None else []
        return next(([key for key, _ in bar._tabs] for bar in bars if bar.isVisible()), [])

    def take(self, file: Path) -> None:
        """Write what the window shows."""
        toast = self.window.toast
        toast.hide()
        self.window.side.repaint()
        file.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(file))

    def close(self) -> None:
        """Close file and window."""
        self.start.close_file()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _stop_the_clock() -> None:
    """Pages made meanwhile see the day of the pictures as today."""
    for name, module in list(sys.modules.items()):
        if name.startswith("app.ui.") and getattr(module, "date", None) is date:
            setattr(module, "date", _Day)  # noqa: B010


def shots(studio: Studio, records: dict[str, str], only: Sequence[str]) -> Iterator[Shot]:
    """Every place of the window, in the order of the side bar; lazily, since tabs are only known once one is there."""
    for section in PAGES:
        if only and not any(name.startswith(section) or section.startswith(name) for name in only):
            continue
        module = PAGES[section].partition(":")[0]
        if find_spec(module) is None:
            print(f"left out: {section} (no page yet)")
            continue
        if section == "import":
            yield from _import_shots(studio, records)
        elif section == "overview":
            yield Shot(section, partial(studio.go, Place(section)))
            yield Shot("overview-busy", partial(studio.go_on, BUSY_DAY, Place(section)))
        elif section == "budget":
            yield Shot("budget-choose", partial(studio.go, Place(section)))
            studio.window.desk.set_programme(records["programmes"])
            if studio.go(Place(section)):
                yield from _tab_shots(studio, section, studio.window.desk.programme_id, section)
            studio.window.desk.set_programme("")
        elif section == "certificates.check":
            yield from _check_shots(studio)
        elif section == "print":
            for paper in Paper:
                yield Shot(f"print-{paper}", partial(studio.go, Place("print", records["visits"], paper)))
        else:
            yield Shot(section, partial(studio.go, Place(section)))
            yield from _tab_shots(studio, section, "", section)
            if section in records:
                name = f"{section}-record"
                here = partial(studio.go, Place(section, records[section]))
                if here() and not studio.tabs():
                    yield Shot(name, here)
                yield from _tab_shots(studio, section, records[section], name)


def _tab_shots(studio: Studio, section: str, record: str, name: str) -> Iterator[Shot]:
    for key in studio.tabs()[0 if record else 1 :]:
        yield Shot(f"{name}-{key}", partial(studio.go, Place(section, record, key)))


def _check_shots(studio: Studio) -> Iterator[Shot]:
    """The page that checks certificates: empty, and with three verdicts."""
    yield Shot("certificates.check", partial(studio.go, Place("certificates.check")))
    with studio.window.desk.context.read() as view:
        codes = [
            str(certificates.load_snapshot(view, row.id).get("signed", "")) for row in certificates.list_rows(view)[:1]
        ]
    for code in codes:
        changed = code[:60] + ("A" if code[60] != "A" else "B") + code[61:]
        for name, text in (("valid", code), ("altered", changed), ("unknown", "CEP-UA-2023-9999")):
            there = Place("certificates.check", chosen=(text,))
            yield Shot(f"certificates.check-{name}", partial(studio.go, there))


def _import_shots(studio: Studio, records: dict[str, str]) -> Iterator[Shot]:
    yield Shot("import-1-file", partial(studio.go, Place("import", records["visits"])))
    page: Any = studio.window.page("import")
    if page is None:
        return
    page.add_files([SHEET])
    studio.settle()
    yield Shot("import-1-file-read", lambda: True)
    yield Shot("import-2-columns", partial(studio.click, "import.next"))
    yield Shot("import-3-rows", partial(studio.click, "import.next"))
    yield Shot("import-4-preview", partial(studio.click, "import.next"))
    yield Shot("import-5-taken-in", partial(studio.click, "import.next"))


def make_sample(folder: Path) -> tuple[Path, dict[str, str]]:
    """The demonstration's data file with its papers; and the id of the record to show in each section."""
    from app.services import main_job
    from app.services.context import Context

    database = folder / "sample.mdesk"
    context = Context.open(database)
    try:
        main_job.run(context, folder / "papers")
        found = _records(context)
        context.changed = False
    finally:
        context.close()
    return database, found


def _records(context: Any) -> dict[str, str]:
    from sqlalchemy import select

    from app.models.activities import Activity
    from app.models.deliverables import Deliverable
    from app.models.organisations import Organisation
    from app.models.partnerships import Partnership
    from app.models.people import Person
    from app.models.programmes import Programme
    from app.services import sample

    wanted: dict[str, tuple[Any, Any]] = {
        "programmes": (Programme, Programme.code == "CEP-UA"),
        "partnerships": (Partnership, Partnership.code == "CEP-UA-P01"),
        "visits": (Activity, Activity.code == sample.VISIT),
        "trainings": (Activity, Activity.code == sample.NETWORK_MEETING),
        "people": (Person, Person.email != ""),
        "organisations": (Organisation, Organisation.code != ""),
        "deliverables": (Deliverable, Deliverable.code != ""),
    }
    with context.read() as view:
        found = {
            section: view.session.scalar(select(record.id).where(condition).order_by(record.code).limit(1))
            for section, (record, condition) in wanted.items()
        }
    return {section: ident for section, ident in found.items() if ident}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures asked for; 1 when nothing could be taken."""
    options = _options(arguments)
    app = bootstrap.make_application(["mentordesk"])
    width, height = (int(part) for part in options.size.split("x"))
    taken = 0
    with tempfile.TemporaryDirectory(prefix="mentordesk-pictures-") as name:
        sample, records = make_sample(Path(name))
        for language in options.language or ("en", "uk"):
            for look in options.look or ("light", "dark"):
                theme().set(mode=look, text_size=options.text)
                theme().install(app)
                folder = _folder(options, look, language)
                copy = Path(name, f"{look}-{language}", sample.name)
                copy.parent.mkdir()
                copy.write_bytes(sample.read_bytes())
                studio = Studio(app, copy, language, (width, height))
                taken += _take_all(studio, shots(studio, records, options.only or ()), folder, options)
                studio.close()
                if not options.only or "start" in options.only:
                    taken += _take_empty(app, copy.with_name("empty.mdesk"), language, (width, height), folder)
    print(f"{taken} pictures in {options.output}")
    return 0 if taken else 1


def _take_all(studio: Studio, wanted: Iterator[Shot], folder: Path, options: argparse.Namespace) -> int:
    taken = 0
    for number, shot in enumerate(wanted, 1):
        if not shot.go():
            print(f"left out: {shot.name} (cannot be reached)")
            continue
        if options.only and not shot.name.startswith(tuple(options.only)):
            continue
        studio.take(folder / f"{number:02d}-{shot.name}.png")
        taken += 1
        if options.docs and folder.name == "light-en" and shot.name in SHOWN:
            studio.take(ROOT / "docs" / "pictures" / SHOWN[shot.name])
    return taken


def _take_empty(app: QApplication, database: Path, language: str, size: tuple[int, int], folder: Path) -> int:
    """The window on a data file with nothing in it."""
    studio = Studio(app, database, language, size)
    studio.take(folder / "00-start.png")
    studio.close()
    return 1


def _folder(options: argparse.Namespace, look: str, language: str) -> Path:
    parts = [look, language]
    parts += [options.size] if options.size != "1440x900" else []
    parts += [f"text{options.text}"] if options.text != 100 else []
    return Path(options.output) / "-".join(parts)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", metavar="NAME", nargs="*", help="places whose name begins so (overview, visits …)")
    parser.add_argument("--look", choices=("light", "dark"), nargs="*", help="default: both")
    parser.add_argument("--language", choices=("en", "uk"), nargs="*", help="default: both")
    parser.add_argument("--size", default="1440x900", help="of the window: 1280x720, 2560x1440 …")
    parser.add_argument("--text", type=int, default=100, help="size of the text in per cent")
    parser.add_argument("--output", default=str(ROOT / "out" / "pictures"), help="folder of the pictures")
    parser.add_argument("--docs", action="store_true", help="renew the pictures of the documentation as well")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
