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
LABEL_STOPS = ".．"
"""The full stop behind a number or letter that labels."""
ENDS = COMMAS + SEMICOLONS + FULL_STOPS
"""What a clause or a paragraph of a resolution ends with."""
PAUSES = ENDS + COLONS
"""What a part of a sentence ends with."""
INNER_PAUSES = COMMAS + SEMICOLONS + COLONS
"""Pauses after which the sentence goes on."""
ARABIC_PAUSES = ".,:;،؛؟"
"""The pauses of Arabic text, with the Latin ones that are typed in it and its question mark."""
BRACKETS = "()（）"
OPENING_BRACKETS = "(（"
CLOSING_BRACKETS = ")）"
CLOSING_QUOTES = "»”"
QUOTES = "«»\"“”'《》"
OPENING_MARKS = "“‘（《〈「『【〔("
"""What opens a quotation or brackets, and is not parted from the word after it."""
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", "（": "）", "《": "》", "「": "」"}
"""What opens and what closes it."""
DRAFT_QUOTES = ('"', "“", "«", "„", "‟", "”", "「", "『", "〝")
"""Marks with which every paragraph of a quoted draft may open."""
DRAFT_QUOTES_END = '"”»“」』〞'
"""Marks with which a quoted draft may end."""
OPENING_QUOTES = ("“", "«", "「")
NARROW = {"（": "(", "）": ")", "［": "[", "］": "]", "．": ".", "：": ":", "／": "/", "\u066a": "%"}
"""Full-width marks, and the Arabic sign of a percentage, with the Latin ones that they are."""
FORMULA_SIGNS = "＝＋－＠"
"""Full-width signs that a table may take for the beginning of a formula."""
FIGURE_CONNECTORS = "/.,:-–٫٬"
"""What stands between the figures of a number, a date or a symbol."""
APOSTROPHES = "’‘ʼ＇´`"
LIST_DASHES = "-–—‒―−*"
BULLET = "•"
LIST_BULLETS = "•▪●■◦○□▫‣⁃·∙◆❖►▸➢✓"
LIST_SIGNS = LIST_DASHES + LIST_BULLETS
"""What the items of a list without numbers open with; a dash or asterisk only with a space behind it."""
DASHES = "–—‑‒−"
