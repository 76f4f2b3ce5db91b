"""The law of England as data: which duty may apply, why, who decides, and by which clock."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from workbench.domain.commission import OtherProcess
from workbench.domain.nearest import or_nearest
from workbench.domain.published import published
from workbench.domain.values import Line, Text, Value
from workbench.domain.vocabulary import Circumstance, ClockKind, PhysicalHarm, PsychologicalHarm

__all__ = [
    "Condition",
    "Duty",
    "DutyClock",
    "DutyCode",
    "DutySort",
    "DutyStepAsked",
    "FactName",
    "Law",
    "StepCode",
    "duty_code",
    "duty_codes",
    "law_england",
    "step_code",
    "step_codes",
]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,62}[a-z0-9]$")]
Status: TypeAlias = Literal["verified", "unverified"]
DutySort: TypeAlias = Literal["duty", "notification", "parallel process", "good practice"]
FactName: TypeAlias = Literal[
    "provider",
    "physical harm",
    "psychological harm",
    "potential harm",
    "circumstance",
    "safeguarding concern",
    "category",
]
"""The facts of a case that a condition may look at; `analysis.case_facts` reads them."""

_SCALES: Final = {
    "physical harm": tuple(PhysicalHarm),
    "psychological harm": tuple(PsychologicalHarm),
    "potential harm": tuple(PhysicalHarm),
}


class Condition(Value):
    """One thing that may bring a duty into play: a fact that has a value, or reaches a level.

    `equal` is the value of a fact, `at_least` a level of harm on the LFPSE scale, `has` a word in
    the incident's category. One of them is given.
    """

    fact: FactName
    equal: Line | None = None
    at_least: Line | None = None
    has: Line | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if sum(one is not None for one in (self.equal, self.at_least, self.has)) != 1:
            raise ValueError("a condition takes one of 'equal', 'at_least' and 'has'")
        scale = _SCALES.get(self.fact, ())
        if self.at_least is not None and self.at_least not in scale:
            raise ValueError("'at_least' takes a level of the fact's scale of harm")
        if self.fact == "circumstance" and self.equal not in list(Circumstance):
            raise ValueError("'equal' takes one of the circumstances of triage")
        return self


class DutyClock(Value):
    """A clock: in words as its source has it, and in days where the source gives a number.

    `runs_from` is what starts it: the report of the incident, the incident itself, or a day that
    the decision on the duty gives in `since`.
    """

    kind: ClockKind
    text: Line
    days: int | None = Field(default=None, ge=1)
    runs_from: Literal["report", "incident", "since"] = "report"


class DutyStepAsked(Value):
    """One step of a duty. `tells` is set where the step tells somebody outside the service.

    A step with `only_if` is for that event alone; once it is done, the steps it `settles` are
    settled with it.
    """

    code: Slug
    text: Text
    tells: Line | None = None
    clock: DutyClock | None = None
    only_if: Line | None = None
    settles: tuple[Slug, ...] = ()
    status: Status = "verified"


class Duty(Value):
    """One entry of the law: a duty, a notification, a parallel process, or good practice.

    It may apply where every condition of `all_of` holds, and one of `any_of` does. `triggers`
    says the same in words. `topic` is set for the two decisions that a review waits for; the one
    on safeguarding is a `safeguarding` entry. `process` is what a commission calls it, where it
    runs beside a review: naming it there says that it was seen to. An entry that is *unverified*
    was not read in its source: it advises, and holds nothing up.
    """

    code: Slug
    name: Line
    topic: Literal["candour", "safeguarding"] | None = None
    process: OtherProcess | None = None
    sort: DutySort
    source: Line
    source_date: Line
    status: Status
    triggers: Text
    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = Field(min_length=1)
    who_decides: Line
    clock: Line
    clock_kind: ClockKind | None = None
    steps: tuple[DutyStepAsked, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _only_what_was_read_holds_up(self) -> Self:
        if self.topic is not None and self.status == "unverified":
            raise ValueError("a duty that was not read in its source holds nothing up")
        return self

    def step(self, code: str) -> DutyStepAsked | None:
        """Return the step with this code, or None where the duty has none of it."""
        return next((one for one in self.steps if one.code == code), None)


class Law(Value):
    """The duties of one jurisdiction, in the order in which they are shown."""

    jurisdiction: Line
    version: Line
    note: Text
    entries: tuple[Duty, ...]

    @model_validator(mode="after")
    def _codes_once(self) -> Self:
        codes = [one.code for one in self.entries]
        for held in (codes, *([step.code for step in one.steps] for one in self.entries)):
            if len(set(held)) < len(held):
                raise ValueError("a code stands twice")
        return self

    def duty(self, code: str) -> Duty | None:
        """Return the duty with this code, or None where there is none."""
        return next((one for one in self.entries if one.code == code), None)


@cache
def law_england() -> Law:
    """Return the law of England that this version of the workbench knows."""
    return Law.model_validate(published("law_england"))


def duty_codes() -> tuple[str, ...]:
    """Return the codes of the duties, in the order of the data. A code is never given twice."""
    return tuple(one.code for one in law_england().entries)


def step_codes() -> tuple[str, ...]:
    """Return the codes of the steps, each once."""
    return tuple(dict.fromkeys(step.code for one in law_england().entries for step in one.steps))


def duty_code(code: str) -> str:
    """Return `code` if the law has a duty of that code.

    Raises:
        ValueError: it has not; the message names the nearest.
    """
    return _known(code, duty_codes(), "a duty that this workbench knows")


def step_code(code: str) -> str:
    """Return `code` if some duty has a step of that code.

    Raises:
        ValueError: none has; the message names the nearest.
    """
    return _known(code, step_codes(), "a step of a duty")


def _known(code: str, codes: tuple[str, ...], what: str) -> str:
    if code in codes:
        return code
    raise ValueError(f"is not {what}{or_nearest(code, codes)}")


DutyCode = Annotated[
    Line, AfterValidator(duty_code), Field(json_schema_extra={"enum": [*duty_codes()]})
]
"""The code of a duty in the data."""

StepCode = Annotated[
    Line, AfterValidator(step_code), Field(json_schema_extra={"enum": [*step_codes()]})
]
"""The code of a step of a duty in the data."""
