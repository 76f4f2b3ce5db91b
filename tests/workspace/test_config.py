import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workbench.errors import InvalidConfiguration, StorageError
from workbench.workspace.config import (
    Config,
    config_from_bytes,
    config_to_text,
    make_config,
    read_config,
    write_config,
)

CONFIG = Config(organisation="Larch Row Care", provider_type="other registered person")


def test_settings_are_read_back_as_written(tmp_path: Path) -> None:
    config = Config(
        organisation='Larch "Row" & Søn\\Care',
        provider_type="health service body",
        sign_off_roles=("investigator", "registered manager"),
        role_functions={"registered manager": "manager"},
        factor_framework="nhs",
        database_url="postgresql+psycopg://db.example/workbench",
    )

    write_config(tmp_path / "workbench.toml", config)

    assert read_config(tmp_path / "workbench.toml") == config
    assert (tmp_path / "workbench.toml").stat().st_mode & 0o777 == 0o600


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs")), min_size=1))
def test_any_name_of_an_organisation_survives_the_file(name: str) -> None:
    config = CONFIG.model_copy(
        update={
            "organisation": Config.model_validate(
                {"organisation": name[:400], "provider_type": "health service body"}
            ).organisation
        }
    )

    text = config_to_text(config)

    assert config_from_bytes(text.encode(), "workbench.toml") == config


def test_every_setting_is_explained_in_the_file() -> None:
    lines = config_to_text(CONFIG).splitlines()

    for name in Config.model_fields:
        at = next(i for i, line in enumerate(lines) if line.lstrip("# ").startswith(f"{name} = "))
        assert lines[at - 1].startswith("# ")


def test_a_file_without_optional_settings_gets_the_defaults() -> None:
    data = b'organisation = "Larch Row"\nprovider_type = "health service body"\n'

    config = config_from_bytes(data, "workbench.toml")

    assert config.sign_off_roles == ("investigator", "manager", "governance lead")
    assert (config.jurisdiction, config.factor_framework) == ("England", "npsa")
    assert config.database_url is None


def test_a_byte_order_mark_is_no_obstacle() -> None:
    data = config_to_text(CONFIG).encode("utf-8-sig")

    assert config_from_bytes(data, "workbench.toml") == CONFIG


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ('organization = "x"', "there is no setting 'organization', did you mean 'organisation'?"),
        ('provider_type = "charity"', "'provider_type' must be 'health service body' or"),
        ('factor_framework = "npsaa"', '\'factor_framework\' must be one of "npsa" or "nhs"'),
        ('jurisdiction = "Wales"', "'jurisdiction' must be 'England'"),
        ("sign_off_roles = []", "'sign_off_roles'"),
        ('sign_off_roles = ["manager", "Manager"]', "names a role twice"),
        ('database_url = "sqlite:////tmp/x.db"', "must not name an SQLite file"),
        ('database_url = "my database"', "must be a database URL"),
        ("organisation = 5", "'organisation'"),
        ('role_functions = "manager"', 'must be written as { "your role" = "manager" }'),
        ('role_functions = { "manager" = "boss" }', "must be 'investigator', 'manager' or"),
        ('role_functions = { "manger" = "manager" }', "did you mean 'manager'?"),
        ('role_functions = { "manager" = "investigator" }', "'manager' stands for 'investigator'"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(change: str, says: str) -> None:
    settings = {"organisation": '"Larch Row"', "provider_type": '"health service body"'}
    name, _, value = change.partition(" = ")
    settings[name] = value
    data = "\n".join(f"{key} = {value}" for key, value in settings.items()).encode()

    with pytest.raises(InvalidConfiguration) as caught:
        config_from_bytes(data, "workbench.toml")

    assert says in str(caught.value)
    assert "organisation" in caught.value.remedy


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(InvalidConfiguration) as caught:
        config_from_bytes(b'jurisdiction = "Wales"', "workbench.toml")

    assert "'organisation' is missing" in str(caught.value)
    assert "'provider_type' is missing" in str(caught.value)
    assert "'jurisdiction'" in str(caught.value)


def test_what_is_not_toml_is_placed_but_not_quoted() -> None:
    with pytest.raises(InvalidConfiguration) as caught:
        config_from_bytes(b'organisation = "x"\ndatabase_url = secret', "workbench.toml")

    assert "line 2" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_database_url_is_never_in_an_error() -> None:
    data = b'organisation = "x"\nprovider_type = "health service body"\ndatabase_url = "sqlite:/pw"'

    with pytest.raises(InvalidConfiguration) as caught:
        config_from_bytes(data, "workbench.toml")

    assert "pw" not in str(caught.value) + caught.value.remedy


def test_text_in_another_encoding_is_refused() -> None:
    with pytest.raises(InvalidConfiguration, match="UTF-8"):
        config_from_bytes('organisation = "Søn"'.encode("cp1252"), "workbench.toml")


def test_a_missing_file_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        read_config(tmp_path / "workbench.toml")


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        CONFIG.organisation = "other"  # type: ignore[misc]


def test_the_written_file_is_plain_toml() -> None:
    loaded = tomllib.loads(config_to_text(CONFIG))

    assert loaded["sign_off_roles"] == ["investigator", "manager", "governance lead"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"organisation": ""}, "'organisation' is empty"),
        ({"organisation": "  "}, "'organisation' is empty"),
        ({"organisation": "Two\nlines"}, "'organisation' must be a single line"),
        ({"organisation": "Half \ud800"}, "'organisation' holds half of a character"),
        ({"sign_off_roles": ("",)}, "used: 'sign_off_roles' is empty, or holds something empty."),
        ({"sign_off_roles": ("Manager", "manager")}, "names a role twice"),
        ({"sign_of_roles": ("manager",)}, "did you mean 'sign_off_roles'"),
    ],
)
def test_settings_given_one_by_one_are_refused_in_our_words(
    settings: dict[str, object], said: str
) -> None:
    given = {"organisation": "Larch Row Care", "provider_type": "other registered person"}

    with pytest.raises(InvalidConfiguration) as caught:
        make_config(**given | settings)

    assert said in str(caught.value)
