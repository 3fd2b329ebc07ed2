"""Third blind round, first batch: ordinary lists of Ukrainian offices and forms, expected before the reader was run."""

from datetime import date, datetime

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _rooms(sheet: Worksheet) -> None:
    for place in ("A3:A4", "B3:B4", "D3:D4", "E3:E4"):
        sheet.merge_cells(place)


TOWNS = (
    Town(
        "v-clerk-of-myrhorod",
        "a clerk's plain list: number of the letter, marks of the same, landline and mobile, who signs",
        rows=[
            ["Додаток 1 до листа від 12.02.2026 № 02-14/311"],
            ["СПИСОК"],
            ["працівників, які беруть участь у навчальному візиті до м. Целє"],
            [],
            ["№ з/п", "Прізвище, ім’я, по батькові", "Посада", "Структурний підрозділ", "Конт. тел.", "Ел. пошта"],
            [
                1,
                "Гриценко Сергій Вікторович",
                "заступник міського голови",
                "виконавчий комітет",
                "(0535) 55-23-41, 0501112233",
                "hrytsenko@myrgorod.pl.ua",
            ],
            [2, "Лисак Оксана Іванівна", "начальник відділу", "відділ економіки", "066 777-88-99", "lysak.o@ukr.net"],
            [3, "Дзюба Тарас", "головний спеціаліст", "-//-", "097.333.44.55", "-"],
            [4, "Дзюба Надія Олегівна", "-//-", "-//-", "те саме", "nadiia@ukr.net"],
            [],
            ["Керуючий справами", "", "", "Антоніна НИКИТЧЕНКО"],
            ["Виконавець: Лисак О.І. тел. 5-23-41"],
        ],
        people=[
            whom(
                "Сергій",
                "Гриценко",
                patronymic="Вікторович",
                position="заступник міського голови",
                phone="+380535552341",
                email="hrytsenko@myrgorod.pl.ua",
            ),
            whom(
                "Оксана",
                "Лисак",
                patronymic="Іванівна",
                position="начальник відділу",
                phone="+380667778899",
                email="lysak.o@ukr.net",
            ),
            whom("Тарас", "Дзюба", position="головний спеціаліст", phone="+380973334455"),
            whom(
                "Надія",
                "Дзюба",
                patronymic="Олегівна",
                position="головний спеціаліст",
                phone="+380973334455",
                email="nadiia@ukr.net",
            ),
        ],
    ),
    Town(
        "v-travel-table",
        "what the organiser of the journey asked: Latin, passport, shirt, flight, nights, consent to photos",
        rows=[
            [
                "ПІБ українською",
                "ПІБ англ. (як у закорд. паспорті)",
                "Дата народж.",
                "№ закорд. паспорта",
                "Термін дії паспорта",
                "Розмір футболки",
                "Харчування",
                "Рейс туди",
                "К-сть ночей",
                "Контакт на випадок надзв. ситуації",
                "Згода на фото",
            ],
            [
                "Онищук Ярослав Богданович",
                "ONYSHCHUK YAROSLAV",
                date(1979, 4, 2),
                "FК 234567",
                "11.09.2029",
                "XL",
                "все",
                "W6 2204",
                3,
                "дружина Онищук Віра 0671234567",
                "так",
            ],
            [
                "Хом'як Юлія Степанівна",
                "KHOMIAK YULIIA",
                "17.12.1991",
                "GA765432",
                "01.02.2034",
                "S",
                "вегетаріанське",
                "W6 2204",
                3,
                "мама 0509876543",
                "ні",
            ],
            [
                "Цап Ігор Зіновійович",
                "TSAP IHOR",
                "5/6/1968",
                "ЕР 112233",
                "30.06.2027 р.",
                "XXL",
                "без обмежень",
                "своїм авто",
                2,
                "",
                "+",
            ],
        ],
        people=[
            whom(
                "Ярослав",
                "Онищук",
                patronymic="Богданович",
                given_latin="Yaroslav",
                family_latin="Onyshchuk",
                birth_date="1979-04-02",
                passport_number="FK234567",
                passport_expiry="2029-09-11",
            ),
            whom(
                "Юлія",
                "Хом'як",
                patronymic="Степанівна",
                given_latin="Yuliia",
                family_latin="Khomiak",
                birth_date="1991-12-17",
                passport_number="GA765432",
                passport_expiry="2034-02-01",
                diet="вегетаріанське",
            ),
            whom(
                "Ігор",
                "Цап",
                patronymic="Зіновійович",
                given_latin="Ihor",
                family_latin="Tsap",
                birth_date="1968-06-05",
                passport_number="EP112233",
                passport_expiry="2027-06-30",
            ),
        ],
    ),
    Town(
        "v-google-form-uk",
        "answers of a form: numbered questions as headings, several choices, 'Інше'",
        text=(
            "Позначка часу,Електронна адреса,"
            '"1. Вкажіть, будь ласка, Ваше прізвище, ім\'я та по батькові (повністю)",'
            "2. Яку громаду Ви представляєте?,3. Ваша посада,4. Контактний номер телефону (Viber/WhatsApp),"
            "5. Чи маєте Ви харчові обмеження або алергії?,6. Якими мовами Ви володієте?,"
            "7. Чи потрібен Вам синхронний переклад?,"
            '"8. Надаю згоду на фото- та відеозйомку, обробку персональних даних"\n'
            "2026/02/03 9:14:22 дп GMT+2,o.tkach@shpola-rada.gov.ua,Ткач Олена Романівна,Шполянська міська,"
            "начальниця відділу освіти,0937654321,Ні,українська;англійська (B1),Так,Погоджуюсь\n"
            "2026/02/03 11:40:05 дп GMT+2,savchuk77@gmail.com,САВЧУК ПЕТРО ІЛЛІЧ,"
            '"Шполянська міська територіальна громада",'
            'депутат,+38 (098) 111 22 33,"Інше: не їм рибу",українська,Так,Погоджуюсь\n'
            "2026/02/04 8:01:59 пп GMT+2,inna.h@ukr.net,Гайова Інна,Звенигородська,радниця голови,80661239876,немає,"
            "українська;польська;англійська,Ні,Не погоджуюсь\n"
        ),
        ending=".csv",
        people=[
            whom(
                "Олена",
                "Ткач",
                patronymic="Романівна",
                organisation="Шполянська міська",
                position="начальниця відділу освіти",
                email="o.tkach@shpola-rada.gov.ua",
                phone="+380937654321",
                languages="українська;англійська (B1)",
            ),
            whom(
                "Петро",
                "Савчук",
                patronymic="Ілліч",
                organisation="Шполянська міська територіальна громада",
                position="депутат",
                email="savchuk77@gmail.com",
                phone="+380981112233",
                diet="Інше: не їм рибу",
            ),
            whom(
                "Інна",
                "Гайова",
                organisation="Звенигородська",
                position="радниця голови",
                email="inna.h@ukr.net",
                phone="+380661239876",
            ),
        ],
    ),
    Town(
        "v-hotel-rooms",
        "a list from the hotel: rooms merged over their guests, nights, a driver without a name",
        rows=[
            ["Готель «Центральний» — розміщення групи 14–17.03"],
            ["Кімната", "Тип", "Гість", "Заїзд", "Виїзд", "Ночей", "Примітки"],
            [101, "TWIN", "Мельник Ганна Петрівна", "14.03.2026", "17.03.2026", 3, ""],
            ["", "", "Мельничук Ольга", "", "", 3, "без глютену"],
            [102, "SGL", "Рябокінь Аркадій Львович", "14.03.2026", "16.03.2026", 2, "пізній заїзд"],
            [103, "SGL", "", "14.03.2026", "17.03.2026", 3, "водій, ПІБ уточнюється"],
            ["Всього номерів: 3", "", "", "", "", 8],
        ],
        change=_rooms,
        people=[
            whom("Ганна", "Мельник", patronymic="Петрівна"),
            whom("Ольга", "Мельничук", notes="без глютену"),
            whom("Аркадій", "Рябокінь", patronymic="Львович", notes="пізній заїзд"),
        ],
        others={"refused": (6,)},
    ),
    Town(
        "v-staff-register",
        "a personnel program's export in cp1251: staff number, tax number, department",
        text=(
            "Таб. №;Працівник;РНОКПП;Підрозділ;Посада;Дата нар.;Моб. тел.;E-mail роб.\r\n"
            "00127;Ковтун Валентина Юріївна;2894512345;Фінансове управління;начальник управління;05.04.1979;0672223344;"
            "kovtun@dolyna.if.ua\r\n"
            "00301;Стеців Мар’ян-Олег Ігорович;3312309876;Відділ ЖКГ;провідний спеціаліст;07.09.1990;"
            "(050)444 55 66;\r\n"
            "00418;Гах Зоряна Михайлівна;3400011122;Юридичний відділ;юрисконсульт;02.01.1993;068-000-11-22;"
            "hakh@dolyna.if.ua\r\n"
        ),
        encoding="cp1251",
        ending=".csv",
        people=[
            whom(
                "Валентина",
                "Ковтун",
                patronymic="Юріївна",
                position="начальник управління",
                birth_date="1979-04-05",
                phone="+380672223344",
                email="kovtun@dolyna.if.ua",
            ),
            whom(
                "Мар’ян-Олег",
                "Стеців",
                patronymic="Ігорович",
                position="провідний спеціаліст",
                birth_date="1990-09-07",
                phone="+380504445566",
            ),
            whom(
                "Зоряна",
                "Гах",
                patronymic="Михайлівна",
                position="юрисконсульт",
                birth_date="1993-01-02",
                phone="+380680001122",
                email="hakh@dolyna.if.ua",
            ),
        ],
    ),
    Town(
        "v-three-villages",
        "villages as rows over their people, head with title, driver and interpreter at the end, ticks for days",
        rows=[
            ["Учасники поїздки (Словенія, травень 2026 р.)"],
            ["", "Хто їде", "Ким працює", "Телефон", "18.05", "19.05", "20.05"],
            ["Тростянецька сільська рада"],
            [1, "Ганущак Михайло Федорович", "сільський голова", "0961112244", "+", "+", "+"],
            [2, "п. Ванджура Марія", "бухгалтер", "0961112255", "+", "+", "-"],
            ["Рожнівська сільська рада"],
            [3, "Палійчук В. Д.", "староста", "0961112266", "+", "+", "+"],
            ["Супровід"],
            [4, "Кіщук Роман", "водій", "0961112277", "+", "+", "+"],
            [5, "Слободян Христина", "перекладач (нім., англ.)", "0961112288", "", "+", "+"],
            ["Разом", "5 осіб"],
        ],
        people=[
            whom(
                "Михайло",
                "Ганущак",
                patronymic="Федорович",
                organisation="Тростянецька сільська рада",
                position="сільський голова",
                phone="+380961112244",
            ),
            whom(
                "Марія",
                "Ванджура",
                organisation="Тростянецька сільська рада",
                position="бухгалтер",
                phone="+380961112255",
                gender="f",
            ),
            whom(
                "В.",
                "Палійчук",
                organisation="Рожнівська сільська рада",
                position="староста",
                phone="+380961112266",
            ),
            whom("Роман", "Кіщук", position="водій", phone="+380961112277"),
            whom("Христина", "Слободян", position="перекладач (нім., англ.)", phone="+380961112288"),
        ],
    ),
    Town(
        "v-flight-manifest",
        "a travel agency's passengers: SURNAME/NAME MR, dates as 12MAR80",
        rows=[
            ["PNR K7QX2M   LO 752 / LO 615   LWO-WAW-LJU   14MAR26"],
            ["No", "PAX NAME", "TYPE", "DOB", "PASSPORT NO", "EXP", "NAT", "TKT NUMBER"],
            [1, "PETRENKO/OLEKSANDR MR", "ADT", "12MAR80", "FE123456", "03NOV31", "UKR", "0802412345678"],
            [2, "KOVALCHUK/IRYNA MRS", "ADT", "30JAN75", "FX998877", "15MAY29", "UKR", "0802412345679"],
            [3, "SHEVCHUK-BILA/NATALIIA MS", "ADT", "01DEC99", "GB001122", "22AUG33", "UKR", "0802412345680"],
        ],
        people=[
            whom(
                "Oleksandr",
                "Petrenko",
                gender="m",
                birth_date="1980-03-12",
                passport_number="FE123456",
                passport_expiry="2031-11-03",
            ),
            whom(
                "Iryna",
                "Kovalchuk",
                gender="f",
                birth_date="1975-01-30",
                passport_number="FX998877",
                passport_expiry="2029-05-15",
            ),
            whom(
                "Nataliia",
                "Shevchuk-Bila",
                gender="f",
                birth_date="1999-12-01",
                passport_number="GB001122",
                passport_expiry="2033-08-22",
            ),
        ],
    ),
    Town(
        "v-insurance-list",
        "the insurer's table: insured persons, codes, period and sum insured, the insurer's own data on top",
        rows=[
            ["Додаток до договору добровільного медичного страхування № 22-0471"],
            ["Страхувальник:", "Виконавчий комітет Бучацької міської ради"],
            ["Територія дії: Європа; франшиза 0"],
            [],
            [
                "№",
                "Прізвище та ім'я застрахованої особи (лат.)",
                "Дата народження",
                "Паспорт",
                "ІПН",
                "Початок дії",
                "Кінець дії",
                "Страхова сума, EUR",
                "Телефон",
            ],
            [
                1,
                "Dub Andrii",
                datetime(1983, 7, 19),
                "FH101010",
                "3050112233",
                "10.05.2026",
                "20.05.2026",
                30000,
                380671112233,
            ],
            [
                2,
                "Vovk-Mala Sofiia",
                datetime(1996, 2, 28),
                "GC202020",
                "3512223344",
                "10.05.2026",
                "20.05.2026",
                30000,
                380502223344,
            ],
            ["", "Всього застраховано осіб: 2", "", "", "", "", "", 60000],
            ["М.П.", "Страхувальник ____________"],
        ],
        people=[
            whom("Andrii", "Dub", birth_date="1983-07-19", passport_number="FH101010", phone="+380671112233"),
            whom("Sofiia", "Vovk-Mala", birth_date="1996-02-28", passport_number="GC202020", phone="+380502223344"),
        ],
    ),
)
