"""Tests of mandates start from two resolutions of a series."""

from tests.support.series import pair

__all__ = ["pair"]
