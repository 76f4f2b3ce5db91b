"""What holds for every figure, whatever it shows."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import TYPE_CHECKING

import nh3
import pytest

from tests.fakes.threads import thread
from tests.figures.samples import case_of, large_case, small_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.cut_sets import find_cut_sets
from workbench.analysis.escalation import measure_escalation
from workbench.analysis.plans import incident_days, plans_at_the_time
from workbench.analysis.portfolio import build_portfolio
from workbench.analysis.timeline import build_timeline
from workbench.analysis.whys import ask_why
from workbench.domain.case import Case
from workbench.domain.frameworks import factor_framework
from workbench.figures.barriers import barriers_exhibit
from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.figures.cut_sets import cut_sets_exhibit
from workbench.figures.escalation import escalation_exhibit
from workbench.figures.exhibit import Exhibit, exhibit_html
from workbench.figures.factor_matrix import factor_matrix_exhibit
from workbench.figures.fishbone import fishbone_exhibit
from workbench.figures.markup import ATTRIBUTES
from workbench.figures.plans import plans_exhibit
from workbench.figures.portfolio import portfolio_exhibit
from workbench.figures.shifts import shifts_exhibit
from workbench.figures.stages import stages_exhibit
from workbench.figures.thread_table import thread_exhibit
from workbench.figures.timeline import timeline_exhibit
from workbench.figures.whys import whys_exhibit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FRAMEWORK = factor_framework("npsa")
FIGURES: dict[str, Callable[[Case], Exhibit]] = {
    "timeline": lambda case: timeline_exhibit(build_timeline(case), case),
    "fishbone": lambda case: fishbone_exhibit(case, FRAMEWORK),
    "factor-matrix": lambda case: factor_matrix_exhibit(case, FRAMEWORK),
    "causal-graph": lambda case: causal_graph_exhibit(build_causal_graph(case), case),
    "golden-thread": lambda case: thread_exhibit(thread(case)),
    "portfolio": lambda case: portfolio_exhibit(build_portfolio(case)),
    "stages": stages_exhibit,
    "whys": lambda case: whys_exhibit(ask_why(build_causal_graph(case), case)),
    "cut-sets": lambda case: cut_sets_exhibit(
        find_cut_sets(build_causal_graph(case)), build_causal_graph(case)
    ),
    "barriers": barriers_exhibit,
    "escalation": lambda case: escalation_exhibit(measure_escalation(case)),
    "plans": lambda case: plans_exhibit(plans_at_the_time(case), incident_days(case)),
    "shifts": shifts_exhibit,
}
CASES = {"small": small_case, "large": large_case}
TAGS = (
    "a article br caption circle dd desc div dl dt figcaption figure g h2 h3 h4 h5 h6 li line ol "
    "p path polygon polyline rect section span strong svg table tbody td text th thead title tr "
    "tspan ul"
)
STYLE_PROPERTIES = (
    "border-left color display font-size font-weight height line-height list-style max-width "
    "min-width overflow-x padding-left text-align vertical-align width"
)
SHOWN = {
    f"{name}, {size}": figure(make())
    for size, make in CASES.items()
    for name, figure in FIGURES.items()
}


def page_of(size: str) -> str:
    parts = [exhibit_html(one) for name, one in SHOWN.items() if name.endswith(size)]
    return "\n".join(parts)


def svgs(exhibit: Exhibit) -> list[str]:
    return [drawing.svg for figure in exhibit.figures for drawing in figure.drawings]


@pytest.mark.parametrize("exhibit", SHOWN.values(), ids=SHOWN)
def test_a_drawing_is_whole_and_says_what_it_is(exhibit: Exhibit) -> None:
    assert svgs(exhibit)
    for svg in svgs(exhibit):
        root = ET.fromstring(svg)
        name, about = root.find("title"), root.find("desc")

        assert root.get("role") == "group"
        assert name is not None
        assert about is not None
        assert root.get("aria-labelledby") == f"{name.get('id')} {about.get('id')}"
        assert name.text
        assert about.text


@pytest.mark.parametrize("exhibit", SHOWN.values(), ids=SHOWN)
def test_every_entry_of_a_drawing_has_a_name_and_nothing_in_it_is_hidden(exhibit: Exhibit) -> None:
    for svg in svgs(exhibit):
        root = ET.fromstring(svg)
        links = [link for listed in root.iterfind("g[@role='list']") for link in listed.iter("a")]

        assert links
        assert all(link.get("aria-label") for link in links)
        assert not any(part.get("aria-hidden") for link in links for part in link.iter())
        assert len(list(root.iter("a"))) == len(links)


@pytest.mark.parametrize("exhibit", SHOWN.values(), ids=SHOWN)
def test_a_drawing_needs_nothing_from_outside_and_runs_nothing(exhibit: Exhibit) -> None:
    for svg in svgs(exhibit):
        assert not re.search(r"<(script|style|image|use|foreignObject)|url\(|\son\w+=|https?:", svg)


@pytest.mark.parametrize("exhibit", SHOWN.values(), ids=SHOWN)
def test_everything_drawn_lies_within_the_drawing(exhibit: Exhibit) -> None:
    for figure in exhibit.figures:
        for drawing in figure.drawings:
            for shape in ET.fromstring(drawing.svg).iter("rect"):
                x, y = float(shape.get("x", 0)), float(shape.get("y", 0))
                right = x + float(shape.get("width", 0))
                bottom = y + float(shape.get("height", 0))

                assert x >= -1
                assert y >= -12
                assert right <= drawing.width + 1
                assert bottom <= drawing.height + 12


@pytest.mark.parametrize("size", CASES)
def test_no_two_elements_of_a_page_share_an_id_and_every_link_arrives(size: str) -> None:
    page = page_of(size)
    ids = re.findall(r'\bid="([^"]*)"', page)
    links = set(re.findall(r'\bhref="#([^"]*)"', page))

    assert len(ids) == len(set(ids))
    assert links - set(ids) == set()


def test_one_figure_under_two_names_shares_no_id() -> None:
    case = small_case()
    graph = build_causal_graph(case)
    page = "".join(
        exhibit_html(causal_graph_exhibit(graph, case, name=name)) for name in ("one", "two")
    )
    ids = re.findall(r'\bid="([^"]*)"', page)

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("size", CASES)
def test_figures_are_made_of_no_more_than_these_elements_attributes_and_properties(
    size: str,
) -> None:
    page = page_of(size)
    cleaner = nh3.Cleaner(
        tags=set(TAGS.split()),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        filter_style_properties=set(STYLE_PROPERTIES.split()),
        url_schemes=set(),
        link_rel=None,
    )

    assert cleaner.clean(page) == page


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_case_without_anything_is_said_so_in_words(figure: Callable[[Case], Exhibit]) -> None:
    exhibit = figure(case_of())

    assert exhibit.figures == ()
    assert "yet" in exhibit.note


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import hashlib, tests.figures.test_drawings as t;"
        "print(hashlib.sha256((t.page_of('small') + t.page_of('large')).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": zone, "LC_ALL": "C.UTF-8"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert len(digests) == 1
    assert digests != {""}


def test_a_page_of_figures_is_accessible_and_fits_a_phone(browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(
        '<!doctype html><html lang="en"><head><title>Figures</title>'
        '<meta name="viewport" content="width=device-width"></head>'
        f"<body><main><h1>Figures</h1><h2>All</h2>{page_of('small')}</main></body></html>"
    )
    found = Axe().run(page)
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    page.close()

    assert [one["id"] for one in found.response["violations"]] == []
    assert widths[0] <= widths[1]
