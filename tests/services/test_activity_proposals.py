"""What a new visit is given besides the few things one says, and finding records by a part of their name."""

from app.core.dates import UNKNOWN, PartialDate
from app.core.vocabulary import ActivityKind, ActivityStatus, PartnerRole
from app.services import activities, activity_proposals, organisations, partnerships, people, picking, programmes
from app.services.activity_proposals import ActivityWish
from app.services.context import Context
from app.services.organisations import AliasDraft, OrganisationDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.services.people import PersonDraft, PositionDraft
from app.services.programmes import ProgrammeDraft
from app.storage.work import Work


def _partnership(context: Context) -> tuple[str, str, str, str]:
    with context.write("Set up") as work:
        mentee = organisations.create(work, OrganisationDraft(name={"en": "Zavodske"}, country="UA"))
        mentor = organisations.create(
            work,
            OrganisationDraft(name={"en": "Domžale"}, country="LV", town="Domžale", aliases=(AliasDraft("Domzhale"),)),
        )
        programme = programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "R"}, languages=("en", "uk")))
        members = (MemberDraft(mentee, PartnerRole.MENTEE), MemberDraft(mentor, PartnerRole.MENTOR))
        ident = partnerships.create(work, PartnershipDraft(programme, title="Domžale – Zavodske", members=members))
    return programme, ident, mentor, mentee


def test_a_partnership_gives_title_host_guest_languages_and_clocks(context: Context) -> None:
    programme, partnership, mentor, mentee = _partnership(context)
    wish = ActivityWish(partnership_id=partnership, start=PartialDate.parse("2024-05-06"))
    with context.write("New visit") as work:
        ident = activities.create(work, activity_proposals.propose(work, wish))
    with context.read() as view:
        made = activities.load(view, ident)
    assert made.programme_id == programme
    assert made.title == {"en": "Domžale – Zavodske"}
    assert (made.host_id, made.visit.guest_id) == (mentor, mentee)
    assert made.languages == ("en", "uk")
    assert (made.country, made.time_zone) == ("LV", "Europe/Riga")
    assert made.place == {"en": "Domžale"}
    assert (made.start, made.end) == (PartialDate.parse("2024-05-06"),) * 2
    assert made.planned_start == made.start
    assert made.status is ActivityStatus.PLANNED


def test_a_title_of_two_towns_is_said_in_every_language_in_which_both_are_known(context: Context) -> None:
    """What the program could have known is not asked of the user as a missing text."""
    programme, _partnership_id, _mentor, _mentee = _partnership(context)
    with context.write("Towns") as work:
        names = ({"en": "Ogre", "uk": "Огре"}, {"en": "Lubny", "uk": "Лубни"})
        towns = [organisations.create(work, OrganisationDraft(name=name, town=name["en"])) for name in names]
        members = tuple(
            MemberDraft(town, role) for town, role in zip(towns, (PartnerRole.MENTOR, PartnerRole.MENTEE), strict=True)
        )
        known = partnerships.create(work, PartnershipDraft(programme, members=members))
        called = partnerships.create(work, PartnershipDraft(programme, title="Two rivers", members=members))
        half = partnerships.create(work, PartnershipDraft(programme, members=(members[0], _without_ukrainian(work))))
    with context.read() as view:
        titles = [
            activity_proposals.propose(view, ActivityWish(partnership_id=one)).title for one in (known, called, half)
        ]
    assert titles == [
        {"en": "Ogre – Lubny", "uk": "Огре – Лубни"},
        {"en": "Two rivers"},
        {"en": "Ogre – Vilaka"},
    ]


def _without_ukrainian(work: Work) -> MemberDraft:
    draft = OrganisationDraft(name={"en": "Vilaka"}, town="Vilaka")
    return MemberDraft(organisations.create(work, draft), PartnerRole.MENTEE)


def test_what_is_said_goes_before_what_is_proposed(context: Context) -> None:
    programme, partnership, _mentor, mentee = _partnership(context)
    wish = ActivityWish(
        programme, partnership, ActivityKind.ONLINE_MEETING, "Steering call", UNKNOWN, UNKNOWN, "Zoom", mentee
    )
    with context.read() as view:
        draft = activity_proposals.propose(view, wish)
    assert draft.title == {"en": "Steering call"}
    assert draft.host_id == mentee
    assert draft.place == {"en": "Zoom"}
    assert draft.form.value == "online"
    assert draft.status is ActivityStatus.IDEA


def test_a_wish_needs_a_programme_and_a_name() -> None:
    codes = {problem.code for problem in activity_proposals.check(ActivityWish())}
    assert codes == {"programme_missing", "title_missing"}
    wish = ActivityWish("p", title="T", start=PartialDate.parse("2024"), end=PartialDate.parse("2023"))
    assert [problem.field for problem in activity_proposals.check(wish)] == ["end"]


def test_people_and_organisations_are_found_in_either_script_and_by_alias(context: Context) -> None:
    _, _, mentor, _ = _partnership(context)
    with context.write("People") as work:
        oksana = people.create(
            work,
            PersonDraft(
                given_name="Оксана", family_name="Гнатюк", positions=(PositionDraft(mentor, "Секретар", "Secretary"),)
            ),
        )
        people.create(work, PersonDraft(given_name="Matjaž", family_name="Zupan"))
    with context.read() as view:
        assert [pick.id for pick in picking.people(view, "hnat oks")] == [oksana]
        assert [pick.id for pick in picking.people(view, "Гнатюк")] == [oksana]
        assert picking.people(view, "hnat")[0].second == "Secretary, Domžale"
        assert len(picking.people(view, "")) == 2
        assert picking.people(view, "100%_") == ()
        assert [pick.id for pick in picking.organisations(view, "domzhale")] == [mentor]
        assert [pick.name for pick in picking.people_named(view, [oksana, ""])] == ["Oksana Hnatiuk"]
        assert picking.people_named(view, []) == ()
        assert [pick.name for pick in picking.partnerships(view)] == ["Domžale – Zavodske"]
