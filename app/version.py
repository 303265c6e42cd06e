"""The version of this software, as it stands on every record."""

VERSION = "0.1.0"
SOFTWARE = f"injection-guidance {VERSION}"
