"""Third blind round, sixth batch: address books, teams in a row, names with posts; expected before they were run."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _community_over_people(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")


TOWNS = (
    Town(
        "q-outlook-contacts",
        "Outlook's address book: title is the salutation, birthdays that were never filled in, empty phones",
        text=(
            "First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address,Business Phone,Home Phone,"
            "Mobile Phone,Company,Job Title,Department,Birthday,Notes\n"
            "Inese,,Grava,Ms.,,inese.grava@ogre.lv,,+371 65071160,,+371 29401010,Ogres novada pašvaldība,"
            "Projektu vadītāja,Attīstības nodaļa,0/0/00,\n"
            "Karl,Erik,Holm,Mr.,,karl.holm@boden.se,kalle@example.se,,,+46 70 400 50 60,Bodens kommun,Planarkitekt,,"
            "0/0/00,vegetarian\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Inese",
                "Grava",
                gender="f",
                organisation="Ogres novada pašvaldība",
                position="Projektu vadītāja",
                email="inese.grava@ogre.lv",
                phone="+37165071160",
            ),
            whom(
                "Karl Erik",
                "Holm",
                gender="m",
                organisation="Bodens kommun",
                position="Planarkitekt",
                email="karl.holm@boden.se",
                phone="+46704005060",
                notes="vegetarian",
            ),
        ],
    ),
    Town(
        "q-google-contacts",
        "Google's address book: types and values in columns of their own",
        text=(
            "Name,Given Name,Additional Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
            "Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
            "Лідія Корсун,Лідія,,Корсун,* Work,l.korsun@pryluky.gov.ua,Mobile,+380 67 460 10 20,Прилуцька міська рада,"
            "начальниця відділу\n"
            "Oleh Zhuk,Oleh,,Zhuk,* ,zhuk@example.org,Work,044 460 10 30,NGO Dim,Head\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Лідія",
                "Корсун",
                organisation="Прилуцька міська рада",
                position="начальниця відділу",
                email="l.korsun@pryluky.gov.ua",
                phone="+380674601020",
            ),
            whom(
                "Oleh",
                "Zhuk",
                organisation="NGO Dim",
                position="Head",
                email="zhuk@example.org",
                phone="+380444601030",
            ),
        ],
    ),
    Town(
        "q-name-with-post",
        "name and post in one cell on two lines, the community merged over its people",
        rows=[
            ["Громада", "ПІБ та посада учасника", "Контакти"],
            [
                "Баштанська міська територіальна громада",
                "Рубський Іван Васильович,\nміський голова",
                "0515827001\nmr@bashtanka.gov.ua",
            ],
            ["", "Сич Оксана Ігорівна,\nначальник фінансового відділу", "066-200-30-40"],
            ["Снігурівська міська територіальна громада", "Кухта Іван Павлович, заступник голови", "0662003041"],
        ],
        change=_community_over_people,
        people=[
            whom(
                "Іван",
                "Рубський",
                patronymic="Васильович",
                organisation="Баштанська міська територіальна громада",
                position="міський голова",
                phone="+380515827001",
                email="mr@bashtanka.gov.ua",
            ),
            whom(
                "Оксана",
                "Сич",
                patronymic="Ігорівна",
                organisation="Баштанська міська територіальна громада",
                position="начальник фінансового відділу",
                phone="+380662003040",
            ),
            whom(
                "Іван",
                "Кухта",
                patronymic="Павлович",
                organisation="Снігурівська міська територіальна громада",
                position="заступник голови",
                phone="+380662003041",
            ),
        ],
    ),
    Town(
        "q-bare-offices",
        "offices as rows without a word that tells a body, Serbian Latin",
        rows=[
            ["Ime i prezime", "Radno mesto", "Telefon", "E-mail"],
            ["Gradska uprava Zaječar", "", "", ""],
            ["Violeta Simić", "načelnica odeljenja", "019 444 600", "v.simic@zajecar.rs"],
            ["Saša Mitić", "viši saradnik", "064 4446001", "s.mitic@zajecar.rs"],
            ["JKP Vodovod", "", "", ""],
            ["Bojan Rakić", "tehnički direktor", "+381 65 4446002", "bojan@vodovodzajecar.rs"],
        ],
        people=[
            whom(
                "Violeta",
                "Simić",
                organisation="Gradska uprava Zaječar",
                position="načelnica odeljenja",
                phone="+38119444600",
                email="v.simic@zajecar.rs",
            ),
            whom(
                "Saša",
                "Mitić",
                organisation="Gradska uprava Zaječar",
                position="viši saradnik",
                phone="+381644446001",
                email="s.mitic@zajecar.rs",
            ),
            whom(
                "Bojan",
                "Rakić",
                organisation="JKP Vodovod",
                position="tehnički direktor",
                phone="+381654446002",
                email="bojan@vodovodzajecar.rs",
            ),
        ],
    ),
    Town(
        "q-guests-and-hosts",
        "two tables under one another: guests and hosts, each with headings of its own",
        rows=[
            ["GUESTS"],
            ["Name", "Position", "Municipality", "E-mail"],
            ["Alma Begović", "Mayor", "Municipality of Konjic", "alma@konjic.ba"],
            ["Tarik Lončar", "Adviser", "Municipality of Konjic", "tarik@konjic.ba"],
            [],
            [],
            ["HOSTS"],
            ["Name", "Position", "Municipality", "E-mail"],
            ["Petra Zver", "Project manager", "Municipality of Lendava", "petra.zver@lendava.si"],
        ],
        people=[
            whom("Alma", "Begović", position="Mayor", organisation="Municipality of Konjic", email="alma@konjic.ba"),
            whom("Tarik", "Lončar", position="Adviser", organisation="Municipality of Konjic", email="tarik@konjic.ba"),
            whom(
                "Petra",
                "Zver",
                position="Project manager",
                organisation="Municipality of Lendava",
                email="petra.zver@lendava.si",
            ),
        ],
    ),
    Town(
        "q-georgia-two-languages",
        "headings in two languages on two lines of a cell, names in Latin letters only",
        rows=[
            [
                *("№", "სახელი, გვარი\nName, surname", "მუნიციპალიტეტი\nMunicipality", "თანამდებობა\nPosition"),
                *("ტელეფონი\nPhone", "ელ.ფოსტა\nE-mail", "ხელმოწერა\nSignature"),
            ],
            [1, "Mariam Chkheidze", "Telavi", "Head of Service", "591 10 10 10", "m.chkheidze@telavi.gov.ge", ""],
            [2, "Zurab Kvaratskhelia", "Kvareli", "Specialist", "+995 591 20 20 20", "z.kvara@kvareli.gov.ge", ""],
        ],
        people=[
            whom(
                "Mariam",
                "Chkheidze",
                organisation="Telavi",
                position="Head of Service",
                phone="+995591101010",
                email="m.chkheidze@telavi.gov.ge",
            ),
            whom(
                "Zurab",
                "Kvaratskhelia",
                organisation="Kvareli",
                position="Specialist",
                phone="+995591202020",
                email="z.kvara@kvareli.gov.ge",
            ),
        ],
    ),
    Town(
        "q-albania-latin1",
        "Albanian csv in latin-1 with semicolons: father's name in a column of its own",
        text=(
            "Nr;Emri;Atësia;Mbiemri;Datëlindja;Njësia vendore;Detyra;Celular;Email\r\n"
            "1;Klodian;Agim;Prifti;12.04.1979;Bashkia Përmet;Nënkryetar;068 200 3001;"
            "klodian.prifti@bashkiapermet.gov.al\r\n"
            "2;Mirela;Petrit;Çela;03.11.1985;Bashkia Përmet;Juriste;+355 69 200 3002;"
            "mirela.cela@bashkiapermet.gov.al\r\n"
        ),
        encoding="latin-1",
        ending=".csv",
        people=[
            whom(
                "Klodian",
                "Prifti",
                birth_date="1979-04-12",
                organisation="Bashkia Përmet",
                position="Nënkryetar",
                phone="+355682003001",
                email="klodian.prifti@bashkiapermet.gov.al",
            ),
            whom(
                "Mirela",
                "Çela",
                birth_date="1985-11-03",
                organisation="Bashkia Përmet",
                position="Juriste",
                phone="+355692003002",
                email="mirela.cela@bashkiapermet.gov.al",
            ),
        ],
    ),
    Town(
        "q-far-corner",
        "Montenegro: the table begins in the third column and sixth row, all in capitals",
        rows=[
            [],
            ["", "", "OPŠTINA PLUŽINE"],
            ["", "", "Broj: 01-031/26-112"],
            [],
            [],
            ["", "", "IME I PREZIME", "FUNKCIJA", "BROJ TELEFONA", "MEJL", "NAPOMENA"],
            ["", "", "SLOBODAN TUŠUP", "MENADŽER", "069 300 400", "SLOBODAN@PLUZINE.ME", "VEGETERIJANAC"],
            ["", "", "NEVENA LJEŠEVIĆ", "SAVJETNICA III", "+382 68 300 401", "", ""],
        ],
        people=[
            whom(
                "Slobodan",
                "Tušup",
                position="MENADŽER",
                phone="+38269300400",
                email="slobodan@pluzine.me",
                notes="VEGETERIJANAC",
            ),
            whom("Nevena", "Lješević", position="SAVJETNICA III", phone="+38268300401"),
        ],
    ),
    Town(
        "q-given-name-first",
        "Ukrainian, given name first and the surname in capitals, who is invited and from where",
        rows=[
            ["Запрошені на урочисте закриття"],
            ["№", "Ім’я та ПРІЗВИЩЕ", "Кого представляє", "Ким є", "Телефон", "Підтвердження"],
            [1, "Ростислав КОТЕНКО", "Вознесенська міська рада", "заступник міського голови", "093 707 80 90", "так"],
            [2, "Любов ШИШ-ПАВЛОВА", "Вознесенська міська рада", "депутатка", "+38093 7078091", "так"],
            [3, "Аркадій НЕПИЙВОДА", "Доманівська селищна рада", "секретар", "", "?"],
        ],
        people=[
            whom(
                "Ростислав",
                "Котенко",
                organisation="Вознесенська міська рада",
                position="заступник міського голови",
                phone="+380937078090",
            ),
            whom(
                "Любов",
                "Шиш-Павлова",
                organisation="Вознесенська міська рада",
                position="депутатка",
                phone="+380937078091",
            ),
            whom("Аркадій", "Непийвода", organisation="Доманівська селищна рада", position="секретар"),
        ],
    ),
    Town(
        "q-insurance-en",
        "an insurer's English table from Serbia: insured, ID, sum, period, premium and its total",
        rows=[
            ["Travel insurance – group policy 4471/26", "", "", "", "", "", ""],
            ["No.", "Insured (name and surname)", "Date of birth", "Passport no.", "From", "To", "Premium EUR"],
            [1, "Gordana Vasić", "15.08.1968", "012345678", "10.05.2026", "15.05.2026", 4.2],
            [2, "Ištvan Kovač", "01.02.1991", "087654321", "10.05.2026", "15.05.2026", 4.2],
            ["", "Total premium", "", "", "", "", 8.4],
        ],
        people=[
            whom("Gordana", "Vasić", birth_date="1968-08-15", passport_number="012345678"),
            whom("Ištvan", "Kovač", birth_date="1991-02-01", passport_number="087654321"),
        ],
    ),
    Town(
        "q-sweden-team",
        "a Swedish municipality in a row, its two participants in columns of their own",
        text=(
            "Tidstämpel,Kommun,Deltagare 1: namn,Deltagare 1: e-post,Deltagare 1: titel,Deltagare 2: namn,"
            "Deltagare 2: e-post,Deltagare 2: titel\n"
            "2026-02-10 09:14:22,Malung-Sälen,Kerstin Söder,kerstin.soder@malung-salen.se,kommunalråd,"
            "Jonas Brandberg,jonas.brandberg@malung-salen.se,utredare\n"
            "2026-02-10 10:14:22,Vansbro,Stina Munters,stina.munters@vansbro.se,kommunchef,,,\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Kerstin",
                "Söder",
                organisation="Malung-Sälen",
                position="kommunalråd",
                email="kerstin.soder@malung-salen.se",
            ),
            whom("Stina", "Munters", organisation="Vansbro", position="kommunchef", email="stina.munters@vansbro.se"),
            whom(
                "Jonas",
                "Brandberg",
                organisation="Malung-Sälen",
                position="utredare",
                email="jonas.brandberg@malung-salen.se",
            ),
        ],
    ),
    Town(
        "q-macedonia-register",
        "Macedonian: surname first, birth date, kind of contract, lunch yes or no",
        rows=[
            ["Р.бр.", "Презиме", "Име", "Датум на раѓање", "Работи во", "Како", "Мобилен", "Мејл", "Ручек (да/не)"],
            [
                1,
                "Арсовска",
                "Марија",
                "03.03.1983",
                "Општина Карпош",
                "виш соработник",
                "075 400 500",
                "marija@karpos.gov.mk",
                "да",
            ],
            [
                2,
                "Османи",
                "Беким",
                "19.09.1977",
                "Општина Чаир",
                "раководител",
                "+389 71 400 501",
                "bekim@cair.gov.mk",
                "не",
            ],
        ],
        people=[
            whom(
                "Марија",
                "Арсовска",
                birth_date="1983-03-03",
                organisation="Општина Карпош",
                position="виш соработник",
                phone="+38975400500",
                email="marija@karpos.gov.mk",
            ),
            whom(
                "Беким",
                "Османи",
                birth_date="1977-09-19",
                organisation="Општина Чаир",
                position="раководител",
                phone="+38971400501",
                email="bekim@cair.gov.mk",
            ),
        ],
    ),
)
