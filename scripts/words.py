"""Keeps the catalogues of words: what the code says, what each language makes of it.

``words.py`` (or ``words.py update``) gathers the texts of the code, brings every ``mentordesk.po`` up to date and
compiles the ``.mo`` files beside them. ``words.py missing uk`` prints what a language lacks as JSON, ready to be
filled in; ``words.py fill uk FILE`` takes such a file back. Texts that left the code leave the catalogues.
"""

import argparse
import ast
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = "mentordesk"
#: The functions of app/core/i18n.py, also called as methods of Words, and what their leading arguments are.
SPEAKING = {
    "tr": ("text",),
    "N_": ("text",),
    "say": ("text",),
    "trn": ("text", "plural"),
    "count": ("text", "plural"),
    "trc": ("context", "text"),
    "say_in": ("context", "text"),
}
#: Plural rules as CLDR has them; Babel's own for Latvian has no form for zero.
PLURALS = {
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "sv": "nplurals=2; plural=(n != 1);",
    "lv": "nplurals=3; plural=((n%10==0 || (n%100>=11 && n%100<=19)) ? 0 : (n%10==1 && n%100!=11) ? 1 : 2);",
}
#: What goes on paper, or leaves the house in a file: complete in every language, not only in the window's.
PAPER = (
    "app/documents/",
    "app/core/countries.py",
    "app/core/vocabulary.py",
    "app/services/agenda_around.py",
    "app/services/agenda_change_words.py",
    "app/services/budgets.py",
    "app/services/certificate_register.py",
    "app/services/import_templates.py",
    "app/services/open_badges.py",
    "app/services/paper_batches.py",
    "app/services/paper_kinds.py",
    "app/services/verification_page.py",
)
#: The modules that gather the facts of a paper are called so: ``letter_papers``, ``sign_in_papers``, ``papers_money``.
PAPER_NAME = re.compile(r"app/services/(\w+_papers?|papers_\w+)\.py$")
#: Of the slots of a paper only the default is printed; these calls and tables hold what the window shows beside it.
SLOTS = {"Slot", "_slot"}
SLOT_TABLES = {"PLACE_NAMES", "_PLACES", "_SENTENCE_PLACES", "_WHICH"}
#: Marks in a catalogue the place of a text that a module of paper says for the window alone.
WINDOW = "(window)"
#: Dates and names in a catalogue's head would change at every run and say nothing that git does not.
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_DROPPED_HEADERS = tuple(
    f'"{name}:'.encode()
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
    )
)

#: Context and message id: what tells two texts apart.
Key = tuple[str | None, str | tuple[str, str]]


def catalogue_path(language: str) -> Path:
    """The .po file of a language."""
    return ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def key_of(message: Message) -> Key:
    """Context and id of a message."""
    ident = message.id
    return message.context, ident if isinstance(ident, str) else (ident[0], ident[1])


def extract() -> Catalog:
    """The texts of app/ and main.py as a template, ordered by file and text, with the files that say each."""
    files: dict[Key, set[str]] = defaultdict(set)
    for path in [*sorted((ROOT / "app").rglob("*.py")), *ROOT.glob("main.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        window = set(_for_the_window(tree))
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            for key in said(node) if isinstance(node, ast.Call) else ():
                files[key].add(f"{name}{WINDOW}" if id(node) in window and name.startswith(PAPER) else name)
    template = Catalog(project=DOMAIN, fuzzy=False, creation_date=_NO_DATE)
    for (context, ident), places in sorted(files.items(), key=lambda item: (min(item[1]), str(item[0]))):
        template.add(ident, locations=[(place, 0) for place in sorted(places)], context=context)
    return template


def _for_the_window(tree: ast.AST) -> Iterator[int]:
    """Which calls of a module stand in labels, examples and names of slots; by their identity."""
    parts: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SLOTS:
            parts += [*node.args[1:2], *node.args[3:]]
            parts += [keyword.value for keyword in node.keywords if keyword.arg != "default"]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id in SLOT_TABLES for target in targets):
                parts.append(node.value)
    for part in parts:
        yield from (id(node) for node in ast.walk(part))


def said(call: ast.Call) -> list[Key]:
    """What a call says, if it is one of ours: two keys for ``tr("a" if x else "b")``, none for a variable."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    kinds = SPEAKING.get(name, ())
    if not kinds or len(call.args) < len(kinds):
        return []
    choices = [_texts(argument) for argument in call.args[: len(kinds)]]
    if kinds == ("text",):
        return [(None, text) for text in choices[0]]
    pairs = [(first, second) for first in choices[0] for second in choices[1]]
    return [(None, pair) for pair in pairs] if kinds[1] == "plural" else list(pairs)


def _texts(argument: ast.expr) -> list[str]:
    """The texts written in an argument; both of a choice between two."""
    if isinstance(argument, ast.IfExp):
        return _texts(argument.body) + _texts(argument.orelse)
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        return [argument.value]
    return []


def load(language: str) -> Catalog:
    """A language's catalogue as it is kept; an empty one when there is none yet."""
    path = catalogue_path(language)
    if path.exists():
        with path.open("rb") as stored:
            catalogue = read_po(stored, locale=language, domain=DOMAIN)
    else:
        catalogue = Catalog(locale=language, domain=DOMAIN)
    catalogue.project, catalogue.version = DOMAIN, ""
    catalogue.mime_headers = [("Plural-Forms", PLURALS[language])]
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    catalogue.fuzzy = False
    catalogue.header_comment = f"# Mentordesk, {language}. Licensed under the EUPL-1.2 as the program itself."
    return catalogue


def save(catalogue: Catalog, language: str) -> None:
    """Write the .po and compile the .mo beside it."""
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=110, include_lineno=False, ignore_obsolete=True)
    kept = [line for line in written.getvalue().splitlines(True) if not line.startswith(_DROPPED_HEADERS)]
    path.write_bytes(b"".join(kept))
    path.with_suffix(".mo").write_bytes(compiled(language))


