from __future__ import annotations

from pathlib import Path

from workbench.server.links import Links

LINKS = Links("/team/", Path("/ws"))


def test_addresses_lie_below_the_base_and_are_quoted() -> None:
    assert LINKS.home == "/team/workbench/"
    assert LINKS.case("C-0001", said="moved") == "/team/workbench/cases/C-0001?said=moved"
    assert LINKS.search('a&b="c"', 2) == "/team/workbench/start?words=a%26b%3D%22c%22&page=2"
    assert LINKS.chosen("INC 1") == "/team/workbench/start?incident=INC+1"


def test_a_notebook_opens_in_jupyterlab_where_it_is_shown() -> None:
    here = LINKS.notebook(Path("/ws/cases/C-0001/my notes.ipynb"))

    assert here == "/team/lab/tree/cases/C-0001/my%20notes.ipynb"
    assert LINKS.notebook(Path("/elsewhere/x.ipynb")) is None
