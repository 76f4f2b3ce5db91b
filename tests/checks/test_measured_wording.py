"""What is published about the rules on wording is what they do today, and it is enough."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "measure_wording.py"
RULES = ("WRD001", "WRD002", "WRD003", "WRD004")


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT), run_name="measure_wording")


def test_the_published_figures_are_those_of_today() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_enough_sentences_to_measure_with_and_a_third_is_held_out(
    script: dict[str, Any],
) -> None:
    neutral, labelled = [*script["neutral_sentences"]()], [*script["labelled_sentences"]()]

    assert len(neutral) >= 320
    assert len(labelled) >= 250
    for sentences in (neutral, labelled):
        held_out = [one for one in sentences if one.part in ("first", "last")]
        assert 3 * len(held_out) >= len(sentences)
        assert len({one.text for one in sentences}) == len(sentences)
        assert {one.part for one in sentences} == {"worked on", "first", "last"}


def test_every_label_is_a_rule_and_every_rule_has_labelled_sentences(
    script: dict[str, Any],
) -> None:
    for part in ("worked on", "first", "last"):
        named = [
            code for one in script["labelled_sentences"]() if one.part == part for code in one.rules
        ]

        assert set(named) == set(RULES)
        assert min(map(named.count, RULES)) >= 20


def test_alarms_are_few_and_most_of_what_is_labelled_is_found(script: dict[str, Any]) -> None:
    measured = script["measure"]([*script["neutral_sentences"](), *script["labelled_sentences"]()])
    neutral = [one for one in measured if one.sentence.neutral]

    assert sum(one.found.total() for one in neutral) <= 15 * len(neutral) / 1000
    for code in RULES:
        labelled = [one for one in measured if code in one.sentence.rules]
        assert sum(1 for one in labelled if one.found[code]) >= 0.9 * len(labelled)


def test_every_finding_on_wording_asks_a_question(script: dict[str, Any]) -> None:
    from tests.fakes.cases import case
    from workbench.checks.registry import check_named
    from workbench.checks.report import run_checks

    entries = [
        (
            "action" if "WRD001" in one.rules else "finding",
            f"{'A' if 'WRD001' in one.rules else 'FI'}{place}",
            {"statement": one.text},
        )
        for place, one in enumerate(script["labelled_sentences"](), 1)
    ]
    report = run_checks(
        case(*entries), script["date"](2026, 4, 1), checks=[check_named(code) for code in RULES]
    )

    assert len(report.open) > 250
    assert all(one.question and one.question.endswith("?") for one in report.open)
    assert not any(one.gate for one in report.open)
