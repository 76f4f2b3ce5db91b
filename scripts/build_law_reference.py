"""Write `docs/reference/law.md` from the law as data, or compare with `--check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from generated import keep

from workbench.domain.law import Condition, Duty, DutyStepAsked, law_england

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "law.md"

OPENING = """\
# The law, as the workbench knows it

This page is written from `workbench/domain/data/law_england.json`, version {version}, for
{jurisdiction}. {note}

For each entry the data hold what may bring it into play, as conditions over the facts of a case
(its register row, triage, safeguarding entries and restrictions) and in words; who decides; the
steps; and its clocks. `workbench duties CASE` shows what may apply to a case, and a `duty` entry
holds what was decided.

A clock is **statutory**, **contractual** or **local**: set by law, by a contract, or by
ourselves.
"""

SORTS = {
    "duty": "Duties",
    "notification": "Notifications",
    "good practice": "Good practice",
    "parallel process": "Processes that may run beside a review",
}


def page() -> str:
    """Return the page as Markdown."""
    law = law_england()
    opening = OPENING.format(version=law.version, jurisdiction=law.jurisdiction, note=law.note)
    parts = [opening]
    for sort, heading in SORTS.items():
        parts.append(f"## {heading}\n")
        parts += ["\n".join(_lines(duty)) for duty in law.entries if duty.sort == sort]
    return "\n".join(parts)


def _lines(duty: Duty) -> Iterator[str]:
    yield f"### {duty.name}\n"
    yield f"`{duty.code}` · {duty.status} · {duty.source} ({duty.source_date})\n"
    yield f"- **May apply when:** {duty.triggers}"
    yield f"- **In the case's facts:** {_conditions(duty)}"
    yield f"- **Who decides:** {duty.who_decides}."
    kind = f" ({duty.clock_kind})" if duty.clock_kind else ""
    yield f"- **Clock:** {duty.clock}{kind}."
    if duty.steps:
        yield "- **Steps:**"
        yield from (f"    - {_step(step)}" for step in duty.steps)
    if duty.note:
        yield f"- **Note:** {duty.note}"
    yield ""


def _conditions(duty: Duty) -> str:
    some = "; or ".join(_condition(one) for one in duty.any_of)
    if not duty.all_of:
        return f"{some}."
    always = " and ".join(_condition(one) for one in duty.all_of)
    return f"{always}; and one of: {some}."


def _condition(one: Condition) -> str:
    if one.at_least is not None:
        return f"{one.fact} at least *{one.at_least}*"
    if one.has is not None:
        return f"{one.fact} has the word *{one.has}*"
    return f"{one.fact} *{one.equal}*"


def _step(step: DutyStepAsked) -> str:
    said = f"`{step.code}`: {step.text}"
    if step.only_if:
        said += f" Only if {step.only_if}."
    if step.clock:
        said += f" *Clock ({step.clock.kind}): {step.clock.text}.*"
    if step.status == "unverified":
        said += " *Unverified: look it up.*"
    return said


if __name__ == "__main__":
    raise SystemExit(keep({PAGE: page()}, sys.argv[1:]))
