"""The visit Domžale – Zavodske of October 2023 as plain data for the papers: planned facts, made-up details."""

from datetime import date, datetime, time

from app.core.vocabulary import ActivityKind, AgendaChange, InterpretationMode, SessionKind
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    DayKind,
    Group,
    ItemChange,
    ListedChange,
    Speaker,
    Was,
)
from app.documents.blocks import Contact, Version
from app.documents.logos import Logo
from app.documents.texts import PersonName, Text

#: English → (Ukrainian, Slovenian) of the sample.
TEXTS: dict[str, tuple[str, str]] = {
    "Domžale – Zavodske": ("Домжале – Заводське", "Domžale – Zavodske"),
    "Civil protection and response to natural and other disasters": (
        "Цивільний захист і реагування на природні та інші лиха",
        "Civilna zaščita ter odziv na naravne in druge nesreče",
    ),
    "Domžale, Ljubljana and Ig, Slovenia": ("Домжале, Любляна та Іг, Словенія", "Domžale, Ljubljana in Ig"),
    "Post-conflict Reconstruction in Ukraine": ("Відбудова України", "Pokonfliktna obnova Ukrajine"),
    "Ministry of Foreign and European Affairs of the Republic of Slovenia": (
        "Міністерство закордонних та європейських справ Республіки Словенія",
        "Ministrstvo za zunanje in evropske zadeve Republike Slovenije",
    ),
    "from Zavodske": ("із Заводського", "iz Zavodskega"),
    "Domžale": ("Домжале", "Domžale"),
    "Domžale, Slovenia": ("Домжале, Словенія", "Domžale, Slovenija"),
    "Ljubljana and Ig": ("Любляна та Іг", "Ljubljana in Ig"),
    "Opening and needs of Zavodske": ("Відкриття та потреби Заводського", "Uvod in potrebe Zavodskega"),
    "Response to the 2023 floods": ("Реагування на повені 2023 року", "Odziv na poplave leta 2023"),
    "The national level": ("Національний рівень", "Državna raven"),
    "Transfer from Ljubljana bus station to the hotel": (
        "Трансфер з автовокзалу Любляни до готелю",
        "Prevoz z ljubljanske avtobusne postaje do hotela",
    ),
    "Welcome dinner": ("Вітальна вечеря", "Večerja dobrodošlice"),
    "Registration and welcome pack": ("Реєстрація та роздаткові матеріали", "Registracija in gradivo"),
    "Welcome and opening of the visit": ("Вітальне слово та відкриття візиту", "Pozdrav in začetek obiska"),
    "The municipality and its civil protection system": (
        "Громада та її система цивільного захисту",
        "Občina in njen sistem civilne zaščite",
    ),
    "Tasks of the municipality, the civil defence headquarters and public services.": (
        "Завдання громади, штабу цивільного захисту та комунальних служб.",
        "Naloge občine, štaba Civilne zaščite in javnih služb.",
    ),
    "Coffee break": ("Перерва на каву", "Odmor za kavo"),
    "Zavodske: municipality, risks and needs": (
        "Заводське: громада, ризики та потреби",
        "Zavodske: občina, tveganja in potrebe",
    ),
    "Presentation by the delegation and discussion of the topics stated by the city council.": (
        "Презентація делегації та обговорення тем, визначених міською радою.",
        "Predstavitev delegacije in razprava o temah, ki jih je navedel mestni svet.",
    ),
    "Lunch": ("Обід", "Kosilo"),
    "Plan of the three weeks and expected results": (
        "План трьох тижнів та очікувані результати",
        "Načrt treh tednov in pričakovani rezultati",
    ),
    "Merged with Day 2, 14:30.": ("Обʼєднано з пунктом «День 2, 14:30».", "Združeno z 2. dnem ob 14.30."),
    "Flood protection along the Kamniška Bistrica": (
        "Захист від повеней уздовж Камнішкої Бистриці",
        "Protipoplavna zaščita ob Kamniški Bistrici",
    ),
    "Damage of August 2023, temporary works and what was changed since.": (
        "Збитки серпня 2023 року, тимчасові роботи та що змінено відтоді.",
        "Škoda avgusta 2023, začasna dela in kaj se je od tedaj spremenilo.",
    ),
    "Walk to the fire station": ("Перехід до пожежного депо", "Pot do gasilskega doma"),
    "Command of volunteer and professional fire brigades": (
        "Керування добровільними та професійними пожежними частинами",
        "Vodenje prostovoljnih in poklicnih gasilskih enot",
    ),
    "Alerting, staff work, shifts over several days.": (
        "Оповіщення, робота штабу, багатоденні зміни.",
        "Alarmiranje, delo štaba, večdnevne izmene.",
    ),
    "Lunch with the fire brigade": ("Обід з пожежниками", "Kosilo z gasilci"),
    "Warning and informing the population": (
        "Оповіщення та інформування населення",
        "Opozarjanje in obveščanje prebivalcev",
    ),
    "Sirens, mobile alerts and work with local media.": (
        "Сирени, мобільні сповіщення та робота з місцевими ЗМІ.",
        "Sirene, mobilna opozorila in delo z lokalnimi mediji.",
    ),
    "Working plan for the strategic document of Zavodske, due 31 December 2024.": (
        "Робочий план стратегічного документа Заводського до 31 грудня 2024 р.",
        "Delovni načrt za strateški dokument Zavodskega do 31. decembra 2024.",
    ),
    "Bus to Ljubljana": ("Автобус до Любляни", "Avtobus v Ljubljano"),
    "Protection against disasters: the system of the state and its levels": (
        "Захист від лих: система держави та її рівні",
        "Varstvo pred nesrečami: sistem države in njegove ravni",
    ),
    "State, region, municipality; financing and legislation; link to the Union Civil Protection Mechanism.": (
        "Держава, регіон, громада; фінансування та законодавство; звʼязок з Механізмом цивільного захисту ЄС.",
        "Država, regija, občina; financiranje in zakonodaja; povezava z mehanizmom Unije na področju civilne zaščite.",
    ),
    "Risk assessment and the municipal protection plan": (
        "Оцінка ризиків і план захисту громади",
        "Ocena ogroženosti in občinski načrt zaščite",
    ),
    "Work in two groups with the plan of Domžale.": (
        "Робота у двох групах з планом Домжале.",
        "Delo v dveh skupinah z načrtom Domžal.",
    ),
    "Lunch and transfer to Ig": ("Обід і переїзд до Ігу", "Kosilo in prevoz na Ig"),
    "Training centre: demonstration and courses for municipal staff": (
        "Навчальний центр: показ і курси для працівників громад",
        "Izobraževalni center: prikaz in tečaji za občinske uslužbence",
    ),
    "Bus to the hotel": ("Автобус до готелю", "Avtobus do hotela"),
    "Departure by coach": ("Відʼїзд автобусом", "Odhod z avtobusom"),
    "Day in the field": ("День на місцевості", "Dan na terenu"),
    "Work with the mentor on the strategic document": (
        "Робота з ментором над стратегічним документом",
        "Delo z mentorjem na strateškem dokumentu",
    ),
    "Visit to the municipal services": ("Відвідування комунальних служб", "Obisk občinskih služb"),
    "Mayor of the Municipality of Domžale": ("Міський голова громади Домжале", "županja Občine Domžale"),
    "programme coordinator, CEP": ("координаторка програми, CEP", "koordinatorka programa, CEP"),
    "mentor, Civil Defence of the Municipality of Domžale": (
        "ментор, служба цивільного захисту громади Домжале",
        "mentor, Civilna zaščita Občine Domžale",
    ),
    "head of the civil protection unit, Zavodske city council": (
        "начальниця відділу цивільного захисту, Заводська міська рада",
        "vodja enote za civilno zaščito, mestni svet Zavodske",
    ),
    "adviser for water and environment, Municipality of Domžale": (
        "радниця з питань води та довкілля, громада Домжале",
        "svetovalka za vode in okolje, Občina Domžale",
    ),
    "fire brigade of Domžale": ("пожежна охорона громади Домжале", "gasilci Domžale"),
    "expert": ("експерт", "strokovnjak"),
    "expert, national level": ("експертка, національний рівень", "strokovnjakinja, državna raven"),
    "driver": ("водій", "voznik"),
    "Organiser, 24 h": ("Організатор, цілодобово", "Organizator, 24 ur"),
    "Mentor": ("Ментор", "Mentor"),
    "Interpreter": ("Перекладачка", "Tolmačka"),
    "Transfer": ("Трансфер", "Prevoz"),
    "Accommodation": ("Проживання", "Nastanitev"),
    "Hotel in Domžale from 1 to 21 October; check-in from 14:00. The organiser pays room and breakfast.": (
        "Готель у Домжале з 1 до 21 жовтня; поселення з 14:00. Номер і сніданок оплачує організатор.",
        "Hotel v Domžalah od 1. do 21. oktobra; prijava od 14.00. Sobo in zajtrk plača organizator.",
    ),
    "Meals": ("Харчування", "Prehrana"),
    "Breakfast, lunch and dinner are provided; dietary needs are confirmed.": (
        "Сніданок, обід і вечеря забезпечені; дієтичні потреби підтверджено.",
        "Zajtrk, kosilo in večerja so zagotovljeni; posebne prehrane so potrjene.",
    ),
    "Wish of the host": ("Бажання сторони, що приймає", "Želja gostitelja"),
}


