"""The product as it is typed: what is accepted, and the one sentence for each thing that is wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.clock import Reading
from app.read_models.entered_volume import read_entered
from app.read_models.field_said import Bearing
from app.read_models.product_check import ProductCheck, check_product, is_stored
from app.read_models.product_form import LotText, ProductText, kept, stored_text
from app.read_models.release_words import since_release
from injection_plan.commands import FillSyringes
from injection_plan.product import Cells, Harvest, Lot
from injection_plan.volume import Volume
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, shipped_protocol

GOOD = ProductText(
    sites="abdomen, flanks",
    harvest="185",
    lots=(LotText("Device", "C800-2231"), LotText(), LotText("Reagent", "805-17", "2026-03-02")),
    started_at="06:40",
    ended_at="09:10",
    prepared="10",
    lot="P-2231",
    cells="40 million cells",
    viability="92,5",
    sample="0.5",
    released_by="Wei Zhang",
    ready_at="09:20",
    label="01-0107",
)


def now(case: Case) -> Reading:
    return Reading(case.moment.utc, 60, 5_000, "one run of the program")


def look(text: ProductText, case: Case | None = None) -> ProductCheck:
    case = case or Case().with_team()
    return check_product(text, case.procedure, now(case))


def test_a_careful_page_becomes_a_product_as_it_was_typed() -> None:
    case = Case().with_team()
    command = look(GOOD, case).command
    assert command is not None
    process = command.process
    assert (command.prepared, command.lot) == (ul(10_000), "P-2231")
    assert command.ready_at == datetime(2026, 3, 2, 8, 20, tzinfo=UTC)
    assert process.harvest == Harvest(sites="abdomen, flanks", volume=ul(185_000))
    assert process.lots[1] == Lot(what="Reagent", number="805-17", expires=date(2026, 3, 2))
    assert process.cells == Cells(count="40 million cells", viability_percent="92.5")
    assert (process.sample, process.released_by, process.label) == (ul(500), "Wei Zhang", "01-0107")
    case.do(command)
    assert is_stored(command, case.procedure)
    again = look(stored_text(case.procedure, now(case)), case).command
    assert again is not None
    assert is_stored(again, case.procedure)


def test_only_the_prepared_volume_is_needed_and_nothing_is_guessed() -> None:
    command = look(ProductText(prepared="10,5 mL")).command
    assert command is not None
    assert command.prepared == ul(10_500)
    assert (command.lot, command.ready_at, command.process.harvest, command.process.cells) == (None,) * 4
    assert "Without it there is no product" in look(ProductText()).said["prepared"].sentence


@pytest.mark.parametrize(
    "text,field,says",
    [
        (replace(GOOD, prepared="0"), "prepared", "more than 0 mL"),
        (replace(GOOD, prepared="05"), "prepared", "missing after the zero"),
        (replace(GOOD, prepared="10,000"), "prepared", "mean a thousand"),
        (replace(GOOD, prepared="ten"), "prepared", "as a number"),
        (replace(GOOD, prepared="9" * 5000), "prepared", "as a number"),
        (replace(GOOD, prepared="0.01 L"), "prepared", "0.01 L would be 10 mL. Write millilitres."),
        (replace(GOOD, prepared="10000 µL"), "prepared", "10000 µL would be 10 mL."),
        (replace(GOOD, prepared="10 cc"), "prepared", "Write mL"),
        (replace(GOOD, prepared="10 cm³"), "prepared", "Write mL"),
        (replace(GOOD, prepared="10 g"), "prepared", "not in g"),
        (replace(GOOD, harvest="180 L"), "harvest", "180 L would be 180000 mL. Write millilitres."),
        (replace(GOOD, harvest="180,000"), "harvest", "mean a thousand"),
        (replace(GOOD, harvest="05 L"), "harvest", "not in L"),
        (replace(GOOD, sites=""), "sites", "Write where it was harvested"),
        (replace(GOOD, sites="x" * 2001), "sites", "at most 2000"),
        (replace(GOOD, harvest=""), "harvest", "Type how many mL"),
        (replace(GOOD, sample="10.5"), "sample", "cannot be more than what was prepared, 10 mL"),
        (replace(GOOD, viability="100.1"), "viability", "at most 100 %"),
        (replace(GOOD, viability="good"), "viability", "percentage as a number"),
        (replace(GOOD, viability="095"), "viability", "missing after the zero"),
        (replace(GOOD, started_at="soon"), "started_at", "Write the time"),
        (replace(GOOD, started_at="2026-02-30 10:05"), "started_at", "Write the time"),
        (replace(GOOD, started_at="2026-02-20 10:05"), "started_at", "more than seven days"),
        (replace(GOOD, ready_at="10:01"), "ready_at", "lies in the future: it is 10:00 now"),
        (replace(GOOD, ended_at="06:39"), "ended_at", "cannot end before it started, at 2026-03-02 06:40"),
        (replace(GOOD, ready_at="09:09"), "ready_at", "cannot come before the process ended"),
        (replace(GOOD, ready_at="06:00", ended_at=""), "ready_at", "cannot come before the process started"),
        (replace(GOOD, cells="c" * 121), "cells", "at most 120"),
        (replace(GOOD, lot="c" * 121), "lot", "at most 120"),
        (replace(GOOD, label="01-0108"), "label", "Not this participant's label."),
        (replace(GOOD, label="label 01-0107"), "label", "must be 01-0107, and nothing beside it"),
        (replace(GOOD, lots=(LotText("", "805"),)), "lots.1.what", "Write what this is"),
        (replace(GOOD, lots=(LotText(), LotText("Reagent"))), "lots.2.number", "serial or lot number"),
        (replace(GOOD, lots=(LotText("R" * 121, "1"),)), "lots.1.what", "at most 120"),
        (
            replace(GOOD, lots=(LotText("Reagent", "1", "31.12.2026"),)),
            "lots.1.expires",
            "year, month and day",
        ),
        (
            replace(GOOD, lots=(LotText("Reagent", "1", "2026-02-30"),)),
            "lots.1.expires",
            "year, month and day",
        ),
    ],
)
def test_each_thing_wrong_is_said_at_its_field(text: ProductText, field: str, says: str) -> None:
    check = look(text)
    assert check.command is None
    assert says in check.said[field].sentence
    assert check.said[field].bearing is Bearing.WRONG


def test_another_participants_label_is_said_loudly_and_nothing_goes_on() -> None:
    check = look(replace(GOOD, label="01-0108"))
    assert check.loud.startswith("STOP. The label says 01-0108, and this case is 01-0107")
    assert check.command is None
    assert look(GOOD).loud == ""
    assert look(GOOD).said["label"].bearing is Bearing.AGREES


@pytest.mark.parametrize(
    "field,typed", [("prepared", "0.018"), ("prepared", "10000"), ("harvest", "0.18"), ("harvest", "180000"),
                    ("viability", "0.92"), ("lots.1.expires", "2062-11-30")]
)  # fmt: skip
def test_a_likely_slip_is_asked_about_and_goes_on_once_it_is_confirmed_as_it_stands(
    field: str, typed: str
) -> None:
    text = replace(GOOD, sample="")
    if field.startswith("lots"):
        text = replace(text, lots=(LotText("Device", "C800-2231", typed),))
    elif field == "prepared":
        text = replace(text, prepared=typed)
    else:
        text = replace(text, harvest=typed) if field == "harvest" else replace(text, viability=typed)
    check = look(text)
    assert check.command is None
    assert check.said[field].bearing is Bearing.QUESTIONED
    another = look(replace(text, confirmed=frozenset({(field, "another text")})))
    assert another.command is None
    confirmed = look(replace(text, confirmed=frozenset({(field, typed)}))).command
    assert confirmed is not None
    assert confirmed.process.confirmed == (field,)
    case = Case().with_team().do(confirmed)
    assert look(stored_text(case.procedure, now(case)), case).command == confirmed


@pytest.mark.parametrize("typed", ["6.1", "5399", "180", "179.9"])
def test_a_small_or_large_harvest_is_no_slip(typed: str) -> None:
    assert look(replace(GOOD, harvest=typed)).command is not None


def test_a_harvest_below_the_least_warns_and_goes_on() -> None:
    check = look(replace(GOOD, harvest="179.9"))
    assert check.said["harvest"].sentence == "179.9 mL is below the protocol's least, 180 mL."
    assert check.said["harvest"].bearing is Bearing.WARNS
    assert "harvest" not in look(replace(GOOD, harvest="180")).said


def test_a_lot_is_expired_the_day_after_its_last_day() -> None:
    lots = (LotText("Reagent", "805", "2026-03-01"),)
    check = look(replace(GOOD, lots=lots))
    assert check.command is not None
    assert check.said["lots.1.expires"].sentence == "Expired: the last day of use was 1 Mar 2026."
    assert look(GOOD).said.keys() == {"label"}


def test_no_less_is_prepared_than_the_syringes_hold() -> None:
    case = Case().with_product()
    case.do(FillSyringes(fills=case.fills()[:9], by=NURSE))
    check = look(ProductText(prepared="8.9"), case)
    assert "holding 9 mL" in check.said["prepared"].sentence
    assert look(ProductText(prepared="9"), case).command is not None


def test_without_a_least_in_the_protocol_no_harvest_is_judged() -> None:
    protocol = shipped_protocol()
    limits = protocol.limits.model_copy(update={"harvest_least": None})
    case = Case(protocol.model_copy(update={"limits": limits})).with_team()
    assert "harvest" not in look(replace(GOOD, harvest="0.2"), case).said


def test_a_stored_time_keeps_its_seconds_and_its_age() -> None:
    case = Case().with_team()
    command = look(GOOD, case).command
    assert command is not None
    exact = case.moment.utc - timedelta(minutes=30, seconds=23)
    case.do(command.model_copy(update={"ready_at": exact})).wait(days=9)
    text = replace(stored_text(case.procedure, now(case)), lot="P-2232")
    changed = look(text, case).command
    assert changed is not None
    assert changed.ready_at == exact
    assert changed.process.started_at == command.process.started_at


def test_what_is_typed_stays_when_something_else_is_stored() -> None:
    before = ProductText(prepared="10", lot="A")
    stored = ProductText(prepared="11", lot="B", cells="many")
    typed = replace(before, lot="C", lots=(LotText("Device"),), confirmed=frozenset({("prepared", "10")}))
    after = kept(typed, before, stored)
    assert (after.prepared, after.lot, after.cells, after.lots) == ("11", "C", "many", typed.lots)
    assert after.confirmed == typed.confirmed


def test_a_unit_is_read_and_only_millilitres_are_taken() -> None:
    for typed in ("0.25", "0,25 mL", "0.25ml", " .25 millilitres "):
        assert read_entered(typed) == Volume(250)
    assert isinstance(read_entered("mL"), str)
    assert read_entered("") == "Nothing was entered."
    assert read_entered("1.5 µL") == "Volumes are written in millilitres here, and not in µL."
    assert isinstance(read_entered("1 abcdefghijklmnop"), str)


def test_time_since_release_is_told_and_a_countdown_only_if_the_protocol_has_a_limit() -> None:
    case = Case().with_team()
    reading, protocol = now(case), case.protocol
    assert since_release(None, protocol, reading).elapsed == "not recorded"
    ready_at = reading.utc - timedelta(minutes=65)
    assert (since_release(ready_at, protocol, reading).elapsed, protocol.limits.use_within_minutes) == (
        "1 h 5 min",
        None,
    )
    assert since_release(ready_at, protocol, reading).countdown == ""
    limited = protocol.model_copy(
        update={"limits": protocol.limits.model_copy(update={"use_within_minutes": 90})}
    )
    assert since_release(ready_at, limited, reading).countdown == "25 min left by the protocol"
    late = since_release(ready_at - timedelta(minutes=40), limited, reading)
    assert (late.countdown, late.is_past) == ("past the protocol's limit by 15 min", True)
