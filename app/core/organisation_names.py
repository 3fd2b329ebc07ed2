"""The name of an organisation taken apart: what kind it is, and whose it is, in any language and script (section 6.3).

``Дрогобицька міська рада``, ``Drohobych City Council`` and ``Hromada Drohobič`` are a municipality of one town: the
words of the kind go, what is left is compared by the keys of MA-4, and adjectives of places by their stems.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.core.matching_keys import matching_key

#: Words that tell the kind, the narrower kind first; ``*`` stands for any ending. All spellings of one key are one.
_KIND_WORDS: tuple[tuple[str, str], ...] = (
    ("ministry", "ministr* ministerst* міністерств* minister*"),
    (
        "company",
        "комунальн* komunaln* підприємств* podjetj* poduze* preduze* предузе* претпријати* тов тзов тзв кп doo dd ltd llc "
        "gmbh ab sia ооо company bolag* uzņēmum* przedsiębiorstw* spółka",
    ),
    (
        "ngo",
        "громадськ* го ngo nvo нуо organizacij* організац* društv* udruž* udrug* здруж* удруж* združenj* асоціац* "
        "association* asocia* förening* biedrīb* fundacj* foundation фонд* fond* stowarzysz* союз спілк* savez*",
    ),
    ("fire_brigade", "fire gasil* pgd пожеж* пожар* brand* räddning* vatrogas* ватрогас* ugunsdz* straż* противпожар*"),
    ("civil_defence", "civil цивільн* civiln* цивилн* civilförsvar*"),
    (
        "school",
        "school* школ* šol* škol* училишт* skola skolas skolan skolor ліце* lyceum гімназ* gimnaz* gymnas* університет* "
        "univer* vrtec коледж* college інститут* institute fakultet* szkoł* vidusskol* pamatskol* bērnudārz* зош днз",
    ),
    ("health", "лікарн* hospital* bolni* болниц* zdravst* здравств* медичн* medical slimnīc* sjukhus* szpital* clinic"),
    ("police", "поліц* police polic* полиц* policij*"),
    ("culture", "бібліотек* librar* knjižnic* музе* muze* museum театр* theatr* kultur* культур* bibliot*"),
    ("agency", "агенц* агентств* agenc* agentur* aģentūr*"),
    (
        "department",
        "департамент* department* відділ* управлінн* oddel* odjel* одељењ* odeljenj* одделени* direkcij* дирекци* "
        "directorate förvaltning* nodaļ* office служб* služb* wydział* sekretariat* urad центр* center centre centar*",
    ),
    ("district", "район* raion* rajon* district* powiat* starost*"),
    (
        "region",
        "област* oblast* обласн* region* regij* регіон* регион* кантон* kanton* canton* županij* жупаниј* län "
        "landsting* voivod* wojewód* marszał* reģion* county",
    ),
    (
        "municipality",
        "municipal* občin* općin* opštin* општин* kommun* комун* komun* novad* pašvaldīb* dome domes gmin* hromad* громад* "
        "отг тг рада ради раду раді rada rady council* urząd* urzęd* gemeind* bashki* savivaldyb* obec vald primări*",
    ),
)
#: Words that tell which grade of municipality it is.
_GRADES: tuple[tuple[str, str], ...] = (
    (
        "city",
        "міськ* misk* місто міста м misto mestn* city town urban stad stads stadt staden linn valstspilsēt* pilsēt* градск* "
        "gradsk* miejsk* miasto miasta град* grada gradu",
    ),
    ("settlement", "селищн* selyshchn* смт селище settlement"),
    ("village", "сільськ* silsk* село села village rural wiejsk*"),
)
#: Words that tell nothing about which organisation it is.
_EMPTY = (
    "of the de da and in for і та й з із в у za на na e u o i od w och för un від для при ім імені територіальн* territorial "
    "об'єднан* об'эднан* amalgamated united виконавч* executive виконком* комітет* committee апарат* адміністрац* "
    "administrac* administrat* administrác* uprav* управа військов* державн* state local authority government "
    "volunteer* prostovolj* добровільн* dobrovolj* доброволн* brigade brigada бригад* zaščit* zaštit* захист* protection "
    "defence defense kår* tjänst* republik* республік* с сел сёл p"
)
_COUNTRIES = (
    "ukraine україна україни ukrajina ukrajine ukraina slovenia slovenija slovenije словенія словенії sweden sverige "
    "швеція швеції latvia latvija latvijas латвія латвії bosnia bosna herzegovina hercegovina montenegro crna gora macedonia "
    "makedonija македонија croatia hrvatska serbia srbija србија poland polska polski польща"
)
#: The areas in which a municipality lies; as adjectives (обласна, районна) they are the kind itself.
_AREAS = (
    "область області обл oblast oblasti region regija regije район району р-н raion rajon rajona district county länet "
    "županije kantona kanton canton powiatu"
)
_TOKENS = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
#: Adjectives of places: Дрогобицька, Запорізької, Вільногірськ.
_ADJECTIVE = re.compile(r"^(.{2,}?)([scz])k(?:a|oi|u|e|i|oho|oh|im|om|ii|)$")
_ENDINGS = ("as", "es", "is", "us", "os", "ia", "a", "e", "i", "o", "u", "s")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A name taken apart: ``kind`` and ``grade`` as its words tell (empty: they do not), ``core`` the keys that remain.

    ``words`` are the keys of all its words, ``stems`` for each word of the core the stems by which it may be meant.
    """

    kind: str
    grade: str
    core: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    weak: tuple[frozenset[str], ...]

    @property
    def key(self) -> str:
        """The core in one piece, its words in alphabetical order."""
        return "".join(sorted(self.core))


