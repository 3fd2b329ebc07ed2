"""Issued certificates as paper: from their snapshots, so that a reprint years later is identical."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import ActivityForm, ActivityKind, CertificateKind
from app.documents.certificate_data import Certificate, CertificateEvent, CertificatesPaper, Signatory
from app.documents.texts import PersonName, Text, text_in
from app.services import attendance, certificates, paper_parts
from app.storage.work import View

#: Topics stand in one text, parted by line breaks or semicolons.
_BREAKS = str.maketrans({";": "\n"})


def paper(view: View, certificate_ids: Sequence[str], language: str, second: str = "") -> CertificatesPaper:
    """One paper for certificates of one kind and event, in the order given; Refused(``paper_nobody``) for none."""
    snapshots = [certificates.load_snapshot(view, ident) for ident in certificate_ids]
    if not snapshots:
        raise Refused("paper_nobody", code="")
    head = snapshots[0]
    return CertificatesPaper(
        kind=CertificateKind(head["kind"]),
        event=_event(view, certificate_ids[0], head, language, second),
        certificates=tuple(_certificate(snapshot, language, second) for snapshot in snapshots),
    )


def _event(view: View, certificate_id: str, snapshot: Mapping[str, Any], first: str, second: str) -> CertificateEvent:
    start = PartialDate.parse(snapshot["start"])
    end = PartialDate.parse(snapshot["end"])
    first_day, last_day = start.first, end.last or start.last
    if first_day is None or last_day is None:
        raise Refused("certificate_dates_unknown", code=snapshot.get("activity_code", ""))
    head = paper_parts.event(view, certificates.activity_of(view, certificate_id), first, second)
    sentence = text_in(snapshot.get("funder_sentence", {}), first, second)
    issuers = [text_in(name, first, second) for name in snapshot.get("issuers", [])]
    return CertificateEvent(
        activity=ActivityKind(snapshot["activity_kind"]),
        title=text_in(snapshot["theme"] or snapshot["title"], first, second),
        start=first_day,
        end=last_day,
        issuer=issuers[0].first if issuers else "",
        place=text_in(snapshot["place"], first, second),
        form=ActivityForm(snapshot["form"]),
        minutes=snapshot["hour_minutes"],
        topics=_topics(snapshot.get("topics", {}), first, second),
        signatories=_signatories(snapshot, issuers, first, second),
        logos=head.logos,
        programme=text_in(snapshot["programme"], first, second),
        # The programme's own sentence about its funders goes before the one that would be made from their names.
        funder=Text() if sentence else _funders(snapshot, first, second),
        note=sentence,
    )


def _funders(snapshot: Mapping[str, Any], first: str, second: str) -> Text:
    names = [text_in(name, first, second) for name in snapshot.get("funders", [])]
    return Text(", ".join(name.first for name in names), ", ".join(name.second for name in names if name.second))


def _topics(texts: Mapping[str, str], first: str, second: str) -> tuple[Text, ...]:
    told = text_in(texts, first, second)
    ones = [part.strip() for part in told.first.translate(_BREAKS).splitlines() if part.strip()]
    others = [part.strip() for part in told.second.translate(_BREAKS).splitlines() if part.strip()]
    return tuple(Text(one, others[place] if place < len(others) else "") for place, one in enumerate(ones))


def _signatories(
    snapshot: Mapping[str, Any], issuers: Sequence[Text], first: str, second: str
) -> tuple[Signatory, ...]:
    """Who signs; a line for the issuer where the programme names nobody yet, to be signed by hand."""
    named = tuple(_signatory(entry, first, second) for entry in snapshot.get("signatories", []))
    return named or tuple(Signatory(PersonName("", ""), issuer) for issuer in issuers[:1])


def _signatory(entry: Mapping[str, Any], first: str, second: str) -> Signatory:
    given, _, family = str(entry["name"]).rpartition(" ")
    return Signatory(
        PersonName(given=given, family=family),
        text_in(entry["position"], first, second),
        text_in(entry.get("organisation", {}), first, second),
    )


def _certificate(snapshot: Mapping[str, Any], first: str, second: str) -> Certificate:
    duplicates = snapshot.get("duplicates", [])
    issued = date.fromisoformat(duplicates[-1] if duplicates else snapshot["issued_on"])
    return Certificate(
        holder=paper_parts.name_from_plain(snapshot["person"]),
        hours=attendance.hours(snapshot["minutes"], snapshot["hour_minutes"]),
        number=snapshot["number"],
        code=snapshot["code"],
        issued=issued,
        issued_at=Text(snapshot["issue_place"])
        if snapshot["issue_place"]
        else text_in(snapshot["place"], first, second),
        duplicate=bool(duplicates),
        signed=snapshot.get("signed", ""),
    )
