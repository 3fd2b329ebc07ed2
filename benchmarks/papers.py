"""Plain data of the papers that are measured: a bilingual event with 500 holders, an agenda of three full weeks."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO

from app.core.signed_code import SignedFacts, encode
from app.core.vocabulary import ActivityKind, CertificateKind, SessionKind
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaPaper, Speaker
from app.documents.certificate_data import Certificate, CertificateEvent, CertificatesPaper, Signatory
from app.documents.logos import Logo
from app.documents.texts import PersonName, Text
from benchmarks import delegation

CERTIFICATES = 1_000
#: As many as the office program is given to convert.
FEW_CERTIFICATES = 30
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
    """Certificates in Ukrainian and English: logos, names in both scripts, a signed code on each."""
    event = CertificateEvent(
        ActivityKind.MENTORING_VISIT,
        _TITLE,
        date(2023, 10, 2),
        date(2023, 10, 20),
        "Centre for European Perspective (CEP)",
        _PLACE,
        topics=(Text("система цивільного захисту громади", "municipal civil protection system"),),
        signatories=(Signatory(_MENTOR, Text("Ментор візиту", "Mentor of the visit")),),
        logos=(Logo("CEP", logo_file("#1B3A63")), Logo("Domžale", logo_file("#8C1D18"))),
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
    return CertificatesPaper(CertificateKind.ATTENDANCE, event, _signed(event, certificates))


def _signed(event: CertificateEvent, certificates: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    """With the code that the QR holds; it is made when a certificate is issued, so it is not part of printing."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return tuple(
        replace(
            one,
            signed=encode(
                SignedFacts(
                    number=one.number,
                    name=one.holder.formal("en"),
                    native=one.holder.formal("uk"),
                    event=event.title.first,
                    issuer=event.issuer,
                    start=event.start,
                    end=event.end,
                    issued_on=one.issued,
                    minutes=84 * 60,
                    kind="attendance",
                ),
                key,
            ),
        )
        for one in certificates
    )


def logo_file(colour: str) -> bytes:
    """A logo as organisations send them: a PNG of some hundred dots."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (420, 180), "white")
    drawn = ImageDraw.Draw(picture)
    for number in range(4):
        drawn.rectangle((20 + 45 * number, 150 - 35 * number, 50 + 45 * number, 165), fill=colour)
    drawn.ellipse((240, 40, 400, 160), outline=colour, width=14)
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


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
