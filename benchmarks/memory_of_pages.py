"""``python -m benchmarks.memory_of_pages``: what one more page of certificates costs in memory, beside the bare canvas.

Each count of pages is printed in a process of its own, which tells how far its peak rose while it printed; the people
are there before. Two counts give the price of a page. Aim: at most half of what a page of the bare canvas costs.
"""

import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.papers import LANGUAGES, certificates_paper

_FEW, _MANY = 500, 4000
_SIDES = ("ours", "the bare canvas, names and number on one form, no QR")
_AIM = 0.5


def main(arguments: list[str]) -> int:
    """Print the table; with ``side count``, print that many and tell."""
    if arguments:
        _print(int(arguments[0]), int(arguments[1]))
        return 0
    print(f"memory of one more certificate, from {_FEW} to {_MANY} of them")
    costs = []
    for number, side in enumerate(_SIDES):
        few, many = (_told(number, count) for count in (_FEW, _MANY))
        page, file = ((after - before) / (_MANY - _FEW) / 1024 for before, after in zip(few, many, strict=True))
        grown = ", ".join(f"{count} pages {told[0] / 2**20:.1f} MB" for count, told in ((_FEW, few), (_MANY, many)))
        print(f"      {side}: {page:.2f} KB a page, of which the finished file {file:.2f} KB ({grown})")
        costs.append(page)
    ratio = costs[0] / costs[1]
    print(f"  {'✓' if ratio <= _AIM else '✗'} against the bare canvas {ratio:.2f}, aim ≤ {_AIM}")
    return 0


def _told(side: int, count: int) -> tuple[int, int]:
    """Bytes by which the peak rose, bytes of the file."""
    command = [sys.executable, "-m", "benchmarks.memory_of_pages", str(side), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    rose, size = done.stdout.split()
    return int(rose), int(size)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _print(side: int, count: int) -> None:
    from app.documents.certificate_data import CertificateOptions
    from app.documents.certificates import build
    from benchmarks.sides_paper import draw_bare

    build(certificates_paper(5), CertificateOptions(*LANGUAGES))
    paper = certificates_paper(count)
    before = _peak()
    made = draw_bare(paper, lambda _canvas, _text: None) if side else build(paper, CertificateOptions(*LANGUAGES))
    print(_peak() - before, len(made))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
