import base64
import re

import pytest

from tests.fakes.pictures import png
from workbench.record.foreign import (
    clean_drawing,
    clean_html,
    clean_svg,
    markdown_html,
    words_of_drawing,
)

VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><path d='M0'/></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload=alert(1)>'/></svg>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<iframe src=https://example.org></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://example.org><input name=q><button>go</button></form>",
    "<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>",
    "<base href=https://example.org><link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<style>@import 'https://example.org/x.css'</style>",
    '<div style="background:url(https://example.org/x)">x</div>',
    "<img src=https://example.org/x.png>",
    "<img srcset='https://example.org/x.png 2x'>",
    "<video src=https://example.org/x></video><audio src=https://example.org/x></audio>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'></svg>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<svg><rect fill='url(https://example.org/x)' /></svg>",
    "<svg><rect style='fill:url(https://example.org/x)' /></svg>",
]


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_that_acts_or_loads_passes(vector):
    made = clean_html(vector) + clean_svg(vector) + markdown_html(vector)

    assert "<script" not in made
    assert "javascript" not in made
    assert "<img" not in made
    assert "example.org" not in made
    for word in (" on", "<iframe", "<style", "<form", "<object", "<link", "<meta", "<base", "url("):
        assert word not in made


@pytest.mark.parametrize(
    "hiding",
    [
        '<p style="display:none">said</p>',
        "<p hidden>said</p>",
        '<p class="rca-note" style="color:#fff">said</p>',
        "<details><summary>more</summary>said</details>",
        '<font color="white">said</font>',
        "<dialog>said</dialog>",
    ],
)
def test_text_cannot_be_hidden(hiding):
    made = clean_html(hiding)

    assert "said" in made
    for word in ("style", "hidden", "class", "opacity", "display", "<details", "font", "fill"):
        assert word not in made


@pytest.mark.parametrize(
    "hiding",
    [
        '<svg><text y="20" style="fill:#fff" opacity="0" font-size="1">said</text></svg>',
        '<svg><g opacity="0" display="none"><text y="20" fill="white">said</text></g></svg>',
        '<svg><defs><text y="20">said</text></defs></svg>',
        '<svg style="fill:none" class="x"><text y="20" clip-path="url(#a)">said</text></svg>',
    ],
)
def test_text_in_a_drawing_cannot_be_hidden(hiding):
    shown = (
        '<text y="20" font-size="16" fill="#212b32" stroke="#ffffff" stroke-linejoin="round" '
        'paint-order="stroke" stroke-width="3.2">said</text></svg>'
    )

    assert f"{shown}<br><em>Words in this drawing: said</em>" in clean_html(hiding)
    for word in ("opacity", "display", "class", "none", "url", "<defs"):
        assert word not in clean_html(hiding)


@pytest.mark.parametrize(
    "unseen", ["<title>said</title>", "<!-- said -->", "<p title='said'>x</p>"]
)
def test_text_that_would_not_be_seen_goes(unseen):
    assert "said" not in clean_html(unseen)


def test_an_embedded_picture_stays_without_its_metadata():
    uri = f"data:image/png;base64,{base64.b64encode(png()).decode()}"

    assert f'src="{uri}"' in clean_html(f'<img src="{uri}" alt="A chart" width="0">')
    assert "width" not in clean_html(f'<img src="{uri}" width="0">')


def test_a_picture_that_is_not_embedded_is_said_in_words():
    made = clean_html('<img src="https://example.org/a.png" alt="The <b>house</b>">')

    assert made == "[A picture that is not part of the record: The &lt;b&gt;house&lt;/b&gt;]"


def test_a_link_says_where_it_leads():
    made = clean_html('<a href="https://example.org/plan">the plan</a>')

    assert made.endswith("the plan</a> (https://example.org/plan)")
    assert clean_html('<a href="#s1">up</a>') == '<a rel="noopener noreferrer">up</a>'


def test_an_empty_header_cell_is_a_plain_cell():
    assert "<td></td>" in clean_html("<table><tr><th></th><th>a</th></tr></table>")


