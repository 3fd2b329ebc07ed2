"""What the sender of a spreadsheet is asked at a cell, in the sender's language.

The window tells the coordinator what was made of a cell; the sender is asked to put it right. So each code of
``app.core.import_sentences`` that a sender can do something about has a sentence of its own here.
"""

from collections.abc import Mapping
from datetime import date

from app.core.i18n import N_, Words
from app.documents.formats import formats

#: Code of a warning or of an outcome's reason → what the sender is asked. {value}: what stands in the cell.
ASKED: Mapping[str, str] = {
    "import_email_unreadable": N_("“{value}” is not an e-mail address. Please write the address."),
    "import_email_shared": N_("Row {row} has the same e-mail address under another name. Which of them is right?"),
    "import_email_lookalikes": N_("The address held Cyrillic letters that look like Latin ones. Please type it again."),
    "import_second_value": N_("There are several values in this cell; {kept} was taken. Is that the right one?"),
    "import_gender_unreadable": N_("“{value}” does not say whether it is a woman or a man. Please write F or M."),
    "import_gender_conflict": N_("The patronymic and “{value}” contradict each other. Which of them is right?"),
    "import_number_lost": N_(
        "Excel has rounded this number and its last digits are lost. Please format the cell as text and type it again."
    ),
    "import_zeros_lost": N_("Zeros at the start of this number may be missing. Please compare it with the document."),
    "import_passport_lookalikes": N_("The passport number held Cyrillic letters. Please compare it with the passport."),
    "import_passport_taken_out": N_("{kept} was taken as the passport number. Is it right?"),
    "import_passport_unreadable": N_("“{value}” is not a passport number. Please write it as in the passport."),
    "import_passport_runs_out": N_(
        "The passport runs out on {expiry}, less than three months after the visit. Is there a newer one?"
    ),
    "import_passport_ended": N_("The passport runs out on {expiry}, before the visit ends. Is there a newer one?"),
    "import_phone_unreadable": N_("“{value}” is not a phone number. Please write it with the country code."),
    "import_phone_unusual": N_("There seems to be no such phone number. Please compare it."),
    "import_phone_country_taken": N_("Please write the phone number with the country code."),
    "import_contacts_unreadable": N_(
        "“{value}” is neither an e-mail address nor a phone number. Please write it again."
    ),
    "import_phone_part_unreadable": N_("A part of “{value}” is not a phone number. Please write it again."),
    "import_date_unreadable": N_("“{value}” is not a date. Please write day, month and year, like 07.03.1980."),
    "import_date_implausible": N_("“{value}” cannot be this date. Please compare it with the document."),
    "import_date_partial": N_("Only the year is given. Please write the whole date."),
    "import_date_month_only": N_("Only the month and the year are given. Please write the whole date."),
    "import_month_two_ways": N_("It is not clear which month “{value}” means. Please write the month as a number."),
    "import_date_young": N_("This person would be younger than 14. Is the date right?"),
    "import_date_swappable": N_(
        "It is not clear which number is the day and which the month. Please write the month in letters."
    ),
    "import_mixed_script": N_("Latin and Cyrillic letters are mixed in: {words}. Please type it again."),
    "import_foreign_letters": N_(
        "The name has letters that Ukrainian does not have. Is it spelt like this in the passport?"
    ),
    "import_name_order": N_("Which word is the family name? Please write the family name in capitals."),
    "import_name_single": N_("Please write the given name and the family name."),
    "import_name_and_more": N_("“{kept}” was taken as the name and the rest as the position. Is that right?"),
    "import_name_beside": N_("“{others}” beside the name was left out. Does it belong to the name?"),
    "import_several_people": N_("This cell names several people. Please give each of them a row."),
    "import_latin_differs": N_("The Latin spelling seems to be of another name. Please write it as in the passport."),
    "import_cell_struck": N_("“{value}” is crossed out. Does it still hold?"),
    "import_part_struck": N_("“{struck}” is crossed out in this cell; “{kept}” was taken. Is that right?"),
    "import_error_cell": N_("The cell shows an error ({value}). Please type the value."),
    "import_formula_unsaved": N_("The result of this formula was not saved. Please type the value."),
    "import_row_without_name": N_("This row has no name. Who is it?"),
    "import_row_name_open": N_("Please send the name as soon as it is known."),
    "import_row_duplicate": N_("Row {row} seems to be the same person. Please keep one of the rows."),
    "import_row_perhaps_duplicate": N_("Is this the same person as in row {row}? Please say, or keep one of the rows."),
    "import_row_cancelled": N_("The list says “{remark}”. Does this person come?"),
    "import_row_crossed_out": N_("This row is crossed out. Does this person come?"),
}
#: The same for agendas, expenditures and deliverables.
ASKED_OF_RECORDS: Mapping[str, str] = {
    "import_record_without_day": N_("The date is missing in this row. Please write it."),
    "import_record_without_time": N_("When does this begin? Please write the time."),
    "import_record_ends_before_start": N_("This ends before it begins. Please correct the times."),
    "import_end_is_start": N_("This ends when it begins. Please correct the times."),
    "import_end_assumed": N_("When does this end? Please write the time."),
    "import_record_without_amount": N_("The amount is missing in this row. Please write it."),
    "import_record_without_title": N_("The title is missing in this row. Please write it."),
    "import_time_unreadable": N_("“{value}” is not a time. Please write hours and minutes, like 09:30."),
    "import_day_counted": N_("Please write the date instead of “{value}”."),
    "import_amount_unreadable": N_("“{value}” is not an amount. Please write a number, like 1234.50."),
    "import_amount_doubtful": N_("“{value}” can be read in two ways. Please write the amount with two decimals."),
    "import_currency_unknown": N_("“{value}” is not a currency. Please write three letters, like EUR."),
    "import_currency_conflict": N_("The amount names {other}, the currency column {value}. Which of them is right?"),
    "import_number_unreadable": N_("“{value}” is not a number that fits here. Please write it again."),
    "import_word_unknown": N_("It is not clear what “{value}” means here. Please write it in other words."),
    "import_vat_does_not_fit": N_("Net and VAT do not add up to the amount. Please compare them with the invoice."),
}
#: What the sender reads in the e-mail that the copy goes with.
MAIL_SUBJECT = N_("Questions about {file}")
MAIL_TEXT = N_(
    "Some cells of your spreadsheet could not be read with certainty. The attached copy has a remark at each of them. "
    "Please put them right in the copy and send it back."
)
#: In the name of the copy.
REMARKS = N_("remarks")
#: What is told but asks for nothing: the value was put right with certainty, or what is missing is on our side.
NOT_ASKED = frozenset(
    {
        "import_invisible_characters",
        "import_text_cut",
        "import_email_at_written",
        "import_email_of_other",  # the other is ours: the sender is not told who we know
        "import_end_from_next",
        "import_time_of_zone",
        "import_amount_rounded",
        "import_total_differs",
        "import_kind_assumed",
        "import_line_unknown",
        "import_line_is_heading",
        "import_speaker_unknown",
        "import_speaker_open",
        "import_organisation_unknown",
        "import_partnership_unknown",
        "import_partnership_open",
        "import_activity_unknown",
        "import_stage_not_reachable",
        "import_code_taken",
    }
)


def question(words: Words, code: str, params: Mapping[str, object]) -> str:
    """What the sender is asked about a cell; empty for what asks for nothing."""
    if code in NOT_ASKED:
        return ""
    text = ASKED.get(code) or ASKED_OF_RECORDS.get(code)
    if text is None:
        return words.say(N_("Please look at this cell again: “{value}”."), value=params.get("value", ""))
    return words.say(text, **{name: _said(words, name, value) for name, value in params.items()})


def _said(words: Words, name: str, value: object) -> object:
    """A day as it is written in the sender's language."""
    if name != "expiry":
        return value
    try:
        return formats(words.language).date_short(date.fromisoformat(str(value)))
    except ValueError:
        return value
