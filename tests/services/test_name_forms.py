"""Names in the dative: proposed, confirmed by somebody, then and only then on paper (CE-5 to CE-7)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.core.errors import Invalid, NotFound, Refused
from app.core.vocabulary import CertificateKind
from app.models.people import Person
from app.services import (
    attendance,
    certificate_paper,
    certificates,
    dative_names,
    name_forms,
    paper_templates,
    people,
    people_merging,
    printing,
    records,
)
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.name_forms import FormChoice, FormState
from app.services.paper_kinds import Paper, PaperOptions
from app.services.paper_templates import TemplateDraft
from tests.documents import word_files
from tests.documents.paper_reading import reader, text
from tests.services import programme_of_visits
from tests.services.programme_of_visits import Town, item

DAY = date(2023, 10, 12)
GIVEN_TO = {"attendance.before": {"uk": "Виданий {holder_dative}"}}
UK = PaperOptions("uk", kind=CertificateKind.ATTENDANCE)


@pytest.fixture
def town(context: Context) -> Town:
    made = programme_of_visits.build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "12:00")
    return made


def _everybody_present(context: Context, town: Town) -> None:
    with context.write("Marks") as work:
        attendance.mark_all_present(work, town.visit)


def _words(context: Context, town: Town, paper: str, texts: dict[str, dict[str, str]]) -> None:
    with context.write("Words") as work:
        version = paper_templates.load(work, town.programme, paper).version
        paper_templates.save(work, town.programme, paper, TemplateDraft(texts, version))


def test_a_proposal_is_no_confirmed_form(context: Context, town: Town) -> None:
    with context.read() as view:
        found = {row.language: row for row in name_forms.of_person(view, town.guests[0])}
        # Юлія Їжакевич: the given name is declined, the woman's family name in -ич is not.
        assert (found["uk"].text, found["uk"].state) == ("Юлії Їжакевич", FormState.PROPOSED)
        assert (found["lv"].text, found["lv"].state) == ("", FormState.MISSING)
        assert name_forms.confirmed(view, town.guests, ("uk", "lv")) == {}


def test_it_is_confirmed_as_typed_and_falls_back_to_a_question_when_the_name_changes(
    context: Context, town: Town
) -> None:
    one = town.guests[0]
    with context.write("Confirm") as work:
        assert name_forms.confirm(work, [FormChoice(one, "uk", "  Юлії\nЇжакевич "), FormChoice(one, "lv", "")]) == 1
    with context.read() as view:
        assert name_forms.confirmed(view, [one], ("uk", "lv")) == {one: {"uk": "Юлії Їжакевич"}}
    with context.write("Married") as work:
        people.save(work, one, replace(people.load(work, one), family_name="Бондаренко"))
    with context.read() as view:
        assert name_forms.confirmed(view, [one], ("uk",)) == {}
        [row] = name_forms.rows(view, [one], ("uk",))
        assert (row.state, row.text) == (FormState.CHANGED, "Юлії Бондаренко")
    with context.write("Back") as work:
        people.save(work, one, replace(people.load(work, one), family_name="Їжакевич"))
    with context.read() as view:
        assert name_forms.confirmed(view, [one], ("uk",)) == {one: {"uk": "Юлії Їжакевич"}}


def test_bad_forms_are_refused_and_nothing_is_kept(context: Context, town: Town) -> None:
    good = FormChoice(town.guests[0], "uk", "Юлії")
    for bad in (FormChoice(town.guests[1], "uk", "я" * 301), FormChoice(town.guests[1], "xx", "Тарасу")):
        with pytest.raises(Invalid), context.write("Bad") as work:
            name_forms.confirm(work, [good, bad])
    with pytest.raises(NotFound), context.write("Gone") as work:
        name_forms.confirm(work, [good, FormChoice("0" * 32, "uk", "Тарасу")])
    with context.read() as view:
        assert name_forms.confirmed(view, town.guests, ("uk",)) == {}


def test_merging_people_keeps_the_form_that_somebody_confirmed(context: Context, town: Town) -> None:
    keep, other = town.guests[0], town.guests[2]
    with context.write("Forms") as work:
        name_forms.keep(work, FormChoice(keep, "uk", "Юлії з файлу"))
        name_forms.confirm(work, [FormChoice(other, "uk", "Ользі Савчук")])
        name_forms.confirm(work, [FormChoice(other, "lv", "Olgai Savčukai")])
    with context.write("Merge") as work:
        people_merging.merge(work, keep, other)
    with context.read() as view:
        rows = {row.language: row for row in name_forms.rows(view, [keep], ("uk", "lv"))}
        # Confirmed, but for the name of the one who is gone: it is asked about again.
        assert rows["uk"].state is FormState.CHANGED
        assert rows["lv"].state is FormState.CHANGED
        assert name_forms.confirmed(view, [keep], ("uk", "lv")) == {}


def test_certificates_hold_the_form_that_was_confirmed_when_they_were_issued(context: Context, town: Town) -> None:
    one, two, _three = town.guests
    _everybody_present(context, town)
    _words(context, town, "certificates", GIVEN_TO)
    with context.read() as view:
        [warning] = dative_names.warnings(view, Paper.CERTIFICATES, town.visit, UK)
        assert (warning.code, warning.n, warning.tab) == ("paper_dative_unconfirmed", 3, dative_names.TAB)
        assert dative_names.warnings(view, Paper.CERTIFICATES, town.visit, PaperOptions("en")) == ()
        assert dative_names.warnings(view, Paper.BADGES, town.visit, UK) == ()
    with context.write("Confirm") as work:
        name_forms.confirm(work, [FormChoice(one, "uk", "Юлії Їжакевич")])
    with context.write("Issue") as work:
        idents = certificates.issue(work, town.visit, town.guests, IssueOptions(DAY, language="uk"))
    first = _printed(context, idents)
    pages = [page.extract_text() for page in reader(first).pages]
    assert "Виданий" in pages[0]
    assert "Юлії Їжакевич" in pages[0]
    assert all("Виданий" not in page and "за участь у програмі" in page for page in pages[1:])
    with context.read() as view:
        # Nobody is left who has no certificate: nothing is asked any more.
        assert dative_names.warnings(view, Paper.CERTIFICATES, town.visit, UK) == ()
        assert certificates.load_snapshot(view, idents[0])["person"]["dative"] == {"uk": "Юлії Їжакевич"}
        assert "dative" not in certificates.load_snapshot(view, idents[1])["person"]
    with context.write("Later") as work:
        name_forms.confirm(work, [FormChoice(one, "uk", "Інакше"), FormChoice(two, "uk", "Тарасові Дорошенку")])
    assert _printed(context, idents) == first


def _printed(context: Context, idents: tuple[str, ...]) -> bytes:
    from app.documents import certificates as paper

    with context.read() as view:
        return paper.build_parts(certificate_paper.parts(view, idents))


def test_words_without_the_dative_freeze_no_form(context: Context, town: Town) -> None:
    _everybody_present(context, town)
    with context.write("Confirm") as work:
        name_forms.confirm(work, [FormChoice(town.guests[0], "uk", "Юлії Їжакевич")])
        [ident] = certificates.issue(work, town.visit, town.guests[:1], IssueOptions(DAY, language="uk"))
        assert "dative" not in certificates.load_snapshot(work, ident)["person"]


def test_letters_use_the_names_only_when_all_are_confirmed(context: Context, town: Town) -> None:
    _words(context, town, "letters", {"opening": {"uk": "Запрошення надано {persons_dative}."}})
    options = PaperOptions("uk")
    with context.read() as view:
        before = text(printing.make(view, Paper.LETTERS, town.visit, options).content)
        codes = {one.code for one in dative_names.warnings(view, Paper.LETTERS, town.visit, options)}
    assert "Запрошення надано" not in before
    assert "dative" not in before
    assert codes == {"paper_dative_unconfirmed"}
    with context.write("Two of three") as work:
        name_forms.confirm(
            work, [FormChoice(one, "uk", name) for one, name in zip(town.guests, _NAMES[:2], strict=False)]
        )
    with context.read() as view:
        assert "Запрошення надано" not in text(printing.make(view, Paper.LETTERS, town.visit, options).content)
        # A letter for those two alone has both.
        two = replace(options, person_ids=town.guests[:2])
        assert "Запрошення надано" in text(printing.make(view, Paper.LETTERS, town.visit, two).content)
    with context.write("All") as work:
        name_forms.confirm(work, [FormChoice(one, "uk", name) for one, name in zip(town.guests, _NAMES, strict=True)])
    with context.read() as view:
        after = text(printing.make(view, Paper.LETTERS, town.visit, options).content).replace("\n", " ")
        assert dative_names.warnings(view, Paper.LETTERS, town.visit, options) == ()
    assert all(name in after for name in _NAMES)


_NAMES = ("Юлії Їжакевич", "Тарасу Дорошенку", "Ользі Савчук")


def test_a_word_letter_with_unconfirmed_names_is_refused_in_words(context: Context, town: Town, tmp_path: Path) -> None:
    template = word_files.letter([["Видано: {persons_dative}"]], [["{person_number}", "{person_dative}"]])
    with context.write("Template") as work:
        paper_templates.set_word(work, town.programme, "letters", template, "letter.docx")
    options = PaperOptions("uk")
    with context.read() as view, pytest.raises(Refused) as refused:
        printing.make_other(view, Paper.LETTERS, ".docx", town.visit, options)
    assert refused.value.code == "name_form_unconfirmed"
    with context.read() as view:
        assert [one.code for one in dative_names.warnings(view, Paper.LETTERS, town.visit, options)] == [
            "letter_dative_unconfirmed"
        ]
    with context.write("All") as work:
        name_forms.confirm(work, [FormChoice(one, "uk", name) for one, name in zip(town.guests, _NAMES, strict=True)])
    with context.read() as view:
        made = printing.make_other(view, Paper.LETTERS, ".docx", town.visit, options).content
    told = word_files.everything(made)
    assert all(told.count(name) == 2 for name in _NAMES)


def test_who_is_gone_takes_the_forms_along(context: Context, town: Town) -> None:
    with context.write("Confirm") as work:
        name_forms.confirm(work, [FormChoice(town.guests[0], "uk", "Юлії")])
    with context.write("Delete") as work:
        people.delete(work, town.guests[0])
    with context.read() as view:
        assert name_forms.rows(view, town.guests, ("uk",))[0].person_id == town.guests[1]
        with pytest.raises(NotFound):
            records.fetch(view, Person, town.guests[0])
