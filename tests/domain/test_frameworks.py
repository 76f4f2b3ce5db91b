import pytest
from pydantic import ValidationError

from workbench.domain.crosswalk import groups_of_lens
from workbench.domain.frameworks import (
    FACTOR_FRAMEWORKS,
    Framework,
    action_hierarchy,
    factor_framework,
    import_framework,
    strength_of,
)
from workbench.domain.vocabulary import (
    Lens,
    PhysicalHarm,
    PsychologicalHarm,
    SeipsElement,
    Strength,
)
from workbench.errors import UnknownName

GROUPS = {"npsa": 9, "nhs": 9, "seips": 6, "yorkshire": 19, "london": 7}


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
    assert len(framework.entries) == GROUPS[name]
    assert all(group.asks.endswith("?") for group in framework.entries)
    assert all(group.elements for group in framework.entries)
    assert framework.label(framework.entries[0].code) == framework.entries[0].label
    assert framework.label("no-such-group") == "Not grouped"


def test_the_nhs_groups_hold_their_items() -> None:
    items = [item.label for item in factor_framework("nhs").entries[2].items]

    assert "Staffing and skill mix" in items
    assert len(items) == 8


def test_wording_from_memory_is_marked_group_by_group() -> None:
    npsa = {group.code: group.items_status for group in factor_framework("npsa").entries}
    hfacs = {group.code: group.status for group in import_framework("hfacs").entries}

    assert [code for code, status in npsa.items() if status == "verified"] == ["person", "staff"]
    assert hfacs["skill-based-error"] == "verified"
    assert hfacs["organisational-climate"] == "unverified"


def test_wording_made_for_hospitals_says_how_it_was_adapted() -> None:
    scheduling = factor_framework("yorkshire").group("scheduling")

    assert scheduling is not None
    assert scheduling.published_as == "Scheduling and bed management"
    assert "supported living" in (scheduling.adaptation or "")


def test_hfacs_is_read_and_never_offered() -> None:
    assert "hfacs" not in FACTOR_FRAMEWORKS
    assert import_framework("hfacs").status == "unverified"
    with pytest.raises(UnknownName, match="not for choosing"):
        factor_framework("hfacs")
    with pytest.raises(UnknownName, match="no import mapping"):
        import_framework("npsa")


def test_a_framework_gives_each_group_a_code_of_its_own() -> None:
    group = {"code": "task", "label": "Task", "asks": "Was it clear?"}
    shape = {"name": "Ours", "version": "1", "source": "Us", "status": "verified"}

    with pytest.raises(ValidationError, match="two groups have the code 'task'"):
        Framework.model_validate({**shape, "entries": [group, group]})


def test_the_three_lenses_lie_over_the_elements_of_seips() -> None:
    def elements(lens: Lens) -> tuple[SeipsElement, ...]:
        groups = groups_of_lens(factor_framework("seips"), lens)
        return tuple(element for group in groups for element in group.elements)

    assert elements(Lens.WORKFORCE) == (SeipsElement.PERSONS, SeipsElement.ORGANISATION)
    assert elements(Lens.ENVIRONMENT) == (SeipsElement.INTERNAL, SeipsElement.EXTERNAL)


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
