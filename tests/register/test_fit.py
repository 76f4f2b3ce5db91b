import pytest

from tests.register.samples import HEADER
from workbench.errors import InvalidMapping
from workbench.register.fit import detect, fit, headings_of
from workbench.register.mapping import load_mapping

PLAIN = load_mapping("plain")
DATIX = tuple(headings_of(load_mapping("datix-like")).values())


def test_columns_are_found_in_any_order_and_with_any_capitals() -> None:
    header = tuple(f"  {name.upper()} " for name in reversed(HEADER))

    fitted = fit(PLAIN, header)

    assert fitted.places["id"] == len(HEADER) - 1
    assert fitted.places["near_miss"] == 0
    assert (fitted.absent, fitted.unused) == ((), ())


def test_optional_columns_may_lack_and_others_are_named_as_unused() -> None:
    header = (*(name for name in HEADER if name not in ("Occurred to", "Near miss")), "Weather")

    fitted = fit(PLAIN, header)

    assert set(fitted.absent) == {"Occurred to", "Near miss"}
    assert fitted.unused == ("Weather",)


def test_a_required_column_that_lacks_is_named_with_the_nearest_heading() -> None:
    header = tuple("Manger review" if name == "Manager review" else name for name in HEADER)

    with pytest.raises(InvalidMapping) as caught:
        fit(PLAIN, header)

    assert "column 'Manager review' (did you mean 'Manger review'?)" in str(caught.value)


def test_a_column_that_is_there_twice_is_refused() -> None:
    with pytest.raises(InvalidMapping, match=r"'Service' is there twice \(columns 5, 18\)"):
        fit(PLAIN, (*HEADER, "service"))


def test_a_column_that_nobody_asks_for_may_be_there_twice() -> None:
    assert fit(PLAIN, (*HEADER, "Note", "Note", "")).unused == ("Note", "Note")


@pytest.mark.parametrize(("header", "name"), [(HEADER, "plain"), (DATIX, "datix-like")])
def test_the_shipped_mapping_that_fits_is_found(header: tuple[str, ...], name: str) -> None:
    assert detect(header).mapping.name == name


def test_a_datix_like_export_without_its_optional_columns_is_found() -> None:
    header = (
        "Ref",
        "Incident date",
        "Time (hh:mm)",
        "Service",
        "Category",
        "Description",
        "Action taken",
    )

    assert detect(header).mapping.name == "datix-like"


def test_where_none_fits_it_is_said_of_each_what_stands_in_its_way_the_plain_one_first() -> None:
    header = tuple("Servise" if name == "Service" else name for name in HEADER)

    with pytest.raises(InvalidMapping) as caught:
        detect(header)

    plain, datix = str(caught.value).split("For 'datix-like': ")
    assert "For 'plain': there is no column 'Service' (did you mean 'Servise'?)." in plain
    assert "there is no column 'Ref'" in datix
    assert "there is no column 'Category'" not in datix
    assert "workbench import --template" in caught.value.remedy
    assert "workbench import --show-mapping plain" in caught.value.remedy


def test_a_column_twice_matters_only_to_the_mapping_that_asks_for_it() -> None:
    assert detect((*HEADER, "Ref", "Ref")).mapping.name == "plain"
