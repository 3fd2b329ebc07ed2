"""What the program remembers of its user: last data file, language, place, look, layouts of lists.

A JSON file of builtin types outside the data file, read with care (S8): a damaged one is kept aside.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from app.core import paths

T = TypeVar("T")
_LARGEST = 1_000_000


class Settings:
    """Settings by dotted key. A damaged file is kept aside and defaults are used; nothing in it is ever run."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.user_settings() / "settings.json"
        self._values: dict[str, Any] = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            if self.path.stat().st_size > _LARGEST:
                raise ValueError("too large")
            found = json.loads(self.path.read_text(encoding="utf-8"))
            if not isinstance(found, dict):
                raise ValueError("no object")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            with contextlib.suppress(OSError):
                self.path.replace(self.path.with_suffix(".damaged.json"))
            return {}
        return {str(key): value for key, value in found.items()}

    def get(self, key: str, default: T) -> T:
        """A setting; the default when it is missing or of another type."""
        value = self._values.get(key, default)
        same = type(value) is type(default) or default is None
        return value if same else default

    def put(self, key: str, value: object) -> None:
        """Remember a setting of builtin types; written by ``save``."""
        self._values[key] = value

    def remember(self, values: Mapping[str, object]) -> bool:
        """Put settings that somebody chose and write them at once: what was chosen survives a crash. As ``save``."""
        self._values.update(values)
        return self.save()

    def save(self) -> bool:
        """Write beside and rename; False when the folder cannot be written, which is no reason to stop."""
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError:
            return False
        return True
