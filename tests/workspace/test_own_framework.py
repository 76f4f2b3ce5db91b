from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.own_framework import OURS, written
from workbench.domain.frameworks import factor_framework
from workbench.errors import InvalidConfiguration, NotFound
from workbench.workspace.backup import back_up, restore
from workbench.workspace.config import Config
from workbench.workspace.folder import Workspace, create_workspace
from workbench.workspace.own_framework import chosen_framework, is_framework_file, known_framework


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    config = Config(
        organisation="Larch Row",
        provider_type="other registered person",
        factor_framework="file:our-factors.json",
    )
    made = create_workspace(tmp_path / "w", config)
    written(made.root, OURS)
    return made


def test_a_workspace_has_the_framework_of_its_own_file(workspace: Workspace) -> None:
    framework = workspace.framework

    assert framework.name == "Our factors"
    assert framework.label("home") == "Home"


def test_without_a_file_it_has_the_shipped_one(tmp_path: Path) -> None:
    assert chosen_framework("nhs", tmp_path) == factor_framework("nhs")


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        chosen_framework("file:our-factors.json", tmp_path)

    assert "our-factors.json" in str(caught.value)
    assert "npsa" in caught.value.remedy


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"version": None}, "'version'"),
        ({"status": "guessed"}, "'status' must be 'verified' or 'unverified'"),
        ({"entries": []}, "'entries' is empty"),
        ({"colour": "blue"}, "'colour' is not a field of a framework"),
        ({"entries": [{"code": "a", "label": "A"}]}, "'entries.0.asks' is missing"),
        ({"entries": [{"code": "A b", "label": "A", "asks": "?"}]}, "must be a code of small"),
        (
            {"entries": [{"code": "a", "label": "A", "asks": "?", "elements": ["moon"]}]},
            "'entries.0.elements.0' must be",
        ),
        ({"entries": [OURS["entries"][0]] * 2}, "two groups have the code 'home'"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(
    tmp_path: Path, changed: dict[str, object], says: str
) -> None:
    with pytest.raises(InvalidConfiguration) as caught:
        chosen_framework("file:our-factors.json", written(tmp_path, {**OURS, **changed}))

    assert says in str(caught.value)
    assert "workbench frameworks npsa --json" in caught.value.remedy


def test_every_problem_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidConfiguration) as caught:
        chosen_framework("file:our-factors.json", written(tmp_path, {"entries": []}))

    assert all(f"'{field}'" in str(caught.value) for field in ("name", "version", "source"))


@pytest.mark.parametrize("data", [b"{not json", b'{"name": "\xf8"}', b"[" * 100_000, b"[]", b"3"])
def test_a_file_that_holds_something_else_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "our-factors.json").write_bytes(data)

    with pytest.raises(InvalidConfiguration, match=r"our-factors\.json"):
        chosen_framework("file:our-factors.json", tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "file:../secrets.json",
        "file:/etc/passwd",
        "file:trust.json",
        "file:manifest.json",
        "file:a/b.json",
        "file:Our.json",
        "file:our.toml",
        "hfacs",
        "file:",
    ],
)
def test_only_a_plain_name_beside_the_settings_is_taken(name: str) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        known_framework(name)


def test_the_file_goes_into_a_backup_and_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=datetime(2026, 3, 16, tzinfo=UTC))
    restored = restore(tmp_path / "b.zip", tmp_path / "again")

    assert restored.framework == workspace.framework
    assert (restored.root / "our-factors.json").stat().st_mode & 0o777 == 0o600


def test_a_framework_file_is_told_from_other_files_by_its_name() -> None:
    assert is_framework_file("our-factors.json")
    assert not is_framework_file("trust.json")
    assert not is_framework_file("workbench.toml")
