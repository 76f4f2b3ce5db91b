"""The settings of a workspace, kept in `workbench.toml`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from workbench.domain.frameworks import FACTOR_FRAMEWORKS
from workbench.domain.nearest import or_nearest
from workbench.domain.roles import DEFAULT_ROLES, RoleFunction, RoleFunctions
from workbench.domain.values import Line, Value
from workbench.errors import InvalidConfiguration
from workbench.workspace.files import storage_errors, write_private
from workbench.workspace.own_framework import known_framework

__all__ = [
    "Config",
    "config_from_bytes",
    "config_to_text",
    "make_config",
    "read_config",
    "write_config",
]

_PLACE: Final = re.compile(r"at line \d+, column \d+|at end of document")


def _remote(url: str) -> str:
    if "://" not in url:
        raise ValueError("must be a database URL such as 'postgresql+psycopg://host/database'")
    if url.startswith("sqlite"):
        raise ValueError(
            "must not name an SQLite file: a workspace keeps its own; leave 'database_url' out"
        )
    return url


class Config(Value):
    """What an organisation settles once for its workspace.

    `sign_off_roles` is the order in which people sign off a case, and `role_functions` says what
    a role with a name of the organisation's own stands for. `database_url` is None where the
    workspace keeps its own SQLite database, which is the default.
    """

    organisation: Line
    jurisdiction: Literal["England"] = "England"
    provider_type: Literal["health service body", "other registered person"]
    sign_off_roles: tuple[Line, ...] = Field(default=DEFAULT_ROLES, min_length=1)
    role_functions: Mapping[Line, RoleFunction] = Field(default_factory=dict)
    factor_framework: Annotated[str, AfterValidator(known_framework)] = "npsa"
    database_url: Annotated[Line, AfterValidator(_remote)] | None = None

    @property
    def functions(self) -> RoleFunctions:
        """What each role of this workspace stands for."""
        return RoleFunctions(tuple(self.role_functions.items()))

    @model_validator(mode="after")
    def _each_role_once(self) -> Self:
        if len({role.casefold() for role in self.sign_off_roles}) < len(self.sign_off_roles):
            raise ValueError("'sign_off_roles' names a role twice")
        return self

    @model_validator(mode="after")
    def _functions_of_own_roles(self) -> Self:
        for role, function in self.role_functions.items():
            if role not in self.sign_off_roles:
                raise ValueError(
                    f"'role_functions' names '{role}', which is not in 'sign_off_roles'"
                    f"{or_nearest(role, self.sign_off_roles)}"
                )
            if role in list(RoleFunction) and role != function:
                raise ValueError(
                    f"'role_functions' says that '{role}' stands for '{function}'; a role with "
                    "the name of a function stands for that one"
                )
        return self


def make_config(**settings: object) -> Config:
    """Return the settings as given; those left out are as in `Config`.

    Raises:
        InvalidConfiguration: one is empty, has a line break, is there twice, or is unknown.
    """
    try:
        return Config.model_validate(settings)
    except ValidationError as error:
        raise InvalidConfiguration(
            f"These settings cannot be used: {_problems(error)}.",
            "Give each as one line of text that is not empty, and each role once.",
        ) from error


def read_config(path: Path) -> Config:
    """Return the settings in the TOML file at `path`.

    Raises:
        InvalidConfiguration: it is not TOML, or holds a setting that is unknown or not valid.
        StorageError: it cannot be read.
    """
    with storage_errors(path):
        data = path.read_bytes()
    return config_from_bytes(data, str(path))


def config_from_bytes(data: bytes, where: str) -> Config:
    """Return the settings that the bytes of a TOML file hold; `where` names it in errors.

    Raises:
        InvalidConfiguration: it is not TOML in UTF-8, or holds a setting that is unknown or not
            valid.
    """
    try:
        loaded = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidConfiguration(
            f"{where} is not text in UTF-8.", "Save it again as UTF-8 in a text editor."
        ) from error
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise InvalidConfiguration(
            f"{where} is not valid TOML{f' ({place.group()})' if place else ''}.",
            'Write each setting on a line of its own as: name = "value".',
        ) from error
    try:
        return Config.model_validate(loaded)
    except ValidationError as error:
        raise InvalidConfiguration(
            f"{where} holds settings that cannot be used: {_problems(error)}.",
            "Correct them in a text editor; the settings there are: "
            f"{', '.join(Config.model_fields)}.",
        ) from error


def write_config(path: Path, config: Config) -> None:
    """Write the settings to `path`, each with a comment that explains it, with mode 0600.

    Raises:
        StorageFull: the disk is full; what was there before still stands.
        StorageError: the file may not be written.
    """
    write_private(path, config_to_text(config).encode("utf-8"))


def config_to_text(config: Config) -> str:
    """Return the settings as commented TOML, which `read_config` reads back to the same value."""
    url = (
        _setting("database_url", config.database_url)
        if config.database_url
        else '# database_url = "postgresql+psycopg://host/workbench"'
    )
    return _TEMPLATE.format(
        organisation=_setting("organisation", config.organisation),
        jurisdiction=_setting("jurisdiction", config.jurisdiction),
        provider_type=_setting("provider_type", config.provider_type),
        sign_off_roles=_setting("sign_off_roles", config.sign_off_roles),
        factor_framework=_setting("factor_framework", config.factor_framework),
        frameworks=_listed(FACTOR_FRAMEWORKS),
        database_url=url,
        role_functions=_functions(config.role_functions),
        functions=_listed(tuple(RoleFunction)),
    )


_TEMPLATE: Final = """\
# Settings of this workspace. Lines that begin with # are explanations.

