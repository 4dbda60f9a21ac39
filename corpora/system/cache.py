"""Where Hexapla keeps what it can make again."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder of what can be made again; ``HEXAPLA_CACHE`` names another one, or "off", which is None."""
    setting = os.environ.get("HEXAPLA_CACHE", "")
    if setting.lower() == "off":
        return None
    if setting:
        return Path(setting)
    from platformdirs import user_cache_path  # here: of use to those alone who named no folder

    return user_cache_path("hexapla")
