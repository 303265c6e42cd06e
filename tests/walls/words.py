"""What the house asks of its catalogues, read from its syntax trees: ids said, families of ids, fields passed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from babel.messages.pofile import read_po

from tests.walls.source import HOUSE, Module, place

PART = r"[a-z0-9_.-]+"
AN_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")


@dataclass(frozen=True, slots=True)
class Sayer:
    """Who says words of one domain under a shorter name: what it puts before the id, and which fields it adds.

    One that `hands_on` passes the fields of its caller to the text; another one's caller has none there.
    """

    domain: str
    before: str = ""
    adds: frozenset[str] = frozenset()
    hands_on: bool = True


# Those that are imported from where they stand, by name.
IMPORTED = {
    "app.read_models.preparation_summary.words": ("say", Sayer("preparation")),
    "app.record.content.words": ("say", Sayer("record")),
    "app.record.papers.words": ("say", Sayer("papers")),
    "app.protocol_file.problems": ("in_words", Sayer("command_line", "protocol.")),
}

Catalogues = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """One place that says words: where, the domain, the ids that it may be, and the fields; `None` if not seen."""

    where: str
    domain: str
    ids: tuple[str, ...]
    fields: frozenset[str] | None


def catalogues() -> Catalogues:
    """Return the text of every id, by domain."""
    found: Catalogues = {}
    for path in sorted((HOUSE / "assets" / "locale").rglob("*.po")):
        with path.open("rb") as text:
            found[path.stem] = {str(one.id): str(one.string) for one in read_po(text) if one.id}
    return found


def placeholders(text: str) -> frozenset[str]:
    """Return the named fields of a text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def said(found: Module) -> Iterator[Said]:
    """Yield every call that says words whose ids stand there to be read."""
    sayers = _sayers(found)
    for node in ast.walk(found.tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called in {"wording.say", "say"} and called not in sayers and len(node.args) >= 2:
            sayer, key = Sayer(_text(node.args[0], found)), node.args[1]
        elif called in sayers and node.args:
            sayer, key = sayers[called], node.args[0]
        else:
            continue
        ids = tuple(sayer.before + one for one in _ids(key))
        fields = _fields(node) if sayer.hands_on else frozenset[str]()
        if sayer.domain and ids:
            yield Said(place(found, node), sayer.domain, ids, None if fields is None else fields | sayer.adds)


def used(house: Iterable[Module], texts: Catalogues) -> dict[str, set[str]]:
    """Return which ids of each domain the house can say: those that stand in it, and those it puts together.

    An id that is put together counts when each part that varies stands somewhere in the house as a text of its own,
    as the value of an enumeration or as the name of one of its members.
    """
    house = tuple(house)
    parts = {part for found in house for part in _parts(found)}
    ids: dict[str, set[str]] = {domain: set() for domain in texts}
    for found in house:
        whole = {node.value for node in ast.walk(found.tree) if isinstance(node, ast.Constant)}
        forms = tuple(_forms(found))
        for domain in _domains(found, texts):
            ids[domain] |= {one for one in texts[domain] if one in whole}
            for form in forms:
                matched = ((one, form.fullmatch(one)) for one in texts[domain])
                ids[domain] |= {one for one, match in matched if match and set(match.groups()) <= parts}
    return ids


def strangers(found: Module, texts: Catalogues) -> Iterator[str]:
    """Yield every text of a module that looks by its first word like an id of its domains, and is none.

    The front of an id that is put together is none either, and is left alone.
    """
    ids = {one for domain in _domains(found, texts) for one in texts[domain]}
    fronts = {one.partition(".")[0] for one in ids if "." in one}
    for node in ast.walk(found.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and AN_ID.fullmatch(node.value):
            begins = any(one.startswith(node.value) for one in ids)
            if node.value not in ids and node.value.partition(".")[0] in fronts and not begins:
                yield f"{place(found, node)} {node.value}"


def _domains(found: Module, texts: Catalogues) -> set[str]:
    """Return the catalogues that a module can say words of; one that names none hands its ids on to any."""
    domains = {one.domain for one in _sayers(found).values()}
    domains |= {str(node.value) for node in ast.walk(found.tree) if isinstance(node, ast.Constant)} & set(
        texts
    )
    return domains or set(texts)


def _parts(found: Module) -> Iterator[str]:
    for node in ast.walk(found.tree):
        match node:
            case ast.Constant(value=str() as text):
                yield text.replace(" ", "_").replace("-", "_")
                yield text
            case ast.ClassDef(body=body):
                names = (one.targets[0] for one in body if isinstance(one, ast.Assign))
                yield from (name.id.lower() for name in names if isinstance(name, ast.Name))
            case _:
                pass


def _forms(found: Module) -> Iterator[re.Pattern[str]]:
    """Yield what ids that a module puts together look like, with a group for every part that varies."""
    fronts = _fronted(found)
    sayers = _sayers(found)
    for node in ast.walk(found.tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str() as front), *_]) if "." in front:
                yield re.compile(_form(node))
            case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str() as end)]) if "_" in end:
                yield re.compile(_form(node))
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as text), *_]):
                if name in fronts:
                    yield re.compile(re.escape(text) + rf"\.({PART})")
                elif name in sayers:
                    yield re.compile(re.escape(sayers[name].before + text))
            case ast.Call(func=ast.Name(id=name), args=[_, *_]) if name in sayers and sayers[name].before:
                yield re.compile(re.escape(sayers[name].before) + f"({PART})")
            case _:
                pass


