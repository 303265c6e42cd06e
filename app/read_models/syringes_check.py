"""The first sheet looked at: which syringes were filled anew, and what is said at each field.

What is stored already and stands as it was is not judged again; it only counts, in the sum and among the labels.
"""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models import syringes_form as form
from app.read_models.entered_volume import MARK_DECIMALS, has_slipped, read_entered
from app.read_models.field_said import Bearing, Said, SaidAtFields
from app.read_models.named_person import named_person
from app.read_models.syringes_form import (
    FillsText,
    FillText,
    drawn_up_field,
    label_field,
    mark_field,
    stored_fills,
    unprimed_field,
)
from injection_plan.commands import FillSyringes
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeFill
from injection_plan.rules.product import names_another
from injection_plan.volume import NOTHING, Volume, total

DOMAIN = "syringes"
LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class FillsCheck:
    """What came of looking at the first sheet; without anything new and nothing wrong there is no command.

    `unprimed` are the syringes that are asked about because their mark leaves nothing for the entered priming loss.
    """

    command: FillSyringes | None
    said: dict[str, Said]
    in_all: str
    unprimed: tuple[int, ...] = ()

    @property
    def holds_back(self) -> bool:
        """Whether anything stands against recording the sheet."""
        return any(one.holds_back for one in self.said.values())


def check_fills(text: FillsText, procedure: Procedure) -> FillsCheck:
    """Look at the first sheet as it stands."""
    look = _Look(text, procedure)
    fills = look.fills()
    in_all = look.in_all()
    if not fills and not look.fields.said:
        return FillsCheck(None, {}, in_all)
    look.product_first()
    unprimed = look.unprimed(fills)
    filler = look.filler() if fills or look.fields.hold_back else None
    if filler is None or look.fields.hold_back or not fills:
        return FillsCheck(None, look.fields.said, in_all, unprimed)
    return FillsCheck(FillSyringes(fills=fills, by=filler), look.fields.said, in_all)