# The organisation that owns the workspace; it is printed on every record.
{organisation}

# Whose law and guidance applies. Only England is shipped.
{jurisdiction}

# Which duty of candour applies: "health service body" or "other registered person".
{provider_type}

# Who signs off a case before it is issued, in this order.
{sign_off_roles}

# What a role stands for that has a name of your own: {functions}.
# It decides which findings of the checks may be accepted in that role, and who oversees whom.
{role_functions}

# The contributory-factor framework: {frameworks}; or a file of your own
# beside this one, as "file:our-factors.json". 'workbench frameworks' shows them.
{factor_framework}

# The database, where it is not the SQLite file beside this one. Keep passwords out of here: use
# the database's own password file.
{database_url}
"""


def _setting(name: str, value: str | tuple[str, ...]) -> str:
    # a JSON string, or list of strings, is a TOML one too: controls are refused by `Line`
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"


def _functions(functions: Mapping[str, RoleFunction]) -> str:
    if not functions:
        return '# role_functions = { "registered manager" = "manager" }'
    pairs = (
        f"{json.dumps(role, ensure_ascii=False)} = {json.dumps(function)}"
        for role, function in functions.items()
    )
    return f"role_functions = {{ {', '.join(pairs)} }}"


def _listed(words: tuple[str, ...]) -> str:
    return " or ".join(f'"{word}"' for word in words)


def _problems(error: ValidationError) -> str:
    return "; ".join(dict.fromkeys(map(_problem, error.errors(include_input=False))))


def _problem(detail: ErrorDetails) -> str:
    name = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return f"there is no setting '{name}'{or_nearest(name, Config.model_fields)}"
    if detail["type"] == "missing":
        return f"'{name}' is missing"
    message = detail["msg"].removeprefix("Value error, ")
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] in ("string_too_short", "too_short"):
        name, message = str(detail["loc"][0]), "is empty, or holds something empty"
    if detail["type"] in ("dict_type", "mapping_type"):
        message = 'must be written as { "your role" = "manager" }'
    if detail["type"] in ("literal_error", "enum"):
        message = f"must be {context['expected']}"
    return f"'{name}' {message}" if name else message
