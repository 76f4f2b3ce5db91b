import base64

import pytest

from tests.fakes.notebooks import display, exhibit_output, stream
from tests.fakes.pictures import png
from workbench.figures.exhibit import Exhibit
from workbench.record.outputs import exhibits_of, output_html

PICTURE = base64.b64encode(png()).decode()


def test_exhibits_are_read_back_as_they_were_shown():
    shown = Exhibit(name="scope", title="Scope")

    assert exhibits_of(exhibit_output(shown)).exhibits == (shown,)


@pytest.mark.parametrize("held", [{}, {"exhibits": [{"name": "<b>"}]}, "[1]", "not json", 3])
def test_what_is_no_exhibit_falls_back_to_the_foreign_rules(held):
    output = display(exhibits=held, html="<p>kept</p><script>x</script>")

    assert exhibits_of(output) is None
    assert output_html(output) == "<p>kept</p>"


def test_the_richest_safe_form_is_shown():
    assert output_html(display(plain="p", html="<b>h</b>")) == "<b>h</b>"
    assert "<svg" in output_html(display(plain="p", svg="<svg><path d='M0'/></svg>"))
    assert "<em>m</em>" in output_html(display(plain="p", md="*m*"))
    assert output_html(display(plain="a < b")) == "<pre>a &lt; b</pre>"


def test_javascript_is_never_shown():
    assert output_html(display(javascript="alert(1)")) == ""


def test_a_widget_is_said_to_be_none():
    assert "interactive control" in output_html(display(widget={}, plain="IntSlider()"))


def test_a_picture_says_what_it_shows_or_that_nobody_did():
    output = display(png=PICTURE)
    assert "Nobody has described it" in output_html(output)

    output["metadata"] = {"image/png": {"alt": 'Doses "late"'}}

    made = output_html(output)
    assert 'alt="Doses &quot;late&quot;"' in made
    assert '<figcaption>Doses "late"</figcaption>' in made


def test_a_picture_that_is_none_falls_back():
    assert output_html(display(png="eA==", plain="text")) == "<pre>text</pre>"


def test_the_words_of_a_drawing_stand_beside_it():
    made = output_html(display(svg="<svg><text transform='scale(0)'>unseen</text></svg>"))

    assert "Words in this drawing: unseen" in made


def test_printed_text_is_shown_without_terminal_colours_and_addresses():
    made = output_html(stream("\x1b[31mred\x1b[0m <object at 0x7f3b2a>\n"))

    assert made == "<pre>red &lt;object at 0x…&gt;</pre>"


def test_an_error_is_named_without_its_text():
    output = {"output_type": "error", "ename": "KeyError", "evalue": "Maria", "traceback": []}

    assert output_html(output) == "<pre>This cell stopped with an error: KeyError</pre>"
