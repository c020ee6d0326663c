"""The judge itself: differences that are known beforehand are found, and what is equal is left alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.grading.documents import Json, policy, text_of
from tests.grading.mutants import Mutant, double_mutants, mutants
from tests.grading.trial import bench, graded_exercises

REPORTS = "arn:aws:s3:::acme-reports"
PAYROLL = f"{REPORTS}/payroll/*"
KIM = "arn:aws:iam::444455556666:user/kim"
MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}


def deny(action: Json = "s3:*", resource: Json = PAYROLL, **more: Json) -> Json:
    return {"Effect": "Deny", "Action": action, "Resource": resource, **more}


def trust(principal: Json, **more: Json) -> Json:
    return policy({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **more})


GUARDS = [
    ([deny()], None),
    ([deny("*")], None),
    ([deny(), deny("s3:GetObject")], None),
    ([deny("s3:Get*")], "excess"),
    ([deny(resource=f"{REPORTS}/payroll*")], "missing"),
    ([deny(resource=f"{REPORTS}/pay?oll/*")], "missing"),
    ([deny(resource="arn:aws:s3:::*/payroll/*")], "missing"),
    ([deny(Condition=MFA)], "excess"),
    ([deny(), {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}], "excess"),
    ([deny(), {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"{REPORTS}/*"}], None),
]
TRUSTS = [
    (trust({"AWS": KIM}, Condition=MFA), None),
    (trust({"AWS": KIM}, Condition={"BoolIfExists": MFA["Bool"]}), "excess"),
    (trust({"AWS": "444455556666"}, Condition={**MFA, "ArnEquals": {"aws:PrincipalArn": KIM}}), None),
    (trust({"AWS": "444455556666"}, Condition=MFA), "excess"),
    (trust({"AWS": [KIM, "arn:aws:iam::222233334444:root"]}, Condition=MFA), "excess"),
    (trust({"AWS": KIM}, Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}}), "missing"),
    (trust({"AWS": KIM, "Service": "ec2.amazonaws.com"}, Condition=MFA), None),
]


@pytest.mark.parametrize(("statements", "way"), GUARDS)
def test_a_deny_is_judged_by_what_it_takes(statements: list[Json], way: str | None) -> None:
    on = bench("evaluation/deny-wins")
    found = on.judge.verdict(on.attempt(Mutant("", {"guard": text_of(policy(*statements))})))
    assert (found.way if found is not None else None) == way


@pytest.mark.parametrize(("document", "way"), TRUSTS)
def test_a_trust_policy_is_judged_by_whom_it_lets_in(document: Json, way: str | None) -> None:
    on = bench("cross-account/the-partners-role")
    found = on.judge.verdict(on.attempt(Mutant("", {"trust": text_of(document)})))
    # A wrong trust policy may both let in and keep out: either request is a reason.
    assert (found is None) == (way is None)
    assert way != "excess" or (found is not None and found.way == "excess")


@pytest.mark.parametrize("name", graded_exercises())
def test_the_solution_is_right_and_the_start_is_not(name: str) -> None:
    on = bench(name)
    assert on.judge.verdict(on.exercise.solved()) is None
    assert on.judge.verdict(on.exercise.attempt()) is not None


@pytest.mark.parametrize("name", graded_exercises())
def test_mutants_are_the_same_each_time_and_none_is_the_solution(name: str) -> None:
    on = bench(name)
    first, second = (list(mutants(on.exercise, on.around)) for _ in range(2))
    assert first == second
    assert len({mutant.name for mutant in first}) > 30
    assert all(on.exercise.solution[slot] != text for mutant in first for slot, text in mutant.texts.items())
    doubles = [list(double_mutants(on.exercise, on.around, Random(7), 3)) for _ in range(2)]
    assert doubles[0] == doubles[1]


def test_the_judge_shares_nothing_with_the_engine_that_it_checks() -> None:
    folder = Path(__file__).parent
    for file in (folder / "judge.py", *folder.glob("universe_*.py"), folder / "vocabulary.py"):
        assert "iamtutor.reason" not in file.read_text("utf-8"), file.name
