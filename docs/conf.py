"""Settings of the documentation: ``make docs`` builds it into out/docs."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reports import __version__

project = "Hexapla"
author = "the Hexapla developers"
project_copyright = author
version = release = __version__
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
