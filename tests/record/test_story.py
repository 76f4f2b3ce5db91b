import re

import pytest

from tests.fakes.notebooks import code, exhibit_output, markdown, notebook, parameters, step, stream
from workbench.figures.exhibit import Card, Exhibit, Figure, Table
from workbench.figures.svg import drawing, text
from workbench.record.cells import read_cells
from workbench.record.story import Numbering, tell

SHOWN = Exhibit(
    name="scope",
    title="What this is about",
    paragraphs=("First.\n\nSecond.", "Third."),
    table=Table(caption="People", columns=("Reference",), rows=(("P1",),)),
)


def figure_of(*inner):
    made = drawing("graph-1", "Graph", "Two causes.", (200, 100), *inner)
    return Figure(title="What led to it", description="Two causes.", drawings=(made,))


def told(*cells, own=(), above=()):
    held = read_cells(notebook(*cells))
    return tell(held, frozenset(own), Numbering(), above)


def body(*cells, own=(), above=()):
    story = told(*cells, own=own, above=above)
    return "\n".join(block for one in story.steps for block in one.blocks)


def test_steps_are_numbered_in_their_order_whatever_their_heading_says():
    story = told(step("scope", "4. Scope *of it*"), step("timeline", "Timeline"))

    assert [(one.number, one.anchor, one.title) for one in story.steps] == [
        (1, "s1-scope", "Scope of it"),
        (2, "s2-timeline", "Timeline"),
    ]


def test_what_stands_before_the_first_step_is_kept():
    story = told(markdown("Before all."), step("scope", "Scope"))

    assert [one.anchor for one in story.steps] == ["s1-opening", "s2-scope"]
    assert "Before all." in story.steps[0].blocks[0]


def test_paragraphs_carry_their_number_as_text_and_as_an_anchor():
    made = body(step("scope", "Scope"), markdown("One.\n\nTwo."))

    assert '<p id="p1-1" class="numbered"><a class="number" href="#p1-1">1.1</a> One.</p>' in made
    assert '<p id="p1-2" class="numbered"><a class="number" href="#p1-2">1.2</a> Two.</p>' in made


def test_what_the_front_page_tells_is_not_told_again():
    shown = (step("scope", "Scope"), code("guide.scope(case)", exhibit_output(SHOWN)))
    made = body(*shown, own=[0, 1], above=("First.", "Second."))

    assert "First." not in made
    assert "1.1</a> Third.</p>" in made
    assert "People" in made
    assert told(*shown, own=[0, 1], above=("First.", "Second.")).shown == (SHOWN,)
    assert "First." in body(*shown, own=[0, 1], above=("First.",))
    assert "First." in body(*shown, own=[0], above=("First.", "Second."))


def test_an_exhibit_is_numbered_too():
    made = body(
        step("scope", "Scope"), code("guide.scope(case)", exhibit_output(SHOWN)), own=[0, 1]
    )

    assert ">1.1</a> First.</p>" in made
    assert ">1.3</a> Third.</p>" in made
    assert "Table 1. People" in made
    assert "guide.scope" not in made


def test_figures_are_numbered_and_their_drawings_cleaned():
    figure = figure_of(text(5, 50, "Seen").replace("<text", '<text onload="x"'))
    made = body(
        step("causes", "Causes"),
        code("x", exhibit_output(Exhibit(name="graph", figures=(figure, figure)))),
        own=[0, 1],
    )

    assert "Figure 1. What led to it" in made
    assert "Figure 2. What led to it" in made
    assert made.count(">Seen</text>") == 2
    assert "onload" not in made
    assert "Words in this drawing" not in made


def test_a_drawing_that_hides_words_is_not_shown_not_even_the_templates():
    hidden = Exhibit(name="graph", figures=(figure_of(text(-900, 50, "said")),))
    made = body(step("causes", "Causes"), code("x", exhibit_output(hidden)), own=[0, 1])

    assert "[A drawing that cannot be shown in a record.]" in made
    assert "<svg" not in made


@pytest.mark.parametrize("x", [5, -900])
def test_the_words_in_drawings_of_added_code_are_listed(x):
    added = Exhibit(name="graph", figures=(figure_of(text(x, 50, "said")),))
    made = body(step("causes", "Causes"), code("x", exhibit_output(added)))

    assert "<p>Words in this drawing: Graph · Two causes. · said</p>" in made
    assert ("<svg" in made) == (x == 5)


