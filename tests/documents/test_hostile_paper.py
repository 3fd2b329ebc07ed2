"""Law 2 of paper: hostile text is printed as text; no file is opened, nothing is reached, nothing is a link."""

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.core.paths import resources
from app.documents import budget_report, participant_workbook, sign_in_workbook, table_export, word_letter
from app.documents.letter_data import InvitationOptions
from app.documents.texts import clean
from app.services.paper_files import safe_name
from tests.documents import hostile_texts as texts
from tests.documents import more_samples as more
from tests.documents.paper_reading import reader
from tests.documents.proof_content import PROOFS, Proof
from tests.documents.proof_measures import MM, leaves
from tests.documents.proof_stretch import fewer, hostile

#: Python reads its own modules when they are first wanted, openpyxl writes through a file of its own: no text's doing.
_OWN = (
    str(resources()),
    sys.prefix,
    sys.base_prefix,
    tempfile.gettempdir(),
    str(Path(__file__).resolve().parents[2] / "app"),
)
_seen: list[str] = []
_watching = False


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        if isinstance(arguments[0], str | bytes) and not str(arguments[0]).startswith(_OWN):
            _seen.append(f"open {arguments[0]!r}")
    elif event.split(".", maxsplit=1)[0] in {"socket", "urllib", "http", "subprocess", "os"}:
        if event.startswith("os.") and event != "os.system":
            return
        _seen.append(event)


sys.addaudithook(_hook)


@contextmanager
def watched() -> Iterator[None]:
    """Within, every opened file and socket is noted, and none may be."""
    global _watching  # noqa: PLW0603 - a hook cannot be taken off, only told to sleep
    _seen.clear()
    _watching = True
    try:
        yield
    finally:
        _watching = False
    assert _seen == []


@pytest.fixture(scope="module", autouse=True)
def _everything_loaded() -> None:
    """What is imported at the first use is imported before anything is watched."""
    for proof in PROOFS:
        proof.build(proof.sample("en", ""), "en", "")
    for make in WORKBOOKS.values():
        make("x")
    _word(["x"])


def _closed(data: bytes) -> list[str]:
    """Links, actions, files and scripts in a PDF."""
    paper = reader(data)
    root = paper.trailer["/Root"]
    found = [key for key in ("/OpenAction", "/AA", "/AcroForm", "/Names", "/URI") if key in root]
    for page in paper.pages:
        found += [key for key in ("/Annots", "/AA") if key in page]
    return found


#: So many times each paper is built, each time with the payloads in other fields.
_TURNS = 4
#: Papers with few fields need more turns until every payload was printed.
_FEW = ("tents", "badges", "certificate", "certificate-mentor")
_SHORT = tuple(payload for payload in texts.ALL if len(payload) < 300)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)
def test_every_payload_is_printed_as_text(proof: Proof) -> None:
    second = "uk" if proof.pairs else ""
    sample = fewer(proof.sample("en", second), 4)
    shown = ""
    turns = 3 * _TURNS if proof.name in _FEW else _TURNS
    for turn in range(turns):
        data_in = hostile(sample, _SHORT, turn * len(_SHORT) // turns)
        with watched():
            data = proof.build(data_in, "en", second)
        assert _closed(data) == []
        shown += _squeezed("".join(page.text for page in leaves(data)))
    wanted = {payload: _squeezed(clean(payload)) for payload in _SHORT}
    there = [payload for payload, bare in wanted.items() if bare in shown or bare.upper() in shown]
    # Not every field of a paper is printed in every form of it, but what is printed is printed as it was typed.
    assert len(there) >= 0.6 * len(_SHORT), sorted(set(_SHORT) - set(there))


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)
def test_endless_text_stays_on_the_page(proof: Proof) -> None:
    sample = fewer(proof.sample("en", ""), 1)
    for payload in (texts.ENDLESS[1], texts.PICTURE_LETTERS[3]):
        data = proof.build(hostile(sample, [payload]), "en", "")
        for number, page in enumerate(leaves(data), 1):
            width, height = page.size
            for run in page.runs:
                left, bottom, right, top = run.box
                nearest = min(left, bottom, width - right, height - top)
                assert nearest >= 8 * MM - 1, f"page {number}: {run.text[:30]!r} {run.box}"


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00a0", "")


def _table(payload: str) -> table_export.TablePaper:
    return table_export.TablePaper(payload, (payload, "b"), [[payload, payload], ["x", payload]])


WORKBOOKS: dict[str, Callable[[str], bytes]] = {
    "budget": lambda payload: budget_report.build_xlsx(hostile(more.budget(), [payload])),
    "participants": lambda payload: participant_workbook.build_xlsx(hostile(fewer(more.participants(), 3), [payload])),
    "sign-in": lambda payload: sign_in_workbook.build_xlsx(hostile(fewer(more.sign_in(), 2), [payload])),
    "table": lambda payload: table_export.build_xlsx(_table(payload)),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_workbooks_hold_text_only(name: str) -> None:
    for payload in _SHORT[::2]:
        with watched():
            data = WORKBOOKS[name](payload)
        book = load_workbook(io.BytesIO(data))
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f", (payload[:40], cell.coordinate)
                    assert cell.hyperlink is None, (payload[:40], cell.coordinate)
        _no_outside(data, payload)


def _word(payloads: Sequence[str]) -> bytes:
    return word_letter.build_word([hostile(more.invitation("en", ""), payloads)], InvitationOptions("en", ""))


def test_word_files_hold_text_only() -> None:
    from docx import Document

    shown, fields = "", ""
    for start in range(0, len(_SHORT), 12):
        part = _SHORT[start : start + 12]
        with watched():
            data = _word(part)
        _no_outside(data, part[0])
        for piece in Document(io.BytesIO(data)).element.body.iter():
            if piece.tag.endswith("}t"):
                shown += _squeezed(piece.text or "")
            elif piece.tag.endswith("}instrText"):
                fields += piece.text or ""
    assert set(fields.split()) <= {"PAGE", "NUMPAGES"}
    there = [payload for payload in _SHORT if _squeezed(clean(payload)) in shown]
    assert len(there) >= 0.9 * len(_SHORT), sorted(set(_SHORT) - set(there))


def _no_outside(data: bytes, payload: str) -> None:
    """Nothing in the package leads out of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in package.read(name), (payload[:40], name)


def test_csv_is_text_only() -> None:
    for payload in texts.FORMULAS:
        shown = table_export.build_csv(_table(payload)).decode("utf-8-sig")
        for line in shown.splitlines():
            for cell in line.split(";" if ";" in line else ","):
                bare = cell.strip('"')
                assert not bare.startswith(("=", "@", "\t", "\r")), payload


DEVICES = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


@pytest.mark.parametrize("payload", texts.ALL)
def test_file_names_are_valid_everywhere(payload: str) -> None:
    name = safe_name(payload)
    assert name
    assert len(name) <= 120
    assert name.isascii()
    assert not set(name) & set('<>:"/\\|?*\x00')
    assert name.isprintable()
    assert name == name.strip(" .")
    assert name.partition(".")[0].strip().casefold() not in DEVICES
    assert ".." not in name
