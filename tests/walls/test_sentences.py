"""What a person reads stands in the catalogues under assets/locale, not in Python.

A sentence is three words in a row, or any word handed to something that shows it. Docstrings are for the
developer; so are the words of a fault that is raised, and of an assertion. SQL belongs to the journal. The
members of an enumeration spell the name of a state, which the catalogues turn into a phrase.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.walls.source import Module, module, place, product

THREE_WORDS = re.compile(r"(?<![\w%{.-])[A-Za-z][a-z']+(?:,? [A-Za-z][a-z']*){2,}(?![\w}])")
A_WORD = re.compile(r"[A-Za-z]{2,}")
# What takes a text and shows it: a literal word there is a word that no translator will ever see.
SHOWS = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "setText", "setWindowTitle",
    "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setTitle", "setPlainText", "setHtml", "setInformativeText", "addTab", "drawString",
    "drawRightString", "drawCentredString", "drawText", "Paragraph", "print",
}  # fmt: skip


def sentences(found: Module) -> Iterator[str]:
    for node in read_by_people(found.tree):
        match node:
            case ast.Constant(value=str() as text) if THREE_WORDS.search(text) and not is_sql(found, text):
                yield f"{place(found, node)} {text!r}"
            case ast.Call(func=shower, args=arguments) if ast.unparse(shower).rsplit(".", 1)[-1] in SHOWS:
                yield from (
                    f"{place(found, word)} {word.value!r}"
                    for word in arguments
                    if isinstance(word, ast.Constant) and is_word(word.value)
                )
            case _:
                pass


def read_by_people(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node but docstrings, what is raised, what is asserted, and the names of states."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        states = isinstance(node, ast.ClassDef) and any(
            ast.unparse(one).endswith("Enum") for one in node.bases
        )
        for child in ast.iter_child_nodes(node):
            docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            skipped = isinstance(child, ast.Raise | ast.Assert) or (states and is_state(child))
            if not docstring and not skipped:
                waiting.append(child)


def is_state(member: ast.AST) -> bool:
    """Tell whether this names a state: lower case all through, as no sentence is."""
    match member:
        case ast.Assign(value=ast.Constant(value=str() as text)):
            return text == text.lower() and not text.endswith((".", "?", "!"))
        case _:
            return False


def is_sql(found: Module, text: str) -> bool:
    return found.path.startswith("app/journal/") and text.lstrip().split(" ", 1)[0].isupper()


def is_word(value: object) -> bool:
    return isinstance(value, str) and A_WORD.search(value) is not None and not THREE_WORDS.search(value)


def test_no_sentence_for_people_stands_in_the_code() -> None:
    assert [finding for found in product() for finding in sentences(found)] == []


@pytest.mark.parametrize(
    "text",
    [
        'title = "Read the plunger"',
        'title = f"Given at {time} by the performer"',
        'label.setText("Given")',
        'button = QPushButton("Omit")',
        'print("36 given")',
        'why = "a mark is owed"',
        'class Row(StrEnum):\n    SHOWN = "This one is next."',
    ],
)
def test_a_sentence_is_seen(text: str) -> None:
    assert len(list(sentences(module("ui/guidance/step_card.py", text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring is for the developer."""',
        'def give():\n    """Give what is offered."""',
        'raise ValueError("a volume is a whole number")',
        'label.setText(wording.say("live", "give.waiting"))',
        'label.setText("")',
        'sheet = "QLabel { border: 1px solid; }"',
        'code = "RH-2-PIP-rad-dis"',
        'message = "refusal.mark_owed"',
        'class Row(StrEnum):\n    SHOWN = "planned and the one shown"',
    ],
)
def test_what_people_do_not_read_is_left_alone(text: str) -> None:
    assert list(sentences(module("ui/guidance/step_card.py", text))) == []


def test_sql_is_at_home_in_the_journal_only() -> None:
    text = 'ASKED = "SELECT body FROM entry WHERE version = ?"'
    assert list(sentences(module("app/journal/journal.py", text))) == []
    assert len(list(sentences(module("app/session.py", text.replace("SELECT body", "select the body"))))) == 1
