"""The page that anybody can check certificates with: one HTML file, no network, nothing to install (CN-3)."""

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import date

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, N_, words
from app.core.paths import resources
from app.services.issuers import Issuer
from app.services.revocations import Revocations

#: Everything that the page says, by the name under which it stands there.
WORDS: dict[str, str] = {
    "title": N_("Check a certificate"),
    "lead": N_(
        "This page tells whether a certificate is genuine and still holds. "
        "It works without the internet: nothing that you type or show leaves this computer."
    ),
    "language": N_("Language"),
    "skip": N_("To the code"),
    "ways": N_("Ways to check"),
    "picture_title": N_("Show a picture of the certificate"),
    "picture_how": N_("Drop a photograph here, choose one, or paste it. The square code must be sharp and whole."),
    "choose": N_("Choose a picture …"),
    "camera": N_("Use the camera"),
    "stop": N_("Stop the camera"),
    "code_label": N_("Or type or paste the code"),
    "code_how": N_("The code begins with MD1. Spaces, line breaks and small letters do not matter."),
    "check": N_("Check"),
    "clear": N_("Clear"),
    "print": N_("Print the result"),
    "issuers": N_("Issuers that this page knows"),
    "issuers_how": N_(
        "Ask the issuer by telephone for the letters below if you want to be sure that this page is the issuer's own."
    ),
    "made": N_("This page was made on {day}. Certificates that were cancelled later are not known to it."),
    "revoked_known": N_("certificates that hold no longer: {n}, as of {day}"),
    "revoked_unknown": N_("no list of cancelled certificates"),
    "offline": N_("A newer list of cancelled certificates can be dropped on this page like a picture."),
    "verdict_genuine": N_("Genuine"),
    "means_genuine": N_("{issuer} issued this certificate. Compare what is written here with the paper."),
    "duplicate_told": N_("The paper is a duplicate of a lost one, made on {day}."),
    "shortened_told": N_("A text that ends in … is shortened in the code: the paper says more, beginning the same."),
    "verdict_cancelled": N_("Certificate cancelled"),
    "means_cancelled": N_("{issuer} issued this certificate and cancelled it on {day}. It holds no longer."),
    "verdict_replaced": N_("Certificate replaced"),
    "means_replaced": N_("{issuer} replaced this certificate with a newer one on {day}. Ask for the newer one."),
    "verdict_changed": N_("Not genuine"),
    "means_changed": N_(
        "This code is not as it was signed: a letter was mistyped or left out, or somebody changed it. "
        "Check it once more from a picture."
    ),
    "verdict_unknown": N_("Issuer not known"),
    "means_unknown": N_(
        "The signature is sound, but this page does not know who made it. "
        "Ask the issuer whether these letters are theirs: {fingerprint}."
    ),
    "verdict_no_code": N_("Not a code"),
    "means_no_code": N_(
        "This is not the code of a signed certificate. It begins with MD1 and is some 400 letters long."
    ),
    "verdict_no_picture": N_("No code found"),
    "means_no_picture": N_(
        "No code was found in the picture. Take it from nearer, sharp and without shadow, with the whole square in it."
    ),
    "fact_number": N_("Number"),
    "fact_holder": N_("Holder"),
    "fact_event": N_("Event"),
    "fact_kind": N_("Kind"),
    "fact_dates": N_("Dates"),
    "fact_hours": N_("Hours"),
    "fact_issued": N_("Issued on"),
    "fact_duplicate": N_("Duplicate made on"),
    "fact_issuer": N_("Issuer"),
    "fact_fingerprint": N_("Fingerprint of the key"),
    "hours_of": N_("{hours} of {minutes} minutes"),
    "kind_attendance": N_("Certificate of Attendance"),
    "kind_completion": N_("Certificate of Completion"),
    "kind_mentor": N_("Confirmation for mentors and speakers"),
    "news_taken": N_("The newer list of {issuer} is known now, until this page is closed."),
    "news_older": N_("This list is older than the one that is known here."),
    "news_stranger": N_("This list comes from an issuer that this page does not know."),
    "news_bad": N_("This is no list of cancelled certificates, or it was altered."),
}
_SCRIPTS = (("nacl", "tweetnacl.js"), ("jsqr", "jsqr.js"), ("code", "signed-code.js"), ("page", "page.js"))


def build(
    issuers: Sequence[Issuer], told: Sequence[Revocations] = (), language: str = "en", on: date | None = None
) -> bytes:
    """The page as one UTF-8 file for these issuers; the same bytes for the same data.

    ``told`` are revocations besides those that the issuers carry, the newest of each key counts; ``language`` is
    the one that the page opens in, ``on`` the day that it tells as its own (default: today).
    """
    parts = {name: _script(file) for name, file in _SCRIPTS}
    style = _read("page.css")
    scripts = " ".join(_hash(text) for text in parts.values())
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(style)}; img-src data: blob:; media-src blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    spoken = language if language in LANGUAGES else "en"
    content = {
        "language": spoken,
        "made_on": (on or date.today()).isoformat(),
        "languages": [[code, LANGUAGE_NAMES[code]] for code in LANGUAGES],
        "words": {code: {name: words(code).say(text) for name, text in WORDS.items()} for code in LANGUAGES},
        "issuers": [_issuer(issuer, told) for issuer in issuers],
    }
    page = _read("page.html")
    whole = {
        "language": spoken,
        "policy": policy,
        "title": _escaped(words(spoken).say(WORDS["title"])),
        "style": style,
        "data": _json(content),
        **parts,
    }
    # Each place stands once, and what is put in is not looked through again.
    pieces = []
    for name in ("language", "policy", "title", "style", "data", *parts):
        before, mark, page = page.partition("{" + name + "}")
        assert mark, name
        pieces += [before, whole[name]]
    return "".join((*pieces, page)).encode("utf-8")


def _issuer(issuer: Issuer, told: Sequence[Revocations]) -> dict[str, object]:
    lists = [one for one in (issuer.revocations, *told) if one is not None and one.public_key == issuer.public_key]
    newest = max(lists, key=lambda one: one.made_at, default=None)
    return {
        "key": issuer.public_key.hex(),
        "name": issuer.name,
        "fingerprint": issuer.fingerprint,
        "revocations": {
            "made_at": newest.made_at.isoformat(),
            "entries": [[entry.number, entry.on.isoformat(), entry.why] for entry in newest.entries],
        }
        if newest
        else None,
    }


def _read(file: str) -> str:
    return (resources() / "verify" / file).read_text(encoding="utf-8")


def _script(file: str) -> str:
    text = _read(file)
    assert "</script" not in text.lower(), file
    return text


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _json(content: object) -> str:
    """JSON that can stand in a page: no sign in it that could end its element."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
