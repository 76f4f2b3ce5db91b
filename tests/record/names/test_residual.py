import base64

import pytest

from tests.fakes.record_case import ROLES, mealtime_case
from tests.fakes.record_pages import (
    mealtime_notebook,
    mealtime_page,
    mealtime_pieces,
    mealtime_template,
)
from workbench.domain.inquiry import PersonName
from workbench.errors import ResidualName
from workbench.record.names.residual import (
    AllowedName,
    Residue,
    allowed_names,
    refuse_residual_names,
    residual_names,
)
from workbench.record.pieces import render_pieces


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
        "<p>Mar-<br>ia came</p>",
        "<p>Mar<br>ia came</p>",
        "<p>Mar\u2010ia came</p>",
        "<p>Mar\u2011ia came</p>",
        "<p>Mar\u00adia came</p>",
        "<pre>Mar-\n   ia came</pre>",
        "<p>Mar\u3164ia came</p>",
        "<svg><text>Mar</text><text>ia</text></svg>",
        "<svg><g><text>said Mar</text></g><path/><g><text>ia</text></g></svg>",
        "<svg><text>M</text><text>a</text><text>r</text><text>i</text><text>a</text></svg>",
        "<p>M\u0430ria came</p>",
        "<p>\u041c\u0430r\u0456\u0430 came</p>",
        "<p>\u039c\u03b1r\u03b9\u03b1 came</p>",
        "<p>M\u03acria came</p>",
        "<p>\u1d0d\u1d00\u0280\u026a\u1d00 came</p>",
        "<p>\U0001d40c\U0001d41a\U0001d42b\U0001d422\U0001d41a came</p>",
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
        '<svg aria-label="M\u0430ria fell"></svg>',
        '<svg aria-label="with Mar\u2010ia"></svg>',
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
        "<p>in summar-<br>iam, marin-\nas, semi-marian</p>",
        "<svg><text>summar</text><text>ia</text></svg>",
        "<svg><text>Mar</text></svg><svg><text>ia</text></svg>",
        "<p>\u041c\u0430\u0440\u0438\u044f</p>",
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
        ("Jo Banner", "<p>Jo rings her brother.</p>", "<p>Job 2, JO-7, jo; Joanna</p>"),
        ("An Nguyen", "<p>An Nguyen rang</p>", "<p>An ambulance came.</p>"),
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
    refuse_residual_names(mealtime_pieces(), mealtime_case(), ROLES)


def test_a_record_with_a_name_is_refused_without_saying_the_name():
    case = mealtime_case(("event", "T11", {"when": "04/03/2026", "what": "Lopez rang her sister."}))
    pieces = render_pieces(mealtime_notebook(case), mealtime_page(case), mealtime_template())

    with pytest.raises(ResidualName) as caught:
        refuse_residual_names(pieces, case, ROLES)

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

    assert AllowedName("Robin Example", "investigator") in allowed_names(case, ROLES)
    assert AllowedName("Sam Example", "duty manager") in allowed_names(case, ROLES)


def accepted(name, code="GRA009", **more):
    said = {"code": code, "subject": "case", "reason": "R", "role": "investigator", "name": name}
    return ("acceptance", "AC1", {**said, **more})


def decided(name, role="manager", **more):
    said = {
        "role": role,
        "name": name,
        "decision": "approved",
        "meaning": "M",
        "at": "2026-04-24T10:00:00+00:00",
        "content_seq": mealtime_case().content_seq,
    }
    return ("sign-off", "SO9", {**said, **more})


def owned(name, role="Manager"):
    return (
        "action",
        "A9",
        {
            "statement": "Ask again.",
            "owner": {"name": name, "role": role},
            "due": "2026-06-30",
            "findings": ["FI1"],
        },
    )


def test_owners_signers_and_those_whose_acceptance_counts_are_allowed():
    allowed = allowed_names(mealtime_case(accepted("Dana Example")), ROLES)

    assert AllowedName("Dana Example", "investigator") in allowed
    assert AllowedName("Rosalind Achterberg", "Head of digital records") in allowed
    assert AllowedName("Imogen Falconbridge", "investigator") in allowed


@pytest.mark.parametrize(
    "entry",
    [
        accepted("Dana Example", code="WRD001", role="sister"),
        accepted("Dana Example", code="XXX001"),
        accepted("Dana Example", role="sister"),
        decided("Dana Example", role="sister"),
        decided("Dana Example", content_seq=1),
    ],
)
def test_who_neither_signs_nor_accepts_what_counts_is_not_allowed(entry):
    allowed = allowed_names(mealtime_case(entry), ROLES)

    assert "Dana Example" not in [one.name for one in allowed]


def test_a_decision_that_a_later_one_replaced_allows_nobody():
    case = mealtime_case(decided("Dana Example"))

    names = [one.name for one in allowed_names(case, ROLES)]
    assert "Dana Example" in names
    assert "Gethin Pryce" not in [
        one.name for one in allowed_names(case, ROLES) if one.role == "manager"
    ]


@pytest.mark.parametrize(
    "entry",
    [
        owned("Maria Lopéz", "sister"),
        owned("lopez  MARIA"),
        owned("Dr Maria Jane Lopez"),
        owned("Mari"),
        owned("M\u0430ria Lopez"),
        owned("Helen Lopez", "Manager"),
        decided("Maria Lopéz"),
        accepted("Maria Lopéz"),
    ],
)
def test_who_is_supported_or_family_cannot_be_allowed(entry):
    case = mealtime_case(entry)

    with pytest.raises(ResidualName) as caught:
        refuse_residual_names((), case, ROLES)

    assert ("P4" if "Helen" in str(entry) else "P1") in str(caught.value)
    assert "opez" not in str(caught.value) + caught.value.remedy


@pytest.mark.parametrize("name", ["Anjali O'Brien", "Ana Lopez", "Helen Achterberg"])
def test_staff_may_own_and_so_may_people_who_share_a_part_of_a_name(name):
    refuse_residual_names((), mealtime_case(owned(name)), ROLES)
