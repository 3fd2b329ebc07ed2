"""The look of a programme's papers: colour, order of the logos, pictures that shall become logos."""

import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.core.colours import contrast_on_white
from app.core.errors import Conflict, Invalid, Refused
from app.core.sentences import all_sentences, sentence
from app.core.vocabulary import ProgrammePartyRole
from app.documents.styles import ACCENT
from app.models.papers import PaperLook
from app.services import activities, history, organisations, paper_logos, paper_looks, paper_parts, programmes
from app.services.activities import ActivityDraft
from app.services.context import Context
from app.services.organisations import OrganisationDraft
from app.services.paper_looks import GUEST, HOST, LogoPlace
from app.services.programmes import PartyDraft, ProgrammeDraft
from tests.services.verbs_templates import picture

ROLES = {
    "implementer": ProgrammePartyRole.IMPLEMENTER,
    "second": ProgrammePartyRole.IMPLEMENTER,
    "funder": ProgrammePartyRole.FUNDER,
    "partner": ProgrammePartyRole.PARTNER_PROGRAMME,
}


@pytest.fixture
def ids(context: Context) -> dict[str, str]:
    """A programme with four parties, and an activity with a host that is no party."""
    made: dict[str, str] = {}
    with context.write("Set up") as work:
        for name in (*ROLES, "host"):
            made[name] = organisations.create(work, OrganisationDraft(name={"en": name.title()}, country="SI"))
        parties = tuple(PartyDraft(made[name], role) for name, role in ROLES.items())
        made["programme"] = programmes.create(work, ProgrammeDraft(code="CEP", title={"en": "P"}, parties=parties))
        made["activity"] = activities.create(
            work, ActivityDraft(made["programme"], title={"en": "Visit"}, host_id=made["host"])
        )
    return made


def _names(context: Context, ids: dict[str, str]) -> list[str]:
    with context.read() as view:
        return [logo.name for logo in paper_parts.event(view, ids["activity"], "en").logos]


def _save(context: Context, ids: dict[str, str], **changes: object) -> None:
    with context.write("Look") as work:
        draft = paper_looks.load(work, ids["programme"])
        paper_looks.save(work, ids["programme"], replace(draft, **changes))  # type: ignore[arg-type]


def test_without_a_look_papers_have_the_order_of_the_design(context: Context, ids: dict[str, str]) -> None:
    assert _names(context, ids) == ["Implementer", "Funder", "Host"]
    with context.read() as view:
        look = paper_looks.look(view, ids["programme"])
    assert look.accent == ACCENT
    assert [(place.party, place.shown) for place in look.logos] == [
        (ids["implementer"], True),
        (ids["second"], False),
        (ids["funder"], True),
        (HOST, True),
        (GUEST, True),
        (ids["partner"], False),
    ]


def test_order_hiding_and_colour_reach_the_paper(context: Context, ids: dict[str, str]) -> None:
    places = (
        LogoPlace(HOST),
        LogoPlace(ids["partner"]),
        LogoPlace(ids["implementer"]),
        LogoPlace(ids["funder"], False),
    )
    _save(context, ids, accent="#7a1f1f", logos=places)
    # Parties that the look does not name keep the place and the visibility of the design, at the end.
    assert _names(context, ids) == ["Host", "Partner", "Implementer"]
    with context.read() as view:
        assert paper_parts.event(view, ids["activity"], "en").accent == (0.4784, 0.1216, 0.1216)
        assert paper_looks.load(view, ids["programme"]).accent == "#7A1F1F"


def test_a_host_that_is_also_a_party_stands_once(context: Context, ids: dict[str, str]) -> None:
    with context.write("Host") as work:
        draft = activities.load(work, ids["activity"])
        activities.save(work, ids["activity"], replace(draft, host_id=ids["funder"]))
    assert _names(context, ids) == ["Implementer", "Funder"]


def test_parties_that_come_and_go_leave_the_rest_of_the_row(context: Context, ids: dict[str, str]) -> None:
    _save(context, ids, logos=(LogoPlace(ids["funder"]), LogoPlace(ids["partner"]), LogoPlace(HOST)))
    with context.write("Parties") as work:
        draft = programmes.load(work, ids["programme"])
        kept = tuple(party for party in draft.parties if party.organisation_id != ids["partner"])
        programmes.save(work, ids["programme"], replace(draft, parties=kept))
    assert _names(context, ids) == ["Funder", "Host", "Implementer"]


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#1B3A63", 11.47)],
)
def test_contrast_is_that_of_the_accessibility_rules(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "code"),
    [
        ("", ""),
        ("#1B3A63", ""),
        ("#767676", ""),
        ("#777777", "colour_too_light"),
        ("#FFCC00", "colour_too_light"),
        ("red", "colour_wrong"),
        ("#12345", "colour_wrong"),
        ("#1234567", "colour_wrong"),
        ("#12345G", "colour_wrong"),
        ("url(http://x)", "colour_wrong"),
        ("#1B3A63\n", ""),
    ],
)
def test_a_colour_is_checked_in_one_sentence(context: Context, ids: dict[str, str], colour: str, code: str) -> None:
    problems = paper_looks.check(paper_looks.LookDraft(colour))
    assert [problem.code for problem in problems] == ([code] if code else [])
    if code:
        assert "{" not in sentence(problems[0].code, problems[0].params)
        with pytest.raises(Invalid):
            _save(context, ids, accent=colour)