def test_a_drawing_cannot_be_made_too_narrow_to_read():
    figure = figure_of(text(5, 50, "Seen"))
    narrow = figure.drawings[0].model_copy(update={"min_width": 1})
    exhibit = Exhibit(name="graph", figures=(figure.model_copy(update={"drawings": (narrow,)}),))
    made = body(step("causes", "Causes"), code("x", exhibit_output(exhibit)), own=[0, 1])

    assert "min-width:160px" in made


def test_an_exhibit_shown_twice_keeps_its_ids_apart():
    made = body(
        step("scope", "Scope"),
        code("x", exhibit_output(SHOWN)),
        code("x", exhibit_output(SHOWN)),
        own=[0, 1, 2],
    )

    assert made.count('id="scope"') == 1
    assert made.count('id="scope-again-2"') == 1


@pytest.mark.parametrize("name", ["actions", "actions-again-2"])
def test_an_added_exhibit_cannot_take_the_name_of_the_templates_own(name):
    cell = Card(anchor="A1", reference="A1", title="Nothing will change.")
    forged = Exhibit(name=name, title="What will change", cards=(cell,))
    own = Exhibit(name="actions", cards=(cell.model_copy(update={"title": "Show each plan."}),))
    made = body(
        step("scope", "Scope"),
        code("forged()", exhibit_output(forged)),
        code("x", exhibit_output(own)),
        code("forged()", exhibit_output(forged)),
        code("x", exhibit_output(own)),
        own=[0, 2, 4],
    )
    ids = re.findall(r'\bid="([^"]*)"', made)

    assert len(ids) == len(set(ids))
    assert "Show each plan." in made[made.index('id="actions-A1"') :][:200]
    assert f'id="{name}-added-1-A1"' in made
    assert f'id="{name}-added-2-A1"' in made


def test_commentary_that_is_only_a_drawing_is_shown():
    assert "<svg" in body(step("scope", "Scope"), markdown("<svg><path d='M0 0'/></svg>"))


def test_an_exhibit_cannot_take_the_place_of_a_part_of_the_page():
    posing = Exhibit(name="s1-scope", title="Posing")
    made = body(step("scope", "Scope"), code("x", exhibit_output(posing)), own=[0, 1])

    assert 'id="s1-scope"' not in made
    assert 'id="s1-scope-again-1-title"' in made


def test_added_code_is_shown_in_full_with_its_output():
    long = "\n".join(f"value_{n} = {n}  # <b>" for n in range(200))
    made = body(step("scope", "Scope"), code(long, stream("done")))

    assert "Added by the investigators: code and its output" in made
    assert made.count("value_199 = 199  # &lt;b&gt;") == 1
    assert "<pre>done</pre>" in made
    assert "<details" not in made


def test_exhibits_of_added_code_stand_within_its_frame_and_are_not_the_templates():
    story = told(step("scope", "Scope"), code("forged()", exhibit_output(SHOWN)))

    assert story.steps[0].blocks[0].startswith('<div class="added">')
    assert story.shown == ()


def test_the_templates_own_cells_are_told_apart_from_look_alikes():
    cells = (
        parameters(),
        code("case_id = 'C-1'", tags=["injected-parameters"]),
        markdown("How to.", tags=["guidance"]),
        step("scope", "Scope"),
    )
    own, added = body(*cells, own=[0, 1, 2, 3]), body(*cells)

    assert own == ""
    for part in ("case_id: str", "case_id = 'C-1'", "How to."):
        assert part in added


def test_warnings_of_the_library_are_no_part_of_the_record():
    cells = (step("scope", "Scope"), code("x", stream("/tmp/a.py:3: Warning", "stderr")))

    assert "Warning" not in body(*cells, own=[0, 1])
    assert "Warning" in body(*cells)


def test_raw_cells_are_shown_as_text():
    raw = {"cell_type": "raw", "metadata": {}, "source": "<script>x</script>"}

    assert "&lt;script&gt;" in body(step("scope", "Scope"), raw)


def test_foreign_tables_are_numbered_and_scroll():
    made = body(step("scope", "Scope"), markdown("| a |\n|---|\n| 1 |"))

    assert '<div class="rca-scroll" role="region" aria-label="Table 1" tabindex="0">' in made
    assert "<caption>Table 1</caption>" in made
