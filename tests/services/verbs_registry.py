"""Every verb of the services that writes, each with a way to call it on the full data file (see ``verbs_ground``).

``VERBS`` is filled by the ``verbs_…`` modules, one for each room. ``ELSEWHERE`` names what is not called
alone, and why.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

import app.services
from app.storage.work import View, Work

Act = Callable[[Work], object]


@dataclass(frozen=True)
class Verb:
    """A call of one verb; ``before`` is done in a unit of its own first, so that there is something to act on."""

    name: str
    act: Act
    before: Act | None = None


VERBS: dict[str, list[Verb]] = {}

#: Parts of other verbs: the test that does and undoes them, as a whole, stands behind each.
ELSEWHERE = {
    "records.sync": "the owned rows of a draft: called by each create and save that has some",
    **{
        f"{module}.{name}": "a chapter of the sample: test_the_whole_sample_is_taken_back_and_done_again"
        for module, names in {
            "sample_agenda": ("write_agenda", "write_head"),
            "sample_people": (
                "write_office_holders",
                "seat_hosts",
                "seat_delegation",
                "seat_network",
                "seat_speakers",
                "mark_attendance",
                "name_posts",
                "write_contacts",
            ),
            "sample_programmes": (
                "write_programme",
                "write_partnerships",
                "write_milestones",
                "write_activities",
                "write_groups",
                "write_needs",
            ),
            "sample_records": ("write_deliverables", "write_indicators", "write_funding", "write_budget"),
        }.items()
        for name in names
    },
}


def does(name: str, before: Act | None = None) -> Callable[[Act], Act]:
    """Enter a call of the verb ``module.function`` into the registry; a verb may have several calls."""

    def enter(act: Act) -> Act:
        VERBS.setdefault(name, []).append(Verb(name, act, before))
        return act

    return enter


def calls() -> list[tuple[str, Verb]]:
    """All calls with a label that tells two calls of one verb apart."""
    found = []
    for name, verbs in sorted(VERBS.items()):
        for number, verb in enumerate(verbs, 1):
            found.append((name if len(verbs) == 1 else f"{name} {number}", verb))
    return found


def modules() -> Iterator[ModuleType]:
    """All modules of the services."""
    for found in pkgutil.iter_modules(app.services.__path__):
        yield importlib.import_module(f"app.services.{found.name}")


def functions(first: type[View]) -> dict[str, Callable[..., object]]:
    """Public functions of the services whose first parameter is ``first``, by ``module.function``."""
    found: dict[str, Callable[..., object]] = {}
    for module in modules():
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            parameters = list(inspect.signature(function, eval_str=True).parameters.values())
            if parameters and parameters[0].annotation is first:
                found[f"{module.__name__.rpartition('.')[2]}.{name}"] = function
    return found
