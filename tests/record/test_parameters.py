import pytest

from tests.fakes.notebooks import code, notebook, parameters
from workbench.errors import InvalidParameters
from workbench.record.parameters import check_parameters

DECLARED = notebook(parameters('case_id: str = ""\nas_of = 0\nclass_ = 1'))


def test_values_pass_as_they_are():
    given = {"case_id": "0012", "as_of": 7}

    assert check_parameters(DECLARED, given) == given


@pytest.mark.parametrize(
    "name",
    [
        "x\nimport os",
        "Case_ID",
        "case-id",
        "os.system('x')#",
        "",
        "case_id = 1; y",
        "é",
        "case_id\n",
    ],
)
def test_a_name_that_could_be_code_is_refused(name):
    with pytest.raises(InvalidParameters) as caught:
        check_parameters(DECLARED, {name: 1})

    assert name == "" or name not in str(caught.value)


def test_an_undeclared_name_is_refused_with_the_nearest():
    with pytest.raises(InvalidParameters) as caught:
        check_parameters(DECLARED, {"case_di": "C-1"})

    assert "Did you mean 'case_id'?" in caught.value.remedy


def test_a_notebook_without_parameters_says_so():
    with pytest.raises(InvalidParameters) as caught:
        check_parameters(notebook(code("1")), {"case_id": "C-1"})

    assert "takes no parameters" in caught.value.remedy


@pytest.mark.parametrize("value", [object(), b"x", float("nan"), {1: 2}, [object()], {1, 2}])
def test_values_that_are_not_plain_are_refused(value):
    with pytest.raises(InvalidParameters):
        check_parameters(DECLARED, {"case_id": value})
