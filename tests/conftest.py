"""What holds for every test: no display, no network, a home of its own, English, nothing left open."""

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from app.core.i18n import set_language

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "mentordesk",
    deadline=None,  # a slow machine is no wrong law
    max_examples=50,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("mentordesk")

#: Where programs look for the user's folders on Linux, macOS and Windows.
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def pytest_configure(config: pytest.Config) -> None:
    """Give this process (each xdist worker is one) an empty home before anything looks for one."""
    home = Path(tempfile.mkdtemp(prefix="mentordesk-test-home-"))
    for name, below in _HOME_VARIABLES.items():
        folder = home / below
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        os.environ[name] = str(folder)
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection and every question to a name server; sockets of the machine itself stay."""
    local = getattr(socket, "AF_UNIX", None)
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(original: Any) -> Any:
        def call(self: socket.socket, address: Any) -> Any:
            if self.family != local:
                raise AssertionError(f"a test reached for the network: {address!r}")
            return original(self, address)

        return call

    def no_names(host: object, *_rest: object, **_more: object) -> Any:
        raise AssertionError(f"a test asked a name server for {host!r}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        patch.setattr(socket, "getaddrinfo", no_names)
        patch.setattr(socket, "gethostbyname", no_names)
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test begins in English, whatever the one before it chose."""
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    """Fail when a test leaves a window on the screen (those that qtbot was given are closed by then)."""
    before = {id(window) for window in _open_windows()}
    yield
    left = [window for window in _open_windows() if id(window) not in before]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
    for window in left:
        window.close()
    assert not names, f"windows left open: {', '.join(names)}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Fail when Qt complains while a test is cleared away; pytest-qt listens only until the test itself is over."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        yield
        return
    said: list[str] = []

    def listen(kind: Any, _context: object, message: str) -> None:
        harmless = (core.QtMsgType.QtDebugMsg, core.QtMsgType.QtInfoMsg)
        if kind not in harmless and not message.startswith("This plugin does not support"):
            said.append(message)

    former = core.qInstallMessageHandler(listen)
    try:
        yield
    finally:
        core.qInstallMessageHandler(former)
    assert not said, f"Qt warned while the test was cleared away: {said}"


def _open_windows() -> list[Any]:
    """The visible top-level widgets; none while no test has loaded Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
