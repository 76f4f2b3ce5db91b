"""The kinds of entity a case is made of, by name, and how stored shapes are read.

Each kind numbers the shape of its data. A shape that was ever released stays readable: when a
kind's shape changes, its `schema` goes up by one and `UPCASTERS` gains a pure function from the
old shape to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from workbench.domain.access import AccessList, Hold, Opening
from workbench.domain.change import Action, FacesScore, Measure, Verification
from workbench.domain.commission import Commission
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import (
    Acceptance,
    ManagerReview,
    SafeguardingDecision,
    SignOff,
    Supplement,
    Withdrawal,
)
from workbench.domain.inquiry import CaseIncident, Evidence, Person, PersonName, Question, Scope
from workbench.domain.methods import Barrier, EscalationStep, Ownership, PlanInForce, Shift
from workbench.domain.nearest import did_you_mean, or_nearest
from workbench.domain.notebook import CaseNotebook
from workbench.domain.people import (
    Comment,
    Interview,
    Involvement,
    Representation,
    StaffSupport,
    Summary,
)
from workbench.domain.quality import QualityRating
from workbench.domain.reasoning import Cause, Factor, Finding, LensConsideration, Link, Problem
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.stages import StageMove
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.triage import Alert, PartnerTold, Triage
from workbench.domain.values import Entity
from workbench.errors import InvalidEntry, UnknownName

__all__ = ["KINDS", "UPCASTERS", "Kind", "decode", "encode", "kind_named", "kind_of", "validate"]

Shape: TypeAlias = dict[str, Any]
Upcaster: TypeAlias = Callable[[Shape], Shape]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: its name in the ledger, its model, and the letters of its identifiers.

    A `single` kind has at most one entity in a case. `made_by` names the command that makes an
    entity which nobody types; one of a `decided` kind is made on the case as it stands, and is
    never changed or removed.
    """

    name: str
    model: type[Entity]
    prefix: str
    schema: int = 1
    single: bool = False
    decided: bool = False
    made_by: str | None = None

    @property
    def summary(self) -> str:
        """The first sentence of the model's documentation."""
        return (self.model.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " ")


