"""Words that stand for yes and no, woman and man, and nothing at all, in all the languages that towns write."""

import re

from app.core.text import fold, marks_off


def _plain(word: str) -> str:
    """A word as these lists are compared: small letters without marks."""
    return marks_off(word.casefold())


#: A cell that only says that there is nothing to say.
NOTHING = frozenset(
    "- – — / . .. ... x n/a na none no nil nothing немає нема ні відсутні відсутнє нет ne brez nič nima ingen inga "
    "nej nav nē nema без звичайне standard standardno normal nie brak nu nein keine asnjë obično normalno stāndarta "
    "standarta нормално обично обычное ništa ништа ништо нетребуется не jo არა".split()
)
#: Words for a document, an address or a number that somebody does not have.
ABSENT = NOTHING | frozenset(
    "відсутній|відсутня|не має|немає даних|н/д|нд|н.д.|нет данных|отсутствует|n.a.|n.a|na|not available|not known|"
    "unknown|ni na voljo|ni podatka|ne obstaja|saknas|ej känt|nav zināms|nav datu|nema podataka|нема података|"
    "нема податок|brak danych|не известно|невідомо|nepoznato|---|--|—-|***|anonymous|анонімний|анонім|anonimno|"
    "anonym|anonīms|анонимно|анонимен|0/0/00|0/0/0000|00.00.0000|00/00/0000|0000-00-00|__.__.____".split("|")
)
#: Whole phrases that say that nothing special is eaten, as ``fold`` gives them.
NO_DIET = frozenset(
    fold(text)
    for text in (
        "без обмежень|без особливостей|немає обмежень|не потребує|звичайне харчування|все їм|їм все|алергій немає|"
        "немає алергій|не маю|без алергій|відсутні алергії|особливих побажань немає|стандартне|no restrictions|"
        "no allergies|nothing special|no special requirements|no dietary requirements|no preference|regular|"
        "not applicable|eats everything|omnivore|brez posebnosti|ni posebnosti|brez omejitev|brez alergij|nimam|"
        "jem vse|vse|inga allergier|inga särskilda behov|ej allergisk|äter allt|inget särskilt|nav alerģiju|"
        "bez ierobežojumiem|nav īpašu prasību|nav alerģijas|ēdu visu|nema alergija|bez alergija|"
        "nema posebnih zahtjeva|nema ograničenja|nema posebnih zahteva|bez ograničenja|nemam|jedem sve|нема алергии|"
        "без алергии|нема ограничувања|немам|нема посебни барања|нема алергија|без ограничений|нет ограничений|"
        "нет аллергии|нет аллергий|нету|brak alergii|bez diety|brak wymagań|keine allergien|fără restricții|"
        "asnjë alergji"
    ).split("|")
)
#: "No", "without", "I have none": how a phrase begins that says that nothing special is eaten.
_NONE = frozenset(
    map(
        _plain,
        "no not none without any nej nē jo без немає нема не ні ніяких жодних відсутні відсутня нет нету никаких brez "
        "ni nimam nobenih inga ingen inget ej utan nav bez nekādu nekādi nema nemam nikakvih нема немам nie brak keine "
        "kein ohne fără nu nuk asnjë pa".split(),
    )
)
#: How the other words of such phrases begin.
_OF_NEEDS = tuple(
    map(
        _plain,
        (
            "обмеж|особлив|спец|алерг|дієт|дієц|вимог|побажан|потреб|харч|інш|restrict|allerg|special|specific|"
            "particular|diet|requi|need|prefer|food|other|known|poseb|omejit|alerg|zahtev|zahtjev|potreb|preferenc|ogranic|prehran|ishran|"
            "hran|sarskil|behov|onskem|ierobez|prasib|ipas|vajadz|edin|захтев|посебн|огранич|потреб|исхран|"
            "храна|храни|барањ|преференц|аллерг|требован|пожелан|wymag|szczeg|besond|wunsch|anforder|restric|cerint|"
            "kufizim|kerkes|intoler|dieta|kand|znan|відом|poznat|познат|zinam|известн"
        ).split("|"),
    )
)
#: Words between them.
_BETWEEN = frozenset(
    map(
        _plain,
        "any у в щодо to of in for the have glede gällande på och eller or and i та або чи й и или un vai za за при na "
        "на po по до дуже very thanks thank you дякую hvala tack paldies хвала благодарам маю має is are "
        "there kam ka am".split(),
    )
)


#: The usual food, in words of any gender: "standardni", "звичайне меню".
_USUAL = re.compile(
    r"(?:standard|standart|стандарт|обычн|звичайн|звичн|обичн|običn|obicn|normal|нормал|uobičajen|уобичајен|"
    r"вообичаен|vanlig|parast|regular|usual|zwykł|üblich|загальн|comun|obișnuit)\w*"
    r"(?: (?:харчування|меню|menu|meni|мени|hrana|prehrana|ishrana|kost|mat|food|meal|diet|питание|исхрана|храна))?"
)


def no_diet(text: str) -> bool:
    """Whether a text only says that nothing special is eaten: "No food allergies", "нема посебних захтева".

    Each word must belong to such a phrase, so that "без м'яса" stays a diet.
    """
    if fold(text) in NO_DIET or _USUAL.fullmatch(text):
        return True
    words = re.findall(r"[^\W\d_]+", _plain(text.replace("'", "").replace("’", "")))
    if not 2 <= len(words) <= 9 or words[0] not in _NONE:
        return False
    return all(word in _NONE or word in _BETWEEN or word.startswith(_OF_NEEDS) for word in words)


YES = frozenset("так да yes ja da jā ano tak y д + 1 x х v ✓ ✔ ☑ ✅ true igen si oui po áno згоден згодна".split())
NO = frozenset("ні нет no nej ne nē n - – 0 false ☐ ✗ ✘ ❌ nein не nie nu jo არა".split())
MAN = frozenset(
    "m ч чол чоловік чоловіча чоловічий хлопець пан п-н man male män mr mies herr moški mož gospod g "
    "muški muško muškarac muž gospodin g-din мушко мушки мушкарац г-дин господин г-н маж машки муж мужской мужчина м "
    "vīrietis vīr kungs männlich mann mężczyzna męska pan mashkull bărbat masculin masculine".split()
)
WOMAN = frozenset(
    "ж жін жінка жіноча жіночий дівчина пані п-ні f w woman female ms mrs miss kvinna kvinnor fru ženska ženski žensko "
    "žena ž gospa ga gospođa gđa g-đa женско женски женска жена жен женский женщина господжа госпожа госпођа госпоѓа "
    "г-ђа г-ѓа г-жа sieviete siev sieviešu kundze weiblich frau kobieta żeńska pani femër femra femeie feminin "
    "feminine".split()
)
OTHER = frozenset("x other drugo інше annat cits".split())
