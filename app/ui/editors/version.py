"""The form of a version of a deliverable."""

from app.core.i18n import LANGUAGE_NAMES, N_
from app.ui.form import FieldSpec, Section


def version_sections() -> tuple[Section, ...]:
    """Number, language, day, author, what changed."""
    return (
        Section(
            "",
            (
                FieldSpec("number", N_("Number"), required=True),
                FieldSpec("language", N_("Language"), "choice", options=list(LANGUAGE_NAMES.items())),
                FieldSpec("made_on", N_("Date"), "date"),
                FieldSpec("author", N_("Author")),
                FieldSpec("note", N_("What changed"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )
