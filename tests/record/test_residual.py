import base64

import pytest

from tests.fakes.record_case import mealtime_case
from tests.fakes.record_pages import (
    mealtime_notebook,
    mealtime_page,
    mealtime_pieces,
    mealtime_template,
)
from workbench.domain.inquiry import PersonName
from workbench.errors import ResidualName
from workbench.record.pieces import render_pieces
from workbench.record.residual import (
    AllowedName,
    Residue,
    allowed_names,
    refuse_residual_names,
    residual_names,
)


def named(name, *known):
    return PersonName(id="N3", person="P3", name=name, also_known_as=known)


def positions(html, *names, allowed=()):
    return [one.position for one in residual_names([html.encode()], names, allowed)]


MARIA = named("Maria Lopéz")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Maria Lopéz fell.</p>",
        "<p>MARIA LOPEZ</p>",
        "<p>Mar<b>ia</b> came.</p>",
        "<p>Lo&shy;p&eacute;z</p>",
        "<p>Lope\u0301z</p>",
        "<p>L&#111;pez said</p>",
        "<p>Mari\u200ba came</p>",
        "<td>Maria</td><td>Fernandez</td>",
        "<p>Dr Lopez, her doctor</p>",
        "<pre>maria.lopez@example.org</pre>",
        "<pre>/home/marialopez/notes</pre>",
        "<p>plan_Maria_v2.pdf</p>",
        "<p>planMaria.pdf</p>",
        "<p>The Lopez's house</p>",
        "<svg><text><tspan>Ma</tspan><tspan>ria</tspan></text></svg>",
        "<svg><text>Maria</text></svg>",
        "<!-- Maria -->",
        "<title>Maria</title>",
    ],
)
def test_a_name_is_found_in_text(html):
    assert "text" in positions(html, MARIA)


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="Maria at lunch">',
        '<p id="card-maria">x</p>',
        '<a href="https://example.org/Maria%20Lopez">x</a>',
        '<a href="mailto:m.lopez@example.org">x</a>',
        '<svg aria-label="Maria L"></svg>',
        '<a href="x/MariaNotes.pdf">x</a>',
    ],
)
def test_a_name_is_found_in_attributes(html):
    assert "attribute" in positions(html, MARIA)


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_a_name_is_found_in_an_embedded_file(code):
    held = base64.b64encode(b"\x89PNG..." + "Maria Lopez".encode(code)).decode()

    assert positions(f'<img src="data:image/png;base64,{held}" alt="">', MARIA) == ["embedded file"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>The marianas trench, and a loperamide tablet.</p>",
        "<p>P3, support worker</p>",
        '<path d="M1 2maria">',
        "<style>.maria{}</style>",
    ],
)
def test_what_is_not_the_name_is_not_found(html):
    assert positions(html, MARIA) == []


@pytest.mark.parametrize(
    ("name", "found", "not_found"),
    [
        ("Anjali O'Brien", "<p>with O’Brien there</p>", "<p>Brie and cheese</p>"),
        ("Tomasz Wiśniewski", "<p>Wisniewski</p>", "<p>wishes</p>"),
        ("Bjørn Ångström", "<p>Bjorn</p>", "<p>bjornsson</p>"),
        ("Jo Li", "<p>with Jo Li there</p>", "<p>a jolly joke, Joli</p>"),
        ("王芳", "<p>王芳</p>", "<p>芳</p>"),
        ("Мария", "<p>мария</p>", "<p>Марианна</p>"),
        ("Ann Smith-Jones", "<p>Mrs Jones</p>", "<p>an annual smithy</p>"),
        ("Will Rowan", "<p>then Will came</p>", "<p>Will it? They will. Rowan House.</p>"),
        ("June May", "<p>then June May came</p>", "<p>In May and June 2026.</p>"),
    ],
)
def test_names_of_many_kinds(name, found, not_found):
    assert positions(found, named(name))
    assert not positions(not_found, named(name))


def test_other_names_of_a_person_count_and_short_ones_need_to_stand_alone():
    mari = named("Maria Lopez", "Mari")

    assert positions("<p>called Mari at home</p>", mari)
    assert not positions("<p>the summaries, marinated</p>", mari)


OWNER = AllowedName("Gethin Pryce", "Registered manager")


@pytest.mark.parametrize(
    "html",
    [
        "<td>Gethin Pryce, Registered manager</td>",
        "<td>Gethin Pryce</td>",
        "<dd>Gethin Pryce, Registered manager, Example Care</dd>",
        "<td><span>Accepted by Gethin Pryce, Registered manager</span><br>Fine.</td>",
        "<li><p>Registered manager</p><p><strong>Gethin Pryce</strong> approved</p></li>",
    ],
)
def test_an_owner_may_stand_where_they_own(html):
    assert positions(html, named("Gethin Pryce")) != []
    assert positions(html, named("Gethin Pryce"), allowed=[OWNER]) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Gethin Pryce forgot the plan.</p>",
        "<p>Gethin Pryce</p>",
        "<td>Gethin Pryce forgot</td>",
        '<img alt="Gethin Pryce, Registered manager">',
        "<td>Gethin Pryce, Registered manager. Gethin said so.</td>",
    ],
)
def test_an_owner_may_not_stand_elsewhere(html):
    assert positions(html, named("Gethin Pryce"), allowed=[OWNER])


def test_the_section_is_told_and_the_name_is_not():
    pieces = (
        b'<h2 id="s3-timeline"><span>3</span> Timeline of Maria</h2>',
        b"<p>nothing</p>",
        b'<div><h2 class="step" id="annex-checks">Checks</h2><p>Maria</p></div>',
    )
    found = residual_names(pieces, [MARIA])

    assert found == (
        Residue(0, "step 3 (timeline)", "text", "P3"),
        Residue(2, "the annex 'checks'", "text", "P3"),
    )


def test_the_mealtime_record_holds_no_listed_name():
    refuse_residual_names(mealtime_pieces(), mealtime_case())


def test_a_record_with_a_name_is_refused_without_saying_the_name():
    case = mealtime_case(("event", "T11", {"when": "04/03/2026", "what": "Lopez rang her sister."}))
    pieces = render_pieces(mealtime_notebook(case), mealtime_page(case), mealtime_template())

    with pytest.raises(ResidualName) as caught:
        refuse_residual_names(pieces, case)

    assert "P1 in step 3 (timeline), text" in str(caught.value)
    assert "opez" not in str(caught.value) + caught.value.remedy


def test_investigators_and_those_who_moved_the_case_are_allowed():
    robin = {"name": "Robin Example", "role": "investigator"}
    move = {
        "came_from": "reported",
        "to": "triaged",
        "role": "duty manager",
        "name": "Sam Example",
        "at": "2026-03-30T09:00:00Z",
        "because": "Harm.",
        "content_seq": 1,
    }
    case = mealtime_case(
        ("commission", "CO1", {"terms": "Why?", "investigators": [robin]}), ("stage", "ST1", move)
    )

    assert AllowedName("Robin Example", "investigator") in allowed_names(case)
    assert AllowedName("Sam Example", "duty manager") in allowed_names(case)


def test_owners_signers_and_those_who_accepted_are_allowed():
    case = mealtime_case(
        (
            "acceptance",
            "AC1",
            {
                "code": "X",
                "subject": "T4",
                "reason": "R",
                "role": "manager",
                "name": "Dana Example",
            },
        )
    )

    assert AllowedName("Dana Example", "manager") in allowed_names(case)
    assert AllowedName("Rosalind Achterberg", "Head of digital records") in allowed_names(case)
    assert AllowedName("Imogen Falconbridge", "investigator") in allowed_names(case)
