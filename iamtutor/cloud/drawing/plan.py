"""The rows of a drawing, before anything is drawn: frames around frames, and who or what stands in which row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.cloud.entities import Account, Controls, Unit
from iamtutor.cloud.messages import MESSAGES
from iamtutor.cloud.parties import TARGETS, Party, PartyKind
from iamtutor.words import Lang, say

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class Text:
    """A text at the left or the right of a row; `party` where it names one."""

    text: str
    party: str = ""
    style: str = ""


_NOTHING = Text("")
_FULL = frozenset({"FullAWSAccess", "RCPFullAWSAccess"})
"""What AWS attaches everywhere to begin with: it limits nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row inside of so many frames; `edge` says that it is the top or the bottom of the innermost one."""

    depth: int
    left: Text = _NOTHING
    right: Text = _NOTHING
    edge: str = ""


class Plan:
    """The rows of a world, and where each party stands.

    `asks_again` are roles that are assumed and assume others: their second row is where they ask from.
    """

    def __init__(self, world: World, everyone: Iterable[Party], lang: Lang, asks_again: frozenset[str]) -> None:
        self._world = world
        self._lang = lang
        self._again = asks_again
        self._parties: dict[str, list[Party]] = {}
        for party in everyone:
            self._parties.setdefault(party.account, []).append(party)
        self.rows = tuple(self._all())
        self.row_of: dict[str, int] = {}
        self.asking_row: dict[str, int] = {}
        for number, row in enumerate(self.rows):
            for text in (row.left, row.right):
                if text.party:
                    self.asking_row[text.party] = number
                    self.row_of.setdefault(text.party, number)

    @property
    def depth(self) -> int:
        """The most frames around a row."""
        return max((row.depth for row in self.rows), default=0)

    def _say(self, label: str, **arguments: object) -> str:
        return say(MESSAGES, f"cloud.drawn-{label}", self._lang, **arguments)

    def _all(self) -> Iterator[Row]:
        outside = self._parties.get("", [])
        if outside:
            yield from self._frame(0, self._say("outside"), "", (), map(self._left, outside))
        organization = self._world.organization
        drawn: set[str] = set()
        if organization is not None:
            drawn = {account for unit in organization.root.walk() for account in unit.accounts}
            yield from self._unit(0, organization.root, self._say("organization", id=organization.id))
        for account in self._world.accounts.values():
            if account.name not in drawn:
                yield from self._account(0, account, None)
        endpoints = [Text(name, f"endpoint/{name}", "endpoint") for name in self._world.endpoints]
        if endpoints:
            yield from self._frame(0, self._say("endpoints"), "", (), endpoints)

    def _unit(self, depth: int, unit: Unit, title: str) -> Iterator[Row]:
        inside: list[Row] = []
        organization = self._world.organization
        for name in unit.accounts:
            own = organization.attached.get(name) if organization is not None else None
            inside += self._account(depth + 1, self._world.accounts[name], own)
        for below in unit.units.values():
            inside += self._unit(depth + 1, below, f"OU {below.name}")
        yield from self._framed(depth, title, unit.id, self._controls(depth + 1, unit.controls), inside)

    def _account(self, depth: int, account: Account, own: Controls | None) -> Iterator[Row]:
        organization = self._world.organization
        about = account.title.text(self._lang) if account.title is not None else ""
        if not about and organization is not None and organization.management == account.name:
            about = say(MESSAGES, "cloud.world-management-account", self._lang)
        title = " · ".join(dict.fromkeys(part for part in (account.name, about) if part))
        inside = self._parties.get(account.name, [])
        asking = [each for party in inside if not self._is_thing(party) for each in self._asking(party)]
        things = [Text(party.reference, party.id, party.kind.value) for party in inside if self._is_thing(party)]
        rows = [*(Row(depth + 1, text) for text in asking), *(Row(depth + 1, right=text) for text in things)]
        controls = self._controls(depth + 1, own) if own is not None else ()
        yield from self._framed(depth, title, account.id, controls, rows)

    @staticmethod
    def _is_thing(party: Party) -> bool:
        return party.kind in TARGETS and party.kind is not PartyKind.ROLE

    def _asking(self, party: Party) -> Iterator[Text]:
        """A caller's row; sessions stand below whose they are, groups say who is in them."""
        if party.kind is PartyKind.SESSION:
            yield Text(f"  {party.reference}", party.id, party.kind.value)
            return
        yield self._left(party)
        if party.id in self._again:
            yield Text(f"  {self._say('some-session')}", party.id, "session")

    def _left(self, party: Party) -> Text:
        name = self._say("everybody") if party.id == "anonymous" else party.reference
        return Text(name, party.id, party.kind.value)

    def _controls(self, depth: int, controls: Controls) -> Iterator[Row]:
        """SCPs at the left, for they bind who asks; RCPs at the right, for they bind what is reached."""
        scps = [Text(f"SCP {name}", style="control") for name in controls.scp if name not in _FULL]
        rcps = [Text(f"RCP {name}", style="control") for name in controls.rcp if name not in _FULL]
        for number in range(max(len(scps), len(rcps))):
            yield Row(
                depth,
                scps[number] if number < len(scps) else _NOTHING,
                rcps[number] if number < len(rcps) else _NOTHING,
            )

    def _frame(
        self, depth: int, title: str, right: str, controls: Iterable[Row], texts: Iterable[Text]
    ) -> Iterator[Row]:
        yield from self._framed(depth, title, right, controls, [Row(depth + 1, text) for text in texts])

    @staticmethod
    def _framed(depth: int, title: str, right: str, controls: Iterable[Row], inside: Iterable[Row]) -> Iterator[Row]:
        yield Row(depth + 1, Text(title, style="title"), Text(right, style="dim"), "top")
        yield from controls
        yield from inside
        yield Row(depth + 1, edge="bottom")
