import re

import pytest

from workbench.record.redrawn import redrawn, words_listed

EDGE = (
    'fill="#212b32" stroke="#ffffff" stroke-linejoin="round" paint-order="stroke" '
    'stroke-width="3.2"'
)


def drawn(inside, outer='viewBox="0 0 200 100"'):
    """The drawing as it is shown, without its frame, and every word of it."""
    words = []
    html = redrawn(f"<svg {outer}>{inside}</svg>", lambda said: words.extend(said) or "")
    return re.fullmatch(r"<svg[^>]*>(.*)</svg>", html).group(1), words


def test_text_is_drawn_last_in_one_colour_with_an_edge():
    made, words = drawn(
        '<g fill="#fff" stroke="#fff"><text x="5" y="20">One</text><rect></rect></g><path></path>'
    )

    assert made == (
        '<g fill="#fff" stroke="#fff"><rect></rect></g><path></path>'
        f'<text x="5" y="20" font-size="16" {EDGE}>One</text>'
    )
    assert words == ["One"]


def test_what_groups_hand_down_to_their_texts_goes_with_them():
    made, _ = drawn(
        '<g transform="translate(4 112)" font-size="14" text-anchor="middle">'
        '<g transform="rotate(-90 50 -30)"><text x="50" y="-30">Doses</text></g></g>'
    )

    assert 'transform="matrix(0 -1 1 0 84 132)" font-size="14" text-anchor="middle"' in made


def test_lines_of_a_text_keep_their_places():
    made, words = drawn(
        '<text x="5 9 9" y="20">One<tspan x="5" dy="1.2em" font-style="italic">two</tspan>'
        "<tspan> three</tspan></text>"
    )

    assert '<text x="5" y="20"' in made
    assert 'One<tspan x="5" dy="19.2" font-style="italic">two</tspan><tspan> three' in made
    assert words == ["One two three"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text x="-900" y="20">said</text>',
        '<text x="195" y="20">said again and again</text>',
        '<text x="5" y="400">said</text>',
        '<text x="5" y="20" dx="-300">said</text>',
        '<text x="5" y="20"><tspan dy="-60">said</tspan></text>',
        '<text x="5" y="20"><tspan dx="-9em">said</tspan></text>',
        '<text x="5" y="20" transform="scale(0.001)">said</text>',
        '<text x="5" y="20" transform="scale(1 0.001)">said</text>',
        '<text x="-50" y="20" transform="scale(-1 1)">said</text>',
        '<text x="5" y="20" transform="skewX(89.9)">said</text>',
        '<text x="5" y="20" transform="translate(9e99)">said</text>',
        '<text x="5" y="20" transform="perspective(1)">said</text>',
        '<g transform="scale(.1)"><g transform="scale(.1)"><text x="5" y="20">said</text></g></g>',
        '<svg viewBox="0 0 9 9"><g transform="translate(999)"><text y="20">said</text></g></svg>',
    ],
)
def test_text_that_would_not_be_seen_is_not_drawn_but_listed(hidden):
    made, words = drawn(hidden)

    assert "said" not in made
    assert " ".join(words).startswith("said")


@pytest.mark.parametrize(
    "outer",
    [
        'viewBox="0 0 9000 9000"',
        'viewBox="0 0 200 100" width="2" height="1"',
        'viewBox="0 0 200 100" width="200" height="1"',
        'width="10" height="10"',
        'viewBox="500 500 200 100"',
    ],
)
def test_a_drawing_whose_letters_come_out_too_small_or_cut_off_shows_none(outer):
    made, words = drawn('<text x="5" y="90">said</text>', outer)

    assert "said" not in made
    assert words == ["said"]


@pytest.mark.parametrize(
    ("outer", "frame"),
    [
        ('viewBox="0 0 200 100"', 'viewBox="0 0 200 100"'),
        (
            'width="100pt" height="50pt" viewBox="0,0,200,100" preserveAspectRatio="none slice"',
            'viewBox="0 0 200 100" width="133.333" height="66.6667"',
        ),
        ('width="40" height="30"', 'viewBox="0 0 40 30" width="40" height="30"'),
        ('viewBox="0 0 0 9" width="100%"', 'viewBox="0 0 300 150"'),
    ],
)
def test_the_frame_of_a_drawing_cannot_cut_it(outer, frame):
    assert redrawn(f"<svg {outer}></svg>", words_listed) == f"<svg {frame}></svg>"


def test_words_outside_a_text_are_listed_since_nobody_sees_them():
    made, words = drawn("one<g>two<rect>three</rect></g><tspan>four</tspan><svg>five</svg>")

    assert words == ["one", "two", "three", "four", "five"]
    assert made == "<g><rect></rect></g>"


def test_what_stands_around_a_drawing_stays():
    made = redrawn("<p>a &lt; b</p><svg></svg><p>c<br>d</p>", words_listed)

    assert made == '<p>a &lt; b</p><svg viewBox="0 0 300 150"></svg><p>c<br>d</p>'


def test_the_words_follow_their_own_drawing():
    made = redrawn(
        "<svg><text y='9'>a</text></svg><p>x</p><svg><text y='9'>b</text></svg>".replace("'", '"'),
        words_listed,
    )

    assert "</svg>Words in this drawing: a<p>x</p>" in made
    assert made.endswith("</svg>Words in this drawing: b")


@pytest.mark.parametrize("broken", ["<svg><g>said", "<svg><text>said", "<svg></g>said</text>"])
def test_nothing_is_lost_of_markup_that_does_not_close(broken):
    assert redrawn(broken, words_listed).endswith("Words in this drawing: said")
