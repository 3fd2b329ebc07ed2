"""Open Badges 3.0: what is in a badge, and that anybody can verify its JWS (CN-4)."""

import base64
import json
from datetime import date

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.core.errors import Refused
from app.models.certificates import Certificate
from app.services import attendance, certificates, open_badges
from app.services.certificates import IssueOptions
from app.services.context import Context
from tests.services.programme_of_visits import build, item

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


@pytest.fixture
def ident(context: Context) -> str:
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "10:30")
        item(work, made.visit, 9, "13:00", "15:30")
    with context.write("Mark") as work:
        attendance.mark_all_present(work, made.visit)
    with context.write("Issue") as work:
        return certificates.issue(work, made.visit, made.guests[:1], IssueOptions(issued_on=date(2023, 10, 30)))[0]


def badge(context: Context, ident: str) -> dict[str, object]:
    with context.read() as view:
        told: dict[str, object] = json.loads(open_badges.credential(view, ident))
        return told


def _bytes(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _key_of(did: str) -> Ed25519PublicKey:
    """The key that a did:key names, by the rules of that method: base58btc of 0xed 0x01 and the key."""
    number = 0
    for letter in did.removeprefix("did:key:z"):
        number = number * 58 + ALPHABET.index(letter)
    content = number.to_bytes(34, "big")
    assert content[:2] == b"\xed\x01"
    return Ed25519PublicKey.from_public_bytes(content[2:])


def test_the_jws_is_verified_by_the_issuer_that_it_names(context: Context, ident: str) -> None:
    told = badge(context, ident)
    header, payload, signature = str(told["jws"]).split(".")
    content = json.loads(_bytes(payload))
    assert content == told["credential"]
    assert json.loads(_bytes(header))["alg"] == "EdDSA"
    assert json.loads(_bytes(header))["kid"].startswith(content["issuer"]["id"] + "#z6Mk")
    key = _key_of(content["issuer"]["id"])
    key.verify(_bytes(signature), f"{header}.{payload}".encode())
    with pytest.raises(InvalidSignature):
        key.verify(_bytes(signature), f"{header}.{payload[:-2]}AA".encode())


def test_a_badge_says_what_the_certificate_says(context: Context, ident: str) -> None:
    content = badge(context, ident)["credential"]
    assert isinstance(content, dict)
    assert content["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert content["validFrom"] == "2023-10-30T00:00:00Z"
    assert content["nbf"] == 1698624000  # 30 October 2023, 0:00 UTC
    subject = content["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == "Yuliia Yizhakevych"
    assert subject["identifier"][0]["identityType"] == "name"
    achievement = subject["achievement"]
    assert (achievement["name"], achievement["inLanguage"]) == ("Domžale – Zavodske", "en")
    assert achievement["creditsAvailable"] == 4.0
    assert achievement["humanCode"]
    assert "@" not in json.dumps(content).replace('"@context"', "")


def test_a_cancelled_or_unsigned_certificate_makes_no_badge(context: Context, ident: str) -> None:
    with context.write("Old") as work:
        row = work.session.get(Certificate, ident)
        assert row is not None
        row.snapshot = {name: value for name, value in row.snapshot.items() if name != "signed"}
    with pytest.raises(Refused, match="badge_not_signed"):
        badge(context, ident)
    with context.write("Cancel") as work:
        certificates.cancel(work, ident, "Wrong", date(2023, 11, 1))
    with pytest.raises(Refused, match="certificate_cancelled"):
        badge(context, ident)
