"""Memory is flat in the number of pages: what is finished is put away, and the file does not depend on where to."""

import os
import subprocess
import sys
import tempfile
from array import array
from io import FileIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import spool as spools
from app.documents.packing import written
from app.documents.pen import About, Pen
from app.documents.put_away import _Family
from app.documents.spool import Spool
from app.documents.styles import Style
from tests.documents.paper_reading import qpdf_complaint

ROOT = Path(__file__).parents[2]
_SAYS = Style("Sans", 10, 12)
#: A process of its own prints certificates and tells (kB of memory, bytes of the file).
_PRINT = """
import resource, sys
from app.documents.certificate_data import CertificateOptions
from app.documents.certificates import build
from benchmarks.papers import LANGUAGES, certificates_paper
build(certificates_paper(1), CertificateOptions(*LANGUAGES))
paper = certificates_paper(int(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
content = build(paper, CertificateOptions(*LANGUAGES))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, len(content))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system tells no such measure")
def test_two_thousand_certificates_take_little_more_than_their_file() -> None:
    """At 18 kB a page, as it was when pages were kept as objects, it would be 36 MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PRINT, "2000"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    )
    grown, size = map(int, done.stdout.split())
    assert grown * 1024 < 2 * size + 8_000_000


def _paper(pages: int) -> bytes:
    pen = Pen(About("Pages", "", "", "en"))
    for number in range(pages):
        pen.outline(f"Chapter {number}", 10, number % 3)
        with pen.tagged("H1"):
            pen.word(60, 60, f"Page {number}", _SAYS)
        for line in range(40):
            with pen.tagged("P"):
                pen.word(60, 90 + 14 * line, f"line {line} of page {number}: {number * 7919 + line * 104729}", _SAYS)
        pen.next_page()
    return pen.finish()


def test_the_file_is_the_same_wherever_its_parts_waited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In memory, in a file, or in memory again since no file could be made."""
    in_memory = _paper(30)
    monkeypatch.setattr(Spool.__init__, "__defaults__", (64,))
    in_file = _paper(30)
    monkeypatch.setattr(tempfile, "TemporaryFile", _no_place)
    without_place = _paper(30)
    assert in_memory == in_file == without_place
    assert not qpdf_complaint(in_file, tmp_path)


def _no_place(*_given: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


class _Full(FileIO):
    """A disk that is full after a few bytes."""

    def write(self, content: object) -> int:
        room = 50 - self.tell()
        if room <= 0:
            raise OSError(28, "No space left on device")
        return super().write(bytes(content)[:room])  # type: ignore[call-overload]


def test_a_disk_that_is_full_loses_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spools.tempfile, "TemporaryFile", lambda **_named: _Full(tmp_path / "disk", "w+b"))
    spool = Spool(16)
    told = b""
    for number in range(40):
        part = b"%05d" % number
        spool.write(part)
        told += part
    assert spool.whole() == told
    assert b"".join(spool.read(at, 7) for at in range(0, len(told), 7)) == told
    spool.close()


@given(st.lists(st.binary(max_size=60), max_size=40), st.integers(0, 80), st.integers(1, 50))
@settings(deadline=None)
def test_a_spool_gives_back_what_was_written(parts: list[bytes], most: int, step: int) -> None:
    spool = Spool(most)
    for part in parts:
        spool.write(part)
    told = b"".join(parts)
    assert len(spool) == len(told)
    assert b"".join(spool.read(at, step) for at in range(0, len(told), step)) == told
    assert spool.whole() == told
    spool.close()


def test_bookmarks_know_their_family() -> None:
    """A chapter with two sections, the first of which has one of its own; then a chapter."""
    family = _Family(array("I", [0, 1, 2, 1, 0]))
    assert list(family.parent) == [-1, 0, 1, 0, -1]
    assert list(family.before) == [-1, -1, -1, 1, 0]
    assert list(family.after) == [4, 3, -1, -1, -1]
    assert list(family.last) == [3, 2, -1, -1, -1]
    assert list(family.below) == [3, 1, 0, 0, 0]


def test_objects_in_streams_are_told_where_they_stand() -> None:
    """By hand: object 1 of its own at byte 15, objects 2 and 3 in stream 4, the index is 5."""
    made = written([(2, b"<</Two 2>>"), (1, b"<<>>\nstream\n\nendstream\n"), (3, b"<</Three 3>>")], b"/Root 2 0 R")
    assert made.startswith(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    assert b"\n4 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode" in made
    assert b"/Type/XRef/W[1 4 2]/Size 6/Root 2 0 R" in made
    import zlib

    start = made.index(b"stream\n", made.index(b"/Type/XRef")) + 7
    rows = zlib.decompress(made[start : made.index(b"\nendstream", start)])
    entries = [rows[at : at + 7].hex() for at in range(0, len(rows), 7)]
    stream_at = made.index(b"4 0 obj")
    index_at = made.index(b"5 0 obj")
    assert entries == [
        "0000000000ffff",
        "010000000f0000",
        "02000000040000",
        "02000000040001",
        f"01{stream_at:08x}0000",
        f"01{index_at:08x}0000",
    ]
