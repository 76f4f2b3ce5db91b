"""Triage: what was decided, why that deep, and who was alerted or told."""

from __future__ import annotations

from datetime import datetime

from workbench.analysis.proportionality import Proposal
from workbench.analysis.recurrence import FailedAction, Recurrence
from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident
from workbench.domain.triage import TRIAGE_WITHIN, Alert, PartnerTold, Triage
from workbench.domain.when import written_moment
from workbench.figures.exhibit import Cell, Exhibit, Fact, Table, Tone
from workbench.figures.words import counted, duration_words

__all__ = ["alerts_exhibit", "moment", "proposal_exhibit", "recurrence_table", "triage_exhibit"]


def triage_exhibit(case: Case, proposal: Proposal) -> Exhibit:
    """Return what triage decided, beside the tier that the facts speak for."""
    triage = case.only(Triage)
    if triage is None:
        return Exhibit(
            name="triage",
            title="Triage",
            paragraphs=("Triage has not been entered yet.",),
        )
    return Exhibit(
        name="triage",
        title="Triage",
        facts=(
            Fact(label="Category", value=_because(triage.category, triage.category_because)),
            Fact(label="Immediate actions", value=triage.immediate_actions or "not said yet"),
            Fact(label="Could this harm someone else tonight?", value=_tonight(triage)),
            Fact(label="How deep to look", value=_tier(triage, proposal)),
            *_told(triage),
            Fact(label="Decided", value=_decided(case, triage)),
        ),
    )


def proposal_exhibit(proposal: Proposal) -> Exhibit:
    """Return the tier that the facts speak for, with each reason and its ground."""
    return Exhibit(
        name="proportion",
        title="In proportion",
        paragraphs=(f"The facts speak for a {proposal.tier}. People decide.",),
        items=tuple(f"Not known yet: {one}" for one in proposal.missing),
        table=Table(
            caption="What speaks for which depth",
            columns=("Ground", "Speaks for", "Because"),
            rows=tuple(
                (one.ground.capitalize(), one.tier, one.because) for one in proposal.reasons
            ),
        ),
        note="Four grounds: risk, harm, recurrence and safeguarding significance (incident "
        "governance in learning disability services). Harm is on the LFPSE scales, whose codes "
        "descend: 1 is the worst.",
    )


def alerts_exhibit(case: Case) -> Exhibit:
    """Return the services that were alerted, and the partners that were told."""
    return Exhibit(
        name="alerts",
        title="Who was alerted, and who was told",
        table=Table(
            caption="Alerts and partners",
            columns=("Reference", "Who", "What", "When", "Acknowledged"),
            rows=(
                *(_alert(one) for one in case.all(Alert)),
                *(_partner(one) for one in case.all(PartnerTold)),
            ),
            empty="Nobody has been alerted or told yet, as far as the case knows.",
        ),
    )


def recurrence_table(found: Recurrence, failed: tuple[FailedAction, ...]) -> Table:
    """Return how often the like happened before, with the incidents, and actions that failed."""
    rows = (
        ("Same person" if found.persons else "Same person (no reference given)", found.same_person),
        ("Same service and category", found.same_service_and_category),
        ("Same service", found.same_service),
        ("Same category", found.same_category),
    )
    return Table(
        caption=f"In the {counted(found.days, 'day')} before",
        columns=("What is shared", "Earlier", "Incidents"),
        rows=(
            *((label, str(len(ids)), ", ".join(ids)) for label, ids in rows),
            *(
                (
                    f"Action that did not hold: {one.reference}",
                    "1",
                    f"{one.statement} ({one.because})",
                )
                for one in failed
            ),
        ),
    )


def moment(at: datetime | None) -> str:
    """Return a moment as an English reader in England writes it, or *not yet*."""
    return written_moment(at) if at else "not yet"


def _because(text: str, because: str | None) -> Cell:
    said = Cell(text=because) if because else Cell(text="No reason is given yet", tone=Tone.WARN)
    return Cell(text=text, more=(said,))


def _tonight(triage: Triage) -> Cell:
    return Cell(
        text="Yes" if triage.harm_tonight else "No",
        tone=Tone.WARN if triage.harm_tonight else Tone.DONE,
        more=(Cell(text=triage.harm_tonight_because),),
    )


def _tier(triage: Triage, proposal: Proposal) -> Cell:
    chosen = _because(triage.tier.capitalize(), triage.tier_because)
    if triage.tier is proposal.tier:
        said = Cell(text="The facts speak for the same.", tone=Tone.QUIET)
    elif triage.override_because:
        words = f"The facts speak for a {proposal.tier}. Chosen otherwise, because: "
        said = Cell(text=words + triage.override_because)
    else:
        words = f"The facts speak for a {proposal.tier}, and nothing says why it was not chosen."
        said = Cell(text=words, tone=Tone.WARN)
    return chosen.model_copy(update={"more": (*chosen.more, said)})


def _told(triage: Triage) -> tuple[Fact, ...]:
    facts = (
        ("Worst harm that could credibly have come of it", triage.potential_harm),
        ("Happening again", triage.likelihood),
        ("Circumstances", "\n".join(one[:1].upper() + one[1:] for one in triage.circumstances)),
        ("Earlier like it", ", ".join(triage.like_incidents)),
        ("Actions after the like that did not hold", ", ".join(triage.failed_actions)),
    )
    return tuple(Fact(label=label, value=text) for label, text in facts if text)


def _decided(case: Case, triage: Triage) -> Cell:
    held = case.only(CaseIncident)
    reported = held.incident.reported_at if held else None
    said = f"{triage.role}, {moment(triage.at)}"
    if reported is None or reported > triage.at:
        return Cell(text=said)
    took = triage.at - reported
    late = took > TRIAGE_WITHIN
    words = f"{duration_words(took)} after the report{', later than 48 hours' if late else ''}"
    return Cell(text=said, more=(Cell(text=words, tone=Tone.WARN if late else Tone.QUIET),))


def _alert(alert: Alert) -> tuple[Cell | str, ...]:
    if alert.acknowledged_at is None:
        acknowledged = Cell(text="Not yet", tone=Tone.WARN)
    else:
        words = f"{alert.acknowledged_by}, {moment(alert.acknowledged_at)}"
        acknowledged = Cell(text=words, tone=Tone.DONE)
    return (alert.id, f"Alert to {alert.to}", alert.what, moment(alert.sent_at), acknowledged)


def _partner(told: PartnerTold) -> tuple[Cell | str, ...]:
    return (told.id, told.partner, told.what, f"{moment(told.at)}, by {told.by_role}", "")
