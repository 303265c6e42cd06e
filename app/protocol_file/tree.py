"""YAML text to plain values, each with its place in the text, and all that YAML permits but doses must not.

The events of ruamel.yaml are taken as they come, because the walk that builds the values can then keep where
each of them stands, report every key that is written twice and not only the first, and needs no second reading
to find a line number. Scalars follow the core schema of YAML 1.2, narrowed: what one reader takes for a number
and another for something else (`012`, `0x10`, `1_000`) stays text, which the field then refuses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from app.protocol_file.problems import Problem, Steps, in_words, line_and_column

DEEPEST = 12
"""How many mappings and sequences may lie in one another; a protocol needs three."""

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")
_SURROGATE = re.compile("[\\ud800-\\udfff]")
_NULL = {"", "~", "null", "Null", "NULL"}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(slots=True)
class Tree:
    """What a text says: its value, where each part stands (character from 0), and what is wrong with it.

    `spoilt` holds the fields whose value could not be kept, so that nothing more is said about them; `twice`
    those that are written more than once, of which the first value is kept and no sum can be trusted. A text
    that ended before it was whole (`whole` is false) has a value that must not be judged.
    """

    value: object = None
    places: dict[Steps, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    spoilt: set[Steps] = field(default_factory=set)
    twice: set[Steps] = field(default_factory=set)
    whole: bool = False


def read_tree(text: str) -> Tree:
    """Read a whole text; a syntax error ends the reading and is one problem among the others."""
    walk = _Walk(text)
    try:
        walk.through_the_document()
        walk.tree.whole = True
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        walk.report((), str(error.problem or error.context), at=mark.index if mark else None)
    except ReaderError as error:
        code = f"{ord(text[error.position]):04X}"
        walk.report((), in_words("control_character", code=code), at=error.position)
    except _TooDeepError:
        walk.report((), in_words("too_deep"))
    except (ValueError, OverflowError):  # an escape with a number that no character has
        walk.report((), in_words("unreadable_here"))
    return walk.tree


class _TooDeepError(Exception):
    """The text nests deeper than any protocol does."""


class _Walk:
    """One walk through the events of one text, which grows the tree."""

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._text = text
        self._at = 0
        self._depth = 0
        self._events: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)

    def through_the_document(self) -> None:
        """Take the first document; a second one is a problem, and so is none at all."""
        documents = 0
        for event in self._events:
            self._at = event.start_mark.index
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report((), in_words("second_document"))
            elif isinstance(event, NodeEvent):
                value = self._value(event, (), kept=documents == 1)
                if documents == 1:
                    self.tree.value = value

    def report(self, steps: Steps, words: str, *, at: int | None = None, kept: bool = True) -> None:
        """Note a problem where the walk stands, or at another character; nothing where nothing is kept."""
        if kept:
            self.tree.problems.append(Problem(self._at if at is None else at, steps, words))

    def _spoil(self, steps: Steps, words: str, *, kept: bool = True) -> None:
        """Report a field whose value cannot be kept."""
        self.report(steps, words, kept=kept)
        if kept:
            self.tree.spoilt.add(steps)

    def _next(self) -> Event:
        event = next(self._events)
        self._at = event.start_mark.index
        return event

    def _value(self, node: Event, steps: Steps, *, kept: bool) -> object:
        if kept:
            self.tree.places[steps] = self._at
            self._refuse_borrowed(node, steps)
        if len(steps) > DEEPEST:
            raise _TooDeepError
        match node:
            case MappingStartEvent():
                return self._fields(steps, kept=kept)
            case SequenceStartEvent():
                return self._rows(steps, kept=kept)
            case ScalarEvent():
                return self._scalar(node, steps, kept=kept)
            case _:
                return None

    def _rows(self, steps: Steps, *, kept: bool) -> list[object]:
        rows: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            rows.append(self._value(event, (*steps, len(rows)), kept=kept))
        return rows

    def _fields(self, steps: Steps, *, kept: bool) -> dict[str, object]:
        fields: dict[str, object] = {}
        stands: dict[str, int] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._name(event, steps, stands, kept=kept)
            below = (*steps, name or "")
            value = self._value(self._next(), below, kept=kept and name is not None)
            if name is not None:
                fields[name] = value
        return fields

    def _name(self, node: Event, steps: Steps, stands: dict[str, int], *, kept: bool) -> str | None:
        """Return the name of a field, or nothing where there is none or it stands here already."""
        if not isinstance(node, ScalarEvent) or node.anchor or node.tag:
            self._spoil(steps, in_words("not_a_name"), kept=kept)
            self._value(node, (*steps, ""), kept=False)
            return None
        name = str(node.value)
        if name in stands:
            line, _ = line_and_column(self._text, stands[name])
            self.report((*steps, name), in_words("duplicate_key", line=line), kept=kept)
            self.tree.twice.add((*steps, name))
            return None
        stands[name] = self._at
        return name

    def _scalar(self, node: ScalarEvent, steps: Steps, *, kept: bool) -> object:
        text = str(node.value)
        if _SURROGATE.search(text):
            self._spoil(steps, in_words("half_character"), kept=kept)
            return None
        return _plain(text) if node.style is None else text

    def _refuse_borrowed(self, node: Event, steps: Steps) -> None:
        """Report references, anchors and tags: what stands in a protocol stands there in full."""
        if isinstance(node, AliasEvent) or getattr(node, "anchor", None):
            self._spoil(steps, in_words("borrowed"))
        elif getattr(node, "tag", None):
            self._spoil(steps, in_words("tagged"))


def _plain(text: str) -> object:
    """Return what an unquoted scalar means: nothing, a truth, a whole or decimal number, else its text."""
    if text in _NULL:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
