"""What a start may load: nothing that the first page does not need, and by Python's own import."""

import json
import os
import subprocess
import sys
from pathlib import Path

from app.services.context import Context

_HEAVY = ("alembic", "openpyxl", "reportlab", "phonenumbers", "holidays", "babel", "python_calamine", "pypdfium2")
_START = """
import builtins, json, sys
own = builtins.__import__
import main
from app.ui import bootstrap
kept = builtins.__import__ is own
class Watched(bootstrap.MainWindow):
    def show(self):
        super().show()
        self.before = sorted(name for name in ("sqlalchemy", "app.services.context") if name in sys.modules)
        self.place_changed.connect(self.placed)
    def placed(self, place):
        bootstrap.QTimer.singleShot(0, self.look)
    def look(self):
        if self.desk.jobs.running():
            bootstrap.QTimer.singleShot(5, self.look)
            return
        print(json.dumps({"kept": kept, "before": self.before, "place": self.current_page().section,
                          "loaded": sorted({name.split(".")[0] for name in sys.modules}),
                          "modules": sorted(name for name in sys.modules if name.startswith("app."))}))
        self.close()
bootstrap.MainWindow = Watched
sys.exit(main.main(["--database", sys.argv[1]]))
"""


def test_the_first_page_loads_what_it_needs_and_no_more(tmp_path: Path) -> None:
    database = tmp_path / "start.mdesk"
    Context.open(database).close()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "APPDATA": str(tmp_path / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _START, str(database)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.strip().splitlines()[-1])
    assert told["place"] == "overview"
    assert told["before"] == [], "the shell is painted before anything of the data is loaded"
    assert told["kept"], "PySide6 left its own import in place"
    assert [name for name in _HEAVY if name in told["loaded"]] == []
    others = (
        "app.documents",
        "app.importers",
        "app.services.printing",
        "app.ui.pages.people",
        "app.ui.pages.budget_tree",
    )
    assert [name for name in told["modules"] if name.startswith(others)] == []
