"""Deliverables out of spreadsheets: recognised by code, or by title and partnership; stages move as they may (DL-1)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.money import from_minor, minor_digits, to_minor
from app.core.progress import Token
from app.core.text import fold
from app.core.vocabulary import DeliverableKind, DeliverableStage
from app.importers.agenda_titles import title_texts
from app.importers.deliverable_sheet import DeliverableReader
from app.importers.matching import Difference
from app.importers.record_columns import title_by_values
from app.importers.sheet_kinds import DELIVERABLES, TITLES, kind_of
from app.importers.staged import StagedRow
from app.models.deliverables import Deliverable
from app.models.programmes import Programme
from app.services import deliverable_stages, deliverables, records
from app.services.deliverables import DeliverableDraft
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, RowKey
from app.services.import_references import PartnershipFinder, PeopleByName, organisation_names
from app.services.sheet_import_parts import (
    Judged,
    KindParts,
    RecordTarget,
    Resolving,
    differences,
    doubtful,
    judge_each,
    key_of,
    matched,
    programme_reading,
    tell,
)
from app.storage.work import View, Work

_SAME = ("adoption_number", "adoption_body", "call", "notes")
#: From here on two titles of one partnership may be one deliverable.
_SIMILAR = 90.0


def missing(fields: Mapping[str, str]) -> str:
    """Why a deliverable cannot be kept: no title."""
    return "" if fields.get("title") else "import_record_without_title"


class _Shelf:
    """The programme's deliverables and whom texts may mean, loaded once."""

    def __init__(self, view: View, target: RecordTarget, rows: Sequence[StagedRow]) -> None:
        self.view, self.target = view, target
        self.organisations = OrganisationFinder(view)
        self.names = organisation_names(view)
        self.partnerships = PartnershipFinder(view, target.programme_id, self.organisations)
        texts = [row.fields["responsible"] for row in rows if row.fields.get("responsible")]
        self.known = {row.id: row for row in view.session.scalars(select(Deliverable))}
        self.people = PeopleByName(
            view, texts, [row.responsible_id for row in self.known.values() if row.responsible_id]
        )
        self.by_code = {fold(row.code): row.id for row in self.known.values()}
        self.own = [row.id for row in self.known.values() if row.programme_id == target.programme_id]
        self.by_title: dict[str, list[str]] = {}
        self.by_pair: dict[str, dict[str, list[str]]] = {}
        for ident in self.own:
            for title in {fold(text) for text in self.known[ident].title.values() if text}:
                self.by_title.setdefault(title, []).append(ident)
                pair = self.by_pair.setdefault(self.known[ident].partnership_id or "", {})
                pair.setdefault(title, []).append(ident)
        self.used: set[str] = set()

    def resolved(self, row: StagedRow) -> Judged:
        """The row with its partnership, owner and responsible person; what is unknown goes to the notes."""
        made = Resolving(row)
        fields, refs = made.fields, made.refs
        if fields.get("partnership"):
            idents = self.partnerships.find(fields["partnership"])
            if len(idents) == 1:
                refs["partnership"] = idents[0]
                pair = self.partnerships.rows[idents[0]]
                fields["partnership"] = pair.title or pair.code
            else:
                code = "import_partnership_open" if idents else "import_partnership_unknown"
                made.stranger("partnership", code, fields.pop("partnership"))
        made.organisation("owner", self.organisations, self.names)
        if fields.get("responsible"):
            named = self.people.find(fields["responsible"])
            for text in (*named.unknown, *named.open):
                code = "import_speaker_open" if text in named.open else "import_speaker_unknown"
                made.stranger("responsible", code, text)
            made.note(*(self.people.name_of(ident) for ident in named.ids[1:]))
            fields["responsible"] = self.people.name_of(named.ids[0]) if named.ids else ""
            refs["responsible"] = named.ids[0] if named.ids else ""
        return made.done()

    def match(self, judged: Judged, decision: Decision) -> Judged:
        """The row as new, as a deliverable on record, or as one that it may be."""
        row = judged.row
        if decision.person_id in self.known:
            return self._as(judged, decision.person_id, decision)
        if decision.as_new:
            return self._with_kind(
                _without_code(judged) if fold(row.fields.get("code", "")) in self.by_code else judged
            )
        taken = self.used | decision.declined
        by_code = self.by_code.get(fold(row.fields.get("code", "")), "")
        if by_code in self.used:
            return doubtful(self._with_kind(_without_code(judged)), [by_code])
        if by_code and by_code not in taken:
            if self.known[by_code].programme_id == self.target.programme_id:
                return self._as(judged, by_code, decision)
            judged = _without_code(judged).told(tell(row, "code", "import_code_taken", code=row.fields["code"]))
        titles = {fold(text) for text in title_texts(row.fields, row.extra.get("language", "en")).values()}
        same = {ident for title in titles for ident in self.by_title.get(title, ()) if ident not in taken}
        fitting = [ident for ident in sorted(same) if self._fits(judged, ident)]
        if len(fitting) == 1:
            return self._as(judged, fitting[0], decision)
        if fitting:
            return doubtful(judged, fitting)
        near = [ident for ident in self._near(judged, titles) if ident not in taken and self._fits(judged, ident)]
        return doubtful(judged, near) if near else self._with_kind(judged)

    def _fits(self, judged: Judged, ident: str) -> bool:
        """Whether no partnership speaks against it; two codes do as well."""
        known = self.known[ident]
        pair = judged.refs.get("partnership", "")
        codes = judged.row.fields.get("code", "")
        return (not pair or not known.partnership_id or pair == known.partnership_id) and (
            not codes or fold(codes) == fold(known.code) or fold(codes) not in self.by_code
        )

    def _near(self, judged: Judged, titles: set[str]) -> list[str]:
        """Deliverables of the same partnership, or of none, whose titles differ by a few letters."""
        from rapidfuzz import fuzz, process

        known = self.by_pair.get(judged.refs.get("partnership", ""), {})
        found: dict[str, None] = {}
        for title in titles:
            for _text, _score, text in process.extract(
                _sorted(title),
                {text: _sorted(text) for text in known},
                scorer=fuzz.ratio,
                score_cutoff=_SIMILAR,
                limit=5,
            ):
                found.update(dict.fromkeys(known[text]))
        return list(found)

    def _with_kind(self, judged: Judged) -> Judged:
        """A new deliverable must have a kind: without any told it is the usual one, and that is told."""
        if judged.row.fields.get("kind"):
            return judged
        told = tell(judged.row, "kind", "import_kind_assumed")
        fields = {**judged.row.fields, "kind": DeliverableKind.REPORT.value}
        sources = {**judged.row.sources, "kind": "assumed"}
        return replace(judged, row=replace(judged.row, fields=fields, sources=sources)).told(told)

    def _as(self, judged: Judged, ident: str, decision: Decision) -> Judged:
        self.used.add(ident)
        known, row = self.known[ident], judged.row
        changes = differences(row, self._fields(known, row), decision.keep, ("code",))
        told = []
        if any(change.field == "stage" for change in changes) and not _reachable(known, row, changes):
            told.append(tell(row, "stage", "import_stage_not_reachable"))
            changes = tuple(change for change in changes if change.field != "stage")
        return matched(judged.told(*told), ident, changes)

    def _fields(self, known: Deliverable, row: StagedRow) -> dict[str, str]:
        def money(minor: int | None) -> str:
            digits = minor_digits(known.currency)
            return "" if minor is None else f"{from_minor(minor, known.currency):.{digits}f}"

        pair = self.partnerships.rows.get(known.partnership_id or "")
        responsible = self.people.name_of(known.responsible_id) if known.responsible_id else ""
        found = {
            "code": known.code,
            "title": known.title.get(row.extra.get("language", "en"), ""),
            "kind": known.kind.value,
            "partnership": (pair.title or pair.code) if pair else "",
            "owner": self.names.get(known.owner_id or "", ""),
            "due": str(known.due),
            "stage": known.stage.value,
            "responsible": responsible,
            "adoption_number": known.adoption_number,
            "adoption_date": str(known.adoption_date),
            "adoption_body": known.adoption_body,
            "call": known.call,
            "requested": money(known.requested_minor),
            "own": money(known.own_minor),
            "currency": known.currency,
            "notes": known.notes,
        }
        return found | {name: known.title.get(name[-2:], "") for name in TITLES}


