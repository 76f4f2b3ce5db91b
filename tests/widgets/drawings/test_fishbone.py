from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from types import MappingProxyType
from typing import Any

from tests.figures.samples import case_of, small_case
from workbench.domain.case import Stamp
from workbench.domain.frameworks import factor_framework
from workbench.domain.reasoning import Cause, Factor, Problem
from workbench.figures.fishbone import fishbone_exhibit
from workbench.widgets.drawings import fishbone

NPSA = factor_framework("npsa")


def labels(bones: list[dict[str, Any]]) -> list[str]:
    return [bone["label"] for bone in bones]


def test_bones_are_the_groups_of_the_framework_and_the_three_lenses() -> None:
    bones: Any = fishbone.extra(small_case(), NPSA)["bones"]

    assert [bone["value"] for bone in bones["group"]] == [one.code for one in NPSA.entries]
    assert labels(bones["lens"]) == ["Workforce", "Environment", "Communication"]


def test_a_group_of_another_framework_is_a_bone_too() -> None:
    case = case_of(Factor(id="F1", statement="Late", group="far-away"))
    bones: Any = fishbone.extra(case, NPSA)["bones"]

    assert labels(bones["group"])[-1] == "Other group: far-away"


def test_words_are_broken_as_the_record_breaks_them() -> None:
    case = small_case()
    found: Any = fishbone.extra(case, NPSA)
    drawn = "".join(
        drawing.svg
        for figure in fishbone_exhibit(case, NPSA).figures
        for drawing in figure.drawings
    )

    for fish in found["fish"]:
        assert all(f">{escape(line, quote=False)}</text>" in drawn for line in fish["lines"])
    for identifier in ("F1", "F3", "F9"):
        for paragraph in found["twigs"][identifier]["stack"]["paragraphs"]:
            assert all(f">{line}</text>" in drawn for line in paragraph["lines"])


def test_a_factor_that_helped_and_one_without_evidence_say_so() -> None:
    case = case_of(
        Problem(id="B1", statement="Late"),
        Factor(id="F1", statement="P3 counted", effect="mitigated", problem="B1", group="task"),
    )
    twig: Any = fishbone.extra(case, NPSA)["twigs"]["F1"]  # type: ignore[index]

    assert twig["helped"] is True
    assert [one["mark"] for one in twig["stack"]["paragraphs"]] == ["well", "warn"]
    assert twig["label"] == "F1, Task. Helped: P3 counted. No evidence named."


def test_causes_come_with_the_version_that_a_change_rests_on() -> None:
    held = case_of(Cause(id="C1", type="outcome", statement="Late", factors=("F1",)))
    stamp = Stamp(4, 9, "somebody", datetime(2026, 11, 22, tzinfo=UTC))
    case = replace(held, stamps=MappingProxyType({"C1": stamp}))

    assert fishbone.extra(case, NPSA)["causes"] == [
        {"id": "C1", "label": "C1: Late", "version": 4, "factors": ["F1"]}
    ]


def test_it_is_plain_json() -> None:
    found = fishbone.extra(small_case(), NPSA)

    assert json.loads(json.dumps(found)) == found
