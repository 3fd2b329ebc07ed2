"""The words of the import assistant: names of fields, outcomes, reasons."""

from app.core.i18n import LANGUAGE_NAMES, N_, tr
from app.core.sentences import sentence
from app.services import import_rows
from app.services.import_rows import LATIN, NATIVE, PlanRow
from app.ui import formats
from app.ui.widgets.chip import State

FIELD_WORDS = {
    "": N_("Leave out"),
    "full_name": N_("Full name"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "name_latin": N_("Full name, Latin letters"),
    "family_latin": N_("Family name, Latin letters"),
    "given_latin": N_("Given name, Latin letters"),
    "gender": N_("Sex"),
    "salutation": N_("Salutation"),
    "birth_date": N_("Date of birth"),
    "organisation": N_("Organisation"),
    "position": N_("Position"),
    "role": N_("Role in the activity"),
    "email": N_("E-mail"),
    "phone": N_("Telephone"),
    "mobile": N_("Mobile telephone"),
    "contacts": N_("Telephone and e-mail together"),
    "passport_number": N_("Passport number"),
    "passport_expiry": N_("Passport valid until"),
    "country": N_("Country"),
    "municipality": N_("Municipality"),
    "region": N_("Region"),
    "group": N_("Group"),
    "languages": N_("Languages"),
    "diet": N_("Diet"),
    "arrival_date": N_("Arrival"),
    "departure_date": N_("Departure"),
    "data_consent": N_("Consent to keep data"),
    "photo_consent": N_("Consent to photos"),
    "notes": N_("Notes"),
}
#: Columns that are recognised in order to be passed over.
PASSED_WORDS = {
    "row_no": N_("Running number: not needed"),
    "national_id": N_("Personal number: never kept"),
    "bank_account": N_("Bank account: never kept"),
    "signature": N_("Signature: not needed"),
    "attendance": N_("Attendance: not taken from here"),
}
_OUTCOMES = {
    "new": (N_("New"), "info", "plus"),
    "update": (N_("Update"), "success", "refresh-cw"),
    "same": (N_("Same"), "neutral", "equal"),
    "duplicate": (N_("Repeated"), "neutral", "copy"),
    "doubtful": (N_("Doubtful"), "warning", "circle-help"),
    "refused": (N_("Refused"), "danger", "circle-x"),
}
_SEXES = {"f": N_("Woman"), "m": N_("Man"), "x": N_("Other")}


def field_word(name: str) -> str:
    """A field in the reader's words."""
    return tr(FIELD_WORDS.get(name) or PASSED_WORDS.get(name) or N_("Recognised, but not taken in"))


def outcome_state(row: PlanRow) -> State:
    """The outcome of a row as a chip."""
    if row.left_out:
        return State(tr("Left out"), "neutral", "circle-minus")
    word, tone, sign = _OUTCOMES[row.outcome.value]
    return State(tr(word), tone, sign)


def outcome_word(outcome: str) -> str:
    """The outcome alone."""
    return tr(_OUTCOMES[outcome][0])


def native_name(row: PlanRow) -> str:
    """Family name, given name, patronymic."""
    return " ".join(row.fields[name] for name in NATIVE if row.fields.get(name)) or tr("without a name")


def latin_name(row: PlanRow) -> str:
    """``Tkachenko, Viktor``."""
    return ", ".join(row.fields[name] for name in LATIN if row.fields.get(name))


def value_words(name: str, value: str) -> str:
    """A value of a field for the reader's eyes."""
    if not value:
        return ""
    if name.endswith(("_date", "_expiry")):
        return formats.partial(value)
    if name == "gender":
        return tr(_SEXES.get(value, value))
    if name == "phone":
        return import_rows.phone_words(value)
    if name == "languages":
        return ", ".join(LANGUAGE_NAMES.get(part.strip(), part.strip()) for part in value.split(","))
    return value


def why(row: PlanRow) -> str:
    """Why the row has its outcome: a doubt about a cell comes first."""
    if row.left_out:
        return tr("You left it out.")
    if row.outcome.value in ("doubtful", "refused", "duplicate"):
        return sentence(row.reason, row.reason_params)
    doubts = row.doubts
    if doubts:
        return sentence(doubts[0].code, doubts[0].params)
    if row.outcome.value == "new" and row.sources.get("family_latin") == "generated":
        return tr("Nobody like this yet; Latin spelling made, please confirm.")
    return sentence(row.reason, row.reason_params)
