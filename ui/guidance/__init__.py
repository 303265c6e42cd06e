"""The live case: one screen that shows frozen views of the procedure and utters wishes."""
