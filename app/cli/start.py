"""Reads the command line, runs the command and turns every refusal into one sentence on standard error."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli.outcome import Outcome
from app.core.errors import Cancelled, Invalid, MentordeskError
from app.core.i18n import LANGUAGES, set_language, tr
from app.core.launch import WindowRequest
from app.core.sentences import sentence
from app.core.settings import Settings


def run(arguments: Sequence[str]) -> Outcome:
    """Run one command. 0 done, 1 refused with one sentence and nothing changed, 2 wrong usage."""
    settings = Settings()
    if not arguments:
        return Outcome(window=WindowRequest())
    _speak(_asked_language(arguments) or settings.get("language", ""))
    # The commands and what they stand on are loaded only when one is asked for: the window starts without them.
    from app.cli.commands import parser

    options = parser().parse_args(list(arguments))
    if options.command is None:
        return Outcome(window=WindowRequest(_database(options.database), options.language or ""))
    try:
        return _run_command(options, settings)
    except Invalid as refused:
        for problem in refused.problems:
            _tell(sentence(problem.code, problem.params))
    except MentordeskError as refused:
        _tell(sentence(refused.code, refused.params))
    except (Cancelled, KeyboardInterrupt):
        _tell(tr("Stopped. Nothing was changed."))
    except BrokenPipeError:
        # The reader of a pipe has seen enough; keep Python from complaining once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Outcome(0)
    return Outcome(1)


def _run_command(options: argparse.Namespace, settings: Settings) -> Outcome:
    from app.cli.desk import Desk

    desk = Desk(_database(options.database), settings, quiet=options.quiet)
    try:
        outcome = options.run(desk, options)
    finally:
        desk.close()
    sys.stdout.flush()
    return outcome if isinstance(outcome, Outcome) else Outcome(0)


def _asked_language(arguments: Sequence[str]) -> str:
    for number, argument in enumerate(arguments):
        if argument == "--language" and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if not argument.startswith("-"):
            return ""
    return ""


def _speak(language: str) -> None:
    if language in LANGUAGES:
        set_language(language)


def _database(text: str | None) -> Path | None:
    if not text:
        return None
    return Path(text.removeprefix("sqlite:///")).expanduser()


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
