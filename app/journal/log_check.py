"""Whether rot cut the write-ahead log: SQLite drops all behind the first bad frame without a word.

That is right after a power cut, when only the last, never confirmed, transaction can be torn: each one is
synced before the next begins.  So two whole transactions behind the place where SQLite stopped mean that
confirmed entries are gone.  The head of the log, 32 bytes in one sector, is taken to be written whole or not
at all.  What cannot be told from a torn write is rot in the very last transaction.
"""

import struct
from pathlib import Path
from typing import Final

_HEAD: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">4I")
_FRAME_HEAD: Final = 24
_PAGE: Final = 4096
_STEP: Final = _FRAME_HEAD + _PAGE
_LITTLE_ENDIAN_SUMS: Final = 0x377F0682


def confirmed_entries_lost(log: Path, frames_read: int) -> bool:
    """Whether the log holds transactions behind the frames that SQLite read from it."""
    content = log.read_bytes() if log.exists() else b""
    if len(content) < _HEAD.size + _STEP:
        return False
    salts = (
        _HEAD.unpack_from(content)[4:6]
        if _head_stands(content)
        else _FRAME.unpack_from(content, _HEAD.size)[2:]
    )
    ends = 0
    for start in range(_HEAD.size + frames_read * _STEP, len(content) - _FRAME_HEAD, _STEP):
        number, size_after, *frame_salts = _FRAME.unpack_from(content, start)
        ends += bool(number and size_after and tuple(frame_salts) == salts)
    return ends > 1


def _head_stands(content: bytes) -> bool:
    """Whether the head of the log carries its own right checksum, as SQLite's file format has it."""
    magic, *_, first, second = _HEAD.unpack_from(content)
    words = struct.unpack_from("<6I" if magic == _LITTLE_ENDIAN_SUMS else ">6I", content)
    low = high = 0
    for even, odd in zip(words[::2], words[1::2], strict=True):
        low = (low + even + high) & 0xFFFFFFFF
        high = (high + odd + low) & 0xFFFFFFFF
    return (low, high) == (first, second)
