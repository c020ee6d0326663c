"""What accepting a candidate writes, and that the policy reads no worse for it."""

import pytest

from iamtutor.editing.completion import complete
from iamtutor.editing.place import NAMES
from iamtutor.policy import PolicyKind, Severity, read
from tests.editing.marked import accepted, statement, vocabulary

IDENTITY, TRUST, RESOURCE = PolicyKind.IDENTITY, PolicyKind.TRUST, PolicyKind.RESOURCE


@pytest.mark.parametrize(
    ("marked", "chosen", "wanted", "kind"),
    [
        ('{"Ver|"}', "Version", '{"Version": "2012-10-17"|}', IDENTITY),
        ('{"Eff|', "Version", "", IDENTITY),
        ('{|}', "Id", '{"Id": "|"}', IDENTITY),
        ('{"Statement": [{"|"}]}', "Effect", '{"Statement": [{"Effect": "|"}]}', IDENTITY),
        ('{"Statement": [{"Eff|', "Effect", '{"Statement": [{"Effect": "|"', IDENTITY),
        (
            '{"Statement": [{\n  "R|\n  "Action": "s3:*"}]}',
            "Resource",
            '{"Statement": [{\n  "Resource": "|",\n  "Action": "s3:*"}]}',
            IDENTITY,
        ),
        (
            '{"Statement": [{"A|": "s3:*"}]}',
            "NotAction",
            '{"Statement": [{"NotAction"|: "s3:*"}]}',
            IDENTITY,
        ),
        (
            '{\n  "St|"\n}',
            "Statement",
            '{\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "|",\n      "Resource": ""\n    }\n  ]\n}',
            IDENTITY,
        ),
        (
            '{\n  "St|"\n}',
            "Statement",
            '{\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {"|": ""},\n      "Action": ""\n    }\n  ]\n}',
            TRUST,
        ),
        (
            '{"Statement": {\n  "C|"\n}}',
            "Condition",
            '{"Statement": {\n  "Condition": {\n    "|": {\n      "": ""\n    }\n  }\n}}',
            IDENTITY,
        ),
        (
            '{"Statement": {"Condition": {"|": {\n"": ""\n}}}}',
            "StringEquals",
            '{"Statement": {"Condition": {"StringEquals": {\n"|": ""\n}}}}',
            IDENTITY,
        ),
        (
            '{"Statement": {"Condition": {"Bool": {"|": ""}}}}',
            "aws:SecureTransport",
            '{"Statement": {"Condition": {"Bool": {"aws:SecureTransport": "|"}}}}',
            IDENTITY,
        ),
        (
            '{"Statement": {"Condition": {"Bool": {"aws:Sec|',
            "aws:SecureTransport",
            '{"Statement": {"Condition": {"Bool": {"aws:SecureTransport": "|"',
            IDENTITY,
        ),
        (
            '{"Statement": {"Condition": {"StringEquals": {"aws:PrincipalT|": ""}}}}',
            "aws:PrincipalTag/",
            '{"Statement": {"Condition": {"StringEquals": {"aws:PrincipalTag/|": ""}}}}',
            IDENTITY,
        ),
        (
            '{"Statement": {"Condition": {"StringEquals": {"aws:PrincipalT|"}}}}',
            "aws:PrincipalTag/",
            '{"Statement": {"Condition": {"StringEquals": {"aws:PrincipalTag/|": ""}}}}',
            IDENTITY,
        ),
        ('{"Statement": {"Principal": {"|": ""}}}', "AWS", '{"Statement": {"Principal": {"AWS": "|"}}}', RESOURCE),
        ('{"Statement": {"Pr|"}}', "Principal", '{"Statement": {"Principal": {"|": ""}}}', RESOURCE),
        ('{"Statement": {"Action": "|"}}', "s3:", '{"Statement": {"Action": "s3:|"}}', IDENTITY),
        ('{"Statement": {"Action": "s3|', "s3:", '{"Statement": {"Action": "s3:|"', IDENTITY),
        ('{"Statement": {"Action": "s3:Ge|"}}', "s3:GetObject", '{"Statement": {"Action": "s3:GetObject"|}}', IDENTITY),
        ('{"Statement": {"Action": "s3:Ge|tAcl"}}', "s3:GetObject", '{"Statement": {"Action": "s3:GetObject"|}}', IDENTITY),
        ('{"Statement": {"Action": ["s3:Ge|]}}', "s3:GetObject", '{"Statement": {"Action": ["s3:GetObject"|]}}', IDENTITY),
        ('{"Statement": {"Action": [|]}}', "s3:", '{"Statement": {"Action": ["s3:|"]}}', IDENTITY),
        (
            '{"Statement": {"Action": "s3:Ge|, "Resource": "*"}}',
            "s3:GetObject",
            '{"Statement": {"Action": "s3:GetObject"|, "Resource": "*"}}',
            IDENTITY,
        ),
        (
            statement('"Resource": "arn:aws:s3:::b/${us|}/*"'),
            "aws:username",
            statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
            IDENTITY,
        ),
        (
            statement('"Resource": "arn:aws:s3:::b/${us|/*"'),
            "aws:username",
            statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
            IDENTITY,
        ),
        (
            statement("\"Resource\": \"arn:aws:s3:::b/${us|, 'nobody'}\""),
            "aws:username",
            statement("\"Resource\": \"arn:aws:s3:::b/${aws:username|, 'nobody'}\""),
            IDENTITY,
        ),
    ],
)  # fmt: skip
def test_what_is_written(marked: str, chosen: str, wanted: str, kind: PolicyKind) -> None:
    if not wanted:
        with pytest.raises((StopIteration, AssertionError)):
            accepted(marked, chosen, kind)
        return
    assert accepted(marked, chosen, kind, bare=True) == wanted


VALID = {
    PolicyKind.IDENTITY: """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": ["arn:aws:s3:::acme-reports/${aws:username}/*", "*"],
      "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["red", "blue"]}, "Bool": {"aws:SecureTransport": "true"}}
    },
    {"Effect": "Deny", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::acme-payroll"}
  ]
}""",
    PolicyKind.TRUST: """{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root", "Service": ["ec2.amazonaws.com"]},
    "Action": "sts:AssumeRole",
    "Condition": {"StringEquals": {"sts:ExternalId": "x"}, "IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}}
  }
}""",
    PolicyKind.RCP: """{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
     "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-acme123456"}}}
  ]
}""",
}


@pytest.mark.parametrize("kind", VALID)
def test_a_policy_that_reads_still_reads(kind: PolicyKind) -> None:
    """Every first dozen of candidates, at every offset of a sound policy, as it is and in gaps: no new error."""
    text = VALID[kind]
    assert read(text, kind).ok
    reading, tried = read(text, kind), 0
    for offset in range(len(text) + 1):
        completion = complete(reading, offset, vocabulary())
        for candidate in completion.candidates[:12] if completion is not None else ():
            assert completion is not None
            edit = completion.edit(candidate)
            string = completion.place.string
            assert string is not None
            assert string.start < edit.start <= edit.end <= string.end
            assert 0 <= edit.cursor <= len(text) + len(edit.text)
            after = read(text[: edit.start] + edit.text + text[edit.end :], kind)
            errors = [finding for finding in after.findings if finding.severity is Severity.ERROR]
            if completion.place.part in NAMES:
                # Another name may leave a statement without what it must have; it is still the same JSON.
                errors = [each for each in errors if each.code.startswith(("json.", "policy.unknown"))]
            assert candidate.goes_on or not errors, (candidate, text[offset - 10 : offset], errors)
            tried += 1
    assert tried > 400
