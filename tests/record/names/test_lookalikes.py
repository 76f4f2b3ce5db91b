import pytest

from workbench.record.names.lookalikes import as_latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("M\u0430\u0433i\u0430", "Maria"),
        ("\u039c\u03b1r\u03af\u03b1", "Mari\u0301a"),
        ("\u1d0d\u1d00\u0280\u026a\u1d00", "maria"),
        ("Maria", "Maria"),
    ],
)
def test_letters_are_read_as_those_they_look_like(text, latin):
    assert as_latin(text) == latin


@pytest.mark.parametrize("text", ["Lopéz", "Ångström", "王芳", "“—…”", "ß"])
def test_what_looks_like_nothing_else_stays_as_it_is(text):
    assert as_latin(text) == text
