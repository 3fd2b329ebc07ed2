"""Verbs of people, organisations and imports, called on the full data file."""

from dataclasses import replace
from datetime import date

from app.core.dates import PartialDate
from app.core.vocabulary import LatinSource, OrganisationType
from app.models.organisations import Organisation
from app.services import import_decisions, import_memory, imports, name_forms, organisations, people, people_merging
from app.services.import_plans import Decision, OrganisationDecision
from app.services.name_forms import FormChoice
from app.services.organisations import AliasDraft, OrganisationDraft
from app.services.people import ConsentDraft, PersonDraft, PositionDraft
from app.storage.work import Work
from tests.services.verbs_ground import guest, ident, plan, row, twins
from tests.services.verbs_registry import does


def _town(work: Work) -> str:
    """An organisation with people, partnerships, sessions and spellings of its name."""
    return row(work, Organisation, town="Domžale").id


@does("people.create")
def _(work: Work) -> object:
    draft = PersonDraft(
        given_name="Оксана",
        family_name="Їжакевич",
        email="o@example.org",
        birth_date=date(1980, 2, 29),
        languages=("uk", "en"),
        positions=(PositionDraft(_town(work), "мер", "Mayor", start=PartialDate.parse("2020")),),
        consents=(ConsentDraft(), ConsentDraft("data", "refused")),
    )
    return people.create(work, draft)


@does("people.save")
def _(work: Work) -> object:
    draft = people.load(work, guest(work))
    positions = (*(replace(post, main=False) for post in draft.positions), PositionDraft(_town(work), "Архітектор"))
    return people.save(
        work, guest(work), replace(draft, family_name="Зміна", positions=positions, consents=(ConsentDraft(),))
    )


@does("people.save")
def _(work: Work) -> object:
    """Posts and consents taken off."""
    one, _other = twins(work)
    return people.save(work, one, replace(people.load(work, one), positions=(), consents=(), notes="left"))


@does("people.delete")
def _(work: Work) -> object:
    return people.delete(work, twins(work)[0])


@does("people.confirm_latin")
def _(work: Work) -> object:
    return people.confirm_latin(work, guest(work), LatinSource.PASSPORT)


def _forms(work: Work) -> object:
    """Both twins have a form in one language, the second alone one in another."""
    one, other = twins(work)
    name_forms.keep(work, FormChoice(one, "uk", "Олені"))
    return name_forms.confirm(work, [FormChoice(other, "uk", "Олені Б."), FormChoice(other, "lv", "Olenai")])


@does("name_forms.confirm")
def _(work: Work) -> object:
    one, other = twins(work)
    return name_forms.confirm(work, [FormChoice(one, "uk", "Олені"), FormChoice(other, "lv", "Olenai")])


@does("name_forms.confirm", before=_forms)
def _(work: Work) -> object:
    """One is changed, one taken away."""
    one, other = twins(work)
    return name_forms.confirm(work, [FormChoice(one, "uk", "Оленці"), FormChoice(other, "lv", "")])


@does("name_forms.keep", before=_forms)
def _(work: Work) -> object:
    return name_forms.keep(work, FormChoice(twins(work)[1], "uk", "Олені з файлу"))


@does("people_merging.merge", before=_forms)
def _(work: Work) -> object:
    return people_merging.merge(work, *twins(work))


@does("people_merging.merge")
def _(work: Work) -> object:
    one, other = twins(work)
    return people_merging.merge(work, one, other, {"email": "other"})


@does("people_merging.merge")
def _(work: Work) -> object:
    """The one who goes has a certificate, marks and a seat."""
    return people_merging.merge(work, twins(work)[0], guest(work))


@does("people_merging.decline_match")
def _(work: Work) -> object:
    return people_merging.decline_match(work, *twins(work))


@does("organisations.create")
def _(work: Work) -> object:
    draft = OrganisationDraft(
        name={"en": "Fire brigade", "uk": "Пожежна частина"},
        type=OrganisationType.NGO,
        country="UA",
        parent_id=_town(work),
        aliases=(AliasDraft("ПЧ-1"), AliasDraft("PC-1")),
    )
    return organisations.create(work, draft)


@does("organisations.save")
def _(work: Work) -> object:
    draft = organisations.load(work, _town(work))
    aliases = (*(replace(alias, text=f"{alias.text} 2") for alias in draft.aliases[:1]), AliasDraft("Domschale"))
    return organisations.save(work, _town(work), replace(draft, phone="+386 1", aliases=aliases))


def _mention(work: Work) -> None:
    """Somebody works for the town that nothing needs."""
    one, _other = twins(work)
    post = PositionDraft(ident(work, Organisation, country="XK"), "Clerk")
    people.save(work, one, replace(people.load(work, one), positions=(post,)))


@does("organisations.delete", before=_mention)
def _(work: Work) -> object:
    return organisations.delete(work, ident(work, Organisation, country="XK"))


@does("organisations.learn_alias")
def _(work: Work) -> object:
    return organisations.learn_alias(work, _town(work), "Občina Domžale 1")


@does("imports.take_in")
def _(work: Work) -> object:
    return imports.take_in(work, plan(work))


@does("import_decisions.take_in")
def _(work: Work) -> object:
    given = plan(work)
    first = next(one for one, _match in given.pairs())
    return import_decisions.take_in(work, given, [(first.sheet, first.row)])


@does("imports.take_in")
def _(work: Work) -> object:
    """With everything that can be decided: new, kept, linked, joined, a name of an organisation taught."""
    given = plan(work)
    keys = [(row.sheet, row.row) for row in given.rows]
    texts = sorted({row.fields["organisation"] for row in given.rows if "organisation" in row.fields})
    decisions = {
        keys[0]: Decision(person_id=guest(work), keep=frozenset({"phone"})),
        keys[1]: Decision(as_new=True, declined=frozenset(twins(work))),
        keys[2]: Decision(same_as=keys[3]),
        keys[4]: Decision(fields={"position": "Mentor"}),
    }
    return imports.take_in(work, given, decisions, organisations={texts[0]: OrganisationDecision(_other_town(work))})


def _other_town(work: Work) -> str:
    return row(work, Organisation, town="Hrastnik").id


@does("import_memory.remember")
def _(work: Work) -> object:
    one, other = sorted((twins(work)[1], guest(work)))
    return import_memory.remember(work, {(one, other)})
