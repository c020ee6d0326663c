"""What is said of the party in hand: what it is, its policies, what it reaches, and who reaches it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from textual.content import Content

from iamtutor.access.narration import why
from iamtutor.cloud import Bucket, World
from iamtutor.cloud.arrows import Arrow, Reached, Way
from iamtutor.cloud.drawing.draw import SIGNS
from iamtutor.cloud.held import How, held_by, members
from iamtutor.cloud.parties import CALLERS, TARGETS, Party, PartyKind
from iamtutor.cloud.references import entity
from iamtutor.policy.writing import statements_text
from iamtutor.tui.screens.world.painting import style_of
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.tui.widgets.typeset import hang, wrap

_NAMED = 4
"""So many actions are named."""


@dataclass(frozen=True)
class InHand:
    """A party with all that is known of it; `reached` are the actions of open arrows, as far as they are worked out.

    `waiting_for` is the message that says why there are no arrows.
    """

    world: World
    party: Party
    parties: Mapping[str, Party]
    arrows: tuple[Arrow, ...]
    reached: Mapping[tuple[str, str], Reached] = field(default_factory=dict)
    waiting_for: str = ""


class PartyPane(Lines):
    """Lines about a party; the message `endpoint` stands for a VPC endpoint, which is no party."""

    def __init__(self) -> None:
        super().__init__(id="about")
        self._shown: InHand | None = None
        self._endpoint = ""

    def show(self, shown: InHand | None, endpoint: str = "") -> None:
        """Show this; from its beginning where it is about somebody else."""
        before = self._shown.party.id if self._shown is not None else self._endpoint
        self._shown, self._endpoint = shown, endpoint
        self.lines_changed()
        if before != (shown.party.id if shown is not None else endpoint):
            self.scroll_home(animate=False)

    def set_lines(self, width: int) -> Sequence[Content]:
        """All of it."""
        if self._shown is not None:
            return list(self._all(self._shown, width))
        if self._endpoint:
            return [
                Content(self._endpoint).stylize("bold $accent"),
                Content(say(self, "tui.world-kind-endpoint")).stylize("$dim"),
                Content(),
                *wrap(Content(say(self, "tui.world-endpoint-note")), width),
            ]
        return wrap(Content(say(self, "tui.world-nothing-chosen")).stylize("$dim"), width)

    def _all(self, shown: InHand, width: int) -> Iterator[Content]:
        party = shown.party
        kind = say(self, f"tui.world-kind-{party.kind}")
        yield from wrap(Content.assemble((party.reference, "bold $accent"), ("  ", ""), (kind, "$dim")), width)
        if party.address is not None:
            account = shown.world.accounts[party.account]
            yield from self._fact("account", f"{party.account} · {account.id}", width)
        if party.kind in CALLERS:
            mine = [arrow for arrow in shown.arrows if arrow.source == party.id]
            yield from self._arrows("reaches", mine, shown, width)
        if party.kind in TARGETS:
            mine = [arrow for arrow in shown.arrows if arrow.target == party.id]
            yield from self._arrows("reached-by", mine, shown, width)
        if party.kind is not PartyKind.OUTSIDER:
            yield Content()
            yield from self._facts(shown, width)
            yield from self._policies(shown, width)

    def _facts(self, shown: InHand, width: int) -> Iterator[Content]:
        party, world = shown.party, shown.world
        assert party.address is not None
        owner = entity(world, party.address)
        if party.kind is PartyKind.SESSION:
            yield from self._fact("session-of", party.address.reference, width)
        if party.kind is PartyKind.GROUP:
            yield from self._fact("members", ", ".join(members(world, party)) or "–", width)
            yield from wrap(Content(say(self, "tui.world-no-caller")).stylize("$dim"), width)
        if isinstance(owner, Bucket) and owner.block_public_access:
            yield from wrap(Content(say(self, "tui.world-blocked-public")), width)
        tags = world.sessions[party.name].tags if party.kind is PartyKind.SESSION else getattr(owner, "tags", {})
        if tags:
            yield from self._fact("tags", ", ".join(f"{key}={value}" for key, value in tags.items()), width)
        if party.kind is not PartyKind.SESSION:
            yield from hang(Content(owner.arn).stylize("$faint"), width, Content("ARN  ").stylize("$dim"))

    def _fact(self, label: str, text: str, width: int) -> Iterator[Content]:
        yield from hang(Content(text), width, Content(f"{say(self, f'tui.world-{label}')}  ").stylize("$dim"))

    def _arrows(self, label: str, arrows: Sequence[Arrow], shown: InHand, width: int) -> Iterator[Content]:
        yield Content()
        yield Content(say(self, f"tui.world-{label}")).stylize("bold $primary")
        if shown.waiting_for:
            yield from wrap(Content(say(self, shown.waiting_for)).stylize("$dim"), width)
            return
        if not any(arrow.way is not Way.BLOCKED for arrow in arrows):
            nobody = "reaches-nothing" if label == "reaches" else "reached-by-nobody"
            yield from wrap(Content(say(self, f"tui.world-{nobody}")).stylize("$dim"), width)
        for arrow in sorted(arrows, key=lambda each: each.way is Way.BLOCKED):
            other = shown.parties[arrow.target if label == "reaches" else arrow.source]
            yield from self._arrow(arrow, self._called(other, shown), shown, width)

    def _called(self, party: Party, shown: InHand) -> str:
        if party.account and party.account != shown.party.account and len(shown.world.accounts) > 1:
            return f"{party.account}:{party.reference}"
        return party.reference

    def _arrow(self, arrow: Arrow, name: str, shown: InHand, width: int) -> Iterator[Content]:
        tone = style_of(arrow.way.value)
        mark = Content(f"{SIGNS[arrow.way]} ").stylize(f"bold {tone}")
        said = Content.assemble((name, ""), ("  ", ""), (say(self, f"tui.world-may-{arrow.way}"), tone))
        yield from hang(said, width, mark)
        indent = Content("  ")
        if arrow.way is Way.BLOCKED and arrow.decision is not None:
            request = arrow.decision.request
            text = f"{request.action}: {why(arrow.decision).text(lang_of(self))}"
            yield from hang(Content(text).stylize("$dim"), width, indent, indent)
            return
        found = shown.reached.get((arrow.source, arrow.target))
        if found is not None and (found.bare or found.conditional):
            for names, is_bare in ((found.bare, True), (found.conditional, False)):
                if names:
                    sign = (
                        Content() if is_bare else Content(f"{SIGNS[Way.CONDITIONAL]} ").stylize(style_of("conditional"))
                    )
                    yield from hang(sign + Content(self._actions(names)).stylize("$action"), width, indent, indent)
        elif arrow.decision is not None:
            yield from hang(Content(arrow.decision.request.action).stylize("$action"), width, indent, indent)
        if arrow.way is Way.CONDITIONAL and arrow.decision is not None:
            request = arrow.decision.request
            context = ", ".join(
                f"{key} = {value if isinstance(value, str) else ', '.join(value)}"
                for key, value in request.written.items()
            )
            request_text = f"{request.action} {plain_resource(request.resource)}"
            text = (
                f"{say(self, 'tui.world-shown', request=request_text)} · {say(self, 'tui.world-with', context=context)}"
            )
            yield from hang(Content(text).stylize("$key"), width, indent, indent)

    def _actions(self, names: tuple[str, ...]) -> str:
        named = ", ".join(name.partition(":")[2] if number else name for number, name in enumerate(names[:_NAMED]))
        if len(names) <= _NAMED:
            return named
        return f"{named}, … {say(self, 'tui.world-actions', count=len(names))}"

    def _policies(self, shown: InHand, width: int) -> Iterator[Content]:
        held = list(held_by(shown.world, shown.party))
        yield Content()
        yield Content(say(self, "tui.world-policies")).stylize("bold $primary")
        if not held:
            yield Content(say(self, "tui.world-no-policies")).stylize("$dim")
            return
        for each in held:
            label = Content(f"{self._how(each.how, each.through)}  ").stylize("$dim")
            name = each.policy.name if each.how not in (How.SCP, How.RCP) else f"{each.through}: {each.policy.name}"
            yield from hang(Content(name), width, label)
        yield Content()
        yield Content(say(self, "tui.world-documents")).stylize("bold $primary")
        for policy in dict.fromkeys(each.policy for each in held):
            yield Content(policy.name).stylize("bold")
            for line in statements_text(policy.document.statements).split("\n"):
                yield from hang(Content(line).stylize("$string"), width, Content(" "))

    def _how(self, how: How, through: str) -> str:
        if how in (How.SCP, How.RCP):
            return how.name
        return say(self, f"tui.world-how-{how}", **({"through": through} if how is How.GROUP else {}))
