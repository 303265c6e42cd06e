"""The whole record as one frozen value: everything it says, before a single line is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from app.read_models.preparation_summary import PreparationSummary, preparation_summary
from app.record.checked_case import SoundCase
from app.record.content.aliquot_rows import AliquotTable, aliquot_table
from app.record.content.correction_rows import AddendumRow, CorrectionRow, addendum_rows, correction_rows
from app.record.content.curve import Curve, curve
from app.record.content.deviation_lines import deviation_lines, occurrence_lines
from app.record.content.entry_rows import EntryRow, entry_rows
from app.record.content.facts import Fact, facts
from app.record.content.finger_table import FingerTable, finger_table
from app.record.content.identity import Identity, identity
from app.record.content.legend import HandsContent, hands_content
from app.record.content.not_verified import not_verified_lines
from app.record.content.product_lines import ProductLines, product_lines
from app.record.content.protocol_page import ProtocolContent, protocol_content
from app.record.content.signatures import SignatureBox, signature_boxes
from app.record.content.summary import Box, Pointer, boxes, sign_out_pointer
from app.record.content.syringe_rows import SyringeTable, syringe_table
from injection_plan.deviations import corrections, deviations


@dataclass(frozen=True, slots=True)
class RecordContent:
    """What the record says, in the order of its pages."""

    identity: Identity
    product_name: str
    facts: tuple[Fact, ...]
    boxes: tuple[Box, ...]
    hands: HandsContent
    fingers: FingerTable
    product: ProductLines
    curve: Curve | None
    sign_out: Pointer | None
    deviations: tuple[str, ...]
    not_verified: tuple[str, ...]
    occurrences: tuple[str, ...]
    signatures: tuple[SignatureBox, ...]
    aliquots: AliquotTable
    syringes: SyringeTable
    preparation: PreparationSummary
    corrections: tuple[CorrectionRow, ...]
    addenda: tuple[AddendumRow, ...]
    entries: tuple[EntryRow, ...]
    protocol: ProtocolContent


def record_content(sound: SoundCase, software: str) -> RecordContent:
    """Return everything that the record of a sound case says, written by this software."""
    procedure, entries = sound.procedure, sound.entries
    deviated, corrected = deviations(entries), corrections(entries)
    preparation = preparation_summary(procedure, entries)
    return RecordContent(
        identity=identity(sound, software),
        product_name=procedure.protocol.texts.product,
        facts=facts(procedure, entries),
        boxes=boxes(procedure, entries, deviated, len(corrected), len(preparation.changes)),
        hands=hands_content(procedure),
        fingers=finger_table(procedure),
        product=product_lines(procedure),
        curve=curve(procedure, entries),
        sign_out=sign_out_pointer(preparation.spoken),
        deviations=deviation_lines(deviated),
        not_verified=not_verified_lines(procedure, entries),
        occurrences=occurrence_lines(entries),
        signatures=signature_boxes(procedure),
        aliquots=aliquot_table(procedure, entries, corrected),
        syringes=syringe_table(procedure, entries),
        preparation=preparation,
        corrections=correction_rows(corrected),
        addenda=addendum_rows(entries),
        entries=entry_rows(sound),
        protocol=protocol_content(procedure),
    )
