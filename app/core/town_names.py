"""The town that a municipality is called by: Домжале, Заводське, Domžale, out of what is written down about it (AG-13).

Nothing is declined and nothing made up: a council is often named by an adjective («Заводська міська рада»), and the
town behind it is then known only where somebody wrote it as the town, a short name or another spelling.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.core.matching_keys import matching_key
from app.core.organisation_names import is_adjective, place_words, read_organisation_name
from app.core.transliteration import is_cyrillic, transliterate

#: In these languages the name before "municipality" stands in the genitive: Karlstads kommun, Ogres novads.
_GENITIVE = frozenset({"sv", "lv"})


@dataclass(frozen=True, slots=True)
class TownFacts:
    """What is written down about a municipality; ``name`` by language, ``aliases`` in the order they were noted."""

    name: Mapping[str, str]
    town: str = ""
    short_name: str = ""
    aliases: Sequence[str] = field(default=())


def town_name(facts: TownFacts, language: str) -> str:
    """The town in the letters of a language; in others where it is known in those only; empty where it is not known.

    Ukrainian takes Cyrillic letters, the others Latin ones, by the table where nobody wrote them (KMU-55).
    """
    cyrillic = language == "uk"
    known = [*_told(facts, language)]
    for town in known:
        if is_cyrillic(town) == cyrillic:
            return town
    return transliterate(known[0]) if known and not cyrillic else next(iter(known), "")


def _told(facts: TownFacts, language: str) -> Iterator[str]:
    """The towns that are written down, the surest first."""
    own = _bare(facts.name.get(language, ""), language)
    # The town is typed once, in its own letters; a name in the paper's language may hold its exonym.
    if own and is_cyrillic(own) and not is_cyrillic(facts.town):
        yield own
    if facts.town:
        yield facts.town
    if own:
        yield own
    # Capitals alone are an abbreviation.
    if facts.short_name and not facts.short_name.isupper():
        yield facts.short_name
    if facts.short_name or facts.town or facts.name:
        yield from (alias for alias in facts.aliases if _is_town(alias, facts))
    for other, text in facts.name.items():
        found = _bare(text, other)
        if found:
            yield found


def _bare(text: str, language: str) -> str:
    """The town that a name holds as a noun: Domžale out of «Občina Domžale», nothing out of «Заводська громада»."""
    words = place_words(text)
    if not words or words == text.strip():
        return words
    adjective = is_adjective(matching_key(words.split()[-1].rpartition("-")[2]))
    return "" if adjective or language in _GENITIVE else words


def _is_town(alias: str, facts: TownFacts) -> bool:
    """Whether another spelling is the town alone, and this town: no kind of organisation, no adjective."""
    read = read_organisation_name(alias)
    if read.kind or place_words(alias) != alias.strip() or is_adjective(read.core[-1] if read.core else ""):
        return False
    others = [read_organisation_name(text) for text in (facts.town, facts.short_name, *facts.name.values()) if text]
    return any(
        len(other.stems) == len(read.stems) and all(one & two for one, two in zip(read.stems, other.stems, strict=True))
        for other in others
    )
