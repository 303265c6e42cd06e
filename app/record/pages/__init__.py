"""The record laid out: content in, pages of marks out, drawn with reportlab at the very end."""
