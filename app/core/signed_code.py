"""The signed code of a certificate: what its QR holds and anybody can check without the internet (CN-3).

``MD1`` and base32: capitals and digits only, so that a QR holds it in its alphanumeric mode, no scanner has to guess an
encoding, and it can be typed. Inside: the facts of the certificate, the issuer's public key, an Ed25519 signature over
both. The page in ``resources/verify`` reads the same form; a change here is a new version there as well.

Layout, big-endian: version and kind (1 byte) · first day, last day, day of issue, day of the duplicate (2 bytes each:
days since 1990, 0 for none) · minutes (3) · minutes of an hour (1) · number, name, native name, event, issuer (each a
length and a text) · public key (32) · signature (64).
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Protocol

PREFIX = "MD1"
#: Set before what is signed, so that no signature of anything else can stand for one of a certificate.
DOMAIN = b"mentordesk certificate 1\n"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
KINDS = ("attendance", "completion", "mentor")
#: The longest texts in bytes of ``packed``: number, name, native name, event, issuer. Longer ones end with an ellipsis,
#: so that the squares of the QR stay large enough to be read from a small picture of half a page: with all of them at
#: their longest it has 77 squares a side, and pictures of 81 are still read. Numbers are never cut: none is so long.
LONGEST = (255, 64, 64, 160, 64)
#: What codes made before had room for: they say the same as the register, only shorter.
_EARLIER = (255, 48, 48, 56, 40)
LONGEST_CODE = 2400
#: Letters that a number may have: the code of a programme, its pattern, the year. Every page and every QR holds them.
LONGEST_NUMBER = 120

_VERSION = 1
_EPOCH = date(1990, 1, 1)
_BASE32 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
#: Signs that people read or type for letters of the base32 alphabet.
LOOK_ALIKES = str.maketrans("018", "OIB")
#: Frequent letters and marks of the five languages that would otherwise take four bytes: they stand as bytes 3 to 31.
FREQUENT = "čČšŠžŽåÅäÄöÖāēīūņļķģĀ…–’“”„«»"
_CYRILLIC = 0x0400
_ESCAPE = 1
#: Marks that turn or hide writing, and control signs, are in no code: what is shown must be what was signed (D12).
_HIDDEN = frozenset(
    (0x00AD, 0x061C, 0xFEFF, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070))
)


class NoCode(ValueError):
    """The text is no signed code at all, or one that was cut off or mistyped so far that nothing can be read."""


class PublicKey(Protocol):
    """The public half of a key."""

    def public_bytes_raw(self) -> bytes:
        """Its 32 bytes."""


class SigningKey(Protocol):
    """An Ed25519 private key as ``cryptography`` has it, which is loaded only when something is signed."""

    def sign(self, data: bytes, /) -> bytes:
        """The 64 bytes of the signature."""

    def public_key(self) -> PublicKey:
        """Its public half."""

    def private_bytes(self, encoding: Any, format: Any, encryption_algorithm: Any, /) -> bytes:  # noqa: A002
        """The key in a form for files."""


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """What a code says. ``minutes`` are those attended, ``hour_minutes`` those of one counted hour (60 or 45, CE-8).

    ``native`` is empty where it is the same as ``name``; ``duplicate_on`` is set on a duplicate (CN-2).
    """

    number: str
    name: str
    event: str
    issuer: str
    native: str = ""
    start: date | None = None
    end: date | None = None
    issued_on: date | None = None
    duplicate_on: date | None = None
    minutes: int = 0
    hour_minutes: int = 60
    kind: str = "attendance"

    @property
    def hours(self) -> Decimal:
        """Hours as they are printed, rounded down to half an hour (CE-8): who checks compares them with the paper."""
        return Decimal(self.minutes * 2 // max(1, self.hour_minutes)) / 2


@dataclass(frozen=True, slots=True)
class SignedCode:
    """A code that was read: its facts, the public key that it names, and the signature that is to be checked."""

    facts: SignedFacts
    public_key: bytes
    signature: bytes
    body: bytes

    @property
    def genuine(self) -> bool:
        """Whether the signature is one of this key over these facts. Says nothing about whose key it is."""
        return verified(self.public_key, self.signature, DOMAIN + self.body)


def encode(facts: SignedFacts, private_key: SigningKey) -> str:
    """The code of these facts, signed by an Ed25519 private key of ``cryptography``."""
    body = _body(facts, private_key.public_key().public_bytes_raw())
    return PREFIX + base64.b32encode(body + private_key.sign(DOMAIN + body)).decode("ascii").rstrip("=")


def looks_signed(text: str) -> bool:
    """Whether a text was meant as a signed code, right or wrong."""
    letters = _letters(text)
    return letters[:3] in (PREFIX, "MDI", "MDL") and len(letters) > 40


def decode(text: str) -> SignedCode:
    """Read a code, however it was typed: case, spaces, line breaks, hyphens do not matter, nor O for 0. NoCode."""
    letters = _letters(text)
    if not looks_signed(letters) or len(letters) > LONGEST_CODE:
        raise NoCode("no signed code")
    coded = letters[3:].translate(LOOK_ALIKES)
    if not _BASE32.issuperset(coded) or len(coded) % 8 in (1, 3, 6):
        raise NoCode("a letter is missing or wrong")
    content = base64.b32decode(coded + "=" * (-len(coded) % 8))
    if base64.b32encode(content).decode("ascii").rstrip("=") != coded:
        raise NoCode("the last letter was changed")
    body, signature = content[:-SIGNATURE_BYTES], content[-SIGNATURE_BYTES:]
    facts, key = _read(body)
    return SignedCode(facts, key, signature, body)


def verified(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature is good; False for a key that is none."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public_key: bytes) -> str:
    """What two people compare on the telephone: the first 10 bytes of the key's SHA-512, as ``ABCD-EFGH-…``."""
    import hashlib

    letters = base64.b32encode(hashlib.sha512(public_key).digest()[:10]).decode("ascii")
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4))


