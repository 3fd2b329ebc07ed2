"""Sentences about papers and exports."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "paper_nobody": N_("There is nobody to print this for yet. Add participants, or issue the certificates first."),
    "paper_no_dates": N_("The dates of {code} are not known to the day yet. Set them before printing the letter."),
    "paper_no_days": N_("There is no day with sessions to print a sheet for. Add sessions to the agenda first."),
    "paper_texts_missing": N_("Items without a text in {language}: {n}."),
    "paper_agenda_clashes": N_("Clashes in the agenda: {n}. Somebody or some room is taken twice at the same time."),
    "paper_no_signatory": N_("The programme names nobody who signs. Add a signatory in the programme's settings."),
    "paper_spelling_unsure": N_("The Latin spelling of {name} was not compared with the passport yet."),
    "paper_spellings_unsure": N_("People whose Latin spelling was not compared with the passport yet ({n}): {names}."),
    "paper_person_absent": N_(
        "{code} does not take part, so there is no paper to make. Look up who does, or leave it out."
    ),
    "paper_letters_unknown": N_(
        "Letters that this paper cannot show: {letters}. They are printed as squares. "
        "Write these words in Latin or Cyrillic letters."
    ),
    "export_ending": N_("“{file}” cannot be written: choose a name that ends in {endings}."),
    "nobody_earned": N_("Nobody has earned a certificate yet. Mark the attendance first, then issue the certificates."),
    "demo_over_own_file": N_(
        "“{file}” holds work of your own and is not replaced by the sample. Choose another folder with --output."
    ),
    "pdf_unreadable": N_("This file is no PDF that can be shown. Save a copy and open it in another program."),
}
