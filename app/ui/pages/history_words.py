"""What the History tab calls kinds of records and their fields, and how it writes out a value of any type."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.core.dates import PartialDate
from app.core.i18n import LANGUAGE_NAMES, N_, tr
from app.core.record_kinds import KINDS
from app.core.vocabulary import label
from app.services.paper_kinds import PAPER_NAMES, Paper
from app.ui import formats

FIELDS = {
    "accent": N_("Colour"),
    "access_needs": N_("Access needs"),
    "accommodation": N_("Accommodation"),
    "activity_id": N_("Activity"),
    "actual": N_("What happened"),
    "actual_end": N_("Actual end"),
    "actual_start": N_("Actual start"),
    "address": N_("Address"),
    "adoption_body": N_("Adopted by"),
    "adoption_date": N_("Adopted on"),
    "adoption_number": N_("Number of the decision"),
    "agreement_id": N_("Agreement"),
    "aim": N_("Aim"),
    "amount_minor": N_("Amount"),
    "arrival": N_("Arrival"),
    "author": N_("Author"),
    "badge_name": N_("Name on the badge"),
    "base": N_("Base currency"),
    "baseline": N_("Baseline"),
    "baseline_on": N_("Baseline on"),
    "birth_date": N_("Birth date"),
    "budget_minor": N_("Sum in the budget's currency"),
    "call": N_("Call"),
    "cancel_reason": N_("Why cancelled"),
    "cancelled": N_("Cancelled"),
    "cancelled_on": N_("Cancelled on"),
    "chair_id": N_("Chair"),
    "change_reason": N_("Why changed"),
    "changed_on": N_("Changed on"),
    "city": N_("City"),
    "code": N_("Code"),
    "comments": N_("Comments"),
    "commitments": N_("Commitments"),
    "composition_rule": N_("Who sits in it"),
    "confirmed": N_("Confirmed"),
    "contact": N_("Contact"),
    "counted": N_("Counted by the program"),
    "country": N_("Country"),
    "currency": N_("Currency"),
    "curriculum": N_("Curriculum"),
    "day": N_("Day"),
    "decided_on": N_("Decided on"),
    "deliverable_id": N_("Deliverable"),
    "departure": N_("Departure"),
    "description": N_("Description"),
    "diet": N_("Diet"),
    "difference_reason": N_("Why it differs"),
    "document_date": N_("Date of the document"),
    "document_id": N_("Document"),
    "document_no": N_("Number of the document"),
    "done_on": N_("Done on"),
    "due": N_("Due"),
    "duty": N_("Duty"),
    "elected": N_("Elected post"),
    "email": N_("E-mail"),
    "emergency": N_("Emergency"),
    "emergency_contact": N_("Emergency contact"),
    "end": N_("End"),
    "ends_at": N_("Ends at"),
    "evidence": N_("Evidence"),
    "expected_participants": N_("Participants expected"),
    "factor": N_("Factor"),
    "family_latin": N_("Family name, Latin letters"),
    "family_name": N_("Family name"),
    "fields": N_("Fields of cooperation"),
    "file_name": N_("File"),
    "form": N_("Form"),
    "founded": N_("Founded"),
    "frequency": N_("How often"),
    "from_line_id": N_("From line"),
    "from_stage": N_("From stage"),
    "funder_id": N_("Funder"),
    "funder_sentence": N_("Sentence about the funder"),
    "given_latin": N_("Given name, Latin letters"),
    "given_name": N_("Given name"),
    "gross_minor": N_("Gross"),
    "guest_id": N_("Guest"),
    "heading": N_("Heading"),
    "held_on": N_("Held on"),
    "holder": N_("Holder"),
    "holder_latin": N_("Holder, Latin letters"),
    "host_id": N_("Host"),
    "hour_minutes": N_("Minutes of an hour"),
    "in_common": N_("In common"),
    "in_kind": N_("In kind"),
    "indicator_id": N_("Indicator"),
    "insurance": N_("Insurance"),
    "interpretation": N_("Interpretation"),
    "issued_at": N_("Issued at"),
    "issued_on": N_("Issued on"),
    "key": N_("Rule"),
    "kind": N_("Kind"),
    "language": N_("Language"),
    "languages": N_("Languages"),
    "latin_source": N_("Latin spelling"),
    "letter_sent": N_("Letter sent"),
    "level": N_("Level"),
    "line_id": N_("Budget line"),
    "made_at": N_("Made"),
    "made_on": N_("Made on"),
    "logos": N_("Logos on papers"),
    "main": N_("Main position"),
    "measured_on": N_("Measured on"),
    "meetings_per_year": N_("Meetings a year"),
    "member_count": N_("Members by the rule"),
    "minutes": N_("Minutes present"),
    "name": N_("Name"),
    "need_id": N_("Need"),
    "net_minor": N_("Net"),
    "nominative": N_("Name in the nominative"),
    "note": N_("Note"),
    "notes": N_("Notes"),
    "number": N_("Number"),
    "offers": N_("Offers"),
    "official_code": N_("Official code"),
    "on_behalf_of": N_("On behalf of"),
    "online_link": N_("Link"),
    "organisation": N_("Organisation"),
    "organisation_id": N_("Organisation"),
    "origin": N_("Origin"),
    "other_email": N_("Other e-mail"),
    "other_id": N_("Other person"),
    "other_phone": N_("Other phone"),
    "own_minor": N_("Own share"),
    "owner_id": N_("Owner"),
    "owner_kind": N_("Kept with"),
    "paid_by": N_("Paid by"),
    "paid_on": N_("Paid on"),
    "paper": N_("Paper"),
    "parent_body": N_("Belongs to"),
    "parent_id": N_("Belongs to"),
    "partnership_id": N_("Partnership"),
    "passport_expiry": N_("Passport valid until"),
    "passport_number": N_("Passport number"),
    "patronymic": N_("Patronymic"),
    "period": N_("Period"),
    "person_id": N_("Person"),
    "phase_id": N_("Phase"),
    "phone": N_("Phone"),
    "planned": N_("What was planned"),
    "planned_end": N_("Planned end"),
    "planned_partnerships": N_("Partnerships planned"),
    "planned_start": N_("Planned start"),
    "position": N_("Position"),
    "predecessor": N_("Predecessor"),
    "presence": N_("Presence"),
    "programme_id": N_("Programme"),
    "purpose": N_("Purpose"),
    "purposes": N_("Purposes"),
    "rate": N_("Rate"),
    "rate_minor": N_("Rate"),
    "rate_source": N_("Source of the rate"),
    "reached": N_("Reached"),
    "reason": N_("Reason"),
    "received_minor": N_("Received"),
    "region": N_("Region"),
    "replaced_by_id": N_("Replaced by"),
    "requested_minor": N_("Requested"),
    "requirement": N_("Requirement"),
    "requirement_met": N_("Requirement met"),
    "responsible": N_("Responsible"),
    "responsible_id": N_("Responsible"),
    "results": N_("Results"),
    "reviewer": N_("Reviewer"),
    "reviewer_id": N_("Reviewer"),
    "role": N_("Role"),
    "room": N_("Room"),
    "salutation": N_("Salutation"),
    "sdgs": N_("Goals of the United Nations"),
    "second_language": N_("Second language"),
    "second_zone": N_("Second time zone"),
    "serial": N_("Serial number"),
    "session_id": N_("Session"),
    "sex": N_("Sex"),
    "share_percent": N_("Share in per cent"),
    "short_name": N_("Short name"),
    "signed_at": N_("Signed at"),
    "signed_on": N_("Signed on"),
    "size": N_("Size"),
    "snapshot": N_("As printed"),
    "source": N_("Source"),
    "split": N_("Split"),
    "stage": N_("Stage"),
    "start": N_("Start"),
    "starts_at": N_("Starts at"),
    "state": N_("State"),
    "stated": N_("Organisation as the sender wrote it"),
    "stated_by": N_("Stated by"),
    "stated_on": N_("Stated on"),
    "status": N_("Status"),
    "subject": N_("Subject"),
    "supplier": N_("Supplier"),
    "target": N_("Target"),
    "target_on": N_("Target on"),
    "team_id": N_("Group"),
    "text": N_("Text"),
    "texts": N_("Words"),
    "theme": N_("Theme"),
    "themes": N_("Themes"),
    "threshold_percent": N_("Threshold in per cent"),
    "time_zone": N_("Time zone"),
    "title": N_("Title"),
    "title_en": N_("Title in English"),
    "to_line_id": N_("To line"),
    "to_stage": N_("To stage"),
    "topic": N_("Topic"),
    "topics": N_("Topics"),
    "total_minor": N_("Total"),
    "town": N_("Town"),
    "travel": N_("Travel"),
    "type": N_("Type"),
    "unit": N_("Unit"),
    "units": N_("Units"),
    "valid_from": N_("Holds from"),
    "valid_until": N_("Valid until"),
    "value": N_("Value"),
    "vat_eligible": N_("VAT can be paid from the budget"),
    "vat_minor": N_("VAT"),
    "venue": N_("Place"),
    "verdict": N_("Verdict"),
    "website": N_("Website"),
    "what": N_("What"),
    "who": N_("Who"),
    "word_id": N_("Word template"),
    "year": N_("Year"),
}


def kind_words(kind: str) -> str:
    """What a kind of record is called."""
    found = KINDS.get(kind)
    return tr(found) if found else _plain(kind)


def title_words(title: str, params: Mapping[str, object]) -> str:
    """What a unit of work is called; a paper in it by its name in the reader's language."""
    return tr(title, **{name: tr(str(value)) if name == "paper" else value for name, value in params.items()})


