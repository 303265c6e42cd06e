"""The volume plan in words: what is there, planned, lost, left or missing. It states, and never advises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app import wording
from app.read_models.plan_drafts import plan_of
from app.read_models.volume_sentence import in_syringes, numbers_of, stands_apart, volume_sentence
from injection_plan.procedure import Procedure
from injection_plan.product import Handling
from injection_plan.volume import NOTHING, Volume
from injection_plan.volume_plan import SyringePlan, VolumePlan, volume_plan

DOMAIN = "plan_summary"


@dataclass(frozen=True, slots=True)
class VolumeLine:
    """One line of the sums: its words, the figure, and what is said beside it; `is_short` where product is missing."""

    words: str
    figure: str
    beside: str = ""
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class SyringeVolumes:
    """One syringe as a row: number, finger, planned, drawn up, dead space, left over; `is_short` where it is less."""

    number: str
    finger: str
    planned: str
    drawn_up: str
    dead_space: str
    left_over: str
    is_short: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of the row, column by column."""
        return self.number, self.finger, self.planned, self.drawn_up, self.dead_space, self.left_over


@dataclass(frozen=True, slots=True)
class VolumeView:
    """The lines, the one sentence that states what they come to, and the syringes."""

    lines: tuple[VolumeLine, ...]
    sentence: str
    is_short: bool
    syringes: tuple[SyringeVolumes, ...]


def volume_view(procedure: Procedure, handling: Handling | None = None) -> VolumeView:
    """Return the volume plan of a case; with `handling` as it would be if that were stored."""
    shown = procedure
    if handling is not None:
        shown = replace(procedure, prepared=replace(procedure.prepared, handling=handling))
    if shown.plan is None:
        shown = replace(shown, plan=plan_of(shown))
    volumes = volume_plan(shown)
    syringes = tuple(_row(one, volumes.per_syringe) for one in volumes.syringes)
    return VolumeView(
        lines=_lines(shown, volumes),
        sentence=volume_sentence(shown, volumes),
        is_short=bool(volumes.short_by or volumes.short),
        syringes=syringes,
    )


def _lines(procedure: Procedure, volumes: VolumePlan) -> tuple[VolumeLine, ...]:
    return (
        VolumeLine(wording.say(DOMAIN, "volume.available"), _known(volumes.available), _product(procedure)),
        VolumeLine(_planned(procedure), wording.volume(volumes.planned)),
        VolumeLine(_lost(volumes), _known(volumes.dead_space)),
        _rest(volumes),
        *(_apart(volumes) if stands_apart(volumes) else ()),
    )


def _known(volume: Volume | None) -> str:
    return wording.say(DOMAIN, "unknown") if volume is None else wording.volume(volume)


def _product(procedure: Procedure) -> str:
    product = procedure.product
    if product is None:
        return wording.say(DOMAIN, "volume.no_product")
    sample = product.process.sample
    if sample:
        return wording.say(
            DOMAIN,
            "volume.less_sample",
            prepared=wording.volume(product.prepared),
            sample=wording.volume(sample),
        )
    return "" if product.lot is None else wording.say(DOMAIN, "volume.lot", lot=product.lot)


def _planned(procedure: Procedure) -> str:
    count, whole = len(plan_of(procedure).order), len(procedure.protocol.aliquots)
    return wording.say(DOMAIN, "volume.planned", count=count, all=whole)


def _lost(volumes: VolumePlan) -> str:
    if volumes.per_syringe is None:
        return wording.say(DOMAIN, "volume.dead_space_unknown")
    each = wording.volume(volumes.per_syringe)
    return wording.say(DOMAIN, "volume.dead_space", count=volumes.used, each=each)


def _rest(volumes: VolumePlan) -> VolumeLine:
    words = wording.say(DOMAIN, "volume.left_over")
    if volumes.left_over is None:
        return VolumeLine(words, wording.say(DOMAIN, "unknown"))
    short = bool(volumes.short_by)
    beside = wording.say(DOMAIN, "volume.short") if short else ""
    return VolumeLine(words, wording.volume(volumes.left_over), beside, is_short=short)


def _apart(volumes: VolumePlan) -> Iterator[VolumeLine]:
    """Yield what makes up the balance: short in which syringes, left in which, and what is in none."""
    if volumes.short:
        words, figure = _group("volume.short_in", volumes.short)
        yield VolumeLine(words, figure, is_short=True)
    if volumes.keeping:
        yield VolumeLine(*_group("volume.left_in", volumes.keeping))
    if volumes.not_drawn_up:
        key = "volume.not_drawn_up" if volumes.not_drawn_up > NOTHING else "volume.over_drawn"
        yield VolumeLine(wording.say(DOMAIN, key), wording.volume(abs(volumes.not_drawn_up)))


def _group(key: str, syringes: Sequence[SyringePlan]) -> tuple[str, str]:
    of_one = f"{key}_one" if len(syringes) == 1 else key
    words = wording.say(DOMAIN, of_one, count=len(syringes), numbers=numbers_of(syringes))
    return words, wording.volume(in_syringes(syringes))


def _row(one: SyringePlan, per_syringe: Volume | None) -> SyringeVolumes:
    dead = per_syringe if one.planned else NOTHING
    short = one.left_over is not None and one.left_over < NOTHING
    left = "" if one.left_over is None else wording.volume(one.left_over)
    return SyringeVolumes(
        number=str(one.syringe.number),
        finger=wording.finger(one.syringe.finger),
        planned=wording.volume(one.planned),
        drawn_up=wording.say(DOMAIN, "not_filled") if one.drawn_up is None else wording.volume(one.drawn_up),
        dead_space=_known(dead),
        left_over=left,
        is_short=short,
    )
