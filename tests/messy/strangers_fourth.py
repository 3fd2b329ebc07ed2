"""A fourth, small parcel; expected before it was read."""

from datetime import date

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "fourth-online-or-here",
        "ticks that are no needs: on-line or on the spot, days, breakfast; a need and allergies beside",
        rows=(
            ("Прізвище та ім'я", "Очно", "Онлайн", "12.10", "13.10", "Сніданок", "Веган", "Алергії", "Телефон"),
            ("Хміль Ганна", "+", "", "+", "+", "+", "+", "арахіс", "0501231212"),
            ("Бузько Іван", "", "+", "", "+", "", "", "немає", "0501231213"),
        ),
        people=(
            whom("Ганна", "Хміль", phone="+380501231212", diet="арахіс, Веган"),
            whom("Іван", "Бузько", phone="+380501231213"),
        ),
    ),
    Town(
        "fourth-organisation-then-people",
        "organisations in column A only on a row of their own with the address, people below, phones of offices",
        rows=(
            ("Установа / ПІБ", "Посада", "Телефон", "E-mail"),
            ("Хотинська міська рада", "", "(03731) 2-10-10", "rada@khotyn.example"),
            ("Попович Діана Русланівна", "начальниця відділу", "0951010101", "popovych@khotyn.example"),
            ("Ткач Роман Васильович", "юрист", "0951010102", ""),
        ),
        people=(
            whom(
                "Діана",
                "Попович",
                patronymic="Русланівна",
                gender="f",
                organisation="Хотинська міська рада",
                position="начальниця відділу",
                phone="+380951010101",
                email="popovych@khotyn.example",
            ),
            whom(
                "Роман",
                "Ткач",
                patronymic="Васильович",
                gender="m",
                organisation="Хотинська міська рада",
                position="юрист",
                phone="+380951010102",
            ),
        ),
    ),
    Town(
        "fourth-kosovo-doctor",
        "Dr. and Mr.sc. before Albanian names, the phone with 0 after +383, both languages in cells",
        rows=(
            ("Nr.", "Emri dhe mbiemri", "Pozita / Pozicija", "Komuna", "Nr. i telefonit"),
            (1, "Dr. Arta Berisha", "drejtoreshë / direktorka", "Komuna e Pejës", "+383 (0) 44 555 666"),
            (2, "Mr.sc. Faton Zeqiri", "zyrtar / službenik", "Komuna e Pejës", "+383(0)45555667"),
        ),
        people=(
            whom(
                "Arta",
                "Berisha",
                position="drejtoreshë / direktorka",
                organisation="Komuna e Pejës",
                phone="+38344555666",
            ),
            whom("Faton", "Zeqiri", position="zyrtar / službenik", organisation="Komuna e Pejës", phone="+38345555667"),
        ),
    ),
    Town(
        "fourth-swedish-headings-below",
        "two rows of headings, group over parts, birth date as six digits with a name of the column, visa answers",
        rows=(
            ("Deltagare", "", "", "Resa", ""),
            ("Förnamn", "Efternamn", "Födelsedatum (ÅÅÅÅ-MM-DD)", "Ankomst", "Avresa"),
            ("Siv", "Grönlund", "1971-12-24", "2026-10-12 14:30", "2026-10-17 09:00"),
            ("Arne", "Söderqvist", "1966-01-06", "2026-10-12 kl 16", "2026-10-17"),
        ),
        change=lambda sheet: (sheet.merge_cells("A1:C1"), sheet.merge_cells("D1:E1"), None)[-1],
        people=(
            whom("Siv", "Grönlund", birth_date="1971-12-24"),
            whom("Arne", "Söderqvist", birth_date="1966-01-06"),
        ),
    ),
    Town(
        "fourth-moldova-titles",
        "dl and dna before Romanian names, patronymic of Russian speakers, IDNP passed over",
        rows=(
            ("Nr.", "Nume, prenume, patronimic", "IDNP", "Localitatea", "Tel."),
            (1, "Popescu Ion", "2001001234567", "Orașul Fălești", "+373 231 2 22 33"),
            (2, "Ivanova Maria Petrovna", "2001001234568", "Orașul Fălești", "+373 69 555 444"),
        ),
        people=(
            whom("Ion", "Popescu", organisation="Orașul Fălești", phone="+37323122233"),
            whom("Maria", "Ivanova", patronymic="Petrovna", organisation="Orașul Fălești", phone="+37369555444"),
        ),
    ),
    Town(
        "fourth-slovenian-dativ",
        "a list of a hotel: room kinds, arrival, payer; the name with its family name behind a comma and a title",
        rows=(
            ("Soba", "Gost (priimek, ime)", "Prihod", "Odhod", "Plačnik", "Opombe"),
            ("1/1", "Kralj, Petra", date(2026, 10, 12), date(2026, 10, 17), "Občina Ajdovščina", "brez mleka"),
            ("1/2", "Hribar, mag. Jože", date(2026, 10, 12), date(2026, 10, 15), "Občina Ajdovščina", ""),
        ),
        people=(
            whom("Petra", "Kralj"),
            whom("Jože", "Hribar"),
        ),
    ),
    Town(
        "fourth-latvian-mixed",
        "Latvian with English below in brackets, e-mail in capitals, two organisations in a cell",
        rows=(
            (
                "Vārds (Name)",
                "Uzvārds (Surname)",
                "Organizācija (Organisation)",
                "E-pasts (E-mail)",
                "Ēdināšana (Catering)",
            ),
            (
                "Kristīne",
                "Lāce",
                "Alūksnes novads; Vidzemes plānošanas reģions",
                "KRISTINE@ALUKSNE.EXAMPLE",
                "Veģetāra",
            ),
            ("Oskars", "Vilks", "Alūksnes novads", "oskars@aluksne.example;", "nav"),
        ),
        people=(
            whom(
                "Kristīne",
                "Lāce",
                organisation="Alūksnes novads; Vidzemes plānošanas reģions",
                email="kristine@aluksne.example",
                diet="Veģetāra",
            ),
            whom("Oskars", "Vilks", organisation="Alūksnes novads", email="oskars@aluksne.example"),
        ),
    ),
    Town(
        "fourth-montenegro-both-phones",
        "Montenegrin: fixed and mobile telephone, posts with a slash, a phone of the office as number",
        rows=(
            ("R.B.", "IME I PREZIME", "RADNO MJESTO", "INSTITUCIJA", "FIKSNI TEL.", "MOB. TEL."),
            (
                "1",
                "ŽELJKA ĐUROVIĆ",
                "SAMOSTALNA SAVJETNICA I",
                "OPŠTINA PLJEVLJA",
                "+382 52 321 100",
                "+382 67 321 100",
            ),
            ("2", "MIĆO ŠLJUKA", "VOZAČ", "OPŠTINA PLJEVLJA", "", "+382 67 321 101"),
        ),
        people=(
            whom(
                "Željka",
                "Đurović",
                position="SAMOSTALNA SAVJETNICA I",
                organisation="OPŠTINA PLJEVLJA",
                phone="+38252321100",
            ),
            whom("Mićo", "Šljuka", position="VOZAČ", organisation="OPŠTINA PLJEVLJA", phone="+38267321101"),
        ),
    ),
)
