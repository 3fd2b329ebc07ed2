"""What every command gets: the open data file, quietness, and ways to print."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.core.errors import StorageRefused
from app.core.i18n import language, tr
from app.core.progress import Token
from app.core.sentences import sentence
from app.core.settings import Settings
from app.services import workspace
from app.services.context import Context


class Desk:
    """The command line's side of the program; opens the data file when it is first asked for."""

    def __init__(self, database: Path | None, settings: Settings, *, quiet: bool = False) -> None:
        self.database = database
        self.settings = settings
        self.quiet = quiet
        self._context: Context | None = None

    @property
    def path(self) -> Path:
        """The data file in question: the one named, else the last one, else the default one."""
        return self.database or workspace.last_database(self.settings)

    @property
    def context(self) -> Context:
        """The open data file; only a named file or the default one is made when it is not there yet."""
        if self._context is None:
            self._context = workspace.open_file(self.path, language())
        return self._context

    @property
    def existing(self) -> Context:
        """The open data file; StorageRefused(``no_database``) when there is none yet."""
        if self._context is None:
            workspace.expect_file(self.path)
        return self.context

    def close(self) -> None:
        """Back up what was changed and give the file free; what was done stays done when the backup cannot be made."""
        context, self._context = self._context, None
        if context is None:
            return
        try:
            context.close()
        except StorageRefused as refused:
            reason = sentence(refused.code, refused.params)
            text = tr("The work is kept, but the backup at the end could not be made. {reason}", reason=reason)
            print(text, file=sys.stderr)

    def print(self, text: str = "") -> None:
        """A result, to standard output."""
        print(text)

    def print_json(self, data: Any) -> None:
        """A result as one JSON document."""
        print(json.dumps(data, ensure_ascii=False, indent=1))

    def say(self, text: str) -> None:
        """A message, to standard error; silent with ``--quiet``."""
        if not self.quiet:
            print(text, file=sys.stderr)

    def table(self, rows: Sequence[Mapping[str, object]], columns: Sequence[tuple[str, str]]) -> None:
        """Rows under headings; ``columns`` are (key, heading). Says so when there is none."""
        if not rows:
            self.print(tr("Nothing here yet."))
            return
        lines = [[heading for _, heading in columns]]
        lines += [[_plain(row.get(key)) for key, _ in columns] for row in rows]
        widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
        for line in lines:
            self.print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())

    def token(self, what: str) -> Token:
        """A token that draws a progress bar when standard error is a terminal."""
        if self.quiet or not sys.stderr.isatty():
            return Token()

        def report(done: int, total: int) -> None:
            share = done / total if total else 1.0
            filled = "█" * int(share * 24)
            end = "\n" if done >= total else ""
            print(f"\r{what} {filled:<24} {share:>4.0%}{end}", end="", file=sys.stderr, flush=True)

        return Token(report)


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    return str(value).replace("\n", " ")
