from __future__ import annotations

import logging
from pathlib import Path
from threading import Event

import pytest

from workbench.errors import GateClosed, NotFound
from workbench.record.run import Progress
from workbench.server.served import Served
from workbench.server.work_pages import work_page


@pytest.fixture
def served(tmp_path: Path) -> Served:
    return Served(tmp_path, "/", logging.getLogger("test"))


def test_a_page_loads_itself_again_until_the_work_is_done_or_somebody_keeps_it_still(
    served: Served,
) -> None:
    go_on = Event()
    token = served.works.start("Freezing C-0001", "C-0001", lambda _: go_on.wait(30)).token
    moving = work_page(served, token, still=False)
    still = work_page(served, token, still=True)
    go_on.set()
    done = Event()
    served.works.start("The next", None, lambda _: done.set())
    assert done.wait(30)

    assert moving.refresh == 2
    assert still.refresh is None
    assert work_page(served, token, still=False).refresh is None
    assert work_page(served, token, still=False).title == "Done: Freezing C-0001"


def test_what_stopped_the_work_is_said_with_what_to_do_on_the_page(served: Served) -> None:
    def act(_: Progress) -> None:
        raise GateClosed("The case cannot pass.", "Run 'workbench check'.", ())

    token = served.works.start("Freezing C-0001", "C-0001", act).token
    done = Event()
    served.works.start("The next", None, lambda _: done.set())
    assert done.wait(30)
    page = work_page(served, token, still=False)

    assert page.title == "Stopped: Freezing C-0001"
    assert "step to mend it in" in str(page.values["remedy"])


def test_work_that_is_not_known_is_said(served: Served) -> None:
    with pytest.raises(NotFound):
        work_page(served, "unknown", still=False)
