"""What a record says about itself: how it was checked, what it was made from, how to verify it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workbench.checks.report import AcceptedFinding, CheckFinding, CheckReport, CouldNotBeAsked
from workbench.domain.case import Case
from workbench.domain.frameworks import action_hierarchy
from workbench.domain.inquiry import CaseIncident
from workbench.figures.exhibit import Cell, Exhibit, Fact, Table, Tone
from workbench.figures.words import counted, joined

__all__ = ["Provenance", "checks_exhibit", "provenance_exhibit", "verifying_exhibit"]

_NO_CHECKS: Final = "No checks were run. That is not the same as passing them."
_MADE_AGAIN: Final = (
    "The same case, notebook, template, versions and date make this page again, byte for byte. "
    "The notebook as it was run is kept with the record. A fingerprint (SHA-256) is a number "
    "worked out from a file: if one letter of the file changes, so does its fingerprint."
)
_CANNOT_VOUCH: Final = (
    "This page cannot vouch for itself: anybody could write here that it is genuine. It is "
    "checked from outside, with the rca-workbench program and the list of people whose "
    "signatures your organisation trusts (trust.json)."
)
_KEEP_AS_IT_IS: Final = (
    "Keep the file exactly as you received it. Opening it in another program and saving it again "
    "changes it, even where it looks the same."
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a record was made from: SHA-256 digests (hexadecimal), and names with versions.

    `versions` pairs a program with its version, such as `("rca-workbench", "0.1.0")`.
    """

    notebook_sha256: str
    template: str
    template_sha256: str
    versions: tuple[tuple[str, str], ...]


def checks_exhibit(report: CheckReport) -> Exhibit:
    """Return what the checks found, what was accepted and why, and what could not be asked."""
    run = (
        f"{counted(len(report.checks_run), 'check')} of rca-workbench {report.library} "
        f"{'was' if len(report.checks_run) == 1 else 'were'} run on this case. A check can "
        "find what is missing or does not fit together; it cannot tell whether the findings are "
        "right."
    )
    findings = (
        *(_open_row(finding) for finding in report.open),
        *(_accepted_row(one) for one in report.accepted),
        *(_unasked_row(one) for one in report.not_asked),
    )
    return Exhibit(
        name="checks",
        paragraphs=(run if report.checks_run else _NO_CHECKS, _counts(report)),
        table=Table(
            caption="Open, accepted and unasked checks",
            columns=("Check", "About", "What it says", "Where it stands"),
            rows=findings,
            empty="the checks found nothing.",
        ),
    )


def provenance_exhibit(case: Case, provenance: Provenance, *, on: str) -> Exhibit:
    """Return what the record was made from, so that it can be traced and made again."""
    held = case.only(CaseIncident)
    facts = (
        ("Case", f"{case.id}, as it stood after entry {case.head.seq} of its ledger"),
        ("Fingerprint of that entry", case.head.hash),
        ("Incident", f"{held.incident.id}, register row {held.digest}" if held else None),
        ("Made on", on),
        ("Notebook", f"SHA-256 {provenance.notebook_sha256}"),
        ("Template", f"{provenance.template}, SHA-256 {provenance.template_sha256}"),
        ("Action strength", f"{action_hierarchy().name}, version {action_hierarchy().version}"),
        ("Made with", "\n".join(" ".join(pair) for pair in provenance.versions)),
    )
    return Exhibit(
        name="provenance",
        paragraphs=(_MADE_AGAIN,),
        facts=tuple(Fact(label=label, value=text) for label, text in facts if text),
    )


def verifying_exhibit(roles: tuple[str, ...]) -> Exhibit:
    """Return how anybody can check the record, in plain words."""
    return Exhibit(
        name="verifying",
        paragraphs=(_CANNOT_VOUCH, _KEEP_AS_IT_IS),
        facts=(
            Fact(label="1. Check the file", value="workbench verify record.html"),
            Fact(label="2. See each step", value="workbench verify record.html --explain"),
            Fact(
                label="3. Compare the code",
                value="The command prints a short record code. Compare it by telephone with the "
                "organisation that issued the record, on a number you already have.",
            ),
            Fact(
                label="What you should see",
                value=f"Signed by {joined(roles)}, each a different person, with nothing "
                "changed since. Anything else, and the command says what is missing or that the "
                "file was altered.",
            ),
        ),
        note="The signatures are at the end of this file, in a part that browsers do not show.",
    )


def _counts(report: CheckReport) -> str:
    unasked = len(report.not_asked)
    return (
        f"Findings still open: {len(report.open)}. Accepted with a reason: {len(report.accepted)}. "
        f"Checks that could not be asked: {unasked}"
        f"{', which is neither a finding nor a pass' if unasked else ''}."
    )


def _open_row(finding: CheckFinding) -> tuple[Cell | str, ...]:
    return (
        Cell(text=finding.code, more=(Cell(text=_words(finding.name), tone=Tone.QUIET),)),
        _subject(finding.subject),
        finding.message,
        Cell(text=f"Open ({finding.severity})", tone=Tone.WARN),
    )


def _accepted_row(one: AcceptedFinding) -> tuple[Cell | str, ...]:
    finding, accepted = one.finding, one.acceptance
    return (
        Cell(text=finding.code, more=(Cell(text=_words(finding.name), tone=Tone.QUIET),)),
        _subject(finding.subject),
        finding.message,
        Cell(
            text=f"Accepted by {accepted.name}, {accepted.role}",
            tone=Tone.DONE,
            more=(Cell(text=accepted.reason),),
        ),
    )


def _unasked_row(one: CouldNotBeAsked) -> tuple[Cell | str, ...]:
    return (
        Cell(text=one.code, more=(Cell(text=_words(one.name), tone=Tone.QUIET),)),
        "The case",
        one.reason,
        Cell(text="Could not be asked", tone=Tone.OPEN),
    )


def _subject(subject: str) -> str:
    return "The case" if subject == "case" else subject


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()
