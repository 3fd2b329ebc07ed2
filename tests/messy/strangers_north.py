"""Towns of Slovenia, Sweden and Latvia in other programmes; expected before they were read."""

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _struck(sheet: Worksheet) -> None:
    for letter in "ABCD":
        sheet[f"{letter}5"].font = Font(strike=True, color="FF0000")


def _spread(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:D1")
    sheet.merge_cells("E3:E4")


TOWNS = (
    Town(
        "si-degrees-and-extensions",
        "degrees on both sides, GSM with int., roj. before dates, headings on broken lines",
        rows=(
            ("Seznam udeležencev – Občina Kočevje", "", "", "", ""),
            ("Zap.\nšt.", "Ime\nin priimek", "Rojstni\npodatki", "Delovno\nmesto", "GSM /\ntel."),
            ("1", "mag. Ana Novak, univ. dipl. prav.", "roj. 7. 3. 1980", "direktorica občinske uprave", "041 123 456"),
            ("2", "dr. Janez Kočevar", "roj. 8. marca 1981", "svetovalec", "01 893 82 20 (int. 12)"),
            ("4", "Metka Žnidaršič, dipl. ekon.", "roj. 1979", "višja referentka", "+386 (0)31 123 458"),
        ),
        people=(
            whom("Ana", "Novak", birth_date="1980-03-07", position="direktorica občinske uprave", phone="+38641123456"),
            whom("Janez", "Kočevar", birth_date="1981-03-08", position="svetovalec", phone="+38618938220"),
            whom("Metka", "Žnidaršič", birth_date="1979", position="višja referentka", phone="+38631123458"),
        ),
    ),
    Town(
        "si-cp1250-preamble",
        "tabs in cp1250 after three lines about the export, EMŠO passed over, da and ne for meals",
        text=(
            "Izvoz iz evidence\t\t\t\t\t\n"
            "Datum izvoza: 1. 10. 2026\t\t\t\t\t\n"
            "\t\t\t\t\t\n"
            "Priimek\tIme\tEMŠO\tOrganizacija\tVegetarijanski obrok\tE-naslov\n"
            "Šuštaršič\tŽiva\t0703980505006\tObčina Žalec\tda\tziva@zalec.example\n"
            "Čeh\tBoštjan\t0803981500007\tObčina Žalec\tne\tbostjan@zalec.example\n"
        ),
        encoding="cp1250",
        ending=".txt",
        people=(
            whom(
                "Živa",
                "Šuštaršič",
                organisation="Občina Žalec",
                email="ziva@zalec.example",
                diet="Vegetarijanski obrok",
            ),
            whom("Boštjan", "Čeh", organisation="Občina Žalec", email="bostjan@zalec.example"),
        ),
    ),
    Town(
        "si-reserve-and-lists",
        "two lists under one another with the headings again and a total of each; somebody in both of them",
        rows=(
            ("A) Udeleženci", "", "", ""),
            ("Priimek in ime", "Organizacija", "Funkcija", "E-pošta"),
            ("Zupančič Maja", "Občina Tolmin", "županja", "maja@tolmin.example"),
            ("Kos Blaž", "Občina Tolmin", "podžupan", "blaz@tolmin.example"),
            ("Skupaj: 2", "", "", ""),
            ("", "", "", ""),
            ("B) Spremljevalci", "", "", ""),
            ("Priimek in ime", "Organizacija", "Funkcija", "E-pošta"),
            ("Rojc Tina", "RRA Posočje", "vodja projekta", "tina@posocje.example"),
            ("Kos Blaž", "Občina Tolmin", "podžupan", "blaz@tolmin.example"),
            ("Skupaj: 2", "", "", ""),
        ),
        people=(
            whom("Maja", "Zupančič", organisation="Občina Tolmin", position="županja", email="maja@tolmin.example"),
            whom("Blaž", "Kos", organisation="Občina Tolmin", position="podžupan", email="blaz@tolmin.example"),
            whom("Tina", "Rojc", organisation="RRA Posočje", position="vodja projekta", email="tina@posocje.example"),
        ),
        others={"duplicate": (10,)},
    ),
    Town(
        "si-hungarian-neighbours",
        "Slovenian headings with Hungarian below, names of the minority, capitals of families",
        rows=(
            ("Priimek / Vezetéknév", "Ime / Keresztnév", "Naziv delovnega mesta / Beosztás", "Tel. št. / Telefonszám"),
            ("GYÖRFI", "Zoltán", "javni uslužbenec", "02 578 10 60"),
            ("HORVÁTH-ŐRI", "Erzsébet", "tajnica", "+386 41 555 666"),
        ),
        people=(
            whom("Zoltán", "Györfi", position="javni uslužbenec", phone="+38625781060"),
            whom("Erzsébet", "Horváth-Őri", position="tajnica", phone="+38641555666"),
        ),
    ),
    Town(
        "se-surname-comma-and-ticks",
        "Efternamn, Förnamn in one column, personal numbers passed over, food as ticks, somebody crossed out",
        rows=(
            ("Deltagarlista", "", "", "", "", "", ""),
            ("Efternamn, Förnamn", "Personnr", "Förvaltning/enhet", "Mobil", "Vegetarisk", "Laktosfri", "Glutenfri"),
            ("Åkerblom, Börje", "800307-1234", "Kultur och fritid", "070-123 45 67", "x", "", ""),
            ("af Klint, Märta", "19810308-1235", "Kommunstyrelsen", "0046 70 123 45 68", "", "x", "x"),
            ("Öberg, Ingvar", "790101-1236", "Kommunstyrelsen", "070-1234569", "", "", ""),
            ("De la Gardie, Eva-Lotta", "750505-1237", "Barn och utbildning", "+46 (0)70 123 45 70", "", "", ""),
        ),
        change=_struck,
        people=(
            whom("Börje", "Åkerblom", organisation="Kultur och fritid", phone="+46701234567", diet="Vegetarisk"),
            whom(
                "Märta", "af Klint", organisation="Kommunstyrelsen", phone="+46701234568", diet="Laktosfri, Glutenfri"
            ),
            whom("Eva-Lotta", "De la Gardie", organisation="Barn och utbildning", phone="+46701234570"),
        ),
        others={"doubtful": (5,)},
    ),
    Town(
        "se-across-with-a-comment",
        "people across in Swedish, with questions that end in a colon and an answer left out",
        rows=(
            ("Fråga:", "Deltagare 1", "Deltagare 2", "Deltagare 3"),
            ("För- och efternamn:", "Lars Sjöberg", "Åsa Lind-Ek", "Per-Olof Ståhl"),
            ("Titel/befattning:", "kommunchef", "utvecklingsstrateg", "säkerhetschef"),
            ("Arbetsplats:", "Mora kommun", "Mora kommun", "Orsa kommun"),
            ("Specialkost:", "", "vegan", "-"),
            ("E-post:", "lars@mora.example", "asa@mora.example", ""),
            ("Telefon:", "0250-260 00", "070 222 33 44", "070 222 33 45"),
        ),
        people=(
            whom(
                "Lars",
                "Sjöberg",
                position="kommunchef",
                organisation="Mora kommun",
                email="lars@mora.example",
                phone="+4625026000",
            ),
            whom(
                "Åsa",
                "Lind-Ek",
                position="utvecklingsstrateg",
                organisation="Mora kommun",
                email="asa@mora.example",
                phone="+46702223344",
                diet="vegan",
            ),
            whom("Per-Olof", "Ståhl", position="säkerhetschef", organisation="Orsa kommun", phone="+46702223345"),
        ),
    ),
    Town(
        "se-latin1-with-remarks",
        "a file of Latin-1 with remarks above and below, year and month of birth, ages between",
        text=(
            "Anmälda t.o.m. 2026-10-01\n"
            "OBS! Preliminär lista\n"
            "\n"
            "Namn;Född;Ålder;Organisation;E-postadress\n"
            "Hagström Märta;1980-03-07;46;Vännäs kommun;marta@vannas.example\n"
            "Kjell Björklöf;7 mars 1981;45 år;Vännäs kommun;kjell@vannas.example\n"
            "\n"
            "Totalt antal: 2\n"
            "Frågor? Kontakta Ulla, tfn 0935-140 00\n"
        ),
        encoding="latin-1",
        ending=".csv",
        people=(
            whom(
                "Märta", "Hagström", birth_date="1980-03-07", organisation="Vännäs kommun", email="marta@vannas.example"
            ),
            whom(
                "Kjell", "Björklöf", birth_date="1981-03-07", organisation="Vännäs kommun", email="kjell@vannas.example"
            ),
        ),
    ),
    Town(
        "lv-two-words-below-one-another",
        "name over surname in one cell, dzim. before dates, the parish merged, person's code passed over",
        rows=(
            ("DALĪBNIEKU SARAKSTS", "", "", "", "", ""),
            ("Nr.\np.k.", "Vārds,\nuzvārds", "Personas kods", "Dzimšanas dati", "Pašvaldība", "Mob.\ntālrunis"),
            (1, "Ilze\nKrūmiņa", "070380-12345", "dzim. 07.03.1980.", "Saldus novads", 29123456.0),
            (2, "Jānis\nĶēniņš", "080381-12346", "1981. gada 8. martā", "", "2912 3457"),
            (3, "Dace\nŠķēle-Vītola", "", "dz. 1979. g.", "Brocēni", "(+371) 29 123 458"),
            ("Kopā: 3 dalībnieki", "", "", "", "", ""),
            ("Sagatavoja: I. Krūmiņa, tālr. 63807280", "", "", "", "", ""),
        ),
        change=_spread,
        people=(
            whom("Ilze", "Krūmiņa", birth_date="1980-03-07", organisation="Saldus novads", phone="+37129123456"),
            whom("Jānis", "Ķēniņš", birth_date="1981-03-08", organisation="Saldus novads", phone="+37129123457"),
            whom("Dace", "Šķēle-Vītola", birth_date="1979", organisation="Brocēni", phone="+37129123458"),
        ),
    ),
    Town(
        "lv-cp1257-preamble",
        "semicolons in cp1257 after a preamble, arrival with time, yes and no for the vegetarian menu",
        text=(
            "Reģistrācijas atskaite;;;;\n"
            "Pasākums: Pieredzes apmaiņas vizīte;;;;\n"
            ";;;;\n"
            "Uzvārds;Vārds;Iestāde;Ierašanās;Veģetārā ēdienkarte;E-pasts\n"
            "Žagariņš;Ģirts;Dobeles novada pašvaldība;12.10.2026. plkst. 14.30;jā;girts@dobele.example\n"
            "Čaupale;Līga;Dobeles novada pašvaldība;13.10.2026. 9:05;nē;liga@dobele.example\n"
        ),
        encoding="cp1257",
        ending=".csv",
        people=(
            whom(
                "Ģirts",
                "Žagariņš",
                organisation="Dobeles novada pašvaldība",
                email="girts@dobele.example",
                diet="Veģetārā ēdienkarte",
            ),
            whom("Līga", "Čaupale", organisation="Dobeles novada pašvaldība", email="liga@dobele.example"),
        ),
    ),
    Town(
        "lv-page-called-xls",
        "a page called .xls in Latvian, cells over two rows, a second table of contacts",
        text=(
            '<html><head><meta charset="utf-8"></head><body><p>Dalībnieki</p><table>'
            "<tr><td><b>Iestāde</b></td><td><b>Vārds, uzvārds</b></td><td><b>Amats</b></td><td><b>E-pasts</b></td></tr>"
            '<tr><td rowspan="2">Līvānu novada pašvaldība</td><td>Māra&nbsp;Āboliņa</td><td>juriste</td>'
            "<td>mara@livani.example</td></tr>"
            "<tr><td>Uldis Šmits</td><td>izpilddirektors &amp; vietnieks</td><td>uldis@livani.example</td></tr>"
            "</table><table><tr><td>Izdrukāts</td><td>01.10.2026.</td></tr></table></body></html>"
        ),
        ending=".xls",
        people=(
            whom(
                "Māra",
                "Āboliņa",
                organisation="Līvānu novada pašvaldība",
                position="juriste",
                email="mara@livani.example",
            ),
            whom(
                "Uldis",
                "Šmits",
                organisation="Līvānu novada pašvaldība",
                position="izpilddirektors & vietnieks",
                email="uldis@livani.example",
            ),
        ),
    ),
)