def number_fits(number: str) -> bool:
    """Whether a number can be printed, and stands whole in a code."""
    return len(number) <= LONGEST_NUMBER and len(packed(number)) <= LONGEST[0]


def say_the_same(said: SignedFacts, here: SignedFacts) -> bool:
    """Whether a code says what is known here, long texts cut as they are now or as they were in earlier codes."""
    key = bytes(KEY_BYTES)
    return any(_body(said, key) == _body(here, key, longest) for longest in (LONGEST, _EARLIER))


def is_shortened(facts: SignedFacts) -> bool:
    """Whether a text of a code that was read ends where there was no more room: the paper says more."""
    return any(text.endswith("…") for text in (facts.name, facts.native, facts.event, facts.issuer))


def as_plain(facts: SignedFacts) -> Mapping[str, object]:
    """The facts as builtin types, days as ISO text."""
    plain: dict[str, object] = {}
    for name in SignedFacts.__slots__:
        value = getattr(facts, name)
        plain[name] = value.isoformat() if isinstance(value, date) else "" if value is None else value
    return plain


def grouped(code: str, size: int = 5) -> str:
    """A code in groups, for reading and typing."""
    return " ".join(code[place : place + size] for place in range(0, len(code), size))


# the bytes ---------------------------------------------------------------------------------------------------------
def _body(facts: SignedFacts, key: bytes, longest_texts: tuple[int, ...] = LONGEST) -> bytes:
    kind = KINDS.index(facts.kind)
    days = (facts.start, facts.end, facts.issued_on, facts.duplicate_on)
    parts = [bytes([_VERSION << 4 | kind]), *(_day(day) for day in days)]
    parts.append(max(0, min(facts.minutes, 0xFFFFFF)).to_bytes(3, "big"))
    parts.append(bytes([max(1, min(facts.hour_minutes, 255))]))
    texts = (facts.number, facts.name, facts.native, facts.event, facts.issuer)
    for text, longest in zip(texts, longest_texts, strict=True):
        coded = shortened(text, longest)
        parts += [bytes([len(coded)]), coded]
    return b"".join((*parts, key))


