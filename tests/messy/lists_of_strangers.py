"""Sign-in lists of towns and logs of online meetings of several years.

Three sessions: Monday 9 October 2023 9:00–10:30 (90 minutes) and 13:00–15:30 (150), Tuesday 10 October 9:00–12:00
(180). Seven people take part: Юлія Їжакевич, Тарас Дорошенко (taras@zavodske.ua), Ольга Савчук, Дмитро Цвіркун,
Špela Žnidaršič, Bengt Åkerström, Līga Bērziņa.
"""

from datetime import date

from tests.messy.record_files import RecordFile

YES, NO, EXC = "present", "absent", "excused"


def signed(name: str, mess: str, marks: dict[str, tuple[str, str, str]], **more: object) -> RecordFile:
    """One list or log: who → the marks at the three sessions (``present:45`` are minutes)."""
    return RecordFile(name, "attendance", mess, marks=marks, **more)  # type: ignore[arg-type]


LISTS = (
    signed(
        "uk-yes-no",
        "so/ni in words, sick, a dash, surnames with initials, totals, days with weekdays",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (YES, YES, NO),
            "Савчук": (YES, YES, EXC),
            "Цвіркун": (NO, NO, YES),
        },
        rows=(
            ("Список присутніх на заході", "", "", "", ""),
            ("№", "Прізвище та ім'я", "Посада", "09.10 (пн)", "10.10 (вт)"),
            (1, "Їжакевич Юлія Миколаївна", "голова", "так", "так"),
            (2, "ДОРОШЕНКО Тарас", "депутат", "так", "ні"),
            (3, "Савчук Ольга", "юристка", "Так", "хвора"),
            (4, "Цвіркун Дмитро", "", "не був", "був"),
            ("", "Разом присутніх", "", 3, 2),
        ),
    ),
    signed(
        "uk-1251-plus-minus",
        "plus and minus, halves of a day, н for absent, cp1251",
        {
            "Їжакевич": (YES, NO, YES),
            "Дорошенко": (YES, YES, NO),
        },
        asked=("Савчук О.",),
        text=(
            "№;ПІБ;09.10.2023 до обіду;09.10.2023 після обіду;10.10.2023\r\n"
            "1;Їжакевич Юлія М.;+;-;+\r\n2;Дорошенко Тарас;+;+;н\r\n3;Савчук О.;-;+;+\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
    ),
    signed(
        "en-school-letters",
        "P, A, E, L as schools write them, with a key below",
        {
            "Їжакевич": (YES, YES, YES),
            "Дорошенко": (NO, NO, YES),
            "Žnidaršič": (EXC, EXC, YES),
            "Åkerström": (YES, YES, NO),
        },
        rows=(
            ("Attendance register", "", "", ""),
            ("First name", "Last name", "9 Oct", "10 Oct"),
            ("Yuliia", "Yizhakevych", "P", "P"),
            ("Taras", "Doroshenko", "A", "P"),
            ("Spela", "Znidarsic", "E", "P"),
            ("Bengt", "Akerstrom", "P", "A"),
            ("P = present, A = absent, E = excused", "", "", ""),
        ),
    ),
    signed(
        "sl-yes-no",
        "DA and NE, opravičeno, cp1250, days without a year",
        {
            "Žnidaršič": (YES, YES, NO),
            "Їжакевич": (YES, YES, EXC),
            "Åkerström": (NO, NO, YES),
        },
        text=(
            "Lista prisotnosti;;;\r\nŠt.;Ime in priimek;9. 10.;10. 10.\r\n"
            "1;Špela Žnidaršič;DA;NE\r\n2;Julija Jižakevič;da;opravičeno\r\n3;Bengt Åkerström;ne;da\r\n"
        )
        .replace("Å", "A")
        .replace("ö", "ö"),
        encoding="cp1250",
        ending=".csv",
    ),
    signed(
        "lv-yes-no",
        "jā and nē, slims, cp1257",
        {"Bērziņa": (YES, YES, YES), "Дорошенко": (YES, YES, EXC)},
        text=(
            '"Vārds, uzvārds",Organizācija,09.10.2023.,10.10.2023.\r\n'
            "Līga Bērziņa,Cēsis,jā,jā\r\nOlha Savčuka,Zavodske,nē,jā\r\nTarass Dorošenko,Zavodske,Jā,slims\r\n"
        ),
        encoding="cp1257",
        ending=".csv",
        asked=("Olha Savčuka",),
    ),
    signed(
        "sv-present-sick",
        "närvarande, frånvarande, sjuk; family name first with a comma",
        {"Åkerström": (YES, YES, YES), "Bērziņa": (NO, NO, YES), "Савчук": (YES, YES, EXC)},
        rows=(
            ("Närvarolista", "", ""),
            ("Namn", "mån 9 okt", "tis 10 okt"),
            ("Åkerström, Bengt", "närvarande", "Närvarande"),
            ("Berzina, Liga", "frånvarande", "närvarande"),
            ("Savchuk, Olha", "x", "sjuk"),
        ),
    ),
    signed(
        "bs-present",
        "da/ne of Bosnia, ticks and crosses",
        {"Савчук": (YES, YES, NO), "Цвіркун": (YES, YES, YES)},
        rows=(
            ("Evidencija prisustva", "", "", ""),
            ("R.br.", "Ime i prezime", "09.10.2023.", "10.10.2023."),
            (1, "Olga Savčuk", "prisutna", "odsutna"),
            (2, "Dmytro Tsvirkun", "✓", "✔"),
        ),
    ),
    signed(
        "sr-mk-cyrillic",
        "да/не, присутан, отсутен; Ukrainians in Serbian letters",
        {"Дорошенко": (YES, YES, NO), "Савчук": (NO, NO, YES)},
        rows=(
            ("Списак присутних", "", "", ""),
            ("Р.бр.", "Име и презиме", "9. октобар", "10. октобар"),
            (1, "Тарас Дорошенко", "присутан", "одсутан"),
            (2, "Олга Савчук", "не", "да"),
        ),
    ),
    signed(
        "en-ones-zeros",
        "ones and noughts with a share in percent, the sessions by their titles in turned headings",
        {"Їжакевич": (YES, NO, YES), "Дорошенко": (YES, YES, YES), "Савчук": (NO, NO, NO)},
        rows=(
            ("Participant", "Item 9:00", "Waste water in small towns", "Item 9:00", "%"),
            ("", "9.10.2023", "9.10.2023", "10.10.2023", ""),
            ("Yuliia Yizhakevych", 1, 0, 1, "67%"),
            ("Taras Doroshenko", 1, 1, 1, "100%"),
            ("Olha Savchuk", 0, 0, 0, "0%"),
        ),
    ),
    signed(
        "uk-hours",
        "hours for each day instead of ticks",
        {"Їжакевич": (YES, YES, YES), "Савчук": (YES, "present:30", "present:90"), "Цвіркун": (NO, NO, YES)},
        rows=(
            ("Облік годин участі", "", "", ""),
            ("Учасник", "09.10.2023, год.", "10.10.2023, год.", "Усього"),
            ("Юлія Їжакевич", 4, 3, 7),
            ("Ольга Савчук", "2", "1,5", "3,5"),
            ("Дмитро Цвіркун", 0, "3 год", 3),
        ),
    ),
    signed(
        "en-long-list",
        "one row for each person and day, with a status in words",
        {"Їжакевич": (YES, YES, YES), "Åkerström": (YES, YES, NO)},
        rows=(
            ("Date", "Name", "Organisation", "Status"),
            (date(2023, 10, 9), "Yuliia Yizhakevych", "Zavodske", "Attended"),
            (date(2023, 10, 9), "Bengt Åkerström", "Falun", "Attended"),
            (date(2023, 10, 10), "Yuliia Yizhakevych", "Zavodske", "Attended"),
            (date(2023, 10, 10), "Bengt Åkerström", "Falun", "Did not attend"),
        ),
    ),
)

