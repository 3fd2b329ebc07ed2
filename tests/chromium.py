"""A real browser for tests: Debian's chromium without a window, driven over its DevTools pipe."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 60


def browser_path() -> str:
    """Where the browser is; skips the test, with the reason, where there is none."""
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no chromium on this machine")
    return found


class Browser:
    """One page in one browser. ``requests`` are all addresses that it asked for, ``complaints`` what it said itself."""

    def __init__(self, profile: Path) -> None:
        path = browser_path()
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        arguments = (
            "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync "
            "--disable-component-update --disable-default-apps --disable-dev-shm-usage --remote-debugging-pipe"
        ).split()
        # The browser speaks on file handles 3 and 4; the shell puts them there.
        command = f'exec "$@" 3<&{to_read} 4>&{to_write}'
        self._process = subprocess.Popen(
            ["bash", "-c", command, "-", path, *arguments, f"--user-data-dir={profile}"],
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(profile)},
        )
        os.close(to_read)
        os.close(to_write)
        self._number, self._rest, self._session = 0, b"", ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.loaded = False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for room in ("Page", "Network", "Runtime", "Log", "DOM"):
            self.ask(f"{room}.enable")

    def ask(self, method: str, **params: Any) -> Any:
        """Send one command and wait for its answer."""
        self._number += 1
        told: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            told["sessionId"] = self._session
        os.write(self._write, json.dumps(told).encode() + b"\0")
        number = self._number
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._read, 1 << 20)
            assert part, "the browser went away"
            self._rest += part
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        self._hear(message.get("method", ""), message.get("params", {}))
        return message

    def _hear(self, method: str, params: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])

    def open(self, address: str) -> None:
        """Go to an address and wait until all of it is there."""
        self.loaded = False
        self.ask("Page.navigate", url=address)
        ends = time.monotonic() + _SECONDS
        while not self.loaded:
            assert time.monotonic() < ends
            self._next()

    def run(self, script: str) -> Any:
        """The value of a script in the page; waits for a promise."""
        told = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait(self, script: str) -> Any:
        """The value of a script as soon as it is true."""
        ends = time.monotonic() + _SECONDS
        while not (value := self.run(script)):
            assert time.monotonic() < ends, script
            time.sleep(0.05)
        return value

    def give_file(self, selector: str, file: Path) -> None:
        """Choose a file, as if in the dialog."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def picture(self) -> bytes:
        """The page as a PNG."""
        import base64

        return base64.b64decode(self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"])

    def close(self) -> None:
        """End this browser and no other."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(20)
        os.close(self._read)
        os.close(self._write)
