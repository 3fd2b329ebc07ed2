"""Workbooks of Slovenian, Swedish and Latvian towns, and of offices that write English."""

from datetime import date, datetime

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town


def _lists_hidden(book: openpyxl.Workbook) -> None:
    book["seznam"].sheet_state = "hidden"


def _head(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B3:C3")


TOWNS = (
    Town(
        "sl-priimek-in-ime",
        "family name first in one column, by its heading; nine-digit local numbers; gender letters",
        rows=(
            ("OBČINA DOMŽALE – seznam mentorjev", "", "", "", ""),
            (),
            ("Zap. št.", "Priimek in ime", "Spol (M/Ž)", "Delovno mesto", "Tel. št."),
            (1, "Čeh Šuštar Žiga", "M", "vodja oddelka za prostor", "031 905 035"),
            (2, "Kralj Andreja", "Ž", "višja svetovalka", "01 721 30 10"),
            (3, "Novak Ana", "Ž", "županja", "+386 (0)41 222 333"),
            ("Skupaj: 3", "", "", "", ""),
            ("Pripravila: Mojca Zupan", "", "", "", ""),
        ),
        people=(
            {
                "family_name": "Čeh Šuštar",
                "given_name": "Žiga",
                "gender": "m",
                "position": "vodja oddelka za prostor",
                "phone": "+38631905035",
            },
            {
                "family_name": "Kralj",
                "given_name": "Andreja",
                "gender": "f",
                "position": "višja svetovalka",
                "phone": "+38617213010",
            },
            {
                "family_name": "Novak",
                "given_name": "Ana",
                "gender": "f",
                "position": "županja",
                "phone": "+38641222333",
            },
        ),
    ),
    Town(
        "sl-two-languages",
        "SP-5: headings in two languages, line breaks and stars",
        rows=(
            (
                "Ime *\nName",
                "Priimek *\nSurname",
                "Ustanova / Institution",
                "E-pošta | E-mail",
                "Datum rojstva\n(dd. mm. llll)",
                "Posebnosti prehrane (vegetarijansko, brez glutena …)",
            ),
            ("Matjaž", "Črnigoj", "PGD Vir", "matjaz@vir.example", "7. 3. 1980", "brez glutena"),
            ("Lučka", "Žnidaršič", "Gasilska zveza Domžale", "lucka@gzd.example", "17. marec 1991", "nič"),
        ),
        people=(
            {
                "given_name": "Matjaž",
                "family_name": "Črnigoj",
                "organisation": "PGD Vir",
                "email": "matjaz@vir.example",
                "birth_date": "1980-03-07",
                "diet": "brez glutena",
            },
            {
                "given_name": "Lučka",
                "family_name": "Žnidaršič",
                "organisation": "Gasilska zveza Domžale",
                "email": "lucka@gzd.example",
                "birth_date": "1991-03-17",
            },
        ),
    ),
    Town(
        "sl-without-accents",
        "headings and a name typed on a keyboard without accents, one contact column",
        rows=(
            ("Stevilka", "Ime", "Priimek", "Obcina", "Kontakt"),
            (1, "Joze", "Kovacic", "Trzin", "joze.kovacic@trzin.example, 041 555 666"),
            (2, "Špela", "Zupan", "Mengeš", "spela@menges.example"),
        ),
        people=(
            {
                "given_name": "Joze",
                "family_name": "Kovacic",
                "organisation": "Trzin",
                "email": "joze.kovacic@trzin.example",
                "phone": "+38641555666",
            },
            {"given_name": "Špela", "family_name": "Zupan", "organisation": "Mengeš", "email": "spela@menges.example"},
        ),
    ),
    Town(
        "sv-delegates",
        "Swedish headings, K and M, role words, personal numbers passed over",
        rows=(
            ("Deltagarlista – nätverksmöte Sarajevo", "", "", "", "", "", ""),
            ("Förnamn", "Efternamn", "Kön", "Kommun", "Befattning", "E-postadress", "Personnummer"),
            ("Åsa", "Öberg", "K", "Piteå kommun", "kommunalråd", "asa.oberg@pitea.example", "19800307-1234"),
            ("Göran", "Hägg-Lind", "M", "Falu kommun", "utredare", "goran@falun.example", "800307-1234"),
            ("Märta", "Ek", "kvinna", "Höörs kommun", "", "marta.ek@hoor.example", ""),
            ("Antal deltagare: 3", "", "", "", "", "", ""),
        ),
        people=(
            {
                "given_name": "Åsa",
                "family_name": "Öberg",
                "gender": "f",
                "organisation": "Piteå kommun",
                "position": "kommunalråd",
                "email": "asa.oberg@pitea.example",
            },
            {
                "given_name": "Göran",
                "family_name": "Hägg-Lind",
                "gender": "m",
                "organisation": "Falu kommun",
                "position": "utredare",
                "email": "goran@falun.example",
            },
            {
                "given_name": "Märta",
                "family_name": "Ek",
                "gender": "f",
                "organisation": "Höörs kommun",
                "email": "marta.ek@hoor.example",
            },
        ),
    ),
    Town(
        "sv-dates-and-phones",
        "Swedish numbers without a country, dates in Swedish",
        rows=(
            ("Namn", "Mobiltelefon", "Födelsedatum", "Matpreferenser"),
            ("Karl-Erik Ståhl", "070-024 95 23", "den 7 mars 1980", "laktosfri"),
            ("Britt af Ugglas", "+46 (0)70 062 14 29", "1975-12-31", "inga"),
            ("Sören von Essen", "0046700570665", "7 maj 1969", "vegan"),
        ),
        people=(
            {
                "given_name": "Karl-Erik",
                "family_name": "Ståhl",
                "phone": "+46700249523",
                "birth_date": "1980-03-07",
                "diet": "laktosfri",
            },
            {"given_name": "Britt", "family_name": "af Ugglas", "phone": "+46700621429", "birth_date": "1975-12-31"},
            {
                "given_name": "Sören",
                "family_name": "von Essen",
                "phone": "+46700570665",
                "birth_date": "1969-05-07",
                "diet": "vegan",
            },
        ),
    ),
    Town(
        "lv-novads",
        "Latvian headings, S and V, dates with gada",
        rows=(
            ("Nr.p.k.", "Vārds", "Uzvārds", "Dzimums (S/V)", "Pašvaldība", "Amats", "Tālrunis", "Dzimšanas datums"),
            (
                1,
                "Līga",
                "Ķeniņa",
                "S",
                "Ādažu novada pašvaldība",
                "projektu vadītāja",
                "26123456",
                "1980. gada 7. marts",
            ),
            (2, "Jānis", "Šulcs", "V", "Ogres novads", "domes priekšsēdētājs", "+371 29 876 543", "07.03.1975."),
            ("Kopā: 2", "", "", "", "", "", "", ""),
        ),
        people=(
            {
                "given_name": "Līga",
                "family_name": "Ķeniņa",
                "gender": "f",
                "organisation": "Ādažu novada pašvaldība",
                "position": "projektu vadītāja",
                "phone": "+37126123456",
                "birth_date": "1980-03-07",
            },
            {
                "given_name": "Jānis",
                "family_name": "Šulcs",
                "gender": "m",
                "organisation": "Ogres novads",
                "position": "domes priekšsēdētājs",
                "phone": "+37129876543",
                "birth_date": "1975-03-07",
            },
        ),
    ),
    Town(
        "lv-without-accents",
        "Latvian headings without accents, name and surname in one column",
        rows=(
            ("Vards, uzvards", "Iestade", "E-pasts", "Pases numurs", "Pases deriguma termins"),
            ("Zane Celma", "Ogres novada pašvaldība", "zane.celma@ogre.example", "LV1234567", "2031-05-06"),
            ("Gints Saulītis", "Ogres novada pašvaldība", "gints@ogre.example", "LV7654321", "06.05.2032."),
        ),
        people=(
            {
                "given_name": "Zane",
                "family_name": "Celma",
                "organisation": "Ogres novada pašvaldība",
                "email": "zane.celma@ogre.example",
                "passport_number": "LV1234567",
                "passport_expiry": "2031-05-06",
            },
            {
                "given_name": "Gints",
                "family_name": "Saulītis",
                "organisation": "Ogres novada pašvaldība",
                "email": "gints@ogre.example",
                "passport_number": "LV7654321",
                "passport_expiry": "2032-05-06",
            },
        ),
    ),
    Town(
        "en-form-export",
        "SP-18: an export of a web form with a time stamp and long questions",
        rows=(
            (
                "Timestamp",
                "What is your first name?",
                "What is your surname / family name?",
                "E-mail address",
                "Organisation you represent",
                "Do you have any dietary requirements?",
                "I agree to the processing of my personal data",
            ),
            (
                datetime(2026, 2, 3, 9, 12, 44),
                "Mary-Jane",
                "O'Neill",
                "mj.oneill@cor.example",
                "Committee of the Regions",
                "Halal",
                "Yes",
            ),
            (
                datetime(2026, 2, 3, 9, 30, 1),
                "Hans",
                "Müller",
                "hans.mueller@cor.example",
                "Committee of the Regions",
                "None",
                "yes, I agree",
            ),
        ),
        people=(
            {
                "given_name": "Mary-Jane",
                "family_name": "O'Neill",
                "email": "mj.oneill@cor.example",
                "organisation": "Committee of the Regions",
                "diet": "Halal",
            },
            {
                "given_name": "Hans",
                "family_name": "Müller",
                "email": "hans.mueller@cor.example",
                "organisation": "Committee of the Regions",
            },
        ),
    ),
    Town(
        "en-two-sheets",
        "SP-13: one sheet per delegation in different order of columns, a hidden sheet of lists, a sheet of notes",
        sheets={
            "Slovenia": (("Surname", "First name", "E-mail"), ("Zupan", "Maja", "maja@domzale.example")),
            "Ukraine": (("E-mail", "Phone", "Full name"), ("iryna@slavuta.example", "+380671112233", "Iryna Koval")),
            "Notes": (("Bus leaves at 8.15 in front of the hotel.",), ("Please bring your passport.",)),
            "seznam": (("mentor",), ("mentee",)),
        },
        book=_lists_hidden,
        people=(
            {"given_name": "Maja", "family_name": "Zupan", "email": "maja@domzale.example"},
            {"given_name": "Iryna", "family_name": "Koval", "email": "iryna@slavuta.example", "phone": "+380671112233"},
        ),
    ),
    Town(
        "en-month-first",
        "SP-6: one value proves that the month stands first in the whole column",
        rows=(
            ("Name", "Date of birth", "Passport No.", "Passport expiry date"),
            ("John Smith", "03/07/1980", "523456789", "12/31/2030"),
            ("Anna Berg", "12/25/1979", "523456780", "01/02/2031"),
        ),
        people=(
            {
                "given_name": "John",
                "family_name": "Smith",
                "birth_date": "1980-03-07",
                "passport_number": "523456789",
                "passport_expiry": "2030-12-31",
            },
            {
                "given_name": "Anna",
                "family_name": "Berg",
                "birth_date": "1979-12-25",
                "passport_number": "523456780",
                "passport_expiry": "2031-01-02",
            },
        ),
    ),
    Town(
        "en-surname-comma",
        "MA-1: comma, capitals and titles tell the family name",
        rows=(
            ("Participant", "Function", "Institution", "Mobile"),
            ("Shevchenko, Oleksandr", "Mayor", "Drohobych City Council", "+380 67 111 22 33"),
            ("Ms Iryna TKACHENKO", "Head of Unit", "Drohobych City Council", "+380 67 111 22 34"),
            ("Dr. Peter van der Berg", "Expert", "VNG", "+31 6 12345678"),
        ),
        people=(
            {
                "given_name": "Oleksandr",
                "family_name": "Shevchenko",
                "position": "Mayor",
                "organisation": "Drohobych City Council",
                "phone": "+380671112233",
            },
            {
                "given_name": "Iryna",
                "family_name": "Tkachenko",
                "gender": "f",
                "position": "Head of Unit",
                "organisation": "Drohobych City Council",
                "phone": "+380671112234",
            },
            {
                "given_name": "Peter",
                "family_name": "van der Berg",
                "position": "Expert",
                "organisation": "VNG",
                "phone": "+31612345678",
            },
        ),
    ),
    Town(
        "en-errors",
        "SP-19, SP-20, I11: error cells and formulas without a saved result are told, never taken for empty",
        rows=(
            ("First name", "Surname", "Organisation", "E-mail"),
            ("Eva", "Lind", "#REF!", "eva@icld.example"),
            ("Nils", "Holm", "ICLD", '=LOWER("NILS@ICLD.EXAMPLE")'),
        ),
        people=(
            {"given_name": "Eva", "family_name": "Lind", "email": "eva@icld.example"},
            {"given_name": "Nils", "family_name": "Holm", "organisation": "ICLD"},
        ),
        told=((2, "organisation"), (3, "email")),
    ),
    Town(
        "en-deep-table",
        "the table begins at C20, under a letter, with an empty column inside",
        rows=(
            *[()] * 2,
            ("", "", "Dear colleagues, please find our delegation below."),
            *[()] * 16,
            ("", "", "No", "Name", "", "Surname", "Position", "Date of birth", "E-mail"),
            ("", "", 1, "Tove", "", "Forsén", "coordinator", date(1984, 5, 6), "tove@icld.example"),
            ("", "", 2, "Sven", "", "Å", "politician", date(1964, 5, 6), "sven@icld.example"),
        ),
        people=(
            {
                "given_name": "Tove",
                "family_name": "Forsén",
                "position": "coordinator",
                "birth_date": "1984-05-06",
                "email": "tove@icld.example",
            },
            {
                "given_name": "Sven",
                "family_name": "Å",
                "position": "politician",
                "birth_date": "1964-05-06",
                "email": "sven@icld.example",
            },
        ),
    ),
)
