"""Law 1 of paper for the kinds that one sample of each paper does not show."""

from pathlib import Path

import pytest

from tests.documents.proof_content import Proof
from tests.documents.proof_kinds import KINDS
from tests.documents.test_proofs import test_a_paper_stands_as_it_should as stands

CASES = [
    (kind, *case)
    for kind in KINDS
    for case in (("short", "sl", ""), ("typical", "uk", "sv"), ("typical", "en", ""), ("extreme", "lv", ""))
]


@pytest.mark.parametrize(
    ("kind", "content", "first", "second"), CASES, ids=lambda part: part.name if isinstance(part, Proof) else part
)
def test_a_kind_stands_as_it_should(kind: Proof, content: str, first: str, second: str, tmp_path: Path) -> None:
    stands(kind, content, first, second, tmp_path)
