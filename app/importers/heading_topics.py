"""What a question is about when no synonym says it: "Do you have any needs as to food?" is of diets (7.2).

Forms ask in sentences that nobody can list. A few stems for each field tell what such a sentence is about; whatever the
synonyms tell surely comes before it, and the rows of the headings are found without it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.importers.heading_words import Meaning, normalise

#: As sure as a sentence can be: less than any synonym that covers most of a heading.
_SCORE, _LATER = 72.0, 58.0
#: What a column with these words holds is a sum, a yes or the name of somebody else, not what is asked for.
_NOT_ASKED = re.compile(
    r"вартіст|ціна|цін[иу]\b|кошт|сума|оплат|витрат|cost|price|fee\b|paid|cen[ae]\b|strošk|troškov|трошк|цена|kostnad|pris\b|"
    r"cena|izmaks|керівник|начальник|\bboss|supervisor|manager's|nadrejen|нареден|chef\b|vadītāja (?:vārds|tālr)|"
    r"запрош|invit|mentor\b|ментор|комент|comment|очікув|expect|pričakov|očekiv|очекув|förvänt|gaid"
)
#: For each field the beginnings of words; an underscore stands for the space between two.
_STEMS = r"""
diet: харчу харчов їж[іауе]\b їсте дієт меню алерг diet food meal menu allerg prehran ishran исхран хран[аеиу]
    jelovnik alerg specialkost matpref kosthåll ēdin ēdien uztur alerģ питани[ея]\b питанию аллерг aliment mânc
    ushqim żywien posiłk
interpretation_needed: переклад interpret translation tolmač prevajan prevod превод prijevod tolk\b tolkning
    tulk перевод interpretare traducere përkthim
email: e-?mail e-?pošt e-?пошт електронн\w*_(?:пошт|адрес|скриньк) ел_пошт e-?past mejl имејл мејл email
    elektronsk\w*_(?:pošt|naslov) электронн\w*_(?:почт|адрес) poșt
phone: телефон phone telefon tālrun mobiln mobil мобільн мобилн whatsapp viber gsm\b вайбер telegram
position: посад(?!к) обіймаєт job position occupation funkcij funkcion функциј delovn\w+_mest radn\w+_(?:mjest|mest)
    работн\w+_(?:мест|позици) радн\w+_(?:мјест|мест) befattning yrkestitel amat[su]\b ieņemam должност funcți
    pozicion pozit[aë] stanowisk
organisation: громад організаці установ заклад муніципал орган\w*_(?:місцев|влад) organi[sz]a institu municipal
    employer občin općin opštin општин kommun pašvald iestād novad организаци учрежден институциј primări bashki
    komun[aë] gmin ustanov
birth_date: народжен birth born rojst rojen rođen rodjen рођен раѓањ роден födel född dzimš dzimis рожден nașter
    lindj urodz
passport_number: паспорт passport potn\w*_list potn\w*_dokument pasoš пасош putovnic passnummer pases?\b
    pașaport pasaport paszport
languages: мов(?:и|ами|у|ою|а)\b languag jezik језик јазик språk valod язык limb[iă] gjuh język
accommodation: поселен проживанн розміщенн ночів готел accommod hotel overnight nočit nastanit smještaj smeštaj
    смјештај смештај преноќ noćenj boende logi\b naktsmīt viesnīc прожив гостиниц cazare akomod
"""
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"(?<![^\W\d_])(?:{'|'.join(stems.split()).replace('_', ' ')})"))
    for field, stems in re.findall(r"^(\w+):((?:.|\n    )*)", _STEMS, re.MULTILINE)
)


#: What a form tool writes of itself before the answers: when somebody was done, and the account's address and name.
_DONE = re.compile(
    r"completion time|час завершення|čas dokončanja|slutförandetid|sluttid|pabeigšanas laiks|beigu laiks|"
    r"vrijeme završetka|vreme završetka|време завршетка|време на завршување|время завершения|ora finalizării|"
    r"ora de finalizare|koha e përfundimit"
)
_ACCOUNT = frozenset("name ім'я ime namn vārds имя име nume emri nume".split())


def account_column(texts: Mapping[int, Sequence[str]]) -> int:
    """The column in which a form tool writes the name of the account that answered; 0 where there is none.

    It stands behind the time of completion and the account's e-mail, and holds what the account is called: "Anna K".
    """
    plain = {column: normalise(found[-1]) for column, found in texts.items()}
    return next(
        (
            column
            for column, text in plain.items()
            if text in _ACCOUNT and any(_DONE.search(plain.get(column - back, "")) for back in (1, 2))
        ),
        0,
    )


@lru_cache(maxsize=2_000)
def topics(heading: str) -> tuple[Meaning, ...]:
    """The fields that a heading is about by its stems, the first named first."""
    text = normalise(heading)
    if _NOT_ASKED.search(text):
        return ()
    found = sorted(
        (match.start(), number, field)
        for number, (field, stems) in enumerate(_TOPICS)
        if (match := stems.search(text)) is not None
    )
    if found and any(field == "diet" for _at, _number, field in found):
        # "Needs as to food and your position in the hotel": who asks about food wants to know of food.
        found.sort(key=lambda one: (one[2] != "diet", one))
    return tuple(
        Meaning(field, _SCORE if place == 0 else _LATER, "contained")
        for place, (_at, _number, field) in enumerate(found)
    )
