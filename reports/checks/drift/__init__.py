"""Wording drift: between language versions, and in agreed language."""
