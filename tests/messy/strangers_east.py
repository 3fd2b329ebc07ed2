"""Moldova and Georgia in other programmes: Romanian, Russian, Georgian; expected before they were read."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.messy.town import Town, whom


def _institution(sheet: Worksheet) -> None:
    sheet.merge_cells("D3:D4")
    sheet.merge_cells("A1:G1")


TOWNS = (
    Town(
        "md-surname-name-and-year",
        "Romanian with both kinds of ş and ț, year of birth only, an institution merged over people, a footer",
        rows=(
            ("Lista participanților la vizita de studiu (Republica Moldova)", "", "", "", "", "", ""),
            ("Nr.\nd/o", "Numele, prenumele", "Anul nașterii", "Instituţia", "Funcția", "Telefon mobil", "E-mail"),
            (
                1,
                "Țurcanu Lilia",
                1980,
                "Primăria Soroca",
                "specialist principal",
                "+373 79 123 456",
                "lilia@soroca.example",
            ),
            (2, "ŞTEFĂNEŢ Ion", "1975", "", "viceprimar", "00373 (69) 12-34-56", ""),
            (3, "Răileanu Ștefan-Vodă", "a. 1990", "Primăria Drochia", "arhitect", "", "stefan@drochia.example"),
            ("Total: 3 persoane", "", "", "", "", "", ""),
            ("Executor: A. Munteanu, tel. 0230 2-22-22", "", "", "", "", "", ""),
        ),
        change=_institution,
        people=(
            whom(
                "Lilia",
                "Țurcanu",
                birth_date="1980",
                organisation="Primăria Soroca",
                position="specialist principal",
                phone="+37379123456",
                email="lilia@soroca.example",
            ),
            whom(
                "Ion",
                "Ştefăneţ",
                birth_date="1975",
                organisation="Primăria Soroca",
                position="viceprimar",
                phone="+37369123456",
            ),
            whom(
                "Ștefan-Vodă",
                "Răileanu",
                birth_date="1990",
                organisation="Primăria Drochia",
                position="arhitect",
                email="stefan@drochia.example",
            ),
        ),
    ),
    Town(
        "md-russian-with-ages",
        "a list of Gagauzia in Russian: age, sex in words, numbers under the headings, notes over merged cells",
        rows=(
            ("№", "Фамилия", "Имя", "Отчество", "Пол", "Возраст", "Место работы", "Эл. почта"),
            (1, 2, 3, 4, 5, 6, 7, 8),
            (1, "Кара", "Елена", "Дмитриевна", "жен.", 45, "Примэрия мун. Комрат", "kara@comrat.example"),
            (2, "Узун", "Георгий", "Федорович", "муж.", 38, "Примэрия мун. Комрат", "uzun@comrat.example"),
            ("Примечание: вылет из Кишинева 12.10.2026", "", "", "", "", "", "", ""),
        ),
        people=(
            whom(
                "Елена",
                "Кара",
                patronymic="Дмитриевна",
                gender="f",
                organisation="Примэрия мун. Комрат",
                email="kara@comrat.example",
            ),
            whom(
                "Георгий",
                "Узун",
                patronymic="Федорович",
                gender="m",
                organisation="Примэрия мун. Комрат",
                email="uzun@comrat.example",
            ),
        ),
    ),
    Town(
        "md-form-page",
        "a form filled in by one person, questions in Romanian with numbers, answer right of it",
        rows=(
            ("FORMULAR DE PARTICIPARE", ""),
            ("1. Nume", "Cojocaru"),
            ("2. Prenume", "Mădălina"),
            ("3. Data nașterii", "7 martie 1980"),
            ("4. Funcția deținută", "secretar al consiliului local"),
            ("5. Seria și nr. pașaportului", "AB 1234567"),
            ("6. Telefon", "+373 60 111 222"),
            ("7. Adresa de e-mail", "madalina@edinet.example"),
        ),
        people=(
            whom(
                "Mădălina",
                "Cojocaru",
                birth_date="1980-03-07",
                position="secretar al consiliului local",
                passport_number="AB1234567",
                phone="+37360111222",
                email="madalina@edinet.example",
            ),
        ),
    ),
    Town(
        "ge-georgian-and-latin",
        "Georgian letters in one column, Latin in the next, headings in two languages, a title over all",
        rows=(
            ("მონაწილეთა სია / List of participants", "", "", "", "", ""),
            (
                "№",
                "სახელი, გვარი",
                "Name, Surname (in English)",
                "თანამდებობა / Position",
                "მუნიციპალიტეტი / Municipality",
                "ელ-ფოსტა / E-mail",
            ),
            (1, "ნინო ბერიძე", "Nino Beridze", "მთავარი სპეციალისტი", "Ozurgeti", "nino@ozurgeti.example"),
            (2, "გიორგი წიკლაური", "Giorgi Tsiklauri", "მერის მოადგილე", "Ozurgeti", "giorgi@ozurgeti.example"),
        ),
        people=(
            whom(
                "ნინო",
                "ბერიძე",
                given_latin="Nino",
                family_latin="Beridze",
                position="მთავარი სპეციალისტი",
                organisation="Ozurgeti",
                email="nino@ozurgeti.example",
            ),
            whom(
                "გიორგი",
                "წიკლაური",
                given_latin="Giorgi",
                family_latin="Tsiklauri",
                position="მერის მოადგილე",
                organisation="Ozurgeti",
                email="giorgi@ozurgeti.example",
            ),
        ),
    ),
    Town(
        "ge-english-block-capitals",
        "English with a line that explains each heading, country told, local telephones, months by name",
        rows=(
            ("NAME", "FAMILY NAME", "DATE OF BIRTH", "PASSPORT", "", "COUNTRY", "MOBILE"),
            ("(as in passport)", "(as in passport)", "(dd/mmm/yyyy)", "No.", "Valid until", "", ""),
            ("TAMAR", "KIKNADZE", "07/Mar/1980", "14AB12345", "05-Jun-2031", "Georgia", "599 12 34 56"),
            ("LEVAN", "DZIDZIGURI", "8 March 1981", "14AB12346", date(2031, 6, 6), "Georgia", 599123457),
        ),
        people=(
            whom(
                "Tamar",
                "Kiknadze",
                birth_date="1980-03-07",
                passport_number="14AB12345",
                passport_expiry="2031-06-05",
                phone="+995599123456",
            ),
            whom(
                "Levan",
                "Dzidziguri",
                birth_date="1981-03-08",
                passport_number="14AB12346",
                passport_expiry="2031-06-06",
                phone="+995599123457",
            ),
        ),
    ),
)
