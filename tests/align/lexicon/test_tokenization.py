"""Words and their stems, Chinese too."""

from __future__ import annotations

from align.lexicon.tokenization import piece_spans


def test_chinese_is_cut_into_words() -> None:
    text = "请秘书长定期提供资料，"
    cut = [text[s.start : s.end] for s in piece_spans(text)]
    assert {"定期", "提供"} <= set(cut) and "".join(cut) == text.rstrip("，")


def test_signs_that_are_normalised_leave_the_words_around_them_cut() -> None:
    text = "并采取本决议第29㈠(e)段所列行动……提供½资料"
    cut = [text[s.start : s.end] for s in piece_spans(text)]
    assert {"行动", "提供", "资料", "㈠", "½"} <= set(cut) and max(map(len, cut)) == 2
