"""Two faces, two standpoints, 36 aliquots: everything that names a place names the one that the journal has.

One case is told for each way of seeing the hands. At every aliquot the screen's picture, hit region, row and words
are read before it is given; the record is read when all is done, from its content and back from the paper itself.
Each site gets a sum of its own, so that a figure in the table of fingers tells where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app import wording
from app.drawing.aim import pass_at
from app.drawing.shapes import Picture, Point, Role, Track, along
from app.read_models.blind import blind
from app.read_models.entry_words import what_happened
from app.read_models.hands import hands
from app.read_models.step import StepView, step_view
from app.read_models.timeline import TimelineRow, Tone, timeline
from app.record.content.aliquot_rows import aliquot_table
from app.record.content.finger_table import FingerTable, finger_table
from injection_plan.anatomy import PASSES, SITES
from injection_plan.commands import TurnView
from injection_plan.events import Differed, Given
from injection_plan.procedure import Procedure
from injection_plan.views import EVERY_VIEW, View
from injection_plan.volume import Volume
from tests.app.record.paper import record_of
from tests.app.record.told import ToldCase, closed
from tests.stories import sides
from tests.stories.sides import Place, counted, drawn, phrased, spelt

LESS = 10
"""Microlitres by which the first pass of each further site gets less than planned."""


@dataclass(frozen=True)
class Shown:
    """One aliquot: what was shown while it was next, and what the record says of it; `code` is the journal's."""

    code: str
    view: View
    picture: Picture
    row: TimelineRow
    step: StepView
    before: FingerTable
    after: FingerTable
    entry: str
    record_row: str
    paper_row: str
    paper_finger: Place


@dataclass(frozen=True)
class Moment:
    """What is on the screen before an aliquot is given."""

    picture: Picture
    row: TimelineRow
    step: StepView
    before: FingerTable


def track(picture: Picture) -> tuple[Point, ...]:
    """Return the one track that is drawn as the next."""
    (found,) = (one for one in picture.shapes if isinstance(one, Track) and one.role is Role.CURRENT)
    return found.points


def hit(picture: Picture) -> Place:
    """Point along the track and beside it, short of the joint, where two passes meet."""
    points = track(picture)
    aimed = [along(points, part) for part in (0.0, 0.2, 0.4, 0.6, 0.75)]
    beside = [(x + off, y) for (x, y), _ in aimed[:3] for off in (-1.0, 0.0, 1.0)]
    found = {pass_at(picture, point) for point in (*beside, *(point for point, _ in aimed))}
    (code,) = found
    assert code is not None
    return spelt(code)


def told(shown: Shown) -> dict[str, Place]:
    """Return what every side of the program names."""
    step, code = shown.step, shown.code
    return {
        "picture": drawn(shown.picture, shown.view, track(shown.picture)),
        "hit region": hit(shown.picture),
        "row": phrased(shown.row.phrase),
        "row in full": phrased(shown.row.full_phrase),
        "row spoken": phrased(shown.row.spoken),
        "step": Place(step.hand.split()[-1], step.finger, step.side.split()[0], step.direction),
        "step's lines": phrased(f"{step.hand} · {step.finger} · {step.side} · {step.direction}"),
        "words": phrased(wording.aliquot(code)),
        "short words": phrased(wording.short_aliquot(code)),
        "site": phrased(wording.site(SITES[code.rpartition("-")[0]])),
        "entry": phrased(shown.entry),
        "record": phrased(shown.record_row),
        "paper": phrased(shown.paper_row),
        "finger table": counted(shown.before, shown.after),
        "finger table on paper": shown.paper_finger,
    }


WITHOUT_A_WAY = {"site", "finger table", "finger table on paper"}


def disagreeing(shown: Shown) -> set[str]:
    """Return which sides name another place than the code of the aliquot that the journal has."""
    right = spelt(shown.code)
    return {
        name
        for name, place in told(shown).items()
        if place != (right._replace(way="") if name in WITHOUT_A_WAY else right)
    }


def moment(procedure: Procedure) -> Moment:
    eyes = blind(procedure)
    (row,) = (one for one in timeline(procedure, eyes) if one.tone is Tone.NOW)
    picture = hands(procedure, eyes, procedure.view)
    return Moment(picture, row, step_view(procedure), finger_table(procedure))


def give(case: ToldCase) -> None:
    """Give the next aliquot; of each site the first one less than planned, so that no two sites get the same."""
    code = case.current
    place = list(SITES).index(code.rpartition("-")[0])
    planned = case.protocol.aliquot(code).volume
    case.wait(seconds=62)
    if code.endswith("dis") and place:
        case.differ(code, volume=planned.microlitres - LESS * place)
    else:
        case.give()
    case.wait(seconds=9).read()


