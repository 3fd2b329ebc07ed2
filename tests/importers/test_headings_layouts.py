"""Lists as towns lay them out: headings on several rows, parameter blocks, groups, several tables, no headings."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from app.importers.people_row import Reading
from app.importers.staged import Staged
from app.importers.staging import Choices, plan_sheets, stage
from app.importers.workbook import open_workbook
from tests.importers.workbooks import xlsx

TODAY = date(2026, 11, 21)


def _stage(path: Path, *rows: list[Any], merge: tuple[str, ...] = (), choices: Choices | None = None) -> Staged:
    def change(sheet: Worksheet) -> None:
        for span in merge:
            sheet.merge_cells(span)

    return stage(open_workbook(xlsx(path / "list.xlsx", *rows, change=change)), Reading(today=TODAY), choices)


def _fields(staged: Staged) -> list[str]:
    return [column.field for column in staged.sheets[0].headings.columns.values()]


def _people(staged: Staged, *names: str) -> list[tuple[str, ...]]:
    return [tuple(row.fields.get(name, row.extra.get(name, "")) for name in names) for row in staged.rows]


def _codes(staged: Staged) -> list[tuple[int, str]]:
    return [(row.row, warning.code) for row in staged.rows for warning in row.warnings]


def test_a_bosnian_list_under_its_project_block(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Projekat: Jačanje lokalne uprave"],
        ["Datum:", "12.03.2026."],
        ["Spisak učesnika"],
        [],
        ["R. br.", "Ime i prezime", "Institucija", "Radno mjesto", "JMBG", "Br. pasoša", "Važi do", "Kontakt telefon"],
        [1, "Amra Hadžić", "Općina Tuzla", "načelnica", "0703980175001", "A1234567", "7.3.2029.", "+387 61 123 456"],
        [2, "Jovan Petrović", '-"-', "savjetnik", None, None, None, "065 123 456"],
        ["Ukupno: 2"],
        ["M.P.", None, "Potpis: ________"],
    )
    assert staged.sheets[0].headings.rows == (5,)
    assert _people(staged, "given_name", "family_name", "organisation", "phone", "passport_expiry") == [
        ("Amra", "Hadžić", "Općina Tuzla", "+38761123456", "2029-03-07"),
        ("Jovan", "Petrović", "Općina Tuzla", "+38765123456", ""),
    ]
    assert "0703980175001" not in str(staged.as_json())
    assert [(one.row, one.reason) for one in staged.skipped] == [(8, "import_row_total"), (9, "import_row_remark")]


def test_a_serbian_list_in_cyrillic(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Р. бр.", "Презиме и име", "Општина", "Функција", "Датум рођења", "Пол", "Мобилни телефон"],
        [1, "Петровић Јован", "Општина Чачак", "саветник", "07.03.1980. године", "М", "064 123 4567"],
        [2, "Јовановић Милица", "исто", "секретар", "7. марта 1985.", "Ж", "063/123-456"],
    )
    assert _people(staged, "given_name", "family_name", "given_latin", "birth_date", "gender", "phone") == [
        ("Јован", "Петровић", "Jovan", "1980-03-07", "m", "+381641234567"),
        ("Милица", "Јовановић", "Milica", "1985-03-07", "f", "+38163123456"),
    ]
    assert [row.fields["organisation"] for row in staged.rows] == ["Општина Чачак"] * 2
    # Bosnia has numbers like the second one as well.
    assert _codes(staged) == [(3, "import_phone_country_taken")]


def test_a_macedonian_list(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Реден број", "Име", "Презиме", "Институција", "ЕМБГ", "Број на пасош", "Мобилен телефон", "Е-пошта"],
        [1, "Ѓорѓи", "Стојановски", "Општина Битола", "0703980410001", "A1234567", "070 123 456", "g@b.example"],
    )
    assert _fields(staged)[4] == "national_id"
    assert _people(staged, "given_latin", "family_latin", "phone", "passport_number") == [
        ("Gjorgji", "Stojanovski", "+38970123456", "A1234567")
    ]


def test_the_second_language_stands_in_the_row_below(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["№", "Прізвище, ім'я, по батькові", "Посада", "Телефон"],
        ["No.", "(Full name)", "(Position)", "(Phone)"],
        [1, "Ткач Іван Петрович", "голова", "0671112233"],
    )
    assert staged.sheets[0].headings.rows == (1, 2)
    assert _people(staged, "family_name", "position") == [("Ткач", "голова")]


def test_groups_over_parts_on_three_rows(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["List of the delegation", None, None, None, None, None],
        ["No", "Participants", None, None, None, None],
        [None, "Name", None, "Passport", None, "Contact"],
        [None, "Given", "Family", "No.", "Valid until", "E-mail"],
        [1, "Ana", "Novak", "PB1234567", "7. 3. 2029", "a@b.example"],
        merge=("A1:F1", "A2:A4", "B2:F2", "B3:C3", "D3:E3"),
    )
    assert staged.sheets[0].headings.rows == (2, 3, 4)
    assert _fields(staged) == [
        "row_no",
        "given_name",
        "family_name",
        "passport_number",
        "passport_expiry",
        "email",
    ]
    assert staged.sheets[0].headings.title == "List of the delegation"


def test_a_group_and_its_part_go_before_the_part_alone(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Прізвище та ім'я", "Паспорт", None],
        [None, "Номер", "Дійсний до"],
        ["Ткач Іван", "FA553259", "12.03.2029"],
        merge=("A1:A2", "B1:C1"),
    )
    assert _fields(staged) == ["full_name", "passport_number", "passport_expiry"]


def test_arrival_and_departure_under_their_groups(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["ПІБ", "Прибуття", None, "Від'їзд", None],
        [None, "Дата", "Рейс", "Дата", "Рейс"],
        ["Ткач Іван Петрович", "01.03.2026", "LO 753", "05.03.2026", "LO 754"],
        merge=("A1:A2", "B1:C1", "D1:E1"),
    )
    assert _fields(staged) == [
        "full_name",
        "arrival_date",
        "arrival_details",
        "departure_date",
        "departure_details",
    ]
    assert _people(staged, "arrival_date", "departure_date") == [("2026-03-01", "2026-03-05")]


def test_one_heading_over_the_three_parts_of_a_name(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["№", "ПІБ", None, None, "Посада"],
        [1, "Ткач", "Іван", "Петрович", "голова"],
        [2, "Щур", "Ганна", "Іванівна", "депутат"],
        merge=("B1:D1",),
    )
    assert _people(staged, "family_name", "given_name", "patronymic") == [
        ("Ткач", "Іван", "Петрович"),
        ("Щур", "Ганна", "Іванівна"),
    ]


def test_headings_far_down_with_empty_columns_numbers_and_repetitions(tmp_path: Path) -> None:
    headings = [None, "№", None, "ПІБ", None, "Посада", "Телефон"]
    staged = _stage(
        tmp_path,
        ["Логотип"],
        *([[]] * 21),
        ["Проєкт:", "Мости"],
        headings,
        [None, 1, None, 2, None, 3, 4],
        [None, 1, None, "Ткач Іван Петрович", None, "голова", "0671112233"],
        headings,
        [None, 2, None, "Щур Ганна Іванівна", None, "депутат", 671112234],
    )
    assert staged.sheets[0].headings.rows == (24,)
    assert _people(staged, "family_name", "phone") == [("Ткач", "+380671112233"), ("Щур", "+380671112234")]
    assert [(one.row, one.reason) for one in staged.skipped] == [
        (25, "import_row_heading"),
        (27, "import_row_heading"),
    ]


def test_two_tables_in_one_sheet_have_each_their_own_columns(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Name", "Organisation", "E-mail"],
        ["Ana Novak", "Občina Kranj", "a@b.example"],
        [],
        [],
        ["Ukrainian delegation"],
        ["Організація", "ПІБ", "Ел. пошта", "Телефон"],
        ["Заводська рада", "Ткач Іван Петрович", "t@z.example", "0671112233"],
    )
    assert staged.sheets[0].headings.rows == (1,)
    assert _people(staged, "family_name", "organisation", "email") == [
        ("Novak", "Občina Kranj", "a@b.example"),
        ("Ткач", "Заводська рада", "t@z.example"),
    ]
    assert [row.row for row in staged.rows] == [2, 7]
    assert staged.rows[1].raw["organisation"] == "Заводська рада"


def test_the_same_headings_again_keep_what_the_user_chose(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Name", "Organisation", "Status"],
        ["Ana Novak", "Občina Kranj", "guest"],
        [],
        ["Name", "Organisation", "Status"],
        ["Jan Kralj", "Občina Kranj", "host"],
    ]
    staged = _stage(tmp_path, *rows, choices=Choices(mappings={"List": {3: "notes"}}))
    assert _people(staged, "given_name", "notes") == [("Ana", "guest"), ("Jan", "host")]


def test_headings_of_groups_in_all_languages_name_the_organisation(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["№", "ПІБ", "Посада"],
        ["Občina Domžale:"],
        [1, "Ana Novak", "svetovalka"],
        ["II.", "Општина Битола"],
        [1, "Goran Stojanovski", "советник"],
        ["Delegation: Olofströms kommun"],
        [1, "Åsa Lindberg", "strateg"],
        ["Sarajevo"],
        [1, "Amra Hadžić", "savjetnica"],
        ["Skupno:", 4],
        ["* заповнюється друкованими літерами"],
        ["Директор Іваненко І.І. ___________"],
    )
    assert _people(staged, "family_name", "organisation") == [
        ("Novak", "Občina Domžale"),
        ("Stojanovski", "Општина Битола"),
        ("Lindberg", "Olofströms kommun"),
        ("Hadžić", "Sarajevo"),
    ]
    assert {row.sources["organisation"] for row in staged.rows} == {"group"}
    assert [one.reason for one in staged.skipped][-3:] == [
        "import_row_total",
        "import_row_remark",
        "import_row_remark",
    ]


def test_organisations_merged_down_and_marks_of_repetition(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Општина", "Име и презиме", "Функција", "Држава"],
        ["Битола", "Горан Стојановски", "советник", "Северна Македонија"],
        [None, "Весна Трајковска", "— // —", '"'],
        ["Охрид", "Илија Ристов", "исто", "„"],
        ["–", "Ана Илиева", "the same", ""],
        merge=("A2:A3",),
    )
    assert _people(staged, "organisation", "position", "country") == [
        ("Битола", "советник", "MK"),
        ("Битола", "советник", "MK"),
        ("Охрид", "советник", "MK"),
        ("", "советник", ""),
    ]


def test_the_country_of_each_row_says_how_its_numbers_are_read(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Ime in priimek\nName and surname", "Država\nCountry", "Telefon\nPhone"],
        ["Ana Novak", "Slovenija", "031 905 035"],
        ["Іван Ткач", "Україна (Ukraine)", "0671112233"],
        ["Amra Hadžić", "Bosnia and Herzegovina", "061 123 456"],
        ["Adnan Begić", "BiH", "061/123-457"],
        ["Jānis Bērziņš", "LV", "29 123 456"],
        ["Åsa Öberg", "Sverige", "070-024 95 23"],
        ["Goran Ristov", "Atlantis", "031 905 036"],
    )
    assert _people(staged, "country", "phone") == [
        ("SI", "+38631905035"),
        ("UA", "+380671112233"),
        ("BA", "+38761123456"),
        ("BA", "+38761123457"),
        ("LV", "+37129123456"),
        ("SE", "+46700249523"),
        ("Atlantis", "+38631905036"),
    ]


def test_e_mail_addresses_tell_the_country_where_headings_do_not(tmp_path: Path) -> None:
    headings = ["Ime i prezime", "E-mail", "Telefon"]
    bosnian = _stage(tmp_path, headings, ["Amra Hadžić", "a@tuzla.ba", "061 123 456"])
    assert bosnian.rows[0].fields["phone"] == "+38761123456"
    mixed = _stage(
        tmp_path, headings, ["Amra Hadžić", "a@tuzla.ba", "061 123 456"], ["Ivo Ivić", "i@x.hr", "091 234 5678"]
    )
    assert [row.fields.get("phone") for row in mixed.rows] == [None, "+385912345678"]
    assert _codes(mixed) == [(2, "import_phone_unreadable")]


def test_names_with_titles_posts_and_numbers(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Прізвище та ім'я", "Організація"],
        ["1. Іваненко Іван, міський голова", "A"],
        ["Ana Novak – županja", "B"],
        ["dr. Jan Kralj", "C"],
        ["к.т.н. Ткач Олег Петрович (директор)", "D"],
        ["prof. dr. Amra Hadžić, načelnica odjela", "E"],
        ["Žagar, Mojca", "F"],
        ["Åsa Lindberg\nkommunalråd", "G"],
    )
    assert _people(staged, "given_name", "family_name", "position") == [
        ("Іван", "Іваненко", "міський голова"),
        ("Ana", "Novak", "županja"),
        ("Jan", "Kralj", ""),
        ("Олег", "Ткач", "директор"),
        ("Amra", "Hadžić", "načelnica odjela"),
        ("Mojca", "Žagar", ""),
        ("Åsa", "Lindberg", "kommunalråd"),
    ]


def test_a_post_of_its_own_column_wins_over_one_beside_the_name(tmp_path: Path) -> None:
    staged = _stage(tmp_path, ["ПІБ", "Посада"], ["Іваненко Іван, міський голова", "депутат"])
    assert _people(staged, "family_name", "position") == [("Іваненко", "депутат")]


def test_phone_and_e_mail_in_one_cell_of_either_column(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Ім'я", "Прізвище", "Телефон", "E-mail"],
        ["Іван", "Ткач", "0671112233, ivan@x.example", None],
        ["Ганна", "Щур", None, "h@x.example тел. 067 111 22 34"],
        ["Олег", "Бойко", "o@b.example", None],
        ["Марія", "Коваль", "067 111 22 35 m@x.example", "own@x.example"],
    )
    assert _people(staged, "phone", "email") == [
        ("+380671112233", "ivan@x.example"),
        ("+380671112234", "h@x.example"),
        ("", "o@b.example"),
        ("+380671112235", "own@x.example"),
    ]
    assert _codes(staged) == []


def test_a_form_s_questions(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        [
            "Позначка часу",
            "Вкажіть, будь ласка, Ваше прізвище, ім'я та по батькові",
            "Назва Вашої територіальної громади",
            "Ваша посада",
            "Контактний номер телефону (Viber)",
            "Чи маєте алергії або особливості харчування?",
            "Чи даєте Ви згоду на обробку персональних даних?",
        ],
        ["2026-03-01 10:20:30", "Ткач Іван Петрович", "Заводська", "голова", "0671112233", "Без обмежень", "Так"],
    )
    assert _people(staged, "family_name", "organisation", "position", "phone", "diet", "data_consent") == [
        ("Ткач", "Заводська", "голова", "+380671112233", "", "yes")
    ]


def test_a_sheet_without_headings_is_proposed_and_read_only_when_the_user_says_so(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Ana Novak", "Občina Kranj", "ana@kranj.example", "+386 31 905 035"],
        ["Jan Kralj", "Občina Kranj", "jan@kranj.example", "+386 41 905 035"],
        ["Mojca Žagar", "Občina Domžale", "m@d.example", "031 905 036"],
    ]
    book = open_workbook(xlsx(tmp_path / "a.xlsx", *rows))
    (plan,) = plan_sheets(book)
    assert not plan.used
    assert not plan.headings.rows
    assert {at: (one.field, one.confidence, one.how) for at, one in plan.headings.columns.items()} == {
        1: ("full_name", 0.4, "values"),
        2: ("organisation", 0.4, "values"),
        3: ("email", 0.4, "values"),
        4: ("phone", 0.4, "values"),
    }
    staged = stage(book, Reading(today=TODAY), Choices(heading_rows={"List": 0}, mappings={"List": {2: "position"}}))
    assert _people(staged, "family_name", "position", "phone") == [
        ("Novak", "Občina Kranj", "+38631905035"),
        ("Kralj", "Občina Kranj", "+38641905035"),
        ("Žagar", "Občina Domžale", "+38631905036"),
    ]
    assert [row.row for row in staged.rows] == [1, 2, 3]


def test_numbers_alone_without_headings_propose_nothing(tmp_path: Path) -> None:
    book = open_workbook(xlsx(tmp_path / "a.xlsx", [1, 2.5, "x"], [2, 3.5, "y"], [3, 4.5, "z"]))
    (plan,) = plan_sheets(book)
    assert plan.headings.columns == {}


def test_dates_of_a_column_prove_their_order_for_all_of_it(tmp_path: Path) -> None:
    headings = ["Name", "Date of birth"]
    proved = _stage(tmp_path, headings, ["Ana Novak", "03/07/1980"], ["Jan Kralj", "12/25/1990"])
    assert _people(proved, "birth_date") == [("1980-03-07",), ("1990-12-25",)]
    assert _codes(proved) == []
    unclear = _stage(tmp_path, headings, ["Ana Novak", "03/07/1980"], ["Jan Kralj", "04/05/1990"])
    assert _codes(unclear) == [(2, "import_date_swappable"), (3, "import_date_swappable")]
    mixed = _stage(
        tmp_path, headings, ["Ana Novak", "03/07/1980"], ["Jan Kralj", "12/25/1990"], ["Mojca Žagar", "25/12/1991"]
    )
    assert _codes(mixed) == [(2, "import_date_swappable"), (3, "import_date_unreadable")]


def test_a_passport_cell_that_says_how_long_it_is_valid(tmp_path: Path) -> None:
    staged = _stage(tmp_path, ["ПІБ", "Паспорт"], ["Ткач Іван Петрович", "FA553259, дійсний до 12.03.2029"])
    assert _people(staged, "passport_number", "passport_expiry") == [("FA553259", "2029-03-12")]
    assert _codes(staged) == [(2, "import_passport_taken_out")]


def test_a_row_that_shows_how_to_fill_in_is_nobody_and_a_heading_may_show_the_form_of_dates(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["ПІБ", "Дата народження", "Телефон"],
        ["як у паспорті", "дд.мм.рррр", "+380..."],
        ["Ткач Іван Петрович", "07.03.1980", "0671112233"],
    )
    assert _people(staged, "family_name") == [("Ткач",)]
    assert [(one.row, one.reason) for one in staged.skipped] == [(2, "import_row_remark")]
    british = _stage(tmp_path, ["Name", "Date of birth (DD/MM/YYYY)"], ["Ana Novak", "03/07/1980"])
    american = _stage(tmp_path, ["Name", "Date of birth (MM/DD/YYYY)"], ["Ana Novak", "03/07/1980"])
    assert _people(british, "birth_date") + _people(american, "birth_date") == [("1980-07-03",), ("1980-03-07",)]
    assert _codes(british) + _codes(american) == []


def test_an_organisation_that_stands_alone_above_its_people_in_its_own_column(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Organisation", "Name", "Function"],
        ["Občina Kranj", None, None],
        [None, "Ana Novak", "svetovalka"],
        [None, "Jan Kralj", "župan"],
        ["Občina Domžale", None, None],
        [None, "Mojca Žagar", "direktorica"],
    )
    assert _people(staged, "family_name", "organisation") == [
        ("Novak", "Občina Kranj"),
        ("Kralj", "Občina Kranj"),
        ("Žagar", "Občina Domžale"),
    ]


def test_data_that_are_headings_elsewhere_stay_data(tmp_path: Path) -> None:
    staged = _stage(
        tmp_path,
        ["Ime in priimek", "Organizacija", "Jeziki", "Nastanitev"],
        ["Ana Novak", "Občina Kranj", "English", "Hotel"],
        ["Jan Kralj", "Ministrstvo", "Angleški jezik", "Hotel"],
    )
    assert staged.sheets[0].headings.rows == (1,)
    assert _people(staged, "given_name", "languages") == [("Ana", "English"), ("Jan", "Angleški jezik")]
