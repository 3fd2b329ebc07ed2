"""What somebody new saw on paper and did not expect: towns in two scripts, a line said twice, no page for a crowd."""

from pathlib import Path

from app.core.vocabulary import OrganisationType, ParticipationRole
from app.models.organisations import Organisation
from app.services import paper_parts, paper_samples, participations, people
from app.services.context import Context
from app.services.paper_samples import Trial
from app.services.people import PersonDraft
from app.services.printing import PAPERS, Paper, PaperOptions
from tests.documents.paper_reading import text
from tests.services.programme_of_visits import build


def test_a_town_known_in_latin_letters_gives_way_to_the_name_in_cyrillic(context: Context) -> None:
    """«Домжале – Lubny» is no line of a Ukrainian letter where the hromada's Ukrainian name is known."""
    town = build(context)
    with context.write("Towns") as work:
        host, guest = work.session.get(Organisation, town.host), work.session.get(Organisation, town.guest)
        assert host is not None
        assert guest is not None
        host.name, host.town = {"en": "Domžale", "uk": "Домжале"}, "Domžale"
        guest.name, guest.town = {"en": "Lubny", "uk": "Лубенська громада"}, "Lubny"
        guest.type = OrganisationType.HROMADA
    with context.read() as view:
        lines = paper_parts.event(view, town.visit, "uk", "en").partnership
    assert lines == ("Домжале – Лубенська громада", "Domžale – Lubny")


def test_a_letter_is_shown_for_a_large_group_that_experts_lead(context: Context, tmp_path: Path) -> None:
    """The page beside the words is made for two of the guests, not for whoever was written down first."""
    town = build(context)
    with context.write("A crowd") as work:
        for row in participations.list_rows(work, town.visit):
            participations.delete(work, row.id)
        made = [people.create(work, PersonDraft(given_name=f"Ivan{n}", family_name="Bojko")) for n in range(60)]
        participations.add(work, town.visit, made[:30], ParticipationRole.EXPERT)
        participations.add(work, town.visit, made[30:], ParticipationRole.MENTEE)
        programme = work.session.get(Organisation, town.host)
        assert programme is not None
    with context.read() as view:
        shown = paper_samples.sample(view, town.programme, Paper.LETTERS.value, Trial("en"))
    assert not shown.borrowed
    assert "Ivan" in text(shown.content)


def test_an_event_called_by_its_towns_says_them_once(context: Context) -> None:
    town = build(context)
    with context.read() as view:
        line = paper_parts.event(view, town.visit, "en").partnership.first
    told = {}
    for title in (line, "Waste water"):
        with context.write("Title") as work:
            from app.models.activities import Activity

            row = work.session.get(Activity, town.visit)
            assert row is not None
            row.title = {"en": title}
        with context.read() as view:
            first = text(PAPERS[Paper.AGENDA].make(view, town.visit, PaperOptions(), None)).split("Dates")[0]
        told[title] = first.count(line)
    # The running head and the footer of later pages come after the dates.
    assert told == {line: told["Waste water"], "Waste water": told["Waste water"]}
