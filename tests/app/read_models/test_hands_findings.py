"""What was found on the hands is drawn wherever the hands are drawn: also while it is injected."""

from __future__ import annotations

from app.drawing.shapes import Outline, Picture, Role
from app.read_models.blind import OPEN_EYES
from app.read_models.hands import hands
from tests.app.record.prepared import MISSING, ULCER, WRONG_ULCER, PreparedCase

FOUND = frozenset({Role.FINDING, Role.MISSING_GROUND, Role.MISSING_GHOST, Role.MISSING_END})


def live(case: PreparedCase) -> Picture:
    return hands(case.procedure, OPEN_EYES, case.procedure.view)


def found(picture: Picture) -> list[Outline]:
    shapes = (shape for shape in picture.shapes if isinstance(shape, Outline))
    return [one for one in shapes if one.role in FOUND]


def test_a_missing_part_and_an_ulcer_are_drawn_while_it_is_injected() -> None:
    picture = live(PreparedCase().ready())
    about = {shape.about for shape in picture.shapes if isinstance(shape, Outline)}
    assert ULCER.where in about
    assert WRONG_ULCER.where not in about
    assert MISSING.ends_at is not None
    assert {one.role for one in found(picture)} == FOUND
    assert not found(live(PreparedCase().filled().eligible()))


def test_an_aliquot_changes_nothing_of_what_was_found() -> None:
    case = PreparedCase().ready()
    before = found(live(case))
    case.aloud().give_on()
    after = found(live(case))
    assert len(before) > 3
    assert all(one is other for one, other in zip(before, after, strict=True))
