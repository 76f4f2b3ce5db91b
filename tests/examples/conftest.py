from __future__ import annotations

import pytest

from tests.examples.telling import folded
from workbench.domain.case import Case
from workbench.examples.library import Example, load_example


@pytest.fixture(scope="module")
def example(request: pytest.FixtureRequest) -> Example:
    """The example whose story a module tells, named there in `EXAMPLE`."""
    return load_example(request.module.EXAMPLE)


@pytest.fixture(scope="module")
def case(example: Example) -> Case:
    """The case as its record shows it."""
    return folded(example, *example.batches)


@pytest.fixture(scope="module")
def at_the_end(example: Example) -> Case:
    """The case once everything in its story has happened."""
    return folded(example, *example.batches, *example.after)
