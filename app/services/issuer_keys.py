"""The issuer's Ed25519 key: made on first use, kept beside the settings, never in the data file (law 5)."""

import secrets
from pathlib import Path

from app.core import paths, signed_code
from app.core.errors import Refused
from app.core.signed_code import SigningKey
from app.storage.files import write_whole
from app.storage.secrets_kept import keep_new

KEY_FILE = "issuer.key"
SHORTEST_PASSWORD = 8
_LARGEST_FILE = 20_000
#: The key that was read last, by path and time of change: a batch of a thousand signs with one reading.
_read: dict[tuple[str, int, int], SigningKey] = {}


def key_path() -> Path:
    """Where this installation keeps the issuer's key."""
    return paths.user_settings() / KEY_FILE


def exists() -> bool:
    """Whether this installation has a key already; one is made when the first certificate is issued."""
    return key_path().exists()


def private_key() -> SigningKey:
    """The issuer's key, made on first use; Refused(``issuer_key_unusable``) without a usable one."""
    path = key_path()
    try:
        if not path.exists():
            keep_new(path, secrets.token_bytes(32).hex())
        told = path.stat()
        known = _read.get((str(path), told.st_mtime_ns, told.st_ino))
        if known is None:
            known = _of_seed(bytes.fromhex(path.read_text(encoding="ascii").strip()))
            _read.clear()
            _read[(str(path), told.st_mtime_ns, told.st_ino)] = known
    except (OSError, ValueError):
        raise Refused("issuer_key_unusable", file=path.name) from None
    return known


def _of_seed(seed: bytes) -> SigningKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed)


def public_key() -> bytes:
    """The 32 bytes of the public key; it may go anywhere."""
    return private_key().public_key().public_bytes_raw()


def fingerprint() -> str:
    """The fingerprint of the public key, for comparing on the telephone."""
    return signed_code.fingerprint(public_key())


# a copy of the key ----------------------------------------------------------------------------------------------------
def export(target: Path, password: str) -> Path:
    """Write the key behind a password (PKCS8, encrypted), for a copy or a second machine of the same organisation.

    Refused(``password_short``, n). The file alone is of no use to anybody who has not got the password.
    """
    from cryptography.hazmat.primitives import serialization

    if len(password) < SHORTEST_PASSWORD:
        raise Refused("password_short", n=SHORTEST_PASSWORD)
    content = private_key().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode("utf-8")),
    )
    return write_whole(target, content)


def bring_in(source: Path, password: str) -> str:
    """Take the key of another machine of the same organisation as this installation's; gives its fingerprint.

    The former key is kept beside under the name of its fingerprint, so that nothing is lost. Refused(
    ``key_file_unreadable``, ``key_password_wrong``).
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        content = read_small(source, _LARGEST_FILE)
    except (OSError, ValueError):
        raise Refused("key_file_unreadable", file=source.name) from None
    if b"ENCRYPTED PRIVATE KEY" not in content:
        raise Refused("key_file_unreadable", file=source.name)
    try:
        key = load_pem_private_key(content, password.encode("utf-8") or b" ")
    except (ValueError, TypeError):
        raise Refused("key_password_wrong", file=source.name) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("key_file_unreadable", file=source.name)
    _take(key.private_bytes_raw().hex())
    return fingerprint()


def _take(seed: str) -> None:
    path = key_path()
    try:
        if path.exists():
            former = path.read_text(encoding="ascii").strip()
            if former == seed:
                return
            name = signed_code.fingerprint(_of_seed(bytes.fromhex(former)).public_key().public_bytes_raw())
            keep_new(path.with_name(f"issuer {name}.key"), former)
        beside = path.with_name(f".issuer-{secrets.token_hex(4)}.key")
        keep_new(beside, seed)
        beside.replace(path)
    except (OSError, ValueError):
        raise Refused("issuer_key_unusable", file=path.name) from None


def read_small(source: Path, largest: int) -> bytes:
    """A file of at most ``largest`` bytes; ValueError for a larger one, OSError where it cannot be read."""
    with source.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError("too large")
    return content
