"""What is asked before anything goes on: the time-out, and the parts that no key passes by accident."""
