"""Small JSON files that an issuer signs and anybody may hold: its card, its revocations."""

import json
from collections.abc import Mapping
from typing import Any

from app.core import signed_code
from app.core.errors import Refused
from app.services import issuer_keys

LARGEST = 20_000_000
_MARK = "mentordesk"
_VERSION = 1


def canonical(content: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: sorted keys, no spaces, UTF-8; the signature itself left out."""
    told = {name: value for name, value in content.items() if name != "signature"}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")


def sealed(kind: str, content: Mapping[str, Any]) -> bytes:
    """A file of that kind with this installation's public key and signature; Refused(``issuer_key_unusable``)."""
    key = issuer_keys.private_key()
    whole = {_MARK: kind, "version": _VERSION, "public_key": issuer_keys.public_key().hex(), **content}
    whole["signature"] = key.sign(_message(kind, whole)).hex()
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")


def read_signed(content: bytes, file: str = "") -> tuple[str, bytes, Mapping[str, Any]]:
    """(kind, public key, content) of a signed file; Refused(``card_unreadable``, ``card_altered``)."""
    try:
        if len(content) > LARGEST:
            raise ValueError("too large")
        whole = json.loads(content.decode("utf-8-sig"))
        kind, key = str(whole[_MARK]), bytes.fromhex(whole["public_key"])
        signature = bytes.fromhex(whole["signature"])
        message = _message(kind, whole)
        if whole["version"] != _VERSION or len(key) != signed_code.KEY_BYTES:
            raise ValueError("other version")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("card_unreadable", file=file) from None
    if not signed_code.verified(key, signature, message):
        raise Refused("card_altered", file=file)
    return kind, key, whole


def _message(kind: str, whole: Mapping[str, Any]) -> bytes:
    return f"mentordesk {kind} {_VERSION}\n".encode() + canonical(whole)
