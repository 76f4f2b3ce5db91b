import pytest

from tests.fakes.record_case import mealtime_case
from tests.fakes.record_pages import exhibits
from tests.figures.test_drawings import SHOWN
from workbench.figures.svg import circle, drawing, group, line, rect, text
from workbench.record.foreign import clean_drawing
from workbench.record.plain_drawing import can_be_read

OWN = [
    (exhibit.name, one)
    for exhibit in (
        *SHOWN.values(),
        *(one for shown in exhibits(mealtime_case()).values() for one in shown),
    )
    for figure in exhibit.figures
    for one in figure.drawings
]


def drawn(*inner):
    return drawing("graph-1", "Graph", "Two causes.", (200, 100), *inner)


def readable(*inner):
    made = drawn(*inner)
    return can_be_read(clean_drawing(made.svg, "graph"), made.width, made.height)


def test_there_are_drawings_of_the_library_to_judge():
    assert len(OWN) > 25


@pytest.mark.parametrize(
    ("name", "own"), OWN, ids=[f"{name}-{n}" for n, (name, _) in enumerate(OWN)]
)
def test_every_drawing_of_the_library_passes_unchanged(name, own):
    assert clean_drawing(own.svg, name) == own.svg
    assert can_be_read(own.svg, own.width, own.height)


WORDS = text(20, 50, "said here")


@pytest.mark.parametrize(
    "seen",
    [
        (WORDS,),
        (rect(0, 0, 200, 100, fill="#212b32"), text(20, 50, "said", fill="#ffffff")),
        (WORDS, rect(10, 30, 80, 30), line((0, 70), (200, 70), stroke="#212b32", width=5)),
        (WORDS, rect(100, 0, 50, 90, fill="#ffb81c")),
        (text(180, 50, "said", anchor="end"), text(100, 20, "said", anchor="middle")),
    ],
)
def test_words_that_can_be_seen_pass(seen):
    assert readable(*seen)


@pytest.mark.parametrize(
    "hidden",
    [
        (text(-900, 50, "said"),),
        (text(20, -50, "said"),),
        (text(190, 50, "said outside"),),
        (text(20, 50, "said outside", anchor="end"),),
        (text(20, 50, "said", size=1),),
        (text(20, 50, "said", fill="#ffffff"),),
        (text(20, 50, "said", fill="none"),),
        (text(20, 50, "said", fill="transparent"),),
        (text(20, 50, "said", fill="#e8edee"),),
        (rect(0, 0, 200, 100, fill="#212b32"), WORDS),
        (circle(50, 50, 60, fill="#333333"), WORDS),
        (WORDS, rect(0, 0, 200, 100, fill="#ffffff")),
        (WORDS, circle(50, 50, 60, fill="#ffffff")),
        (WORDS, *(line((0, y), (200, y), stroke="#ffffff", width=5) for y in (40, 44, 48, 52))),
        (WORDS, line((0, 46), (200, 46), stroke="#ffffff", width=50)),
        (WORDS, text(15, 50, "████████", fill="#ffffff", size=20)),
        (group("said"),),
        ("said",),
        ("said", WORDS),
        (WORDS.replace("<text", '<text transform="scale(0.001)"'),),
        (WORDS.replace("<text", '<text letter-spacing="-9"'),),
        (WORDS.replace("<text", '<text stroke="#ffffff"'),),
        (WORDS.replace("<text", '<text fill-opacity="0.3"'),),
        (WORDS.replace("<text", '<text font-family="Wingdings"'),),
        (WORDS.replace("<text", '<text dx="-900"'),),
        (WORDS.replace('x="20"', 'x="20%"'),),
        (WORDS.replace("said", '<tspan x="-900">said</tspan>'),),
        (f'<g transform="translate(900 0)">{WORDS}</g>',),
        (f'<g fill="none">{WORDS}</g>',),
        (WORDS, '<path d="m0 0h200v100h-200z" fill="#ffffff"></path>'),
        (WORDS, '<ellipse cx="50" cy="50" rx="90" ry="90" fill="#ffffff"></ellipse>'),
    ],
)
def test_words_that_cannot_be_seen_do_not_pass(hidden):
    assert not readable(*hidden)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('viewBox="0 0 200 100"', 'viewBox="0 0 9000 9000"'),
        ('viewBox="0 0 200 100"', 'viewBox="500 0 200 100"'),
        ('viewBox="0 0 200 100"', 'viewBox="0 0 200 100" preserveAspectRatio="none slice"'),
        ('width="200"', 'width="2"'),
        ("max-width:100%", "max-width:10px"),
        ('font-family="Arial', 'font-family="Webdings'),
        ("<svg ", '<svg fill="none" '),
    ],
)
def test_the_frame_of_a_drawing_cannot_hide_its_words(was, now):
    made = drawn(WORDS)

    assert was in made.svg
    assert can_be_read(clean_drawing(made.svg, "graph"), 200, 100)
    assert not can_be_read(clean_drawing(made.svg.replace(was, now), "graph"), 200, 100)
