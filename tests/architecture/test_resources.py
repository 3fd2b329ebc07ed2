"""The bundled typefaces and icons can do what window and papers ask of them."""

import ast
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.architecture.source import ROOT, modules

FONTS = ROOT / "resources" / "fonts"
ICONS = ROOT / "resources" / "icons"
FACES = [f"{family}-{style}" for family in ("SourceSans3", "SourceSerif4") for style in ("Regular", "SemiBold", "Bold")]
FACES += ["SourceSans3-Italic", "SourceSerif4-Italic"]
#: Faces that only lend letters to the others.
LENT = ["NotoSansGeorgian-Regular", "NotoSansGeorgian-SemiBold", "NotoEmoji-Paper"]
LATIN = "ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ ÅÄÖ ĀČĒĢĪĶĻŅŠŪŽ ĄĘŁŃÓŚŹŻ ÁÉÍÓÖŐÚÜŰ ÇĞİŞ ÀÈÉÌÒÙ ÂĂÎȘȚ ẞß"
UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"
SERBIAN_AND_MACEDONIAN = "ЂЈЉЊЋЏЃЌЅ"
MARKS = "ʼ’‘“”„‚«»–—−…·•×€№°→←↑↓✓½"


@pytest.mark.parametrize("face", FACES)
def test_typefaces_have_every_letter(face: str) -> None:
    """All letters of the programmes' languages, large and small, and the marks of papers and window."""
    has = TTFontFile(str(FONTS / f"{face}.ttf")).charToGlyph
    letters = LATIN + UKRAINIAN + SERBIAN_AND_MACEDONIAN + "0123456789"
    wanted = set(letters + letters.lower() + MARKS) - {"\u0307"}
    assert sorted(letter for letter in wanted if ord(letter) not in has) == []


def test_faces_have_names_of_their_own() -> None:
    """Two faces of one PostScript name would be mixed up in a PDF."""
    names = [TTFontFile(str(FONTS / f"{face}.ttf")).name for face in FACES + LENT]
    assert len(set(names)) == len(FACES + LENT)
    assert {path.stem for path in FONTS.glob("*.ttf")} == {*FACES, *LENT}


@pytest.mark.parametrize("face", FACES)
def test_figures_are_of_one_width(face: str) -> None:
    """Columns of numbers line up without further ado."""
    font = TTFontFile(str(FONTS / f"{face}.ttf"))
    widths = [font.charWidths[ord(figure)] for figure in "0123456789"]
    assert max(widths) - min(widths) <= 1, "in thousandths of the type size"


def test_icons_take_the_colour_of_the_palette() -> None:
    """Every icon is a drawing of 24 by 24 in ``currentColor`` and nothing else."""
    wrong = []
    for path in sorted(ICONS.glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        colours = {node.get(name) for node in root.iter() for name in ("stroke", "fill")} - {None, "none"}
        if root.get("viewBox") != "0 0 24 24" or colours != {"currentColor"}:
            wrong.append(f"{path.name} {colours}")
    assert not wrong, "\n".join(wrong)


def _icon_names(call: ast.Call) -> list[str]:
    """The icon names written in a call of app/ui/icons.py's functions; ``theme().icon("side")`` is a size."""
    called = ast.unparse(call.func)
    if called not in ("icon", "paint_icon", "pixmap_of") and not called.endswith(".set_icon"):
        return []
    place = 1 if called == "paint_icon" else 0
    given = [*call.args[place : place + 1], *(word.value for word in call.keywords if word.arg == "name")]
    return [part.value for part in given if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def test_every_icon_the_window_names_is_there() -> None:
    """``icon("plane")`` finds resources/icons/plane.svg; a missing one would be an empty place in the window."""
    have = {path.stem for path in ICONS.glob("*.svg")}
    wrong = [
        f"{module.path}:{node.lineno} {name}"
        for module in modules()
        if module.room == "ui"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        for name in _icon_names(node)
        if name not in have
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_bundled_carries_its_licence() -> None:
    """The program's own licence and those of typefaces and icons stand beside them."""
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    for family in ("SourceSans3", "SourceSerif4"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8").upper()
    assert (ICONS / "LICENSE.txt").read_text(encoding="utf-8").startswith("ISC License")
