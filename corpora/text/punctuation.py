"""The punctuation of all scripts in named sets, for ``in``, ``strip`` and the inside of a class of a pattern.

Each holds the mark of Latin and Cyrillic letters, then the Arabic and the full-width one, where there are such. The Arabic
full stop is the Latin one.
"""

from __future__ import annotations

SPACED_COMMAS = ",،"
"""The commas of scripts that part words by spaces."""
COMMAS = SPACED_COMMAS + "，"
LIST_COMMA = "、"
"""The comma between the members of a list, where Chinese tells it from the one between clauses."""
SPACED_SEMICOLONS = ";؛"
SEMICOLONS = SPACED_SEMICOLONS + "；"
COLONS = ":："
FULL_STOPS = ".。"
ENDS = COMMAS + SEMICOLONS + FULL_STOPS
"""What a clause or a paragraph of a resolution ends with."""
PAUSES = ENDS + COLONS
"""What a part of a sentence ends with."""
INNER_PAUSES = COMMAS + SEMICOLONS + COLONS
"""Pauses after which the sentence goes on."""
ARABIC_PAUSES = ".,:;،؛؟"
"""The pauses of Arabic text, with the Latin ones that are typed in it and its question mark."""
BRACKETS = "()（）"
CLOSING_QUOTES = "»”"
QUOTES = "«»\"“”'《》"
