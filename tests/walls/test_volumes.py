"""Volumes are whole microlitres: the procedure knows no float, no division and no rounding."""

import ast
from collections.abc import Iterator

import pytest

from tests.walls.source import Module, module, modules, place


def floats(found: Module) -> Iterator[str]:
    for node in ast.walk(found.tree):
        match node:
            case ast.Name(id="float" | "round" as name):
                yield f"{place(found, node)} {name}"
            case ast.Constant(value=float() | complex() as number):
                yield f"{place(found, node)} {number}"
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                yield f"{place(found, node)} a division"
            case ast.Import(names=[ast.alias(name="math" | "fractions" | "statistics" as name)]):
                yield f"{place(found, node)} {name}"
            case ast.ImportFrom(module="math" | "fractions" | "statistics" as name):
                yield f"{place(found, node)} {name}"
            case _:
                pass


def test_the_procedure_knows_no_float() -> None:
    assert [finding for found in modules("injection_plan") for finding in floats(found)] == []


@pytest.mark.parametrize(
    "text",
    [
        "def left(drawn: float): ...",
        "left = 1.0",
        "left = drawn / 2",
        "left /= 2",
        "left = round(drawn)",
        "from math import floor",
        "import math",
    ],
)
def test_a_float_is_seen(text: str) -> None:
    assert len(list(floats(module("injection_plan/volume.py", text)))) == 1


def test_whole_numbers_pass() -> None:
    text = "millilitres, rest = divmod(drawn, 1000)\nhalf = drawn // 2"
    assert list(floats(module("injection_plan/volume.py", text))) == []
