"""The program from outside: a screen of its own, and nothing but keys."""
