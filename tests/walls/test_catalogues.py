"""Every catalogue is finished: nothing empty, fuzzy or twice; the compiled file says what the text does."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.walls.source import HOUSE

CATALOGUES = sorted((HOUSE / "assets" / "locale").rglob("*.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as text:
        return read_po(text)


def unfinished(catalogue: Catalog) -> list[str]:
    """Return the ids whose text is missing, fuzzy, or no longer used."""
    open_ones = [one.id for one in catalogue if one.id and (not one.string or one.fuzzy)]
    return [str(one) for one in [*open_ones, *catalogue.obsolete]]


def phrases(catalogue: Catalog) -> dict[str, str]:
    return {str(one.id): str(one.string) for one in catalogue if one.id}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_phrase_is_finished(path: Path) -> None:
    assert unfinished(read(path)) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_id_stands_twice(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    ids = [line for line in lines if line.startswith("msgid ") and line != 'msgid ""']
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_says_what_the_text_says(path: Path) -> None:
    """When this fails, `make words` was forgotten."""
    with path.with_suffix(".mo").open("rb") as compiled:
        assert phrases(read_mo(compiled)) == phrases(read(path))


def test_an_unfinished_phrase_and_a_stale_file_are_seen() -> None:
    text = (
        b'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\nmsgstr "C"\n\n#~ msgid "d"\n'
    )
    catalogue = read_po(io.BytesIO(text + b'#~ msgstr "D"\n'))
    assert unfinished(catalogue) == ["a", "b", "d"]
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(b'msgid "c"\nmsgstr "C, before"\n')))
    compiled.seek(0)
    assert phrases(read_mo(compiled)) == {"c": "C, before"} != phrases(catalogue)
