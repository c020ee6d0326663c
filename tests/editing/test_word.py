"""What is said of the word under the cursor."""

import pytest
from hypothesis import given, settings

from iamtutor.catalog import GLOBAL_KEYS
from iamtutor.cloud import Slot
from iamtutor.editing.candidate import Words, told
from iamtutor.editing.telling import elements
from iamtutor.editing.telling.explained import Explained, Row
from iamtutor.editing.word import explain
from iamtutor.policy import PolicyKind, read
from iamtutor.policy.elements import POLICY_ELEMENTS, PRINCIPAL_TYPES, STATEMENT_ELEMENTS
from iamtutor.policy.operators import OPERATORS, Qualifier
from tests.editing.marked import read_marked, statement, vocabulary
from tests.editing.test_insertion import VALID
from tests.editing.test_place import TEXTS

RESOURCE, TRUST = PolicyKind.RESOURCE, PolicyKind.TRUST


def of(marked: str, kind: PolicyKind = PolicyKind.IDENTITY, world: str = "acme", slot: Slot | None = None) -> Explained:
    found = explain(*read_marked(marked, kind), vocabulary(world, slot))
    assert found is not None, marked
    return found


def said(explained: Explained, lang: str = "en") -> str:
    """All of it as text, a fact a line."""

    def line(fact: Row | Words) -> str:
        if isinstance(fact, Row):
            return f"{fact.name}  {told(fact.about, lang)}"  # type: ignore[arg-type]
        return told(fact, lang)  # type: ignore[arg-type]

    lines = [explained.word, *map(line, explained.what), *map(line, explained.about)]
    for section in explained.sections:
        lines += [line(section.title), *map(line, section.facts)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("marked", "kind", "wanted"),
    [
        (statement('"Action": "s3:Get|Object"'), RESOURCE, ["Amazon S3", "Read", "object  arn:${Partition}:s3:::", "s3:TlsVersion"]),
        (statement('"Action": "iam:PassRole|"'), RESOURCE, ["role*", "must be granted together", "iam:PassedToService  String"]),
        (statement('"Action": "s3:ListAllMyBuckets|"'), RESOURCE, ["Resource has to be *"]),
        (statement('"Action": "s3:Put*|"'), RESOURCE, ["actions of the catalogue today", "Permissions", "s3:PutObject  Write"]),
        (statement('"Action": "s3:GetObjct|"'), RESOURCE, ["no such action", "s3:GetObject"]),
        (statement('"Action": "s3:|"'), RESOURCE, ["s3", "service", "Amazon S3"]),
        (statement('"Ac|tion": "s3:*"'), RESOURCE, ["element of a statement", "Capitals do not matter"]),
        (statement('"Action": "s3:*"').replace("Version", "Ver|sion"), RESOURCE, ["2008-10-17 is assumed"]),
        (statement('"Action": "s3:*"').replace("Allow", "Al|low"), RESOURCE, ["unless a Deny matches"]),
        (statement('"Principal": {"A|WS": "x"}'), RESOURCE, ["arn:aws:iam::111122223333:root", "not the root user alone"]),
        (statement('"Principal": {"AWS": "arn:aws:iam::111122223333:role/app|"}'), RESOURCE, ["every session", "The role app of the account acme"]),
        (statement('"Principal": {"AWS": "111122223333|"}'), RESOURCE, ["An account", "The account acme."]),
        (statement('"Principal": {"AWS": "arn:aws:iam::999999999999:user/x|"}'), RESOURCE, ["no such thing here"]),
        (statement('"Principal": {"Service": "ecs-tasks.amazonaws.com|"}'), TRUST, ["Amazon Elastic Container Service"]),
        (statement('"Condition": {"String|Like": {}}'), RESOURCE, ["wildcards * and ? work", "String, ARN", "The condition does not hold."]),
        (statement('"Condition": {"StringEqual|": {}}'), RESOURCE, ["no such condition operator", "StringEquals"]),
        (statement('"Condition": {"Bool": {"aws:Secure|Transport": "false"}}'), RESOURCE, ["over TLS", "Always", "Bool"]),
        (statement('"Condition": {"Bool": {"aws:MultiFactorAuthPres|ent": "x"}}'), RESOURCE, ["absent with long-term access keys"]),
        (statement('"Action": "s3:ListBucket", "Condition": {"StringLike": {"s3:pre|fix": "x"}}'), RESOURCE, ["Taken by every action of this statement (1)", "s3:ListBucket"]),
        (statement('"Action": "s3:GetObject", "Condition": {"StringLike": {"s3:pre|fix": "x"}}'), RESOURCE, ["Taken by no action of this statement (1)"]),
        (statement('"Condition": {"StringLike": {"aws:RequestedRegion": "ap-northeast-2|"}}'), RESOURCE, ["Asia Pacific (Seoul)"]),
        (statement('"Resource": "arn:aws:s3:::b/${aws:user|name}/*"'), RESOURCE, ["${aws:username}", "policy variable", "The name of the IAM user"]),
    ],
)  # fmt: skip
def test_words(marked: str, kind: PolicyKind, wanted: list[str]) -> None:
    text = said(of(marked, kind))
    assert [each for each in wanted if each not in text] == [], text
    assert said(of(marked, kind), "ko") != text


