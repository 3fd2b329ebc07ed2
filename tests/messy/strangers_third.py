"""A third parcel, to see whether the mends held: other towns, other mess, expected before it was read."""

from datetime import date, datetime

from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _struck_whole_row(sheet: Worksheet) -> None:
    for letter in "ABCDE":
        sheet[f"{letter}4"].font = Font(strike=True)
    sheet["E3"].font = Font(strike=True)


def _said_in_comments(sheet: Worksheet) -> None:
    sheet["B2"].comment = Comment("Секретаріат:\nне зможе приїхати, захворіла", "Секретаріат")
    sheet["B3"].comment = Comment("Секретаріат:\nприїде на день пізніше", "Секретаріат")


def _three_days(sheet: Worksheet) -> None:
    sheet.merge_cells("D1:F1")
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:B2")
    sheet.merge_cells("C1:C2")


TOWNS = (
    Town(
        "third-struck-cells",
        "a row that is crossed out whole, another with only its telephone crossed out",
        rows=(
            ("Seznam gostov", "", "", "", ""),
            ("Ime", "Priimek", "Občina", "E-pošta", "Telefon"),
            ("Aljaž", "Medved", "Občina Idrija", "aljaz@idrija.example", "+386 41 300 100"),
            ("Nuša", "Jereb", "Občina Idrija", "nusa@idrija.example", "+386 41 300 101"),
            ("Vid", "Lampe", "Občina Idrija", "vid@idrija.example", "+386 41 300 102"),
        ),
        change=_struck_whole_row,
        people=(
            whom("Aljaž", "Medved", organisation="Občina Idrija", email="aljaz@idrija.example", phone="+38641300100"),
            whom("Vid", "Lampe", organisation="Občina Idrija", email="vid@idrija.example", phone="+38641300102"),
        ),
        others={"doubtful": (4,)},
    ),
    Town(
        "third-said-in-comments",
        "comments with the writer's name first: one does not come, one comes later",
        rows=(
            ("№", "ПІБ", "Посада"),
            (1, "Кривенко Алла Ігорівна", "юристка"),
            (2, "Донець Єгор Ілліч", "аналітик"),
            (3, "Швець Олена Іллівна", "голова"),
        ),
        change=_said_in_comments,
        people=(
            whom("Єгор", "Донець", patronymic="Ілліч", gender="m", position="аналітик"),
            whom("Олена", "Швець", patronymic="Іллівна", gender="f", position="голова"),
        ),
        others={"doubtful": (2,)},
    ),
    Town(
        "third-ticks-under-meals",
        "a merged group “Харчування” over ticks, numbers 1 and 0, a legend of the ticks below",
        rows=(
            ("Прізвище", "Ім'я", "Громада", "Харчування", "", ""),
            ("", "", "", "вегет.", "веган", "алергія на"),
            ("Рись", "Ольга", "Сквирська", 1, 0, ""),
            ("Тур", "Назар", "Сквирська", 0, 0, "лактозу"),
            ("Бик", "Арсен", "Сквирська", "", 1, "горіхи"),
            ("* 1 – так, 0 – ні", "", "", "", "", ""),
        ),
        change=_three_days,
        people=(
            whom("Ольга", "Рись", organisation="Сквирська", diet="вегет."),
            whom("Назар", "Тур", organisation="Сквирська", diet="лактозу"),
            whom("Арсен", "Бик", organisation="Сквирська", diet="веган, горіхи"),
        ),
    ),
    Town(
        "third-vegetarian-question",
        "a question as heading, answered with words: Da/Ne, and with more than that",
        rows=(
            ("Ime i prezime", "Grad/općina", "Jeste li vegetarijanac/ka? (da/ne)", "Imate li alergije?", "Mobitel"),
            ("Ivana Perković", "Grad Solin", "Ne", "ne", "+385 98 100 200"),
            ("Šime Jurić", "Grad Solin", "Da", "", "+385 98 100 201"),
            ("Tea Babić", "Grad Trogir", "ne", "orašasti plodovi", "+385 98 100 202"),
        ),
        people=(
            whom("Ivana", "Perković", organisation="Grad Solin", phone="+38598100200"),
            whom("Šime", "Jurić", organisation="Grad Solin", phone="+38598100201", diet="Jeste li vegetarijanac/ka?"),
            whom("Tea", "Babić", organisation="Grad Trogir", phone="+38598100202", diet="orašasti plodovi"),
        ),
    ),
    Town(
        "third-birth-in-three",
        "Ukrainian: число, місяць, рік under the date of birth, months in words",
        rows=(
            ("№", "ПІБ", "Дата народження", "", "", "Посада"),
            ("", "", "число", "місяць", "рік", ""),
            (1, "Гончаренко Майя Олегівна", 29, "лютого", 1984, "лікарка"),
            (2, "Шульга Тимур Олегович", 1, 12, 1977, "водій"),
            (3, "Лан Віра Юріївна", "", "", 1990, "кухарка"),
        ),
        change=lambda sheet: sheet.merge_cells("C1:E1"),
        people=(
            whom("Майя", "Гончаренко", patronymic="Олегівна", gender="f", birth_date="1984-02-29", position="лікарка"),
            whom("Тимур", "Шульга", patronymic="Олегович", gender="m", birth_date="1977-12-01", position="водій"),
            whom("Віра", "Лан", patronymic="Юріївна", gender="f", birth_date="1990", position="кухарка"),
        ),
    ),
    Town(
        "third-serie-and-number-apart",
        "passport: Serija and Broj in two columns, the group on the right of them is the person to be called",
        rows=(
            ("Ime i prezime", "Pasoš", "", "", "Kontakt osoba u hitnim slučajevima", ""),
            ("", "Serija", "Broj", "Važi do", "Ime i prezime", "Telefon"),
            ("Senka Tadić", "B", "0011223", "1.2.2031.", "Rade Tadić", "+387 65 111 000"),
            ("Nedim Alić", "B", "0011224", "2.2.2031.", "Maja Alić", "+387 65 111 001"),
        ),
        change=lambda sheet: (sheet.merge_cells("B1:D1"), sheet.merge_cells("E1:F1"), None)[-1],
        people=(
            whom("Senka", "Tadić", passport_number="B0011223", passport_expiry="2031-02-01"),
            whom("Nedim", "Alić", passport_number="B0011224", passport_expiry="2031-02-02"),
        ),
    ),
    Town(
        "third-georgian-capitals",
        "Georgian headings alone, an ID number passed over, headline letters",
        rows=(
            ("№", "სახელი", "გვარი", "პირადი ნომერი", "ტელეფონი", "ელ. ფოსტა"),
            (1, "თამარ", "კვარაცხელია", "01017012345", "+995 599 11 22 33", "tamar@zugdidi.example"),
            (2, "ᲚᲔᲕᲐᲜ", "ᲭᲘᲭᲘᲜᲐᲫᲔ", "01017012346", "+995 599 11 22 34", ""),
        ),
        people=(
            whom("თამარ", "კვარაცხელია", phone="+995599112233", email="tamar@zugdidi.example"),
            whom("ლევან", "ჭიჭინაძე", phone="+995599112234"),
        ),
    ),
    Town(
        "third-list-numbered-parts",
        "parts of the list with letters and Roman numbers, totals between, a person in the row of totals' neighbour",
        rows=(
            ("Ime in priimek", "Organizacija", "E-naslov"),
            ("I. Gostje", "", ""),
            ("Ana Kranjc", "Občina Metlika", "ana@metlika.example"),
            ("Skupaj gostje: 1", "", ""),
            ("II. Gostitelji", "", ""),
            ("Bojan Tomšič", "Občina Črnomelj", "bojan@crnomelj.example"),
            ("III. Prevajalci", "", ""),
            ("Olena Savčenko", "", "olena@prevodi.example"),
            ("Skupaj vsi: 3", "", ""),
        ),
        people=(
            whom("Ana", "Kranjc", organisation="Občina Metlika", email="ana@metlika.example"),
            whom("Bojan", "Tomšič", organisation="Občina Črnomelj", email="bojan@crnomelj.example"),
            whom("Olena", "Savčenko", email="olena@prevodi.example"),
        ),
    ),
    Town(
        "third-form-below-swedish",
        "a form in a text file, the answer below its question, blank lines between",
        text=(
            "ANMÄLAN TILL STUDIEBESÖK\n\n"
            "Förnamn\nHjördis\n\n"
            "Efternamn\nÅs-Lindgren\n\n"
            "Befattning\nsocialchef\n\n"
            "E-post\nhjordis@alvdalen.example\n\n"
            "Mobiltelefon\n070-555 66 77\n\n"
            "Specialkost\nglutenfritt\n"
        ),
        encoding="utf-8-sig",
        ending=".csv",
        people=(
            whom(
                "Hjördis",
                "Ås-Lindgren",
                position="socialchef",
                email="hjordis@alvdalen.example",
                phone="+46705556677",
                diet="glutenfritt",
            ),
        ),
    ),
    Town(
        "third-degrees-everywhere",
        "degrees of five countries at names in one column",
        rows=(
            ("Participant", "Institution", "E-mail"),
            ("Ing. arch. Jozef Hruška, PhD.", "Mesto Levoča", "jozef@levoca.example"),
            ("assoc. prof. Mira Dimova", "Община Кочани", "mira@kocani.example"),
            ("prof. dr. sc. Ante Vuković", "Sveučilište u Zadru", "ante@zadar.example"),
            ("канд. юрид. наук Гнатюк Лев Ігорович", "Луцька міська рада", "lev@lutsk.example"),
            ("Mr.sc.ing. Edgars Liepiņš", "Valmieras novads", "edgars@valmiera.example"),
        ),
        people=(
            whom("Jozef", "Hruška", organisation="Mesto Levoča", email="jozef@levoca.example"),
            whom("Mira", "Dimova", organisation="Община Кочани", email="mira@kocani.example"),
            whom("Ante", "Vuković", organisation="Sveučilište u Zadru", email="ante@zadar.example"),
            whom("Лев", "Гнатюк", patronymic="Ігорович", organisation="Луцька міська рада", email="lev@lutsk.example"),
            whom("Edgars", "Liepiņš", organisation="Valmieras novads", email="edgars@valmiera.example"),
        ),
    ),
    Town(
        "third-mails-hidden-from-robots",
        "addresses with [at], (ät) and spaces, two telephones with an internal number",
        rows=(
            ("Namn", "Kommun", "Mejl", "Tel (anknytning)"),
            ("Tove Ek", "Arjeplogs kommun", "tove [at] arjeplog.example", "0961-140 00 (ankn. 12)"),
            ("Ulf Rask", "Arjeplogs kommun", "ulf(ät)arjeplog.example", "0961-140 00, 070-111 22 33"),
        ),
        people=(
            whom("Tove", "Ek", organisation="Arjeplogs kommun", email="tove@arjeplog.example", phone="+4696114000"),
            whom("Ulf", "Rask", organisation="Arjeplogs kommun", email="ulf@arjeplog.example", phone="+4696114000"),
        ),
        told=((2, "email"), (3, "email")),
    ),
    Town(
        "third-arrivals-latvian",
        "Latvian: arrival and departure with hours in words, ages, who accompanies whom",
        rows=(
            ("Dalībnieku ierašanās grafiks", "", "", "", "", ""),
            ("Uzvārds, vārds", "Vecums", "Iestāde", "Ierodas", "Aizbrauc", "Piezīmes"),
            ("Ozols Guntars", 45, "Kuldīgas novads", "12.10. plkst. 14", "17.10. no rīta", "brauc ar savu auto"),
            ("Zariņa Baiba", "38 g.", "Kuldīgas novads", datetime(2026, 10, 12, 15, 30), date(2026, 10, 17), ""),
        ),
        people=(
            whom("Guntars", "Ozols", organisation="Kuldīgas novads"),
            whom("Baiba", "Zariņa", organisation="Kuldīgas novads"),
        ),
    ),
    Town(
        "third-macedonian-delegation-above",
        "the delegation right over the headings, Cyrillic, a line to sign below",
        rows=(
            ("Делегација на Општина Струмица", "", "", ""),
            ("Рб", "Име и презиме", "Функција", "Контакт телефон"),
            (1, "Костадин Костов", "градоначалник", "+389 75 200 300"),
            (2, "Ќамил Рамадани", "советник", "+389 75 200 301"),
            ("", "", "", ""),
            ("Составил:", "", "____________", "М. Петров"),
        ),
        people=(
            whom(
                "Костадин",
                "Костов",
                position="градоначалник",
                phone="+38975200300",
                organisation="Делегација на Општина Струмица",
            ),
            whom(
                "Ќамил",
                "Рамадани",
                position="советник",
                phone="+38975200301",
                organisation="Делегација на Општина Струмица",
            ),
        ),
    ),
    Town(
        "third-albanian-year-only",
        "Albanian: the year of birth, the municipality merged, a total with words, names with ë and ç",
        rows=(
            ("Nr", "Emër Mbiemër", "Viti i lindjes", "Bashkia", "Nr. tel"),
            (1, "Çlirim Këlliçi", 1979, "Bashkia Pogradec", "+355 68 20 30 405"),
            (2, "Ëma Xhaçka", "1985", "", "+355 68 20 30 406"),
            ("Gjithsej: 2", "", "", "", ""),
        ),
        change=lambda sheet: sheet.merge_cells("D2:D3"),
        people=(
            whom("Çlirim", "Këlliçi", birth_date="1979", organisation="Bashkia Pogradec", phone="+355682030405"),
            whom("Ëma", "Xhaçka", birth_date="1985", organisation="Bashkia Pogradec", phone="+355682030406"),
        ),
    ),
    Town(
        "third-empty-sheet-of-names",
        "headings in row 12 below a letter, a column of e-mails under “Контакти”, name and post merged",
        rows=(
            ("Шановні колеги!",),
            ("Надсилаємо перелік учасників від громади.",),
            ("З повагою, Ірина Грек, тел. 0501112200",),
            (),
            (),
            (),
            (),
            (),
            (),
            (),
            (),
            ("П.І.П/б", "Посада", "Контакти"),
            ("Мазур Ірина Львівна", "фінансистка", "mazur@koziatyn.example"),
            ("Чубар Лев Іванович", "сільський голова", "chubar@koziatyn.example\n0507001122"),
        ),
        people=(
            whom("Ірина", "Мазур", patronymic="Львівна", position="фінансистка", email="mazur@koziatyn.example"),
            whom(
                "Лев",
                "Чубар",
                patronymic="Іванович",
                position="сільський голова",
                email="chubar@koziatyn.example",
                phone="+380507001122",
            ),
        ),
    ),
    Town(
        "third-page-with-struck",
        "a page called .xls, a list of definitions around it, cells with styles, entities and a nested table",
        text=(
            "<html><head><meta charset='utf-8'><style>td{color:red}</style></head><body><table><tr><td>"
            "<table border='1'><tr><th>Ime in priimek</th><th>Naziv organizacije</th><th>E-po&scaron;ta</th></tr>"
            "<tr><td>&Scaron;pela Ko&#269;evar</td><td>Ob&ccaron;ina Piran</td><td>spela&#64;piran.example</td></tr>"
            "<tr><td>Marko&nbsp;Bla&zcaron;i&#269;</td><td>Ob&ccaron;ina Piran</td><td>marko@piran.example</td></tr>"
            "</table></td></tr></table></body></html>"
        ),
        ending=".xls",
        people=(
            whom("Špela", "Kočevar", organisation="Občina Piran", email="spela@piran.example"),
            whom("Marko", "Blažič", organisation="Občina Piran", email="marko@piran.example"),
        ),
    ),
)