def compiled(language: str) -> bytes:
    """What the .mo of a language's .po must be."""
    written = io.BytesIO()
    write_mo(written, load(language))
    return written.getvalue()


def update() -> None:
    """Bring every catalogue up to date with the code."""
    template = extract()
    for language in PLURALS:
        catalogue = load(language)
        catalogue.update(template, no_fuzzy_matching=True)
        save(catalogue, language)
        lacking = list(missing(language, catalogue))
        paper = sum(is_paper(message) for message in lacking)
        print(f"{language}: {len(catalogue)} texts, {len(lacking)} not translated, {paper} of them on paper")


def is_paper(message: Message) -> bool:
    """Whether documents print it, so that every language needs it."""
    places = [place for place, _line in message.locations if not place.endswith(WINDOW)]
    return any(place.startswith(PAPER) or PAPER_NAME.fullmatch(place) for place in places)


def missing(language: str, catalogue: Catalog | None = None) -> Iterator[Message]:
    """The messages that a catalogue does not translate fully; a doubtful one counts as missing."""
    for message in catalogue if catalogue is not None else load(language):
        if message.id:
            forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
            if message.fuzzy or not forms or not all(forms):
                yield message


def print_missing(language: str, paper_only: bool) -> None:
    """Print what a language lacks: a list of context, text, plural, files, and an empty place for the translation."""
    rows = []
    catalogue = load(language)
    for message in missing(language, catalogue):
        if is_paper(message) or not paper_only:
            context, ident = key_of(message)
            row: dict[str, object] = {"text": ident if isinstance(ident, str) else ident[0]}
            if not isinstance(ident, str):
                row["plural"] = ident[1]
            if context:
                row["context"] = context
            row["files"] = [place for place, _line in message.locations]
            row["translation"] = "" if isinstance(ident, str) else [""] * catalogue.num_plurals
            rows.append(row)
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def fill(language: str, source: Path) -> None:
    """Take translations from a file that ``missing`` printed and somebody filled; empty places stay empty."""
    catalogue = load(language)
    known = {key_of(message): message for message in catalogue if message.id}
    taken = unknown = 0
    for row in cast(list[dict[str, object]], json.loads(source.read_text(encoding="utf-8"))):
        ident: str | tuple[str, str] = str(row["text"])
        if "plural" in row:
            ident = (str(row["text"]), str(row["plural"]))
        message = known.get((cast("str | None", row.get("context")), ident))
        translation = row.get("translation")
        if message is None:
            unknown += 1
            print(f"not in the code: {ident!r}", file=sys.stderr)
        elif translation and all(translation if isinstance(translation, list) else [translation]):
            message.string = tuple(translation) if isinstance(translation, list) else str(translation)
            message.flags.discard("fuzzy")
            taken += 1
    save(catalogue, language)
    print(f"{language}: {taken} taken, {unknown} not in the code")


def main() -> int:
    """The command line of this file."""
    parser = argparse.ArgumentParser(description="Keep the catalogues of words.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("update", help="gather the texts, update and compile all catalogues (the default)")
    lacking = commands.add_parser("missing", help="print what a language lacks, as JSON to fill in")
    lacking.add_argument("language", choices=PLURALS)
    lacking.add_argument("--paper", action="store_true", help="only what documents print")
    filling = commands.add_parser("fill", help="take translations from such a file")
    filling.add_argument("language", choices=PLURALS)
    filling.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.command == "missing":
        print_missing(options.language, options.paper)
    elif options.command == "fill":
        fill(options.language, options.file)
    else:
        update()
    return 0


if __name__ == "__main__":
    sys.exit(main())
