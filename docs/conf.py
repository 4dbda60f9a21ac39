"""Settings of the documentation: ``make docs`` builds it into out/docs."""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

project = "Hexapla"
author = "the Hexapla developers"
project_copyright = author
version = release = version_of("hexapla")
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["schema/**"]
html_theme = "furo"
html_title = "Hexapla"
html_extra_path = ["schema"]
html_show_sphinx = False
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
default_role = "literal"
