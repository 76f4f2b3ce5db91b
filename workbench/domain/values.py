"""The base of every value that crosses the ledger or a file, and the text it may hold."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
)

from workbench.domain.local_time import moment_typed

__all__ = [
    "Entity",
    "EntityId",
    "Line",
    "Moment",
    "RecordId",
    "Sha256",
    "Text",
    "Value",
    "clean_text",
    "person_key",
]

# Bidirectional overrides and embeddings, byte order mark, and Unicode tag characters can make
# text read differently from what is signed. C0 controls other than tab and line feed cannot be
# printed. See docs/record-format.md, step 5.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return `text` in NFC with line feeds only, without white space around it.

    Raises:
        ValueError: it holds a control, bidirectional-override or tag character.
    """
    if _LONE_SURROGATE.search(text):
        raise ValueError("holds half of a character (an unpaired surrogate); type it again")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    hidden = _FORBIDDEN.search(text)
    if hidden:
        raise ValueError(
            f"holds the invisible character U+{ord(hidden.group()):04X} at position "
            f"{hidden.start() + 1}; remove it"
        )
    return text


def person_key(name: str) -> str:
    """Return `name` in the form in which two spellings of one name are the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _single_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("must be a single line")
    return text


Text = Annotated[
    str, AfterValidator(clean_text), StringConstraints(min_length=1, max_length=20_000)
]
"""Text of one or more lines, at most 20,000 characters."""

Line = Annotated[
    str,
    AfterValidator(clean_text),
    AfterValidator(_single_line),
    StringConstraints(min_length=1, max_length=500),
]
"""Text on one line, at most 500 characters."""


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, BeforeValidator(moment_typed), AfterValidator(_in_utc)]
"""An instant, held in UTC: two local times of one zone compare wrongly when clocks go back.

What is typed without an offset is a time in England.
"""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256, in hexadecimal."""

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
"""A record's identifier, safe as a part of a file's name."""

EntityId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[1-9][0-9]{0,5}$")]
"""An entity's identifier within its case: the letters of its kind and a number, as in `A3`."""


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Entity(Value):
    """A thing in a case that the ledger keeps by its identifier."""

    id: EntityId
