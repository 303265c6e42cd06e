"""Volumes: read exactly or refused, never rounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from injection_plan.amounts import Amount, Dose
from injection_plan.volume import Unreadable, Volume, read_volume, total


@pytest.mark.parametrize(
    "typed, microlitres",
    [
        ("0", 0),
        ("1", 1000),
        ("0.5", 500),
        ("0,75", 750),
        (".5", 500),
        ("1.", 1000),
        (" 0.02 ", 20),
        ("5", 5000),
    ],
)
def test_the_pad_reads_what_is_meant(typed: str, microlitres: int) -> None:
    assert read_volume(typed, decimals=2) == Volume(microlitres)


@pytest.mark.parametrize(
    "typed, why",
    [
        ("", Unreadable.EMPTY),
        ("  ", Unreadable.EMPTY),
        (".", Unreadable.NOT_A_NUMBER),
        (",", Unreadable.NOT_A_NUMBER),
        ("-1", Unreadable.NOT_A_NUMBER),
        ("1.2.3", Unreadable.NOT_A_NUMBER),
        ("½", Unreadable.NOT_A_NUMBER),
        ("1" * 5000, Unreadable.NOT_A_NUMBER),
        ("05", Unreadable.LEADING_ZERO),
        ("075", Unreadable.LEADING_ZERO),
        ("00", Unreadable.LEADING_ZERO),
        ("0.255", Unreadable.TOO_FINE),
        ("1.000", Unreadable.TOO_FINE),
    ],
)
def test_the_pad_refuses_what_is_not(typed: str, why: Unreadable) -> None:
    assert read_volume(typed, decimals=2) is why


@pytest.mark.parametrize("typed", ["1,000", "1.000", "10.250"])
def test_three_decimals_after_a_whole_number_may_mean_a_thousand(typed: str) -> None:
    assert read_volume(typed) is Unreadable.AMBIGUOUS_GROUP


@given(st.integers(0, 99_999))
def test_two_decimals_come_back_as_they_were_typed(hundredths: int) -> None:
    typed = f"{hundredths // 100}.{hundredths % 100:02}"
    assert read_volume(typed, decimals=2) == Volume(hundredths * 10)


def test_sums_and_differences_are_exact() -> None:
    assert total([Volume(250)] * 40) == Volume(10_000)
    assert -Volume(250) + Volume(100) == Volume(-150)
    assert abs(Volume(100) - Volume(250)) == Volume(150)
    assert not total([])


def test_a_stored_volume_is_a_whole_number_and_of_its_kind() -> None:
    dose, amount = TypeAdapter(Dose), TypeAdapter(Amount)
    assert dose.validate_python(250) == dose.validate_python(Volume(250)) == Volume(250)
    assert amount.validate_python(0) == Volume(0)
    assert dose.dump_json(Volume(250)) == b"250"
    for wrong in (0, -1, 0.5, True, "250"):
        with pytest.raises(ValidationError):
            dose.validate_python(wrong)
    with pytest.raises(ValidationError):
        amount.validate_python(-1)