def texts(english: str) -> dict[str, str]:
    """A record's text in three languages."""
    uk, sl = TEXTS.get(english, ("", ""))
    return {"en": english, "uk": uk, "sl": sl}


class Said:
    """Gives the sample's texts in one or two languages."""

    def __init__(self, first: str = "en", second: str = "") -> None:
        self.first, self.second = first, second

    def __call__(self, english: str) -> Text:
        found = texts(english)
        second = found.get(self.second, "") if self.second and english in TEXTS else ""
        return Text(found.get(self.first) or english, second)


LOGOS = (
    Logo("Centre for European Perspective (CEP)"),
    Logo("Ministry of Foreign and European Affairs Republic of Slovenia"),
    Logo("Municipality of Domžale"),
    Logo("Zavodske city council"),
)
KRANJC = PersonName("Maja", "Kranjc", sex="f")
ZUPAN = PersonName("Andrej", "Zupan", sex="m")
PETRIC = PersonName("Nina", "Petrič", sex="f")
OBLAK = PersonName("Matej", "Oblak", sex="m")
HRIBAR = PersonName("Gregor", "Hribar", sex="m")
SINKOVEC = PersonName("Luka", "Šinkovec", sex="m")
VIDMAR = PersonName("Irena", "Vidmar", sex="f")
HRYTSENKO = PersonName("Оксана", "Гриценко", "Oksana", "Hrytsenko", "Василівна", "f")
KOVALCHUK = PersonName("Андрій", "Ковальчук", "Andrii", "Kovalchuk", "Петрович", "m")
SHCHERBAK = PersonName("Юрій", "Щербак", "Yurii", "Shcherbak", "Ігорович", "m")
YATSKIV = PersonName("Соломія", "Яцків", "Solomiia", "Yatskiv", "Іванівна", "f")
KOVAL = PersonName("Ганна", "Коваль", "Hanna", "Koval", "", "f")
S = SessionKind


