"""Organisations and their other names."""

from collections.abc import Mapping

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.vocabulary import OrganisationType
from app.models.base import Record
from app.models.types import link, owner, plain, texts, word


class Organisation(Record):
    """Municipality, hromada, region, ministry, agency, fire brigade, donor ..."""

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("code"), Index("ix_organisation_country", "country"))

    code: Mapped[str] = plain(24)
    name: Mapped[Mapping[str, str]] = texts()
    short_name: Mapped[str] = plain()
    type: Mapped[OrganisationType] = word(OrganisationType, OrganisationType.MUNICIPALITY)
    country: Mapped[str] = plain(2)
    official_code: Mapped[str] = plain(40)
    region: Mapped[str] = plain()
    town: Mapped[str] = plain()
    address: Mapped[str] = plain()
    email: Mapped[str] = plain()
    phone: Mapped[str] = plain()
    website: Mapped[str] = plain()
    parent_id: Mapped[str | None] = link("organisation")
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class OrganisationAlias(Record):
    """Another spelling under which an organisation comes in spreadsheets and papers."""

    __tablename__ = "organisation_alias"
    __table_args__ = (UniqueConstraint("organisation_id", "folded"), Index("ix_organisation_alias_folded", "folded"))

    organisation_id: Mapped[str] = owner("organisation", index=False)
    text: Mapped[str] = plain()
    folded: Mapped[str] = plain()
