"""A picture of every state, for the tests of the drawing and of both pens."""

from collections.abc import Iterator

from app.drawing.hand_picture import hand_picture
from app.drawing.marks import Captions, FindingMark, FingerLabel, MarkState, PassMark
from app.drawing.shapes import Picture, Track
from injection_plan.anatomy import PASSES, Digit, Finger, Hand, Side
from injection_plan.terms import FindingKind
from injection_plan.views import Face, Standpoint, View

CAPTIONS = Captions(
    hands={Hand.RIGHT: "Patient's RIGHT", Hand.LEFT: "Patient's LEFT"},
    digits={digit: digit.value for digit in Digit},
    sides={side: side.value for side in Side},
)
VIEWS = tuple(View(face, standpoint) for face in Face for standpoint in Standpoint)
LABELS = {Finger(hand, digit): FingerLabel("0.25", "of 1 mL") for hand in Hand for digit in Digit}
NUMBERS = {code: number for number, code in enumerate(PASSES, start=1)}
FOUND = (
    FindingMark(FindingKind.MISSING, "RH-4", "DIP"),
    FindingMark(FindingKind.MISSING, "LH-1", "IP"),
    FindingMark(FindingKind.MISSING, "LH-4"),
    FindingMark(FindingKind.ULCER, "LH-5-PIP-uln"),
    FindingMark(FindingKind.ULCER, "RH-3"),
    FindingMark(FindingKind.CONTRACTURE, "RH-2"),
    FindingMark(FindingKind.OTHER, "RH-2"),
    FindingMark(FindingKind.ATROPHIC, "LH-2-PIP-rad-dis"),
    FindingMark(FindingKind.OTHER, "RH-1-MCP-uln"),
)


def marks(**named: MarkState) -> dict[str, PassMark]:
    """Every pass planned, but the named ones (`RH_2_PIP_rad_dis=MarkState.GIVEN`)."""
    states = {code.replace("_", "-"): state for code, state in named.items()}
    assert set(states) <= set(PASSES)
    return {code: PassMark(code, states.get(code, MarkState.PLANNED)) for code in PASSES}


def every_state() -> dict[str, PassMark]:
    """The states in turn along the 36 passes, so that each occurs on both hands; one pass is current."""
    turn = [state for state in MarkState if state is not MarkState.CURRENT]
    states: dict[str, MarkState] = {code: turn[number % len(turn)] for number, code in enumerate(PASSES)}
    states["RH-3-PIP-uln-dis"] = MarkState.CURRENT
    return {code: PassMark(code, state) for code, state in states.items()}


def picture(view: View, given: dict[str, PassMark] | None = None) -> Picture:
    """Both hands in a view, with words."""
    return hand_picture(every_state() if given is None else given, view, CAPTIONS, LABELS)


def full_picture(view: View, selected: str | None = None) -> Picture:
    """Both hands with everything that can be drawn on them at once."""
    given = every_state()
    return hand_picture(given, view, CAPTIONS, LABELS, selected, numbers=NUMBERS, findings=FOUND)


def tracks(drawn: Picture, code: str) -> Iterator[Track]:
    """The tracks of one pass."""
    return (shape for shape in drawn.shapes if isinstance(shape, Track) and shape.about == code)
