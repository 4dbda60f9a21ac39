"""The review works in a folder with findings, and has a journal."""

from tests.support.review import folder, journal

__all__ = ["folder", "journal"]
