"""What is asked before anything goes on."""
