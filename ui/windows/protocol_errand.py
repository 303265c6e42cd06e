"""Showing what the shipped protocol file says, or what is wrong with it, on a page of the window."""

from __future__ import annotations

from functools import partial

from app.read_models.protocol_view import problems_view, protocol_picture, protocol_view
from ui.planning.protocol_page import ProtocolPage


def protocol_page() -> ProtocolPage:
    """Return the page of the protocol file that comes with this application; a file that is gone is a problem, too."""
    # Only here, because reading YAML is slow to load.
    from app.protocol_file import ReadProtocol, read_shipped_protocol

    try:
        read = read_shipped_protocol()
    except OSError as fault:
        return ProtocolPage(problems_view((str(fault),)), None)
    if isinstance(read, ReadProtocol):
        return ProtocolPage(
            protocol_view(read.protocol, read.digest), partial(protocol_picture, read.protocol)
        )
    return ProtocolPage(problems_view(read.lines), None)