@lru_cache(maxsize=20_000)
def _sorted(title: str) -> str:
    return " ".join(sorted(title.split()))


def _without_code(judged: Judged) -> Judged:
    """The row without its code, which somebody has already: a new one is given."""
    kept = {name: value for name, value in judged.row.fields.items() if name != "code"}
    return replace(judged, row=replace(judged.row, fields=kept))


def _reachable(known: Deliverable, row: StagedRow, changes: Sequence[Difference]) -> bool:
    """Whether a stage follows from where the deliverable is, with what it needs told by the row or known (DL-4)."""
    to_stage = DeliverableStage(row.fields["stage"])
    if to_stage not in deliverable_stages.moves(known.stage):
        return False
    told = {change.field for change in changes}
    if to_stage is DeliverableStage.ADOPTED:
        needed = {
            "adoption_number": known.adoption_number,
            "adoption_date": str(known.adoption_date),
            "adoption_body": known.adoption_body,
        }
        return all(name in told or value for name, value in needed.items())
    if to_stage is DeliverableStage.SUBMITTED and known.kind is DeliverableKind.FUNDING_APPLICATION:
        sums = {"call": known.call, "requested": known.requested_minor is not None, "own": known.own_minor is not None}
        return all(name in told or value for name, value in sums.items())
    return True


