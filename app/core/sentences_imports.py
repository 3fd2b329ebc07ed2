"""Sentences about taking spreadsheets in."""

from app.core import import_sentences, sentences_attendance, sentences_import_decisions
from app.core.i18n import N_
from app.core.sentences_record_imports import TAKING

SENTENCES: dict[str, str] = (
    import_sentences.SENTENCES
    | sentences_import_decisions.SENTENCES
    | sentences_attendance.SENTENCES
    | TAKING
    | {
        "import_nothing": N_("There is no row to take in: all are refused, repeated or left out. Nothing was changed."),
        "import_no_batch": N_("There is no import {code}. Look it up with: main.py list imports"),
        "activity_of_other_programme": N_(
            "{activity} does not belong to the programme {programme}. Choose one that does."
        ),
        "answer_nothing": N_("There is nothing to ask the sender: every cell could be read."),
        "answer_file_changed": N_(
            "{file} is not the file any more that was read. Read it again, then write the answer."
        ),
        "answer_over_source": N_("{file} is the sender's own file. Choose another name for the copy with the remarks."),
        "import_value_unreadable": N_("“{value}” cannot be read as this. Type it otherwise, or leave the cell empty."),
    }
)
