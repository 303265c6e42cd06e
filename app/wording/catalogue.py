"""The catalogues: gettext files under symbolic names, read once each, in which every name must be found."""

from __future__ import annotations

import functools
import gettext
import io

from app import assets

LANGUAGE = "en"


class UnknownWordsError(KeyError):
    """A name that a catalogue does not have: a fault of the program, which a test finds first."""


class _NothingElse(gettext.NullTranslations):
    """Behind the catalogue there is no other: a missing name is a fault, never a name shown to a person."""

    def gettext(self, message: str) -> str:
        raise UnknownWordsError(message)


@functools.cache
def _catalogue(domain: str) -> gettext.GNUTranslations:
    compiled = assets.read_bytes("locale", LANGUAGE, "LC_MESSAGES", f"{domain}.mo")
    catalogue = gettext.GNUTranslations(io.BytesIO(compiled))
    catalogue.add_fallback(_NothingElse())
    return catalogue


def say(domain: str, key: str, /, **fields: str | int) -> str:
    """Return the words of that name, fields filled; `UnknownWordsError` or `KeyError` is a fault."""
    words = _words(domain, key)
    return words.format(**fields) if fields else words


@functools.cache
def _words(domain: str, key: str) -> str:
    return _catalogue(domain).gettext(key)
