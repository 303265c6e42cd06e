"""Preparing a case at the desk."""
