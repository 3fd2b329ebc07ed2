"""Reads the command line, runs the command and turns every refusal into one sentence on standard error."""

import argparse
import io
import logging
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.outcome import Outcome
from app.core import coordinator
from app.core.errors import Cancelled, Invalid, MentordeskError, StorageRefused
from app.core.i18n import LANGUAGES, set_language, tr
from app.core.launch import WindowRequest
from app.core.sentences import sentence
from app.core.settings import Settings

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def run(arguments: Sequence[str]) -> Outcome:
    """Run one command. 0 done, 1 refused with one sentence and nothing changed, 2 wrong usage."""
    if not arguments:
        return Outcome(window=WindowRequest())
    settings = Settings()
    coordinator.use_name(settings.get(coordinator.SETTING, ""))
    _speak(_asked_language(arguments) or settings.get("language", ""))
    _prepare_output()
    try:
        return _run(arguments, settings)
    except Invalid as refused:
        for problem in refused.problems:
            _tell(sentence(problem.code, problem.params))
    except MentordeskError as refused:
        _tell(sentence(refused.code, refused.params))
    except (Cancelled, KeyboardInterrupt):
        _tell(tr("Stopped. Nothing was changed."))
    except BrokenPipeError:
        # The reader of a pipe has seen enough.
        _drop_output()
        return Outcome(0)
    except OSError as error:
        _drop_output()
        _tell(tr("The system refused to read or write: {reason}.", reason=error.strerror or type(error).__name__))
    return Outcome(1)


def _run(arguments: Sequence[str], settings: Settings) -> Outcome:
    window = _window_alone(arguments)
    if window is not None:
        return Outcome(window=window)
    # The commands and what they stand on are loaded only when one is asked for: the window starts without them.
    from app.cli.commands import parser

    options = parser().parse_args(list(arguments))
    database = _database(options.database)
    if options.command is None:
        return Outcome(window=WindowRequest(database, options.language or ""))
    return _run_command(options, settings, database)


def _window_alone(arguments: Sequence[str]) -> WindowRequest | None:
    """What the window is to open when nothing else stands on the line; None leaves all else to the whole parser."""
    few = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    few.add_argument("--database")
    few.add_argument("--language", choices=LANGUAGES)
    try:
        options, rest = few.parse_known_args(list(arguments))
    except argparse.ArgumentError:
        return None
    return None if rest else WindowRequest(_database(options.database), options.language or "")


def _run_command(options: argparse.Namespace, settings: Settings, database: Path | None) -> Outcome:
    from app.cli.desk import Desk

    # A sentence on standard error is all that is said there; what the rooms below note is for the log of the window.
    logging.getLogger("app").addHandler(logging.NullHandler())
    desk = Desk(database, settings, quiet=options.quiet)
    command: Callable[[Desk, argparse.Namespace], Outcome] = options.run
    try:
        outcome = command(desk, options)
    finally:
        desk.close()
    sys.stdout.flush()
    return outcome


def _asked_language(arguments: Sequence[str]) -> str:
    """The language of messages, known before the rest is read; one behind the command is that of a paper."""
    waiting = iter(arguments)
    for argument in waiting:
        name, _, value = argument.partition("=")
        if name == "--language":
            return value or next(waiting, "")
        if name == "--database" and not value:
            next(waiting, "")
        elif not argument.startswith("-"):
            break
    return ""


def _speak(language: str) -> None:
    if language in LANGUAGES:
        set_language(language)


def _prepare_output() -> None:
    """Names in any script reach a pipe whole, and a terminal that lacks a letter shows its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Keep Python from complaining once more at its end about an output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _database(text: str | None) -> Path | None:
    """The data file from a path or an SQLite address; StorageRefused(``database_elsewhere``) for a server."""
    if not text:
        return None
    path = text.removeprefix("sqlite:///")
    address = _ADDRESS.match(path)
    if address:
        raise StorageRefused("database_elsewhere", kind=address.group(1))
    return Path(path).expanduser()


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
