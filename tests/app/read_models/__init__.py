"""What the parts of screen and record say, without a window."""