def test_whoever_was_faster_is_not_overwritten_and_the_look_goes_back(context: Context, ids: dict[str, str]) -> None:
    with context.read() as view:
        mine = paper_looks.load(view, ids["programme"])
    _save(context, ids, accent="#004000")
    with pytest.raises(Conflict), context.write("Mine") as work:
        paper_looks.save(work, ids["programme"], replace(mine, accent="#000080"))
    with context.write("Back") as work:
        paper_looks.reset(work, ids["programme"])
    with context.read() as view:
        assert view.session.query(PaperLook).count() == 0
        assert paper_looks.load(view, ids["programme"]).version == -1


def test_history_names_the_logos(context: Context, ids: dict[str, str]) -> None:
    _save(context, ids, logos=(LogoPlace(ids["funder"]), LogoPlace(HOST), LogoPlace(ids["partner"], False)))
    with context.read() as view:
        unit = history.list_units(view, "programme", ids["programme"])[0]
        change = history.load_changes(view, unit.id)[0]
    assert {field.field: field.new for field in change.fields}["logos"] == ("Funder", "Host of the activity")


# pictures -----------------------------------------------------------------------------------------------------
def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _bomb(wide: int, high: int) -> bytes:
    """A PNG of few bytes that says it has very many pixels."""
    made = bytearray(_saved(Image.new("1", (64, 64)), "PNG"))
    made[16:24] = wide.to_bytes(4, "big") + high.to_bytes(4, "big")
    made[29:33] = zlib.crc32(made[12:29]).to_bytes(4, "big")
    return bytes(made)


_FRAMES = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
WRONG = {
    "drawing": (b'<?xml version="1.0"?><svg onload="x()"><image href="file:///etc/passwd"/></svg>', "logo_vector"),
    "pdf": (b"%PDF-1.7", "logo_vector"),
    "text": (b"hello", "logo_not_picture"),
    "empty": (b"", "logo_not_picture"),
    "gif": (_saved(_FRAMES[0], "GIF", save_all=True, append_images=_FRAMES[1:]), "logo_not_picture"),
    "moving png": (_saved(_FRAMES[0], "PNG", save_all=True, append_images=_FRAMES[1:]), "logo_moving"),
    "cut": (picture()[:200], "logo_damaged"),
    "beginning only": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "logo_damaged"),
    "bomb": (_bomb(60_000, 60_000), "logo_too_many_pixels"),
    "large": (_bomb(9_000, 9_000), "logo_too_many_pixels"),
    "tiny": (_saved(Image.new("RGB", (8, 8)), "PNG"), "logo_too_small"),
    "heavy": (b"\x89PNG\r\n\x1a\n" + b"\0" * (8 * 1024**2), "logo_too_large"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_a_logo_is_refused_in_words_and_changes_nothing(
    context: Context, ids: dict[str, str], name: str
) -> None:
    content, code = WRONG[name]
    with context.write("Good") as work:
        paper_logos.set_logo(work, ids["funder"], picture(), "good.png")
    with pytest.raises(Refused) as told, context.write("Logo") as work:
        paper_logos.set_logo(work, ids["funder"], content, "x.png")
    assert told.value.code == code
    assert code in all_sentences()
    assert "{" not in sentence(code, told.value.params)
    with context.read() as view:
        kept = paper_logos.kept(view, ids["funder"])
        assert kept is not None
        assert kept.file_name == "good.png"


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK"])
def test_pictures_of_any_mode_become_logos(context: Context, ids: dict[str, str], mode: str) -> None:
    made = Image.new("RGB", (90, 60), "navy").convert(mode)
    content = _saved(made, "JPEG" if mode == "CMYK" else "PNG")
    with context.write("Logo") as work:
        paper_logos.set_logo(work, ids["funder"], content, "x")
    from app.documents.logos import LogoRow

    with context.read() as view:
        logos = paper_parts.event(view, ids["activity"], "en").logos
    row = LogoRow(logos).rows[0]
    assert row[1].picture is not None
    assert row[1].width / row[1].height == pytest.approx(1.5)


def test_the_newest_logo_takes_the_place_of_the_former(context: Context, ids: dict[str, str], tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        (tmp_path / name).write_bytes(picture())
        with context.write("Logo") as work:
            paper_logos.set_logo(work, ids["funder"], paper_logos.read(tmp_path / name), name)
    with context.read() as view:
        rows = {row.party: row.file_name for row in paper_looks.list_rows(view, ids["programme"])}
    assert rows[ids["funder"]] == "two.png"
    with pytest.raises(Refused):
        paper_logos.read(tmp_path / "missing.png")
    with pytest.raises(Refused):
        paper_logos.read(tmp_path)
