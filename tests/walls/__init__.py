"""The walls of the house: what the type checker cannot say, each as a test that names the offending line."""
