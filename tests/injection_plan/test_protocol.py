"""The protocol as values: what it must add up to, each fault named where it stands."""

import json

import pytest
from pydantic import ValidationError

from injection_plan.anatomy import PASSES, Digit, Finger, Hand, site_of
from injection_plan.plan import not_planned_volume, plan_as_the_protocol_says, planned_volume
from injection_plan.protocol import Aliquot, OpenPoint, Protocol, Status
from injection_plan.protocol_checks import Wrong, protocol_findings
from injection_plan.views import EVERY_VIEW, FIRST_VIEW, Standpoint, turned
from injection_plan.volume import Volume
from tests.stories.case import Case
from tests.stories.people import shipped_protocol

FIRST = "RH-1-MCP-rad-dis"


def changed(**fields: object) -> list[tuple[Wrong, tuple[str | int, ...]]]:
    broken = shipped_protocol().model_copy(update=fields)
    return [(finding.what, finding.where) for finding in protocol_findings(broken)]


def test_the_shipped_protocol_adds_up() -> None:
    protocol = shipped_protocol()
    assert protocol_findings(protocol) == ()
    assert (len(protocol.entry_sites), len(protocol.aliquots), len(protocol.syringes)) == (20, 36, 10)
    assert protocol.volume == Volume(10_000)
    assert {aliquot.aliquot for aliquot in protocol.aliquots} == set(PASSES)
    assert {site_of(code).code for code in protocol.entry_sites} == set(protocol.entry_sites)


def test_what_stands_twice_is_named_the_second_time() -> None:
    protocol = shipped_protocol()
    twice = changed(aliquots=(*protocol.aliquots, protocol.aliquots[0]))
    assert (Wrong.DUPLICATE_ALIQUOT, ("aliquots", 36, "aliquot")) in twice
    assert (Wrong.SYRINGE_NOT_EMPTY, ("syringes", 0, "size")) in twice
    assert (Wrong.FINGER_ABOVE_MOST, ("aliquots", 36, "volume")) in twice
    assert (Wrong.WRONG_TOTAL, ("limits", "total")) in twice
    assert changed(entry_sites=(*protocol.entry_sites, protocol.entry_sites[3])) == [
        (Wrong.DUPLICATE_SITE, ("entry_sites", 20))
    ]
    assert (Wrong.DUPLICATE_SYRINGE, ("syringes", 10, "number")) in changed(
        syringes=(*protocol.syringes, protocol.syringes[2])
    )


def test_an_aliquot_has_its_site_and_its_fingers_own_syringe() -> None:
    protocol = shipped_protocol()
    first = protocol.aliquots[0]
    assert (Wrong.SITE_NOT_LISTED, ("aliquots", 0, "aliquot")) in changed(
        entry_sites=protocol.entry_sites[1:]
    )
    for number, wrong in ((11, Wrong.UNKNOWN_SYRINGE), (2, Wrong.OTHER_FINGER)):
        moved = first.model_copy(update={"syringe": number})
        assert (wrong, ("aliquots", 0, "syringe")) in changed(aliquots=(moved, *protocol.aliquots[1:]))


def test_a_site_that_no_aliquot_uses_is_opened_for_nothing() -> None:
    assert (Wrong.SITE_NOT_USED, ("entry_sites", 0)) in changed(aliquots=shipped_protocol().aliquots[1:])


def test_looking_up_by_code_number_and_finger() -> None:
    protocol = shipped_protocol()
    thumb = Finger(Hand.RIGHT, Digit.THUMB)
    assert protocol.aliquot(FIRST).path.finger == thumb
    assert protocol.syringe_of(thumb) == protocol.syringe(1)
    assert protocol.model_copy(update={"syringes": ()}).syringe_of(thumb) is None
    with pytest.raises(KeyError):
        protocol.aliquot("RH-1-MCP-rad-prx")
    with pytest.raises(KeyError):
        protocol.syringe(11)
    with pytest.raises(KeyError):
        Case().opened().syringe(11)


@pytest.mark.parametrize("field, value", [("participant_code", "[0-9"), ("entry_sites", ("RH-1-PIP-rad",))])
def test_a_field_that_makes_no_sense_is_no_protocol(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Protocol.model_validate({**shipped_protocol().model_dump(), field: value})


def test_a_code_that_spells_no_pass_is_no_aliquot() -> None:
    with pytest.raises(ValidationError):
        Aliquot.model_validate({"aliquot": "RH-1-MCP-rad-prx", "volume": 250, "syringe": 1})


def test_a_plan_is_the_protocols_aliquots_each_once() -> None:
    protocol = shipped_protocol()
    assert planned_volume(protocol, plan_as_the_protocol_says(protocol)) == Volume(10_000)
    without = Case().plan(FIRST)
    assert (planned_volume(protocol, without), not_planned_volume(protocol, without)) == (
        Volume(9_500),
        Volume(500),
    )


def test_turning_goes_through_every_view_and_comes_back() -> None:
    view, seen = FIRST_VIEW, []
    for _ in EVERY_VIEW:
        seen.append(view)
        view = turned(view)
    assert view == FIRST_VIEW
    assert set(seen) == set(EVERY_VIEW)
    assert {one.standpoint for one in seen if one.fingers_up} == {Standpoint.PATIENT}


@pytest.mark.parametrize("status, by", [(Status.CONFIRMED, None), (Status.PROPOSED, "the investigator")])
def test_only_what_is_confirmed_says_by_whom(status: Status, by: str | None) -> None:
    with pytest.raises(ValidationError):
        OpenPoint.model_validate(
            {"point": "order", "says": "right first", "status": status, "confirmed_by": by}
        )


@pytest.mark.parametrize(
    "field,value",
    [
        ("day_check", [{"line": "ulcer", "text": "No ulcer."}, {"line": "ulcer", "text": "None at all."}]),
        ("time_out_short", ["identifiers", "weather"]),
    ],
)
def test_a_line_that_stands_twice_or_nowhere_is_no_checklist(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Protocol.model_validate_json(json.dumps({**shipped_protocol().model_dump(mode="json"), field: value}))


def test_without_a_short_form_the_whole_time_out_is_asked_again() -> None:
    protocol = shipped_protocol()
    assert len(protocol.short_time_out) == 4
    bare = protocol.model_copy(update={"time_out_short": ()})
    assert bare.short_time_out == protocol.time_out


def test_a_criterion_that_the_protocol_lacks_is_a_fault() -> None:
    assert shipped_protocol().criterion("bmi").criterion == "bmi"
    with pytest.raises(KeyError):
        shipped_protocol().criterion("height")
