"""What a protocol must add up to: each check takes the rows and returns all that is wrong, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from injection_plan.protocol import Aliquot, Protocol, Syringe
from injection_plan.volume import Volume, total


class Wrong(StrEnum):
    """What can be wrong with a protocol whose every field is well-formed."""

    DUPLICATE_ALIQUOT = "duplicate_aliquot"
    DUPLICATE_SITE = "duplicate_site"
    DUPLICATE_SYRINGE = "duplicate_syringe"
    UNKNOWN_SYRINGE = "unknown_syringe"
    OTHER_FINGER = "other_finger"
    SITE_NOT_LISTED = "site_not_listed"
    SITE_NOT_USED = "site_not_used"
    SYRINGE_NOT_EMPTY = "syringe_not_empty"
    FINGER_ABOVE_MOST = "finger_above_most"
    WRONG_TOTAL = "wrong_total"


@dataclass(frozen=True, slots=True)
class ProtocolFinding:
    """One thing that is wrong: where in the file, what it is, about which name, and the two volumes."""

    where: tuple[str | int, ...]
    what: Wrong
    about: str = ""
    found: Volume | None = None
    wanted: Volume | None = None


def _repeated(names: Sequence[str], field: str, key: str | None, what: Wrong) -> Iterator[ProtocolFinding]:
    seen: set[str] = set()
    for row, name in enumerate(names):
        if name in seen:
            yield ProtocolFinding((field, row) if key is None else (field, row, key), what, name)
        seen.add(name)


def no_name_stands_twice(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report every aliquot, entry site and syringe that is listed again."""
    aliquots = [aliquot.aliquot for aliquot in protocol.aliquots]
    syringes = [str(syringe.number) for syringe in protocol.syringes]
    yield from _repeated(aliquots, "aliquots", "aliquot", Wrong.DUPLICATE_ALIQUOT)
    yield from _repeated(protocol.entry_sites, "entry_sites", None, Wrong.DUPLICATE_SITE)
    yield from _repeated(syringes, "syringes", "number", Wrong.DUPLICATE_SYRINGE)


def every_aliquot_has_its_site_and_syringe(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report aliquots at sites that are not listed, or from a syringe that is not there or not theirs."""
    fingers = {syringe.number: syringe.finger for syringe in protocol.syringes}
    for row, aliquot in enumerate(protocol.aliquots):
        if aliquot.path.site.code not in protocol.entry_sites:
            site = aliquot.path.site.code
            yield ProtocolFinding(("aliquots", row, "aliquot"), Wrong.SITE_NOT_LISTED, site)
        if aliquot.syringe not in fingers:
            number = str(aliquot.syringe)
            yield ProtocolFinding(("aliquots", row, "syringe"), Wrong.UNKNOWN_SYRINGE, number)
        elif fingers[aliquot.syringe] != aliquot.path.finger:
            number = str(aliquot.syringe)
            yield ProtocolFinding(("aliquots", row, "syringe"), Wrong.OTHER_FINGER, number)


def every_site_is_used(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report entry sites that no aliquot uses, which are opened for nothing."""
    used = {aliquot.path.site.code for aliquot in protocol.aliquots}
    for row, site in enumerate(protocol.entry_sites):
        if site not in used:
            yield ProtocolFinding(("entry_sites", row), Wrong.SITE_NOT_USED, site)


def every_syringe_empties(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report each syringe whose aliquots are not exactly its size."""
    for row, syringe in enumerate(protocol.syringes):
        found = _drawn_from(protocol.aliquots, syringe)
        if found != syringe.size:
            where = ("syringes", row, "size")
            yield ProtocolFinding(where, Wrong.SYRINGE_NOT_EMPTY, str(syringe.number), found, syringe.size)


def _drawn_from(aliquots: Sequence[Aliquot], syringe: Syringe) -> Volume:
    return total(aliquot.volume for aliquot in aliquots if aliquot.syringe == syringe.number)


def no_finger_gets_too_much(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report each finger above its limit, at the aliquot that takes it there."""
    most = protocol.limits.finger_most
    sums: Counter[tuple[str, str]] = Counter()
    for row, aliquot in enumerate(protocol.aliquots):
        finger = aliquot.path.finger
        before = Volume(sums[finger])
        sums[finger] += aliquot.volume.microlitres
        if before <= most < Volume(sums[finger]):
            name = f"{finger.hand.value} {finger.digit.value}"
            found = total(one.volume for one in protocol.aliquots if one.path.finger == finger)
            yield ProtocolFinding(("aliquots", row, "volume"), Wrong.FINGER_ABOVE_MOST, name, found, most)


def the_total_is_right(protocol: Protocol) -> Iterator[ProtocolFinding]:
    """Report a sum of aliquots that is not the protocol's total."""
    if protocol.volume != protocol.limits.total:
        where = ("limits", "total")
        yield ProtocolFinding(where, Wrong.WRONG_TOTAL, "", protocol.volume, protocol.limits.total)


PROTOCOL_CHECKS: tuple[Callable[[Protocol], Iterator[ProtocolFinding]], ...] = (
    no_name_stands_twice,
    every_aliquot_has_its_site_and_syringe,
    every_site_is_used,
    every_syringe_empties,
    no_finger_gets_too_much,
    the_total_is_right,
)
"""Every check of a whole protocol, in the order in which their findings are read."""


def protocol_findings(protocol: Protocol) -> tuple[ProtocolFinding, ...]:
    """Return everything that is wrong with a well-formed protocol; an empty tuple means it may be used."""
    return tuple(finding for check in PROTOCOL_CHECKS for finding in check(protocol))
