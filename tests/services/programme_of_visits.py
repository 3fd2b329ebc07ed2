"""A small programme for tests: two towns, three guests, a speaker, an interpreter, a visit of three days."""

from dataclasses import dataclass
from datetime import date, datetime

from app.core.dates import PartialDate
from app.core.vocabulary import ParticipationRole, SessionKind, Sex
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme, Signatory
from app.services import activities, agendas, participations
from app.services.context import Context
from app.storage.work import Work

MONDAY = date(2023, 10, 9)


@dataclass(frozen=True)
class Town:
    """The ids of what was made."""

    programme: str
    partnership: str
    host: str
    guest: str
    speaker: str
    interpreter: str
    guests: tuple[str, ...]
    visit: str


def build(context: Context) -> Town:
    """Make it all in one unit of work."""
    with context.write("Sample for tests") as work:
        return _build(work)


def _build(work: Work) -> Town:
    programme = work.add(
        Programme(
            code="CEP-UA",
            title={"en": "Reconstruction"},
            start=PartialDate.parse("2023"),
            end=PartialDate.parse("2024"),
        )
    )
    host = work.add(Organisation(code="ORG-0001", name={"en": "Domžale"}, country="SI"))
    guest = work.add(Organisation(code="ORG-0002", name={"en": "Zavodske", "uk": "Заводське"}, country="UA"))
    partnership = work.add(Partnership(programme_id=programme, code="CEP-UA-P01", title="Domžale – Zavodske"))
    work.add(Signatory(programme_id=programme, name="Barbara Zupan", position={"en": "Director"}))
    names = [("Юлія", "Їжакевич", Sex.FEMALE), ("Тарас", "Дорошенко", Sex.MALE), ("Ольга", "Савчук", Sex.FEMALE)]
    guests = tuple(
        work.add(
            Person(code=f"P-0000{n}", given_name=given, family_name=family, sex=sex, country="UA", search_text=family)
        )
        for n, (given, family, sex) in enumerate(names, start=1)
    )
    speaker = work.add(Person(code="P-00008", given_name="Irena", family_name="Kovač", sex=Sex.FEMALE))
    interpreter = work.add(Person(code="P-00009", given_name="Olha", family_name="Marchenko", sex=Sex.FEMALE))
    visit = activities.create(
        work,
        activities.ActivityDraft(
            programme_id=programme,
            partnership_id=partnership,
            title={"en": "Domžale – Zavodske"},
            start=PartialDate.of(MONDAY),
            end=PartialDate.of(date(2023, 10, 11)),
            country="SI",
            host_id=host,
            languages=("en", "uk"),
            visit=activities.VisitDraft(guest_id=guest),
        ),
    )
    participations.add(work, visit, guests)
    participations.add(work, visit, [speaker], ParticipationRole.SPEAKER)
    return Town(programme, partnership, host, guest, speaker, interpreter, guests, visit)


def at(day: int, clock: str) -> datetime:
    """A time in October 2023."""
    hour, minute = clock.split(":")
    return datetime(2023, 10, day, int(hour), int(minute))


def item(
    work: Work, activity: str, day: int, start: str, end: str, kind: SessionKind = SessionKind.LECTURE, **more: object
) -> str:
    """Put an item on an agenda of October 2023; gives its id."""
    given = {"title": {"en": f"Item {start}", "uk": f"Пункт {start}"}, **more}
    draft = agendas.SessionDraft(activity, at(day, start), at(day, end), kind, **given)  # type: ignore[arg-type]
    return agendas.create(work, draft)
