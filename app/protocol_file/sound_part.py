"""The sums of a file in which some fields are unsound: every check runs on what is sound, and says only that.

A row that lacks a readable volume still has a code that may stand twice, and the nine other syringes can still
be added up. So the sound fields are put into a protocol of their own, whose unsound fields count as nothing,
and a finding is passed on only when everything that it rests on is sound.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.protocol_file.problems import Steps
from injection_plan.anatomy import Digit, Hand
from injection_plan.protocol import Aliquot, Limits, Protocol, Syringe
from injection_plan.protocol_checks import ProtocolFinding, Wrong, protocol_findings
from injection_plan.volume import NOTHING, Volume


def sound_findings(value: object, unsound: Collection[Steps]) -> Iterator[ProtocolFinding]:
    """Yield what is wrong with the sums of a file's plain value, whose fields at `unsound` mean nothing."""
    if not isinstance(value, Mapping) or () in unsound:
        return
    part = _SoundPart(value, frozenset(unsound))
    for finding in protocol_findings(part.protocol()):
        placed = part.in_the_file(finding)
        if part.is_sound(placed.where) and part.may_say(placed):
            yield placed


@dataclass(frozen=True, slots=True)
class _SoundPart:
    """The plain value of a file and the fields of it that are unsound."""

    value: Mapping[str, object]
    unsound: frozenset[Steps]

    def is_sound(self, steps: Steps) -> bool:
        """Say whether neither a field nor anything that it lies in is unsound."""
        return all(steps[:length] not in self.unsound for length in range(len(steps) + 1))

    def is_whole(self, *steps: str | int) -> bool:
        """Say whether a field and everything that lies in it are sound."""
        return self.is_sound(steps) and all(one[: len(steps)] != steps for one in self.unsound)

    def rows(self, section: str, name: str | None) -> list[tuple[int, Any]]:
        """Return the rows of a section, with their numbers in the file, whose naming field is sound."""
        found = self.value.get(section)
        if not isinstance(found, list):
            return []
        naming: Steps = () if name is None else (name,)
        return [(row, one) for row, one in enumerate(found) if self.is_sound((section, row, *naming))]

    def read(self, section: str, row: int, fields: Mapping[str, Any], name: str, otherwise: Any) -> Any:
        """Return a sound field of a row as it stands, and something else where it is unsound."""
        return fields[name] if self.is_sound((section, row, name)) else otherwise

    def protocol(self) -> Protocol:
        """Return the sound part as a protocol; it was never checked as a whole and is good for sums only."""
        fields: dict[str, Any] = {
            "entry_sites": tuple(site for _, site in self.rows("entry_sites", None)),
            "syringes": tuple(self._syringe(row, one) for row, one in self.rows("syringes", "number")),
            "aliquots": tuple(self._aliquot(row, one) for row, one in self.rows("aliquots", "aliquot")),
            "limits": self._limits(),
        }
        return Protocol.model_construct(**fields)

    def _aliquot(self, row: int, fields: Mapping[str, Any]) -> Aliquot:
        volume = Volume(self.read("aliquots", row, fields, "volume", 0))
        syringe = self.read("aliquots", row, fields, "syringe", 0)
        return Aliquot.model_construct(aliquot=fields["aliquot"], volume=volume, syringe=syringe)

    def _syringe(self, row: int, fields: Mapping[str, Any]) -> Syringe:
        return Syringe.model_construct(
            number=fields["number"],
            hand=Hand(self.read("syringes", row, fields, "hand", Hand.RIGHT)),
            digit=Digit(self.read("syringes", row, fields, "digit", Digit.THUMB)),
            size=Volume(self.read("syringes", row, fields, "size", 0)),
        )

    def _limits(self) -> Limits:
        found = self.value.get("limits")
        limits = found if isinstance(found, Mapping) else {}
        sound: dict[str, Any] = {
            name: Volume(limits[name]) if self.is_sound(("limits", name)) and name in limits else NOTHING
            for name in ("finger_most", "total")
        }
        return Limits.model_construct(**sound)

    def in_the_file(self, finding: ProtocolFinding) -> ProtocolFinding:
        """Return a finding with the row number of the file instead of that among the sound rows."""
        match finding.where:
            case (str() as section, int() as kept, *rest):
                name = {"aliquots": "aliquot", "syringes": "number"}.get(section)
                row = self.rows(section, name)[kept][0]
                return replace(finding, where=(section, row, *rest))
            case _:
                return finding

    def may_say(self, finding: ProtocolFinding) -> bool:
        """Say whether all that a finding rests on, beside the field it stands at, is sound."""
        match finding.what:
            case Wrong.DUPLICATE_ALIQUOT | Wrong.DUPLICATE_SITE | Wrong.DUPLICATE_SYRINGE:
                return True
            case Wrong.SITE_NOT_LISTED:
                return self.is_whole("entry_sites")
            case Wrong.UNKNOWN_SYRINGE:
                return self._names_are_sound("syringes", "number")
            case Wrong.OTHER_FINGER:
                return self._finger_is_sound(finding.about)
            case Wrong.SITE_NOT_USED:
                return self._names_are_sound("aliquots", "aliquot")
            case Wrong.SYRINGE_NOT_EMPTY:
                return not self._is_doubtful(finding.about)
            case Wrong.FINGER_ABOVE_MOST:
                return self.is_sound(("limits", "finger_most"))
            case Wrong.WRONG_TOTAL:
                return self._names_are_sound("aliquots", "aliquot") and self._names_are_sound(
                    "aliquots", "volume"
                )

    def _names_are_sound(self, section: str, name: str) -> bool:
        found = self.value.get(section)
        return isinstance(found, list) and len(self.rows(section, name)) == len(found)

    def _finger_is_sound(self, number: str) -> bool:
        numbered = [row for row, one in self.rows("syringes", "number") if str(one["number"]) == number]
        return all(self.is_sound(("syringes", row, name)) for row in numbered for name in ("hand", "digit"))

    def _is_doubtful(self, number: str) -> bool:
        """Say whether an aliquot whose code or volume is unsound is, or may be, drawn from a syringe."""
        found = self.value.get("aliquots")
        if not isinstance(found, list) or not self.is_sound(("aliquots",)):
            return True
        whole = ("aliquot", "volume")
        return any(
            not self.is_sound(("aliquots", row, "syringe"))
            or (
                str(one["syringe"]) == number
                and not all(self.is_sound(("aliquots", row, name)) for name in whole)
            )
            for row, one in enumerate(found)
        )
