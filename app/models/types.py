"""Column types of the data file, each with one stored form."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from app.core.dates import UNKNOWN, PartialDate

#: One encoder for all: ``json.dumps`` makes a new one each time, which costs more than the encoding.
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class PartialDateType(TypeDecorator[PartialDate]):
    """A partial date as its canonical text; never null, unknown is the empty text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str:
        return str(value) if value is not None else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate:
        return PartialDate.parse(value) if value else UNKNOWN


class Texts(TypeDecorator[Mapping[str, str]]):
    """A text in several languages, stored as sorted JSON; empty texts are left out."""

    impl = Text()
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, str] | None, dialect: Dialect) -> str:
        kept = {lang: text for lang, text in (value or {}).items() if text}
        return _encode(kept)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, str]:
        return json.loads(value) if value else {}


class Data(TypeDecorator[Any]):
    """Plain data (lists, dictionaries, figures, texts) as JSON."""

    impl = Text()
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str:
        return _encode(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        return json.loads(value) if value else None


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal number as text: SQLite would keep a Numeric as a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC as ISO 8601 text."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class LocalTime(TypeDecorator[datetime]):
    """Date and time on the wall clock of a place, without zone, to the minute: ``2023-10-09T09:30``."""

    impl = String(16)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.replace(tzinfo=None).isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Word(TypeDecorator[StrEnum]):
    """A word of the vocabulary, stored as its value."""

    impl = String(32)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        if type(value) is self.words:
            return value.value
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


def owner(target: str, *, index: bool = True) -> Mapped[str]:
    """The key of the record that this one belongs to: deleted with it."""
    return mapped_column(ForeignKey(f"{target}.id", info={"on_delete": "own"}), index=index)


def maybe_owner(target: str, *, index: bool = True) -> Mapped[str | None]:
    """The key of a record that this one belongs to, if it belongs to one: deleted with it."""
    return mapped_column(ForeignKey(f"{target}.id", info={"on_delete": "own"}), index=index, default=None)


def link(target: str) -> Mapped[str | None]:
    """The key of a record that is only mentioned: emptied when that one is deleted."""
    return mapped_column(ForeignKey(f"{target}.id", info={"on_delete": "clear"}), index=True, default=None)


def needed(target: str, *, index: bool = True) -> Mapped[str]:
    """The key of a record without which this one makes no sense: that one cannot be deleted while this stands."""
    return mapped_column(ForeignKey(f"{target}.id", info={"on_delete": "refuse"}), index=index)


def texts() -> Mapped[Mapping[str, str]]:
    """A text in several languages."""
    return mapped_column(Texts(), default=dict)


def plain(length: int | None = None) -> Mapped[str]:
    """A text of any length, empty when there is none."""
    return mapped_column(String(length) if length else Text(), default="")


def partial() -> Mapped[PartialDate]:
    """A date that may be known in part only."""
    return mapped_column(PartialDateType(), default=UNKNOWN)


def word(words: type[StrEnum], default: StrEnum) -> Mapped[Any]:
    """A word of the vocabulary."""
    return mapped_column(Word(words), default=default)


def string_list() -> Mapped[list[str]]:
    """A list of plain texts."""
    return mapped_column(Data(), default=list)
