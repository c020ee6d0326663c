"""The picture of a decision: the path ends where the decision did, every line fits, both sides of everything are there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Decision, Layer, Verdict, decide
from iamtutor.access.layer import POLICY_LAYERS
from iamtutor.access.picture import Picture, Side, Spot, State, draw, elements_of, path_of
from iamtutor.access.picture.pieces import width_of
from iamtutor.access.picture.texts import MESSAGES
from iamtutor.access.wire import read_case
from iamtutor.words import missing
from tests.access.cases import OBJECT, ROLE, ROOT, USER, A, B, allow, bucket, deny, policy, statement
from tests.access.generated import cases

Json = Any


def decided(case: Json) -> Decision:
    return decide(*read_case(case))


def asked(
    who: Json = USER, context: Json = None, owner: str = A, action: str = "s3:GetObject", **policies: Json
) -> Decision:
    request = {
        "principal": who,
        "action": action,
        "resource": OBJECT,
        "resource_account": owner,
        "context": context or {},
    }
    return decided({"id": "x", "request": request, "policies": policies})


def text(picture: Picture) -> str:
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in picture.lines)


def drawn(decision: Decision, width: int = 100, **more: Any) -> str:
    return text(draw(decision, width, "en", **more))


def test_every_message_is_there_in_both_languages() -> None:
    assert not missing(MESSAGES)


@given(cases())
def test_the_path_ends_where_the_decision_did(case: Json) -> None:
    decision = decided(case)
    path = path_of(decision)
    assert [step.ends for step in path.steps].count(True) == 1
    end = path.steps[path.end]
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        assert end.layer is None
        assert {step.layer for step in path.steps if step.deciding} >= {decision.layer}
    elif decision.verdict is Verdict.IMPLICITLY_DENIED:
        assert end.layer is decision.layer
        assert {step.layer for step in path.steps if step.stops} == {decision.layer, *decision.blocked_by}
    else:
        assert not any(step.stops for step in path.steps)
    if not path.crosses:
        reached = [step.reached for step in path.steps]
        assert reached == [number <= path.end for number in range(len(reached))]
    shown = {step.layer for step in path.steps} - {None, Layer.SERVICE, Layer.ROOT}
    assert shown >= set(POLICY_LAYERS) - {Layer.IDENTITY}
    for step in path.steps:
        if step.trace is not None:
            assert step.state.value == step.trace.answer.value


@given(cases())
def test_all_elements_hold_exactly_where_the_statement_matched(case: Json) -> None:
    decision = decided(case)
    for step in path_of(decision).steps:
        for each in step.statements if step.layer is not None else ():
            found = elements_of(decision, step.layer, each)
            assert all(outcome.holds for outcome in found) == each.match.matched
            if each.match.failed is not None:
                first = next(outcome for outcome in found if not outcome.holds)
                assert first.element == each.match.failed.element


@given(cases(), st.integers(40, 140), st.sampled_from(["ko", "en"]), st.booleans())
def test_no_line_is_wider_than_it_may_be_and_every_frame_is_closed(
    case: Json, width: int, lang: Any, folded: bool
) -> None:
    decision = decided(case)
    count = len(path_of(decision).steps)
    folds = {Spot(number): folded for number in range(-1, count)}
    picture = draw(decision, width, lang, folds=folds, place_of=lambda _: "정책.json:12")
    for line in picture.lines:
        assert width_of(line) <= width
    everything = text(picture)
    assert everything.count("╭") == everything.count("╮") == everything.count("╰") == everything.count("╯")
    assert everything.count("╔") == everything.count("╝") == 1
    assert set(picture.spots) >= {Spot(number) for number in range(count)}
    for spot, (y, _) in picture.spots.items():
        assert any(piece.spot == spot for piece in picture.lines[y])


CASES: dict[str, tuple[Decision, Layer | None, dict[Layer | None, State]]] = {
    "explicit": (asked(identity=[deny(), allow()]), None, {None: State.DENIES, Layer.IDENTITY: State.DENIES}),
    "rcp": (asked(rcp=[[deny(Principal="*")]], identity=[allow()]), None, {Layer.RCP: State.DENIES}),
    "scp": (asked(scp=[[allow("iam:*")]], identity=[allow()]), Layer.SCP, {Layer.SCP: State.SILENT, Layer.IDENTITY: State.ALLOWS}),
    "endpoint": (asked(endpoint=[allow("iam:*", Principal="*")], identity=[allow()]), Layer.ENDPOINT, {Layer.ENDPOINT: State.SILENT}),
    "nothing": (asked(), Layer.IDENTITY, {Layer.IDENTITY: State.ABSENT, None: State.CLEAR}),
    "boundary": (asked(identity=[allow()], boundary=allow("iam:*")), Layer.BOUNDARY, {Layer.BOUNDARY: State.SILENT}),
    "identity": (asked(identity=[allow()]), Layer.SESSION, {Layer.IDENTITY: State.ALLOWS, Layer.RESOURCE: State.ABSENT}),
    "named": (asked(resource=bucket({"AWS": USER})), Layer.RESOURCE, {Layer.RESOURCE: State.ALLOWS, Layer.IDENTITY: State.ABSENT}),
    "role": (asked(ROLE, resource=bucket({"AWS": ROLE}), identity=[allow("iam:*")]), Layer.SESSION, {Layer.IDENTITY: State.SILENT}),
    "root": (asked(ROOT), Layer.ROOT, {Layer.ROOT: State.ALLOWS}),
    "service": (asked(action="sts:GetCallerIdentity", identity=[deny("*")]), Layer.SERVICE, {Layer.SERVICE: State.ALLOWS}),
    "management": (
        decided({"id": "x", "request": {"principal": USER, "action": "s3:GetObject", "resource": OBJECT},
                 "policies": {"identity": [allow()], "scp": [[allow("iam:*")]]}, "settings": {"management_account": A}}),
        Layer.SESSION, {Layer.SCP: State.EXEMPT}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_layer_says_what_it_came_to(case: str) -> None:
    decision, end, states = CASES[case]
    path = path_of(decision)
    assert path.steps[path.end].layer is end
    found = {step.layer: step.state for step in path.steps}
    assert {layer: found[layer] for layer in states} == states


def test_the_deciding_statement_is_marked_and_its_place_is_a_link() -> None:
    decision = asked(identity=[allow("iam:*"), policy("Own", statement("Allow", "s3:Get*", Sid="Read"))])
    picture = draw(decision, 100, "en", place_of=lambda each: f"policy.json:{each.index + 4}" if each.sid else None)
    line = next(line for line in picture.lines if any(piece.link for piece in line))
    assert "Read ◀ decides" in "".join(piece.text for piece in line)
    spot = line[-3].spot
    assert spot is not None
    found = picture.statement(spot)
    assert found is not None
    assert found.sid == "Read"


def test_behind_an_explicit_deny_nothing_is_evaluated() -> None:
    shown = drawn(asked(identity=[deny()], resource=bucket("*"), boundary=allow()))
    assert shown.index("Explicit deny ═") < shown.index("Resource-based policy")
    assert shown.count("– not evaluated") == 2
    assert "✗ denied above" in shown


def test_both_sides_of_what_did_not_match_stand_there() -> None:
    only = statement("Allow", "s3:GetObject", Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})
    shown = drawn(
        asked(identity=[policy("Own", only)], context={"aws:SourceIp": "203.0.113.7"}), given={"aws:SourceIp"}
    )
    assert "✗ Bool aws:MultiFactorAuthPresent  policy true · request no such key" in shown
    assert "✓ Action      s3:GetObject ← s3:GetObject" in shown
    assert "AWS says  User: arn:aws:iam::111122223333:user/dev is not authorized" in shown
    rows = {line.split()[1]: line.split()[-2] for line in shown.splitlines() if line.startswith("│ aws:")}
    assert (rows["aws:SourceIp"], rows["aws:MultiFactorAuthPresent"], rows["aws:username"]) == (
        "given",
        "missing",
        "in",
    )


def test_two_accounts_stand_side_by_side_and_one_below_the_other_where_there_is_no_room() -> None:
    decision = asked(owner=B, identity=[allow()], resource=bucket({"AWS": ROLE}))
    wide = drawn(decision, 80)
    line = next(line for line in wide.splitlines() if "Caller's account" in line)
    assert f"Caller's account {A}" in line
    assert f"Resource's account {B}" in line
    assert "✓ this account lets it through" in wide
    assert "✗ this account stops it" in wide
    assert not any("Caller's account" in line and "Resource's" in line for line in drawn(decision, 60).splitlines())
    sides = {step.layer: step.side for step in path_of(decision).steps}
    assert (sides[None], sides[Layer.SCP], sides[Layer.RESOURCE]) == (Side.BOTH, Side.CALLER, Side.RESOURCE)


def test_a_box_folds_and_opens() -> None:
    decision = asked(identity=[allow()])
    number = next(n for n, step in enumerate(path_of(decision).steps) if step.layer is Layer.IDENTITY)
    assert "Action" in drawn(decision)
    assert "Action" not in drawn(decision, folds={Spot(number): True})


def test_a_resource_policy_that_would_be_enough_says_so() -> None:
    assert "enough by itself" in drawn(asked(identity=[allow()], resource=bucket({"AWS": USER})))


def test_a_deny_that_may_hit_a_listed_user_says_so() -> None:
    """reference_policies_elements_notprincipal: the list must hold the account as well, or it depends on the service."""
    account = f"arn:aws:iam::{A}:root"
    for listed, caveat in (([USER], True), ([USER, account], False)):
        statement = {"Effect": "Deny", "NotPrincipal": {"AWS": listed}, "Action": "*", "Resource": "*"}
        policy = {"name": "bucket", "document": {"Version": "2012-10-17", "Statement": [statement]}}
        shown = drawn(asked(identity=[allow()], resource=policy))
        assert ("! The NotPrincipal list" in shown) is caveat
