"""The form of a budget heading or line."""

from app.core.i18n import N_
from app.ui.form import FieldSpec, Section


def line_sections(currency: str, *, heading: bool) -> tuple[Section, ...]:
    """Code and title; units, factor and rate of a line, which a heading has not."""
    named = (
        FieldSpec("code", N_("Code"), required=True, hint="5.7"),
        FieldSpec("title", N_("Title"), "languages", span=2, extra={"lines": 1, "languages": ("en", "uk")}),
    )
    notes = FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2})
    if heading:
        return (Section("", (*named, notes)),)
    sums = (
        FieldSpec("unit", N_("Unit"), hint="month"),
        FieldSpec("units", N_("Units"), "number", extra={"digits": 3}),
        FieldSpec("factor", N_("Factor"), "number", extra={"digits": 3}, note=N_("Share of a full post, or people.")),
        FieldSpec("rate_minor", N_("Rate for one unit"), "money", extra={"currency": currency}),
    )
    return (Section("", (*named, *sums, notes)),)


def new_line_sections(currency: str) -> tuple[Section, ...]:
    """What a new line or heading needs."""
    first = FieldSpec("heading", N_("It is a heading, its sum is that of the lines below"), "yes_no", span=2)
    (section,) = line_sections(currency, heading=False)
    return (Section("", (first, *section.fields)),)
