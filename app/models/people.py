"""People: names in both scripts, positions, consents, pairs that are not the same person."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import LatinSource, Sex
from app.models.base import Record
from app.models.types import link, owner, partial, plain, string_list, word


class Person(Record):
    """A person (NA-1). Sensitive: birth date, passport, diet, phone, access needs, emergency contact."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("code"),
        Index("ix_person_email", "email"),
        Index("ix_person_keys", "family_key", "given_key"),
    )

    code: Mapped[str] = plain(24)
    given_name: Mapped[str] = plain()
    family_name: Mapped[str] = plain()
    patronymic: Mapped[str] = plain()
    given_latin: Mapped[str] = plain()
    family_latin: Mapped[str] = plain()
    latin_source: Mapped[LatinSource] = word(LatinSource, LatinSource.NONE)
    badge_name: Mapped[str] = plain()
    salutation: Mapped[str] = plain()
    sex: Mapped[Sex] = word(Sex, Sex.UNKNOWN)
    country: Mapped[str] = plain(2)
    languages: Mapped[list[str]] = string_list()
    email: Mapped[str] = plain()
    other_email: Mapped[str] = plain()
    phone: Mapped[str] = plain()
    other_phone: Mapped[str] = plain()
    birth_date: Mapped[date | None] = mapped_column(default=None)
    passport_number: Mapped[str] = plain()
    passport_expiry: Mapped[date | None] = mapped_column(default=None)
    diet: Mapped[str] = plain()
    access_needs: Mapped[str] = plain()
    emergency_contact: Mapped[str] = plain()
    notes: Mapped[str] = plain()
    family_key: Mapped[str] = plain()
    given_key: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class PersonPosition(Record):
    """A post in an organisation with dates; the main one stands in lists and on papers.

    ``stated`` is the organisation as the sender's spreadsheet wrote it.
    """

    __tablename__ = "person_position"

    person_id: Mapped[str] = owner("person")
    organisation_id: Mapped[str | None] = link("organisation")
    title: Mapped[str] = plain()
    title_en: Mapped[str] = plain()
    stated: Mapped[str] = plain()
    elected: Mapped[bool] = mapped_column(default=False)
    start: Mapped[PartialDate] = partial()
    end: Mapped[PartialDate] = partial()
    main: Mapped[bool] = mapped_column(default=True)


class PersonNameForm(Record):
    """The full name as it stands inside a sentence of one language, such as the Ukrainian dative.

    ``confirmed`` is set once somebody has looked at it; until then it is the program's own proposal. ``nominative`` is
    the name of which it is a form: once that is written otherwise, nobody has confirmed the form any more.
    """

    __tablename__ = "person_name_form"
    __table_args__ = (UniqueConstraint("person_id", "language", "form"),)

    person_id: Mapped[str] = owner("person", index=False)
    language: Mapped[str] = plain(5)
    form: Mapped[str] = plain(12)
    text: Mapped[str] = plain()
    nominative: Mapped[str] = plain()
    confirmed: Mapped[bool] = mapped_column(default=False)


class Consent(Record):
    """What a person agreed to or refused: data, photo, publication.

    ``state`` is given, refused, withdrawn or stated_in_file (SP-16).
    """

    __tablename__ = "consent"

    person_id: Mapped[str] = owner("person")
    purpose: Mapped[str] = plain(24)
    state: Mapped[str] = plain(24)
    stated_on: Mapped[PartialDate] = partial()
    source: Mapped[str] = plain()


class DeclinedMatch(Record):
    """Two people of whom the user said that they are not the same (MA-7)."""

    __tablename__ = "declined_match"
    __table_args__ = (UniqueConstraint("person_id", "other_id"),)

    person_id: Mapped[str] = owner("person", index=False)
    other_id: Mapped[str] = owner("person")
