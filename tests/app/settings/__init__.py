"""The settings of a workstation."""
