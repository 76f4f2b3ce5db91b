"""A whole record page for tests: the mealtime case, its notebook as run, and the page around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.fakes.notebooks import (
    code,
    display,
    exhibit_output,
    markdown,
    notebook,
    parameters,
    step,
    stream,
)
from tests.fakes.record_case import ROLES, mealtime_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.timeline import build_timeline
from workbench.checks.registry import Severity
from workbench.checks.report import (
    AcceptedFinding,
    CheckFinding,
    CheckReport,
    CheckRun,
    CouldNotBeAsked,
)
from workbench.domain.case import Case
from workbench.domain.frameworks import factor_framework
from workbench.domain.governance import Acceptance
from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.figures.change import (
    actions_exhibit,
    assurance_exhibit,
    findings_exhibit,
    sign_off_exhibit,
)
from workbench.figures.exhibit import Exhibit
from workbench.figures.factor_matrix import factor_matrix_exhibit
from workbench.figures.fishbone import fishbone_exhibit
from workbench.figures.scope import evidence_exhibit, questions_exhibit, scope_exhibit
from workbench.figures.timeline import timeline_exhibit
from workbench.record.annexes import Provenance
from workbench.record.page import Imprint, RecordPage, build_page
from workbench.record.pieces import render_pieces

__all__ = ["REPORT", "mealtime_notebook", "mealtime_page", "mealtime_pieces", "mealtime_template"]

_STEPS = (
    ("scope", "1. Scope and questions", ("scope", "questions")),
    ("evidence", "2. Evidence", ("evidence",)),
    ("timeline", "3. Timeline", ("timeline",)),
    ("factors", "4. Contributory factors", ("factors",)),
    ("fishbone", "5. Fishbone", ("fishbone",)),
    ("causes", "6. Causes", ("causes",)),
    ("findings", "7. Findings", ("findings",)),
    ("actions", "8. Actions", ("actions",)),
    ("assurance", "9. Assurance", ("assurance",)),
    ("sign-off", "10. Sign-off", ("sign_off",)),
)

_COMMENTARY = {
    "scope": (
        markdown(
            "P1 chose to look at this review with her sister and an advocate. She saw a version "
            "with pictures on 2 April.\n\nShe asked us to use her own words where we could: "
            "*“I like toast. I did not know it was not for me any more.”*"
        ),
    ),
    "timeline": (
        markdown(
            "Everybody named here by reference has gone through this timeline with us and "
            "corrected it.\n\n### Two accounts of 12:10\n\nP2 and P3 remember the minutes before "
            "lunch differently. **Both accounts are kept.** Nothing was written down, and it made "
            "no difference to what the wall said.\n\n- P2 spoke while passing the kitchen door.\n"
            "- The radio and the extractor fan were on.\n\n> “You hear half of what is said in "
            "that kitchen.”\n> — P3"
        ),
        code(
            "minutes = [('choking begins', 0), ('back blows', 1), ('999', 3)]\n"
            "import pandas\npandas.DataFrame(minutes, columns=['what', 'minute'])",
            display(
                html="<style>td{color:white}</style><table><thead><tr><th></th><th>what</th>"
                "<th>minute</th></tr></thead><tbody><tr><th>0</th><td>choking begins</td>"
                "<td>0</td></tr><tr><th>1</th><td>back blows</td><td>1</td></tr><tr><th>2</th>"
                "<td>999</td><td>3</td></tr></tbody></table><script>alert(1)</script>",
                plain="what minute",
            ),
            stream("counted from the call log\n"),
        ),
    ),
    "assurance": (
        markdown("P1 will be asked in September whether lunch feels different to her."),
    ),
}  # fmt: skip

REPORT = CheckReport(
    date(2026, 4, 24),
    "0.1.0",
    tuple(CheckRun(f"TIM{n:03}", 1) for n in range(1, 43)),
    (
        CheckFinding("ACT005", "action-without-measure", Severity.WARNS, None, "A3",
                     "A3 has no measure, so nothing will show whether it worked."),
    ),
    (
        AcceptedFinding(
            CheckFinding("TIM002", "unsettled-conflict", Severity.WARNS, None, "T4",
                         "T4 and T5 tell of the same moment differently, and neither is followed.",
                         acceptable=True),
            Acceptance(id="AC1", code="TIM002", subject="T4", role="governance lead",
                       name="Dr Oluwaseun Bankole",
                       reason="Nothing was written down; both accounts are kept."),
        ),
    ),
    (
        CouldNotBeAsked("INC004", "register-changed", Severity.WARNS, None,
                        "The register does not hold this incident any more."),
    ),
)  # fmt: skip


def exhibits(case: Case) -> dict[str, tuple[Exhibit, ...]]:
    framework = factor_framework("npsa")
    return {
        "scope": (scope_exhibit(case),),
        "questions": (questions_exhibit(case),),
        "evidence": (evidence_exhibit(case),),
        "timeline": (timeline_exhibit(build_timeline(case), case),),
        "factors": (factor_matrix_exhibit(case, framework),),
        "fishbone": (fishbone_exhibit(case, framework),),
        "causes": (causal_graph_exhibit(build_causal_graph(case), case),),
        "findings": (findings_exhibit(case),),
        "actions": (actions_exhibit(case),),
        "assurance": (assurance_exhibit(case),),
        "sign_off": (sign_off_exhibit(case, ROLES),),
    }


def mealtime_template() -> bytes:
    """The template as shipped: guidance, parameters, and one library call an exhibit."""
    cells: list[dict[str, Any]] = [
        markdown("# Structured analysis\n\nHow to use this notebook.", tags=["guidance"]),
        parameters(),
        code(
            "from workbench.notebooks import guide\ncase = guide.open_case(case_id)", tags=["setup"]
        ),
    ]
    for name, heading, shows in _STEPS:
        cells += [step(name, heading), markdown("What this step is for.", tags=["guidance"])]
        cells += [code(f"guide.{call}(case)", tags=["exhibit"]) for call in shows]
    return notebook(*cells)


def mealtime_notebook(case: Case, *more: dict[str, Any]) -> bytes:
    """The investigators' notebook after its run, with `more` cells at the end of its timeline."""
    shown = exhibits(case)
    cells: list[dict[str, Any]] = [
        markdown("# Structured analysis\n\nHow to use this notebook.", tags=["guidance"]),
        parameters('case_id: str = "C-0017"'),
        code('# Parameters\ncase_id = "C-0017"', tags=["injected-parameters"]),
        code(
            "from workbench.notebooks import guide\ncase = guide.open_case(case_id)", tags=["setup"]
        ),
    ]
    for name, heading, shows in _STEPS:
        cells += [step(name, heading), markdown("What this step is for.", tags=["guidance"])]
        cells += [
            code(f"guide.{call}(case)", exhibit_output(*shown[call]), tags=["exhibit"])
            for call in shows
        ]
        cells += _COMMENTARY.get(name, ())
        cells += more if name == "timeline" else ()
    return notebook(*cells)


def mealtime_page(case: Case) -> RecordPage:
    return build_page(
        case,
        REPORT,
        Imprint(
            organisation="Fennimore Valley Support",
            record_id="C-0017-structured-analysis",
            version=2,
            on=date(2026, 4, 24),
            required_roles=ROLES,
            provenance=Provenance(
                "a1" * 32,
                "structured-analysis",
                "b2" * 32,
                (("rca-workbench", "0.1.0"), ("Python", "3.11.7"), ("papermill", "2.7.0")),
            ),
            supersedes="C-0017-structured-analysis version 1",
        ),
    )


def mealtime_pieces(*more: dict[str, Any]) -> tuple[bytes, ...]:
    """The pieces of the mealtime record, with `more` cells in its timeline."""
    case = mealtime_case()
    return render_pieces(mealtime_notebook(case, *more), mealtime_page(case), mealtime_template())
