"""Every code that an import can tell has its sentence, and no sentence stands unused."""

import re
from collections.abc import Iterable
from pathlib import Path

import app.importers
import app.services
from app.core.import_sentences import SENTENCES

_CODE = re.compile(r'"(import_[a-z0-9_]+)"')
#: Made from the kind of row: ``import_row_{kind}``.
_KINDS = {"import_row_total", "import_row_heading", "import_row_group", "import_row_remark"} | {
    "import_row_line",
    "import_row_without_name",
    "import_row_name_open",
}


def _written(folders: Iterable[str]) -> set[str]:
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in Path(folder).glob("*.py")]
    return {code for text in texts for code in _CODE.findall(text)}


def _codes() -> set[str]:
    return _written(app.importers.__path__) | _KINDS


def test_every_code_has_a_sentence() -> None:
    assert _codes() - SENTENCES.keys() == set()


def test_every_sentence_is_used() -> None:
    """Some are told only where those on record are known: ``import_shared_mail``."""
    assert SENTENCES.keys() - _codes() - _written(app.services.__path__) == set()
