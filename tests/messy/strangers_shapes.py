"""Shapes that offices of further programmes send: roles as rows, people across, headings far below."""

from datetime import datetime

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _commented(sheet: Worksheet) -> None:
    sheet["C2"].comment = Comment("vegetarian", "Desk")
    sheet["A3"].comment = Comment("cannot come, Ms Wolf instead", "Desk")
    sheet.row_dimensions[4].hidden = True


def _wide_title(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:F4")
    sheet.merge_cells("A6:C6")
    sheet.merge_cells("D6:F6")


def _one_word_struck(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(strike=True)


def _hidden_sheet(book: openpyxl.Workbook) -> None:
    book["old"].sheet_state = "hidden"


TOWNS = (
    Town(
        "roles-as-rows",
        "rows that tell the role of those below, the nation in brackets, numbers that begin anew",
        rows=(
            ("No", "Name and surname", "Institution", "Position", "E-mail"),
            ("Mentors", "", "", "", ""),
            (1, "Ms Karin Blom", "Umeå kommun", "Planner", "karin@umea.example"),
            ("Participants", "", "", "", ""),
            (1, "Mr Oleh Sava", "Kovel City Council", "Head of Unit", "oleh@kovel.example"),
            (2, "Mrs. Inna Rys", "Kovel City Council", "Lawyer", "inna@kovel.example"),
            ("Interpreters", "", "", "", ""),
            (1, "Ms Olga Lund", "", "", "olga@lund.example"),
        ),
        people=(
            whom("Karin", "Blom", organisation="Umeå kommun", position="Planner", email="karin@umea.example"),
            whom(
                "Oleh", "Sava", organisation="Kovel City Council", position="Head of Unit", email="oleh@kovel.example"
            ),
            whom("Inna", "Rys", organisation="Kovel City Council", position="Lawyer", email="inna@kovel.example"),
            whom("Olga", "Lund", email="olga@lund.example"),
        ),
    ),
    Town(
        "people-across-in-english",
        "one column for each person with photo, arrival with time and an answer in two lines",
        rows=(
            ("", "Participant 1", "Participant 2"),
            ("First name", "Danylo", "Sofiia"),
            ("Last name", "HRYB", "MAK"),
            ("Date of birth", "7th March 1980", "March 8, 1981"),
            ("Job title", "Head of\nProcurement", "Adviser"),
            ("Organisation", "Dubno City Council", "Dubno City Council"),
            ("Passport number", "FE 123 456", "FE123457"),
            ("Arrival (date and time)", "12/10/2026 14:30", datetime(2026, 10, 12, 18, 5)),
            ("Dietary requirements", "none", "no fish"),
            ("Mobile", "+380 50 700 80 90", "+380507008091"),
        ),
        people=(
            whom(
                "Danylo",
                "Hryb",
                birth_date="1980-03-07",
                position="Head of Procurement",
                organisation="Dubno City Council",
                passport_number="FE123456",
                phone="+380507008090",
            ),
            whom(
                "Sofiia",
                "Mak",
                birth_date="1981-03-08",
                position="Adviser",
                organisation="Dubno City Council",
                passport_number="FE123457",
                phone="+380507008091",
                diet="no fish",
            ),
        ),
    ),
    Town(
        "comments-as-answers",
        "comments hold the answers: a need, somebody who does not come; a hidden row",
        rows=(
            ("Surname", "First name", "E-mail"),
            ("Fuchs", "Anton", "anton@graz.example"),
            ("Hase", "Berta", "berta@graz.example"),
            ("Igel", "Carl", "carl@graz.example"),
            ("Wolf", "Dora", "dora@graz.example"),
        ),
        change=_commented,
        people=(
            whom("Anton", "Fuchs", email="anton@graz.example"),
            whom("Dora", "Wolf", email="dora@graz.example"),
        ),
        others={"doubtful": (3,)},
    ),
    Town(
        "title-over-four-rows",
        "a title merged over four rows and all columns, two rows of headings in row 6 and 7, next of kin beside",
        rows=(
            ("STUDY VISIT\nList of participants", "", "", "", "", ""),
            (),
            (),
            (),
            (),
            ("Participant", "", "", "Person to contact in an emergency", "", ""),
            ("Family name\n(BLOCK CAPITALS)", "Given name(s)", "DoB", "Name", "Relation", "Phone"),
            ("O'NEILL", "Mary Ann", "07-Mar-1980", "Sean O'Neill", "husband", "+353 87 111 2222"),
            ("MACDONALD-ROSS", "Iain", "08.03.1981", "Fiona Ross", "wife", "+44 7700 900123"),
        ),
        change=_wide_title,
        people=(
            whom("Mary Ann", "O'Neill", birth_date="1980-03-07"),
            whom("Iain", "Macdonald-Ross", birth_date="1981-03-08"),
        ),
    ),
    Town(
        "nobody-yet",
        "places kept for people not yet named: N.N., TBC, tbd, ?, vacant",
        rows=(
            ("Name", "Organisation", "Position", "E-mail"),
            ("Petra Vidmar", "Občina Vrhnika", "adviser", "petra@vrhnika.example"),
            ("N.N.", "Občina Vrhnika", "driver", ""),
            ("TBC", "Občina Vrhnika", "expert", ""),
            ("to be confirmed", "Občina Logatec", "", ""),
            ("?", "Občina Logatec", "mayor", ""),
            ("Vacant", "Občina Logatec", "", ""),
            ("Luka Petek", "Občina Logatec", "mayor", "luka@logatec.example"),
        ),
        people=(
            whom("Petra", "Vidmar", organisation="Občina Vrhnika", position="adviser", email="petra@vrhnika.example"),
            whom("Luka", "Petek", organisation="Občina Logatec", position="mayor", email="luka@logatec.example"),
        ),
        others={"refused": (3, 4, 5, 6, 7)},
    ),
    Town(
        "column-without-heading",
        "the name of the office in a column that nobody headed, row numbers under no heading, a crossed-out telephone",
        rows=(
            ("", "Full name", "Phone", ""),
            (1, "Irene Maas", "+31 6 1234 5678", "irene@breda.example"),
            (2, "Joost van den Berg", "+31 6 1234 5679", "joost@breda.example"),
            (3, "Fleur de Wit", "+31 6 1234 5670", "fleur@breda.example"),
        ),
        people=(
            whom("Irene", "Maas", phone="+31612345678", email="irene@breda.example"),
            whom("Joost", "van den Berg", phone="+31612345679", email="joost@breda.example"),
            whom("Fleur", "de Wit", phone="+31612345670", email="fleur@breda.example"),
        ),
    ),
    Town(
        "hidden-old-list",
        "last year's list on a hidden sheet, a sheet of drop-down words, the true list on the third",
        sheets={
            "old": (("Name", "E-mail"), ("Old Person", "old@riga.example")),
            "lists": (("Yes", "Vegetarian"), ("No", "Vegan")),
            "2026": (
                ("First name", "Surname", "E-mail", "Special diet (Y/N, which)"),
                ("Aija", "Zeltiņa", "aija@riga.example", "Y – vegan"),
                ("Toms", "Lapsa", "toms@riga.example", "N"),
            ),
        },
        book=_hidden_sheet,
        people=(
            whom("Aija", "Zeltiņa", email="aija@riga.example", diet="Y – vegan"),
            whom("Toms", "Lapsa", email="toms@riga.example"),
        ),
    ),
    Town(
        "hostile-cells",
        "markup, formulas, emoji, direction marks and a very long text among true people",
        rows=(
            ("First name", "Surname", "Organisation", "Notes", "E-mail"),
            ("<b>Ivo</b>", "Rak", "R&D <Office>", "<img src=x>", "ivo@pula.example"),
            ('\'=HYPERLINK("x")', "Sova", "Grad Pula", "x" * 5000, "sova@pula.example"),
            ("Nela 🌻", "Mrav\u202e", "Grad Pula", "", "nela@pula.example"),
        ),
        people=(
            whom("<b>Ivo</b>", "Rak", organisation="R&D <Office>", email="ivo@pula.example"),
            whom('=HYPERLINK("x")', "Sova", organisation="Grad Pula", email="sova@pula.example"),
            whom("Nela 🌻", "Mrav", organisation="Grad Pula", email="nela@pula.example"),
        ),
    ),
    Town(
        "numbers-as-names",
        "two-line people: a person's second telephone and e-mail on a row of their own below",
        rows=(
            ("Nr", "Name, surname", "Town", "Phone", "E-mail"),
            (1, "Vesna Potočnik", "Kranj", "+386 41 100 200", "vesna@kranj.example"),
            ("", "", "", "+386 4 237 31 00", "vesna.p@kranj.example"),
            (2, "Rok Dolinar", "Kranj", "+386 41 100 201", "rok@kranj.example"),
        ),
        people=(
            whom("Vesna", "Potočnik", organisation="Kranj", phone="+38641100200", email="vesna@kranj.example"),
            whom("Rok", "Dolinar", organisation="Kranj", phone="+38641100201", email="rok@kranj.example"),
        ),
        others={"refused": (3,)},
    ),
    Town(
        "legend-above-on-the-sheet",
        "a legend of marks above the table, an agenda's dates as columns of ticks, a total of ticks below",
        rows=(
            ("Legend:", "", "", "", ""),
            ("V", "vegetarian", "", "", ""),
            ("X", "present", "", "", ""),
            ("", "", "", "", ""),
            ("Participant", "Organisation", "12 Oct", "13 Oct", "Meal"),
            ("Greta Holm", "Gotlands kommun", "X", "X", "V"),
            ("Nils Ek", "Gotlands kommun", "X", "", ""),
            ("Total", "", 2, 1, ""),
        ),
        people=(
            whom("Greta", "Holm", organisation="Gotlands kommun", diet="V"),
            whom("Nils", "Ek", organisation="Gotlands kommun"),
        ),
    ),
    Town(
        "dates-month-first",
        "one date of passports proves the month first in its column; the column of birth dates has the day first",
        rows=(
            ("Surname", "Given name", "Birth date", "Passport no", "Passport expiry date"),
            ("Marks", "Ada", "13/03/1980", 123456789, "12/31/2030"),
            ("Stone", "Ben", "04/05/1981", "012345678", "04/05/2031"),
        ),
        people=(
            whom("Ada", "Marks", birth_date="1980-03-13", passport_number="123456789", passport_expiry="2030-12-31"),
            whom("Ben", "Stone", birth_date="1981-05-04", passport_number="012345678", passport_expiry="2031-04-05"),
        ),
    ),
    Town(
        "date-columns-apart",
        "day, month and year of birth in three columns under one merged heading",
        rows=(
            ("Surname", "Name", "Date of birth", "", "", "E-mail"),
            ("", "", "day", "month", "year", ""),
            ("Reka", "Mina", 7, 3, 1980, "mina@ptuj.example"),
            ("Gora", "Filip", 31, 12, 1979, "filip@ptuj.example"),
        ),
        change=lambda sheet: sheet.merge_cells("C1:E1"),
        people=(
            whom("Mina", "Reka", birth_date="1980-03-07", email="mina@ptuj.example"),
            whom("Filip", "Gora", birth_date="1979-12-31", email="filip@ptuj.example"),
        ),
    ),
    Town(
        "polish-ticks-and-notes",
        "Polish: name in two orders by its heading, diet by ticks in Polish, remarks below the table",
        rows=(
            ("L.p.", "Nazwisko i imię", "Stanowisko", "Urząd", "Dieta\nwegetariańska", "Telefon"),
            (1, "Wójcik Małgorzata", "inspektor", "Urząd Gminy Łącko", "X", "+48 600 100 200"),
            (2, "Żak-Święcicki Łukasz", "wójt", "Urząd Gminy Łącko", "", "+48 600 100 201"),
            ("", "", "", "", "", ""),
            ("Uwaga: lista może ulec zmianie.", "", "", "", "", ""),
            ("Sporządziła: Anna Nowak", "", "", "", "", ""),
        ),
        people=(
            whom(
                "Małgorzata",
                "Wójcik",
                position="inspektor",
                organisation="Urząd Gminy Łącko",
                phone="+48600100200",
                diet="Dieta wegetariańska",
            ),
            whom("Łukasz", "Żak-Święcicki", position="wójt", organisation="Urząd Gminy Łącko", phone="+48600100201"),
        ),
    ),
)
