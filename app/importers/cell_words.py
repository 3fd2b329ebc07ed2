"""Words that stand for yes and no, woman and man, and nothing at all, in all the languages that towns write."""

from app.core.text import fold

#: A cell that only says that there is nothing to say.
NOTHING = frozenset(
    "- – — / . .. ... x n/a na none no nil nothing немає нема ні відсутні відсутнє нет ne brez nič nima ingen inga "
    "nej nav nē nema без звичайне standard standardno normal nie brak nu nein keine asnjë obično normalno stāndarta "
    "standarta нормално обично обычное ništa ништа ништо нетребуется не".split()
)
#: Words for a document, an address or a number that somebody does not have.
ABSENT = NOTHING | frozenset(
    "відсутній|відсутня|не має|немає даних|н/д|нд|н.д.|нет данных|отсутствует|n.a.|n.a|na|not available|not known|"
    "unknown|ni na voljo|ni podatka|ne obstaja|saknas|ej känt|nav zināms|nav datu|nema podataka|нема података|"
    "нема податок|brak danych|не известно|невідомо|nepoznato|---|--|—-|***".split("|")
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
YES = frozenset("так да yes ja da jā ano tak y д + 1 x х v ✓ ✔ ☑ ✅ true igen si oui po áno згоден згодна".split())
NO = frozenset("ні нет no nej ne nē n - – 0 false ☐ ✗ ✘ ❌ nein не nie nu".split())
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
