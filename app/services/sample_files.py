"""The files of the sample: facts in ``resources/sample`` as JSON, and how they become the drafts of the services.

A record of a file has the names of a draft's fields. Three things differ, because people read and write the files:
``host`` for ``host_id`` (the name or code of another record), ``net`` for ``net_minor`` (an amount with its decimals);
dates, words and figures stand as texts.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from app.core.dates import PartialDate
from app.core.money import to_minor
from app.core.paths import resources

D = TypeVar("D")
Facts = Mapping[str, Any]
#: Keys of the records that were written, by the name under which the files call them (``domzale``, ``CEP-UA-V01``).
Known = dict[str, str]


def read(name: str) -> dict[str, Any]:
    """One file of the sample by its name."""
    with (resources() / "sample" / name).open(encoding="utf-8") as source:
        found: dict[str, Any] = json.load(source)
    return found


def draft(cls: type[D], facts: Facts, known: Mapping[str, str], *, besides: tuple[str, ...] = (), **given: Any) -> D:
    """A draft from the facts of a file; ``given`` fields are taken as they are.

    ``known`` resolves the names of other records. ``besides`` names the facts that the caller uses in another way.
    Raises ValueError for a fact that is no field, and KeyError for a name that nothing has: a file is either taken
    whole or refused.
    """
    hints = _hints(cls)
    currency = str(facts.get("currency", "EUR"))
    values: dict[str, Any] = {}
    used = {*besides, *given}
    for field in fields(cls):  # type: ignore[arg-type]
        key = _key(field.name, hints, facts)
        if field.name in given or key is None:
            continue
        used.add(key)
        if key == field.name:
            values[field.name] = _value(hints[field.name], facts[key], known)
        elif field.name.endswith("_id"):
            values[field.name] = known[facts[key]] if facts[key] else None
        else:
            values[field.name] = to_minor(Decimal(facts[key]), currency)
    left = set(facts) - used
    if left:
        raise ValueError(f"{cls.__name__} has no {', '.join(sorted(left))}")
    return cls(**values, **given)


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    """The types of a draft's fields, found out once."""
    if cls not in _HINTS:
        _HINTS[cls] = get_type_hints(cls)
    return _HINTS[cls]


def _key(name: str, hints: Mapping[str, Any], facts: Facts) -> str | None:
    """Under which key the facts hold a field: its own name, or that without ``_id`` or ``_minor``."""
    if name in facts:
        return name
    for ending in ("_id", "_minor"):
        short = name.removesuffix(ending)
        if short != name and short in facts and short not in hints:
            return short
    return None


def _value(kind: Any, value: Any, known: Mapping[str, str]) -> Any:
    """A value of a file as the type that a draft's field has."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [part for part in get_args(kind) if part is not type(None)]
        return None if value is None else _value(inner[0], value, known)
    if origin is tuple:
        return tuple(_value(get_args(kind)[0], item, known) for item in value)
    if kind is PartialDate:
        return PartialDate.parse(value)
    if is_dataclass(kind) and isinstance(kind, type):
        return draft(kind, value, known)
    if kind is date:
        return date.fromisoformat(value)
    if kind is Decimal:
        return Decimal(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value
