"""The words: the only place where a state, a place of the hand or a volume becomes a phrase.

One catalogue for screen and paper. Whoever needs a sentence asks for it here, by name, with its fields.
"""

from app.wording.anatomy import (
    aliquot,
    digit,
    direction,
    finger,
    hand,
    short_aliquot,
    short_hand,
    side,
    site,
    where,
)
from app.wording.catalogue import say
from app.wording.findings import (
    finding_kind,
    hand_finding,
    line_name,
    place,
    severity,
    step,
    verdict,
)
from app.wording.moments import (
    clock_time,
    date_time,
    day,
    duration,
    local_date,
    short_time,
    stamp_time,
    utc_time,
)
from app.wording.refusals import refusal, unreadable
from app.wording.states import injected, occasion, phase, role, standing, view
from app.wording.volumes import MINUS, UNIT, number, signed_volume, volume

__all__ = [
    "MINUS",
    "UNIT",
    "aliquot",
    "clock_time",
    "date_time",
    "day",
    "digit",
    "direction",
    "duration",
    "finding_kind",
    "finger",
    "hand",
    "hand_finding",
    "injected",
    "line_name",
    "local_date",
    "number",
    "occasion",
    "phase",
    "place",
    "refusal",
    "role",
    "say",
    "severity",
    "short_aliquot",
    "short_hand",
    "short_time",
    "side",
    "signed_volume",
    "site",
    "stamp_time",
    "standing",
    "step",
    "unreadable",
    "utc_time",
    "verdict",
    "view",
    "volume",
    "where",
]
