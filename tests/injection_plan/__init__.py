"""Tests of the procedure, module by module."""
