"""What a rule is: a demand on the policies that were written, beyond what they allow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from iamtutor.course.shape import Kebab, Shape
from iamtutor.policy import Argument, Reading, Span, Statement


@dataclass(frozen=True, slots=True)
class Written:
    """The policies that a rule looks at, as read, by slot: what is there now and what was there at the start.

    `attachments` tells who has which managed policies once everything written is in place; `resource_types` as what
    a policy on a resource is validated.
    """

    readings: Mapping[str, Reading]
    starts: Mapping[str, Reading]
    types: Mapping[str, str]
    attachments: Callable[[], Mapping[str, Mapping[str, Sequence[str]]]] = dict
    resource_types: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Breach:
    """Where a rule does not hold: a message id of `course.rules` with its arguments, and the place in a slot's text."""

    code: str
    slot: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    span: Span | None = None


class Rule(Shape):
    """One line of an exercise's `rules`; subclasses name themselves in `rule`."""

    rule: str

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Everything in `written` that this rule objects to."""
        raise NotImplementedError

    @property
    def named_slots(self) -> tuple[str, ...]:
        """The slots that the rule names, for checking that they exist."""
        slot = getattr(self, "slot", None)
        return () if slot is None else (slot,)


class SlotRule(Rule):
    """A rule about the policies of one slot, or of every slot where none is named."""

    slot: Kebab | None = None

    def statements(self, written: Written) -> Iterator[tuple[str, Statement]]:
        """Every statement that the rule looks at, with its slot."""
        for slot, reading in written.readings.items():
            if self.slot in (None, slot) and reading.document is not None:
                for statement in reading.document.statements:
                    yield slot, statement
