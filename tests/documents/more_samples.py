"""Certificates, lists, letters, badges, money and report of the same visit."""

from datetime import date
from decimal import Decimal

from app.core.vocabulary import (
    ActivityForm,
    ActivityKind,
    ActivityStatus,
    CertificateKind,
    DeliverableStage,
    ParticipationRole,
)
from app.documents.badges import Badge, BadgePaper, Bar
from app.documents.budget_report import BudgetHeading, BudgetLine, BudgetPaper
from app.documents.certificate_data import Certificate, CertificateEvent, CertificatesPaper, Signatory
from app.documents.letter_data import InvitationPaper, InvitedPerson
from app.documents.participant_list import ListedGroup, ListedPerson, ParticipantPaper
from app.documents.programme_report import (
    ReportedActivity,
    ReportedDeliverable,
    ReportedMoney,
    ReportedRole,
    ReportPaper,
)
from app.documents.sign_in_sheet import SheetDay, Signer, SignInPaper
from app.documents.texts import PersonName, Text
from tests.documents import samples as s

s.TEXTS.update(
    {
        "Programme coordinator": ("Координаторка програми", "koordinatorka programa"),
        "Mentor of the visit": ("Ментор", "mentor"),
        "CEP": ("CEP", "Center za evropsko prihodnost"),
        "Municipality of Domžale": ("громада Домжале", "Občina Domžale"),
        "municipal civil protection system": ("система цивільного захисту громади", "sistem civilne zaščite občine"),
        "experience of the 2023 floods": ("досвід повеней 2023 року", "izkušnje s poplavami leta 2023"),
        "fire brigades": ("пожежна охорона", "gasilske enote"),
        "warning of the population": ("оповіщення населення", "opozarjanje prebivalcev"),
        "risk assessment and protection plan": ("оцінка ризиків і план захисту", "ocena ogroženosti in načrt zaščite"),
        "Mentoring visit Domžale – Zavodske": (
            "Менторський візит Домжале – Заводське",
            "Mentorski obisk Domžale – Zavodske",
        ),
        "Municipality of Domžale, council hall": ("громада Домжале, зала засідань", "Občina Domžale, sejna dvorana"),
        "the Centre for European Perspective": ("Центр європейської перспективи", "Center za evropsko prihodnost"),
        "head of the civil protection unit": (
            "начальниця відділу цивільного захисту",
            "vodja enote za civilno zaščito",
        ),
        "specialist, housing and utilities": ("спеціаліст відділу ЖКГ", "strokovni sodelavec za komunalo"),
        "deputy head of the fire unit": ("заступник начальника пожежної частини", "namestnik vodje gasilske enote"),
        "specialist for project work": ("спеціалістка з проєктної роботи", "strokovna sodelavka za projekte"),
        "Zavodske city council": ("Заводська міська рада", "Mestni svet Zavodske"),
        "Zavodske": ("Заводське", "Zavodske"),
        "Ukraine": ("Україна", "Ukrajina"),
        "Slovenia": ("Словенія", "Slovenija"),
        "Experts": ("Експерти", "Strokovnjaki"),
        "Organiser and interpretation": ("Організатор і переклад", "Organizator in tolmačenje"),
        "To the Mayor": ("Міському голові", "Županu"),
        "Zavodske city council, Ukraine": ("Заводська міська рада, Україна", "Mestni svet Zavodske, Ukrajina"),
        "Dear Mayor,": ("Шановний пане міський голово! / Шановна пані міська голово!", "Spoštovani,"),
        "experience of the civil protection system and of the 2023 floods": (
            "досвід системи цивільного захисту та повеней 2023 року",
            "izkušnje s sistemom civilne zaščite in poplavami leta 2023",
        ),
        "the basis of the municipality’s strategic document, due 31 December 2024": (
            "основа стратегічного документа громади до 31.12.2024",
            "podlaga za strateški dokument občine do 31. 12. 2024",
        ),
        "travel, accommodation, meals (breakfast, lunch, dinner), insurance and local transport": (
            "проїзд, проживання, харчування (сніданок, обід, вечеря), страхування та місцевий транспорт",
            "prevoz, nastanitev, prehrano (zajtrk, kosilo, večerja), zavarovanje in lokalni prevoz",
        ),
        "agenda v1.0": ("програма візиту", "program obiska"),
        "Participant": ("Учасник / учасниця", "Udeleženec"),
        "Host": ("Приймаюча сторона", "Gostitelj"),
        "Expert": ("Експерт", "Strokovnjak"),
    }
)

