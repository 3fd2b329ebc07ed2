"""Sentences about Word files that are brought as templates, and about letters before they are printed."""

from app.core.i18n import N_

SENTENCES: dict[str, str] = {
    "word_not_docx": N_("This is no Word document (.docx). Open it in Word and save it as Word document (.docx)."),
    "word_locked": N_("The document is locked with a password. Save it without the password, then choose it again."),
    "word_damaged": N_("The document is damaged. Open it in Word, save it again, then choose it again."),
    "word_too_large": N_("The document is too large. Make it smaller than {most} MB, with smaller pictures in it."),
    "word_macros": N_("The document holds macros. Save it as Word document (.docx) without macros."),
    "word_object": N_("Another document is embedded in the document. Take it out, or put in a picture of it."),
    "word_foreign_part": N_("The document takes in other documents. Copy their text into it instead."),
    "word_fetches": N_("The document holds a field that fetches from elsewhere. Replace the field by plain text."),
    "word_outside": N_(
        "The document refers to a file or picture outside of it. Embed the picture, or take the reference out."
    ),
    "word_entities": N_("The document holds hidden definitions that Word does not write. Save it again in Word."),
    "letter_one_at_a_time": N_(
        "The Word template makes one letter a file, here are {count} for as many sending bodies. "
        "Save single Word files into a folder, or choose the people of one body."
    ),
    "letter_agenda_missing": N_("The agenda has no items yet: the letter would go without its annex."),
    "letter_dates_differ": N_("The letter says {letter}, the agenda {agenda}. Make both equal before you send them."),
    "letter_latin_missing": N_("No Latin spelling of the name yet: {names}. Enter it as it stands in the passport."),
    "letter_latin_generated": N_("The Latin spelling was made by the program: {names}. Compare it with the passport."),
    "letter_position_missing": N_("No position: {names}. The employer's order names it; enter it for these people."),
    "letter_documents_missing": N_("No birth date or passport number: {names}. Their cells stay empty in the letter."),
    "letter_passport_expires": N_("The passport ends too soon after the visit: {names}. Ask them to renew it."),
    "letter_stay_differs": N_("Some come later or leave earlier than the programme: {names}. Check their days."),
    "letter_agenda_changed": N_(
        "The agenda was changed after version {number}. Issue it again before printing letters."
    ),
    "letter_older": N_("Letters of {when} are older than agenda {number}. Send new letters if names or dates changed."),
    "letter_place_differs": N_("The issued agenda says {agenda}, the letter {letter}. Issue the agenda again."),
    "letter_name_differs": N_("Agenda {number} spells a name otherwise: {names}. Issue the agenda again."),
    "letter_addressee_missing": N_("The visit has no sending body. Choose it, so that the letter has an addressee."),
    "letter_place_missing": N_("The place of the visit is not known. Border services look for it in the letter."),
    "letter_purpose_missing": N_("The aim of the visit is empty. The letter gives no purpose then."),
    "letter_paid_missing": N_("Who pays what is empty. The sender needs it to set the daily allowance."),
    "letter_contact_missing": N_("No contact with a telephone number. Add one to the visit's contacts."),
    "letter_signatory_missing": N_("The programme names nobody who signs. The name is left to be written by hand."),
}
