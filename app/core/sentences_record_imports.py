"""The sentences about spreadsheets of agendas, expenditures and deliverables."""

from app.core.i18n import N_

#: Told while a sheet is read (``app.importers``).
READING: dict[str, str] = {
    "import_record_new": N_("Nothing like this yet."),
    "import_record_without_day": N_("The day is not told. Type a date."),
    "import_record_without_time": N_("The time is not told. Type when it begins."),
    "import_record_ends_before_start": N_("It would end before it begins. Correct one of the times."),
    "import_record_without_amount": N_("There is no amount that can be read. Type one."),
    "import_record_without_title": N_("There is no title. Type one."),
    "import_time_unreadable": N_("“{value}” is not a time."),
    "import_day_counted": N_("The day was counted from the first day of the activity; check the date."),
    "import_time_of_zone": N_("“{value}” is the time in {zone}; at the place of the activity it is {start}."),
    "import_end_is_start": N_("It ends when it begins."),
    "import_end_from_next": N_("No end is told; {end} was taken, when the next item begins."),
    "import_end_assumed": N_("No end is told; {end} was taken, an hour later."),
    "import_amount_unreadable": N_("“{value}” is not an amount."),
    "import_amount_doubtful": N_("“{value}” may be thousands or decimals; it was taken as thousands."),
    "import_amount_rounded": N_("“{value}” was rounded to whole cents."),
    "import_currency_unknown": N_("“{value}” is not a currency that is known."),
    "import_currency_conflict": N_("The amount names {other}, the currency column {value}; {value} was taken."),
    "import_number_unreadable": N_("“{value}” is not a number that fits here."),
    "import_word_unknown": N_("“{value}” is none of the words that are known here. Choose one."),
    "import_total_differs": N_("The total in row {row} says {said}, but the rows add up to {sum}."),
}

#: Told when rows are held against the data file, or refused (``app.services``).
TAKING: dict[str, str] = {
    "import_sheet_without_records": N_("No headings that tell what the columns are."),
    "import_record_same": N_("There already, nothing changes."),
    "import_record_update": N_("There already; fields that change: {n}."),
    "import_record_duplicate": N_("The same as row {row} of the sheet {sheet}."),
    "import_record_perhaps_duplicate": N_("Perhaps the same as row {row} of the sheet {sheet}."),
    "import_record_perhaps_known": N_("Perhaps the same as something that is there already."),
    "import_record_without_line": N_("No budget line is told. Choose one."),
    "import_line_unknown": N_("“{value}” is no line of this budget. Choose one."),
    "import_line_is_heading": N_("“{value}” is a heading of the budget. Choose a line below it."),
    "import_speaker_unknown": N_("Nobody called “{name}” is on record; the name goes into the notes."),
    "import_speaker_open": N_("“{name}” may be several people; nobody was chosen and the name goes into the notes."),
    "import_organisation_unknown": N_("“{name}” is not on record; the name goes into the notes."),
    "import_partnership_unknown": N_("“{name}” is no partnership of this programme; the name goes into the notes."),
    "import_partnership_open": N_("“{name}” may mean several partnerships; none was chosen."),
    "import_activity_unknown": N_("“{name}” is no activity of this programme; the name goes into the notes."),
    "import_kind_assumed": N_("The kind is not told; the usual one was taken."),
    "import_stage_not_reachable": N_("It cannot go to “{value}” from where it is now; the stage stays."),
    "import_code_taken": N_("The code {code} belongs to another programme. A new code is given."),
    "import_vat_does_not_fit": N_("Net and VAT do not add up to the amount; only the amount was taken."),
    "import_kind_needs_activity": N_("Say into which visit or training the file goes, with --activity CODE."),
    "import_kind_needs_programme": N_("Say into which programme the file goes, with --programme CODE."),
    "import_no_columns": N_(
        "No sheet has headings of this kind. Say in which row the headings stand, or choose another kind."
    ),
    "template_kind_unknown": N_("There is no blank sheet called {kind}. There are: {kinds}."),
}
