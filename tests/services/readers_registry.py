"""What pages, lists and commands read, each with a way to call it on a data file that has the visit ``CEP-UA-V01``."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from app.core.vocabulary import CertificateKind
from app.models.agendas import AgendaVersion
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.partnerships import Group
from app.models.people import Person
from app.services import (
    activities,
    agenda_facts,
    agenda_versions,
    agendas,
    agreements,
    attendance,
    budget_figures,
    budgets,
    certificate_candidates,
    certificate_checking,
    certificates,
    deliverable_stages,
    deliverables,
    document_list,
    documents,
    exchange_rates,
    expenditures,
    funding_sources,
    groups,
    history,
    import_organisations,
    imports,
    indicators,
    known_people,
    lookup,
    name_forms,
    needs,
    organisation_record,
    organisations,
    overview,
    paper_looks,
    paper_templates,
    participations,
    partnerships,
    people,
    people_duplicates,
    people_list,
    people_merging,
    people_record,
    picking,
    print_facts,
    programmes,
    reallocations,
    rules,
    search,
    sheet_import_known,
    visit_readiness,
)
from app.services.attendance import Grain
from app.services.sheet_import_parts import RecordTarget
from app.storage.work import View
from tests.services.verbs_ground import ident, programme, visit

Reader = Callable[[View], object]

TODAY = date(2023, 10, 1)
#: What somebody may look for.
WANTED = "вода <b>"

#: Read from any file, an empty one too.
WHOLE: dict[str, Reader] = {
    "activities.list_rows": activities.list_rows,
    "activities.list_rows visits": lambda view: activities.list_rows(view, visits=True),
    "agreements.list_rows": agreements.list_rows,
    "budgets.list_rows": budgets.list_rows,
    "certificates.list_rows": certificates.list_rows,
    "certificate_checking.check": lambda view: certificate_checking.check(view, WANTED),
    "certificates.verify": lambda view: certificates.verify(view, WANTED),
    "deliverable_stages.reviews": lambda view: deliverable_stages.reviews(view, on=TODAY),
    "deliverables.list_rows": deliverables.list_rows,
    "document_list.list_rows": document_list.list_rows,
    "documents.list_rows": documents.list_rows,
    "exchange_rates.list_rows": exchange_rates.list_rows,
    "expenditures.list_rows": expenditures.list_rows,
    "groups.list_rows": groups.list_rows,
    "history.list_units": history.list_units,
    "history.next_undo_title": history.next_undo_title,
    "imports.list_batches": imports.list_batches,
    "indicators.list_rows": indicators.list_rows,
    "known_people.known_people": known_people.known_people,
    "needs.list_rows": needs.list_rows,
    "organisations.list_rows": organisations.list_rows,
    "overview.overview": lambda view: overview.overview(view, TODAY),
    "overview.needs_count": lambda view: overview.needs_count(view, TODAY),
    "partnerships.list_rows": partnerships.list_rows,
    "people_duplicates.likely_pairs": people_duplicates.likely_pairs,
    "people_list.list_rows": people_list.list_rows,
    "people_merging.declined_pairs": people_merging.declined_pairs,
    "picking.organisations": lambda view: picking.organisations(view, WANTED),
    "picking.partnerships": picking.partnerships,
    "picking.people": lambda view: picking.people(view, WANTED),
    "print_facts.programme_subjects": print_facts.programme_subjects,
    "print_facts.subjects": print_facts.subjects,
    "programmes.list_rows": programmes.list_rows,
    "search.find": lambda view: search.find(view, WANTED),
    "visit_readiness.coming": lambda view: visit_readiness.coming(view, TODAY),
    **{f"lookup.rows {what}": lambda view, what=what: lookup.rows(view, what) for what in sorted(lookup._LISTS)},
}

#: Read of one record.
OF_ONE: dict[str, Reader] = {
    "activities.row_of": lambda view: activities.row_of(view, visit(view)),
    "agenda_facts.load": lambda view: agenda_facts.load(view, [visit(view)]),
    "agenda_versions.list_rows": lambda view: agenda_versions.list_rows(view, visit(view)),
    "agenda_versions.status": lambda view: agenda_versions.status(view, visit(view)),
    "agendas.board": lambda view: agendas.board(view, visit(view)),
    "agendas.list_rows": lambda view: agendas.list_rows(view, visit(view)),
    "attendance.grid session": lambda view: attendance.grid(view, visit(view), Grain.SESSION),
    "attendance.grid": lambda view: attendance.grid(view, visit(view)),
    "attendance.list_rows": lambda view: attendance.list_rows(view, visit(view)),
    "budget_figures.list_rows": lambda view: budget_figures.list_rows(view, programme(view)),
    "budget_figures.spent_over_time": lambda view: budget_figures.spent_over_time(view, programme(view), TODAY),
    "budget_figures.table": lambda view: budget_figures.table(view, programme(view), TODAY),
    "certificate_candidates.candidates": lambda view: certificate_candidates.candidates(view, visit(view)),
    "certificate_candidates.candidates mentors": lambda view: certificate_candidates.candidates(
        view, visit(view), CertificateKind.MENTOR
    ),
    "deliverable_stages.stage_changes": lambda view: deliverable_stages.stage_changes(view, ident(view, Deliverable)),
    "funding_sources.list_rows": lambda view: funding_sources.list_rows(view, programme(view)),
    "groups.list_members": lambda view: groups.list_members(view, ident(view, Group)),
    "history.list_units of one": lambda view: history.list_units(view, "activity", visit(view)),
    "history.load_changes": lambda view: history.load_changes(view, history.list_units(view)[0].id),
    "organisation_record.partnerships_of": lambda view: organisation_record.partnerships_of(
        view, ident(view, Organisation)
    ),
    "organisation_record.people_of": lambda view: organisation_record.people_of(view, ident(view, Organisation)),
    "name_forms.of_person": lambda view: name_forms.of_person(view, ident(view, Person)),
    "name_forms.rows": lambda view: name_forms.rows(
        view, [row.person_id for row in participations.list_rows(view, visit(view))], ("uk", "lv")
    ),
    "overview.overview of one": lambda view: overview.overview(view, TODAY, programme(view)),
    "participations.internal_rows": lambda view: participations.internal_rows(view, visit(view)),
    "participations.list_rows": lambda view: participations.list_rows(view, visit(view)),
    "people_duplicates.likely_twins": lambda view: people_duplicates.likely_twins(
        view, people.load(view, ident(view, Person))
    ),
    "people_list.list_rows of one": lambda view: people_list.list_rows(view, programme(view)),
    "paper_looks.list_rows": lambda view: paper_looks.list_rows(view, programme(view)),
    "paper_templates.list_rows": lambda view: paper_templates.list_rows(view, programme(view)),
    "people_record.certificates": lambda view: people_record.certificates(view, ident(view, Person)),
    "people_record.participations": lambda view: people_record.participations(view, ident(view, Person)),
    "print_facts.facts": lambda view: print_facts.facts(view, visit(view)),
    "print_facts.missing_texts": lambda view: print_facts.missing_texts(view, visit(view), ("en", "uk", "sl")),
    "reallocations.list_rows": lambda view: reallocations.list_rows(view, programme(view)),
    "rules.list_rows": lambda view: rules.list_rows(view, programme(view), TODAY),
    "rules.list_settings": lambda view: rules.list_settings(view, programme(view)),
}


def _changes_of_versions(view: View) -> object:
    issued = view.session.scalars(select(AgendaVersion.id).order_by(AgendaVersion.id)).all()
    return [agenda_versions.changes_of(view, one) for one in issued[:1]]


OF_ONE["agenda_versions.changes_of"] = _changes_of_versions
OF_ONE |= {
    "import_organisations.candidates": lambda view: import_organisations.candidates(view, [ident(view, Organisation)]),
    **{
        f"sheet_import_known.find {kind}": lambda view, kind=kind: sheet_import_known.find(
            view, kind, RecordTarget(programme(view), visit(view)), "о"
        )
        for kind in ("agenda", "expenditures", "deliverables")
    },
}

READERS: dict[str, Reader] = {**WHOLE, **OF_ONE}

#: Functions of these names, and all that begin with ``list_``, are what a page, a list or a command shows.
SHOWN = frozenset({"board", "grid", "overview", "table", "coming", "find", "candidates", "rows", "reviews", "subjects"})
