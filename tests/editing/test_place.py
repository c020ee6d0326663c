"""Where a cursor stands, also in texts that are only half written."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iamtutor.editing.place import Part, place_at
from iamtutor.policy import PolicyKind, read
from tests.editing.marked import read_marked, statement

PLACES = {
    '{"|"}': Part.POLICY_ELEMENT,
    '{"Ver|"}': Part.POLICY_ELEMENT,
    '{"Version": "20|"}': Part.VERSION,
    '{"Statement": {"|"}}': Part.STATEMENT_ELEMENT,
    '{"Statement": [{"|"}]}': Part.STATEMENT_ELEMENT,
    '{"Statement": [{"Eff|': Part.STATEMENT_ELEMENT,
    '{"Statement": [{\n"Eff|\n"Action": "s3:*"}]}': Part.STATEMENT_ELEMENT,
    '{"Statement": [{"|"\n"Effect": "Allow"}]}': Part.STATEMENT_ELEMENT,
    '{"Statement": [{"Effect": "Allow"\n"|"}]}': Part.STATEMENT_ELEMENT,
    '{"Statement": [{}, {"Effect": "A|"}]}': Part.EFFECT,
    '{"Statement": [{"Effect": "|': Part.EFFECT,
    statement('"Action": "|"'): Part.ACTION,
    statement('"Action": ["s3:GetObject", "s3|"]'): Part.ACTION,
    statement('"Action": ["s3:GetObject" "s3|"]'): Part.ACTION,
    statement('"NotAction": "s3|"'): Part.ACTION,
    '{"Statement": [{"Action": ["s3:Ge|]}]}': Part.ACTION,
    '{"Statement": [{"Action": "s3:Ge|\n"Resource": "*"}]}': Part.ACTION,
    '{"Statement": [{"Action": "s3:Ge|, "Resource": "*"}]}': Part.ACTION,
    statement('"Resource": "arn:|"'): Part.RESOURCE,
    statement('"NotResource": ["arn:|"]'): Part.RESOURCE,
    statement('"Principal": "|"'): Part.PRINCIPAL,
    statement('"Principal": {"|"}'): Part.PRINCIPAL_TYPE,
    statement('"Principal": {"AWS": "|"}'): Part.PRINCIPAL,
    statement('"NotPrincipal": {"AWS": ["arn:|"]}'): Part.PRINCIPAL,
    statement('"Condition": {"|"}'): Part.OPERATOR,
    statement('"Condition": {"StringEquals": {"|"}}'): Part.CONDITION_KEY,
    statement('"Condition": {"StringEquals": {"aws:us|'): Part.CONDITION_KEY,
    statement('"Condition": {"StringEquals": {"aws:username": "|"}}'): Part.CONDITION_VALUE,
    statement('"Condition": {"StringEquals": {"aws:username": ["a", "|"]}}'): Part.CONDITION_VALUE,
    statement('"Resource": "arn:aws:s3:::b/${|}/x"'): Part.VARIABLE,
    statement('"Resource": "arn:aws:s3:::b/${aws:us|"'): Part.VARIABLE,
    statement('"Condition": {"StringLike": {"s3:prefix": "${aws:|}/*"}}'): Part.VARIABLE,
    statement('"Condition": {"NumericEquals": {"s3:max-keys": "${|}"}}'): Part.CONDITION_VALUE,
    '{"Version": "2008-10-17", "Statement": {"Resource": "arn:aws:s3:::b/${|}"}}': Part.RESOURCE,
    statement('"Resource": "arn:aws:s3:::b/${aws:username}/|"'): Part.RESOURCE,
}
NOWHERE = (
    "",
    "|",
    '"|"',
    "{|}",
    '{"Statement": [{"Effect"|: "Allow"}]}',
    '{"Statement": [{"Effect": |"Allow"}]}',
    '{"Statement": [{"Effect": "Allow"|}]}',
    '{"Statement": [{"Sid": "|"}]}',
    '{"Statement": ["|"]}',
    '{"Statement": "|"}',
    '{"Nonsense": "|"}',
    '{"Statement": [{"Nonsense": {"|"}}]}',
    '["|"]',
)
BARE = {
    "{|}": Part.POLICY_ELEMENT,
    '{\n  "Version": "2012-10-17",\n  |\n}': Part.POLICY_ELEMENT,
    '{"Statement": [{"Effect": |}]}': Part.EFFECT,
    '{"Statement": [{"Effect": |\n"Action": "*"}]}': None,
    '{"Statement": [{"Action": [|]}]}': Part.ACTION,
    '{"Statement": [{"Action": ["s3:GetObject", |]}]}': Part.ACTION,
    '{"Statement": [{"Action": ["s3:GetObject" |]}]}': None,
    '{"Statement": [{"Effect": "Allow" |}]}': None,
    '{"Statement": [{"Condition": {|}}]}': Part.OPERATOR,
    '{"Statement": [{|': Part.STATEMENT_ELEMENT,
}


@pytest.mark.parametrize("marked", PLACES)
def test_place(marked: str) -> None:
    place = place_at(*read_marked(marked, PolicyKind.RESOURCE))
    assert place is not None
    assert place.part is PLACES[marked]


@pytest.mark.parametrize("marked", NOWHERE[1:])
def test_nowhere(marked: str) -> None:
    assert place_at(*read_marked(marked)) is None


@pytest.mark.parametrize("marked", BARE)
def test_between_brackets(marked: str) -> None:
    place = place_at(*read_marked(marked), bare=True)
    assert (place.part if place is not None else None) is BARE[marked]


def test_what_a_place_knows() -> None:
    marked = statement(
        '"Principal": {"AWS": "x"}, "Condition": {"StringEquals": {"aws:username": ["a", "b|c"], "k": ""}}'
    )
    place = place_at(*read_marked(marked, PolicyKind.RESOURCE))
    assert place is not None
    assert (place.operator, place.key, place.before, place.beside) == ("StringEquals", "aws:username", "b", ("a",))
    assert place.span.end - place.span.start == 2
    assert place.statement is not None
    assert [member.key.text for member in place.statement.members] == ["Effect", "Principal", "Condition"]


def test_a_string_that_lost_its_end_ends_where_the_word_does() -> None:
    reading, offset = read_marked('{"Statement": [{"Action": "s3:Ge|t, "Resource": "*"}]}')
    place = place_at(reading, offset)
    assert place is not None
    assert reading.text[place.span.start : place.span.end] == "s3:Get"
    assert place.string is not None
    assert not place.string.is_closed


PIECES = st.sampled_from(
    [
        *'{}[]:,"\n ', '"Version"', '"2012-10-17"', '"Statement"', '"Effect"', '"Action"', '"s3:Get', '"Condition"',
        '"StringEquals"', '"aws:', '"Principal"', '"AWS"', "${", "}", "'", "“", "//", "\\", '"Resource": "arn:aws:s3:::b/${', "\x00",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=100)
@given(TEXTS, st.sampled_from([PolicyKind.IDENTITY, PolicyKind.TRUST]))
@example('{"Statement":[{"Action":"s3:Get', PolicyKind.IDENTITY)
def test_no_text_breaks_it(text: str, kind: PolicyKind) -> None:
    """At every offset: nothing is raised, and what would be replaced lies around the cursor, inside the string."""
    reading = read(text, kind)
    for offset in range(len(text) + 1):
        for bare in (False, True):
            place = place_at(reading, offset, bare=bare)
            if place is None:
                continue
            assert place.span.start <= offset <= place.span.end
            if place.string is None:
                assert place.span == (offset, offset)
            else:
                assert place.string.start < place.span.start
                assert place.span.end <= place.string.inner.end <= place.string.end
                assert '"' not in text[offset : place.span.end].replace('\\"', "")
