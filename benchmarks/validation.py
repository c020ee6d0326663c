"""Policy validation: right as AWS is right, a keystroke's worth of it, and all managed policies against parliament.

Precision and recall need AWS's verdicts beside the repository (see tests/analyzer/verdicts.py), the comparison needs
parliament (``pip install 'iamtutor[bench]'``); what is missing is said and passed over. Both read the same texts.
"""

from __future__ import annotations

import gc
import json
import time
import warnings
from collections import Counter
from contextlib import suppress
from importlib.util import find_spec
from statistics import median

from benchmarks.timing import per_call
from iamtutor.analyzer import validate
from iamtutor.analyzer.validation.facts import facts_of
from iamtutor.catalog import Catalog, CatalogError, ManagedPolicies, Source
from iamtutor.policy import read
from tests.analyzer import verdicts

ROUNDS = 5
_LINES = 200


def main() -> None:
    """Print the tables and the figures."""
    _verdicts()
    catalog = Catalog(Source.installed())
    try:
        managed = ManagedPolicies.installed()
    except CatalogError:
        print("without AWS managed policies: the extra `managed` is not installed")
        return
    texts = [json.dumps(managed.policy(name).document) for name in managed.names]
    _keystroke(catalog)
    _against_parliament(texts, catalog)


def _verdicts() -> None:
    if not verdicts.FILE.exists():
        print("without AWS's verdicts: they are not beside the repository")
        return
    compared = verdicts.compared()
    print(f"{compared.policies} AWS managed policies with AWS's own verdict")
    print(f"{'code':44} {'AWS':>4} {'ours':>5} {'both':>5} {'precision':>10} {'recall':>7} {'explained':>10}")
    rows = {code: code for code in sorted({found.code for found in compared.aws | compared.ours})}
    for title, code in {**rows, "all": ""}.items():
        aws = {found for found in compared.aws if not code or found.code == code}
        ours = {found for found in compared.ours if not code or found.code == code}
        both = len(aws & ours)
        explained = sum((found.policy, found.code) in verdicts.EXPLAINED for found in ours - aws)
        precision = f"{both / len(ours):.3f}" if ours else "-"
        recall = f"{both / len(aws):.3f}" if aws else "-"
        print(f"{title:44} {len(aws):4} {len(ours):5} {both:5} {precision:>10} {recall:>7} {explained:10}")
    reasons = Counter(verdicts.EXPLAINED.values())
    for reason, count in reasons.items():
        print(f"  {count} x {reason}")


def long_policy() -> str:
    """A policy of 200 lines with conditions and ARNs of several services."""
    services = ("s3:GetObject", "sqs:SendMessage", "dynamodb:Query", "kms:Decrypt", "ec2:StartInstances")
    statements = [
        {
            "Sid": f"Statement{number}",
            "Effect": "Allow",
            "Action": [services[number % 5], services[(number + 1) % 5]],
            "Resource": [f"arn:aws:s3:::bucket-{number}/*", f"arn:aws:sqs:eu-west-1:123456789012:queue-{number}"],
            "Condition": {"StringEquals": {"aws:PrincipalTag/team": f"team-{number}"}},
        }
        for number in range(30)
    ]
    lines = json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2).splitlines()
    cut = _LINES
    while cut < len(lines) and not lines[cut - 1].startswith("    }"):
        cut -= 1
    return "\n".join([*lines[: cut - 1], "    }", "  ]", "}"])


def _keystroke(catalog: Catalog) -> None:
    text = long_policy()
    reading = read(text)
    validate(reading, catalog=catalog)
    figure = per_call(lambda: validate(reading, catalog=catalog), calls=5) / 1000
    print(f"validation at a keystroke, {len(text.splitlines())} lines, warm: {figure:.2f} ms (goal: 10)")
    reading_alone = per_call(lambda: read(text), calls=5) / 1000
    print(f"  reading the same text: {reading_alone:.2f} ms")


def _against_parliament(texts: list[str], catalog: Catalog) -> None:
    ours, theirs = [], []
    if find_spec("parliament") is None:
        print("without parliament: the extra `bench` is not installed")
        ours = [_ours(texts, catalog) for _ in range(ROUNDS)]
        print(f"{len(texts):,} managed policies, reading included: {median(ours):.2f} s")
        return
    _parliament(texts[:1])
    gc.collect()
    gc.freeze()  # what both have loaded is not searched for garbage at the cost of either
    for _ in range(ROUNDS):
        ours.append(_ours(texts, catalog))
        theirs.append(_parliament(texts))
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    print(
        f"{len(texts):,} managed policies, reading included: {median(ours):.2f} s against parliament's"
        f" {median(theirs):.2f} s: {ratio:.3f} (goal: 0.25)"
    )


def _ours(texts: list[str], catalog: Catalog) -> float:
    """Seconds of the processor for all policies; the services are open, as parliament's data is, and nothing more."""
    facts_of.cache_clear()
    facts = facts_of(catalog)
    for prefix in catalog.services:
        facts.service(prefix)
        facts.templates(prefix)
    start = time.process_time()
    for text in texts:
        validate(read(text), catalog=catalog)
    return time.process_time() - start


def _parliament(texts: list[str]) -> float:
    """Seconds of the processor for all policies; it gives up on a few, whose time until then counts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from parliament import analyze_policy_string  # type: ignore[import-untyped]

        start = time.process_time()
        for text in texts:
            with suppress(Exception):
                analyze_policy_string(text)
        return time.process_time() - start


if __name__ == "__main__":
    main()
