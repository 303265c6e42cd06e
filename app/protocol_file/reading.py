"""Reading a protocol file: its bytes once, a checked protocol with the digest of those bytes, or the problems."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app import assets
from app.protocol_file.judging import judge
from app.protocol_file.problems import Problem, in_words, report
from app.protocol_file.tree import read_tree
from injection_plan.protocol import Protocol

SHIPPED = ("protocols", "nct07360808.yaml")
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ReadProtocol:
    """A protocol that may be used: what it says, the SHA-256 of the file's bytes in hex, and the file."""

    protocol: Protocol
    digest: str
    path: Path


@dataclass(frozen=True, slots=True)
class ProtocolProblems:
    """Why a file may not be used: `file:line:column field - what is wrong`, one line each, in file order."""

    lines: tuple[str, ...]


def read_protocol(path: Path) -> ReadProtocol | ProtocolProblems:
    """Read and check a protocol file; `OSError` if it cannot be read at all."""
    content = path.read_bytes()
    try:
        text = content.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        readable = error.object[: error.start].decode("utf-8")
        problem = Problem(len(readable), (), in_words("not_utf8"))
        return ProtocolProblems(report(str(path), readable, [problem]))
    tree = read_tree(text)
    protocol, problems = judge(tree) if tree.whole else (None, [])
    problems = [*tree.problems, *problems]
    if protocol is None or problems:
        return ProtocolProblems(report(str(path), text, problems))
    return ReadProtocol(protocol, hashlib.sha256(content).hexdigest(), path)


def read_shipped_protocol() -> ReadProtocol | ProtocolProblems:
    """Read and check the protocol that comes with this application; `OSError` if it is not there."""
    return read_protocol(assets.path(*SHIPPED))
