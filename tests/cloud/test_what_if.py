"""What if: variations are decided as the world would decide them, and every flip that is reported really flips."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iamtutor.access import Layer, Request, decide
from iamtutor.access.picture import State
from iamtutor.cloud import UnknownReferenceError, World, read_world
from iamtutor.cloud.what_if import (
    CallerChange,
    Flip,
    KeyChange,
    Removal,
    Variation,
    caller_references,
    changed_layers,
    decide_variation,
    flips,
    keys_asked,
)
from iamtutor.cloud.what_if.variation import effective
from iamtutor.policy.operators.date import instant
from iamtutor.reason.budget import CancelledError
from tests.access.generated import TARGETS, statements

Json = Any
S3 = TARGETS[0]
DOCUMENT = {"Version": "2012-10-17"}


def document(*listed: Json) -> Json:
    return {**DOCUMENT, "Statement": list(listed)}


def world_value(
    own: list[Json], bucket: list[Json] | None = None, boundary: list[Json] | None = None, scp: list[Json] | None = None
) -> Json:
    trust = document(
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole"}
    )
    dev: Json = {"tags": {"team": "red"}, "inline": {"Own": document(*own)}}
    account: Json = {
        "id": "111122223333",
        "users": {"dev": dev, "ops": {"tags": {"team": "blue"}}},
        "roles": {"app": {"trust": trust, "inline": {"App": document(*own)}}},
        "buckets": {"reports": {"policy": document(*bucket)} if bucket else {}},
    }
    if boundary is not None:
        account["policies"] = {"Limit": {"document": document(*boundary)}}
        dev["boundary"] = "Limit"
    value: Json = {
        "accounts": {"acme": account, "other": {"id": "444455556666", "users": {"kim": {}}}, "top": {"id": "999988887777"}},
        "sessions": {"ci": {"role": "acme:role/app", "name": "ci"}, "ci-mfa": {"role": "acme:role/app", "name": "mfa", "mfa": True}},
    }  # fmt: skip
    if scp is not None:
        root = {"id": "r-ab12", "scp": {"Root": document(*scp)}, "accounts": ["acme"]}
        value["organization"] = {"id": "o-acmeexample", "management": "top", "root": root}
    return value


def allow(**more: Json) -> Json:
    return {"Sid": "Let", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", **more}


def world(*own: Json, **more: Json) -> World:
    return read_world(world_value(list(own), **more))


def asked(context: Json = None, caller: str = "user/dev") -> Variation:
    return Variation(caller, S3.action, S3.resource, context or {})


def changes(of: World, variation: Variation) -> list[object]:
    return [flip.change for flip in flips(of, variation).found]


def replayed(value: Json, variation: Variation, flip: Flip) -> bool:
    """Whether the request is allowed after the change, made by other means than `decide_variation`."""
    change, context, caller = flip.change, dict(variation.context), variation.caller
    if isinstance(change, Removal):
        value = without_statement(value, change, caller)
    if isinstance(change, CallerChange):
        caller = change.caller
    if isinstance(change, KeyChange) and change.value is not None:
        context = {key: held for key, held in context.items() if key.lower() != change.key.lower()}
        context[change.key] = change.value
        if change.key.lower() == "aws:currenttime":
            seconds = instant(str(change.value))
            assert seconds is not None
            context["aws:EpochTime"] = str(int(seconds))
    request, policies = read_world(value).effective(caller, variation.resource, variation.action, context)
    if isinstance(change, KeyChange) and change.value is None:
        kept = {key: held for key, held in request.written.items() if key.lower() != change.key.lower()}
        request = Request(request.principal, request.action, request.resource, request.resource_account, kept)
    return decide(request, policies).allowed


def without_statement(value: Json, change: Removal, caller: str) -> Json:
    value = copy.deepcopy(value)
    account = value["accounts"]["acme"]
    holder = account["users"]["dev"] if caller == "user/dev" else account["roles"]["app"]
    found = {
        Layer.IDENTITY: lambda: holder["inline"][change.policy],
        Layer.RESOURCE: lambda: account["buckets"]["reports"]["policy"],
        Layer.BOUNDARY: lambda: account["policies"]["Limit"]["document"],
        Layer.SCP: lambda: value["organization"]["root"]["scp"]["Root"],
    }[change.layer]()
    del found["Statement"][change.statement.index]
    return value


LISTS = st.lists(statements(S3), min_size=1, max_size=2)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Json, Variation]:
    own = draw(LISTS)
    bucket = draw(st.none() | st.lists(statements(S3, principals=True), min_size=1, max_size=2))
    boundary = draw(st.none() | LISTS)
    scp = draw(st.none() | LISTS)
    context = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "aws:SourceIp": st.sampled_from(["203.0.113.7", "198.51.100.1"]),
                "aws:TagKeys": st.lists(st.sampled_from(["team", "env", "cost"]), max_size=2, unique=True).map(tuple),
                "aws:CurrentTime": st.sampled_from(["2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z"]),
            },
        )
    )
    caller = draw(st.sampled_from(["user/dev", "role/app", "session/ci"]))
    return world_value(own, bucket, boundary, scp), Variation(caller, S3.action, S3.resource, context)


@given(situations())
@settings(max_examples=60, deadline=None)
def test_every_flip_really_flips(situation: tuple[Json, Variation]) -> None:
    value, variation = situation
    of = read_world(value)
    before = decide_variation(of, variation).allowed
    for flip in flips(of, variation).found:
        assert flip.decision.allowed is not before
        assert decide_variation(of, flip.variation).allowed is not before
        assert replayed(value, variation, flip) is not before


@given(situations())
@settings(max_examples=25, deadline=None)
def test_no_statement_and_no_caller_that_flips_is_passed_over(situation: tuple[Json, Variation]) -> None:
    value, variation = situation
    of = read_world(value)
    before = decide_variation(of, variation)
    found = flips(of, variation)
    assert found.complete
    gone = [flip.change.statement for flip in found.found if isinstance(flip.change, Removal)]
    for layer in before.trace.layers:
        for policy in layer.policies:
            for each in policy.statements if policy.name != "FullAWSAccess" else ():
                flipped = decide_variation(of, variation.without_statement(each.statement)).allowed != before.allowed
                assert flipped == any(each.statement is one for one in gone)
    others = {flip.change.caller for flip in found.found if isinstance(flip.change, CallerChange)}
    for reference in set(caller_references(of)) - {variation.caller}:
        allowed = decide_variation(of, Variation(reference, S3.action, S3.resource, variation.context)).allowed
        if allowed != before.allowed and of.caller(reference).principal != before.request.principal:
            assert reference in others


MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
OFFICE = {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
UNTIL = {"DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}


@pytest.mark.parametrize(
    ("condition", "context", "change"),
    [
        (MFA, {}, KeyChange("aws:MultiFactorAuthPresent", "true")),
        (OFFICE, {"aws:SourceIp": "198.51.100.1"}, KeyChange("aws:SourceIp", "203.0.113.1")),
        (UNTIL, {}, KeyChange("aws:CurrentTime", "2025-12-31T23:59:59Z")),
        ({"StringEquals": {"aws:PrincipalTag/team": "blue"}}, {}, KeyChange("aws:PrincipalTag/team", "blue")),
        ({"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}, {}, KeyChange("aws:MultiFactorAuthAge", "3599")),
        ({"ForAnyValue:StringEquals": {"aws:TagKeys": "env"}}, {}, KeyChange("aws:TagKeys", ("env",))),
        ({"StringLike": {"s3:prefix": "home/${aws:username}/*"}}, {}, KeyChange("s3:prefix", "home/dev/example")),
        ({"Null": {"aws:SourceIp": "true"}}, {"aws:SourceIp": "203.0.113.9"}, KeyChange("aws:SourceIp", None)),
    ],
)
def test_the_value_that_would_help_is_found(condition: Json, context: Json, change: KeyChange) -> None:
    of = world(allow(Condition=condition))
    assert not decide_variation(of, asked(context)).allowed
    assert change in changes(of, asked(context))


def test_a_deny_names_the_statement_whose_removal_would_help() -> None:
    of = world(allow(), allow(Sid="Never", Effect="Deny"))
    (found,) = [change for change in changes(of, asked()) if isinstance(change, Removal)]
    assert (found.layer, found.policy, found.statement.sid) == (Layer.IDENTITY, "Own", "Never")


def test_an_allowed_request_names_what_would_take_it_away() -> None:
    of = world(allow(Condition=OFFICE))
    found = changes(of, asked({"aws:SourceIp": "203.0.113.7"}))
    assert KeyChange("aws:SourceIp", "198.51.100.7") in found
    assert KeyChange("aws:SourceIp", None) in found
    assert CallerChange("user/ops") in found
    assert any(isinstance(change, Removal) for change in found)


def test_a_session_with_mfa_is_another_caller() -> None:
    of = world(allow(Condition=MFA))
    assert CallerChange("session/ci-mfa") in changes(of, asked(caller="session/ci"))


def test_what_follows_from_the_caller_is_not_offered_as_a_choice() -> None:
    of = world(allow(Condition={"StringEquals": {"aws:username": "ops"}}))
    assert not [change for change in changes(of, asked()) if isinstance(change, KeyChange)]


def test_a_variation_leaves_the_request_it_began_with() -> None:
    of = world(allow(Condition=MFA))
    begun = asked({"aws:SourceIp": "203.0.113.7"})
    changed = begun.with_key("aws:MultiFactorAuthPresent", "true").with_key("aws:sourceip", None)
    assert begun == asked({"aws:SourceIp": "203.0.113.7"})
    assert decide_variation(of, changed).allowed
    assert "aws:sourceip" not in decide_variation(of, changed).request.context
    assert changed.as_it_comes("aws:SourceIp").as_it_comes("aws:MultiFactorAuthPresent") == asked()


def test_a_key_that_the_world_fills_in_can_be_taken_away_and_comes_back() -> None:
    of = world(allow(Condition={"Bool": {"aws:SecureTransport": "true"}}))
    taken = asked().with_key("aws:SecureTransport", None)
    assert not decide_variation(of, taken).allowed
    assert decide_variation(of, taken.as_it_comes("aws:securetransport")).allowed


def test_a_time_moves_both_keys_that_tell_it() -> None:
    of = world(allow())
    context = effective(of, asked().with_key("aws:CurrentTime", "2027-01-01T00:00:00Z"))[0].context
    assert (context["aws:currenttime"], context["aws:epochtime"]) == ("2027-01-01T00:00:00Z", "1798761600")


def test_the_layers_that_changed_are_named() -> None:
    of = world(allow(Condition=MFA))
    before, after = (
        decide_variation(of, each) for each in (asked(), asked().with_key("aws:MultiFactorAuthPresent", "true"))
    )
    assert changed_layers(before, after) == ((Layer.IDENTITY, State.SILENT, State.ALLOWS),)
    assert changed_layers(after, after) == ()


def test_the_search_is_bounded_and_can_be_cancelled() -> None:
    of = world(allow(Condition=OFFICE), allow(Sid="Never", Effect="Deny"))
    some = flips(of, asked(), steps=12)
    assert not some.complete
    assert len(some.found) < len(flips(of, asked()).found) or not some.found
    with pytest.raises(CancelledError):
        flips(of, asked(), cancelled=lambda: True)


def test_nobody_is_said_so() -> None:
    with pytest.raises(UnknownReferenceError):
        decide_variation(world(allow()), asked(caller="user/nobody"))


def test_keys_of_variables_are_asked_for_and_filled_so_that_they_fit() -> None:
    of = world(allow(Resource="arn:aws:s3:::reports/${aws:PrincipalTag/owner}.csv", Condition=OFFICE))
    request, policies = effective(of, asked({"aws:SourceIp": "203.0.113.7"}))
    assert set(keys_asked(request, policies)) == {"aws:SourceIp", "aws:PrincipalTag/owner"}
    assert KeyChange("aws:PrincipalTag/owner", "dev") in changes(of, asked({"aws:SourceIp": "203.0.113.7"}))
