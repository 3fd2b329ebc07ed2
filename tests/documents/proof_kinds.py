"""Further kinds of papers, for the eye (``make proofs``): what one sample of each paper does not show.

Sign-in sheets of all kinds, certificates of completion and made again, blank badges, lists with documents, two tents on
a sheet, logos with pictures.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from app.core.i18n import N_
from app.core.vocabulary import CertificateKind
from app.documents import badges, certificates, name_tents, participant_list, sign_in_sheet
from app.documents.badges import Badge, BadgeOptions, BadgePaper
from app.documents.certificate_data import CertificateOptions, CertificatesPaper
from app.documents.logos import Logo
from app.documents.name_tents import TentOptions
from app.documents.participant_data import ParticipantOptions, ParticipantPaper
from app.documents.sign_in_data import SignInOptions, SignInPaper
from app.documents.speech import speech
from app.documents.texts import PersonName
from tests.documents import more_samples as more
from tests.documents import proof_samples as made
from tests.documents import samples
from tests.documents.proof_content import Proof

_FIRST = date(2023, 10, 2)


def pictures() -> tuple[Logo, ...]:
    """A wide mark, the emblem, a name without a picture, a shield."""
    from PIL import Image, ImageDraw

    def drawn(width: int, height: int, ground: str, stripe: str) -> bytes:
        image = Image.new("RGB", (width, height), ground)
        ImageDraw.Draw(image).rectangle((0, height // 3, width, height // 2), fill=stripe)
        buffer = BytesIO()
        image.save(buffer, "PNG")
        return buffer.getvalue()

    return (
        Logo("Centre for European Perspective (CEP)", drawn(400, 300, "#c0392b", "#ffffff")),
        Logo("European Union", drawn(450, 300, "#003399", "#ffcc00"), emblem=True),
        Logo("Ministry of Foreign and European Affairs Republic of Slovenia"),
        Logo("Municipality of Domžale", drawn(240, 300, "#cfe3cf", "#1d6b2f")),
    )


def _halves(first: str, second: str) -> SignInPaper:
    """Two sheets of a day, with the column of addresses that a funder demands (PL-5)."""
    paper, said = more.sign_in(first, second), speech(first, second)
    (day,) = paper.days
    signers = tuple(replace(one, contact="oksana.hrytsenko@zavodske-rada.example.org") for one in day.participants)
    parts = (said.say(N_("Morning")), said.say(N_("Afternoon")))
    return replace(paper, days=tuple(replace(day, part=part, participants=signers) for part in parts), contact="email")


def _delegations(first: str, second: str) -> SignInPaper:
    """A sheet for a delegation, one for those who are of none (PL-4)."""
    paper, t = more.sign_in(first, second), samples.Said(first, second)
    (day,) = paper.days
    guests = replace(day, delegation=t("Zavodske"), participants=day.participants[:4], staff=())
    others = replace(day, delegation=t("Experts"), participants=day.participants[4:], walk_ins=False)
    return replace(paper, days=(guests, others))


def _days(first: str, second: str) -> SignInPaper:
    """One lying sheet for five days; some people are not there on the third (PL-5)."""
    paper = more.sign_in(first, second)
    (day,) = paper.days
    span = tuple((number + 1, _FIRST + timedelta(number)) for number in range(5))
    away = tuple(
        replace(one, away=frozenset({span[2][1]}) if number % 3 == 1 else frozenset())
        for number, one in enumerate(day.participants)
    )
    return replace(paper, days=(replace(day, span=span, times="", participants=away),))


def _again(first: str, second: str) -> CertificatesPaper:
    """A certificate made again, with its dense code (CN-2)."""
    paper = more.certificates(first, second, 1)
    (one,) = paper.certificates
    twin = replace(one, duplicate=True, first_issued=one.issued, issued=date(2024, 3, 5), signed="MD1:" + "A7KQ2M" * 40)
    return replace(paper, certificates=(twin,), event=replace(paper.event, logos=pictures(), stamp=True))


def _completed(first: str, second: str) -> CertificatesPaper:
    paper = more.certificates(first, second, 1, CertificateKind.COMPLETION)
    return replace(paper, event=replace(paper.event, logos=pictures()))


def _blank(first: str, second: str) -> BadgePaper:
    """Badges for walk-ins."""
    t = samples.Said(first, second)
    return replace(
        more.badges(first), badges=(Badge(PersonName("", ""), t("Participant"), blank=True),) * 8, logos=pictures()
    )


def _with_documents(first: str, second: str) -> ParticipantPaper:
    paper = more.participants(first, second)
    groups = tuple(
        replace(
            group,
            persons=tuple(
                replace(one, born=date(1980, 5, 17), passport="FU123456", passport_until=date(2031, 5, 17))
                for one in group.persons
            ),
        )
        for group in paper.groups
    )
    return replace(paper, groups=groups, logos=pictures())


def _sheets(photo: bool) -> Callable[[Any, str, str], bytes]:
    return lambda data, one, two: sign_in_sheet.build(data, SignInOptions(one, two, photo_consent=photo))


def _certified(data: Any, one: str, two: str) -> bytes:
    return certificates.build(data, CertificateOptions(one, two))


KINDS = (
    Proof("sign-in-halves", _halves, _sheets(photo=True)),
    Proof("sign-in-delegations", _delegations, _sheets(photo=False)),
    Proof("sign-in-days", _days, _sheets(photo=True)),
    Proof(
        "participants-documents",
        _with_documents,
        lambda data, one, two: participant_list.build(data, ParticipantOptions(one, two, True, True)),
    ),
    Proof("badges-blank", _blank, lambda data, one, two: badges.build(data, BadgeOptions(one, two))),
    Proof("tents-two", made.tents, lambda data, one, two: name_tents.build(data, TentOptions(one, two, 2))),
    Proof("certificate-completion", _completed, _certified),
    Proof("certificate-duplicate", _again, _certified),
)