def _sayers(found: Module) -> dict[str, Sayer]:
    """Return the names under which this module says words of one domain."""
    sayers: dict[str, Sayer] = {}
    for node in ast.walk(found.tree):
        match node:
            case ast.ImportFrom(module=str() as source, names=names) if source in IMPORTED:
                name, sayer = IMPORTED[source]
                sayers |= {one.asname or name: sayer for one in names if one.name == name}
            case ast.FunctionDef(name=name, body=[*_, ast.Return(value=ast.Call() as call)], args=arguments):
                first = arguments.args[0].arg if arguments.args else ""
                if ast.unparse(call.func) == "wording.say" and ast.unparse(call.args[1]) == first:
                    adds = frozenset(one.arg for one in call.keywords if one.arg is not None)
                    hands_on = any(one.arg is None for one in call.keywords)
                    sayers[name] = Sayer(_text(call.args[0], found), "", adds, hands_on)
            case _:
                pass
    return sayers


def _fronted(found: Module) -> set[str]:
    """Return the functions of a module that put their first argument and a point before the rest of an id."""
    names = set()
    for node in ast.walk(found.tree):
        match node:
            case ast.FunctionDef(name=name, body=[*_, ast.Return(value=ast.JoinedStr(values=[front, *_]))]):
                first = node.args.args[0].arg if node.args.args else ""
                if isinstance(front, ast.FormattedValue) and ast.unparse(front.value) == first:
                    names.add(name)
            case _:
                pass
    return names


def _text(node: ast.expr, found: Module) -> str:
    """Return a literal text, or the value of a name that the module sets once at its top."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    for one in found.tree.body:
        match one:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as text)):
                if isinstance(node, ast.Name) and name == node.id:
                    return text
            case _:
                pass
    return ""


def _ids(key: ast.expr) -> tuple[str, ...]:
    match key:
        case ast.Constant(value=str() as text):
            return (text,)
        case ast.IfExp(body=first, orelse=second):
            return (*_ids(first), *_ids(second))
        case _:
            return ()


def _fields(call: ast.Call) -> frozenset[str] | None:
    names = [one.arg for one in call.keywords]
    return None if None in names else frozenset(name for name in names if name is not None)


def _form(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(one.value)) if isinstance(one, ast.Constant) else f"({PART})" for one in node.values
    )
