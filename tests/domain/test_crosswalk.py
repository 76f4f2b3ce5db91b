import pytest

from workbench.domain.crosswalk import counterparts, group_of_label, groups_of_lens, translated
from workbench.domain.frameworks import FACTOR_FRAMEWORKS, FactorGroup, factor_framework
from workbench.domain.vocabulary import Lens

NPSA = factor_framework("npsa")
NHS = factor_framework("nhs")


def across(code: str, target: str) -> list[str]:
    group = NPSA.group(code)
    assert group is not None
    return [one.code for one in counterparts(group, factor_framework(target))]


@pytest.mark.parametrize("target", FACTOR_FRAMEWORKS)
@pytest.mark.parametrize("group", NPSA.entries, ids=lambda group: group.code)
def test_every_group_has_a_counterpart_in_every_framework(group: FactorGroup, target: str) -> None:
    found = counterparts(group, factor_framework(target))

    assert found
    assert all(set(one.elements) & set(group.elements) for one in found)


def test_a_factor_is_shown_where_the_other_framework_has_its_place() -> None:
    assert across("working-conditions", "seips") == ["internal-environment"]
    assert across("person", "london") == ["person"]
    assert across("education", "yorkshire") == ["training"]
    assert across("communication", "yorkshire") == ["communication-systems"]


def test_a_framework_is_its_own_counterpart() -> None:
    for group in NHS.entries:
        assert counterparts(group, NHS)[0] == group


def test_a_group_that_speaks_of_no_element_has_no_counterpart() -> None:
    ours = FactorGroup(code="ours", label="Ours", asks="What?")

    assert counterparts(ours, NPSA) == ()


def test_a_label_is_found_by_the_words_of_a_group_or_an_item() -> None:
    for label in ("task", "TASK", "Plans, guidance, policies and protocols"):
        found = group_of_label(label, NHS)

        assert found is not None
        assert found.code == "task"
    assert group_of_label("the weather", NHS) is None


def test_labels_of_other_systems_become_neutral_groups() -> None:
    assert [one.code for one in translated("Skill-based error", NPSA)] == ["task"]
    assert "education" in [one.code for one in translated("Inadequate supervision", NPSA)]
    assert [one.code for one in translated("Supervision", NHS)] == ["operational-management"]
    assert translated("gremlins", NPSA) == ()


def test_a_lens_names_the_groups_it_looks_at() -> None:
    assert "equipment" in [one.code for one in groups_of_lens(NPSA, Lens.ENVIRONMENT)]
    assert [one.code for one in groups_of_lens(NPSA, Lens.COMMUNICATION)] == ["communication"]
