"""What an investigation asks: what its shape refuses."""

import pytest

from workbench.domain.kinds import KINDS, validate
from workbench.errors import InvalidEntry

SCOPE = {
    "title": "A late dose",
    "summary": "The evening dose was late.",
    "covers_from": "2026-03-14",
}


def test_a_scope_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidEntry) as caught:
        validate(KINDS["scope"], "SC1", {**SCOPE, "covers_to": "2026-03-13"})

    assert "'covers_to' lies before" in " ".join(caught.value.problems.values())
    assert validate(KINDS["scope"], "SC1", {**SCOPE, "covers_to": "2026-03-14"})
