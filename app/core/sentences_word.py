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
}
