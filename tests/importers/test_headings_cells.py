"""Cells in a dozen languages: dates, phones of each country, countries, sex, yes and no, names with posts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.given_names import given_names
from app.core.vocabulary import Sex
from app.importers.carried_down import MARKS
from app.importers.cells import clean_consent, clean_diet, clean_email, clean_gender, yes_or_no
from app.importers.countries import clean_country, country_code, usual_region
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.name_and_post import clean_full_name, clean_name_word
from app.importers.phones import clean_phone
from app.importers.row_kinds import group_name
from app.importers.row_words import GROUP, OPEN, SIGNATURE, TOTAL
from app.importers.workbook import Cell

TODAY = date(2026, 11, 21)


def _birth(cell: Cell) -> tuple[str, list[str]]:
    cleaned = clean_date(cell, DateHabit(), TODAY, birth=True)
    return cleaned.value, [told.code for told in cleaned.told]


@pytest.mark.parametrize(
    "cell",
    [
        "07.03.1980 р.",
        "07.03.1980 р.н.",
        "07.03.1980г.р.",
        "7 березня 1980 року народження",
        "7-березня-1980",
        "7 марта 1980 года",
        "7. ožujka 1980.",
        "7. marta 1980. godine",
        "7. марта 1980. године",
        "7 март 1980",
        "7. marec 1980",
        "den 7 mars 1980",
        "1980.gada 7.marts",
        "1980. gada 7. martā",
        "7 marca 1980 r.",
        "7. März 1980",
        "7 martie 1980",
        "7.III.1980",
        "07.ІІІ.1980",
        "7. III 1980",
        "Friday, 7 March 1980",
        "7th of March 1980",
        "народ. 07.03.1980",
        "07.03.1980, Київ",
        "rojen 7. 3. 1980",
        "19800307",
        "07031980",
        7_031_980.0,
        19_800_307.0,
        29_287.0,
        "1980-03-07T12:30:00+02:00",
        "1980-03-07 00:00:00",
        "07,03,1980",
        "07 03 1980",
        "7.3.80",
        "1980/03/07",
    ],
)
def test_the_seventh_of_march(cell: Cell) -> None:
    assert _birth(cell) == ("1980-03-07", [])


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("siječnja", 1),
        ("січня", 1),
        ("јануари", 1),
        ("janvārī", 1),
        ("veljače", 2),
        ("лютого", 2),
        ("фебруар", 2),
        ("travnja", 4),
        ("квітня", 4),
        ("kwietnia", 4),
        ("травня", 5),
        ("svibnja", 5),
        ("мај", 5),
        ("maijs", 5),
        ("lipnja", 6),
        ("червня", 6),
        ("czerwca", 6),
        ("jūnijs", 6),
        ("јуни", 6),
        ("липня", 7),
        ("srpnja", 7),
        ("lipca", 7),
        ("jūlijs", 7),
        ("серпня", 8),
        ("kolovoza", 8),
        ("sierpnia", 8),
        ("август", 8),
        ("rujna", 9),
        ("вересня", 9),
        ("септември", 9),
        ("жовтня", 10),
        ("октомври", 10),
        ("листопада", 11),
        ("studenoga", 11),
        ("новембар", 11),
        ("ноября", 11),
        ("грудня", 12),
        ("prosinca", 12),
        ("децембар", 12),
        ("Dezember", 12),
    ],
)
def test_months_that_look_alike_in_two_languages(text: str, month: int) -> None:
    assert _birth(f"12. {text} 1980") == (f"1980-{month:02}-12", [])


def test_a_month_of_two_meanings_is_told_and_weekdays_are_no_months() -> None:
    assert _birth("7. listopada 1980") == ("1980-10-07", ["import_month_two_ways"])
    assert clean_date("середа, 9 березня 2026", DateHabit(), TODAY).value == "2026-03-09"
    assert clean_date("среда 9 сентября 2026", DateHabit(), TODAY).value == "2026-09-09"


@pytest.mark.parametrize("text", ["07.03.1980 - 08.03.1981", "березень", "31.02.1980", "00.03.1980", "7.XIII.1980"])
def test_what_is_no_date_is_told(text: str) -> None:
    value, codes = _birth(text)
    assert value == ""
    assert codes == ["import_date_unreadable"]


@pytest.mark.parametrize(
    ("cell", "region", "expected"),
    [
        ("01 722 01 00", "SI", "+38617220100"),
        ("061/123-456", "BA", "+38761123456"),
        ("033 555 123", "BA", "+38733555123"),
        (61_123_456.0, "BA", "+38761123456"),
        ("091 234 5678", "HR", "+385912345678"),
        ("01/6101-111", "HR", "+38516101111"),
        ("064 123 4567", "RS", "+381641234567"),
        ("011/3313-000", "RS", "+381113313000"),
        ("069 123 456", "ME", "+38269123456"),
        ("02 3240 405", "MK", "+38923240405"),
        (70_123_456.0, "MK", "+38970123456"),
        ("069 212 3456", "AL", "+355692123456"),
        ("044/123-456", "XK", "+38344123456"),
        ("601 202 303", "PL", "+48601202303"),
        ("0171 1234567", "DE", "+491711234567"),
        ("0455-30 30 00", "SE", "+46455303000"),
        ("67012345", "LV", "+37167012345"),
        ("8(067)6395545", "UA", "+380676395545"),
        ("380501234567.0", "", "+380501234567"),
        (380_501_234_567.0, "", "+380501234567"),
        ("+383 44 123 456", "", "+38344123456"),
        ("+46 (0)70 024 95 23", "", "+46700249523"),
    ],
)
def test_phones_of_each_country_without_its_code(cell: Cell, region: str, expected: str) -> None:
    cleaned = clean_phone(cell, region)
    assert (cleaned.value, cleaned.told) == (expected, ())


def test_a_number_that_several_countries_may_give_out() -> None:
    serbian = clean_phone("064 123 4567", "|BA|HR|ME|RS")
    assert (serbian.value, serbian.told) == ("+381641234567", ())
    croatian = clean_phone("091 234 5678", "|BA|HR|ME|RS")
    assert (croatian.value, croatian.told) == ("+385912345678", ())
    anybody_s = clean_phone("061 123 456", "|BA|HR|ME|RS")
    assert (anybody_s.value, [told.code for told in anybody_s.told]) == ("", ["import_phone_unreadable"])
    taken = clean_phone("063/123-456", "RS|BA|ME")
    assert (taken.value, [told.code for told in taken.told]) == ("+38163123456", ["import_phone_country_taken"])
    assert clean_phone("+387 61 123 456", "RS|BA|ME").told == ()


def test_an_e_mail_beside_a_phone_and_the_other_way_round() -> None:
    phone = clean_phone("061 123 456, a@b.example", "BA")
    assert (phone.value, phone.also, phone.told) == ("+38761123456", (("email", "a@b.example"),), ())
    assert clean_phone("a@b.example", "BA").also == (("email", "a@b.example"),)
    mail = clean_email("h@x.example тел. 067 111 22 34")
    assert (mail.value, mail.told) == ("h@x.example", ())
    assert clean_phone(mail.also[0][1], "UA").value == "+380671112234"
    assert clean_email("a @ b.example").value == "a@b.example"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Україна", "UA"),
        ("УКРАЇНА", "UA"),
        ("Ukrajina", "UA"),
        ("UKR", "UA"),
        ("BiH", "BA"),
        ("БиХ", "BA"),
        ("Bosna i Hercegovina", "BA"),
        ("Bosnia and Herzegovina", "BA"),
        ("Sverige", "SE"),
        ("Zviedrija", "SE"),
        ("Slovenia / Slovenija", "SI"),
        ("Северна Македонија", "MK"),
        ("North Macedonia", "MK"),
        ("Crna Gora", "ME"),
        ("Kosova", "XK"),
        ("si", "SI"),
        ("Latvijas Republika", "LV"),
        ("Shqipëria", "AL"),
        ("Deutschland", "DE"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_countries(text: str, code: str) -> None:
    assert country_code(text) == code
    assert clean_country(text).value == code or text


def test_whose_numbers_a_sheet_holds() -> None:
    assert usual_region(["+387 61 1234567", "061 1"], [], [], "sl") == "BA"
    assert usual_region([], ["a@x.ba", "b@gmail.com"], [], "sh") == "BA"
    assert usual_region([], ["a@x.ba", "b@x.hr"], [], "sh") == "|BA|HR|ME|RS"
    assert usual_region([], ["a@x.ba"], ["Hrvatska"], "sh") == "HR"
    assert usual_region([], ["a@x.me"], [], "") == ""
    assert usual_region([], [], [], "mk") == "MK"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("muški", "bs", "m"),
        ("ženski", "hr", "f"),
        ("мушко", "sr", "m"),
        ("женско", "sr", "f"),
        ("машки", "mk", "m"),
        ("Ж", "mk", "f"),
        ("М", "sr", "m"),
        ("муж.", "ru", "m"),
        ("жен", "ru", "f"),
        ("ч (чоловіча)", "uk", "m"),
        ("F - female", "en", "f"),
        ("K", "pl", "f"),
        ("K", "hr", ""),
        ("mashkull", "sq", "m"),
        ("gđa", "bs", "f"),
        ("Г-дин", "mk", "m"),
        ("M/Ž", "bs", ""),
    ],
)
def test_sex_in_the_further_languages(text: str, language: str, expected: str) -> None:
    assert clean_gender(text, language).value == expected


def test_yes_no_and_nothing_in_the_further_languages() -> None:
    assert [yes_or_no(word) for word in ("да", "не", "DA", "nie", "tak", "✅", "✗", "jā, protams", "?")] == [
        *(True, False, True, False, True, True, False, True, None)
    ]
    assert [clean_consent(word).value for word in ("Так", "ne", "", "ok", True)] == ["yes", "no", "", "ok", "yes"]
    for text in (
        "Без обмежень",
        "Nema posebnih zahtjeva",
        "inga allergier",
        "Nav alerģiju!",
        "нема",
        "No restrictions.",
    ):
        assert clean_diet(text).value == ""
    assert clean_diet("без глютену").value == "без глютену"


@pytest.mark.parametrize(
    ("text", "name", "post", "told"),
    [
        ("Іваненко Іван, міський голова", "Іваненко Іван", "міський голова", 0),
        ("Ana Novak – županja", "Ana Novak", "županja", 0),
        ("Ana Novak (direktorica občinske uprave)", "Ana Novak", "direktorica občinske uprave", 0),
        ("Начальник відділу – Ткач Олег Петрович", "Ткач Олег Петрович", "Начальник відділу", 0),
        ("Novak, Ana, direktorica", "Novak, Ana", "direktorica", 0),
        ("Novak, Ana", "Novak, Ana", "", 0),
        ("Novak Ana, univ. dipl. prav.", "Novak Ana, univ. dipl. prav.", "", 0),
        ("Марія Коваль-Сидоренко", "Марія Коваль-Сидоренко", "", 0),
        ("Марія Коваль - Сидоренко", "Марія Коваль - Сидоренко", "", 0),
        ("dr. med. Jan Kralj", "Jan Kralj", "", 0),
        ("д.е.н., проф. Ткач Іван", "Ткач Іван", "", 0),
        ("12) Jan Kralj", "Jan Kralj", "", 0),
        ("Шевченко О.І.", "Шевченко О.І.", "", 0),
        ("Draga Novak", "Draga Novak", "", 0),
        ("Ana Novak, Zavod za razvoj", "Ana Novak", "Zavod za razvoj", 1),
    ],
)
def test_names_and_what_stands_beside_them(text: str, name: str, post: str, told: int) -> None:
    cleaned = clean_full_name(text)
    assert cleaned.value == name
    assert cleaned.also == ((("position", post),) if post else ())
    assert [one.code for one in cleaned.told] == ["import_name_and_more"] * told


@given(st.text(max_size=60))
def test_any_text_gives_a_name_or_nothing(text: str) -> None:
    cleaned = clean_full_name(text)
    assert len(cleaned.value) <= len(text) + 2


def test_rows_that_hold_nobody_by_their_first_words() -> None:
    totals = ("Всього:", "Разом 12", "Skupaj", "Totalt: 5", "Kopā", "Ukupno", "Укупно", "Вкупно", "Итого", "Razem")
    assert all(map(TOTAL.match, totals))
    signatures = ("Pripremila: A", "Sastavio", "Припремио", "Подготвил", "Составил", "М.П.", "_______", "* napomena")
    assert all(map(SIGNATURE.match, signatures))
    groups = ("Delegacija Tuzle", "Општина Битола", "Ogres novads", "Grad Zagreb", "Делегація громади", "Gmina Lubin")
    assert all(map(GROUP.search, groups))
    assert all(
        map(OPEN.match, ("TBC", "накнадно", "буде визначено", "N.N.", "bo sporočeno naknadno", "???", "vakance"))
    )
    for name in ("Totić Ana", "Суммарова Ганна", "Antal János", "Kopač Miha", "Gradišnik Ana", "Ukup Ivan"):
        assert not TOTAL.match(name)
        assert not SIGNATURE.match(name)
        assert not GROUP.search(name)
        assert not OPEN.match(name)
    assert group_name("II. Delegation: Tuzla:") == "Tuzla"
    assert group_name("Делегація Заводської громади") == "Делегація Заводської громади"


def test_a_dash_alone_repeats_nothing() -> None:
    assert not {"-", "–", "—", "", "."} & MARKS
    assert {'"', "-//-", "— // —", '–"–', "″", "isto", "Те саме", "ИСТО"} <= MARKS


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Amra", Sex.FEMALE),
        ("Jovan", Sex.MALE),
        ("Јован", Sex.MALE),
        ("Милица", Sex.FEMALE),
        ("Ѓорѓи", Sex.MALE),
        ("Весна", Sex.FEMALE),
        ("Vjollca", Sex.FEMALE),
        ("Arben", Sex.MALE),
        ("Małgorzata", Sex.FEMALE),
        ("Zbigniew", Sex.MALE),
        ("Ioana", Sex.FEMALE),
        ("Jürgen", Sex.MALE),
        ("Līga", Sex.FEMALE),
        ("Åsa", Sex.FEMALE),
    ],
)
def test_given_names_of_all_the_countries(name: str, sex: Sex) -> None:
    assert given_names().sex(name) is sex


@pytest.mark.parametrize("family", ["Novak", "Horvat", "Hadžić", "Krasniqi", "Шевченко", "Petrović", "Wójcik", "Öberg"])
def test_usual_family_names_are_no_given_names(family: str) -> None:
    assert not given_names().knows(family)


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("Ana Novak (Kralj)", "Ana Novak", "Kralj"),
        ("Kovalenko (Melnyk) Iryna", "Kovalenko Iryna", "Melnyk"),
        ("Руденко (до шлюбу) Ірина", "Руденко (до шлюбу) Ірина", ""),
        ("Олександр (Сашко) Рудий", "Олександр Рудий", "Сашко"),
    ],
)
def test_another_name_in_brackets_is_told_and_left_out(text: str, name: str, beside: str) -> None:
    cleaned = clean_full_name(text)
    assert cleaned.value == name
    assert [one.params.get("others") for one in cleaned.told] == ([beside] if beside else [])
    assert clean_name_word("Коваль (Мельник)").value == "Коваль"


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("Куценко Петро Іванович\nСухомлин Ольга Степанівна", "Куценко Петро Іванович", "Сухомлин Ольга Степанівна"),
        ("1. Яременко Ігор Петрович, 2. Бондар Інна Львівна", "Яременко Ігор Петрович", "Бондар Інна Львівна"),
        ("1) Яременко Ігор, голова; 2) Бондар Інна, секретарка", "Яременко Ігор", "Бондар Інна"),
        ("Ana Novak, Marko Kralj, Eva Zajc", "Ana Novak", "Marko Kralj; Eva Zajc"),
        ("Петренко Іван та Бондар Ольга", "Петренко Іван", "Бондар Ольга"),
        ("Anna Berg och Karl Lind", "Anna Berg", "Karl Lind"),
        ("Іван та Марія Бойко", "Іван Бойко", "Марія Бойко"),
        ("Бойко Іван і Марія", "Бойко Іван", "Бойко Марія"),
        ("ІВАН ТА МАРІЯ БОЙКО", "Іван Бойко", "Марія Бойко"),
        ("Ivan and Maria Boyko", "Ivan Boyko", "Maria Boyko"),
        ("Ivan i Marija Bojko", "Ivan Bojko", "Marija Bojko"),
        ("Ivan in Marija Bojko", "Ivan Bojko", "Marija Bojko"),
        ("Ivan & Maria Boyko", "Ivan Boyko", "Maria Boyko"),
        ("János och Anna Kovács", "János Kovács", "Anna Kovács"),
        ("Nándor és Ilona Kovács", "Nándor Kovács", "Ilona Kovács"),
        ("Jānis un Anna Bērziņi", "Jānis Bērziņi", "Anna Bērziņi"),
        ("Іван, Марія та Петро Бойко", "Іван Бойко", "Марія Бойко; Петро Бойко"),
        ("п. Іван та п. Марія Бойко", "Іван Бойко", "Марія Бойко"),
        ("Ivan/Marija Bojko", "Ivan Bojko", "Marija Bojko"),
        ("Іван Бойко з дружиною", "Іван Бойко", "з дружиною"),
        ("Ivan Bojko + 1", "Ivan Bojko", "+ 1"),
        ("Іван Бойко та син Петро", "Іван Бойко", "син Петро"),
    ],
)
def test_several_people_in_a_cell_are_told_and_one_is_made_of_them(text: str, first: str, others: str) -> None:
    cleaned = clean_full_name(text)
    assert [(one.code, one.params) for one in cleaned.told] == [
        ("import_several_people", {"first": first, "others": others})
    ]
    assert cleaned.value == first


def test_several_given_names_in_their_own_column_are_told() -> None:
    assert clean_name_word("Іван та Марія").value == "Іван"
    assert [one.code for one in clean_name_word("Ivan & Marija").told] == ["import_several_people"]
    for one in ("Anna Maria", "Ortega y Gasset", "Oleksandr/Olexandr"):
        assert clean_name_word(one).told == ()


@pytest.mark.parametrize(
    "text",
    [
        "Novak, Ana",
        "Коваленко Ірина,\nмолодша",
        "Бондар Інна Львівна, Завідувачка Відділу",
        "Ana Novak / Ана Новак",
        "José Ortega y Gasset",
        "Josep Puig i Cadafalch",
        "Oleksandr/Alexander Koval",
        "Hans von und zu Liechtenstein",
        "Іван Бойко з Полтави",
        "Іваненко Іван, міський голова та депутат",
        "Koval I. M.",
    ],
)
def test_one_person_is_not_taken_for_several(text: str) -> None:
    assert "import_several_people" not in [one.code for one in clean_full_name(text).told]


def test_a_name_in_both_scripts_is_taken_apart() -> None:
    for text in (
        "Петренко Олена\nOlena Petrenko",
        "Olena Petrenko (Петренко Олена)",
        "Петренко Олена / Olena Petrenko",
    ):
        cleaned = clean_full_name(text)
        assert (cleaned.value, cleaned.also, cleaned.told) == (
            "Петренко Олена",
            (("name_latin", "Olena Petrenko"),),
            (),
        )
