"""Whole cases, told as stories: given these events, when this command, then this event or refusal."""
