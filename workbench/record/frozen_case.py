"""What a notebook sees while its record is made: the case without names, and some settings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case, case_from_json, case_to_json, without_names
from workbench.domain.frameworks import Framework
from workbench.domain.roles import RoleFunction, RoleFunctions
from workbench.workspace.config import Config

__all__ = ["FrozenCase", "frozen_case_from_json", "frozen_case_to_json"]


@dataclass(frozen=True, slots=True)
class FrozenCase:
    """A case at its head, the day the record speaks for, and the settings that show in it."""

    case: Case
    on: date
    required_roles: tuple[str, ...]
    framework: Framework
    provider_type: str
    functions: RoleFunctions


def frozen_case_to_json(case: Case, config: Config, framework: Framework, on: date) -> str:
    """Return what the notebook's kernel is handed; the list of names is not in it."""
    return json.dumps(
        {
            "case": case_to_json(without_names(case)),
            "on": on.isoformat(),
            "required_roles": config.sign_off_roles,
            "role_functions": config.functions.chosen,
            "provider_type": config.provider_type,
            "framework": framework.model_dump(mode="json", exclude_defaults=True),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def frozen_case_from_json(text: str) -> FrozenCase:
    """Return what `frozen_case_to_json` wrote."""
    loaded = json.loads(text)
    return FrozenCase(
        case_from_json(loaded["case"]),
        date.fromisoformat(loaded["on"]),
        tuple(loaded["required_roles"]),
        Framework.model_validate(loaded["framework"]),
        loaded["provider_type"],
        RoleFunctions(
            tuple((role, RoleFunction(function)) for role, function in loaded["role_functions"])
        ),
    )
