"""A proof in a learner's words: what differs, whose statement it hangs on, and where to look. Never the goal's own text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iamtutor.access.narration import statement_name
from iamtutor.course.proof.messages import MESSAGES
from iamtutor.course.proof.results import Difference, Fault, Proof, ProofVerdict, Way
from iamtutor.policy.variables import ContextValue
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.words import Lang, say

_S3 = "arn:aws:s3:::"


class ProofSaid(NamedTuple):
    """One thing to say about a proof: a message and its arguments."""

    id: str
    arguments: Mapping[str, object]

    def text(self, lang: Lang) -> str:
        """The words, in one language."""
        table = MESSAGES if self.id in MESSAGES else REASON_MESSAGES
        return say(table, self.id, lang, **self.arguments)


def verdict_said(proof: Proof, *, exact: bool) -> ProofSaid:
    """The verdict in one sentence; `exact` where floor and ceiling are the same."""
    verdict = proof.verdict
    name = "within" if verdict is ProofVerdict.EQUAL and not exact else verdict.value
    return ProofSaid(f"course.proof.{name}", {})


def tomorrow_said(proof: Proof) -> Iterator[ProofSaid]:
    """What an answer that is proved to hold will allow beyond it one day: a hint, and no fault."""
    if proof.tomorrow is not None and not proof.refutes:
        yield ProofSaid("course.proof.tomorrow", {"pattern": proof.tomorrow})


def way_said(way: Way, *, excess: bool, files: Mapping[str, str] | None = None) -> Iterator[ProofSaid]:
    """What one direction found: who can do what, the context that it takes, and the statement to look at.

    `files` are the names by which the learner knows the slots, where those are not the slots' own.
    """
    if way.unknown is not None:
        yield ProofSaid(f"reason.unknown.{way.unknown.value}", {"about": way.about})
    if way.difference is None:
        return
    witness = way.difference.witness
    request = witness.request
    named = {"caller": way.difference.caller, "action": request.action, "resource": short_resource(request.resource)}
    alone = way.difference.alone
    if alone is not None:
        yield ProofSaid("course.proof.alone", {**named, "slot": (files or {}).get(alone, alone)})
    else:
        yield ProofSaid(f"course.proof.{'excess' if excess else 'missing'}", named)
    if witness.context:
        yield ProofSaid("course.proof.context", {"context": context_words(witness.context)})
    yield _fault_said(way.difference, files or {}, excess=excess)


def short_resource(arn: str) -> str:
    """A bucket or an object by its name alone; other resources by their whole ARN."""
    return arn.removeprefix(_S3)


def context_words(context: Mapping[str, ContextValue]) -> str:
    """Keys and values on one line."""
    return ", ".join(
        f"{key} = {value if isinstance(value, str) else '[' + ', '.join(value) + ']'}" for key, value in context.items()
    )


def _fault_said(difference: Difference, files: Mapping[str, str], *, excess: bool) -> ProofSaid:
    fault = difference.fault
    if fault is not None:
        return _of_fault(fault, files.get(fault.slot, fault.slot), excess=excess)
    allowing = difference.witness.allowed.statements
    if excess and allowing:
        first = allowing[0]
        name = statement_name(first.sid, first.index)
        return ProofSaid("course.proof.fault.not-stopped", {"policy": first.policy, "statement": name})
    return ProofSaid("course.proof.fault.silent", {})


def _of_fault(fault: Fault, slot: str, *, excess: bool) -> ProofSaid:
    named = {"slot": slot, "statement": statement_name(fault.sid, fault.index), "element": fault.element}
    if fault.denies:
        return ProofSaid("course.proof.fault.denies", named)
    if not excess:
        return ProofSaid("course.proof.fault.nearest", named)
    return ProofSaid("course.proof.fault.allows" if fault.element else "course.proof.fault.allows-undenied", named)
