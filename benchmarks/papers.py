"""Plain data of the papers that are measured: a bilingual event with 500 holders, an agenda of three full weeks."""

from datetime import date, time, timedelta
from decimal import Decimal

from app.core.vocabulary import ActivityKind, CertificateKind, SessionKind
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaPaper, Speaker
from app.documents.certificate_data import Certificate, CertificateEvent, CertificatesPaper, Signatory
from app.documents.texts import PersonName, Text
from benchmarks import delegation

CERTIFICATES = 500
LANGUAGES = ("uk", "en")
_MENTOR = PersonName("Matej", "Zupan", sex="m")
_TITLE = Text(
    "Цивільний захист і реагування на природні та інші лиха",
    "Civil protection and response to natural and other disasters",
)
_PLACE = Text("Домжале, Словенія", "Domžale, Slovenia")
_ITEMS = (
    ("Registration", "", "Foyer of the town hall", SessionKind.REGISTRATION),
    (
        "The municipality and its civil protection system",
        "Tasks of the municipality, the civil defence headquarters and public services.",
        "Domžale, council hall",
        SessionKind.LECTURE,
    ),
    ("Coffee break", "", "Foyer of the town hall", SessionKind.COFFEE_BREAK),
    (
        "Response to the floods and what was changed since",
        "Damage, temporary works, command of volunteer and professional fire brigades over several days.",
        "Domžale, fire station",
        SessionKind.LECTURE,
    ),
    ("Lunch", "", "Hotel restaurant", SessionKind.MEAL),
    (
        "Risk assessment and the municipal protection plan",
        "Work in two groups with the plan of the host municipality.",
        "Training centre, Ig",
        SessionKind.WORKSHOP,
    ),
    (
        "Work with the mentor on the strategic document",
        "Aims, measures, owners and dates; what the council has to decide.",
        "Domžale, council hall",
        SessionKind.MENTORING_WORK,
    ),
    ("Transfer to the hotel", "", "Main entrance", SessionKind.TRANSFER),
)


def certificates_paper(count: int) -> CertificatesPaper:
    """Certificates of attendance in Ukrainian and English, each with names in both scripts."""
    event = CertificateEvent(
        ActivityKind.MENTORING_VISIT,
        _TITLE,
        date(2023, 10, 2),
        date(2023, 10, 20),
        "Centre for European Perspective (CEP)",
        _PLACE,
        topics=(Text("система цивільного захисту громади", "municipal civil protection system"),),
        signatories=(Signatory(_MENTOR, Text("Ментор візиту", "Mentor of the visit")),),
        programme=Text("Відбудова України", "Post-conflict Reconstruction in Ukraine"),
    )
    holders = [
        PersonName(row[2], row[1], row[5] or "Olena", row[4] or "Kovalenko", row[3], "f" if row[6] == "ж" else "m")
        for row in delegation.people(count)
    ]
    certificates = tuple(
        Certificate(name, Decimal(84), f"CEP-UA-2023-{n:04d}", f"7KQ2M-{n:05d}", date(2023, 10, 20), _PLACE)
        for n, name in enumerate(holders, 1)
    )
    return CertificatesPaper(CertificateKind.ATTENDANCE, event, certificates)


def agenda_paper(weeks: int = 5) -> AgendaPaper:
    """An agenda of working days with eight items each, long enough for a dozen pages."""
    first = date(2023, 10, 2)
    days = [first + timedelta(days=7 * week + day) for week in range(weeks) for day in range(5)]
    return AgendaPaper(
        "CEP-UA-V01",
        ActivityKind.MENTORING_VISIT,
        Text(_TITLE.second),
        tuple(_day(day) for day in days),
        partnership=Text("Domžale – Zavodske"),
        start=days[0],
        end=days[-1],
        places=Text(_PLACE.second),
        organiser="Centre for European Perspective (CEP)",
    )


def _day(day: date) -> AgendaDay:
    items = tuple(
        AgendaItem(
            Text(title),
            kind,
            time(9 + number),
            time(9 + number, 50),
            Text(text),
            (Speaker(_MENTOR, Text("mentor, Civil Defence of the Municipality")),) if text else (),
            Text(venue),
            Text("UK consecutive" if text else ""),
        )
        for number, (title, text, venue, kind) in enumerate(_ITEMS)
    )
    return AgendaDay(day, items, place=Text("Domžale"), theme=Text("Civil protection in the municipality"))
