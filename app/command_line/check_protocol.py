"""`check-protocol FILE`: what a protocol file adds up to, or everything that is wrong with it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from app.protocol_file import ProtocolProblems, ReadProtocol, read_protocol
from app.wording import say, volume

DOMAIN = "command_line"
SOUND, WRONG, UNREADABLE = 0, 1, 2


def run(arguments: Namespace, out: TextIO) -> int:
    """Write the counts of a sound file (0), every problem of another (1), or why it cannot be read (2)."""
    path: Path = arguments.file
    try:
        answer = read_protocol(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        out.write(say(DOMAIN, "check.unreadable", file=str(path), why=why) + "\n")
        return UNREADABLE
    match answer:
        case ProtocolProblems(lines=lines):
            out.writelines(line + "\n" for line in lines)
            return WRONG
        case ReadProtocol():
            out.writelines(line + "\n" for line in _summary(answer))
            return SOUND


def _summary(answer: ReadProtocol) -> tuple[str, ...]:
    protocol = answer.protocol
    counts = say(
        DOMAIN,
        "check.counts",
        sites=len(protocol.entry_sites),
        aliquots=len(protocol.aliquots),
        syringes=len(protocol.syringes),
        volume=volume(protocol.volume),
    )
    name = {"protocol": protocol.protocol, "version": protocol.version, "title": protocol.title}
    return say(DOMAIN, "check.protocol", **name), counts, say(DOMAIN, "check.digest", digest=answer.digest)