def test_a_drawing_of_the_library_keeps_its_look_and_its_names():
    svg = (
        '<svg viewBox="0 0 9 9" role="group" id="timeline-1" '
        'style="display:block;max-width:100%;height:auto"><title id="timeline-t">T</title>'
        '<a href="#timeline-E1" aria-label="Event"><text x="1" fill="#212b32">Late</text></a></svg>'
    )

    assert clean_drawing(svg, "timeline") == svg


@pytest.mark.parametrize(
    "svg",
    ["<p>text</p>", "", "<svg></svg><title>hidden</title><svg></svg>", "<b>x</b><svg></svg>"],
)
def test_what_is_not_one_drawing_is_none(svg):
    made = clean_drawing(svg, "timeline")

    assert made in ("", "<svg></svg>")


def test_a_drawing_cannot_hide_or_take_the_ids_of_others():
    made = clean_drawing(
        '<svg id="s1-scope" style="display:none;position:fixed"><g style="visibility:hidden">'
        '<text font-size="0.1" fill-opacity="0" class="x">said</text></g></svg>',
        "timeline",
    )

    assert made == '<svg id="timeline-s1-scope"><g><text>said</text></g></svg>'


def test_every_word_of_an_exhibits_drawing_is_found_once():
    svg = (
        '<svg><title>Graph</title><desc>Two causes</desc><g aria-label="P1 &amp; P2"><text>One'
        "</text><text> </text><text>A &amp; B</text><text>One</text></g>stray</svg>"
    )

    assert words_of_drawing(svg) == ("Graph", "Two causes", "P1 & P2", "One", "A & B", "stray")


WAYS = {
    "html": clean_html,
    "svg": clean_svg,
    "markdown": lambda drawing: markdown_html(f"Words.\n\n{drawing}"),
    "inline": lambda drawing: markdown_html(f"Words {drawing} and more."),
    "table": lambda drawing: clean_html(f"<table><tr><td>{drawing}</td></tr></table>"),
    "link": lambda drawing: clean_html(f'<a href="https://example.org">{drawing}</a>'),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    "hiding",
    [
        "<text x='-900' y='10'>said</text>",
        "<text x='5' y='10' transform='scale(0.001)'>said</text>",
        "<g transform='translate(-500 0)'><text x='5' y='10'>said</text></g>",
        "<g fill='none'><text x='5' y='10'>said</text></g>",
        "<text x='5' y='10'>said</text><rect width='100' height='20' fill='white'></rect>",
        "said",
        "<g>said</g>",
        "<tspan>said</tspan>",
        "<rect>said</rect>",
        "<svg x='-900' viewBox='0 0 9999 9999'><text y='10'>said</text></svg>",
    ],
)
def test_the_words_of_every_drawing_are_listed_whichever_way_it_came(way, hiding):
    made = way(f'<svg viewBox="0 0 100 20" width="100" height="20">{hiding}</svg>')
    outside = re.sub(r"<svg\b.*</svg>", "", made, flags=re.DOTALL)

    assert "Words in this drawing: said" in outside


def test_a_word_in_small_letters_within_each_other_stays_readable():
    made = clean_html("<sub>" * 20 + "said" + "</sub>" * 20 + "<code><code><kbd>x</kbd></code>y")

    assert made == "<sub><sub>said</sub></sub><code><code>x</code>y</code>"


@pytest.mark.parametrize("size", ["0.1", "9e-9", "9%", "0.9em", "6e-3px", "-9"])
def test_letters_too_small_to_read_lose_their_size(size):
    assert "font-size" not in clean_drawing(f'<svg><text font-size="{size}">a</text></svg>', "x")


def test_markdown_keeps_its_form():
    made = markdown_html("Some *words*.\n\n- a\n- b\n\n| x |\n|---|\n| 1 |\n\n```\n<b>\n```")

    for part in ("<em>words</em>", "<li>a</li>", "<th>x</th>", "<code>&lt;b&gt;"):
        assert part in made


def test_attached_pictures_are_embedded_and_missing_ones_said():
    held = {"a.png": {"image/png": base64.b64encode(png()).decode()}}
    made = markdown_html("![chart](attachment:a.png) ![gone](attachment:b.png)", held)

    assert 'src="data:image/png;base64,' in made
    assert "[A picture that is not part of the record: gone]" in made
