"""The name of a row put together from its columns: native parts, Latin spelling and where that comes from (NA-1)."""

from dataclasses import dataclass, field

from app.core.name_parts import NameParts, Order, is_patronymic, name_case, patronymic_sex, split_full_name
from app.core.people_comparison import Level, PersonFacts, name_level
from app.core.transliteration import cyrillic_language, is_cyrillic, romanise, transliteration
from app.core.vocabulary import LatinSource
from app.importers.cells import Told


@dataclass(slots=True)
class RowName:
    """The parts of a name with what has to be told, by field."""

    given: str = ""
    family: str = ""
    patronymic: str = ""
    given_latin: str = ""
    family_latin: str = ""
    source: LatinSource = LatinSource.NONE
    order_known: bool = True
    told: list[tuple[str, Told]] = field(default_factory=list)


def _native(texts: dict[str, str], hint: Order, language: str) -> RowName:
    """The native name out of its own columns, or out of one full-name column (SP-4)."""
    given, family, patronymic = (texts.get(key, "") for key in ("given_name", "family_name", "patronymic"))
    if given or family:
        name = RowName(_cased(given), _cased(family), _cased(patronymic))
        words = name.given.split()
        if not patronymic and family and len(words) == 2 and is_patronymic(words[1]):
            name.given, name.patronymic = words
        return name
    whole = texts.get("full_name", "")
    if not whole:
        return RowName(patronymic=_cased(patronymic))
    parts = split_full_name(whole, hint, language)
    name = RowName(parts.given, parts.family, parts.patronymic or _cased(patronymic))
    name.order_known = parts.certain or hint is not Order.UNKNOWN
    if not (parts.given and parts.family):
        name.told.append(("full_name", Told("import_name_single")))
    elif not name.order_known:
        name.told.append(("full_name", Told("import_name_order")))
    return name


def _cased(text: str) -> str:
    return " ".join(map(name_case, text.split()))


def _latin_like(native: RowName, whole: str) -> NameParts:
    """A Latin full name taken apart so that its parts fit the native ones."""
    shown = split_full_name(whole)
    if not native.given or not native.family:
        return shown
    facts = PersonFacts(native.given, native.family)
    best, best_level = shown, name_level(facts, PersonFacts(shown.given, shown.family))
    for order in (Order.GIVEN_FIRST, Order.FAMILY_FIRST):
        words = [name_case(word.strip(",")) for word in whole.split() if not is_patronymic(word)]
        for cut in range(1, len(words)):
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            given, family = (first, second) if order is Order.GIVEN_FIRST else (second, first)
            level = name_level(facts, PersonFacts(given, family))
            if level > best_level:
                best, best_level = NameParts(given, family, "", order), level
    return best


def _add_latin(name: RowName, texts: dict[str, str], from_passport: bool) -> None:
    given, family, whole = (texts.get(key, "") for key in ("given_latin", "family_latin", "name_latin"))
    if whole and not (given and family):
        parts = _latin_like(name, whole)
        given, family = given or parts.given, family or parts.family
        if not name.given and not name.family:
            name.order_known = parts.certain
            name.patronymic = name.patronymic or parts.patronymic
    if not given and not family:
        return
    if is_cyrillic(given + family):
        # Somebody wrote the native name into the Latin column: nothing Latin is known.
        if not name.given and not name.family:
            name.given, name.family = _cased(given), _cased(family)
        return
    name.given_latin, name.family_latin = _cased(given), _cased(family)
    name.source = LatinSource.PASSPORT if from_passport else LatinSource.TYPED
    if not name.given and not name.family:
        name.given, name.family = name.given_latin, name.family_latin
    elif is_cyrillic(name.given + name.family):
        level = name_level(
            PersonFacts(name.given, name.family, order_known=False), PersonFacts(name.given_latin, name.family_latin)
        )
        if level is Level.DIFFERENT:
            name.told.append(("name_latin" if whole else "family_latin", Told("import_latin_differs")))


def _generate(name: RowName, language: str) -> None:
    """A Latin spelling by the table where the file has none and the name is in Cyrillic letters (NA-1, TL)."""
    if name.given_latin or name.family_latin or not is_cyrillic(name.given + name.family):
        return
    alphabet = cyrillic_language(name.given + name.family + name.patronymic)
    spoken = language if language in ("sr", "mk", "bg") else alphabet
    if spoken in ("sr", "mk", "bg"):
        name.given_latin, name.family_latin = romanise(name.given, spoken), romanise(name.family, spoken)
    else:
        given, family = transliteration(name.given), transliteration(name.family)
        name.given_latin, name.family_latin = given.text, family.text
        if given.foreign or family.foreign:
            name.told.append(("family_name", Told("import_foreign_letters")))
    name.source = LatinSource.GENERATED


def read_name(texts: dict[str, str], hint: Order, language: str, from_passport: bool) -> RowName:
    """The name of a row.

    ``texts``: cleaned texts of the name columns by field. ``hint``: order of a full name by its heading or by the rest
    of the column. ``language``: of the headings. ``from_passport``: the Latin columns say that they are the passport's.
    """
    name = _native(texts, hint, language)
    _add_latin(name, texts, from_passport)
    _generate(name, language)
    return name


def sex_of(name: RowName) -> tuple[str, str]:
    """A proposal for the sex, and what it rests on: patronymic or given_name (SP-14, ME-3); empty when unknown."""
    from app.core.given_names import given_names

    told = patronymic_sex(name.patronymic) if name.patronymic else None
    if told:
        return told.value, "patronymic"
    first = name.given.split(" ")[0].split("-")[0] if name.given else ""
    sex = given_names().sex(first) if first else None
    return (sex.value, "given_name") if sex else ("", "")
