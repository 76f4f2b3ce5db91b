from __future__ import annotations

from typing import Any

from workbench.figures.marks import paragraph, stack_height
from workbench.figures.palette import GROUND, INK
from workbench.widgets.drawings.stacks import stack_json


def test_a_stack_keeps_lines_sizes_marks_and_its_height() -> None:
    stack = (
        paragraph("C1 · Condition", 154, size=11),
        paragraph("The rota overlapped with the handover", 154, size=13, fill=INK, bold=True),
        paragraph("No evidence named", 154, size=11, fill=GROUND, mark="warn"),
    )
    found: Any = stack_json(stack)

    assert found["height"] == round(stack_height(stack), 2)
    assert [one["tone"] for one in found["paragraphs"]] == ["quiet", "ink", "ground"]
    assert found["paragraphs"][1]["lines"] == list(stack[1].lines)
    assert found["paragraphs"][1]["bold"] is True
    assert found["paragraphs"][2]["mark"] == "warn"
