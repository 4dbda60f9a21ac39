"""Where words and letters of languages stand: in data files, and letters of scripts in two modules that say what they are."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator, Sequence

from tests.support.source import nodes_of_modules, reads_source

pytestmark = reads_source
LETTERS_OF_SCRIPTS = {"corpora/text/scripts.py", "corpora/text/punctuation.py"}
LANGUAGES_OF_THE_INTERFACE = {"reports/messages/catalogue.py", "reports/exporters/html/rendering.py"}
"""They say which language of the interface stands for another one that lacks a sentence."""
CODES = {"ar", "en", "es", "fr", "ru", "zh"}


def strings_of(nodes: Sequence[ast.AST]) -> Iterator[ast.Constant]:
    """The strings that the program works with: all but docstrings."""
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def is_of_another_script(char: str) -> bool:
    """Whether a character is a letter, a digit or a mark of another script than the Latin one."""
    names = ("LATIN", "FULLWIDTH LATIN", "FEMININE", "MASCULINE", "MICRO", "GREEK", "MODIFIER")
    if char.isascii():
        return False
    if char.isalnum():
        return not unicodedata.name(char, "").startswith((*names, "SUPERSCRIPT", "VULGAR"))
    return unicodedata.name(char, "").startswith(("CJK", "IDEOGRAPHIC", "FULLWIDTH", "ARABIC", "CYRILLIC"))


def test_no_module_has_letters_of_another_script() -> None:
    found = [
        f"{name}:{node.lineno}: {node.value!r}"
        for name, nodes in nodes_of_modules()
        if name not in LETTERS_OF_SCRIPTS
        for node in strings_of(nodes)
        if not node.value.isascii() and any(map(is_of_another_script, node.value))
    ]
    assert not found, "say it in corpora/languages/*.toml, or name it in corpora/text/scripts.py or punctuation.py"


def test_no_module_asks_which_language_it_is() -> None:
    """What is so in one language is a key of its data: nobody compares with a code."""
    found = [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for name, nodes in nodes_of_modules()
        if name not in LANGUAGES_OF_THE_INTERFACE
        for node in nodes
        if isinstance(node, ast.Compare)
        if CODES & {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        if ast.unparse(node.left).split(".")[-1] != "ui"
    ]
    assert not found
