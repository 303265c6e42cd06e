"""The whole record as one frozen value: everything it says, before a single line is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.drawing.shapes import Label, Picture
from app.read_models.blind import OPEN_EYES
from app.read_models.hands import hands
from app.record.checked_case import SoundCase
from app.record.content.aliquot_rows import AliquotTable, aliquot_table
from app.record.content.correction_rows import AddendumRow, CorrectionRow, addendum_rows, correction_rows
from app.record.content.curve import Curve, curve
from app.record.content.deviation_lines import deviation_lines, occurrence_lines
from app.record.content.entry_rows import EntryRow, entry_rows
from app.record.content.finger_table import FingerTable, finger_table
from app.record.content.identity import Identity, identity
from app.record.content.product_lines import ProductLines, product_lines
from app.record.content.protocol_page import ProtocolContent, protocol_content
from app.record.content.signatures import SignatureBox, signature_boxes
from app.record.content.summary import Box, Fact, boxes, facts
from injection_plan.anatomy import Hand
from injection_plan.deviations import corrections, deviations

SIDE_AIR = 14.0
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class RecordContent:
    """What the record says, in the order of its pages."""

    identity: Identity
    product_name: str
    facts: tuple[Fact, ...]
    boxes: tuple[Box, ...]
    hands: Picture
    hand_order: tuple[Hand, Hand]
    fingers: FingerTable
    product: ProductLines
    curve: Curve | None
    deviations: tuple[str, ...]
    occurrences: tuple[str, ...]
    signatures: tuple[SignatureBox, ...]
    aliquots: AliquotTable
    corrections: tuple[CorrectionRow, ...]
    addenda: tuple[AddendumRow, ...]
    entries: tuple[EntryRow, ...]
    protocol: ProtocolContent


def record_content(sound: SoundCase, software: str) -> RecordContent:
    """Return everything that the record of a sound case says, written by this software."""
    procedure, entries = sound.procedure, sound.entries
    picture = _with_margins(hands(procedure, OPEN_EYES, procedure.view))
    deviated, corrected = deviations(entries), corrections(entries)
    return RecordContent(
        identity=identity(sound, software),
        product_name=procedure.protocol.texts.product,
        facts=facts(procedure, entries),
        boxes=boxes(procedure, entries, deviated, len(corrected)),
        hands=picture,
        hand_order=_hands_from_left(picture),
        fingers=finger_table(procedure),
        product=product_lines(procedure),
        curve=curve(procedure, entries),
        deviations=deviation_lines(deviated),
        occurrences=occurrence_lines(entries),
        signatures=signature_boxes(procedure),
        aliquots=aliquot_table(procedure),
        corrections=correction_rows(corrected),
        addenda=addendum_rows(entries),
        entries=entry_rows(sound),
        protocol=protocol_content(procedure),
    )


def _with_margins(picture: Picture) -> Picture:
    """Return the picture with air at its sides, where the words over the outer fingers may reach beyond it."""
    return replace(picture, left=picture.left - SIDE_AIR, width=picture.width + 2 * SIDE_AIR)


def _hands_from_left(picture: Picture) -> tuple[Hand, Hand]:
    """Return the hands as they lie in the picture, so that the table below it has them the same way round."""
    captions = {one.about: one.at[0] for one in picture.shapes if isinstance(one, Label)}
    first, second = sorted(Hand, key=lambda hand: captions[hand.value])
    return first, second
