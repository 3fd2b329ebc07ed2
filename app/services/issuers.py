"""Whose signatures this installation believes: cards of issuers that were brought in, kept beside the settings.

A card is a JSON file that an issuer gives away: its name, its public key, its revocations, signed with that key.
Nothing in it is secret. Whether the card really comes from the issuer is for people to see to: they compare the
fingerprint.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.core import paths, signed_code
from app.core.errors import Refused
from app.services import issuer_keys, revocations
from app.services.revocations import Revocations
from app.services.signed_files import read_signed, sealed
from app.storage.files import write_whole

STORE = "issuers.json"
CARD = "issuer card"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer whose signatures are believed. ``own`` is this installation itself; ``since`` when it was added."""

    public_key: bytes
    name: str
    own: bool = False
    since: date | None = None
    revocations: Revocations | None = None

    @property
    def fingerprint(self) -> str:
        """What people compare on the telephone."""
        return signed_code.fingerprint(self.public_key)


def known() -> tuple[Issuer, ...]:
    """This installation (once it has a key) and the issuers that were added, by name."""
    store = _load()
    own = issuer_keys.public_key() if issuer_keys.exists() else b""
    found = [_issuer(key, entry, bytes.fromhex(key) == own) for key, entry in store.items()]
    if own and own.hex() not in store:
        found.append(Issuer(own, "", own=True))
    return tuple(sorted(found, key=lambda issuer: (not issuer.own, issuer.name.casefold())))


def by_key(public_key: bytes) -> Issuer | None:
    """The issuer with that key, if it is believed."""
    return next((issuer for issuer in known() if issuer.public_key == public_key), None)


def card(name: str, told: Revocations | None = None) -> bytes:
    """This installation's own card, to be given to others; Refused(``issuer_name_missing``).

    The name is kept, so that the page and later cards tell it as well.
    """
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not name:
        raise Refused("issuer_name_missing")
    own = issuer_keys.public_key().hex()
    store = _load()
    store[own] = {**store.get(own, {}), "name": name}
    _save(store)
    content: dict[str, Any] = {"name": name, "fingerprint": issuer_keys.fingerprint()}
    if told is not None:
        content["revocations"] = json.loads(told.content)
    return sealed(CARD, content)


def own_name() -> str:
    """The name under which this installation gives out its card; empty before it was told."""
    if not issuer_keys.exists():
        return ""
    return str(_load().get(issuer_keys.public_key().hex(), {}).get("name", ""))


def trust(content: bytes, on: date, file: str = "") -> Issuer:
    """Believe the issuer of a card, or take newer revocations of one that is believed; gives the issuer.

    Refused: ``card_unreadable``, ``card_altered``, ``issuer_not_trusted`` (revocations of an issuer whose card was
    never brought in), ``revocations_older``.
    """
    kind, key, told = read_signed(content, file)
    store = _load()
    entry = dict(store.get(key.hex(), {}))
    if kind == revocations.KIND:
        if not entry and not (issuer_keys.exists() and issuer_keys.public_key() == key):
            raise Refused("issuer_not_trusted", file=file, fingerprint=signed_code.fingerprint(key))
        entry["revocations"] = _newer(entry, content, file)
    elif kind == CARD:
        name = " ".join(str(told.get("name", "")).split())[:_LONGEST_NAME]
        if not name:
            raise Refused("card_unreadable", file=file)
        entry["name"] = name
        inside = told.get("revocations")
        if isinstance(inside, Mapping):
            _take_inside(entry, inside, key, file)
    else:
        raise Refused("card_unreadable", file=file)
    store[key.hex()] = {"since": on.isoformat(), "name": "", **entry}
    _save(store)
    return _issuer(key.hex(), store[key.hex()], issuer_keys.exists() and issuer_keys.public_key() == key)


def distrust(public_key: bytes) -> None:
    """Believe an issuer no longer; this installation itself stays."""
    store = _load()
    if store.pop(public_key.hex(), None) is not None:
        _save(store)


def keep_own(told: Revocations) -> None:
    """Remember the revocations that this installation gave out, so that they are never forgotten."""
    own = issuer_keys.public_key().hex()
    store = _load()
    store[own] = {"name": "", **store.get(own, {}), "revocations": json.loads(told.content)}
    _save(store)


def _take_inside(entry: dict[str, Any], inside: Mapping[str, Any], key: bytes, file: str) -> None:
    """The revocations within a card: of the same key, and only when they are newer; older ones change nothing."""
    content = json.dumps(inside).encode("utf-8")
    if revocations.read(content, file).public_key != key:
        raise Refused("card_altered", file=file)
    try:
        entry["revocations"] = _newer(entry, content, file)
    except Refused as refused:
        if refused.code != "revocations_older":
            raise


def _newer(entry: Mapping[str, Any], content: bytes, file: str) -> Any:
    fresh = revocations.read(content, file)
    former = entry.get("revocations")
    if former is not None:
        known_one = revocations.read(json.dumps(former).encode("utf-8"), file)
        if fresh.made_at < known_one.made_at:
            raise Refused("revocations_older", file=file)
    return json.loads(content)


def _issuer(key: str, entry: Mapping[str, Any], own: bool) -> Issuer:
    told = None
    if entry.get("revocations") is not None:
        try:
            told = revocations.read(json.dumps(entry["revocations"]).encode("utf-8"), STORE)
        except Refused:
            told = None
        if told is not None and told.public_key != bytes.fromhex(key):
            told = None
    try:
        since = date.fromisoformat(str(entry.get("since", "")))
    except ValueError:
        since = None
    return Issuer(bytes.fromhex(key), str(entry.get("name", "")), own, since, told)


def _path() -> Path:
    return paths.user_settings() / STORE


def _load() -> dict[str, dict[str, Any]]:
    """What is kept, by public key; a damaged store is refused, not emptied: a revocation must not be forgotten."""
    path = _path()
    try:
        content = issuer_keys.read_small(path, 50_000_000)
        found = json.loads(content)
        if not isinstance(found, dict) or not all(isinstance(entry, dict) for entry in found.values()):
            raise ValueError("no object")
        for key in found:
            if len(bytes.fromhex(key)) != signed_code.KEY_BYTES:
                raise ValueError("no key")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise Refused("issuers_unreadable", file=path.name) from None
    return found


def _save(store: Mapping[str, Any]) -> None:
    write_whole(_path(), json.dumps(store, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8"))
