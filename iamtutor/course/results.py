"""What an attempt finds out: requests, rules and answers, each with its reason as message id and arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from iamtutor.access import Decision
from iamtutor.access.narration import Said, why
from iamtutor.course.request_shape import RequestShape
from iamtutor.course.rules import Breach
from iamtutor.words import Bilingual


@dataclass(frozen=True, slots=True)
class RequestResult:
    """One request, decided. `ok` says whether it came out as expected; never where it is `provisional`.

    Provisional: some policy could not be read as a whole, and its readable statements decided; or nothing was written.
    `decision.trace` is worked out when it is asked for.
    """

    request: RequestShape
    decision: Decision
    ok: bool
    provisional: bool

    @property
    def why(self) -> Said:
        """In a few words, why it was decided so."""
        return why(self.decision)


@dataclass(frozen=True, slots=True)
class HiddenResult:
    """A hidden request: what it is about and a nudge, never who asked for what.

    Provisional where the answer counts for nothing: then its nudge would tell of no thought of the learner's.
    """

    category: Bilingual
    nudge: Bilingual
    ok: bool
    provisional: bool = False

    @classmethod
    def of(cls, result: RequestResult) -> HiddenResult:
        """What a learner may see of a hidden request's result."""
        category, nudge = result.request.category, result.request.nudge
        assert category is not None
        assert nudge is not None
        return cls(category, nudge, result.ok, result.provisional)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule of the exercise, by its name, with every place where it does not hold."""

    rule: str
    breaches: tuple[Breach, ...]

    @property
    def ok(self) -> bool:
        """Whether the rule holds."""
        return not self.breaches


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """One thing that was answered without a policy: a prediction, a statement, a choice, an order.

    `why` is the author's reason where there is one; `said` what the evaluator says to it.
    """

    id: str
    ok: bool
    why: Bilingual | None = None
    said: Said | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


AnyRequestResult = RequestResult | HiddenResult