def _t(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def agenda(first: str = "en", second: str = "", marks: bool = True, weeks: int = 3) -> AgendaPaper:
    """The agenda; ``weeks`` of programme days, change marks on request."""
    t = Said(first, second)

    def item(  # noqa: PLR0917 - a row of the table below
        start: str,
        end: str,
        kind: SessionKind,
        title: str,
        text: str = "",
        who: tuple[Speaker, ...] = (),
        venue: str = "",
        notes: str = "",
        change: ItemChange | None = None,
    ) -> AgendaItem:
        return AgendaItem(
            t(title),
            kind,
            _t(start),
            _t(end),
            t(text) if text else Text(),
            who,
            Text(venue),
            Text(notes),
            change=change if marks else None,
        )

    def person(name: PersonName, position: str) -> tuple[Speaker, ...]:
        return (Speaker(name, t(position)),)

    coordinator, mentor = "programme coordinator, CEP", "mentor, Civil Defence of the Municipality of Domžale"
    both = (Speaker(KRANJC), Speaker(ZUPAN))
    hall = "Domžale, council hall"
    changed = ItemChange(AgendaChange.CHANGED)
    day0 = AgendaDay(
        date(2023, 10, 1),
        (
            item(
                "18:30",
                "19:15",
                S.TRANSFER,
                "Transfer from Ljubljana bus station to the hotel",
                "",
                person(OBLAK, "driver"),
                "Platform 12",
                "Sign “CEP-UA”",
                ItemChange(AgendaChange.CHANGED, Was(date(2023, 10, 1), _t("17:30"), _t("18:15"))),
            ),
            item("19:30", "20:30", S.MEAL, "Welcome dinner", "", (), "Hotel restaurant"),
        ),
        DayKind.ARRIVAL,
        t("Domžale"),
    )
    day1 = AgendaDay(
        date(2023, 10, 2),
        (
            item(
                "9:00",
                "9:15",
                S.REGISTRATION,
                "Registration and welcome pack",
                "",
                person(KRANJC, coordinator),
                hall,
                "Sign-in sheet",
            ),
            item(
                "9:15",
                "9:45",
                S.OPENING,
                "Welcome and opening of the visit",
                "",
                (Speaker(None, t("Mayor of the Municipality of Domžale")),),
                hall,
                "Photographs",
            ),
            item(
                "9:45",
                "10:45",
                S.LECTURE,
                "The municipality and its civil protection system",
                "Tasks of the municipality, the civil defence headquarters and public services.",
                person(ZUPAN, mentor),
                hall,
                "UK consecutive; net speaking time 30 min",
                changed,
            ),
            item("10:45", "11:00", S.COFFEE_BREAK, "Coffee break", "", (), "Foyer"),
            item(
                "11:00",
                "12:30",
                S.MENTORING_WORK,
                "Zavodske: municipality, risks and needs",
                "Presentation by the delegation and discussion of the topics stated by the city council.",
                person(HRYTSENKO, "head of the civil protection unit, Zavodske city council"),
                hall,
                "Bring the risk map",
            ),
            item("12:30", "13:30", S.MEAL, "Lunch", "", (), "Hotel restaurant"),
            item(
                "13:30",
                "15:00",
                S.MEETING,
                "Plan of the three weeks and expected results",
                "",
                both,
                hall,
                "",
                ItemChange(AgendaChange.CANCELLED, None, t("Merged with Day 2, 14:30.")),
            ),
        ),
        DayKind.PROGRAMME,
        t("Domžale"),
        t("Opening and needs of Zavodske"),
        Speaker(ZUPAN),
    )
    day2 = AgendaDay(
        date(2023, 10, 3),
        (
            item(
                "9:00",
                "10:30",
                S.SITE_VISIT,
                "Flood protection along the Kamniška Bistrica",
                "Damage of August 2023, temporary works and what was changed since.",
                person(PETRIC, "adviser for water and environment, Municipality of Domžale"),
                "Meeting point: town hall",
                "Stout shoes, rain jacket",
            ),
            item("10:30", "10:45", S.TRANSFER, "Walk to the fire station"),
            item(
                "10:45",
                "12:15",
                S.WORKSHOP,
                "Command of volunteer and professional fire brigades",
                "Alerting, staff work, shifts over several days.",
                person(HRIBAR, "fire brigade of Domžale"),
                "Fire station, training room",
                "UK consecutive",
            ),
            item(
                "12:15",
                "13:30",
                S.MEAL,
                "Lunch with the fire brigade",
                "",
                (),
                "Fire station",
                "Vegetarian meal confirmed",
            ),
            item(
                "13:30",
                "14:30",
                S.LECTURE,
                "Warning and informing the population",
                "Sirens, mobile alerts and work with local media.",
                person(SINKOVEC, "expert"),
                "Council hall",
                "",
                ItemChange(AgendaChange.NEW),
            ),
            item(
                "14:30",
                "16:00",
                S.MENTORING_WORK,
                "Plan of the three weeks and expected results",
                "Working plan for the strategic document of Zavodske, due 31 December 2024.",
                both,
                "Council hall ",
                "Laptops",
                ItemChange(AgendaChange.MOVED, Was(date(2023, 10, 2), _t("13:30"))),
            ),
        ),
        DayKind.PROGRAMME,
        t("Domžale"),
        t("Response to the 2023 floods"),
        Speaker(PETRIC),
    )
    day3 = AgendaDay(
        date(2023, 10, 4),
        (
            item("8:00", "8:45", S.TRANSFER, "Bus to Ljubljana", "", person(OBLAK, "driver"), "Hotel entrance"),
            item(
                "9:00",
                "11:00",
                S.LECTURE,
                "Protection against disasters: the system of the state and its levels",
                "State, region, municipality; financing and legislation; link to the Union Civil Protection Mechanism.",
                person(VIDMAR, "expert, national level"),
                "Administration for Civil Protection, Ljubljana",
                "Passport at the entrance",
                ItemChange(AgendaChange.CHANGED, Was(date(2023, 10, 4), _t("9:30"), _t("11:30"))),
            ),
            item("11:00", "11:15", S.COFFEE_BREAK, "Coffee break"),
            item(
                "11:15",
                "12:45",
                S.WORKSHOP,
                "Risk assessment and the municipal protection plan",
                "Work in two groups with the plan of Domžale.",
                (Speaker(VIDMAR), Speaker(ZUPAN)),
                "Same room",
                "Plan handed out in UK",
            ),
            item("12:45", "14:00", S.MEAL, "Lunch and transfer to Ig", "", (), "Canteen"),
            item(
                "14:00",
                "16:30",
                S.SITE_VISIT,
                "Training centre: demonstration and courses for municipal staff",
                "",
                (),
                "Training Centre for Civil Protection, Ig",
                "Whispered interpretation",
            ),
            item("16:30", "17:15", S.TRANSFER, "Bus to the hotel"),
        ),
        DayKind.PROGRAMME,
        t("Ljubljana and Ig"),
        t("The national level"),
        Speaker(ZUPAN),
    )
    more = []
    for n in range(5, 5 + (weeks - 1) * 7 + 2):
        day = date(2023, 10, n)
        if day.weekday() < 5 and n <= 20:
            more.append(
                AgendaDay(
                    day,
                    (
                        item(
                            "9:00",
                            "10:30",
                            S.MENTORING_WORK,
                            "Work with the mentor on the strategic document",
                            "",
                            person(ZUPAN, mentor),
                            hall,
                        ),
                        item("10:30", "10:45", S.COFFEE_BREAK, "Coffee break", "", (), "Foyer"),
                        item(
                            "10:45",
                            "12:30",
                            S.SITE_VISIT,
                            "Visit to the municipal services",
                            "",
                            person(PETRIC, "adviser for water and environment, Municipality of Domžale"),
                            hall,
                        ),
                        item("12:30", "13:30", S.MEAL, "Lunch", "", (), "Hotel restaurant"),
                    ),
                    DayKind.PROGRAMME,
                    t("Domžale"),
                    t("Day in the field"),
                    Speaker(ZUPAN),
                )
            )
    last = AgendaDay(
        date(2023, 10, 21),
        (item("7:00", "7:30", S.TRAVEL, "Departure by coach", "", person(OBLAK, "driver"), "Hotel entrance"),),
        DayKind.DEPARTURE,
        t("Domžale"),
    )
    return AgendaPaper(
        code="CEP-UA · DOM-ZAV-2023",
        kind=ActivityKind.MENTORING_VISIT,
        event_title=t("Civil protection and response to natural and other disasters"),
        partnership=t("Domžale – Zavodske"),
        start=date(2023, 10, 2),
        end=date(2023, 10, 20),
        working_days=15,
        arrival=date(2023, 10, 1),
        departure=date(2023, 10, 21),
        places=t("Domžale, Ljubljana and Ig, Slovenia"),
        working_languages=("en", "sl", "uk"),
        interpretation=InterpretationMode.CONSECUTIVE,
        programme=t("Post-conflict Reconstruction in Ukraine"),
        funder=t("Ministry of Foreign and European Affairs of the Republic of Slovenia"),
        organiser="Centre for European Perspective (CEP)",
        group=Group(t("from Zavodske"), 2, 2),
        version=Version("1.2", datetime(2023, 9, 28, 14, 5), "1.1"),
        logos=LOGOS,
        contacts=(
            Contact(t("Organiser, 24 h"), "Maja Kranjc, CEP", ("+386 40 000 101", "visit@example.org")),
            Contact(t("Mentor"), "Andrej Zupan", ("+386 40 000 102", "Municipality of Domžale")),
            Contact(t("Interpreter"), "Hanna Koval", ("+386 40 000 103", "Ukrainian – Slovenian")),
            Contact(t("Transfer"), "Matej Oblak", ("+386 40 000 104", "Bus and van")),
        ),
        emergency=Contact(Text(), "", ("Insurer: +386 1 000 0000", "Policy 000-000-000")),
        days=(day0, day1, day2, day3, *more, last),
        logistics=(
            (
                t("Accommodation"),
                t("Hotel in Domžale from 1 to 21 October; check-in from 14:00. The organiser pays room and breakfast."),
            ),
            (t("Meals"), t("Breakfast, lunch and dinner are provided; dietary needs are confirmed.")),
        ),
        changes=(
            ListedChange(
                t("Plan of the three weeks and expected results"),
                Text("2 October, 13:30"),
                Text("3 October, 14:30"),
                t("Wish of the host"),
                "Kranjc",
            ),
            ListedChange(t("Warning and informing the population"), Text(), Text("3 October, 13:30"), Text(), "Kranjc"),
        )
        if marks
        else (),
    )
