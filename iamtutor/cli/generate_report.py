"""What is to be said of a generated policy, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from iamtutor.analyzer import Generated
from iamtutor.analyzer.generation.event import Place
from iamtutor.analyzer.generation.messages import MESSAGES as GENERATION_MESSAGES
from iamtutor.analyzer.generation.resource_set import Origin
from iamtutor.analyzer.generation.unused import PolicyUse
from iamtutor.analyzer.generation.usage import ActionUse
from iamtutor.cli.findings import words_of
from iamtutor.cli.policy_file import PolicyFile
from iamtutor.cli.terminal import MARKS, Terminal
from iamtutor.cli.witness_lines import Sides, way_lines
from iamtutor.cloud import where
from iamtutor.policy import PolicyKind, read
from iamtutor.policy.writing import laid_out, length
from iamtutor.words import say

_MOST_LINES: Final = 20
_MOST_NAMES: Final = 8


def report(generated: Generated, in_use: PolicyFile | None, terminal: Terminal) -> Iterator[str]:
    """The lines; a title stands over each part that has something to say. `in_use` is the policy to compare with."""
    yield from _summary(generated, terminal)
    failed = {action: use for action, use in generated.failed.items() if action not in generated.uses}
    for title, lines in (
        ("cli.generate.title-denied", _uses(generated.denied, terminal)),
        ("cli.generate.title-failed", _uses(failed, terminal)),
        ("cli.generate.title-unmapped", _events(generated, terminal)),
        ("cli.generate.title-open", _resources(generated, Origin.OPEN)),
        ("cli.generate.title-shortened", _resources(generated, Origin.SHORTENED)),
        ("cli.generate.title-against", _in_use(generated, in_use, terminal)),
        ("cli.generate.title-limits", _limits(generated, terminal)),
        ("cli.generate.title-problems", _problems(generated, terminal)),
    ):
        listed = list(lines)
        if listed:
            yield ""
            yield terminal.say(title)
            yield from (f"  {line}" for line in listed[:_MOST_LINES])
            if len(listed) > _MOST_LINES:
                yield f"  {terminal.say('cli.generate.more', count=len(listed) - _MOST_LINES)}"


def _summary(generated: Generated, terminal: Terminal) -> Iterator[str]:
    counts, proof = generated.counts, generated.proof
    if proof is None:
        yield f"{MARKS[False]} {terminal.say('cli.generate.nothing', principal=generated.scope.arn)}"
        if generated.callers and not counts.matched:
            yield terminal.say("cli.generate.callers", names=_names(generated.callers, terminal))
    else:
        yield f"{MARKS[proof.holds]} {_proof_line(generated, terminal)}"
        for replay in proof.refused:
            yield f"  {replay.action} {replay.resource} · {_at(replay.place)}"
        yield from (f"  {pair.action} {pair.resource}" for pair in proof.unwitnessed)
        yield from (f"  {action}" for action in proof.unseen)
    yield terminal.say("cli.generate.counts", records=counts.records, matched=counts.matched, used=counts.used)
    if counts.first:
        yield terminal.say("cli.generate.period", first=counts.first, last=counts.last)
    if generated.policy is not None:
        yield terminal.say("cli.generate.size", size=length(laid_out(dict(generated.policy))))


def _proof_line(generated: Generated, terminal: Terminal) -> str:
    proof = generated.proof
    assert proof is not None
    if proof.holds:
        return terminal.say("cli.generate.proven", requests=proof.requests, events=proof.events, pairs=proof.pairs)
    return terminal.say(
        "cli.generate.not-proven",
        refused=len(proof.refused),
        unwitnessed=len(proof.unwitnessed),
        unseen=len(proof.unseen),
    )


def _uses(uses: Mapping[str, ActionUse], terminal: Terminal) -> Iterator[str]:
    for action, use in uses.items():
        resources = _names([each.pattern for each in use.resources()], terminal)
        yield f"{action} · {terminal.say('cli.generate.times', count=use.count)} · {resources} · {_at(use.place)}"


def _events(generated: Generated, terminal: Terminal) -> Iterator[str]:
    for each in generated.unmapped:
        times = terminal.say("cli.generate.times", count=each.events)
        yield f"{each.source} {each.name} · {times} · {_at(each.place)}"


def _resources(generated: Generated, origin: Origin) -> Iterator[str]:
    for action, use in generated.uses.items():
        yield from (f"{action} {each.pattern}" for each in use.resources() if each.origin is origin)


def _limits(generated: Generated, terminal: Terminal) -> Iterator[str]:
    for limit in generated.limits:
        yield say(
            GENERATION_MESSAGES, limit.code, terminal.lang, names=_names(limit.names, terminal), number=limit.number
        )


def _problems(generated: Generated, terminal: Terminal) -> Iterator[str]:
    for finding in generated.problems:
        yield f"{where(finding)}: {words_of(finding, terminal.lang)}"


def _in_use(generated: Generated, file: PolicyFile | None, terminal: Terminal) -> Iterator[str]:
    found = generated.in_use
    if found is None or file is None:
        return
    yield terminal.say("cli.generate.against-sum", granted=found.granted, used=found.used, unused=len(found.unused))
    yield from _excess(found, generated, file, terminal)
    for each in found.statements:
        name = each.sid or f"[{each.statement}]"
        if not each.needed:
            yield terminal.say("cli.generate.against-idle", statement=name)
            continue
        if each.unused:
            names = _names(each.unused, terminal)
            yield terminal.say("cli.generate.against-unused", statement=name, count=len(each.unused), names=names)
        if each.resources:
            names = _names(each.resources, terminal)
            yield terminal.say("cli.generate.against-untouched", statement=name, names=names)
    if found.missing:
        pairs = _names([f"{pair.action} {pair.resource}" for pair in found.missing], terminal)
        yield terminal.say("cli.generate.against-missing", names=pairs)


def _excess(found: PolicyUse, generated: Generated, file: PolicyFile, terminal: Terminal) -> Iterator[str]:
    """A request that only the policy in use allows, or that there is none."""
    if found.is_tight:
        yield f"{terminal.mark(True)} {terminal.say('cli.generate.against-tight')}"
        return
    yield terminal.say("cli.generate.against-excess")
    policy = generated.policy
    needed = PolicyFile(terminal.say("cli.generate.against-needed"), read(laid_out(dict(policy)))) if policy else None
    yield from (f"  {line}" for line in way_lines(found.excess, Sides(file, needed, PolicyKind.IDENTITY), terminal))


def _names(names: Iterable[str], terminal: Terminal) -> str:
    listed = list(names)
    text = ", ".join(listed[:_MOST_NAMES])
    left = len(listed) - _MOST_NAMES
    return f"{text} {terminal.say('cli.generate.more', count=left)}" if left > 0 else text


def _at(place: Place) -> str:
    return f"{place.file}:{place.line} #{place.number}"
