"""The argument parser of the command line speaks the chosen language, its own sentences included."""

import argparse
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.argument_words import PARSER_WORDS

ROOT = Path(__file__).resolve().parents[2]


def _say(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "LANGUAGE": "", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True,
        text=True,
        env=surroundings,
        check=False,
    )


def test_the_words_are_those_of_the_parser() -> None:
    """A newer Python that words its parser otherwise is noticed here, not by a reader."""
    source = inspect.getsource(argparse)
    assert [text for text in PARSER_WORDS if text not in source] == []


def test_help_in_ukrainian(tmp_path: Path) -> None:
    """No English is left in the help but names of commands and options."""
    told = _say(tmp_path, "--language", "uk", "--help").stdout
    assert told.startswith("використання: main.py")
    assert "параметри:" in told
    assert [word for word in ("usage", "positional", "options", "show", "exit") if f" {word} " in f" {told} "] == [
        "show"
    ], "the command show is the only English word"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list",), "бракує обов’язкових аргументів: what"),
        (("list", "nobody"), "неправильний вибір 'nobody'"),
        (("list", "people", "--programme"), "потрібен один аргумент"),
        (("list", "people", "--nothing"), "невідомі аргументи: --nothing"),
    ],
)
def test_wrong_usage_in_ukrainian(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """Wrong usage is refused with status 2 and one Ukrainian sentence."""
    told = _say(tmp_path, "--language", "uk", *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert said in told.stderr


def test_wrong_usage_in_english(tmp_path: Path) -> None:
    """English stays as the parser has it, whatever the language of the system."""
    told = _say(tmp_path, "--language", "en", "list")
    assert "the following arguments are required: what (see main.py list --help)" in told.stderr
