"""The fences of tests/conftest.py hold: a test cannot reach the network or the user's own folders."""

import os
import socket
import tempfile
from pathlib import Path

import platformdirs
import pytest

from app.core.i18n import language, set_language
from app.core.paths import user_data, user_settings


def test_no_connection_leaves_the_machine() -> None:
    """Neither an address nor a name is reached."""
    with socket.socket() as plug, pytest.raises(AssertionError, match="reached for the network"):
        plug.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="asked a name server"):
        socket.create_connection(("example.invalid", 80))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets of the machine itself exist on Unix only")
def test_sockets_of_the_machine_itself_stay(tmp_path: Path) -> None:
    """A display or a second worker is spoken to through such a socket."""
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        place = os.path.relpath(tmp_path / "s")
        server.bind(place)
        server.listen(1)
        client.connect(place)


def test_the_users_folders_are_elsewhere() -> None:
    """Data, settings and cache of this run lie in a folder of its own."""
    below = Path(tempfile.gettempdir()).resolve()
    for folder in (Path.home(), user_data(), user_settings(), Path(platformdirs.user_cache_dir("x"))):
        assert folder.resolve().is_relative_to(below)
        assert "mentordesk-test-home-" in str(folder)


@pytest.mark.parametrize("chosen", ["uk", "sl"])
def test_every_test_begins_in_english(chosen: str) -> None:
    """The language that one test chose is gone before the next."""
    assert language() == "en"
    set_language(chosen)
