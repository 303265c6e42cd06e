"""Everything that outlives the window: session, journal, words, drawing and record, without Qt."""

VERSION = "0.1.0"
"""The version of this application, as pyproject.toml declares it and every record prints it."""
