"""Workbooks whose trouble stands in the cells: several people, people who don't come, telephones with letters."""

from tests.messy.town import Town, whom

TOWNS = (
    Town(
        "several-in-a-cell",
        "several people in one cell must be told and nobody invented",
        rows=(
            ("Громада", "ПІБ учасників", "Посада"),
            ("Опішня", "Куценко Петро Іванович\nСухомлин Ольга Степанівна", "голова; секретарка"),
            ("Котельва", "Ткач Анна Борисівна", "юристка"),
            ("Диканька", "1. Яременко Ігор Петрович, 2. Бондар Інна Львівна", ""),
        ),
        people=(whom("Анна", "Ткач", patronymic="Борисівна", position="юристка", organisation="Котельва"),),
        others={"doubtful": (2, 4)},
    ),
    Town(
        "who-does-not-come",
        "remarks that somebody does not come; a reserve list below",
        rows=(
            ("№", "Прізвище, ім'я, по батькові", "Громада", "Примітка"),
            (1, "Бойченко Лариса Миколаївна", "Зіньків", ""),
            (2, "Лещенко Артур Денисович", "Зіньків", "не їде"),
            (3, "Гончар Віта Олексіївна", "Шишаки", "скасовано"),
            ("Резерв:", "", "", ""),
            (4, "Пасічник Устим Карпович", "Шишаки", ""),
        ),
        people=(
            whom("Лариса", "Бойченко", organisation="Зіньків"),
            whom("Устим", "Пасічник", organisation="Шишаки"),
        ),
        others={"doubtful": (3, 4)},
    ),
    Town(
        "reserve-drivers-interpreters",
        "the column of remarks says who drives and who interprets; absent values in words",
        rows=(
            ("ПІБ", "Телефон", "E-mail", "Роль", "Примітки", "Закордонний паспорт"),
            ("Кравець Влас Ігорович", "0731112233", "відсутній", "учасник", "резерв", "відсутній"),
            ("Мазур Зоряна Петрівна", "немає", "н/д", "перекладачка", "нім., англ.", "FA 112233"),
            ("Шинкар Гнат Олегович", "—", "-", "водій", "бус 18 місць", "в процесі оформлення"),
        ),
        people=(
            whom("Влас", "Кравець", phone="+380731112233"),
            whom("Зоряна", "Мазур", passport_number="FA112233"),
            whom("Гнат", "Шинкар"),
        ),
        told=((4, "passport_number"),),
    ),
    Town(
        "typed-by-hand",
        "telephones with letters instead of digits, brackets that don't close, e-mails of all kinds",
        rows=(
            ("Прізвище та ім'я", "Телефон", "E-mail"),
            ("Голуб Ніка", "+38 (067)111-22-33", "nika@ex.example, nika2@ex.example"),
            ("Дубина Лев", "+38 (0671112234", "mailto:lev@ex.example"),
            ("Кіт Марта", "O671112235", "marta(at)ex.example"),
            ("Рись Єва", "+380 67 111 22 36 (дзвонити після 18:00)", "eva@ex,example"),
            ("Сокіл Ян", "т. 067 111 22 37, 067 111 22 38", "yan @ ex.example"),
            ("Чиж Орися", 671112239, "<orysia@ex.example>"),
        ),
        people=(
            whom("Ніка", "Голуб", phone="+380671112233", email="nika@ex.example"),
            whom("Лев", "Дубина", phone="+380671112234", email="lev@ex.example"),
            whom("Марта", "Кіт", phone="+380671112235"),
            whom("Єва", "Рись", phone="+380671112236"),
            whom("Ян", "Сокіл", phone="+380671112237", email="yan@ex.example"),
            whom("Орися", "Чиж", phone="+380671112239", email="orysia@ex.example"),
        ),
        told=((2, "email"), (4, "email"), (4, "phone"), (5, "email"), (6, "phone")),
    ),
    Town(
        "capitals-and-small",
        "capitals, small letters and mixtures; names with particles and of other peoples",
        rows=(
            ("ПРІЗВИЩЕ", "ІМ'Я", "ПО БАТЬКОВІ", "ПОСАДА"),
            ("ВІТЕР-ГРОМ", "ЗЛАТА", "МАКСИМІВНА", "ГОЛОВА"),
            ("кузьмич", "олег", "ілліч", "водій"),
            ("Огли Мамедов", "Рашид", "Алі огли", "підприємець"),
            ("Д'Аркі", "ЖАННА", "", "волонтерка"),
        ),
        people=(
            whom("Злата", "Вітер-Гром", patronymic="Максимівна", position="ГОЛОВА", gender="f"),
            whom("Олег", "Кузьмич", patronymic="Ілліч", position="водій", gender="m"),
            whom("Рашид", "Огли Мамедов", position="підприємець"),
            whom("Жанна", "Д'Аркі", position="волонтерка"),
        ),
    ),
    Town(
        "dates-typed",
        "dates as towns type them",
        rows=(
            ("ПІБ", "Дата народження (дд.мм.рррр)", "Паспорт дійсний до"),
            ("Береза Олена Юріївна", "07,03,1980", "15.06.2031 р."),
            ("Верба Ігор Львович", "07/03/1981", "15-06-2031"),
            ("Дуб Остап Романович", "7 бер. 1982", "2031/06/15"),
            ("Клен Яна Петрівна", "07.03.1983року", "до 15.06.2031"),
            ("Липа Ада Олегівна", "березень 1984", "безстроковий"),
            ("Осика Лев Юрійович", "07031985", "06.2031"),
        ),
        people=(
            whom("Олена", "Береза", birth_date="1980-03-07", passport_expiry="2031-06-15"),
            whom("Ігор", "Верба", birth_date="1981-03-07", passport_expiry="2031-06-15"),
            whom("Остап", "Дуб", birth_date="1982-03-07", passport_expiry="2031-06-15"),
            whom("Яна", "Клен", birth_date="1983-03-07", passport_expiry="2031-06-15"),
            whom("Ада", "Липа", birth_date="1984-03"),
            whom("Лев", "Осика", birth_date="1985-03-07", passport_expiry="2031-06"),
        ),
        told=((6, "passport_expiry"),),
    ),
    Town(
        "legend-and-signatures",
        "remarks, a legend and signatures under the table, numbers with dots, a total in the middle",
        rows=(
            ("№ п/п", "Прізвище, ім'я та по батькові", "Харчування*", "Підпис"),
            ("1.", "Коломієць Нонна Павлівна", "В", ""),
            ("2.", "Сірко Данило Андрійович", "Б", ""),
            ("Разом осіб: 2", "", "", ""),
            (),
            ("* В – вегетаріанське, Б – без обмежень", "", "", ""),
            ("Примітка: список може змінюватися", "", "", ""),
            ("Керівник делегації", "", "", "О. Бережна"),
            ("М.П.", "", "", ""),
        ),
        people=(
            whom("Нонна", "Коломієць", diet="В"),
            whom("Данило", "Сірко", diet="Б"),
        ),
    ),
    Town(
        "english-to-check",
        "Surname comma name, initials, a nickname in brackets, the maiden name",
        rows=(
            ("Participant", "Organization", "Tel.", "Dietary requirements / allergies"),
            ("Hrytsenko, Oksana", "Lubny City Council", "+38-050-111-22-33", "N/A"),
            ("Kovalenko (Melnyk) Iryna", "Lubny City Council", "tel: +380 50 111 2234", "no pork"),
            ("Oleksandr (Sasha) Rudyi", "Lubny City Council", "8-050-111-22-35", "none"),
        ),
        people=(
            whom("Oksana", "Hrytsenko", organisation="Lubny City Council", phone="+380501112233"),
            whom("Iryna", "Kovalenko", organisation="Lubny City Council", phone="+380501112234", diet="no pork"),
            whom("Oleksandr", "Rudyi", organisation="Lubny City Council", phone="+380501112235"),
        ),
    ),
    Town(
        "repeated-answers",
        "“same” and ditto marks for the town; a number of the passport with its series apart",
        rows=(
            ("Прізвище", "Ім'я", "Громада", "Серія паспорта", "Номер паспорта", "E-mail"),
            ("Хмара", "Роман", "Хорольська міська рада", "FА", "123456", "khmara@khorol.example"),
            ("Вітрук", "Софія", "-//-", "GB", 654321, "vitruk@khorol.example"),
            ("Град", "Юлій", "″", "", "HJ777888", "hrad@khorol.example"),
        ),
        people=(
            whom(
                "Роман",
                "Хмара",
                organisation="Хорольська міська рада",
                passport_number="FA123456",
                email="khmara@khorol.example",
            ),
            whom(
                "Софія",
                "Вітрук",
                organisation="Хорольська міська рада",
                passport_number="GB654321",
                email="vitruk@khorol.example",
            ),
            whom(
                "Юлій",
                "Град",
                organisation="Хорольська міська рада",
                passport_number="HJ777888",
                email="hrad@khorol.example",
            ),
        ),
    ),
)
