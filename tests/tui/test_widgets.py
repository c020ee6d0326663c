"""The parts that can be looked at without an app: cells, typesetting, colours, blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from iamtutor.policy import read
from iamtutor.tui.hangul import TWINS, with_twins
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.page import Policy, Prose
from iamtutor.tui.widgets.policy_paint import PolicyColours, painted_code
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.tui.widgets.typeset import typeset
from iamtutor.words import Bilingual

TEXTS = st.text(alphabet=st.sampled_from("ab c가나다:/-…e\u0301漢"), max_size=60)


@given(TEXTS, st.integers(1, 40))
def test_shortened_text_never_takes_more_cells(text: str, width: int) -> None:
    assert cell_len(shorten(text, width)) <= width
    assert cell_len(shorten_middle(text, width)) <= width
    assert cell_len(fit(text, width)) == width


@given(st.lists(TEXTS, max_size=6), st.integers(20, 80))
def test_set_lines_never_take_more_cells(paragraphs: list[str], width: int) -> None:
    assert all(line.cell_length <= width for line in typeset("\n\n".join(paragraphs), width))


def test_lists_hang_below_their_mark() -> None:
    lines = [line.plain for line in typeset("- 하나 둘 셋 넷 다섯 여섯 일곱 여덟\n  - 안쪽\n1. 첫째", 20)]
    assert lines[0].startswith("• 하나")
    assert lines[1].startswith("  ")
    assert "  ◦ 안쪽" in lines


def test_tables_fit_by_wrapping_their_widest_column() -> None:
    table = "| 키 | 뜻 |\n|---|---|\n| aws:SourceIp | 요청이 온 주소이며 프록시 뒤에서는 다를 수 있습니다 |"
    lines = typeset(table, 40)
    assert all(line.cell_length <= 40 for line in lines)
    assert "다를" in "".join(line.plain for line in lines)


@pytest.mark.parametrize("width", [30, 44, 60, 90])
def test_policies_are_shown_whole_at_every_width(width: int) -> None:
    text = '{"Statement": [{"Resource": "arn:aws:s3:::a-bucket-with-a-long-name/and/a/long/key"}]}'
    lines = Policy("k", "slot", text).lines("ko", width)
    assert all(line.cell_length <= width for line in lines)
    shown = "".join(line.plain.replace("│", "").replace(" ", "") for line in lines[1:])
    assert text.replace(" ", "") in shown


def test_meaning_is_coloured_and_a_variable_stands_out() -> None:
    reading = read('{"Version": "2012-10-17",\n "Statement": [{"Effect": "Deny", "Resource": "a/${aws:username}"}]}')
    colours = PolicyColours(reading)
    styles = {str(span.style) for line in range(len(colours)) for span in colours.spans(line)}
    assert {"$element", "bold $deny", "$variable"} <= styles


def test_a_statement_alone_is_coloured_as_in_a_policy() -> None:
    lines = painted_code('{\n  "Effect": "Allow"\n}')
    assert {str(span.style) for line in lines for span in line.spans} >= {"$element", "bold $allow"}


def test_both_languages_of_a_block_are_its_own() -> None:
    block = Prose(Bilingual("허용", "allow"))
    assert [line.plain for line in block.lines("ko", 40)] == ["허용"]
    assert [line.plain for line in block.lines("en", 40)] == ["allow"]


@pytest.mark.parametrize(
    ("arn", "shown"),
    [("arn:aws:s3:::b/k", "b/k"), ("arn:aws:iam::1:role/a:b", "role/a:b"), ("*", "*"), ("bucket/x", "bucket/x")],
)
def test_resources_are_named_by_their_last_part(arn: str, shown: str) -> None:
    assert plain_resource(arn) == shown


def test_every_letter_has_its_twin() -> None:
    assert len(set(TWINS.values())) == 26
    assert with_twins("j,down,f1") == "j,ㅓ,down,f1"
    assert with_twins("alt+l,alt+up") == "alt+l,alt+ㅣ,alt+up"
