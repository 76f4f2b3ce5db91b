"""What the investigation was asked to do, by whom, who carries it out, and what runs beside it."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.commission import Commission, Investigator, ParallelProcess
from workbench.figures.change import day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Table, Tone

__all__ = ["commission_exhibit"]


def commission_exhibit(case: Case) -> Exhibit:
    """Return the terms of reference, the investigators, and the processes that run beside."""
    commission = case.only(Commission)
    if commission is None:
        return Exhibit(
            name="commission",
            title="What was commissioned",
            paragraphs=("The commission has not been entered yet.",),
        )
    exception = commission.tiny_provider_exception
    facts = (
        ("Agreed by", ", ".join(commission.agreed_by)),
        ("Agreed on", day(commission.agreed_on) if commission.agreed_on else None),
        ("Scope", commission.scope),
        ("Not investigated", commission.not_investigated),
    )
    given = [Fact(label=label, value=text) for label, text in facts if text]
    if exception is not None:
        words = (
            f"Agreed by {exception.agreed_by} on {day(exception.agreed_on)}: {exception.because}"
        )
        shown = Cell(
            text="An investigator may also approve", tone=Tone.WARN, more=(Cell(text=words),)
        )
        given.append(Fact(label="Exception for a tiny provider", value=shown))
    return Exhibit(
        name="commission",
        title="What was commissioned",
        paragraphs=(commission.terms,),
        facts=tuple(given),
        cards=tuple(
            _process(number, running) for number, running in enumerate(commission.parallel, 1)
        ),
        table=Table(
            caption="Who investigates",
            columns=("Name", "Role", "Training", "Independence", "Conflicts declared"),
            rows=tuple(_investigator(one) for one in commission.investigators),
            empty="Nobody is named yet.",
        ),
    )


def _investigator(one: Investigator) -> tuple[Cell | str, ...]:
    return (
        one.name,
        one.role,
        *(_said(x) for x in (one.training, one.independence, one.conflicts)),
    )


def _said(text: str | None) -> Cell | str:
    return text or Cell(text="Not stated", tone=Tone.WARN)


def _process(number: int, running: ParallelProcess) -> Card:
    facts = (
        ("Led by", running.lead),
        ("Whom to speak to", running.contact_role),
        ("What waits for it here", running.must_wait),
    )
    return Card(
        anchor=f"beside-{number}",
        reference="Beside this",
        title=running.detail or f"{running.process[0].upper()}{running.process[1:]}",
        facts=tuple(Fact(label=label, value=_said(text)) for label, text in facts),
    )