def test_a_resource_and_the_actions_of_its_statement() -> None:
    spoken = '"Action": ["s3:GetObject", "s3:ListBucket", "s3:ListAllMyBuckets"]'
    objects = said(of(statement(f'{spoken}, "Resource": "arn:aws:s3:::acme-reports/|*"')))
    assert "s3:GetObject  works on such a resource" in objects
    assert "s3:ListBucket  does not work" in objects
    assert "the bucket itself is not among them" in objects
    own = said(of(statement(f'{spoken}, "Resource": "arn:aws:s3:::acme-reports/${{aws:username}}|"')))
    assert "s3:ListBucket  does not work" in own
    both = said(of(statement(f'{spoken}, "Resource": "arn:aws:s3:::acme-r*|"')))
    assert "s3:ListBucket  works" in both
    assert "arn:aws:s3:::acme-reports/q3.csv" in both
    every = said(of(statement(f'{spoken}, "Resource": "*|"')))
    assert "s3:ListAllMyBuckets  It cannot be granted on single resources" in every


def test_an_action_is_told_in_the_readers_language_and_what_is_english_is_named_so() -> None:
    explained = of(statement('"Action": "s3:Get|Object"'))
    assert "객체를 읽습니다." in said(explained, "ko")
    assert "Grants permission to retrieve objects" in said(explained)
    assert "(영어) Grants permission to get room details" in said(of(statement('"Action": "a4b:Get|Room"')), "ko")
    assert "(영어)" not in said(of(statement('"Action": "a4b:Get|Room"')))


def test_without_a_world_nothing_is_said_of_it() -> None:
    text = said(of(statement('"Resource": "arn:aws:s3:::acme-reports|"'), world=""))
    assert "In this world" not in text
    assert "arn:${Partition}:s3:::${BucketName}" in text


def test_between_words_the_element_around_is_told() -> None:
    assert of(statement('"Condition": | {"Bool": {}}')).word == "Condition"
    assert of(statement('"Action": ["s3:GetObject"| ]')).word == "s3:GetObject"


@pytest.mark.parametrize("name", [*POLICY_ELEMENTS, *STATEMENT_ELEMENTS])
def test_every_element_is_told(name: str) -> None:
    explained = elements.element(name)
    assert explained is not None
    assert said(explained, "ko")
    assert said(explained)


def test_every_key_type_and_operator_is_told() -> None:
    for name in PRINCIPAL_TYPES:
        found = elements.principal_type(name)
        assert found is not None
        assert said(found, "ko")
    for name in GLOBAL_KEYS:
        assert said(of(statement(f'"Condition": {{"Null": {{"{name}|": "true"}}}}')), "ko")
    forms = [f"{prefix}{name}" for name in OPERATORS for prefix in ("", *(f"{each}:" for each in Qualifier))]
    for form in forms:
        assert said(of(statement(f'"Condition": {{"{form}|": {{}}}}')), "ko")


@settings(max_examples=40)
@given(TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    reading = read(text)
    for offset in range(len(text) + 1):
        explain(reading, offset, vocabulary())


@pytest.mark.parametrize("kind", VALID)
def test_every_word_of_a_policy_can_be_told(kind: PolicyKind) -> None:
    reading = read(VALID[kind], kind)
    for offset in range(len(reading.text)):
        found = explain(reading, offset, vocabulary())
        if found is not None:
            assert said(found, "ko")
            assert said(found)
