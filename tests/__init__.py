"""The tests: stories of whole cases, the parts one by one, pictures, and the walls of the house."""
