"""What the editor of the fishbones needs beyond the rows: fish, bones, wrapped factors, causes."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.frameworks import Framework
from workbench.domain.reasoning import Cause, Factor, Problem
from workbench.domain.vocabulary import Lens
from workbench.figures.fishbone import (
    factor_twig,
    head_lines,
    label_lines,
    label_width,
    twig_stack,
)
from workbench.widgets.drawings.stacks import stack_json

__all__ = ["extra"]


def extra(case: Case, framework: Framework) -> dict[str, object]:
    """Return what the drawing of the fishbones needs, as JSON values.

    - `framework`: its name; `bones`: by `group` and by `lens`, each bone that a factor may stand
      on: value, label, and the lines of the label with the width of their box.
    - `fish`: for each problem its identifier, statement and the lines of its head.
    - `twigs`: by factor, its wrapped words and what is read aloud.
    - `causes`: the causes a factor may be linked to, with their version and their factors.
    """
    return {
        "framework": framework.name,
        "bones": {
            "group": [
                *(_bone(one.code, one.label) for one in framework.entries),
                *(_bone(code, f"Other group: {code}") for code in _others(case, framework)),
            ],
            "lens": [_bone(lens.value, lens.value.capitalize()) for lens in Lens],
        },
        "fish": [
            {"id": one.id, "statement": one.statement, "lines": list(head_lines(one.statement))}
            for one in case.all(Problem)
        ],
        "twigs": {one.id: _twig(case, one, framework) for one in case.all(Factor)},
        "causes": [_cause(case, one) for one in case.all(Cause)],
    }


def _others(case: Case, framework: Framework) -> list[str]:
    """Codes in use that the framework lacks: they came from another one."""
    used = dict.fromkeys(one.group for one in case.all(Factor) if one.group)
    return [code for code in used if framework.group(code) is None]


def _bone(value: str, label: str) -> dict[str, object]:
    lines = label_lines(label)
    return {
        "value": value,
        "label": label,
        "lines": list(lines),
        "width": round(label_width(lines), 2),
    }


def _twig(case: Case, factor: Factor, framework: Framework) -> dict[str, object]:
    twig = factor_twig(case, factor, framework)
    return {"stack": stack_json(twig_stack(twig)), "helped": twig.helped, "label": twig.label}


def _cause(case: Case, cause: Cause) -> dict[str, object]:
    stamp = case.stamps.get(cause.id)
    return {
        "id": cause.id,
        "label": f"{cause.id}: {cause.statement}",
        "version": stamp.version if stamp else None,
        "factors": list(cause.factors),
    }
