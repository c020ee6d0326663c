"""The proof on the workbench: rows under the requests, what they open, and what a submission says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from iamtutor.access import Decision
from iamtutor.course import Proved
from iamtutor.course.exercise_shape import GoalShape
from iamtutor.course.proof.narration import ProofSaid, tomorrow_said, verdict_said, way_said
from iamtutor.course.proof.results import Proof, ProofVerdict, Way
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.request_table import RequestRow, plain_resource
from iamtutor.words import Bilingual, Lang, say

PROOF: Final = "proof:"
_MISSING, _EXCESS = f"{PROOF}missing", f"{PROOF}excess"


class Shown(NamedTuple):
    """A decision to be traced, and sentences that stand above it."""

    decision: Decision
    notes: tuple[Bilingual, ...] = ()


def proof_rows(proved: Proved | None, lang: Lang) -> Iterator[RequestRow]:
    """The proof as rows of the request table: what is missing, what is in excess, or that neither is."""
    label = say(MESSAGES, "tui.proof", lang)
    if proved is None:
        yield RequestRow(f"{PROOF}open", "", label, "…", is_note=True)
        return
    proof = proved.proof
    if proof is None:
        yield RequestRow(f"{PROOF}open", "", label, say(MESSAGES, "tui.proof-unreadable", lang), is_note=True)
        return
    if proof.verdict is ProofVerdict.EQUAL:
        yield RequestRow(f"{PROOF}equal", "", label, verdict_said(proof, exact=True).text(lang), is_note=True, ok=True)
        for said in tomorrow_said(proof):
            yield RequestRow(f"{PROOF}tomorrow", "", label, said.text(lang), is_note=True)
        return
    yield from _way_row(_MISSING, proof.missing, lang)
    yield from _way_row(_EXCESS, proof.excess, lang)


def _way_row(row: str, way: Way, lang: Lang) -> Iterator[RequestRow]:
    label = say(MESSAGES, f"tui.{row.replace(':', '-')}", lang)
    if way.unknown is not None:
        words = next(way_said(way, excess=row == _EXCESS)).text(lang)
        yield RequestRow(row, "", label, words, is_note=True)
    if way.difference is not None:
        request = way.difference.witness.request
        words = f"{way.difference.caller} {request.action} {plain_resource(request.resource)}"
        yield RequestRow(row, "", label, words, is_note=True, ok=False)


def shown_proof(proved: Proved | None, row: str, files: Mapping[str, str], goal: GoalShape | None) -> Shown | None:
    """What a row of the proof opens: the witness as the learner's policies decide it."""
    way = way_of(proved, row)
    if way is None or way.difference is None:
        return None
    excess = row == _EXCESS
    witness = way.difference.witness
    return Shown(witness.allowed if excess else witness.refused, _sentences(way, files, goal, excess=excess))


def way_of(proved: Proved | None, row: str) -> Way | None:
    """The way of the proof that a row is about."""
    if proved is None or proved.proof is None or row not in (_MISSING, _EXCESS):
        return None
    return proved.proof.excess if row == _EXCESS else proved.proof.missing


def _sentences(way: Way, files: Mapping[str, str], goal: GoalShape | None, *, excess: bool) -> tuple[Bilingual, ...]:
    """What the proof says, then what the author has to say to it."""
    nudge = goal.nudge(excess=excess) if goal is not None else None
    return (*map(_both, way_said(way, excess=excess, files=files)), *((nudge,) if nudge is not None else ()))


def proof_boxes(proof: Proof, files: Mapping[str, str], goal: GoalShape | None) -> Iterator[page.Block]:
    """What a submission says of a proof that does not hold."""
    for name, way, excess in (("missing", proof.missing, False), ("excess", proof.excess, True)):
        if way.difference is None:
            continue
        words = _joined(_sentences(way, files, goal, excess=excess))
        title = Bilingual(*(say(MESSAGES, f"tui.proof-{name}", lang) for lang in _LANGS))
        yield page.Box(title, words, "$deny")


_LANGS: Final[tuple[Lang, Lang]] = ("ko", "en")


def _both(said: ProofSaid) -> Bilingual:
    return Bilingual(said.text("ko"), said.text("en"))


def _joined(sentences: Sequence[Bilingual]) -> Bilingual:
    return Bilingual(" ".join(each.ko for each in sentences), " ".join(each.en for each in sentences))
