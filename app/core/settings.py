"""The user's settings: one small JSON file of plain values, outside the data file.

A damaged file is kept aside and the program starts with its defaults (S8). Only booleans, numbers, texts, lists and
dictionaries are read or written.
"""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from app.core.paths import user_settings


class Settings:
    """Values by dotted key, kept at once when set."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_settings() / "settings.json"
        self._values: dict[str, Any] = self._read()

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key; ``default`` also when the stored value is of another type than the default."""
        value = self._values.get(key, default)
        if default is not None and value is not None and not isinstance(value, type(default)):
            return default
        return value

    def set(self, key: str, value: Any) -> None:
        """Keep a value; a folder that cannot be written to loses only the memory, not the work."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._write()

    def _read(self) -> dict[str, Any]:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return {}
        try:
            values = json.loads(text)
        except ValueError:
            values = None
        if isinstance(values, dict):
            return values
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_suffix(".damaged.json"))
        except OSError:
            return

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".settings-", dir=self.path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1, sort_keys=True)
            Path(name).replace(self.path)
        except OSError:
            return
