"""Before certificates are issued the people are named whose Latin spelling nobody has compared (NA-1)."""

from app.core.sentences import sentence
from app.core.vocabulary import LatinSource
from app.models.people import Person
from app.services import paper_warnings
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from tests.services.programme_of_visits import build


def test_the_people_are_named(context: Context) -> None:
    town = build(context)
    with context.write("Spellings") as work:
        for ident in town.guests:
            person = work.session.get(Person, ident)
            assert person is not None
            person.latin_source = LatinSource.GENERATED
    with context.read() as view:
        found = paper_warnings.warnings(view, Paper.CERTIFICATES, town.visit, PaperOptions("uk", "en"))
    (one,) = [warning for warning in found if warning.code.startswith("paper_spelling")]
    told = sentence(one.code, {"n": one.n, **one.params})
    assert one.n == 3
    assert told.endswith(" (3): Taras Doroshenko, Olha Savchuk, Yuliia Yizhakevych.")
