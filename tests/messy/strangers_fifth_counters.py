"""Third blind round, second batch: further lists, most of them of the north and of carriers."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _contact_over_two(sheet: Worksheet) -> None:
    sheet.merge_cells("D2:E2")
    for place in ("A2:A3", "B2:B3", "C2:C3", "F2:F3"):
        sheet.merge_cells(place)


TOWNS = (
    Town(
        "w-kosovo-three-languages",
        "Kosovo: headings in three languages with slashes",
        rows=[
            [
                "Nr./Br./No.",
                "Emri dhe mbiemri / Ime i prezime / Name and surname",
                "Komuna / Opština / Municipality",
                "Pozita / Pozicija / Position",
                "Telefoni / Telefon / Phone",
                "Posta elektronike / E-mail",
                "Nënshkrimi / Potpis / Signature",
            ],
            [1, "Blerta Krasniqi", "Gjakovë", "Drejtoreshë", "+383 44 123 456", "blerta.krasniqi@rks-gov.net", ""],
            [2, "Dejan Todorović", "Štrpce", "savetnik", "049 654 321", "dejan.todorovic@rks-gov.net", ""],
        ],
        people=[
            whom(
                "Blerta",
                "Krasniqi",
                organisation="Gjakovë",
                position="Drejtoreshë",
                phone="+38344123456",
                email="blerta.krasniqi@rks-gov.net",
            ),
            whom(
                "Dejan",
                "Todorović",
                organisation="Štrpce",
                position="savetnik",
                phone="+38349654321",
                email="dejan.todorovic@rks-gov.net",
            ),
        ],
    ),
    Town(
        "w-slovenia-presence",
        "a Slovenian list of presence: surname first, institution, signature, who made the list",
        rows=[
            ["LISTA PRISOTNOSTI"],
            ["Dogodek: Izmenjava izkušenj, Ptuj, 14. 4. 2026"],
            [],
            ["Zap. št.", "Priimek in ime", "Ustanova", "Elektronski naslov", "GSM", "Podpis"],
            ["1.", "Golob Mojca", "MO Ptuj", "mojca.golob@ptuj.si", "040/111-222", ""],
            ["2.", "Vidmar Horvat Andreja", "RRA Podravje", "andreja@rra-podravje.si", "051 333 444", ""],
            ["3.", "Kos Bine", "MO Ptuj", "", "", ""],
            ["4.", "", "", "", "", ""],
            ["5.", "", "", "", "", ""],
            ["Zapisala: Mojca Golob"],
        ],
        people=[
            whom("Mojca", "Golob", organisation="MO Ptuj", email="mojca.golob@ptuj.si", phone="+38640111222"),
            whom(
                "Andreja",
                "Vidmar Horvat",
                organisation="RRA Podravje",
                email="andreja@rra-podravje.si",
                phone="+38651333444",
            ),
            whom("Bine", "Kos", organisation="MO Ptuj"),
        ],
    ),
    Town(
        "w-sweden-one-name",
        "Swedish: names with the surname and a comma, the role beside the title",
        rows=[
            [
                "Namn",
                "Kommun",
                "Befattning",
                "Politiker/tjänsteperson",
                "Tfn",
                "E-post",
                "Allergi/specialkost",
                "Övrigt",
            ],
            [
                "Sjöström, Karl-Johan",
                "Skövde",
                "ordförande kommunstyrelsen",
                "Politiker",
                "0500-49 80 00",
                "kj.sjostrom@skovde.se",
                "-",
                "anländer kvällen innan",
            ],
            [
                "El-Sayed, Mona",
                "Skövde",
                "hållbarhetsstrateg",
                "Tjänsteperson",
                "0702-34 56 78",
                "mona.elsayed@skovde.se",
                "halal",
                "",
            ],
        ],
        people=[
            whom(
                "Karl-Johan",
                "Sjöström",
                organisation="Skövde",
                position="ordförande kommunstyrelsen",
                phone="+46500498000",
                email="kj.sjostrom@skovde.se",
                notes="anländer kvällen innan",
            ),
            whom(
                "Mona",
                "El-Sayed",
                organisation="Skövde",
                position="hållbarhetsstrateg",
                phone="+46702345678",
                email="mona.elsayed@skovde.se",
                diet="halal",
            ),
        ],
    ),
    Town(
        "w-latvia-cp1257",
        "a Latvian csv in cp1257: represented institution, need of interpretation, car number",
        text=(
            "Vārds;Uzvārds;Pārstāvētā iestāde;Ieņemamais amats;Mob. tālr.;E-pasta adrese;Vai nepieciešams tulks;"
            "Auto Nr.;Īpašas ēdināšanas vēlmes\r\n"
            "Kristīne;Zariņa;Valmieras novada pašvaldība;Attīstības pārvaldes vadītāja;26123123;"
            "kristine.zarina@valmierasnovads.lv;Nē;;bez glutēna\r\n"
            "Mārtiņš;Ābols;Valmieras novada pašvaldība;izpilddirektors;+371 29 321 321;"
            "martins.abols@valmierasnovads.lv;Jā;JK-1234;nav\r\n"
        ),
        encoding="cp1257",
        ending=".csv",
        people=[
            whom(
                "Kristīne",
                "Zariņa",
                organisation="Valmieras novada pašvaldība",
                position="Attīstības pārvaldes vadītāja",
                phone="+37126123123",
                email="kristine.zarina@valmierasnovads.lv",
                diet="bez glutēna",
            ),
            whom(
                "Mārtiņš",
                "Ābols",
                organisation="Valmieras novada pašvaldība",
                position="izpilddirektors",
                phone="+37129321321",
                email="martins.abols@valmierasnovads.lv",
            ),
        ],
    ),
    Town(
        "w-georgian-headings",
        "Georgian headings and names, the personal number passed over",
        rows=[
            ["№", "სახელი", "გვარი", "მუნიციპალიტეტი", "თანამდებობა", "ტელეფონი", "ელ. ფოსტა", "პირადი ნომერი"],
            [
                1,
                "თამარ",
                "ლომიძე",
                "ზუგდიდის მუნიციპალიტეტი",
                "სპეციალისტი",
                "+995 555 10 20 30",
                "t.lomidze@zugdidi.gov.ge",
                "01234567890",
            ],
            [
                2,
                "დავით",
                "მაისურაძე",
                "ზუგდიდის მუნიციპალიტეტი",
                "მერის მოადგილე",
                "599 40 50 60",
                "d.maisuradze@zugdidi.gov.ge",
                "01234567891",
            ],
        ],
        people=[
            whom(
                "თამარ",
                "ლომიძე",
                organisation="ზუგდიდის მუნიციპალიტეტი",
                position="სპეციალისტი",
                phone="+995555102030",
                email="t.lomidze@zugdidi.gov.ge",
            ),
            whom(
                "დავით",
                "მაისურაძე",
                organisation="ზუგდიდის მუნიციპალიტეტი",
                position="მერის მოადგილე",
                phone="+995599405060",
                email="d.maisuradze@zugdidi.gov.ge",
            ),
        ],
    ),
    Town(
        "w-ngo-emergency-first",
        "an NGO's English list: whom to call stands before the person's own phone",
        rows=[
            ["Study visit to Ljubljana: participant data (please fill in by 1 March!)"],
            [
                "Title (Mr/Ms)",
                "First name (as in passport)",
                "Family name (as in passport)",
                "Country",
                "Organisation / municipality",
                "Emergency contact (name)",
                "Emergency contact (phone)",
                "Own phone (WhatsApp)",
                "E-mail",
                "T-shirt",
                "Arr. flight no.",
                "Dietary / allergies",
            ],
            [
                "Ms",
                "Ekaterine",
                "Gelashvili",
                "Georgia",
                "Rustavi City Hall",
                "Levan Gelashvili",
                "+995 577 000 111",
                "+995 599 222 333",
                "eka@rustavi.gov.ge",
                "M",
                "TK 1063",
                "no nuts",
            ],
            [
                "Mr",
                "Victor",
                "Rusu",
                "Moldova",
                "Primaria Cahul",
                "Maria Rusu",
                "+373 60 000 111",
                "+373 69 222 333",
                "victor.rusu@cahul.md",
                "XXL",
                "",
                "No dietary restrictions",
            ],
        ],
        people=[
            whom(
                "Ekaterine",
                "Gelashvili",
                gender="f",
                organisation="Rustavi City Hall",
                phone="+995599222333",
                email="eka@rustavi.gov.ge",
                diet="no nuts",
            ),
            whom(
                "Victor",
                "Rusu",
                gender="m",
                organisation="Primaria Cahul",
                phone="+37369222333",
                email="victor.rusu@cahul.md",
            ),
        ],
    ),
    Town(
        "w-cars-and-drivers",
        "for the border: people in the car, its plate, the driver marked in the remarks, consent to data",
        rows=[
            ["Перелік осіб, які перетинатимуть державний кордон"],
            [
                "№ з/п",
                "П.І.П. особи",
                "Дата, місце народження",
                "Серія, № закордонного паспорта, ким і коли виданий",
                "Посада та місце роботи",
                "Марка, держ. № авто",
                "Примітка",
            ],
            [
                1,
                "Крук Степан Онуфрійович",
                "12.05.1965, с. Ясінь",
                "FA 345678, 2601, 14.02.2019",
                "водій, Перегінська селищна рада",
                "VW Transporter АТ 1234 ВС",
                "водій т/з",
            ],
            [
                2,
                "Семків Любов Іванівна",
                "30.08.1973, м. Рогатин",
                "GA 876543, 2610, 03.03.2023",
                "секретар ради, Перегінська селищна рада",
                "",
                "",
            ],
        ],
        people=[
            whom(
                "Степан",
                "Крук",
                patronymic="Онуфрійович",
                birth_date="1965-05-12",
                passport_number="FA345678",
                position="водій, Перегінська селищна рада",
                notes="водій т/з",
            ),
            whom(
                "Любов",
                "Семків",
                patronymic="Іванівна",
                birth_date="1973-08-30",
                passport_number="GA876543",
                position="секретар ради, Перегінська селищна рада",
            ),
        ],
    ),
)
