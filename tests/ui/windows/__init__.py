"""The nurse's window, on a real journal."""
