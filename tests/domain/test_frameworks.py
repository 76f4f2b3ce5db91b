import pytest

from workbench.domain.frameworks import (
    FACTOR_FRAMEWORKS,
    action_hierarchy,
    factor_framework,
    strength_of,
)
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm, Strength
from workbench.errors import UnknownName


def test_harm_codes_descend_and_only_physical_harm_can_be_fatal() -> None:
    assert [(harm.value, harm.code) for harm in PhysicalHarm] == [
        ("none", 5),
        ("low", 4),
        ("moderate", 3),
        ("severe", 2),
        ("fatal", 1),
    ]
    assert [harm.code for harm in PsychologicalHarm] == [4, 3, 2, 1]
    assert "fatal" not in list(PsychologicalHarm)


@pytest.mark.parametrize("name", FACTOR_FRAMEWORKS)
def test_a_framework_says_where_it_is_from_and_asks_a_question_for_each_group(name: str) -> None:
    framework = factor_framework(name)

    assert framework.source
    assert len(framework.entries) == 9
    assert all(group.asks.endswith("?") for group in framework.entries)
    assert framework.label("task") == "Task"
    assert framework.label("no-such-group") == "Not grouped"


def test_an_unknown_framework_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownName) as caught:
        factor_framework("npas")

    assert "Did you mean 'npsa'?" in caught.value.remedy


def test_strength_follows_the_published_hierarchy() -> None:
    assert strength_of("forcing-function") is Strength.STRONGER
    assert strength_of("checklist") is Strength.INTERMEDIATE
    assert strength_of("training") is Strength.WEAKER
    assert strength_of("hope") is None
    assert len({entry.code for entry in action_hierarchy().entries}) == 19
