"""The protocol view says everything that the file says, and beside what nobody has confirmed, that nobody has."""

import pytest

from app import assets
from app.drawing.shapes import Label, Track
from app.protocol_file import ReadProtocol, read_protocol, read_shipped_protocol
from app.read_models import protocol_sections
from app.read_models.protocol_sections import Section
from app.read_models.protocol_view import problems_view, protocol_picture, protocol_view
from app.read_models.protocol_words import name_of
from injection_plan.anatomy import PASSES
from injection_plan.protocol import OpenPoint, Protocol, Status
from injection_plan.views import EVERY_VIEW, View
from tests.stories.people import shipped_protocol


def sections(protocol: Protocol) -> dict[str, Section]:
    return {one.name: one for one in protocol_view(protocol, "0" * 64).sections}


def with_points(*points: OpenPoint) -> Protocol:
    return shipped_protocol().model_copy(update={"open_points": points})


def words(section: Section) -> str:
    return "\n".join(cell for row in section.rows for cell in row.cells)


def test_the_order_names_every_aliquot_in_words_and_code_with_volume_and_syringe() -> None:
    protocol = shipped_protocol()
    rows = sections(protocol)["order"].rows
    assert [row.code for row in rows] == [one.aliquot for one in protocol.aliquots]
    number, aliquot, volume, syringe = rows[2].cells
    assert (number, volume, syringe) == ("3", "0.25 mL", "2")
    assert aliquot.splitlines() == ["RIGHT index · radial · toward fingertip", "RH-2-PIP-rad-dis"]


def test_everything_the_file_says_stands_somewhere() -> None:
    protocol = shipped_protocol()
    found = sections(protocol)
    every = "\n".join(words(one) for one in found.values())
    lists = (protocol.day_check, protocol.time_out, protocol.sign_out, protocol.criteria, protocol.supplies)
    told = [line.text for lines in lists for line in lines]
    told += [one.unclear for one in protocol.criteria if one.unclear is not None]
    told += [text for one in protocol.open_points for text in (one.point, one.says)]
    told += [*protocol.texts.model_dump().values(), *protocol.entry_sites, protocol.arms.treatment]
    told += [protocol.title, protocol.source, protocol.version, protocol.participant_code, "0" * 64]
    told += [measure.label for one in protocol.criteria for measure in one.measures]
    assert [text for text in told if text not in every] == []
    assert len(found["syringes"].rows) == len(protocol.syringes)


def test_limits_are_in_words_and_what_is_proposed_says_so() -> None:
    rows = {row.cells[0]: row for row in sections(shipped_protocol())["limits"].rows}
    assert rows["At most in one finger"].cells[1] == "1 mL"
    assert rows["A mark agrees within"].cells[1] == "0.02 mL"
    assert rows["Between two Gives, at least"].cells[1] == "700 ms"
    assert rows["From release to injection, at most"].cells[1] == "not set"
    tolerance = rows["A mark agrees within"].sure
    assert tolerance is not None
    assert (tolerance.words, tolerance.is_open) == ("proposed", True)
    assert rows["At most in one finger"].sure is None


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CONFIRMED])
def test_what_nobody_confirmed_is_open_with_its_own_word(status: Status) -> None:
    protocol = with_points(OpenPoint(point="order", says="As it stands.", status=status))
    found = sections(protocol)
    for sure in (found["order"].notes[0].sure, found["open_points"].rows[0].sure):
        assert sure is not None
        assert (sure.words, sure.is_open) == (status.value, True)
    assert protocol_view(protocol, "0" * 64).told.startswith("Nobody has confirmed 1 of 1")


def test_what_is_confirmed_says_by_whom() -> None:
    point = OpenPoint(
        point="tolerance of a mark", says="0.02 mL", status=Status.CONFIRMED, confirmed_by="Li Na"
    )
    protocol = with_points(point)
    sure = next(row.sure for row in sections(protocol)["limits"].rows if row.sure is not None)
    assert (sure.words, sure.is_open) == ("confirmed by Li Na", False)
    assert protocol_view(protocol, "0" * 64).told == "Every open point is confirmed."


def test_every_open_point_that_a_value_or_section_is_about_is_in_the_shipped_file() -> None:
    named = {
        text for name, text in vars(protocol_sections).items() if name.isupper() and isinstance(text, str)
    } - {protocol_sections.DOMAIN}
    assert len(named) == 14
    assert named <= {name_of(one) for one in shipped_protocol().open_points}


def test_criteria_are_counted_by_kind_with_what_is_compared() -> None:
    rows = {row.cells[0]: row.cells for row in sections(shipped_protocol())["criteria"].rows}
    assert "Age: at least 18, at most 70\N{NO-BREAK SPACE}years" in rows["Inclusion 1"][2]
    assert {"Inclusion 6", "Exclusion 19"} <= set(rows)
    assert {"Inclusion 7", "Exclusion 20"}.isdisjoint(rows)
    assert any("× the upper limit" in cells[2] for cells in rows.values())
    assert any("calendar months before screening" in cells[2] for cells in rows.values())


def test_a_section_without_rows_is_not_shown() -> None:
    bare = shipped_protocol().model_copy(
        update={"criteria": (), "day_check": (), "sign_out": (), "supplies": ()}
    )
    assert {"criteria", "day_check", "sign_out", "supplies"}.isdisjoint(sections(bare))
    assert "order" in sections(bare)


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_the_hands_are_numbered_in_the_order_of_the_file(view: View) -> None:
    protocol = shipped_protocol()
    drawn = protocol_picture(protocol, view, "RH-2")
    numbers = {s.about: s.text for s in drawn.shapes if isinstance(s, Label) and s.about in PASSES}
    assert numbers == {one.aliquot: str(number) for number, one in enumerate(protocol.aliquots, start=1)}
    assert {s.about for s in drawn.shapes if isinstance(s, Track)} == set(PASSES)


def test_a_file_with_problems_shows_its_lines_and_nothing_else() -> None:
    view = problems_view(("a.yaml:3:4 limits.total - wrong", "a.yaml:9:1 title - missing"))
    assert not view.is_sound
    assert [row.cells for one in view.sections for row in one.rows] == [
        ("a.yaml:3:4 limits.total - wrong",),
        ("a.yaml:9:1 title - missing",),
    ]
    assert view.told.startswith("2 problems.")


def test_the_shipped_file_is_what_is_shown() -> None:
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    assert read == read_protocol(assets.path("protocols", "nct07360808.yaml"))
    view = protocol_view(read.protocol, read.digest)
    assert view.is_sound
    assert read.digest in words(view.sections[-1])
