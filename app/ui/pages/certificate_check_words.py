"""What each verdict on a certificate is called, what it means, and its tone; the register and the page say the same."""

from app.core import signed_code
from app.core.i18n import N_, tr
from app.core.vocabulary import CertificateKind
from app.core.vocabulary import label as word
from app.services.certificate_checking import Verdict, Verification
from app.services.certificates import CertificateRow
from app.ui import formats

#: Verdict → (what it is called, what it means, tone).
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    Verdict.VALID: (N_("Valid"), N_("{number} was issued to {holder} for {hours} hours."), "success"),
    Verdict.CANCELLED: (N_("Cancelled"), N_("{number} of {holder} was cancelled."), "danger"),
    Verdict.REPLACED: (
        N_("Replaced"),
        N_("This one was made again under another name; now it is {number}."),
        "warning",
    ),
    Verdict.ALTERED: (
        N_("Not as it was issued"),
        N_("Number and code do not belong together, or the register was changed: {number}."),
        "danger",
    ),
    Verdict.OTHER_INSTALLATION: (
        N_("Issued by another installation"),
        N_("{number} is in this file, but its code was made on another computer and cannot be checked here."),
        "warning",
    ),
    Verdict.UNKNOWN: (N_("Not known"), N_("No certificate has this number or code."), "danger"),
    Verdict.UNKNOWN_ISSUER: (
        N_("Issuer not known"),
        N_(
            "The signature is sound, but this program does not know whose it is. Ask the issuer whether the key "
            "{fingerprint} is theirs, and bring in the issuer's card below."
        ),
        "warning",
    ),
    Verdict.OTHER_FACTS: (
        N_("Not in the register like this"),
        N_("The signature is yours, but the register holds another certificate under {number}. The register counts."),
        "danger",
    ),
    Verdict.NO_CODE: (N_("Not a code"), N_("This is not the code of a certificate."), "danger"),
}
#: What a signed code is said to be where the register was not heard.
_SIGNED: dict[Verdict, str] = {
    Verdict.VALID: N_("{issuer} issued {number} to {holder} for {hours} hours. Compare this with the paper."),
    Verdict.CANCELLED: N_("{issuer} cancelled {number} on {day}. It holds no longer."),
    Verdict.REPLACED: N_("{issuer} replaced {number} with a newer one on {day}. Ask for the newer one."),
    Verdict.ALTERED: N_(
        "This code is not as it was signed: a letter was mistyped or left out, or somebody changed it. "
        "Check it once more from a picture."
    ),
}
#: Besides the colour, a sign and the words tell the verdict.
ICONS = {"success": "circle-check", "warning": "triangle-alert", "danger": "circle-x"}


def told(found: Verification) -> tuple[str, str, str]:
    """(what the verdict is called, what it means, tone), in the current language."""
    title, text, tone = VERDICTS[found.verdict]
    if found.certificate is None and (found.signed is not None or found.verdict is Verdict.ALTERED):
        text = _SIGNED.get(found.verdict, text)
    said = tr(text, **_params(found))
    if found.signed is not None and found.signed.duplicate_on and found.verdict is not Verdict.ALTERED:
        made_on = formats.day(found.signed.duplicate_on)
        said += " " + tr("The paper is a duplicate of a lost one, made on {day}.", day=made_on)
    if found.signed is not None and signed_code.is_shortened(found.signed) and found.verdict is not Verdict.ALTERED:
        said += " " + tr("A text that ends in … is shortened in the code: the paper says more, beginning the same.")
    return tr(title), said, tone


def _params(found: Verification) -> dict[str, object]:
    one, signed = found.certificate, found.signed
    params: dict[str, object] = {"fingerprint": found.fingerprint, "issuer": found.issuer, "number": ""}
    if signed is not None:
        params |= {
            "number": signed.number,
            "holder": signed.name,
            "hours": _hours(float(signed.hours)),
        }
    if one is not None:
        params |= {"number": one.number, "holder": one.holder_latin or one.holder, "hours": _hours(float(one.hours))}
    if found.revoked is not None:
        params["day"] = formats.day(found.revoked.on)
    return params


def facts(found: Verification) -> list[tuple[str, str]]:
    """What was signed or, of a certificate without a signature, what the register tells; of an altered code nothing."""
    if found.verdict is Verdict.ALTERED:
        return []
    signed = found.signed
    if signed is None:
        return _of_register(found.certificate) if found.certificate is not None else []
    names = " · ".join(name for name in (signed.name, signed.native) if name)
    rows = [
        (tr("Number"), signed.number),
        (tr("Holder"), names),
        (tr("Event"), signed.event),
        (tr("Period"), formats.days(signed.start, signed.end)),
        (tr("Hours"), _hours(float(signed.hours))),
        (tr("Kind"), tr(word(CertificateKind(signed.kind)))),
        (tr("Issued"), formats.day(signed.issued_on) if signed.issued_on else ""),
        (tr("Issuer"), signed.issuer),
        (tr("Key"), found.fingerprint),
    ]
    return [(name, value) for name, value in rows if value]


def _of_register(one: CertificateRow) -> list[tuple[str, str]]:
    return [
        (tr("Number"), one.number),
        (tr("Holder"), one.holder_latin or one.holder),
        (tr("Event"), one.activity),
        (tr("Period"), formats.days(one.start.exact, one.end.exact)),
        (tr("Hours"), _hours(float(one.hours))),
        (tr("Issued"), formats.day(one.issued_on)),
    ]


def _hours(hours: float) -> str:
    return formats.number(hours, 0 if hours == int(hours) else 1)
