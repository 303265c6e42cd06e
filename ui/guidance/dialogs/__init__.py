"""The questions of the live case: none of them has a default, and no slip of Space or Enter answers one."""
