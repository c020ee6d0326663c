"""Completion on a policy of 200 lines, warm: the first time opens the catalogue and is given by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median, quantiles

from benchmarks.keystroke import long_policy
from iamtutor.catalog import Catalog, Source
from iamtutor.cloud import load_world
from iamtutor.course.content_root import content_root
from iamtutor.editing.completion import complete
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import read

CALLS = 200
_LAST = '"Resource": "arn:aws:s3:::acme-reports/p32/*"'
PLACES = {
    "a service": ('"Action": "|"', _LAST),
    "an action": ('"Action": "s3:Ge|"', _LAST),
    "an action of EC2": ('"Action": "ec2:|"', _LAST),
    "an action by its name": ('"Action": "getob|"', _LAST),
    "a resource": ('"Action": "s3:*"', '"Resource": "|"'),
    "an operator": ('"Action": "s3:*"', f'{_LAST}, "Condition": {{"|"}}'),
    "a condition key": ('"Action": "s3:*"', f'{_LAST}, "Condition": {{"StringEquals": {{"|"}}}}'),
    "a Region": ('"Action": "s3:*"', f'{_LAST}, "Condition": {{"StringEquals": {{"aws:RequestedRegion": "|"}}}}'),
    "a variable": ('"Action": "s3:*"', '"Resource": "arn:aws:s3:::b/${|}"'),
}
"""The last statement's Action and Resource, with a bar where the cursor stands."""


def main() -> None:
    """Print p50 and p95 in milliseconds of processor time: the completion alone, and with the reading of the text."""
    world = load_world(content_root()[1] / "worlds" / "acme.yaml")
    vocabulary = Vocabulary(Catalog(Source.installed()), world)
    for name, (action, resource) in PLACES.items():
        marked = _marked(action, resource)
        offset = marked.index("|")
        text = marked.replace("|", "", 1)
        reading = read(text)
        start = time.thread_time()
        completion = complete(reading, offset, vocabulary)
        first = (time.thread_time() - start) * 1000
        assert completion is not None
        alone = _timed(lambda reading=reading, offset=offset: complete(reading, offset, vocabulary))
        whole = _timed(lambda text=text, offset=offset: complete(read(text), offset, vocabulary))
        count = len(completion.candidates)
        print(f"{name:24}{count:4} candidates   first {first:6.1f}   warm {alone}   with reading {whole}")


def _marked(action: str, resource: str) -> str:
    head, _, tail = long_policy().rpartition('"Action": "s3:Get*"')
    return f"{head}{action}{tail}".replace(_LAST, resource)


def _timed(call: Callable[[], object]) -> str:
    figures = []
    for _ in range(CALLS):
        start = time.thread_time()
        call()
        figures.append((time.thread_time() - start) * 1000)
    return f"p50 {median(figures):5.2f} p95 {quantiles(figures, n=20)[-1]:5.2f} ms"
