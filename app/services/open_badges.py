"""Open Badges 3.0 beside a certificate: a credential signed as a compact JWS (CN-4).

It is a preparation: the issuer is named by its key (``did:key``), which every verifier can check the signature with,
but a wallet asks for a hosted issuer as well. Nothing personal but the name printed on the certificate is in it.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

from app.core import signed_code
from app.core.errors import Refused
from app.core.i18n import N_, pick, words
from app.core.signed_code import SignedFacts
from app.models.certificates import Certificate
from app.services import attendance, event_titles, issuer_keys, records
from app.services.certificate_signing import facts
from app.storage.work import View

_CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
_TYPES = {"attendance": "Certificate", "completion": "CertificateOfCompletion", "mentor": "Certificate"}
_CRITERIA = {
    "attendance": N_("Attended the event for the hours named; no assessment took place."),
    "completion": N_("Attended the event for the hours named and fulfilled its requirements."),
    "mentor": N_("Gave the hours named as a mentor or speaker."),
}
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
#: Marks an Ed25519 public key among the multicodec keys.
_ED25519 = b"\xed\x01"
PREPARATION = (
    "Preparation: signed by the issuer's own key (did:key). A wallet that asks for a hosted issuer needs one besides."
)


def credential(view: View, certificate_id: str) -> bytes:
    """The badge of a certificate as a JSON file: the signed JWS, and its payload to be read by people.

    NotFound; Refused(``certificate_cancelled``, ``badge_not_signed``: issued before certificates were signed).
    """
    row = records.fetch(view, Certificate, certificate_id)
    snapshot = row.snapshot or {}
    if row.status.value == "cancelled":
        raise Refused("certificate_cancelled", number=row.number)
    if not snapshot.get("signed"):
        raise Refused("badge_not_signed", number=row.number)
    payload = _payload(facts(row), snapshot, row.language, row.code)
    told = {
        "about": PREPARATION,
        "format": "Open Badges 3.0, VC-JWT (compact JWS, EdDSA)",
        "jws": signed(payload),
        "credential": payload,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def signed(payload: Mapping[str, Any]) -> str:
    """A payload as a compact JWS of this installation's key; its header names the key."""
    key = issuer_keys.private_key()
    did = did_key(issuer_keys.public_key())
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": _unpadded(issuer_keys.public_key())}
    header = {"alg": "EdDSA", "typ": "JWT", "kid": f"{did}#{did.removeprefix('did:key:')}", "jwk": jwk}
    message = f"{_part(header)}.{_part(payload)}"
    return f"{message}.{_unpadded(key.sign(message.encode('ascii')))}"


def did_key(public_key: bytes) -> str:
    """The decentralised identifier of an Ed25519 key: ``did:key:z6Mk…``."""
    content = _ED25519 + public_key
    number, letters = int.from_bytes(content, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        letters = _BASE58[rest] + letters
    return f"did:key:z{letters}"


def _payload(told: SignedFacts, snapshot: Mapping[str, Any], language: str, code: str) -> dict[str, Any]:
    issuer = did_key(issuer_keys.public_key())
    ident = f"urn:mentordesk:{signed_code.fingerprint(issuer_keys.public_key())}:{told.number}"
    title = pick(event_titles.of_snapshot(snapshot), language) or told.event
    begins = told.issued_on.isoformat() if told.issued_on else "1990-01-01"
    achievement: dict[str, Any] = {
        "id": f"{ident}#achievement",
        "type": ["Achievement"],
        "achievementType": _TYPES[told.kind],
        "name": title,
        "description": _about(title, told),
        "criteria": {"narrative": words(language).say(_CRITERIA[told.kind])},
        "inLanguage": language,
        "humanCode": str(snapshot.get("activity_code", "")) or told.number,
    }
    if told.minutes:
        achievement["creditsAvailable"] = float(attendance.hours(told.minutes, told.hour_minutes))
    subject: dict[str, Any] = {
        "id": f"{ident}#holder",
        "type": ["AchievementSubject"],
        "identifier": [{"type": "IdentityObject", "identityHash": told.name, "identityType": "name", "hashed": False}],
        "achievement": achievement,
    }
    if told.start:
        subject["activityStartDate"] = f"{told.start.isoformat()}T00:00:00Z"
    if told.end:
        subject["activityEndDate"] = f"{told.end.isoformat()}T00:00:00Z"
    if told.minutes:
        subject["creditsEarned"] = float(attendance.hours(told.minutes, told.hour_minutes))
    return {
        "@context": _CONTEXTS,
        "id": ident,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": told.issuer},
        "validFrom": f"{begins}T00:00:00Z",
        "name": f"{title} · {told.number}",
        "credentialSubject": subject,
        "evidence": [{"type": ["Evidence"], "name": told.number, "description": f"Verification code {code}"}],
        # The claims that a JWT has by its own names.
        "iss": issuer,
        "jti": ident,
        "sub": f"{ident}#holder",
        "nbf": _seconds(begins),
    }


def _about(title: str, told: SignedFacts) -> str:
    days = " – ".join(dict.fromkeys(day.isoformat() for day in (told.start, told.end) if day))
    return f"{title} ({days})" if days else title


def _seconds(day: str) -> int:
    from datetime import UTC, datetime

    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def _part(content: Mapping[str, Any]) -> str:
    return _unpadded(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def _unpadded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")
