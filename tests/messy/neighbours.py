"""Workbooks of other programmes: Kosovo, Bosnia, Macedonia, fire brigades, Brussels, Swedish and Latvian offices."""

import openpyxl

from tests.messy.town import Town, whom


def _instructions_first(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("Upute", 0)
    sheet.append(["Molimo popunite listu do 15.09.2026."])
    sheet.append(["Ime i prezime pišite kao u pasošu."])


TOWNS = (
    Town(
        "ks-three-languages",
        "headings in Albanian, Serbian and English",
        rows=(
            (
                "Nr./Br.",
                "Emri / Ime / Name",
                "Mbiemri / Prezime / Surname",
                "Komuna / Opština / Municipality",
                "Pozita / Pozicija / Position",
                "Telefoni / Telefon / Phone",
                "E-mail",
            ),
            (
                1,
                "Shpresa",
                "Gashi-Krasniqi",
                "Komuna e Prizrenit",
                "Drejtoreshë",
                "+383 44 123 456",
                "shpresa@prizren.example",
            ),
            (2, "Đorđe", "Stojanović", "Opština Štrpce", "savetnik", "00383 49 123 457", "djordje@strpce.example"),
        ),
        people=(
            whom(
                "Shpresa",
                "Gashi-Krasniqi",
                organisation="Komuna e Prizrenit",
                position="Drejtoreshë",
                phone="+38344123456",
                email="shpresa@prizren.example",
            ),
            whom(
                "Đorđe",
                "Stojanović",
                organisation="Opština Štrpce",
                position="savetnik",
                phone="+38349123457",
                email="djordje@strpce.example",
            ),
        ),
    ),
    Town(
        "sq-alone",
        "Albanian headings only",
        rows=(
            ("Nr.", "Emri", "Mbiemri", "Komuna", "Pozita", "E-mail"),
            (1, "Arben", "Hoxha", "Komuna e Tetovës", "këshilltar", "arben@tetovo.example"),
            (2, "Vjosa", "Çela", "Komuna e Tetovës", "drejtore", "vjosa@tetovo.example"),
        ),
        people=(
            whom(
                "Arben", "Hoxha", organisation="Komuna e Tetovës", position="këshilltar", email="arben@tetovo.example"
            ),
            whom("Vjosa", "Çela", organisation="Komuna e Tetovës", position="drejtore", email="vjosa@tetovo.example"),
        ),
    ),
    Town(
        "mk-albanian-names",
        "Macedonian headings, Albanian names, the passport's spelling in another column",
        rows=(
            (
                "Р.бр.",
                "Име",
                "Презиме",
                "Име и презиме (латиница, како во пасош)",
                "Општина",
                "Функција",
                "Телефон",
                "Датум на раѓање",
            ),
            (1, "Љуљзим", "Хаџиу", "LULZIM HAXHIU", "Општина Гостивар", "градоначалник", "070 123 456", "07.03.1969"),
            (
                2,
                "Флора",
                "Џафери",
                "FLORA XHAFERI",
                "Општина Гостивар",
                "советничка",
                "+389 2 3123 456",
                "17.11.1985 г.",
            ),
        ),
        people=(
            whom(
                "Љуљзим",
                "Хаџиу",
                given_latin="Lulzim",
                family_latin="Haxhiu",
                organisation="Општина Гостивар",
                position="градоначалник",
                phone="+38970123456",
                birth_date="1969-03-07",
            ),
            whom(
                "Флора",
                "Џафери",
                given_latin="Flora",
                family_latin="Xhaferi",
                organisation="Општина Гостивар",
                position="советничка",
                phone="+38923123456",
                birth_date="1985-11-17",
            ),
        ),
    ),
    Town(
        "ba-sheet-per-town",
        "a sheet with instructions first, then one sheet per municipality, headings in another order on each",
        sheets={
            "Općina Konjic": (
                ("Ime i prezime", "Pozicija", "Mobitel"),
                ("Lejla Čaušević", "stručna saradnica", "061 222 333"),
                ("Damir Hadžiosmanović", "vijećnik", "062-333-444"),
            ),
            "Grad Mostar": (
                ("R.b.", "Prezime", "Ime", "E-mail", "Pozicija"),
                (1, "Đikić", "Ante", "ante@mostar.example", "savjetnik gradonačelnika"),
            ),
        },
        book=_instructions_first,
        people=(
            whom("Lejla", "Čaušević", organisation="Općina Konjic", position="stručna saradnica", phone=""),
            whom("Damir", "Hadžiosmanović", organisation="Općina Konjic", position="vijećnik", phone=""),
            whom(
                "Ante",
                "Đikić",
                organisation="Grad Mostar",
                position="savjetnik gradonačelnika",
                email="ante@mostar.example",
            ),
        ),
    ),
    Town(
        "sr-town-without-accents",
        "Serbian without accents, legend of letters under the table",
        rows=(
            ("Ime", "Prezime", "Opstina", "Funkcija", "Ishrana", "Datum rodjenja"),
            ("Zeljko", "Djordjevic", "Opstina Raska", "nacelnik uprave", "V", "03.07.1971."),
            ("Mirjana", "Cvetkovic", "Opstina Raska", "pomocnica", "N", "13.07.1988."),
            (),
            ("Legenda:", "V - vegetarijanska", "", "", "", ""),
            ("", "N - normalna", "", "", "", ""),
        ),
        people=(
            whom(
                "Zeljko",
                "Djordjevic",
                organisation="Opstina Raska",
                position="nacelnik uprave",
                diet="V",
                birth_date="1971-07-03",
            ),
            whom(
                "Mirjana",
                "Cvetkovic",
                organisation="Opstina Raska",
                position="pomocnica",
                diet="N",
                birth_date="1988-07-13",
            ),
        ),
    ),
    Town(
        "sl-fire-brigades",
        "rank, brigade, shirt sizes, GSM, trailing titles after the name",
        rows=(
            ("Gasilska zveza Domžale – izmenjava z Ukrajino", "", "", "", "", "", ""),
            ("Zap. št.", "Čin", "Ime in priimek", "PGD", "Velikost majice", "GSM", "Opombe"),
            (
                1,
                "višji gasilski častnik",
                "mag. Andraž Žumer, univ. dipl. inž.",
                "PGD Vir",
                "XL",
                "041-222-333",
                "voznik",
            ),
            (2, "gasilka", "Neža Kos Šubic", "PGD Jarše-Rodica", "M", "00386 31 222 334", ""),
            (3, "nižji gasilski častnik", "dr. Janez Krt", "PGD Jarše-Rodica", "L", "031/222-335", "odpovedal"),
        ),
        people=(
            whom("Andraž", "Žumer", organisation="PGD Vir", phone="+38641222333"),
            whom("Neža", "Kos Šubic", organisation="PGD Jarše-Rodica", phone="+38631222334"),
        ),
        others={"doubtful": (5,)},
    ),
    Town(
        "eu-committee",
        "title column, family names in capitals with particles, status of attendance",
        rows=(
            (
                "Title",
                "First name",
                "LAST NAME",
                "Political group",
                "Function",
                "Member State",
                "Local or regional authority",
                "E-mail",
                "Status",
            ),
            (
                "Mr",
                "Jan",
                "VAN DER BERG",
                "EPP",
                "Alderman",
                "Netherlands",
                "Gemeente Breda",
                "jan@breda.example",
                "Confirmed",
            ),
            (
                "Ms",
                "Siobhán",
                "O'NEILL",
                "RE",
                "Councillor",
                "Ireland",
                "Cork County Council",
                "siobhan@cork.example",
                "Confirmed",
            ),
            (
                "Ms",
                "Anne-Marie",
                "DE LA CRUZ",
                "PES",
                "Mayor",
                "Spain",
                "Ayuntamiento de Ronda",
                "am@ronda.example",
                "Cancelled",
            ),
        ),
        people=(
            whom(
                "Jan",
                "Van Der Berg",
                position="Alderman",
                organisation="Gemeente Breda",
                email="jan@breda.example",
                gender="m",
            ),
            whom(
                "Siobhán",
                "O'Neill",
                position="Councillor",
                organisation="Cork County Council",
                email="siobhan@cork.example",
                gender="f",
            ),
        ),
        others={"doubtful": (4,)},
    ),
    Town(
        "sv-arrivals",
        "Swedish with unit, arrival, departure and allergies",
        rows=(
            ("Namn", "Förvaltning/enhet", "Titel", "Mobil", "E-post", "Ankomst", "Avresa", "Allergier/specialkost"),
            (
                "Gun-Britt af Klint",
                "Kultur och fritid",
                "enhetschef",
                "070-606 12 13",
                "gun@pitea.example",
                "2026-10-12",
                "2026-10-16",
                "nötter",
            ),
            (
                "Per Öström",
                "Samhällsbyggnad",
                "planarkitekt",
                "0911-69 60 00",
                "per@pitea.example",
                "2026-10-12",
                "2026-10-15",
                "–",
            ),
        ),
        people=(
            whom(
                "Gun-Britt",
                "af Klint",
                organisation="Kultur och fritid",
                position="enhetschef",
                phone="+46706061213",
                email="gun@pitea.example",
                diet="nötter",
            ),
            whom(
                "Per",
                "Öström",
                organisation="Samhällsbyggnad",
                position="planarkitekt",
                phone="+46911696000",
                email="per@pitea.example",
            ),
        ),
    ),
    Town(
        "lv-name-and-post",
        "name, surname and post in one column",
        rows=(
            ("Dalībnieku saraksts", "", ""),
            ("Nr.", "Vārds, uzvārds, amats", "Kontakti"),
            (1, "Jānis Bērziņš, domes priekšsēdētājs", "janis@cesis.example, 29111222"),
            (2, "Ķērsta Ūsiņa-Zīle, sabiedrisko attiecību speciāliste", "tālr. +371 64111222"),
        ),
        people=(
            whom(
                "Jānis", "Bērziņš", position="domes priekšsēdētājs", email="janis@cesis.example", phone="+37129111222"
            ),
            whom("Ķērsta", "Ūsiņa-Zīle", position="sabiedrisko attiecību speciāliste", phone="+37164111222"),
        ),
    ),
    Town(
        "en-titles-everywhere",
        "academic titles before and after the name, one column, family name in capitals",
        rows=(
            ("Full name", "Institution", "Job title", "Contact e-mail"),
            ("Prof. Dr. Maja KOS ŽIBERT", "Univerza v Mariboru", "professor", "Maja Kos <maja@um.example>"),
            ("Ivan BURDUN, PhD", "Poltava University", "researcher", "mailto:ivan@poltava.example"),
            ("Ms. Hanna Lund", "Umeå University", "coordinator", "hanna at umea.example"),
        ),
        people=(
            whom(
                "Maja", "Kos Žibert", organisation="Univerza v Mariboru", position="professor", email="maja@um.example"
            ),
            whom(
                "Ivan", "Burdun", organisation="Poltava University", position="researcher", email="ivan@poltava.example"
            ),
            whom("Hanna", "Lund", organisation="Umeå University", position="coordinator", gender="f"),
        ),
        told=((4, "email"),),
    ),
    Town(
        "hr-office-and-mobile",
        "two telephones, department beside the town, an OIB that is never kept",
        rows=(
            ("Županija Vukovarsko-srijemska", "", "", "", "", "", "", ""),
            ("RB", "Ime", "Prezime", "OIB", "Grad / Općina", "Upravni odjel", "Broj mobitela", "e-mail adresa"),
            (
                1,
                "Tihomir",
                "Šarić",
                "12345678903",
                "Grad Vinkovci",
                "Odjel za financije",
                "098/123-456",
                "tihomir@vinkovci.example",
            ),
            (2, "Ljubica", "Grgić Đurić", 69435151530, "Općina Cerna", "", "+385 91 234 5678", "LJUBICA@CERNA.EXAMPLE"),
        ),
        people=(
            whom(
                "Tihomir", "Šarić", organisation="Grad Vinkovci", phone="+38598123456", email="tihomir@vinkovci.example"
            ),
            whom(
                "Ljubica",
                "Grgić Đurić",
                organisation="Općina Cerna",
                phone="+385912345678",
                email="ljubica@cerna.example",
            ),
        ),
    ),
    Town(
        "rs-both-scripts",
        "names of one list in Cyrillic and in Latin letters",
        rows=(
            ("Име и презиме", "Општина", "Функција", "Датум рођења", "Број пасоша"),
            ("Снежана Пантић", "Општина Ивањица", "виша саветница", "7. март 1980.", "012345678"),
            ("Đura Jakšić", "Opština Ivanjica", "vozač", "8.3.1966.", 12345679),
        ),
        people=(
            whom(
                "Снежана",
                "Пантић",
                given_latin="Snežana",
                family_latin="Pantić",
                position="виша саветница",
                organisation="Општина Ивањица",
                birth_date="1980-03-07",
                passport_number="012345678",
            ),
            whom(
                "Đura",
                "Jakšić",
                position="vozač",
                organisation="Opština Ivanjica",
                birth_date="1966-03-08",
                passport_number="12345679",
            ),
        ),
    ),
)
