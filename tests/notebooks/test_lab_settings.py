"""The settings that JupyterLab is opened with fit the JupyterLab that is installed."""

import json
import re
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from workbench.notebooks import lab

SCHEMAS = Path(sysconfig.get_path("data")) / "share" / "jupyter" / "lab" / "schemas"
SETTINGS = Path(lab.__file__).parent / "lab_settings"
OVERRIDES: dict[str, dict[str, Any]] = json.loads(
    (SETTINGS / "overrides.json").read_text(encoding="utf-8")
)
DISABLED: dict[str, bool] = json.loads((SETTINGS / "page_config.json").read_text(encoding="utf-8"))[
    "disabledExtensions"
]


def schema(plugin: str) -> dict[str, Any]:
    package, name = plugin.split(":")
    found: dict[str, Any] = json.loads(
        (SCHEMAS / package / f"{name}.json").read_text(encoding="utf-8")
    )
    return found


def single_keys() -> list[tuple[str, list[str], str]]:
    """Every shortcut of a notebook that is a letter or a digit, alone or with Shift."""
    return [
        (one["command"], one["keys"], one["selector"])
        for path in sorted(SCHEMAS.rglob("*.json"))
        for one in json.loads(path.read_text(encoding="utf-8")).get("jupyter.lab.shortcuts", [])
        if "Notebook" in one.get("selector", "")
        and one["keys"]
        and all(re.fullmatch(r"(Shift )?[A-Z0-9]", key) for key in one["keys"])
    ]


def test_no_single_key_changes_a_notebook() -> None:
    shortcuts = OVERRIDES["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = [(one["command"], one["keys"], one["selector"]) for one in shortcuts if one["disabled"]]

    assert len(off) > 20
    assert [one for one in single_keys() if one not in off] == []


@pytest.mark.parametrize("plugin", [name for name in OVERRIDES if "shortcuts" not in name])
def test_every_setting_exists(plugin: str) -> None:
    known = schema(plugin)["properties"]

    assert [name for name in OVERRIDES[plugin] if name not in known] == []


def test_every_button_that_is_put_away_exists() -> None:
    there = [
        one["name"]
        for one in schema("@jupyterlab/notebook-extension:panel")["jupyter.lab.toolbars"][
            "Notebook"
        ]
    ]
    away = OVERRIDES["@jupyterlab/notebook-extension:panel"]["toolbar"]

    assert [one["name"] for one in away if one["name"] not in there] == []


def test_every_extension_that_is_switched_off_exists() -> None:
    there = {path.name for path in (SCHEMAS / "@jupyterlab").iterdir()}
    packages = {name.split(":")[0].removeprefix("@jupyterlab/") for name in DISABLED}

    assert packages - there == set()
