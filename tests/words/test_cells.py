"""The ruler: what a terminal gives a text, in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.words.cells import cells, cut, padded, pieces, wrapped

TEXTS = st.text(st.sampled_from("ab한글 日é̲ａ·✓\u200d"), max_size=40)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("ascii", 5), ("한글", 4), ("日本", 4), ("é̲", 1), ("ａ", 2), ("✓✗·→│└▸", 7), ("a\u200db", 2)],
)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width


@given(TEXTS, st.integers(2, 12))
def test_nothing_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert all(cells(piece) <= width for piece in pieces(text, width))
    assert "".join(pieces(text, width)) == text
    assert all(cells(line) <= width or " " not in line for line in wrapped(text, width))


@given(TEXTS, st.integers(2, 12))
def test_a_padded_text_fills_its_width(text: str, width: int) -> None:
    assert cells(padded(text, width)) == max(width, cells(text))


def test_a_long_word_stands_alone() -> None:
    assert wrapped("see arn:aws:s3:::acme-reports now", 8) == ["see", "arn:aws:s3:::acme-reports", "now"]
