"""The protocol file: YAML in, a checked `Protocol` out, or every problem at once with line and column."""

from app.protocol_file.reading import (
    ProtocolProblems,
    ReadProtocol,
    read_protocol,
    read_shipped_protocol,
)

__all__ = ["ProtocolProblems", "ReadProtocol", "read_protocol", "read_shipped_protocol"]
