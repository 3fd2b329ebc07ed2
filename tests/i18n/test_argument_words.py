"""The argument parser of the command line speaks the chosen language, its own sentences included."""

import argparse
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.argument_words import PARSER_WORDS
from app.cli.commands import parser
from app.core import i18n

ROOT = Path(__file__).resolve().parents[2]


def test_the_words_are_those_of_the_parser() -> None:
    """A newer Python that words its parser otherwise is noticed here, not by a reader."""
    source = inspect.getsource(argparse)
    assert [text for text in PARSER_WORDS if text not in source] == []


def test_help_in_ukrainian(tmp_path: Path) -> None:
    """No English is left in the help but names of commands and options."""
    surroundings = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "LANGUAGE": "", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, str(ROOT / "main.py"), "--language", "uk", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=True).stdout
    assert told.startswith("використання: main.py")
    assert "параметри:" in told
    assert [word for word in ("usage", "positional", "options", "show", "exit") if f" {word} " in f" {told} "] == [
        "show"
    ], "the command show is the only English word"


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Chooses the language of the command line; everything is English again afterwards."""
    monkeypatch.setenv("LANGUAGE", "en")
    yield i18n.set_language
    i18n.set_language("en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list"], "бракує обов’язкових аргументів: what (див. main.py list --help)"),
        (["list", "nobody"], "неправильний вибір 'nobody'"),
        (["list", "people", "--programme"], "потрібен один аргумент"),
        (["list", "people", "--nothing"], "невідомі аргументи: --nothing"),
    ],
)
def test_wrong_usage_in_ukrainian(
    speak: Callable[[str], None], capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Wrong usage is refused with status 2 and one Ukrainian sentence."""
    speak("uk")
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert said in told.err


def test_wrong_usage_in_english(speak: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """English is back as the parser has it when another language was spoken before."""
    speak("uk")
    parser()
    speak("en")
    with pytest.raises(SystemExit):
        parser().parse_args(["list"])
    assert "the following arguments are required: what (see main.py list --help)" in capsys.readouterr().err
