"""Third blind round, second batch: expected after the mends of the first one and before the reader was run over it."""

from datetime import datetime

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _contact_over_two(sheet: Worksheet) -> None:
    sheet.merge_cells("D2:E2")
    for place in ("A2:A3", "B2:B3", "C2:C3", "F2:F3"):
        sheet.merge_cells(place)


TOWNS = (
    Town(
        "w-embassy-list",
        "an embassy's list: passport, date of issue and end in columns with long English headings",
        rows=[
            ["Annex to Note Verbale No. 61219/35-112-1044"],
            ["LIST OF MEMBERS OF THE DELEGATION"],
            [
                "Nr",
                "Surname and given name(s)",
                "Sex",
                "Place and date of birth",
                "Official position",
                "Passport No.",
                "Date of issue",
                "Date of expiry",
            ],
            [
                1,
                "HORDIIENKO Vadym",
                "M",
                "Lubny, 14.10.1971",
                "Mayor of Lubny",
                "DP012345",
                "01.02.2024",
                "01.02.2029",
            ],
            [
                2,
                "ZAIETS Anzhelika",
                "F",
                "Kyiv, 02.03.1986",
                "Head of International Relations Office",
                "FP998811",
                "11.06.2021",
                "11.06.2031",
            ],
        ],
        people=[
            whom(
                "Vadym",
                "Hordiienko",
                gender="m",
                birth_date="1971-10-14",
                position="Mayor of Lubny",
                passport_number="DP012345",
                passport_expiry="2029-02-01",
            ),
            whom(
                "Anzhelika",
                "Zaiets",
                gender="f",
                birth_date="1986-03-02",
                position="Head of International Relations Office",
                passport_number="FP998811",
                passport_expiry="2031-06-11",
            ),
        ],
    ),
    Town(
        "w-russian-headings",
        "Russian headings over Ukrainian names: place of work with the post, phone and e-mail in one cell",
        rows=[
            ["№", "Ф.И.О.", "Должность, место работы", "Контакты", "Дата рожд.", "Питание"],
            [
                1,
                "Коломієць Руслан Едуардович",
                "зам. городского головы, Краматорский горсовет",
                "+380501002030, r.kolomiets@krm.gov.ua",
                "08.09.1976",
                "обычное",
            ],
            [
                2,
                "Бесараб Лілія Андріївна",
                "нач. отдела, Краматорский горсовет",
                "0662003040\nlilia.b@ukr.net",
                "19.01.1990",
                "без свинины",
            ],
        ],
        people=[
            whom(
                "Руслан",
                "Коломієць",
                patronymic="Едуардович",
                position="зам. городского головы, Краматорский горсовет",
                phone="+380501002030",
                email="r.kolomiets@krm.gov.ua",
                birth_date="1976-09-08",
            ),
            whom(
                "Лілія",
                "Бесараб",
                patronymic="Андріївна",
                position="нач. отдела, Краматорский горсовет",
                phone="+380662003040",
                email="lilia.b@ukr.net",
                birth_date="1990-01-19",
                diet="без свинины",
            ),
        ],
    ),
    Town(
        "w-ms-forms-uk",
        "Microsoft Forms in Ukrainian, the account's columns filled for one",
        rows=[
            [
                "Ідентифікатор",
                "Час початку",
                "Час завершення",
                "Електронна пошта",
                "Ім'я",
                "Прізвище, ім'я, по батькові учасника",
                "Оберіть Вашу громаду",
                "Яку посаду Ви обіймаєте?",
                "Номер мобільного телефону",
                "Чи маєте Ви дійсний закордонний паспорт? Вкажіть номер",
                "Чи є особливі потреби в харчуванні?",
                "Чи потрібне поселення?",
            ],
            [
                1,
                datetime(2026, 1, 20, 9, 0),
                datetime(2026, 1, 20, 9, 6),
                "anonymous",
                "",
                "Тимчишин Юрій Васильович",
                "Самбірська міська рада",
                "керівник апарату",
                "0671231231",
                "FT 121212",
                "Ні, немає",
                "Так;",
            ],
            [
                2,
                datetime(2026, 1, 20, 10, 0),
                datetime(2026, 1, 20, 10, 9),
                "anonymous",
                "",
                "Лозова Вікторія Павлівна",
                "Дрогобицька міська рада",
                "фахівчиня 1 категорії",
                "+380 (50) 321 32 13",
                "GB565656",
                "Безлактозне",
                "Ні;",
            ],
        ],
        people=[
            whom(
                "Юрій",
                "Тимчишин",
                patronymic="Васильович",
                organisation="Самбірська міська рада",
                position="керівник апарату",
                phone="+380671231231",
                passport_number="FT121212",
            ),
            whom(
                "Вікторія",
                "Лозова",
                patronymic="Павлівна",
                organisation="Дрогобицька міська рада",
                position="фахівчиня 1 категорії",
                phone="+380503213213",
                passport_number="GB565656",
                diet="Безлактозне",
            ),
        ],
    ),
    Town(
        "w-crm-export",
        "a CRM's export in utf-16 with tabs: account, title, business and mobile phone, owner of the record",
        text=(
            "Contact ID\tFull Name\tAccount Name\tJob Title\tBusiness Phone\tMobile Phone\tEmail\tOwner\tModified On\n"
            "C-00017\tDr. Lukas Brandt\tStadt Ulm\tProject Lead\t+49 731 1610\t+49 171 1234567\tl.brandt@ulm.de\t"
            "Anna Schulz\t2026-01-05 11:20\n"
            "C-00018\tSofie Lindqvist\tVästerås stad\tInternational Coordinator\t+46 21 39 00 00\t\t"
            "sofie.lindqvist@vasteras.se\tAnna Schulz\t2026-01-06 08:01\n"
        ),
        encoding="utf-16",
        ending=".txt",
        people=[
            whom(
                "Lukas",
                "Brandt",
                organisation="Stadt Ulm",
                position="Project Lead",
                phone="+497311610",
                email="l.brandt@ulm.de",
            ),
            whom(
                "Sofie",
                "Lindqvist",
                organisation="Västerås stad",
                position="International Coordinator",
                phone="+4621390000",
                email="sofie.lindqvist@vasteras.se",
            ),
        ],
    ),
    Town(
        "w-srpska-fathers",
        "Republika Srpska: the father's name in brackets, Cyrillic, phones of Bosnia",
        rows=[
            ["Р/б", "Име (име оца) и презиме", "Организациона јединица", "Радно мјесто", "Тел.", "Е-маил"],
            [
                "1",
                "Марко (Петар) Марковић",
                "Одјељење за привреду",
                "начелник одјељења",
                "065/123-456",
                "marko.markovic@teslic.ba",
            ],
            [
                "2",
                "Јелена (Драго) Симић",
                "Одјељење за привреду",
                "виши стручни сарадник",
                "066/987-654",
                "jelena.simic@teslic.ba",
            ],
        ],
        people=[
            whom(
                "Марко",
                "Марковић",
                position="начелник одјељења",
                phone="+38765123456",
                email="marko.markovic@teslic.ba",
            ),
            whom(
                "Јелена",
                "Симић",
                position="виши стручни сарадник",
                phone="+38766987654",
                email="jelena.simic@teslic.ba",
            ),
        ],
    ),
    Town(
        "w-serbia-rooms",
        "Serbian Latin: with whom the room is shared, size of the shirt, nobody of that column is a participant",
        rows=[
            [
                "Ime",
                "Prezime",
                "Grad/opština",
                "Funkcija",
                "Br. telefona",
                "E-adresa",
                "Deli sobu sa",
                "Veličina majice",
                "Alergije",
            ],
            [
                "Nemanja",
                "Živković",
                "Grad Užice",
                "član Gradskog veća",
                "+381 64 8881234",
                "nemanja@uzice.rs",
                "Petar Lazić",
                "L",
                "kikiriki",
            ],
            [
                "Petar",
                "Lazić",
                "Grad Užice",
                "stručni saradnik",
                "063 8885678",
                "petar.lazic@uzice.rs",
                "Nemanja Živković",
                "M",
                "nema",
            ],
            ["Jasmina", "Nikolić-Ćirić", "Grad Užice", "prevodilac", "062/888-999", "", "sama", "S", ""],
        ],
        people=[
            whom(
                "Nemanja",
                "Živković",
                organisation="Grad Užice",
                position="član Gradskog veća",
                phone="+381648881234",
                email="nemanja@uzice.rs",
                diet="kikiriki",
            ),
            whom(
                "Petar",
                "Lazić",
                organisation="Grad Užice",
                position="stručni saradnik",
                phone="+381638885678",
                email="petar.lazic@uzice.rs",
            ),
            whom("Jasmina", "Nikolić-Ćirić", organisation="Grad Užice", position="prevodilac", phone="+38162888999"),
        ],
    ),
    Town(
        "w-macedonia-two-rows",
        "Macedonian headings on two rows, contact over phone and mail",
        rows=[
            ["Список на учесници"],
            ["Бр.", "Презиме и име", "Институција", "Контакт", "", "Забелешка"],
            ["", "", "", "моб. телефон", "е-маил", ""],
            [1, "Стојановска Билјана", "Општина Велес", "078 222 333", "biljana.s@veles.gov.mk", "вегетаријанец"],
            [2, "Димов Ѓоко", "Општина Велес", "+389 72 444 555", "dimov@veles.gov.mk", ""],
        ],
        change=_contact_over_two,
        people=[
            whom(
                "Билјана",
                "Стојановска",
                organisation="Општина Велес",
                phone="+38978222333",
                email="biljana.s@veles.gov.mk",
                notes="вегетаријанец",
            ),
            whom(
                "Ѓоко",
                "Димов",
                organisation="Општина Велес",
                phone="+38972444555",
                email="dimov@veles.gov.mk",
            ),
        ],
    ),
)