GUESTS = (
    (s.HRYTSENKO, "head of the civil protection unit"),
    (s.KOVALCHUK, "specialist, housing and utilities"),
    (s.SHCHERBAK, "deputy head of the fire unit"),
    (s.YATSKIV, "specialist for project work"),
)


def certificates(
    first: str = "uk", second: str = "en", count: int = 4, kind: CertificateKind = CertificateKind.ATTENDANCE
) -> CertificatesPaper:
    """Certificates of the delegation."""
    t = s.Said(first, second)
    topics = (
        "municipal civil protection system",
        "experience of the 2023 floods",
        "fire brigades",
        "warning of the population",
        "risk assessment and protection plan",
    )
    event = CertificateEvent(
        ActivityKind.MENTORING_VISIT,
        t("Civil protection and response to natural and other disasters"),
        date(2023, 10, 2),
        date(2023, 10, 20),
        "Centre for European Perspective (CEP)",
        t("Domžale, Slovenia"),
        ActivityForm.ON_SITE,
        60,
        tuple(t(topic) for topic in topics),
        (
            Signatory(s.KRANJC, t("Programme coordinator"), t("CEP")),
            Signatory(s.ZUPAN, t("Mentor of the visit"), t("Municipality of Domžale")),
        ),
        s.LOGOS,
        t("Post-conflict Reconstruction in Ukraine"),
        t("Ministry of Foreign and European Affairs of the Republic of Slovenia"),
    )
    people = [GUESTS[n % 4][0] for n in range(count)]
    return CertificatesPaper(
        kind,
        event,
        tuple(
            Certificate(name, Decimal(84), f"CEP-UA-2023-{n:04d}", "7KQ2M-XDTVF", date(2023, 10, 20), t("Domžale"))
            for n, name in enumerate(people, 14)
        ),
    )


def webinar_certificate() -> CertificatesPaper:
    """One language, one signature, online."""
    event = CertificateEvent(
        ActivityKind.WEBINAR_SERIES,
        Text("Zeleni prehod v Ukrajini"),
        date(2025, 1, 30),
        date(2025, 2, 20),
        "Center za evropsko prihodnost",
        form=ActivityForm.ONLINE,
        signatories=(Signatory(s.KRANJC, Text("koordinatorka programa"), Text("Center za evropsko prihodnost")),),
        logos=(s.LOGOS[0], s.LOGOS[1]),
        stamp=True,
        note=Text("Potrdilo izkazuje navzočnost. Pristnost se preveri pri izdajatelju s številko in kodo."),
    )
    holder = PersonName("Katja", "Češnovar Žužek", sex="f")
    return CertificatesPaper(
        CertificateKind.ATTENDANCE,
        event,
        (Certificate(holder, Decimal(8), "CEP-OTHER-2025-0031", "Q4WNE-2JMRA", date(2025, 2, 21), Text("Ljubljana")),),
    )


def sign_in(first: str = "en", second: str = "", guests: int = 4) -> SignInPaper:
    """The sheet of the first day."""
    t = s.Said(first, second)
    people = tuple(Signer(GUESTS[n % 4][0], t(GUESTS[n % 4][1]), t("Zavodske city council")) for n in range(guests))
    hosts = (
        Signer(s.HRIBAR, t("fire brigade of Domžale"), t("Municipality of Domžale")),
        Signer(s.PETRIC, t("adviser for water and environment, Municipality of Domžale"), t("Municipality of Domžale")),
    )
    staff = (
        Signer(s.KOVAL, t("Interpreter")),
        Signer(s.KRANJC, t("Programme coordinator"), Text("Centre for European Perspective (CEP)")),
        Signer(s.SINKOVEC, t("expert"), Text("Administration for Civil Protection")),
        Signer(s.ZUPAN, t("Mentor"), Text("Civil Defence, Municipality of Domžale")),
    )
    return SignInPaper(
        "CEP-UA · DOM-ZAV-2023",
        t("Civil protection and response to natural and other disasters"),
        (
            SheetDay(
                date(2023, 10, 2), 1, "9:00–15:00", t("Municipality of Domžale, council hall"), people + hosts, staff
            ),
        ),
        t("Mentoring visit Domžale – Zavodske"),
        t("Post-conflict Reconstruction in Ukraine"),
        "CEP-UA",
        "CEP",
        t("the Centre for European Perspective"),
        "1.2",
        s.LOGOS,
    )


