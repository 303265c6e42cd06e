"""The windows: they show frozen views and turn keys and clicks into commands."""
