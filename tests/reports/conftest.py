"""Tests of settings, baselines and rules start from a folder with findings; those of mandates from two of a series."""

from tests.support.folders import folder
from tests.support.series import pair

__all__ = ["folder", "pair"]
