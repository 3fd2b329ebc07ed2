"""The form of an exchange rate."""

from app.core.i18n import N_
from app.ui.form import FieldSpec, Section


def rate_sections() -> tuple[Section, ...]:
    """Two currencies, a month or a day, the rate and where it comes from."""
    return (
        Section(
            "",
            (
                FieldSpec("currency", N_("Currency"), required=True, hint="UAH"),
                FieldSpec("base", N_("For one unit of"), required=True, hint="EUR"),
                FieldSpec("period", N_("Month or day"), "partial", required=True),
                FieldSpec("rate", N_("Rate"), "number", required=True, extra={"digits": 6}),
                FieldSpec("source", N_("Source"), hint="InforEuro", span=2),
            ),
        ),
    )