def _patterns(words: str) -> re.Pattern[str]:
    parts = []
    for word in words.split():
        key = matching_key(word.rstrip("*"))
        if key:
            parts.append(key + (".*" if word.endswith("*") else ""))
    return re.compile("|".join(sorted(set(parts))))


@lru_cache(maxsize=1)
def _tables() -> tuple[
    list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]], re.Pattern[str], set[str], set[str]
]:
    kinds = [(kind, _patterns(words)) for kind, words in _KIND_WORDS]
    grades = [(grade, _patterns(words)) for grade, words in _GRADES]
    countries, areas = ({matching_key(word) for word in words.split()} for words in (_COUNTRIES, _AREAS))
    return kinds, grades, _patterns(_EMPTY), countries, areas


@lru_cache(maxsize=20_000)
def _kind_of_word(key: str) -> str:
    kinds, grades, empty, *_ = _tables()
    # A place may be called like a kind (Заводська, Районне); an adjective of a place never is one.
    found = next((kind for kind, pattern in kinds if pattern.fullmatch(key)), "")
    if found:
        return found
    grade = next((f"grade {name}" for name, pattern in grades if pattern.fullmatch(key)), "")
    return grade or ("empty" if empty.fullmatch(key) else "")


@lru_cache(maxsize=20_000)
def read_organisation_name(text: str) -> OrganisationName:
    """Take a name apart. Brackets count only when nothing stands outside of them."""
    outside = _BRACKETS.sub(" ", text)
    raw = _TOKENS.findall(outside) or _TOKENS.findall(text)
    words = tuple(key for key in (matching_key(word) for word in raw) if key)
    told = [_kind_of_word(key) for key in words]
    told = _names_that_look_like_grades(words, told)
    kinds = [kind for kind, _ in _KIND_WORDS if kind in told]
    if "municipality" in told or any(kind.startswith("grade ") for kind in told):
        # "… of the Lviv region" only says where the municipality lies.
        told = _without_context(words, told)
        kinds = [kind for kind, _ in _KIND_WORDS if kind in told]
    core = [key for key, kind in zip(words, told, strict=True) if not kind]
    countries = _tables()[3]
    if len(core) > 1 and any(key not in countries for key in core):
        core = [key for key in core if key not in countries]
    grade = next((kind.removeprefix("grade ") for kind in told if kind.startswith("grade ")), "")
    kind = kinds[0] if kinds else "municipality" if grade else ""
    core = core or list(words)
    strong, weak = zip(*map(_stems, core), strict=True) if core else ((), ())
    return OrganisationName(kind, grade, tuple(core), words, strong, weak)


def _names_that_look_like_grades(words: tuple[str, ...], told: list[str]) -> list[str]:
    """``Stari Grad`` and ``Novo mesto`` are names: a grade behind the only other word belongs to it."""
    found = list(told)
    for number, kind in enumerate(told):
        behind = number and not told[number - 1]
        if kind == "grade city" and words[number] in {"hrad", "mesto", "misto"} and behind:
            found[number] = ""
    return found


def _without_context(words: tuple[str, ...], told: list[str]) -> list[str]:
    """Where the region or district is told besides the municipality: it goes, with the word before it."""
    found = list(told)
    for number, kind in enumerate(told):
        if kind in ("region", "district") and words[number] in _tables()[4]:
            found[number] = "empty"
            if number and not told[number - 1] and any(not one for one in found[: number - 1]):
                found[number - 1] = "empty"
    return found


@lru_cache(maxsize=20_000)
def _stems(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems by which a word of a place's name is compared: sure ones, and ones that are only likely."""
    adjective = _ADJECTIVE.match(key)
    if adjective is not None:
        stem, sound = adjective.group(1), adjective.group(2)
        sure = {_even(stem + sound)} if sound != "s" else {_even(stem), _even(stem + "s")}
        likely = {
            _even(stem[: -len(end)])
            for end in ("an", "en", "iv", "in", "an")
            if sound == "s" and stem.endswith(end) and len(stem) - len(end) >= 3
        }
        return frozenset(sure), frozenset(likely)
    sure = {_even(key)}
    ending = next((end for end in _ENDINGS if key.endswith(end) and len(key) - len(end) >= 3), "")
    if ending:
        sure.add(_even(key.removesuffix(ending)))
    bare = key.rstrip(_VOWELS)
    if len(bare) >= 3:
        sure.add(_even(bare))
    likely = {_even(bare[:-1])} if len(bare) >= 5 and bare.endswith("k") else set()
    return frozenset(sure), frozenset(likely)


def _even(stem: str) -> str:
    """A stem with its last sound as it is before -ськ-: Дрогобич and Дрогобиц-, Мукачев- and Мукачів-."""
    if stem.endswith("zhzh"):
        stem = stem[:-2]
    for end, other in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("k", "c"), ("h", "z")):
        if stem.endswith(end):
            stem = stem.removesuffix(end) + other
            break
    if stem.endswith(("ov", "ev")):
        stem = stem[:-2] + "iv"
    if len(stem) > 3 and stem.endswith("c") and stem[-2] not in _VOWELS:
        stem = stem[:-1] + "ec"
    return stem
