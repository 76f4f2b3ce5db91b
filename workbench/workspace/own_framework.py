"""An organisation's own contributory-factor framework, kept as a file beside the settings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from workbench.domain.frameworks import FACTOR_FRAMEWORKS, Framework, factor_framework
from workbench.errors import InvalidConfiguration, NotFound
from workbench.workspace.files import storage_errors

__all__ = ["chosen_framework", "framework_file", "is_framework_file", "known_framework"]

_PREFIX: Final = "file:"
_FILE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\.json")
_TAKEN: Final = frozenset({"trust.json", "manifest.json"})
_MOST_BYTES: Final = 1_000_000


def known_framework(name: str) -> str:
    """Return the setting `factor_framework` if it names a shipped framework or a file.

    Raises:
        ValueError: it does neither.
    """
    if name in FACTOR_FRAMEWORKS or framework_file(name) is not None:
        return name
    listed = " or ".join(f'"{word}"' for word in FACTOR_FRAMEWORKS)
    raise ValueError(
        f'must be one of {listed}, or "file:our-factors.json" for a file of your own in the '
        "workspace folder (small letters, digits, - and _)"
    )


def framework_file(setting: str) -> str | None:
    """Return the name of the file that the setting `factor_framework` names, or None."""
    name = setting.removeprefix(_PREFIX)
    return name if setting.startswith(_PREFIX) and is_framework_file(name) else None


def is_framework_file(name: str) -> bool:
    """Tell whether a file of a workspace's own folder may hold a framework, by its name."""
    return bool(_FILE.fullmatch(name)) and name not in _TAKEN


def chosen_framework(setting: str, root: Path) -> Framework:
    """Return the framework that the setting `factor_framework` of the workspace `root` names.

    Raises:
        InvalidConfiguration: the file it names does not hold a framework; every problem is named.
        NotFound: there is no such file.
        StorageError: it cannot be read.
        UnknownName: it names neither a shipped framework nor a file.
    """
    name = framework_file(setting)
    if name is None:
        return factor_framework(setting)
    path = root / name
    if not path.is_file():
        raise NotFound(
            f"The factor framework {name} is not in the workspace folder.",
            "Put the file beside workbench.toml, or choose a shipped framework there: "
            f"{', '.join(FACTOR_FRAMEWORKS)}.",
        )
    with storage_errors(path):
        data = path.read_bytes()
    return _framework(data, name)


def _framework(data: bytes, name: str) -> Framework:
    remedy = "Correct it in a text editor; 'workbench frameworks npsa --json' shows the form."
    if len(data) > _MOST_BYTES:
        raise InvalidConfiguration(f"{name} is too large to be a factor framework.", remedy)
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidConfiguration(f"{name} is not text in UTF-8.", remedy) from error
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        place = f" (line {line})" if line else ""
        raise InvalidConfiguration(f"{name} is not valid JSON{place}.", remedy) from error
    try:
        return Framework.model_validate(loaded)
    except ValidationError as error:
        problems = [_problem(detail) for detail in error.errors(include_input=False)]
        raise InvalidConfiguration(
            f"{name} is not a factor framework: {'; '.join(problems)}.", remedy
        ) from error


def _problem(detail: ErrorDetails) -> str:
    where = ".".join(str(part) for part in detail["loc"]) or "the file"
    match detail["type"]:
        case "missing":
            return f"'{where}' is missing"
        case "extra_forbidden":
            return f"'{where}' is not a field of a framework"
        case "string_pattern_mismatch":
            return f"'{where}' must be a code of small letters, digits and hyphens"
        case "enum" | "literal_error":
            return f"'{where}' must be {detail.get('ctx', {}).get('expected')}"
        case "too_short" | "string_too_short":
            return f"'{where}' is empty"
        case "value_error":
            return f"{where}: {detail['msg'].removeprefix('Value error, ')}"
        case _:
            return f"'{where}': {detail['msg'].lower()}"
