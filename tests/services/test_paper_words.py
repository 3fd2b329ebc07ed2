"""Every place for own words that the window offers changes the paper, in every language, and prints text as text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.i18n import LANGUAGES
from app.core.vocabulary import CertificateKind
from app.documents.own_words import Slot
from app.models.activities import Activity
from app.services import (
    activities,
    agenda_moves,
    paper_parts,
    paper_samples,
    paper_templates,
    paper_word,
    printing,
    programmes,
)
from app.services.context import Context
from app.services.paper_samples import Trial
from app.services.paper_shelf import SHELF
from app.services.printing import Paper, PaperOptions
from app.services.programmes import ProgrammeDraft
from tests.documents.paper_reading import text as text_of
from tests.services import verbs_ground

#: Latin letters of all five languages, and what a hostile hand would type.
SENTINEL = "Özžšģa"
HOSTILE = "<b>x</b> & <img src=x> =HYPERLINK(1) 🎉"
SLOTS = [(key, slot) for key, one in SHELF.items() for slot in one.slots]
IDS = [f"{key}.{slot.key}" for key, slot in SLOTS]


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The full data file, with an event in Ukraine."""
    path = tmp_path_factory.mktemp("words") / "full.mdesk"
    verbs_ground.build(path)
    context = Context.open(path)
    with context.write("An event in Ukraine") as work:
        found = verbs_ground.ident(work, Activity, code="CEP-UA-V02")
        day = PartialDate.of(date(2023, 11, 6))
        activities.save(work, found, replace(activities.load(work, found), country="UA", start=day, end=day))
        agenda_moves.copy_day(work, verbs_ground.visit(work), date(2023, 10, 9), date(2023, 11, 6), found)
    yield context
    verbs_ground.close(context)


def _printed(context: Context, paper: str, slot: Slot, language: str, text: str, second: str = "") -> str:
    prefix = slot.key.partition(".")[0]
    kind = CertificateKind(prefix) if prefix in SHELF[paper].groups else CertificateKind.ATTENDANCE
    trial = Trial(
        language,
        second,
        texts={slot.key: {code: text for code in (language, second) if code}},
        kind=kind,
        variant=paper_samples.variant_of(slot.key),
    )
    with context.read() as view:
        made = paper_samples.sample(view, verbs_ground.programme(view), paper, trial)
    assert not made.borrowed
    return " ".join(text_of(made.content).split())


@pytest.mark.parametrize(("paper", "slot"), SLOTS, ids=IDS)
def test_own_words_are_on_the_paper_in_every_language(ground: Context, paper: str, slot: Slot) -> None:
    for language in LANGUAGES:
        assert SENTINEL.casefold() in _printed(ground, paper, slot, language, SENTINEL).casefold(), language


@pytest.mark.parametrize(("paper", "slot"), SLOTS, ids=IDS)
def test_every_placeholder_that_is_offered_is_filled(ground: Context, paper: str, slot: Slot) -> None:
    text = f"{SENTINEL} " + " ".join(f"{place}={{{place}}}" for place in slot.places)
    said = _printed(ground, paper, slot, "en", text, "uk").casefold()
    assert SENTINEL.casefold() in said
    for place in slot.places:
        assert "{" + place + "}" not in said


@pytest.mark.parametrize(("paper", "slot"), SLOTS, ids=IDS)
def test_hostile_words_are_printed_as_text(ground: Context, paper: str, slot: Slot) -> None:
    said = _printed(ground, paper, slot, "en", HOSTILE).casefold()
    for part in ("<b>x</b>", "<img", "src=x>", "=hyperlink(1)"):
        assert part in said


def test_the_starting_template_prints_a_letter_with_everything_filled(ground: Context) -> None:
    """The example of the window, chosen as it is, gives a Word letter without a brace, with every person in it."""
    from docx import Document

    with ground.write("Word") as work:
        programme, visit = verbs_ground.programme(work), verbs_ground.visit(work)
        paper_templates.set_word(work, programme, "letters", paper_word.example(work, programme, "en"), "letter.docx")
    with ground.read() as view:
        made = printing.make_other(view, Paper.LETTERS, ".docx", visit, PaperOptions("en"))
        guests = [
            person.family_latin or person.family_name
            for person in {p.id: p for _, p in paper_parts.standing_participations(view, visit)}.values()
        ]
    ground.undo()
    document = Document(BytesIO(made.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert "{" not in said
    assert "Invitation to the mentoring visit" in said
    assert sum(name.casefold() in said.casefold() for name in guests) >= 10


def test_a_programme_without_activities_sees_its_words_on_those_of_another(ground: Context, context: Context) -> None:
    with ground.write("New") as work:
        fresh = programmes.create(work, ProgrammeDraft(code="NEW-ONE", title={"en": "Brand new programme"}))
    with ground.read() as view:
        made = paper_samples.sample(view, fresh, "certificates", Trial(texts={"attendance.title": {"en": SENTINEL}}))
        assert paper_templates.texts_of(view, fresh) == {}  # nothing tried is left behind
    ground.undo()
    said = text_of(made.content)
    assert made.borrowed
    assert SENTINEL.casefold() in said.casefold()
    assert "Brand new programme" in " ".join(said.split())
    with context.write("Alone") as work:
        alone = programmes.create(work, ProgrammeDraft(code="ALONE", title={"en": "Alone"}))
    with context.read() as view, pytest.raises(Refused) as told:
        paper_samples.sample(view, alone, "certificates", Trial())
    assert told.value.code == "paper_no_sample"


def test_the_example_on_a_ukrainian_certificate_is_somebody_whom_ukrainian_writes_in_cyrillic(ground: Context) -> None:
    with ground.read() as view:
        visit = verbs_ground.visit(view)
        people = [person for _, person in paper_parts.standing_participations(view, visit)]
        people.sort(key=lambda person: paper_parts.person_name(person).native_in("uk"))  # the others come first
        assert not paper_parts.person_name(people[0]).native_in("uk")
        ident, name = paper_samples._holder(people, "uk")
        assert name.native_in("uk")
        assert ident in {person.id for person in people}
        assert paper_samples._holder(people, "en")[0] == people[0].id
    assert paper_samples._holder([], "uk")[0] == ""