@cache
def whole_case(view: View) -> tuple[Shown, ...]:
    """Tell one case from its first aliquot to its record on paper, seen in this way."""
    case = ToldCase().ready()
    if case.procedure.view != view:
        case.do(TurnView(view=view))
    moments: list[tuple[Moment, FingerTable, int]] = []
    while case.procedure.current is not None:
        before = moment(case.procedure)
        give_from = len(case.entries)
        give(case)
        moments.append((before, finger_table(case.procedure), give_from))
    closed(case)
    with TemporaryDirectory() as folder:
        _, pages = record_of(case, Path(folder))
    assert case.procedure.view == view
    rows = {row.time: row.phrase for row in aliquot_table(case.procedure, case.entries).rows}
    paper, figures = sides.rows_on_paper(pages), sides.figures_on_paper(pages[0])
    return tuple(
        _shown(case, view, before, after, number, rows, paper, figures) for before, after, number in moments
    )


def _shown(
    case: ToldCase,
    view: View,
    before: Moment,
    after: FingerTable,
    number: int,
    rows: dict[str, str],
    paper: dict[str, str],
    figures: dict[str, Place],
) -> Shown:
    entry = case.entries[number]
    assert isinstance(entry.event, Given | Differed)
    code, time = entry.event.aliquot, wording.stamp_time(entry.stamp)
    assert code is not None
    return Shown(
        code=code,
        view=view,
        picture=before.picture,
        row=before.row,
        step=before.step,
        before=before.before,
        after=after,
        entry=what_happened(entry),
        record_row=rows[time],
        paper_row=paper[time],
        paper_finger=figures[wording.number(sum_at(case, code.rpartition("-")[0]))],
    )


def sum_at(case: ToldCase, site: str) -> Volume:
    """Return what a site got by the journal's own entries."""
    got = [
        one.event.volume.microlitres
        for one in case.entries
        if isinstance(one.event, Given | Differed) and (one.event.aliquot or "").startswith(site)
    ]
    return Volume(sum(got))


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_every_side_names_the_same_hand_finger_side_and_direction(view: View) -> None:
    case = whole_case(view)
    assert {one.code for one in case} == set(PASSES)
    assert {one.code: found for one in case if (found := disagreeing(one))} == {}


@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_the_word_beside_a_thumb_is_that_of_its_side(view: View) -> None:
    thumbs = [one for one in whole_case(view) if one.code[3] == "1"]
    assert len(thumbs) == 4
    for one in thumbs:
        assert sides.worded_thumb(one.picture, track(one.picture)) == spelt(one.code).side


def swapped(text: str) -> str:
    other = {"radial": "ulnar", "ulnar": "radial"}
    return re.sub("radial|ulnar", lambda side: other[side[0]], text)


def other_side(code: str) -> Shown:
    """Return what is shown of the aliquot on the other side of the same finger."""
    other = code.replace("rad", "uln") if "rad" in code else code.replace("uln", "rad")
    return next(one for one in whole_case(EVERY_VIEW[0]) if one.code == other)


WRONG: dict[str, tuple[Callable[[Shown, Shown], Shown], set[str]]] = {
    "picture": (lambda it, other: replace(it, picture=other.picture), {"picture", "hit region"}),
    "row": (lambda it, _: replace(it, row=replace(it.row, phrase=swapped(it.row.phrase))), {"row"}),
    "spoken": (
        lambda it, _: replace(it, row=replace(it.row, full_phrase=swapped(it.row.full_phrase))),
        {"row in full", "row spoken"},
    ),
    "step": (
        lambda it, _: replace(it, step=replace(it.step, side=swapped(it.step.side))),
        {"step", "step's lines"},
    ),
    "entry": (lambda it, _: replace(it, entry=swapped(it.entry)), {"entry"}),
    "record": (lambda it, _: replace(it, record_row=swapped(it.record_row)), {"record"}),
    "paper": (lambda it, _: replace(it, paper_row=swapped(it.paper_row)), {"paper"}),
    "finger table": (lambda it, other: replace(it, before=other.before, after=other.after), {"finger table"}),
    "figure": (lambda it, other: replace(it, paper_finger=other.paper_finger), {"finger table on paper"}),
}  # fmt: skip


@pytest.mark.parametrize("where", WRONG)
@pytest.mark.parametrize("code", ["RH-2-PIP-rad-dis", "LH-1-MCP-uln-dis"])
def test_a_swapped_side_is_caught_wherever_it_is(where: str, code: str) -> None:
    spoil, expected = WRONG[where]
    it = next(one for one in whole_case(EVERY_VIEW[0]) if one.code == code)
    assert disagreeing(it) == set()
    assert disagreeing(spoil(it, other_side(code))) == expected


def test_a_picture_of_the_other_face_is_caught() -> None:
    """The same track, drawn on the palm while the case shows the backs, lies on no hand that fits its caption."""
    it, palm = (whole_case(view)[0] for view in EVERY_VIEW[:2])
    nails = [shape for shape in it.picture.shapes if getattr(shape, "role", None) is Role.NAIL]
    turned_over = replace(palm.picture, shapes=(*nails, *palm.picture.shapes))
    with pytest.raises(AssertionError):
        drawn(turned_over, palm.view, track(turned_over))
