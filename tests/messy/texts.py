"""Tables kept as text: encodings, separators, web pages called workbooks."""

from tests.messy.town import Town

_UK = (
    "Прізвище;Ім'я;Посада;Телефон\n"
    'Ґонта;Їванна;"голова; депутатка";0501112233\n'
    'Щур;Євген;"керівник\nвідділу";0671112233\n'
)
_UK_PEOPLE = (
    {"family_name": "Ґонта", "given_name": "Їванна", "position": "голова; депутатка", "phone": "+380501112233"},
    {"family_name": "Щур", "given_name": "Євген", "position": "керівник відділу", "phone": "+380671112233"},
)

TOWNS = (
    Town(
        "csv-utf8",
        "comma-separated, UTF-8 without a mark",
        text=_UK.replace(";", ",").replace("голова,", "голова;"),
        ending=".csv",
        people=_UK_PEOPLE,
    ),
    Town(
        "csv-utf8-bom",
        "SP-18: semicolons, UTF-8 with a mark",
        text=_UK,
        encoding="utf-8-sig",
        ending=".csv",
        people=_UK_PEOPLE,
    ),
    Town("csv-cp1251", "semicolons, Windows Cyrillic", text=_UK, encoding="cp1251", ending=".csv", people=_UK_PEOPLE),
    Town(
        "tsv-utf16",
        "tabs, UTF-16, as Excel's “Unicode text”",
        text=_UK.replace(";", "\t").replace("голова\t", "голова;"),
        encoding="utf-16",
        ending=".txt",
        people=_UK_PEOPLE,
    ),
    Town(
        "csv-cp1250",
        "Slovenian in Windows Central European, a line sep=;",
        text="sep=;\r\nIme;Priimek;Delovno mesto;E-pošta\r\n"
        "Žiga;Čehovin;višji svetnik;ziga@trzin.example\r\nNuša;Šket;županja;nusa@trzin.example\r\n",
        encoding="cp1250",
        ending=".csv",
        people=(
            {
                "given_name": "Žiga",
                "family_name": "Čehovin",
                "position": "višji svetnik",
                "email": "ziga@trzin.example",
            },
            {"given_name": "Nuša", "family_name": "Šket", "position": "županja", "email": "nusa@trzin.example"},
        ),
    ),
    Town(
        "csv-cp1257",
        "Latvian in Windows Baltic",
        text="Vārds;Uzvārds;Amats\r\nLīga;Ķirse;nodaļas vadītāja\r\nĢirts;Šķēle;domes loceklis\r\n",
        encoding="cp1257",
        ending=".csv",
        people=(
            {"given_name": "Līga", "family_name": "Ķirse", "position": "nodaļas vadītāja"},
            {"given_name": "Ģirts", "family_name": "Šķēle", "position": "domes loceklis"},
        ),
    ),
    Town(
        "csv-latin1",
        "Swedish in Latin-1, called .xls",
        text="Förnamn;Efternamn;Kommun\r\nÅsa;Öhman;Höörs kommun\r\nPär;Åkerlund;Piteå kommun\r\n",
        encoding="latin-1",
        ending=".xls",
        people=(
            {"given_name": "Åsa", "family_name": "Öhman", "organisation": "Höörs kommun"},
            {"given_name": "Pär", "family_name": "Åkerlund", "organisation": "Piteå kommun"},
        ),
    ),
    Town(
        "html-called-xls",
        "a page with a table, as many systems export “Excel”",
        text=(
            '<html><head><meta charset="utf-8"><style>td{color:red}</style></head>'
            "<body><h1>Delegation</h1><table border=1>"
            "<tr><th>Name</th><th>Surname</th><th>Phone</th><th>E-mail</th></tr>"
            "<tr><td>Ol&#x117;na</td><td>Koval &amp; Co</td>"
            "<td>+380&nbsp;67&nbsp;111&nbsp;22&nbsp;33</td><td>olena@x.example</td></tr>"
            "<tr><td>Iryna<br>Maria</td><td>Bond<script>alert(1)</script></td>"
            "<td></td><td><a href='mailto:i@x.example'>i@x.example</a></td></tr>"
            "</table></body></html>"
        ),
        ending=".xls",
        people=(
            {"given_name": "Olėna", "family_name": "Koval & Co", "phone": "+380671112233", "email": "olena@x.example"},
            {"given_name": "Iryna Maria", "family_name": "Bond", "email": "i@x.example"},
        ),
    ),
    Town(
        "csv-protected-texts",
        "apostrophes and formulas that protect numbers",
        text='Name,Surname,Phone,Passport no.\r\nEva,Lind,\'+46700570665,"=""012345678"""\r\n'
        "Nils,Holm,'+46700570666,'012345679\r\n",
        ending=".csv",
        people=(
            {"given_name": "Eva", "family_name": "Lind", "phone": "+46700570665", "passport_number": "012345678"},
            {"given_name": "Nils", "family_name": "Holm", "phone": "+46700570666", "passport_number": "012345679"},
        ),
    ),
)
