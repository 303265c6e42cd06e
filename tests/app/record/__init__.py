"""The record, read back as paper."""
