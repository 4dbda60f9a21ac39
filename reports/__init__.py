"""What is said of documents: comparison, checks, exports, the command line."""

__version__ = "0.8.0"
"""The version of the whole distribution; ``pyproject.toml`` reads it from here."""
