"""YAML is read as plain data; every surprise is refused with its line, and no text brings the loader down."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iamtutor.cloud import MESSAGES, ContentError, dotted, load_yaml, where
from iamtutor.cloud.yaml_source import MAX_BYTES
from iamtutor.policy.finding import Finding
from iamtutor.words import say

BOMB = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + last] * 10)}]\n" for last, name in zip("abcdef", "bcdefg", strict=True)
)
DEEP = "[" * 60 + "]" * 60
ALIAS_DEEP = "a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 20 + "*a" + "]" * 20

REFUSED = [
    ("unquoted account", "x: 1\nid: 111122223333\n", "cloud.yaml-unquoted-account", 2),
    ("account with a zero in front", "id: 012345678901\n", "cloud.yaml-unquoted-account", 1),
    ("leading zero", "n: 007\n", "cloud.yaml-leading-zero", 1),
    ("duplicate key", "a: 1\nb: 2\na: 3\n", "cloud.yaml-duplicate-key", 3),
    ("python tag", "a: !!python/object/apply:os.system [ls]\n", "cloud.yaml-tag", 1),
    ("own tag", "a: !x 1\n", "cloud.yaml-tag", 1),
    ("merge key", "a: &a {x: 1}\nb:\n  <<: *a\n", "cloud.yaml-merge-key", 3),
    ("key that is a list", "? [a]\n: b\n", "cloud.yaml-key-not-text", 1),
    ("two documents", "a: 1\n---\nb: 2\n", "cloud.yaml-several-documents", 2),
    ("star", "Resource: *\n", "cloud.yaml-needs-quotes", 1),
    ("unknown alias", "a:\n  - *b\n", "cloud.yaml-unknown-alias", 2),
    ("alias of itself", "a: &a [*a]\n", "cloud.yaml-unknown-alias", 1),
    ("at sign", "a: @b\n", "cloud.yaml-needs-quotes", 1),
    ("colon in a value", "a: 1\nb: one: two\n", "cloud.yaml-colon", 2),
    ("open quote", 'a: 1\nb: "two\nc: 3\n', "cloud.yaml-open-quote", 2),
    ("open bracket", "a: [1, 2\nb: 3\n", "cloud.yaml-open-bracket", 1),
    ("tab", "a:\n\tb: 1\n", "cloud.yaml-tab", 2),
    ("control character", "a: 1\nb: \x07\n", "cloud.yaml-character", 2),
    ("lone surrogate", "a: 1\nb: \ud800\n", "cloud.yaml-character", 2),
    ("wrong dedent", "a:\n    b: 1\n  c: 2\n", "cloud.yaml-syntax", 3),
    ("too deep", DEEP, "cloud.yaml-too-deep", 1),
    ("too deep by alias", ALIAS_DEEP, "cloud.yaml-too-deep", 2),
    ("alias bomb", BOMB, "cloud.yaml-too-many-values", 5),
    ("too large", "a: " + "x" * MAX_BYTES, "cloud.yaml-too-large", 1),
]


@pytest.fixture(params=["fastest", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with libyaml where it has it, and without."""
    if request.param == "pure":
        monkeypatch.setattr("iamtutor.cloud.yaml_composer._LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "code", "line"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses_with_the_line(text: str, code: str, line: int) -> None:
    with pytest.raises(ContentError) as raised:
        load_yaml(text, "world.yaml")
    finding = raised.value.findings[0]
    assert (finding.code, finding.arguments["at"], finding.source) == (code, line, "world.yaml")
    assert where(finding).startswith(f"world.yaml:{line}")
    for lang in ("ko", "en"):
        assert say(MESSAGES, finding.code, lang, **finding.arguments)


def test_tells_everything_that_is_wrong_at_once() -> None:
    with pytest.raises(ContentError) as raised:
        load_yaml("a: 012\nb: 111122223333\na: 1\n", "w.yaml")
    assert [finding.arguments["at"] for finding in raised.value.findings] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("country: no\n", {"country": "no"}),
        ("on: yes\n", {"on": "yes"}),
        ("Version: 2012-10-17\n", {"Version": "2012-10-17"}),
        ("at: 12:30\n", {"at": "12:30"}),
        ("n: [1, -2, 1.5, 1e3, 0x1F, 1_000, .5]\n", {"n": [1, -2, 1.5, 1000.0, "0x1F", "1_000", ".5"]}),
        ("n: 99999999999999999999\n", {"n": "99999999999999999999"}),
        ("b: [true, False, null, ~, ]\n", {"b": [True, False, None, None]}),
        ('id: "111122223333"\n', {"id": "111122223333"}),
        ("111122223333: x\n", {"111122223333": "x"}),
        ("a: &x [1]\nb: *x\n", {"a": [1], "b": [1]}),
        ("\ufeffa: 보고서\n", {"a": "보고서"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
    ],
)
def test_reads_plain_data(text: str, value: object) -> None:
    assert load_yaml(text)[0] == value


def test_knows_the_line_of_every_key() -> None:
    text = "# 머리말\nusers:\n  dev:\n    groups: [a, b]\n\n  운영:\n    managed:\n      - One\n      - Two\n"
    _, places = load_yaml(text, "w.yaml")
    assert places.line_of(("users",)) == 2
    assert places.line_of(("users", "dev", "groups")) == 4
    assert places.position_of(("users", "dev", "groups", 1)) == (4, 17)
    assert places.line_of(("users", "운영", "managed", 1)) == 9
    assert places.line_of(("users", "운영", "boundary")) == 6
    span = places.span_of(("users", "dev"))
    assert text[span.start : span.end] == "groups: [a, b]"


def test_places_of_a_part_still_tell_the_whole_path() -> None:
    _, places = load_yaml("a:\n  b:\n    c: 1\n", "w.yaml")
    finding = places.under(("a", "b")).finding("cloud.shape-refused", ("c",))
    assert (finding.arguments["at"], dotted(finding.path)) == (3, "a.b.c")


def test_reads_files_and_says_what_is_wrong_with_them(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text("a: 보고서\n", "utf-8")
    assert load_yaml(good, "good.yaml")[0] == {"a": "보고서"}
    bad = tmp_path / "bad.yaml"
    bad.write_bytes("a: 보고서\n".encode("euc-kr"))
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (MAX_BYTES + 1))
    for file, code in (
        (bad, "cloud.yaml-not-utf8"),
        (large, "cloud.yaml-too-large"),
        (tmp_path / "none.yaml", "cloud.file-missing"),
        (tmp_path, "cloud.file-unreadable"),
    ):
        with pytest.raises(ContentError) as raised:
            load_yaml(file, "f.yaml")
        assert raised.value.findings[0].code == code


def _findings(text: str) -> tuple[Finding, ...]:
    try:
        value, _ = load_yaml(text, "fuzz.yaml")
    except ContentError as error:
        return error.findings or (Finding("nothing was said"),)
    assert value is None or isinstance(value, dict | list | str | int | float | bool)
    return ()


def _loads_or_refuses(text: str) -> None:
    for finding in _findings(text):
        assert finding.source == "fuzz.yaml"
        assert say(MESSAGES, finding.code, "ko", **finding.arguments)
        assert say(MESSAGES, finding.code, "en", **finding.arguments)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_read_or_refused(text: str) -> None:
    _loads_or_refuses(text)


PIECES = ["a", ": ", "- ", "\n", "  ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "'", '"', "|", ">", "#", "%", "<<",
          "---", "...", "\t", "%YAML 1.1\n", "%TAG ! x\n", "0", "012345678901", "\\U00110000", "\\ud800", "가", "\u2028", "~"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_heap_of_yaml_pieces_is_read_or_refused(text: str) -> None:
    _loads_or_refuses(text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_so_it_is_with_the_parser_in_python(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("iamtutor.cloud.yaml_composer._LOADER", yaml.SafeLoader)
    _loads_or_refuses(text)