def participants(first: str = "en", second: str = "", guests: int = 4) -> ParticipantPaper:
    """The list of the visit."""
    t = s.Said(first, second)
    zavodske = tuple(
        ListedPerson(
            GUESTS[n % 4][0],
            t(GUESTS[n % 4][1]),
            t("Zavodske city council"),
            "UA",
            "someone@example.org",
            "+380 50 000 0101",
            "uk, en",
            "vegetarian",
            "1 October 18:30",
            "21 October 7:00",
            "204",
            "Ivan +380 50 000 0102",
        )
        for n in range(guests)
    )
    domzale = (
        ListedPerson(s.HRIBAR, Text("trainer"), Text("Fire brigade of Domžale"), "SI"),
        ListedPerson(
            s.PETRIC,
            t("adviser for water and environment, Municipality of Domžale"),
            t("Municipality of Domžale"),
            "SI",
        ),
        ListedPerson(s.ZUPAN, t("Mentor"), Text("Civil Defence of the Municipality of Domžale"), "SI"),
    )
    experts = (
        ListedPerson(s.SINKOVEC, Text("expert for warning systems"), Text("State institution, national level"), "SI"),
    )
    staff = (
        ListedPerson(s.KOVAL, Text("interpreter Ukrainian – Slovenian"), Text(), "UA"),
        ListedPerson(s.KRANJC, t("Programme coordinator"), Text("Centre for European Perspective (CEP)"), "SI"),
    )
    return ParticipantPaper(
        "CEP-UA · DOM-ZAV-2023",
        t("Civil protection and response to natural and other disasters"),
        (
            ListedGroup(t("Zavodske"), zavodske, t("Ukraine")),
            ListedGroup(t("Domžale"), domzale, t("Slovenia")),
            ListedGroup(t("Experts"), experts),
            ListedGroup(t("Organiser and interpretation"), staff),
        ),
        t("Mentoring visit Domžale – Zavodske"),
        date(2023, 10, 2),
        date(2023, 10, 20),
        date(2023, 9, 28),
        "CEP",
        s.LOGOS,
        (("UA", t("Ukraine")), ("SI", t("Slovenia"))),
    )


def invitation(first: str = "uk", second: str = "en") -> InvitationPaper:
    """The letter to the mayor of Zavodske."""
    t = s.Said(first, second)
    return InvitationPaper(
        "CEP-UA-2023/L-017",
        date(2023, 9, 4),
        t("To the Mayor"),
        t("Zavodske city council, Ukraine"),
        t("Civil protection and response to natural and other disasters"),
        date(2023, 10, 2),
        date(2023, 10, 20),
        tuple(InvitedPerson(name, t(position), date(1985, 5, 17), "FU123456") for name, position in GUESTS),
        "Centre for European Perspective (CEP)",
        salutation=t("Dear Mayor,"),
        partnership=t("Domžale – Zavodske"),
        programme=t("Post-conflict Reconstruction in Ukraine"),
        funder=t("Ministry of Foreign and European Affairs of the Republic of Slovenia"),
        purpose=t("experience of the civil protection system and of the 2023 floods"),
        result=t("the basis of the municipality’s strategic document, due 31 December 2024"),
        place=t("Domžale"),
        places=t("Domžale, Ljubljana and Ig, Slovenia"),
        arrival=date(2023, 10, 1),
        departure=date(2023, 10, 21),
        paid=t("travel, accommodation, meals (breakfast, lunch, dinner), insurance and local transport"),
        allowance=False,
        annex=t("agenda v1.0"),
        contact=s.KRANJC,
        contact_lines="+386 40 000 101, visit@example.org",
        signatory=s.KRANJC,
        signatory_position=t("Programme coordinator"),
        agenda_version="v1.0",
    )


def badges(first: str = "en") -> BadgePaper:
    """Eight badges of three kinds."""
    t = s.Said(first)
    made = [Badge(name, t("Participant"), t("Zavodske"), t(position), ("en", "uk")) for name, position in GUESTS]
    made += [
        Badge(s.ZUPAN, t("Mentor"), t("Domžale"), Text("Civil Defence"), ("en", "sl"), Bar.GREY),
        Badge(
            s.PETRIC,
            t("Host"),
            t("Domžale"),
            t("adviser for water and environment, Municipality of Domžale"),
            ("en", "sl"),
            Bar.GREY,
        ),
        Badge(s.SINKOVEC, t("Expert"), Text(), Text("expert for warning systems"), ("en", "sl"), Bar.GREY),
        Badge(s.KOVAL, t("Interpreter"), Text(), Text(), ("en", "sl", "uk"), Bar.REVERSED),
    ]
    return BadgePaper(
        t("Mentoring visit Domžale – Zavodske"), tuple(made), date(2023, 10, 2), date(2023, 10, 20), "CEP"
    )


