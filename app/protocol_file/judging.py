"""What is wrong with the fields of a protocol, and with its sums as far as their fields are sound."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.protocol_file.problems import Problem, Steps, in_words
from app.protocol_file.sound_part import sound_findings
from app.protocol_file.tree import Tree
from app.wording import volume
from injection_plan.protocol import Protocol
from injection_plan.protocol_checks import ProtocolFinding
from injection_plan.volume import NOTHING

UNKNOWN_FIELD = "extra_forbidden"
MISSING_FIELD = "missing"
LONGEST_ECHO = 60


def judge(tree: Tree) -> tuple[Protocol | None, list[Problem]]:
    """Return the protocol that a whole tree spells, or nothing, and every problem of its fields and sums."""
    errors: list[ErrorDetails] = []
    protocol = None
    try:
        protocol = Protocol.model_validate_json(json.dumps(tree.value), strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    unsound = {error["loc"] for error in errors if error["type"] != UNKNOWN_FIELD} | tree.spoilt | tree.twice
    problems = [
        Problem(_place(tree, error["loc"]), error["loc"], _words(error))
        for error in errors
        if not _is_spoilt(tree, error)
    ]
    problems.extend(
        Problem(_place(tree, finding.where), finding.where, _sum_words(finding))
        for finding in sound_findings(tree.value, unsound)
    )
    return protocol, problems


def _is_spoilt(tree: Tree, error: ErrorDetails) -> bool:
    return any(steps in tree.spoilt for steps in _upward(error["loc"]) if steps)


def _upward(steps: Steps) -> Iterator[Steps]:
    """Return a field and then everything that it lies in, up to the whole file."""
    return (steps[:length] for length in range(len(steps), -1, -1))


def _place(tree: Tree, steps: Steps) -> int:
    """Return where a field stands; a missing one stands where its parent begins."""
    return next((tree.places[one] for one in _upward(steps) if one in tree.places), 0)


def _words(error: ErrorDetails) -> str:
    if not error["loc"]:
        return in_words("no_protocol")
    raised = error.get("ctx", {}).get("error")
    words = str(raised) if isinstance(raised, ValueError) else error["msg"]
    if error["type"] in {UNKNOWN_FIELD, MISSING_FIELD} or isinstance(error["input"], dict | list):
        return words
    found = json.dumps(error["input"], ensure_ascii=False)
    return in_words("with_found", words=words, found=found[:LONGEST_ECHO])


def _sum_words(finding: ProtocolFinding) -> str:
    found, wanted = volume(finding.found or NOTHING), volume(finding.wanted or NOTHING)
    return in_words(finding.what.value, about=finding.about, found=found, wanted=wanted)