class _Look:
    """One look at the first sheet."""

    def __init__(self, text: FillsText, procedure: Procedure) -> None:
        self._text = text
        self._case = procedure
        self._stored = {one.syringe: one for one in stored_fills(procedure).fills}
        self._drawn_up: dict[int, Volume] = {}
        self.fields = SaidAtFields()

    def wrong(self, where: str, key: str, **words: str | int) -> None:
        """Say what is wrong with a field."""
        self.fields.say(where, wording.say(DOMAIN, key, **words))

    def product_first(self) -> None:
        """Ask for the product before anything is drawn up from it."""
        if self._case.product is None:
            self.wrong(form.IN_ALL, "wrong.no_product")

    def fills(self) -> tuple[SyringeFill, ...]:
        """Return what differs from what is stored."""
        found = [self._fill(typed) for typed in self._text.fills]
        self._labels_once()
        return tuple(fill for fill in found if fill is not None)

    def _fill(self, typed: FillText) -> SyringeFill | None:
        state = self._case.syringe(typed.syringe)
        if typed.is_blank:
            if state.fill is not None:
                self.wrong(drawn_up_field(typed.syringe), "wrong.emptied")
            return None
        if state.fill is not None and typed == self._stored[typed.syringe]:
            self._drawn_up[typed.syringe] = state.fill.drawn_up
            return None
        label, drawn_up, mark = self._label(typed), self._drawn(typed), self._mark(typed)
        if drawn_up is not None:
            self._drawn_up[typed.syringe] = drawn_up
        if drawn_up is None or mark is None:
            return None
        if mark > drawn_up:
            self.wrong(mark_field(typed.syringe), "wrong.mark_above_drawn_up")
        fill = SyringeFill(syringe=typed.syringe, drawn_up=drawn_up, mark=mark, label=label)
        if fill == state.fill:
            return None
        if state.checked is not None:
            reader = state.checked.stamp.acted_by.name
            falls = wording.say(DOMAIN, "warns.reading_falls", person=reader)
            self.fields.say(mark_field(typed.syringe), falls, Bearing.WARNS)
        return fill

    def _label(self, typed: FillText) -> str | None:
        label, where = typed.label.strip(), label_field(typed.syringe)
        if len(label) > LONGEST_LABEL:
            self.wrong(where, "wrong.too_long", most=LONGEST_LABEL)
            return None
        if names_another(self._case.protocol.participant_code, self._case.participant, label):
            words = {"label": label, "participant": self._case.participant}
            self.wrong(where, "wrong.another_participant", **words)
        return label or None

    def _labels_once(self) -> None:
        first: dict[str, int] = {}
        for typed in self._text.fills:
            label = typed.label.strip().casefold()
            if label in first:
                self.wrong(label_field(typed.syringe), "wrong.label_twice", syringe=first[label])
            elif label:
                first[label] = typed.syringe

    def _drawn(self, typed: FillText) -> Volume | None:
        return self._dose(typed.syringe, drawn_up_field(typed.syringe), typed.drawn_up, decimals=3)

    def _mark(self, typed: FillText) -> Volume | None:
        where = mark_field(typed.syringe)
        mark = self._dose(typed.syringe, where, typed.mark, decimals=MARK_DECIMALS)
        size = self._case.protocol.syringe(typed.syringe).size
        if mark is not None and mark > size:
            self.wrong(where, "wrong.mark_above_size", size=wording.volume(size))
        return mark

    def _dose(self, syringe: int, where: str, typed: str, *, decimals: int) -> Volume | None:
        if not typed.strip():
            self.wrong(where, f"missing.{where.partition('.')[0]}")
            return None
        read = read_entered(typed, decimals=decimals)
        if isinstance(read, str):
            self.fields.say(where, read)
            return None
        if read <= NOTHING:
            self.wrong(where, "wrong.no_volume")
            return None
        size = self._case.protocol.syringe(syringe).size
        if has_slipped(read, size) and (where, typed) not in self._text.confirmed:
            words = {"volume": wording.volume(read), "size": wording.volume(size)}
            self.fields.say(where, wording.say(DOMAIN, "question.slip", **words), Bearing.QUESTIONED)
        return read

    def unprimed(self, fills: tuple[SyringeFill, ...]) -> tuple[int, ...]:
        """Ask about new fills whose mark equals what was drawn up although something is entered as lost in priming."""
        priming = self._case.prepared.handling.priming
        typed = {one.syringe: one for one in self._text.fills}
        same = tuple(
            one.syringe
            for one in fills
            if one.mark == one.drawn_up
            and (unprimed_field(one.syringe), typed[one.syringe].volumes) not in self._text.confirmed
        )
        if not priming or not same:
            return ()
        words = {"syringes": ", ".join(map(str, same)), "priming": wording.volume(priming)}
        sentence = wording.say(DOMAIN, "question.unprimed", **words)
        self.fields.say(form.UNPRIMED, sentence, Bearing.QUESTIONED)
        return same

    def filler(self) -> Person | None:
        """Return who filled what is new."""
        return named_person(form.FILLER, self._text.filler, self._case, self.fields)

    def in_all(self) -> str:
        """Return what the syringes hold together as far as it can be read; more than was prepared is wrong."""
        volume = total(self._drawn_up.values())
        unread = sum(bool(one.drawn_up.strip()) for one in self._text.fills) - len(self._drawn_up)
        product = self._case.product
        words: dict[str, str | int] = {"volume": wording.volume(volume), "count": unread}
        if product is not None:
            words["prepared"] = wording.volume(product.prepared)
            self._no_more_than_prepared(volume, product.prepared, product.process.sample or NOTHING)
        said = "in_all.of_prepared" if product is not None else "in_all.alone"
        words["sum"] = wording.say(DOMAIN, said, **words)
        return wording.say(DOMAIN, "in_all.unread", **words) if unread else str(words["sum"])

    def _no_more_than_prepared(self, volume: Volume, prepared: Volume, sample: Volume) -> None:
        if volume > prepared:
            words = {"volume": wording.volume(volume), "prepared": wording.volume(prepared)}
            self.wrong(form.IN_ALL, "wrong.too_much_drawn_up", **words)
        elif volume > prepared - sample:
            words = {"left": wording.volume(prepared - sample), "sample": wording.volume(sample)}
            self.fields.say(
                form.IN_ALL, wording.say(DOMAIN, "warns.above_what_is_left", **words), Bearing.WARNS
            )
