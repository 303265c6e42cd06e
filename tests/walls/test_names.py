"""Names are the clinic's words: nothing is called a manager, and nothing is half camel, half snake."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.walls.source import Module, module, modules

FORBIDDEN = {"manager", "helper", "util", "misc", "common", "base", "data", "info", "handler"}


def words(name: str) -> set[str]:
    """Return the words of a snake_case or CamelCase name, each also without a plural s."""
    found = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    return found | {word.removesuffix("s") for word in found}


def forbidden_names(found: Module) -> Iterator[str]:
    for part in found.path.removesuffix(".py").split("/"):
        if words(part) & FORBIDDEN:
            yield f"{found.path}: {part}"
    for node in ast.walk(found.tree):
        if isinstance(node, ast.ClassDef) and words(node.name) & FORBIDDEN:
            yield f"{found.path}:{node.lineno} {node.name}"


def test_modules_and_classes_carry_no_forbidden_name() -> None:
    house = modules("injection_plan", "app", "ui", "main.py", "tests", "docs")
    assert [finding for found in house for finding in forbidden_names(found)] == []


@pytest.mark.parametrize(
    "path,text",
    [
        ("app/utils.py", ""),
        ("ui/common/step.py", ""),
        ("ui/step.py", "class StepManager: pass"),
        ("ui/step.py", "class BaseStep: pass"),
        ("ui/step.py", "class HTTPHandler: pass"),
    ],
)
def test_a_forbidden_name_is_seen(path: str, text: str) -> None:
    assert len(list(forbidden_names(module(path, text)))) == 1


def test_a_word_that_only_contains_a_forbidden_one_is_fine() -> None:
    text = "class Database: pass\nclass Baseline: pass\nclass Information: pass"
    assert list(forbidden_names(module("app/metadata.py", text))) == []
