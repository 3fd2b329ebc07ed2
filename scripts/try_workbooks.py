"""Run the dry run over every spreadsheet below a folder: each must end in an answer or in a sentence.

``python -m scripts.try_workbooks FOLDER [--seconds 60] [--quiet]`` prints one line for each file: what came of it,
the seconds it took and its name. The exit status is 1 if any ended in neither (an exception, or more than the time
allowed), 2 without files. Nothing is written.
"""

import argparse
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.core.errors import Cancelled, Refused
from app.core.import_sentences import SENTENCES
from app.core.progress import Token
from app.importers.staging import stage
from app.importers.workbook import open_workbook

ENDINGS = frozenset(
    (".xlsx .xlsm .xltx .xltm .xlsb .xls .xlt .ods .ots .fods .csv .tsv .tab .txt .htm .html .mht .mhtml .xml").split()
)
BAD = ("TRACEBACK", "HANG", "NO SENTENCE")


def attempt(path: Path, seconds: float) -> str:
    """What came of one file: a count of rows, a code, or one of ``BAD``."""
    token = Token()
    clock = threading.Timer(seconds, token.cancel)
    clock.start()
    try:
        workbook = open_workbook(path, token)
        cells = sum(1 for sheet in workbook.sheets for row in sheet.rows for cell in row if cell != "")
        read = f"{workbook.kind} {len(workbook.sheets)} sheets {cells} cells"
        try:
            staged = stage(workbook, token=token)
        except Refused as refusal:
            return f"{read}: {refusal.code}" if refusal.code in SENTENCES else f"NO SENTENCE {refusal.code}"
        return f"{read}: {len(staged.rows)} people"
    except Refused as refusal:
        return refusal.code if refusal.code in SENTENCES else f"NO SENTENCE {refusal.code}"
    except Cancelled:
        return "HANG"
    except Exception:  # the whole point is to hear of it
        last = traceback.format_exc().strip().splitlines()
        return "TRACEBACK " + " | ".join(line.strip() for line in last[-4:])
    finally:
        clock.cancel()


def main(arguments: Sequence[str]) -> int:
    """Try all files and print what came of each; gives the exit status."""
    parser = argparse.ArgumentParser(prog="try_workbooks", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0, help="time allowed for one file (60)")
    parser.add_argument("--quiet", action="store_true", help="only what went wrong, and the sums")
    options = parser.parse_args(arguments)
    paths = sorted(one for one in options.folder.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
    sums: Counter[str] = Counter()
    worst = (0.0, Path())
    bad = 0
    for path in paths:
        started = time.monotonic()
        outcome = attempt(path, options.seconds)
        took = time.monotonic() - started
        worst = max(worst, (took, path))
        wrong = outcome.startswith(BAD) or took > options.seconds + 5
        bad += wrong
        sums["read" if " cells" in outcome else outcome.partition(" ")[0]] += 1
        if wrong or not options.quiet:
            print(f"{'!!' if wrong else '  '} {took:6.2f} s  {outcome}  {path.relative_to(options.folder)}", flush=True)
    print(f"{len(paths)} files, {bad} without an answer; slowest {worst[0]:.1f} s {worst[1].name}")
    print(", ".join(f"{count} {outcome}" for outcome, count in sums.most_common()))
    return 2 if not paths else 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
