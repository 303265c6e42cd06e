"""Tests of the journal, on real SQLite and real files."""
