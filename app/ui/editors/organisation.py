"""The forms of an organisation."""

from app.core.i18n import N_, tr
from app.core.vocabulary import OrganisationType, label
from app.ui.editors.countries import country_options
from app.ui.form import FieldSpec, Section


def _types() -> list[tuple[OrganisationType, str]]:
    return [(kind, tr(label(kind))) for kind in OrganisationType]


def name_sections() -> tuple[Section, ...]:
    """What an organisation is called and what it is."""
    return (
        Section(
            N_("Name"),
            (
                FieldSpec("name", N_("Name"), "languages", span=2, required=True),
                FieldSpec("short_name", N_("Short name"), hint=N_("as on badges and in titles")),
                FieldSpec("type", N_("Type"), "choice", options=_types()),
                FieldSpec("parent_id", N_("Belongs to"), "record"),
                FieldSpec("code", N_("Code")),
            ),
        ),
    )


def contact_sections() -> tuple[Section, ...]:
    """Where an organisation is and how it is reached."""
    return (
        Section(
            N_("Place and contact"),
            (
                FieldSpec("country", N_("Country"), "choice", options=country_options()),
                FieldSpec("region", N_("Region")),
                FieldSpec("town", N_("Town")),
                FieldSpec("official_code", N_("Official code"), hint=N_("KATOTTH, registration number")),
                FieldSpec("address", N_("Address"), span=2),
                FieldSpec("email", N_("E-mail")),
                FieldSpec("phone", N_("Phone")),
                FieldSpec("website", N_("Website"), span=2),
                FieldSpec("notes", N_("Notes"), "text", span=2),
            ),
        ),
    )


def new_sections() -> tuple[Section, ...]:
    """The few fields that a new organisation needs."""
    return (
        Section(
            "",
            (
                FieldSpec("name", N_("Name"), "languages", span=2, required=True),
                FieldSpec("short_name", N_("Short name")),
                FieldSpec("type", N_("Type"), "choice", options=_types()),
                FieldSpec("country", N_("Country"), "choice", options=country_options()),
                FieldSpec("town", N_("Town")),
            ),
        ),
    )
