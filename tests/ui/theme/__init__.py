"""What is worn where, and how large its letters are."""