_ALL = (
    Kind("incident", CaseIncident, "I", single=True, made_by="refresh"),
    Kind("triage", Triage, "TR", single=True),
    Kind("alert", Alert, "AL"),
    Kind("partner", PartnerTold, "PN"),
    Kind("commission", Commission, "CO", single=True),
    Kind("scope", Scope, "SC", single=True),
    Kind("person", Person, "P"),
    Kind("name", PersonName, "N"),
    Kind("supplement", Supplement, "S"),
    Kind("manager-review", ManagerReview, "MR"),
    Kind("safeguarding", SafeguardingDecision, "SG"),
    Kind("duty", DutyDecision, "DU"),
    Kind("duty-step", DutyStep, "DS"),
    Kind("representation", Representation, "RP"),
    Kind("involvement", Involvement, "IV"),
    Kind("staff-support", StaffSupport, "SS"),
    Kind("question", Question, "Q"),
    Kind("evidence", Evidence, "E"),
    Kind("interview", Interview, "IW"),
    Kind("event", Event, "T"),
    Kind("gap", ExplainedGap, "G"),
    Kind("plan-in-force", PlanInForce, "PF"),
    Kind("escalation-step", EscalationStep, "ES"),
    Kind("shift", Shift, "SH"),
    Kind("ownership", Ownership, "OW"),
    Kind("problem", Problem, "B"),
    Kind("factor", Factor, "F"),
    Kind("lens-consideration", LensConsideration, "LC"),
    Kind("cause", Cause, "C"),
    Kind("link", Link, "L"),
    Kind("barrier", Barrier, "BR"),
    Kind("finding", Finding, "FI"),
    Kind("action", Action, "A"),
    Kind("faces", FacesScore, "FC"),
    Kind("measure", Measure, "M"),
    Kind("verification", Verification, "V"),
    Kind("restriction", Restriction, "R"),
    Kind("restriction-review", RestrictionReview, "RR"),
    Kind("quality-rating", QualityRating, "QR"),
    Kind("comment", Comment, "CM"),
    Kind("summary", Summary, "SU"),
    Kind("acceptance", Acceptance, "AC"),
    Kind("sign-off", SignOff, "SO", decided=True, made_by="approve"),
    Kind("stage", StageMove, "ST", decided=True, made_by="advance"),
    Kind("notebook", CaseNotebook, "NB", made_by="open-template"),
    Kind("access", AccessList, "AX", single=True),
    Kind("opening", Opening, "OP", made_by="show"),
    Kind("hold", Hold, "H", made_by="hold"),
    Kind("withdrawal", Withdrawal, "WD", decided=True, made_by="withdraw"),
)

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind by its name, in the order an investigation meets them."""

UPCASTERS: Final[Mapping[tuple[str, int], Upcaster]] = MappingProxyType({})
"""From `(kind, schema)` to the function that lifts data of that shape to `schema + 1`."""

_NO_DAY: Final = "is not a day. Write it as 2026-09-18"
_NO_MOMENT: Final = "is not a moment. Write it as 2026-09-18T14:30:00+01:00"
_PLAINLY: Final = {
    "missing": "is missing",
    "too_short": "is empty",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "is not an identifier of the right form (letters and a number, as "
    "in E3)",
    "date_type": _NO_DAY,
    "date_parsing": _NO_DAY,
    "date_from_datetime_parsing": _NO_DAY,
    "datetime_type": _NO_MOMENT,
    "datetime_parsing": _NO_MOMENT,
    "datetime_from_date_parsing": _NO_MOMENT,
    "tuple_type": 'takes a list. Write it as ["…"], also for a single one',
    "bool_type": "takes true or false",
    "bool_parsing": "takes true or false",
    "string_type": "takes text. Write it in quotation marks",
}

_BY_MODEL: Final = {kind.model: kind for kind in _ALL}


def kind_named(name: str) -> Kind:
    """Return the kind called `name`.

    Raises:
        UnknownName: there is none; the remedy names the nearest.
    """
    if name in KINDS:
        return KINDS[name]
    raise UnknownName(
        f"There is no kind of entry called {name!r}.",
        f"{did_you_mean(name, KINDS)}The kinds are: {', '.join(KINDS)}.",
    )


def kind_of(model: type[Entity]) -> Kind:
    """Return the kind whose values are instances of `model`."""
    return _BY_MODEL[model]


def validate(kind: Kind, entity: str, data: Mapping[str, object]) -> Entity:
    """Return the value that `data`, typed or handed in, stands for.

    Raises:
        InvalidEntry: it lacks a field, holds an unknown one, or holds a value that does not fit.
            The message and `problems` name fields, never what was written in them.
    """
    try:
        return kind.model.model_validate({**data, "id": entity})
    except ValidationError as error:
        problems = {
            ".".join(str(part) for part in issue["loc"]) or kind.name: _in_words(kind, issue)
            for issue in error.errors(include_url=False, include_input=False)
        }
    listed = "; ".join(f"{field}: {why}" for field, why in problems.items())
    raise InvalidEntry(
        f"The {kind.name} {entity} cannot be kept as it is: {listed}.",
        f"Mend the fields named and try again; 'workbench kinds {kind.name}' lists them all.",
        problems,
    )


def encode(entity: Entity) -> Shape:
    """Return the data of `entity` for storing: JSON values, without its identifier.

    Fields that hold their default are left out, so that what is stored is what was said.
    """
    return entity.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)


def decode(
    kind: Kind,
    entity: str,
    schema: int,
    data: Shape,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> Entity:
    """Return the value stored as `data` in the shape numbered `schema`.

    Stored data was validated when it was appended and is not judged again by today's rules
    beyond what its model needs.
    """
    for step in range(schema, kind.schema):
        data = upcasters[kind.name, step](data)
    return kind.model.model_validate({**data, "id": entity})


def _in_words(kind: Kind, issue: Any) -> str:
    said = issue["type"]
    if said in _PLAINLY:
        return _PLAINLY[said]
    match said:
        case "extra_forbidden":
            near = or_nearest(str(issue["loc"][-1]), kind.model.model_fields)
            return f"is not a field of this kind{near}"
        case "value_error":
            return str(issue["ctx"]["error"])
        case "too_long" | "string_too_long":
            return f"is longer than {issue['ctx']['max_length']} characters"
        case "enum":
            return f"must be {issue['ctx']['expected']}"
        case "model_type" | "model_attributes_type":
            return f"takes fields of its own. Write it as {_example_of(kind, issue)}"
        case _:
            return str(issue["msg"]).lower()


def _example_of(kind: Kind, issue: Any) -> str:
    """A value with the fields it needs, such as `{"name": "…", "role": "…"}`."""
    schema = kind.model.model_json_schema()["$defs"].get(issue["ctx"]["class_name"], {})
    needed = schema.get("required") or list(schema.get("properties", ()))[:2]
    return "{" + ", ".join(f'"{name}": "…"' for name in needed) + "}"
