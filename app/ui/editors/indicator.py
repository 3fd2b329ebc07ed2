"""The forms of an indicator: what it measures, from where to where, its values."""

from decimal import Decimal

from app.core.i18n import N_, tr
from app.core.vocabulary import DeliverableStage, IndicatorLevel, label
from app.services import counting
from app.services.indicators import ValueDraft
from app.ui import formats
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.form import FieldSpec, Section


def counted_options() -> list[tuple[str, str]]:
    """Figures that the program counts itself, typed ones first."""
    named = [(key, tr(words)) for key, words in counting.COUNTED.items()]
    stages = [
        (f"{counting.STAGE_PREFIX}{stage.value}", tr("Deliverables: {stage}", stage=tr(label(stage))))
        for stage in DeliverableStage
    ]
    return [("", tr("typed by hand")), *named, *stages]


def figure(value: Decimal | None, unit: str = "", missing: str = "") -> str:
    """A value with its unit, without needless decimals."""
    if value is None:
        return missing
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    text = formats.number(value, digits)
    return f"{text}\u00a0{unit}" if unit else text


def sections() -> tuple[Section, ...]:
    """Everything of an indicator but its values."""
    levels = [(level, tr(label(level))) for level in IndicatorLevel]
    return (
        Section(
            "",
            (
                FieldSpec("text", N_("What is measured"), "languages", span=2, required=True, extra={"lines": 2}),
                FieldSpec("code", N_("Code")),
                FieldSpec("level", N_("Level"), "choice", options=levels),
                FieldSpec("baseline", N_("Baseline"), "number", extra={"digits": 2}),
                FieldSpec("baseline_on", N_("Baseline on"), "partial"),
                FieldSpec("target", N_("Target"), "number", extra={"digits": 2}),
                FieldSpec("target_on", N_("Target on"), "partial"),
                FieldSpec("unit", N_("Unit"), hint=N_("people, %, plans")),
                FieldSpec("counted", N_("Actual value"), "choice", options=counted_options()),
            ),
        ),
        Section(
            N_("How it is measured"),
            (
                FieldSpec("source", N_("Source")),
                FieldSpec("frequency", N_("How often")),
                FieldSpec("responsible", N_("Responsible"), span=2),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )


def _tell_value(value: ValueDraft) -> Line:
    parts = []
    for by, numbers in value.split.items():
        if by in ("sex", "role") and numbers:
            parts.append(", ".join(f"{_split_words(by, key)} {number}" for key, number in numbers.items()))
    second = " · ".join([*parts, value.evidence] if value.evidence else parts)
    return Line(figure(value.value, missing=tr("no value")), second, (), formats.partial(value.measured_on))


def _split_words(by: str, key: str) -> str:
    words = {"f": N_("women"), "m": N_("men"), "x": N_("other"), "": N_("not stated")}
    return tr(words[key]) if by == "sex" and key in words else key or tr("not stated")


def values_spec() -> OwnedSpec:
    """The actual values of an indicator, oldest first."""

    def fields() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("value", N_("Value"), "number", required=True, extra={"digits": 2}),
                    FieldSpec("measured_on", N_("Measured on"), "partial"),
                    FieldSpec("evidence", N_("Evidence"), span=2),
                ),
            ),
        )

    return OwnedSpec(
        "values",
        N_("Values"),
        N_("Add value"),
        N_("Change value"),
        N_("No value was written down yet."),
        fields,
        ValueDraft,
        _tell_value,
    )
