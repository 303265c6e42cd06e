"""The rules: what may be asked of a case now, and the reason where it may not."""
