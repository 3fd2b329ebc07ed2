"""Third blind round, tenth batch: the reader after all mends, expected before it was run."""

from datetime import date

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "m-ukraine-replacement",
        "a list of replacements: who instead of whom in the remarks, body above each pair",
        rows=[
            ["№", "Прізвище, ім’я, по батькові", "Посада", "Службовий тел.", "Моб. тел.", "Ел. скринька", "Зауваги"],
            ["Надвірнянська міська рада"],
            [
                1,
                "Тимків Ярослава Ігорівна",
                "начальник",
                "(03475) 2 20 20",
                "050-600-70-80",
                "tymkiv@nadvirna.gov.ua",
                "заміна Івасюка О.",
            ],
            [2, "Клим Остап", "головний архітектор", "", "050-600-70-81", "", ""],
            ["Яремчанська міська рада"],
            [3, "Бойчук Неля Василівна", "секретар виконкому", "", "050-600-70-82", "boichuk@yaremche.gov.ua", "веган"],
        ],
        people=[
            whom(
                "Ярослава",
                "Тимків",
                patronymic="Ігорівна",
                organisation="Надвірнянська міська рада",
                position="начальник",
                phone="+380347522020",
                email="tymkiv@nadvirna.gov.ua",
                notes="заміна Івасюка О.",
            ),
            whom(
                "Остап",
                "Клим",
                organisation="Надвірнянська міська рада",
                position="головний архітектор",
                phone="+380506007081",
            ),
            whom(
                "Неля",
                "Бойчук",
                patronymic="Василівна",
                organisation="Яремчанська міська рада",
                position="секретар виконкому",
                phone="+380506007082",
                email="boichuk@yaremche.gov.ua",
                notes="веган",
            ),
        ],
    ),
    Town(
        "m-ukraine-tickets",
        "railway tickets: name in Latin and Cyrillic, train, coach, seat, kind of document",
        rows=[
            ["Пасажир (укр.)", "Пасажир (лат.)", "Потяг", "Вагон", "Місце", "Закордонний паспорт", "Дата народження"],
            ["Гребінь Сава", "HREBIN SAVA", "51/52", 7, 13, "FS 676767", date(2001, 2, 3)],
            ["Лимар Ніка", "LYMAR NIKA", "51/52", 7, 14, "GC 787878", date(1999, 3, 4)],
        ],
        people=[
            whom(
                "Сава",
                "Гребінь",
                given_latin="Sava",
                family_latin="Hrebin",
                passport_number="FS676767",
                birth_date="2001-02-03",
            ),
            whom(
                "Ніка",
                "Лимар",
                given_latin="Nika",
                family_latin="Lymar",
                passport_number="GC787878",
                birth_date="1999-03-04",
            ),
        ],
    ),
    Town(
        "m-ukraine-form-long",
        "a form with long questions and hints in brackets",
        text=(
            "Позначка часу,"
            '"Прізвище, ім\'я (кирилицею, як у внутрішньому паспорті)",'
            '"Прізвище, ім\'я (латиницею, як у закордонному паспорті)",'
            "Дата народження (дд.мм.рррр),Де Ви працюєте? (повна назва),Ким Ви працюєте?,"
            '"Як з Вами зв\'язатися? (номер телефону)",Ваш e-mail,'
            '"Чи є у Вас алергія, особливості харчування? (якщо немає - поставте прочерк)",'
            "Чи погоджуєтесь Ви на обробку персональних даних?\n"
            "2026/03/01 10:00:00 дп EET,Гладун Марина,Hladun Maryna,12.12.1990,Роменська міська рада,економістка,"
            "+380 95 454 54 54,m.hladun@romny.gov.ua,-,Так\n"
            "2026/03/01 11:00:00 дп EET,Супрун Захар,Suprun Zakhar,01.02.1985,КП «Житло»,головний інженер,"
            "095 454 54 55,suprun@romny.gov.ua,не вживаю свинину,Так\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Марина",
                "Гладун",
                given_latin="Maryna",
                family_latin="Hladun",
                birth_date="1990-12-12",
                organisation="Роменська міська рада",
                position="економістка",
                phone="+380954545454",
                email="m.hladun@romny.gov.ua",
            ),
            whom(
                "Захар",
                "Супрун",
                given_latin="Zakhar",
                family_latin="Suprun",
                birth_date="1985-02-01",
                organisation="КП «Житло»",
                position="головний інженер",
                phone="+380954545455",
                email="suprun@romny.gov.ua",
                diet="не вживаю свинину",
            ),
        ],
    ),
    Town(
        "m-bosnia-mixed",
        "Bosnia: nominated and deputies, institution with address, both numbers in one cell",
        rows=[
            ["Nominovani predstavnici"],
            ["Rb.", "Nominovana osoba", "Institucija i adresa", "Radno mjesto", "Tel/fax/mob", "El. pošta"],
            [
                1,
                "Lamija Hodžić",
                "Grad Tuzla, ZAVNOBiH-a 11",
                "stručna saradnica",
                "035 307 100, 061 307 101",
                "lamija.h@tuzla.ba",
            ],
            [
                2,
                "Nikola Ristić",
                "Grad Bijeljina",
                "samostalni stručni saradnik",
                "+387 65 307 102",
                "nikola@gradbijeljina.org",
            ],
        ],
        people=[
            whom(
                "Lamija",
                "Hodžić",
                organisation="Grad Tuzla, ZAVNOBiH-a 11",
                position="stručna saradnica",
                phone="+38735307100",
                email="lamija.h@tuzla.ba",
            ),
            whom(
                "Nikola",
                "Ristić",
                organisation="Grad Bijeljina",
                position="samostalni stručni saradnik",
                phone="+38765307102",
                email="nikola@gradbijeljina.org",
            ),
        ],
    ),
    Town(
        "m-slovenia-travel-orders",
        "Slovenian: employee number, tax number passed over, cost centre, from when to when",
        rows=[
            ["Šifra", "Priimek in ime", "Davčna št.", "Stroškovno mesto", "Delovno mesto", "Odhod", "Vrnitev"],
            [
                "0012",
                "Krajnc Metka",
                "12345678",
                "4100",
                "višja svetovalka za EU projekte",
                "11. 5. 2026",
                "15. 5. 2026",
            ],
            ["0044", "Rus Boštjan", "87654321", "4100", "voznik", "11. 5. 2026", "15. 5. 2026"],
        ],
        people=[
            whom("Metka", "Krajnc", position="višja svetovalka za EU projekte"),
            whom("Boštjan", "Rus", position="voznik"),
        ],
    ),
    Town(
        "m-sweden-school",
        "Swedish: role of each, phone and mail together, allergies with 'inga kända'",
        rows=[
            ["Deltagare", "Skola/enhet", "Funktion", "Kontakt (tel + mejl)", "Allergier"],
            ["Malin Forsberg", "Bräcke kommun", "rektor", "070-989 89 89, malin.forsberg@bracke.se", "inga kända"],
            ["Omar Haddad", "Bräcke kommun", "lärare", "omar.haddad@bracke.se 070-989 89 88", "nötter, ägg"],
        ],
        people=[
            whom(
                "Malin",
                "Forsberg",
                organisation="Bräcke kommun",
                position="rektor",
                phone="+46709898989",
                email="malin.forsberg@bracke.se",
            ),
            whom(
                "Omar",
                "Haddad",
                organisation="Bräcke kommun",
                position="lärare",
                phone="+46709898988",
                email="omar.haddad@bracke.se",
                diet="nötter, ägg",
            ),
        ],
    ),
    Town(
        "m-georgia-moldova",
        "two countries in one NGO list: numbers without country code beside the country",
        rows=[
            [
                "Participant's name",
                "Participant's surname",
                "Country of residence",
                "Affiliation",
                "Role/title",
                "Tel",
                "Mail",
            ],
            [
                "Nato",
                "Gvazava",
                "Georgia",
                "Zugdidi City Hall",
                "Gender focal point",
                "599 70 70 70",
                "nato.g@zugdidi.ge",
            ],
            ["Doina", "Vrabie", "Moldova", "Primăria Ialoveni", "secretary", "069 707 071", "doina@ialoveni.md"],
        ],
        people=[
            whom(
                "Nato",
                "Gvazava",
                organisation="Zugdidi City Hall",
                position="Gender focal point",
                phone="+995599707070",
                email="nato.g@zugdidi.ge",
            ),
            whom(
                "Doina",
                "Vrabie",
                organisation="Primăria Ialoveni",
                position="secretary",
                phone="+37369707071",
                email="doina@ialoveni.md",
            ),
        ],
    ),
    Town(
        "m-macedonia-ngo",
        "Macedonian in an NGO's list: person, organisation, in what capacity, languages",
        rows=[
            ["Реден број", "Лице", "Од каде доаѓа (општина/НВО)", "Својство", "Тел. број", "Електронска адреса"],
            [1, "Елена Божиновска", "Општина Прилеп", "координаторка", "076 454 001", "elena@prilep.gov.mk"],
            [2, "Арбен Речи", "НВО Хоризонт", "обучувач", "+389 78 454 002", "arben@horizont.org.mk"],
        ],
        people=[
            whom(
                "Елена",
                "Божиновска",
                organisation="Општина Прилеп",
                position="координаторка",
                phone="+38976454001",
                email="elena@prilep.gov.mk",
            ),
            whom(
                "Арбен",
                "Речи",
                organisation="НВО Хоризонт",
                position="обучувач",
                phone="+38978454002",
                email="arben@horizont.org.mk",
            ),
        ],
    ),
)
