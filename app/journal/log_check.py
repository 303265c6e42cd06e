"""Whether rot cut the write-ahead log: SQLite drops all behind the first bad frame without a word.

That is right after a power cut, when only the last, never confirmed, transaction can be torn: each one is
synced before the next begins.  So two whole transactions behind the place where SQLite stopped mean that
confirmed entries are gone.
"""

import struct
from pathlib import Path
from typing import Final

_HEAD: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">4I")
_FRAME_HEAD: Final = 24
_MAGIC: Final = (0x377F0682, 0x377F0683)


def confirmed_entries_lost(log: Path, frames_read: int) -> bool:
    """Whether the log holds transactions behind the frames that SQLite read from it."""
    content = log.read_bytes() if log.exists() else b""
    if len(content) < _HEAD.size + _FRAME_HEAD:
        return False
    magic, _, page, _, *salts, _, _ = _HEAD.unpack_from(content)
    first = _FRAME.unpack_from(content, _HEAD.size)
    if frames_read == 0 and magic not in _MAGIC:
        salts = list(first[2:])
    page = page if page in {512 << power for power in range(8)} else 4096
    ends = 0
    starts = range(
        _HEAD.size + frames_read * (_FRAME_HEAD + page), len(content) - _FRAME_HEAD, _FRAME_HEAD + page
    )
    for start in starts:
        number, size_after, *frame_salts = _FRAME.unpack_from(content, start)
        ends += bool(number and size_after and frame_salts == salts)
    return ends > 1
