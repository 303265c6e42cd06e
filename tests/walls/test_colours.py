"""Shapes and widgets name roles; only assets/theme names colours."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.walls.source import Module, module, modules, place

HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9A-Za-z_-])")
CSS = re.compile(r"\b(?:rgb|rgba|hsl|hsla|hsv)\s*\(", re.IGNORECASE)
MAKERS = {"QColor", "Color", "HexColor", "CMYKColor", "toColor", "fromRgb", "fromRgbF", "fromHsv", "mkColor"}


def colours(found: Module) -> Iterator[str]:
    for node in ast.walk(found.tree):
        match node:
            case ast.Constant(value=str() as text) if HEX.search(text) or CSS.search(text):
                yield f"{place(found, node)} {text!r}"
            case ast.Call(func=maker, args=[first, *_]) if called(maker) in MAKERS and is_fixed(first):
                yield f"{place(found, node)} {ast.unparse(node)}"
            case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=name) if name != "transparent":
                yield f"{place(found, node)} {name}"
            case _:
                pass


def called(maker: ast.expr) -> str:
    return ast.unparse(maker).rsplit(".", 1)[-1]


def is_fixed(argument: ast.expr) -> bool:
    """Tell whether a colour is built from a number or a name that stands in the code."""
    return isinstance(argument, ast.Constant)


def test_no_colour_is_named_outside_the_assets() -> None:
    house = modules("injection_plan", "app", "ui", "main.py")
    assert [finding for found in house for finding in colours(found)] == []


@pytest.mark.parametrize(
    "text",
    [
        'ink = "#009E73"',
        'sheet = f"QLabel {{ color: #fff; }}"',
        'sheet = "color: rgba(0, 0, 0, 40)"',
        "ink = QColor(0, 158, 115)",
        'ink = QtGui.QColor("green")',
        "ink = Qt.GlobalColor.black",
        "ink = colors.HexColor(0x009E73)",
    ],
)
def test_a_colour_is_seen(text: str) -> None:
    assert len(list(colours(module("ui/hand/paint.py", text)))) == 1


def test_roles_and_issue_numbers_are_no_colours() -> None:
    text = 'ink = QColor(palette.line)\nnone = Qt.GlobalColor.transparent\nid = "#step-card"\nn = "#12"'
    assert list(colours(module("ui/hand/paint.py", text))) == []
