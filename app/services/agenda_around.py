"""What an agenda tells besides its items: contacts, emergency, practical information, who comes (AG-2, AG-6, AG-7)."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.core.i18n import N_
from app.core.vocabulary import ParticipationRole, Sex, label
from app.documents.agenda_data import Group
from app.documents.blocks import Contact
from app.documents.texts import Text, text_in
from app.services import paper_parts
from app.services.import_rows import phone_words

#: The number that helps in every country of the programmes; a contact with it is the emergency card.
EMERGENCY = "112"
_LOGISTICS = (
    ("travel", N_("Travel")),
    ("accommodation", N_("Accommodation")),
    ("paid_by", N_("Paid by")),
    ("insurance", N_("Insurance")),
    ("emergency", N_("In an emergency")),
)
#: A short text for an emergency stands in the card, a longer one among the practical information.
_CARD_LINES, _CARD_LETTERS = 4, 120


def contacts(rows: Sequence[Mapping[str, Any]], first: str, second: str) -> tuple[Contact, ...]:
    """The contacts in their order, without the emergency card."""
    return tuple(_contact(row, first, second) for row in rows if not _is_emergency(row))


def emergency(rows: Sequence[Mapping[str, Any]], visit: Mapping[str, Any], first: str, second: str) -> Contact | None:
    """The emergency card: the contact whose name or number is 112, with what the visit says of it when that is short.

    A visit always has one; None for an event without contacts and without anything told.
    """
    found = [_contact(row, first, second) for row in rows if _is_emergency(row)]
    text = text_in(visit.get("emergency", {}), first, second)
    lines = tuple(text.first.splitlines()) if _in_card(text) else ()
    if found:
        more = tuple(line for line in lines if line.strip() != found[0].name)
        return Contact(found[0].role, found[0].name, (*found[0].lines, *more))
    more = tuple(line for line in lines if line.strip() != EMERGENCY)
    return Contact(Text(), EMERGENCY, more) if visit or rows else None


def _is_emergency(row: Mapping[str, Any]) -> bool:
    return EMERGENCY in {row["phone"].strip(), row["name"].strip()}


def _contact(row: Mapping[str, Any], first: str, second: str) -> Contact:
    phone = phone_words(row["phone"])
    name = row["name"] or phone
    lines = dict.fromkeys(line for line in (phone, row["email"], row["organisation"]) if line and line != name)
    return Contact(text_in(row["duty"], first, second), name, tuple(lines))


def _in_card(text: Text) -> bool:
    """Cards have one language: a text that the second language says in other words stands below, in both."""
    short = len(text.first) <= _CARD_LETTERS and len(text.first.splitlines()) <= _CARD_LINES
    return bool(text.first) and short and text.second in {"", text.first}


def logistics(visit: Mapping[str, Any], first: str, second: str) -> tuple[tuple[Text, Text], ...]:
    """Label and text of everything that the visit tells; empty texts are left out (AG-1)."""
    found = []
    for key, word in _LOGISTICS:
        text = text_in(visit.get(key) or {}, first, second)
        if text and not (key == "emergency" and _in_card(text)):
            found.append((paper_parts.label_text(word, first, second), text))
    return tuple(found)


def group(counts: Mapping[str, Any], sender: Text, first: str, second: str) -> Group:
    """Who comes, from the counts of a snapshot; roles in the order of the vocabulary."""
    sexes = counts.get("sexes", {})
    women, men = sexes.get(Sex.FEMALE.value, 0), sexes.get(Sex.MALE.value, 0)
    roles = counts.get("roles", {})
    return Group(
        sender,
        women,
        men,
        sum(sexes.values()) - women - men,
        tuple(
            (paper_parts.label_text(label(role), first, second), roles[role.value])
            for role in ParticipationRole
            if role.value in roles
        ),
        counts.get("expected", 0),
    )
