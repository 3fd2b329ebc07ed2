"""Verification codes of certificates (CN-3): made and checked offline, with a key kept outside the data file."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from app.core.errors import Refused
from app.core.paths import user_settings
from app.storage.secrets_kept import keep_new

KEY_FILE = "certificate.key"
#: Signs that people read or type for letters of the base32 alphabet.
_LOOK_ALIKES = str.maketrans("018", "OIB")


def key_path() -> Path:
    """Where this installation keeps its key."""
    return user_settings() / KEY_FILE


def installation_key() -> bytes:
    """This installation's key, made on first use; Refused(``certificate_key_unusable``) without a usable one."""
    path = key_path()
    try:
        if not path.exists():
            keep_new(path, secrets.token_hex(32))
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        raise Refused("certificate_key_unusable", file=path.name) from None
    if len(key) < 32:
        raise Refused("certificate_key_unusable", file=path.name)
    return key


def fingerprint(key: bytes) -> str:
    """Tells one key from another without giving anything of it away."""
    return hashlib.sha256(b"mentordesk certificate key " + key).hexdigest()[:16]


def code_of(facts: Mapping[str, object], key: bytes) -> str:
    """The code of these facts: ten base32 characters of HMAC-SHA-256 over canonical JSON, as ``ABCDE-FGHIJ``."""
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hmac.new(key, canonical.encode("utf-8"), hashlib.sha256).digest()
    letters = base64.b32encode(digest).decode("ascii")[:10]
    return f"{letters[:5]}-{letters[5:]}"


def normalised(text: str) -> str:
    """A code as it is kept, from what somebody typed; empty when it cannot be one."""
    letters = "".join(char for char in text.upper() if char.isalnum()).translate(_LOOK_ALIKES)
    plain = len(letters) == 10 and all(char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" for char in letters)
    return f"{letters[:5]}-{letters[5:]}" if plain else ""


def same(one: str, other: str) -> bool:
    """Whether two codes are the same, told in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
