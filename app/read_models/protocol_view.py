"""What a protocol file says, as a page and as a picture of the hands; or what is wrong with it, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import FingerLabel, MarkState, PassMark
from app.drawing.shapes import Picture
from app.read_models.hands import captions
from app.read_models.protocol_sections import SECTIONS, Section, ViewRow
from injection_plan.protocol import Protocol, Status
from injection_plan.views import View
from injection_plan.volume import total

DOMAIN = "protocol_view"
SHORT = 12  # of the 64 digits of a digest, to tell two files apart at a glance; all of them stand in their section


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """The head of the page, how much of the file nobody has confirmed, and the sections in their order."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    told: str
    sections: tuple[Section, ...]
    is_sound: bool = True


def protocol_view(protocol: Protocol, digest: str) -> ProtocolView:
    """Return what a checked protocol says; `digest` is the SHA-256 of its file in hex."""
    count = sum(one.status is not Status.CONFIRMED for one in protocol.open_points)
    told = wording.say(DOMAIN, "unconfirmed", count=count, all=len(protocol.open_points))
    sections = (section(protocol) for section in SECTIONS)
    return ProtocolView(
        title=wording.say(DOMAIN, "title", protocol=protocol.protocol),
        subtitle=wording.say(DOMAIN, "subtitle", version=protocol.version, digest=digest[:SHORT]),
        facts=(
            (wording.say(DOMAIN, "file.aliquots"), str(len(protocol.aliquots))),
            (wording.say(DOMAIN, "file.volume"), wording.volume(protocol.volume)),
        ),
        told=told if count else wording.say(DOMAIN, "all_confirmed"),
        sections=(*(one for one in sections if one.rows), _file(protocol, digest)),
    )


def _file(protocol: Protocol, digest: str) -> Section:
    told = {
        "protocol": protocol.protocol,
        "version": protocol.version,
        "title": protocol.title,
        "source": protocol.source,
        "digest": digest,
    }
    rows = tuple(ViewRow((wording.say(DOMAIN, f"file.{name}"), text)) for name, text in told.items())
    head = (wording.say(DOMAIN, "column.what"), wording.say(DOMAIN, "column.says"))
    return Section("file", wording.say(DOMAIN, "section.file"), head, (22, 78), rows)


def problems_view(lines: tuple[str, ...]) -> ProtocolView:
    """Return what is wrong with a protocol file, line by line; nothing of such a file is used."""
    title, head = wording.say(DOMAIN, "section.problems"), (wording.say(DOMAIN, "column.problem"),)
    section = Section("problems", title, head, (100,), tuple(ViewRow((line,)) for line in lines))
    told = wording.say(DOMAIN, "problems", count=len(lines))
    return ProtocolView(wording.say(DOMAIN, "title.problems"), "", (), told, (section,), is_sound=False)


def protocol_picture(protocol: Protocol, view: View, selected: str | None = None) -> Picture:
    """Return both hands with every aliquot of the protocol, numbered in its order; `selected` is a row's code."""
    codes = [one.aliquot for one in protocol.aliquots]
    marks = {code: PassMark(code, MarkState.PLANNED) for code in codes}
    numbers = {code: number for number, code in enumerate(codes, start=1)}
    labels = {
        syringe.finger: FingerLabel(
            wording.number(total(one.volume for one in protocol.aliquots if one.syringe == syringe.number)),
            wording.UNIT,
        )
        for syringe in protocol.syringes
    }
    return hand_picture(marks, view, captions(), labels, selected, numbers=numbers)
