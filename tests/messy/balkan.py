"""Workbooks of towns in the western Balkans, in both scripts."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town


def _two_rows(sheet: Worksheet) -> None:
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:E2")


TOWNS = (
    Town(
        "bs-ime-i-prezime",
        "Bosnian headings, given name first, JMBG passed over",
        rows=(
            ("Spisak učesnika – Općina Centar Sarajevo", "", "", "", "", ""),
            ("R.br.", "Ime i prezime", "Funkcija", "Kontakt telefon", "E-mail adresa", "JMBG"),
            (1, "Amra Hadžić", "savjetnica načelnika", "061 123 456", "amra.hadzic@centar.example", "0703980175004"),
            (2, "Emir Đulbić", "šef službe", "+387 33 562 300", "emir@centar.example", "0101970170001"),
            ("Ukupno: 2", "", "", "", "", ""),
        ),
        people=(
            {
                "given_name": "Amra",
                "family_name": "Hadžić",
                "position": "savjetnica načelnika",
                "phone": "+38761123456",
                "email": "amra.hadzic@centar.example",
            },
            {
                "given_name": "Emir",
                "family_name": "Đulbić",
                "position": "šef službe",
                "phone": "+38733562300",
                "email": "emir@centar.example",
            },
        ),
    ),
    Town(
        "hr-prezime-ime",
        "Croatian headings in two columns, dates with a final stop",
        rows=(
            ("Prezime", "Ime", "Grad/Općina", "Radno mjesto", "Datum rođenja", "Broj putovnice", "Vrijedi do"),
            ("Šimić", "Željka", "Grad Vukovar", "pročelnica", "7.3.1980.", "123456789", "15.6.2031."),
            ("Babić-Kovač", "Marko", "Grad Vukovar", "viši stručni suradnik", "31.12.1975.", "987654321", "1.2.2030."),
        ),
        people=(
            {
                "family_name": "Šimić",
                "given_name": "Željka",
                "organisation": "Grad Vukovar",
                "position": "pročelnica",
                "birth_date": "1980-03-07",
                "passport_number": "123456789",
                "passport_expiry": "2031-06-15",
            },
            {
                "family_name": "Babić-Kovač",
                "given_name": "Marko",
                "organisation": "Grad Vukovar",
                "position": "viši stručni suradnik",
                "birth_date": "1975-12-31",
                "passport_number": "987654321",
                "passport_expiry": "2030-02-01",
            },
        ),
    ),
    Town(
        "sr-cyrillic",
        "Serbian in Cyrillic letters, transliterated by its own alphabet and not as Ukrainian",
        rows=(
            ("Списак учесника", "", "", "", ""),
            ("Р. бр.", "Име", "Презиме", "Функција", "Број телефона"),
            (1, "Љубица", "Ђорђевић", "помоћница градоначелника", "064 123 4567"),
            (2, "Његош", "Џајић", "одборник", "+381 11 3229 678"),
            ("Укупно", "", "", "", 2),
        ),
        people=(
            {
                "given_name": "Љубица",
                "family_name": "Ђорђевић",
                "given_latin": "Ljubica",
                "family_latin": "Đorđević",
                "position": "помоћница градоначелника",
                "phone": "+381641234567",
            },
            {
                "given_name": "Његош",
                "family_name": "Џајић",
                "given_latin": "Njegoš",
                "family_latin": "Džajić",
                "position": "одборник",
                "phone": "+381113229678",
            },
        ),
    ),
    Town(
        "sr-latin-groups",
        "Serbian in Latin letters, headings on two rows, gender words",
        rows=(
            ("Gradska opština Palilula", "", "", "", "", ""),
            ("Rb.", "Učesnik", "", "Kontakt", "", "Pol"),
            ("", "Ime", "Prezime", "Telefon", "Mejl", ""),
            (1, "Jelena", "Nikolić", "0641234567", "jelena@palilula.example", "ženski"),
            (2, "Uroš", "Živković", "0651234567", "uros@palilula.example", "muški"),
        ),
        change=_two_rows,
        people=(
            {
                "given_name": "Jelena",
                "family_name": "Nikolić",
                "gender": "f",
                "phone": "+381641234567",
                "email": "jelena@palilula.example",
            },
            {
                "given_name": "Uroš",
                "family_name": "Živković",
                "gender": "m",
                "phone": "+381651234567",
                "email": "uros@palilula.example",
            },
        ),
    ),
    Town(
        "mk-cyrillic",
        "Macedonian, its own letters, passport and sex",
        rows=(
            (
                "Ред. бр.",
                "Име и презиме",
                "Општина",
                "Работно место",
                "Пол (м/ж)",
                "Број на пасош",
                "Важи до",
                "Е-пошта",
            ),
            (1, "Ѓорѓи Ќосев", "Општина Охрид", "советник", "м", "B1234567", "15.06.2031", "gjorgji@ohrid.example"),
            (
                2,
                "Ѕвезда Јаневска",
                "Општина Охрид",
                "раководителка",
                "ж",
                "B7654321",
                "16.06.2031",
                "dzvezda@ohrid.example",
            ),
        ),
        people=(
            {
                "given_name": "Ѓорѓи",
                "family_name": "Ќосев",
                "gender": "m",
                "organisation": "Општина Охрид",
                "position": "советник",
                "passport_number": "B1234567",
                "passport_expiry": "2031-06-15",
                "email": "gjorgji@ohrid.example",
            },
            {
                "given_name": "Ѕвезда",
                "family_name": "Јаневска",
                "gender": "f",
                "organisation": "Општина Охрид",
                "position": "раководителка",
                "passport_number": "B7654321",
                "passport_expiry": "2031-06-16",
                "email": "dzvezda@ohrid.example",
            },
        ),
    ),
    Town(
        "cnr-country-column",
        "Montenegrin headings; the country of each row tells how its telephone is read",
        rows=(
            ("Ime", "Prezime", "Država", "Institucija", "Mob. telefon", "Rok važenja pasoša"),
            ("Milica", "Vuković", "Crna Gora", "Opština Nikšić", "067 123 456", "15.06.2031."),
            ("Ana", "Novak", "Slovenija", "Občina Domžale", "041 222 333", "16.06.2031."),
            ("Olena", "Koval", "Ukrajina", "Slavuta", "067 123 45 67", "17.06.2031."),
        ),
        people=(
            {
                "given_name": "Milica",
                "family_name": "Vuković",
                "organisation": "Opština Nikšić",
                "phone": "+38267123456",
                "passport_expiry": "2031-06-15",
            },
            {
                "given_name": "Ana",
                "family_name": "Novak",
                "organisation": "Občina Domžale",
                "phone": "+38641222333",
                "passport_expiry": "2031-06-16",
            },
            {
                "given_name": "Olena",
                "family_name": "Koval",
                "organisation": "Slavuta",
                "phone": "+380671234567",
                "passport_expiry": "2031-06-17",
            },
        ),
    ),
)
