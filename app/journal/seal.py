"""The seal of an entry: SHA-256 over the seal before it and everything the entry says, one chain per case.

The first entry of a case rests on a seal made from the format and the case id, so that no chain can be
passed off as another's.  Every field goes in behind its own length: no two entries can spell the same bytes.
"""

import hashlib
from dataclasses import fields
from operator import attrgetter
from typing import Final

from app.journal.entries import CaseRow

FORMAT: Final = b"injection-journal-1"
_fields_of = attrgetter(*(field.name for field in fields(CaseRow)))


def genesis(case_id: str) -> str:
    """The seal, 64 hex digits, on which version 1 of this case rests."""
    return _digest(FORMAT, b"genesis", case_id.encode())


def seal(previous: str, case_id: str, version: int, key: str, body: str) -> str:
    """The seal, 64 hex digits, of one entry that follows the entry sealed `previous`."""
    return _digest(
        FORMAT, b"entry", previous.encode(), case_id.encode(), b"%d" % version, key.encode(), body.encode()
    )


def index_digest(head: str, version: int, row: CaseRow) -> str:
    """The check value, 64 hex digits, of one row of the case list at this version and head."""
    return _digest(
        FORMAT, b"index", head.encode(), b"%d" % version, *(str(v).encode() for v in _fields_of(row))
    )


def _digest(*parts: bytes) -> str:
    spelt = b"".join(b"%016x%b" % (len(part), part) for part in parts)
    return hashlib.sha256(spelt).hexdigest()
