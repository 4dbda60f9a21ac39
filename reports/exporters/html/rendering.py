"""Pages from templates: autoescaped, style and script inside, a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpora.kept import Kept
from reports.exporters.html.frame import PARTS, of_resolution
from reports.exporters.html.page_changes import marks
from reports.messages.catalogue import interface_languages, language_name, own_name, say, script_sentences, word

_FOLDER = Path(__file__).parent
MOST_LINES = 60
"""Lines of a row that stand side by side: paragraphs of some 18,000 characters; of longer ones each column runs by itself."""


def rendered(
    template: str, scripts: Sequence[str], *, talks: bool = False, kept: Kept | None = None, **values: object
) -> str:
    """A page. Its Content-Security-Policy names style and script by their hashes; ``talks`` lets it call its own server.

    What a template renders inside ``once(part, key, view)`` is taken from ``kept`` where the view of that key is what it was:
    the part may depend on nothing else that changes. With ``kept`` the page has the marks of `reports.exporters.html.page_changes`.
    """
    style, script = (
        _asset("style.css")
        + _lines()
        + (_asset("application.css") if values.get("frame") else "")
        + _other_languages(),
        _script(scripts),
    )
    begin, end = marks(wanted=kept is not None)
    # Style and script are our own files; everything else goes through autoescape.
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script, talks=talks),
            begin=begin,
            end=end,
            once=_once(kept),
            **values,
        )
    )


def _once(kept: Kept | None) -> Callable[..., str]:
    known = (kept or Kept()).under("rendered")

    def rendered_once(part: str, key: str, view: object, *, caller: Callable[[], str]) -> str:
        return known.same((part, key), view, caller)

    return rendered_once


def policy(style: str, script: str, *, talks: bool) -> str:
    """The Content-Security-Policy of a page."""
    rules = [
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if talks:
        rules.append("connect-src 'self'")
    return "; ".join(rules)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, word=word, languages=interface_languages)
    environment.globals.update(own_name=own_name, script_sentences=script_sentences)
    environment.globals.update(
        most_lines=MOST_LINES, language_name=language_name, of_resolution=of_resolution, parts=lambda: PARTS
    )
    return environment


def _asset(name: str) -> str:
    return (_FOLDER / "assets" / name).read_text(encoding="utf-8")


def _lines() -> str:
    """Rules for rows of so many lines, each as high as its highest column needs it; a style of the page's own elements is not allowed."""
    rules = "".join(f".c{n} {{ grid-template-rows: repeat({n}, auto); }}\n" for n in range(2, MOST_LINES + 1))
    return f"@media (min-width: 46.01rem), print {{\n{rules}}}\n"


def _other_languages() -> str:
    """Rules for languages of the interface beside French and English, whose own rules the style holds: one is shown at a time."""
    every = interface_languages()
    return "".join(
        f'[data-ui="{shown}"] .l-{other} {{ display: none; }}\n'
        for shown in every
        for other in every
        if other != shown and not {shown, other} <= {"fr", "en"}
    )


def _script(names: Sequence[str]) -> str:
    """The parts of a script as one, with nothing of it global."""
    parts = "\n".join(_asset(name) for name in names)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