def field_words(name: str) -> str:
    """What a field is called."""
    found = FIELDS.get(name)
    return tr(found) if found else _plain(name)


def value_words(name: str, value: object) -> str:
    """A value of any type as words; what is empty says so."""
    if value is None or value == "" or value in ({}, (), []):
        return tr("nothing")
    if name in _OWN_WORDS:
        return _OWN_WORDS[name](value)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, StrEnum):
        return tr(label(value))
    if isinstance(value, PartialDate):
        return formats.partial(value)
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int) and name.endswith("_minor"):
        return formats.money(value)
    if isinstance(value, (int, Decimal)):
        return formats.number(value, max(0, -int(Decimal(value).as_tuple().exponent)))
    return _collection_words(name, value)


def _snapshot_words(_value: object) -> str:
    return tr("kept whole, to print it again")


def _language_words(value: object) -> str:
    return LANGUAGE_NAMES.get(str(value), str(value))


def _owner_words(value: object) -> str:
    return kind_words(str(value))


def _paper_words(value: object) -> str:
    return tr(PAPER_NAMES[Paper(str(value))]) if str(value) in set(Paper) else str(value)


def _texts_words(value: object) -> str:
    """A programme's words on a paper: each with what it is and its language, so that no key is shown."""
    # The slots are known to the document modules, which the first page does not need.
    from app.services.paper_shelf import SHELF

    lines = []
    for key, texts in value.items() if isinstance(value, Mapping) else ():
        slot = next((found for shelved in SHELF.values() if (found := shelved.slot(key)) is not None), None)
        name = tr(slot.label) if slot is not None else _plain(key)
        lines += [f"{name}, {LANGUAGE_NAMES.get(code, code)}: {text}" for code, text in texts.items()]
    return "\n".join(lines)


#: Fields whose stored value says little to a reader.
_OWN_WORDS: Mapping[str, Callable[[object], str]] = {
    "snapshot": _snapshot_words,
    "language": _language_words,
    "second_language": _language_words,
    "owner_kind": _owner_words,
    "paper": _paper_words,
    "texts": _texts_words,
}


def _collection_words(name: str, value: object) -> str:
    if isinstance(value, Mapping):
        texts = {key: text for key, text in value.items() if text not in (None, "")}
        if set(texts) <= set(LANGUAGE_NAMES) and len(texts) > 1:
            return "\n".join(f"{LANGUAGE_NAMES[key]}: {text}" for key, text in texts.items())
        if set(texts) <= set(LANGUAGE_NAMES):
            return str(next(iter(texts.values()), ""))
        return ", ".join(f"{key}: {value_words('', text)}" for key, text in texts.items())
    if isinstance(value, (tuple, list)):
        return ", ".join(value_words(name, part) for part in value)
    return str(value)


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()
