"""An open data file for the tests of the storage room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.context import Context


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """A new, empty data file."""
    opened = Context.open(tmp_path / "t.mdesk")
    yield opened
    opened.close()