LOGS = (
    signed(
        "zoom-2020",
        "the short report of 2020: total duration only, twelve hours, names with pronouns and with the town",
        {"Їжакевич": ("present:80", "", ""), "Дорошенко": (YES, "", ""), "Савчук": ("present:45", "", "")},
        text=(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n"
            "Yuliia Yizhakevych (she/her),,10/09/2023 09:10:00 AM,10/09/2023 10:35:00 AM,85\n"
            "Zavodske - Taras Doroshenko,taras@zavodske.ua,10/09/2023 08:55:00 AM,10/09/2023 10:31:00 AM,96\n"
            "Olha's iPhone (Olha Savchuk),,10/09/2023 09:15:00 AM,10/09/2023 10:00:00 AM,45\n"
        ),
        ending=".csv",
    ),
    signed(
        "zoom-summary-rejoins",
        "meeting summary before the table, waiting room, re-joins that overlap, the host",
        {"Савчук": ("", "present:100", ""), "Цвіркун": ("", YES, ""), "Žnidaršič": ("", "present:30", "")},
        text=(
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
            "944 1111 2222,Waste,10/09/2023 12:50:00 PM,10/09/2023 03:35:00 PM,host@domzale.si,165,4\n"
            "\n"
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,"
            "In Waiting Room\n"
            "Ольга Савчук,,10/09/2023 12:55:00 PM,10/09/2023 01:00:00 PM,5,Yes,,Yes\n"
            "Ольга Савчук,,10/09/2023 01:00:00 PM,10/09/2023 01:50:00 PM,50,Yes,,No\n"
            "Ольга Савчук,,10/09/2023 01:40:00 PM,10/09/2023 02:00:00 PM,20,Yes,,No\n"
            "Olha Savchuk,,10/09/2023 02:50:00 PM,10/09/2023 03:35:00 PM,45,Yes,,No\n"
            "Dmytro Tsvirkun,,10/09/2023 12:59:00 PM,10/09/2023 03:32:00 PM,153,Yes,,No\n"
            "ŽNIDARŠIČ Špela,,10/09/2023 03:00:00 PM,10/09/2023 03:30:00 PM,30,Yes,,No\n"
            "Galaxy A52,,10/09/2023 01:00:00 PM,10/09/2023 03:30:00 PM,150,Yes,,No\n"
        ),
        encoding="utf-8-sig",
        ending=".csv",
        asked=("Galaxy A52",),
    ),
    signed(
        "zoom-2024",
        "the unique report: total minutes, no times; the day stands in the preamble",
        {"Їжакевич": ("", "", "present:170"), "Bērziņa": ("", "", "present:83")},
        text=(
            "Topic,ID,Host name,Host email,Start time,End time,Participants,Duration (minutes)\n"
            "Workshop,933 4444 5555,Domzale Host,host@domzale.si,10/10/2023 09:00:00 AM,10/10/2023 12:00:00 PM,2,180\n"
            "\n"
            "Name (original name),Email,Total duration (minutes),Guest\n"
            "Yuliia Yizhakevych,,170,Yes\n"
            "Līga Bērziņa,liga@cesis.lv,83,Yes\n"
        ),
        encoding="utf-8-sig",
        ending=".csv",
    ),
    signed(
        "teams-2020",
        "the attendance list of 2020: joined and left as actions, tabs, UTF-16, American dates",
        {"Дорошенко": ("", "", "present:60"), "Савчук": ("", "", YES), "Цвіркун": ("", "", "present:120")},
        text=(
            "Full Name\tUser Action\tTimestamp\n"
            "Taras Doroshenko\tJoined\t10/10/2023, 9:00:00 AM\n"
            "Taras Doroshenko\tLeft\t10/10/2023, 9:30:00 AM\n"
            "Taras Doroshenko\tJoined\t10/10/2023, 9:45:00 AM\n"
            "Taras Doroshenko\tLeft\t10/10/2023, 10:15:00 AM\n"
            "Olha Savchuk (Guest)\tJoined before\t10/10/2023, 9:00:00 AM\n"
            "Olha Savchuk (Guest)\tLeft\t10/10/2023, 12:05:00 PM\n"
            "Dmytro Tsvirkun\tJoined\t10/10/2023, 10:00:00 AM\n"
            "Dmytro Tsvirkun\tLeft\t10/10/2023, 12:00:00 PM\n"
        ),
        encoding="utf-16",
        file="meetingAttendanceList.csv",
    ),
    signed(
        "teams-2022",
        "summary and table in one, English durations “1h 23m 5s”, UTF-16",
        {"Їжакевич": ("", "", "present:83"), "Åkerström": ("", "", YES)},
        text=(
            "Meeting Summary\n"
            "Total Number of Participants\t2\n"
            "Meeting Title\tWorkshop\n"
            "Meeting Start Time\t10/10/2023, 8:58:12 AM\n"
            "Meeting End Time\t10/10/2023, 12:03:40 PM\n"
            "Meeting Id\t0f0f0f0f-aaaa-bbbb-cccc-0123456789ab\n"
            "\n"
            "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n"
            "Yuliia Yizhakevych (Guest)\t10/10/2023, 9:10:00 AM\t10/10/2023, 10:33:05 AM\t1h 23m 5s\t\tPresenter\t\n"
            "Bengt Åkerström\t10/10/2023, 8:58:12 AM\t10/10/2023, 12:03:40 PM\t3h 5m 28s\tb@falun.se\t"
            "Organizer\tb@falun.se\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "teams-uk-sections",
        "Ukrainian with three numbered sections; the last section tells the re-joins",
        {"Савчук": ("", "", "present:90"), "Дорошенко": ("", "", YES)},
        text=(
            "1. Зведення\nНазва наради\tСемінар\nВідвідало учасників\t2\nЧас початку\t10.10.2023, 08:55:00\n"
            "Час завершення\t10.10.2023, 12:10:00\nТривалість наради\t3 год 15 хв\n\n"
            "2. Учасники\nІм’я\tПерше приєднання\tОстанній вихід\tТривалість у нараді\tЕлектронна пошта\tРоль\n"
            "Савчук Ольга (Гість)\t10.10.2023, 09:00:00\t10.10.2023, 12:00:00\t1 год 30 хв\t\tУчасник\n"
            "Тарас Дорошенко\t10.10.2023, 08:55:00\t10.10.2023, 12:10:00\t3 год 15 хв\ttaras@zavodske.ua\t"
            "Організатор\n\n"
            "3. Дії під час наради\nІм’я\tЧас приєднання\tЧас виходу\tТривалість\tЕлектронна пошта\tРоль\n"
            "Савчук Ольга (Гість)\t10.10.2023, 09:00:00\t10.10.2023, 09:45:00\t45 хв\t\tУчасник\n"
            "Савчук Ольга (Гість)\t10.10.2023, 11:15:00\t10.10.2023, 12:00:00\t45 хв\t\tУчасник\n"
            "Тарас Дорошенко\t10.10.2023, 08:55:00\t10.10.2023, 12:10:00\t3 год 15 хв\ttaras@zavodske.ua\tОрганізатор\n"
        ),
        encoding="utf-16",
        ending=".csv",
    ),
    signed(
        "meet-report",
        "the report of Meet itself: first and last name apart, durations in words, the day in the file's name",
        {
            "Їжакевич": ("", "", "present:125"),
            "Савчук": ("", "", "present:52"),
            "Цвіркун": ("", "", YES),
        },
        text=(
            "First name,Last name,Email,Duration,Time joined,Time exited\n"
            "Yuliia,Yizhakevych,,2 hr 5 min,9:00 AM,11:05 AM\n"
            "Olha,Savchuk,,52 min,9:30 AM,10:22 AM\n"
            "Dmytro,Tsvirkun,,3 hr 10 min,8:55 AM,12:05 PM\n"
        ),
        file="2023-10-10 Workshop - Attendance Report.csv",
    ),
    signed(
        "meet-extension",
        "what an extension of the browser writes: a preamble with stars, minutes, both names in a cell",
        {"Дорошенко": ("present:75", "", ""), "Žnidaršič": (YES, "", "")},
        text=(
            "* Meeting code: abc-defg-hij\n* Created on 2023-10-09 09:00:00\n* Ended on 2023-10-09 10:31:00\n\n"
            "Full Name,First Seen,Time in Call\n"
            "Тарас Дорошенко,2023-10-09 09:05:00,01:15:00\n"
            "Špela Žnidaršič,2023-10-09 09:00:00,01:30:00\n"
        ),
        ending=".csv",
    ),
)

FILES = (*LISTS, *LOGS)
