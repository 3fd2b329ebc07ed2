"""Rows against people known as it is meant, each compared with all who share a key: what the fast way must give."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.people_comparison import Level
from app.importers.duplicates import Duplicates
from app.importers.matching import KnownPerson, Match, differences, level_of
from app.importers.people_index import PeopleIndex
from app.importers.staged import Outcome, StagedRow


def match_with_care(rows: Sequence[StagedRow], people: Sequence[KnownPerson]) -> list[Match]:
    """Whom each row means."""
    index = PeopleIndex()
    by_mail: dict[str, list[int]] = {}
    for number, person in enumerate(people):
        index.add(person.facts())
        for mail in person.other_emails:
            by_mail.setdefault(mail.lower(), []).append(number)
    found = []
    for row in rows:
        if row.outcome in (Outcome.DUPLICATE, Outcome.REFUSED):
            found.append(Match(outcome=row.outcome))
            continue
        match = _match(row, people, index, by_mail)
        found.append(replace(match, outcome=Outcome.DOUBTFUL) if row.outcome is Outcome.DOUBTFUL else match)
    return found


def _match(row: StagedRow, people: Sequence[KnownPerson], index: PeopleIndex, by_mail: dict[str, list[int]]) -> Match:
    facts = row.facts()
    levels = []
    for number in sorted(index.candidates(facts) | set(by_mail.get(facts.email, ()))):
        level = level_of(row, facts, people[number], index.people[number])
        if level:
            levels.append((level, number))
    if not levels:
        return Match()
    levels.sort(key=lambda pair: (-pair[0], pair[1]))
    best = levels[0][0]
    sure = [number for level, number in levels if level is best]
    ids = tuple(people[number].ident for _level, number in levels)
    if best is Level.POSSIBLE or len(sure) > 1:
        return Match(best, ids, (), Outcome.DOUBTFUL)
    changes = differences(row, people[sure[0]])
    changed = {one.field for one in changes if one.old}
    if best is Level.PROBABLE and "organisation" in changed and "phone" in changed:
        return Match(Level.POSSIBLE, ids[:1], (), Outcome.DOUBTFUL)
    return Match(best, ids[:1], changes, Outcome.UPDATE if changes else Outcome.SAME)


def duplicates_with_care(rows: Sequence[StagedRow]) -> list[StagedRow]:
    """Each row judged against all before it."""
    duplicates = Duplicates()
    return [row if row.outcome is Outcome.REFUSED else duplicates.judge(row) for row in rows]