def judge(
    view: View, target: RecordTarget, rows: Sequence[StagedRow], decisions: Mapping[RowKey, Decision]
) -> list[Judged]:
    """Each deliverable with its outcome; one code, or one title in one partnership, is taken once."""
    shelf = _Shelf(view, target, rows)

    def same(judged: Judged) -> tuple[str, ...]:
        code = fold(judged.row.fields.get("code", ""))
        return ("code", code) if code else (fold(judged.row.fields["title"]), judged.refs.get("partnership", ""))

    return judge_each(rows, decisions, shelf.resolved, same, shelf.match, _without_code)


def _draft(
    base: DeliverableDraft, fields: Mapping[str, str], whole: StagedRow, refs: Mapping[str, str]
) -> DeliverableDraft:
    language = whole.extra.get("language", "en")
    values: dict[str, object] = {name: fields[name] for name in _SAME if name in fields}
    titles = {name: text for name, text in fields.items() if name == "title" or name in TITLES}
    if titles:
        values["title"] = {**base.title, **title_texts(titles, language)}
    if "kind" in fields:
        values["kind"] = DeliverableKind(fields["kind"])
    for name in ("due", "adoption_date"):
        if name in fields:
            values[name] = PartialDate.parse(fields[name])
    currency = fields.get("currency", base.currency)
    values["currency"] = currency
    for name in ("requested", "own"):
        if name in fields:
            values[f"{name}_minor"] = to_minor(Decimal(fields[name]), currency)
    for name in ("partnership", "owner", "responsible"):
        if name in fields and refs.get(name):
            values[f"{name}_id"] = refs[name]
    return replace(base, **values)  # type: ignore[arg-type]


def write(work: Work, target: RecordTarget, judged: Sequence[Judged], token: Token) -> Mapping[RowKey, tuple[str, str]]:
    """New deliverables at once, changed ones one by one, their stages moved with a step in their history (DL-1)."""
    currency = records.fetch(work, Programme, target.programme_id).currency
    fresh = [one for one in judged if not one.match.people]
    drafts = []
    for one in fresh:
        base = DeliverableDraft(target.programme_id, code=one.row.fields.get("code", ""), currency=currency)
        stage = DeliverableStage(one.row.fields.get("stage", DeliverableStage.NOT_STARTED))
        drafts.append(replace(_draft(base, one.row.fields, one.row, one.refs), stage=stage))
    made = deliverables.create_many(work, drafts)
    done = {key_of(one.row): pair for one, pair in zip(fresh, made, strict=True)}
    for number, one in enumerate(one for one in judged if one.match.people):
        token.step(number, len(judged))
        ident = one.match.people[0]
        changed = {difference.field: difference.new for difference in one.match.differences}
        if changed.keys() - {"stage"}:
            deliverables.save(work, ident, _draft(deliverables.load(work, ident), changed, one.row, one.refs))
        if "stage" in changed:
            deliverables.move(work, ident, DeliverableStage(changed["stage"]), date.today(), one.row.sheet)
        done[key_of(one.row)] = (ident, records.fetch(work, Deliverable, ident).code)
    return done


PARTS = KindParts(kind_of(DELIVERABLES), DeliverableReader, programme_reading, judge, write, missing, title_by_values)