def budget() -> BudgetPaper:
    """The figures of the study."""
    rows = (
        ("Travel", 320000, 0, 341560, ""),
        ("Accommodation", 756000, 0, 718200, ""),
        ("Meals", 408000, 31000, 364425, ""),
        ("Interpretation", 630000, 105000, 525000, ""),
        ("Expert fees", 540000, 120000, 420000, ""),
        (
            "Venue and equipment",
            120000,
            0,
            96000,
            "The council hall was given free of charge by the Municipality of Domžale for six days.",
        ),
        ("Local transport", 185000, 0, 192440, ""),
        ("Materials and translation", 140000, 26000, 105875, ""),
        ("Insurance", 36000, 0, 34200, ""),
        ("Visibility", 50000, 18000, 21600, "One set of materials was used for both visits of the partnership."),
        ("Unforeseen", 65000, 0, 0, "Not needed."),
    )
    headings = tuple(
        BudgetHeading(
            str(n),
            Text(title),
            planned,
            committed,
            actual,
            (
                BudgetLine(f"{n}.1", Text(f"{title}, first week"), planned // 2, committed, actual // 2),
                BudgetLine(f"{n}.2", Text(f"{title}, later weeks"), planned - planned // 2, 0, actual - actual // 2),
            ),
            Text(reason),
        )
        for n, (title, planned, committed, actual, reason) in enumerate(rows, 1)
    )
    return BudgetPaper(
        "CEP-UA · DOM-ZAV-2023",
        Text("Mentoring visit Domžale – Zavodske, 2–20 October 2023"),
        "EUR",
        headings,
        date(2023, 11, 20),
        Text("Post-conflict Reconstruction in Ukraine (CEP-UA)"),
        "CEP",
        10,
        s.LOGOS[:2],
    )


def report() -> ReportPaper:
    """The programme so far."""
    money = tuple(ReportedMoney(h.title, h.planned, h.committed, h.actual) for h in budget().headings)
    return ReportPaper(
        "CEP-UA",
        Text("Post-conflict Reconstruction in Ukraine"),
        date(2023, 11, 20),
        Text("First phase"),
        Text("September 2023 – December 2024"),
        Text("Centre for European Perspective (CEP)"),
        Text("Ministry of Foreign and European Affairs of the Republic of Slovenia"),
        Text("Slovenia, Ukraine"),
        4,
        ReportedRole(ParticipationRole.MENTEE, 8, 7),
        Decimal(84),
        4,
        Text(
            "Four specialists of Zavodske worked for three weeks with the mentor and the services of Domžale "
            "on the civil protection system and on the response to natural and other disasters. "
            "The experience of the floods of 2023 was the thread of the visit: what the municipality had prepared, "
            "what it had to decide in hours, "
            "and what it has changed since.\n"
            "The delegation left with an outline of the protection chapter for its strategic document."
        ),
        (
            ReportedActivity(
                Text("Civil protection and response to disasters"),
                ActivityKind.MENTORING_VISIT,
                ActivityStatus.TOOK_PLACE,
                Text("October 2023"),
                Text("2–20 October 2023"),
            ),
            ReportedActivity(
                Text("Kick-off of the partnerships"),
                ActivityKind.ONLINE_MEETING,
                ActivityStatus.TOOK_PLACE,
                Text("July 2023"),
                Text("12 July 2023"),
            ),
            ReportedActivity(
                Text("Closing event"),
                ActivityKind.CLOSING_EVENT,
                ActivityStatus.POSTPONED,
                Text("December 2023"),
                Text(),
                Text("venue not free"),
            ),
        ),
        (
            ReportedRole(ParticipationRole.MENTEE, 2, 2),
            ReportedRole(ParticipationRole.MENTOR, 3, 2),
            ReportedRole(ParticipationRole.EXPERT, 2, 2),
            ReportedRole(ParticipationRole.INTERPRETER, 1, 0, 1),
        ),
        (
            ReportedDeliverable(
                Text("Strategic document of Zavodske"),
                DeliverableStage.DRAFTING,
                Text("Zavodske city council"),
                Text("31 December 2024"),
            ),
            ReportedDeliverable(
                Text("Analysis of the civil protection system"),
                DeliverableStage.ADOPTED,
                Text("Municipality of Domžale"),
                Text("March 2024"),
            ),
        ),
        money,
        "EUR",
        s.LOGOS,
    )
