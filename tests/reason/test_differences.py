"""Random pairs: a witness is a real request that shows the difference, and "none" survives requests near the boundary.

`random_seed` and the number of a pair make it again: ``--hypothesis-seed`` repeats a run.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from iamtutor.access import Request, decide
from iamtutor.reason import Budget, Reason, UndecidedError, Witness, first_only
from tests.conftest import EVERYTHING
from tests.reason.generated import Pair, Requests, effective, fits, pair
from tests.reason.written import actions

CHUNK = 80
CHUNKS = 6 if EVERYTHING else 2
SAMPLES = 600 if EVERYTHING else 120


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_differences_are_real_and_equality_holds(
    chunk: int, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    counts: Counter[str] = Counter()
    for number in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        counts.update(checked(f"{random_seed}/{number}", SAMPLES))
    assert counts["witness"] > CHUNK // 40
    assert counts["none"] > CHUNK // 40
    record_property("comparisons", dict(counts))


def checked(name: str, samples: int) -> list[str]:
    """What a pair came to, each way; fails where that is a lie."""
    random = Random(name)
    subject = pair(random)
    return [one_way(name, each, random, samples) for each in (subject, subject.turned)]


def one_way(name: str, subject: Pair, random: Random, samples: int) -> str:
    first, second = effective(subject.first), effective(subject.second)
    try:
        witness = first_only(first, second, subject.scope, Budget())
    except UndecidedError as error:
        if error.reason is Reason.MISMATCH:
            raise AssertionError(said(name, subject, error)) from error
        return str(error.reason)
    if witness is not None:
        assert not faults(witness, subject), said(name, subject, faults(witness, subject), witness)
        return "witness"
    requests = Requests(subject, random)
    for _ in range(samples):
        request = requests.request()
        if request is not None and decide(request, first).allowed:
            assert decide(request, second).allowed, said(name, subject, request, request.written)
    return "none"


def faults(witness: Witness, subject: Pair) -> list[str]:
    """What is wrong with a witness: decided anew, and held against what AWS says of its action."""
    shown, domain = witness.request, subject.scope.domain
    request = Request(
        subject.scope.principal, shown.action, shown.resource, domain.account, json.loads(json.dumps(shown.written))
    )
    found: list[str] = []
    if not decide(request, effective(subject.first)).allowed or decide(request, effective(subject.second)).allowed:
        found.append("the evaluator does not see it")
    number = actions().number(shown.action)
    if domain.real and number is not None:
        templates = actions().resources(number)
        if shown.resource != "*" if not templates else not any(fits(each, shown.resource) for each in templates):
            found.append("no such resource")
    for key, value in request.written.items():
        known = domain.keys(key.lower(), shown.action.lower())
        listed = (value,) if isinstance(value, str) else value
        if (
            not known.present
            or (known.fixed is not None and known.fixed != value)
            or (known.fixed is None and not all(known.takes(each) for each in listed))
        ):
            found.append(f"{key} cannot be {value}")
        elif known.multivalued is isinstance(value, str) and known.multivalued is not None:
            found.append(f"{key} holds {'several values' if known.multivalued else 'one value'}")
    return found


def said(name: str, subject: Pair, *more: object) -> str:
    return json.dumps(
        {
            "pair": name, "first": subject.first, "second": subject.second, "who": repr(subject.scope.principal),
            "owner": subject.scope.domain.account, "real": subject.scope.domain.real, "found": [repr(each) for each in more],
        },
        indent=1,
    )  # fmt: skip
