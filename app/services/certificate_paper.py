"""Issued certificates as paper: from their snapshots alone, so that a reprint years later is identical.

Certificates that share event, words, look and languages make one part; a paper may have several.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import ActivityForm, ActivityKind, CertificateKind
from app.documents.certificate_data import (
    Certificate,
    CertificateEvent,
    CertificateOptions,
    CertificatesPaper,
    Signatory,
)
from app.documents.certificates import Part
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text, text_in
from app.services import attendance, certificates, documents, event_titles, paper_parts
from app.storage.work import View

#: Topics stand in one text, parted by line breaks or semicolons.
_BREAKS = str.maketrans({";": "\n"})
#: What belongs to one certificate; everything else of a snapshot is shared by those issued together.
_OWN = frozenset(
    {
        "id", "number", "code", "holder", "holder_latin", "minutes", "issued_on", "cancelled", "state", "person", "key",
        "signed", "former", "former_codes", "duplicates", "issue_place",
    }
)  # fmt: skip


def parts(view: View, certificate_ids: Sequence[str], language: str = "", second: str = "") -> tuple[Part, ...]:
    """The certificates in the order given; Refused(``paper_nobody``) for none.

    ``language`` empty: each in the languages in which it was issued. Refused: ``certificate_dates_unknown``,
    ``document_lost`` and ``document_damaged`` when the kept file of a logo is not what it was.
    """
    snapshots = certificates.load_snapshots(view, certificate_ids)
    if not snapshots:
        raise Refused("paper_nobody", code="")
    logos: dict[str, bytes] = {}
    made = []
    for _, group in groupby(snapshots, _shared_key):
        told = tuple(group)
        head = told[0]
        first, other = (language, second) if language else (head["language"], head["second_language"])
        paper = CertificatesPaper(
            kind=CertificateKind(head["kind"]),
            event=_event(view, head, first, other, logos),
            certificates=tuple(_certificate(snapshot, first, other) for snapshot in told),
        )
        made.append((paper, CertificateOptions(first, other)))
    return tuple(made)


def _shared_key(snapshot: Mapping[str, Any]) -> str:
    shared = {key: value for key, value in snapshot.items() if key not in _OWN}
    return json.dumps(shared, sort_keys=True, ensure_ascii=False, default=str)


def _event(
    view: View, snapshot: Mapping[str, Any], first: str, second: str, logos: dict[str, bytes]
) -> CertificateEvent:
    start = PartialDate.parse(snapshot["start"])
    end = PartialDate.parse(snapshot["end"])
    first_day, last_day = start.first, end.last or start.last
    if first_day is None or last_day is None:
        raise Refused("certificate_dates_unknown", code=snapshot.get("activity_code", ""))
    sentence = text_in(snapshot.get("funder_sentence", {}), first, second)
    issuers = [text_in(name, first, second) for name in snapshot.get("issuers", [])]
    title = text_in(event_titles.of_snapshot(snapshot), first, second)
    partnership = Text(snapshot.get("partnership", ""))
    return CertificateEvent(
        activity=ActivityKind(snapshot["activity_kind"]),
        title=title,
        start=first_day,
        end=last_day,
        issuer=issuers[0].first if issuers else "",
        place=text_in(snapshot["place"], first, second),
        form=ActivityForm(snapshot["form"]),
        minutes=snapshot["hour_minutes"],
        topics=_topics(snapshot.get("topics", {}), first, second),
        signatories=_signatories(snapshot, issuers, first, second),
        logos=_logos(view, snapshot, first, logos),
        programme=text_in(snapshot["programme"], first, second),
        # The programme's own sentence about its funders goes before the one that would be made from their names.
        funder=Text() if sentence else _funders(snapshot, first, second),
        note=sentence,
        partnership=partnership if partnership.first != title.first else Text(),
        host=text_in(snapshot.get("host", {}), first, second),
        words=OwnWords(snapshot.get("words", {})),
        house=snapshot.get("house", {}),
        accent=_accent(snapshot),
        theme=event_titles.theme_of_snapshot(snapshot, first, second),
        kind_once=event_titles.ruled(snapshot),
        edition=int(snapshot.get("edition", 1)),
    )


def _accent(snapshot: Mapping[str, Any]) -> Ink:
    kept = snapshot.get("accent")
    return (float(kept[0]), float(kept[1]), float(kept[2])) if kept else ACCENT


def _logos(view: View, snapshot: Mapping[str, Any], language: str, read: dict[str, bytes]) -> tuple[Logo, ...]:
    """The frozen logos; those of today for certificates issued before logos were frozen."""
    if "logos" not in snapshot:
        return paper_parts.event(view, snapshot["activity_id"], language).logos
    return tuple(
        Logo(text_in(kept["name"], language).first or kept["short"], _picture(view, kept, read), kept["emblem"])
        for kept in snapshot["logos"]
    )


def _picture(view: View, kept: Mapping[str, Any], read: dict[str, bytes]) -> bytes:
    """The content of a kept file by its hash, each read once."""
    digest = kept["sha256"]
    if not digest:
        return b""
    if digest not in read:
        try:
            content = documents.stored_path(view, digest, kept["file"]).read_bytes()
        except OSError:
            raise Refused("document_lost", file=kept["file"]) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise Refused("document_damaged", file=kept["file"])
        read[digest] = content
    return read[digest]


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
    unnamed = issuers[:1] or [Text()]
    return named or tuple(Signatory(PersonName("", ""), issuer) for issuer in unnamed)


def _signatory(entry: Mapping[str, Any], first: str, second: str) -> Signatory:
    given, _, family = str(entry["name"]).rpartition(" ")
    return Signatory(
        PersonName(given=given, family=family),
        text_in(entry["position"], first, second),
        text_in(entry.get("organisation", {}), first, second),
    )


def _certificate(snapshot: Mapping[str, Any], first: str, second: str) -> Certificate:
    duplicates = snapshot.get("duplicates", [])
    original = date.fromisoformat(snapshot["issued_on"])
    return Certificate(
        holder=paper_parts.name_from_plain(snapshot["person"]),
        hours=attendance.hours(snapshot["minutes"], snapshot["hour_minutes"]),
        number=snapshot["number"],
        code=snapshot["code"],
        issued=date.fromisoformat(duplicates[-1]) if duplicates else original,
        issued_at=Text(snapshot["issue_place"])
        if snapshot["issue_place"]
        else text_in(snapshot["place"], first, second),
        duplicate=bool(duplicates),
        signed=snapshot.get("signed", ""),
        dative=snapshot["person"].get("dative", {}),
        first_issued=original if duplicates else None,
    )