def _read(body: bytes) -> tuple[SignedFacts, bytes]:
    if len(body) < 13 + 5 + KEY_BYTES or body[0] >> 4 != _VERSION or body[0] & 15 >= len(KINDS):
        raise NoCode("of another version, or cut off")
    start, end, issued, duplicate = (_from_day(body[place : place + 2]) for place in (1, 3, 5, 7))
    place, texts = 13, []
    for _ in LONGEST:
        if place >= len(body):
            raise NoCode("cut off")
        length = body[place]
        texts.append(unpacked(body[place + 1 : place + 1 + length]))
        place += 1 + length
    if len(body) - place != KEY_BYTES:
        raise NoCode("cut off")
    number, name, native, event, issuer = texts
    facts = SignedFacts(
        number, name, event, issuer, native, start, end, issued, duplicate,
        int.from_bytes(body[9:12], "big"), body[12], KINDS[body[0] & 15],
    )  # fmt: skip
    return facts, body[place:]


def _day(day: date | None) -> bytes:
    count = (day - _EPOCH).days if day else 0
    return (count if 0 < count < 0x10000 else 0).to_bytes(2, "big")


def _from_day(two: bytes) -> date | None:
    count = int.from_bytes(two, "big")
    return _EPOCH + timedelta(days=count) if count else None


def packed(text: str) -> bytes:
    """A text in few bytes: one for a letter of ASCII or Cyrillic and for the frequent ones, four for any other."""
    out = bytearray()
    for letter in text:
        point = ord(letter)
        if 0x20 <= point < 0x7F:
            out.append(point)
        elif _CYRILLIC <= point < _CYRILLIC + 0x80:
            out.append(point - _CYRILLIC + 0x80)
        elif letter in FREQUENT:
            out.append(FREQUENT.index(letter) + 3)
        elif not _forbidden(point):
            out += bytes([_ESCAPE]) + point.to_bytes(3, "big")
    return bytes(out)


def unpacked(coded: bytes) -> str:
    """The text of ``packed``; NoCode for bytes that it never makes."""
    letters, place = [], 0
    while place < len(coded):
        byte = coded[place]
        place += 1
        if byte == _ESCAPE:
            point = int.from_bytes(coded[place : place + 3], "big")
            if place + 3 > len(coded) or point < 0x80 or _forbidden(point) or len(packed(chr(point))) != 4:
                raise NoCode("no text")
            letters.append(chr(point))
            place += 3
        elif 0x20 <= byte < 0x7F:
            letters.append(chr(byte))
        elif byte >= 0x80:
            letters.append(chr(byte - 0x80 + _CYRILLIC))
        elif 3 <= byte < 3 + len(FREQUENT):
            letters.append(FREQUENT[byte - 3])
        else:
            raise NoCode("no text")
    return "".join(letters)


def shortened(text: str, longest: int) -> bytes:
    """The packed text in at most ``longest`` bytes; what is longer ends with an ellipsis, after a whole letter."""
    coded = packed(text)
    if len(coded) <= longest:
        return coded
    mark, kept, size = packed("…"), bytearray(), 0
    for letter in text:
        one = packed(letter)
        if size + len(one) + len(mark) > longest:
            break
        kept += one
        size += len(one)
    return bytes(kept).rstrip(b" ") + mark


def _forbidden(point: int) -> bool:
    return point > 0x10FFFF or point < 0x20 or 0x7F <= point < 0xA0 or 0xD800 <= point < 0xE000 or point in _HIDDEN


def _letters(text: str) -> str:
    """Only what can be in a code, in capitals: spaces, line breaks, hyphens and dots of a pasted code fall out."""
    return "".join(letter for letter in text.upper() if letter.isascii() and letter.isalnum())
