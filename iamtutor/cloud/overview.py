"""A world drawn as text: a box for each account, then sessions, endpoints and the tree of the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from iamtutor.cloud.entities import Account, Bucket, Controls, EntityKind, Role, Session, SessionKind, Unit, User
from iamtutor.cloud.messages import MESSAGES
from iamtutor.cloud.world import World
from iamtutor.cloud.wrapping import wrapped
from iamtutor.policy import PrincipalType
from iamtutor.words import Lang, say
from iamtutor.words.cells import cells, cut, padded

WIDTH = 78
_RESOURCE_KINDS = (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE)


def overview(world: World, lang: Lang, width: int = WIDTH) -> list[str]:
    """The lines of the drawing, each at most `width` terminal cells wide (at least 40)."""
    return _Drawing(world, lang, max(width, 40)).lines()


class _Drawing:
    def __init__(self, world: World, lang: Lang, width: int) -> None:
        self.world = world
        self.lang = lang
        self.width = width

    def lines(self) -> list[str]:
        world = self.world
        found = [*wrapped(world.title.text(self.lang), self.width, ""), ""] if world.title is not None else []
        for account in world.accounts.values():
            found += self._box(f"{account.name} · {account.id}", self._account(account))
        found += self._list("sessions", {name: self._session(session) for name, session in world.sessions.items()})
        found += self._list("endpoints", {name: endpoint.vpc or "" for name, endpoint in world.endpoints.items()})
        if world.organization is not None:
            found += ["", self._say("organization", id=world.organization.id)]
            found += self._tree(world.organization.root, "")
        return [line.rstrip() for line in found]

    def _say(self, label: str, **arguments: object) -> str:
        return say(MESSAGES, f"cloud.world-{label}", self.lang, **arguments)

    def _box(self, head: str, rows: Iterable[str]) -> list[str]:
        inner = self.width - 4
        lines = [line for row in rows for line in wrapped(row, inner, "        ")]
        head = cut(head, self.width - 5)
        top = f"┌ {head} " + "─" * max(self.width - cells(head) - 4, 0) + "┐"
        return [top, *(f"│ {padded(line, inner)} │" for line in lines), "└" + "─" * (self.width - 2) + "┘"]

    def _about(self, account: Account) -> str:
        """The account's title, and where it stands in the organisation."""
        parts = [account.title.text(self.lang)] if account.title is not None else []
        organization = self.world.organization
        if organization is not None and organization.management == account.name:
            parts.append(self._say("management-account"))
        elif organization is not None and not organization.line_of(account.name):
            parts.append(self._say("no-organization-account"))
        return " · ".join(dict.fromkeys(parts))

    def _account(self, account: Account) -> Iterator[str]:
        if about := self._about(account):
            yield about
        users = {name: self._user(user) for name, user in account.users.items()}
        groups = {name: self._policies(group.inline, group.managed) for name, group in account.groups.items()}
        roles = {name: self._role(role) for name, role in account.roles.items()}
        for label, holders in (("users", users), ("groups", groups), ("roles", roles)):
            if holders:
                yield self._say(label)
            for name, facts in holders.items():
                yield from self._facts(name, facts)
        if account.policies:
            yield self._say("policies")
            yield f"  {', '.join(account.policies)}"
        if account.profiles:
            yield self._say("profiles")
        for name, profile in account.profiles.items():
            yield from self._facts(name, [f"role/{profile.role}"] if profile.role is not None else [])
        if account.providers:
            yield self._say("providers")
            yield f"  {', '.join(arn.partition('/')[2] for arn in account.providers)}"
        yield from self._resources(account)

    @staticmethod
    def _facts(name: str, facts: list[str]) -> Iterator[str]:
        yield "  " + " · ".join((name, *facts))

    def _user(self, user: User) -> list[str]:
        facts = [self._say("in-groups", names=", ".join(user.groups))] if user.groups else []
        if user.access_keys:
            facts.append(self._say("access-keys", count=len(user.access_keys)))
        if user.mfa:
            facts.append(self._say("mfa-devices", count=len(user.mfa)))
        return [*facts, *self._policies(user.inline, user.managed), *self._rest(user)]

    def _role(self, role: Role) -> list[str]:
        trusted = ", ".join(dict.fromkeys(self._trusted(role))) or self._say("nobody")
        return [self._say("trusts", names=trusted), *self._policies(role.inline, role.managed), *self._rest(role)]

    def _trusted(self, role: Role) -> Iterator[str]:
        for statement in role.trust.document.statements:
            element = statement.principal
            for entry in element.entries if element is not None and not element.negated else ():
                yield "*" if entry.type is PrincipalType.ANY else self._principal(entry.value)

    def _principal(self, value: str) -> str:
        """A principal by its reference where the world knows it; an account's root stands for the account."""
        address = self.world.directory.by_arn.get(value)
        if address is not None:
            return address.reference
        parts = value.split(":")
        if len(parts) == 6 and parts[5] == "root":
            return self.world.directory.accounts_by_id.get(parts[4], parts[4])
        return value

    def _policies(self, inline: Mapping[str, object], managed: Iterable[str]) -> list[str]:
        facts = [self._say("inline", names=", ".join(inline))] if inline else []
        names = [self._managed(arn) for arn in managed]
        return [*facts, self._say("managed", names=", ".join(names))] if names else facts

    def _managed(self, arn: str) -> str:
        name = arn.rpartition("/")[2]
        return self._say("aws-managed", name=name) if arn in self.world.aws_policies else name

    def _rest(self, holder: User | Role) -> list[str]:
        facts = [self._say("boundary", name=self._managed(holder.boundary))] if holder.boundary is not None else []
        return [*facts, *self._tags(holder.tags)]

    def _tags(self, tags: Mapping[str, str]) -> list[str]:
        return [self._say("tags", names=", ".join(f"{key}={value}" for key, value in tags.items()))] if tags else []

    def _resources(self, account: Account) -> Iterator[str]:
        rows = [
            (f"{kind.value}/{name}", found)
            for kind in _RESOURCE_KINDS
            for name, found in account.entities(kind).items()
        ]
        if rows:
            yield self._say("resources")
        for reference, found in rows:
            facts: list[str] = []
            if getattr(found, "policy", None) is not None:
                facts.append(self._say("has-policy"))
            if isinstance(found, Bucket) and found.block_public_access:
                facts.append(self._say("public-access-blocked"))
            yield from self._facts(reference, [*facts, *self._tags(getattr(found, "tags", {}))])

    def _session(self, session: Session) -> str:
        of = session.of.reference
        label = {SessionKind.ROLE: "of-role", SessionKind.FEDERATION: "federated", SessionKind.TOKEN: "token"}
        parts = [self._say(f"session-{label[session.kind]}", of=of, name=session.session_name)]
        if session.policies:
            parts.append(self._say("session-policy"))
        if session.mfa:
            parts.append(self._say("session-mfa"))
        return " · ".join(parts)

    def _list(self, label: str, rows: Mapping[str, str]) -> list[str]:
        if not rows:
            return []
        widest = max(cells(name) for name in rows)
        lines = ["", self._say(label)]
        for name, text in rows.items():
            lines += wrapped(f"  {padded(name, widest)}  {text}", self.width, " " * (widest + 4))
        return lines

    def _tree(self, unit: Unit, indent: str) -> Iterator[str]:
        name = self._say("root") if not indent else unit.name
        yield from wrapped(f"{indent}{name}{_attached(unit.controls)}", self.width, indent + "    ")
        organization = self.world.organization
        for account in unit.accounts:
            own = organization.attached[account] if organization is not None else None
            shown = f"{indent}  ● {account}{_attached(own) if own is not None else ''}"
            yield from wrapped(shown, self.width, indent + "      ")
        for below in unit.units.values():
            yield from self._tree(below, indent + "  ")


def _attached(controls: Controls) -> str:
    """The control policies attached at one place: `[SCP FullAWSAccess] [RCP …]`."""
    text = ""
    for kind, policies in (("SCP", controls.scp), ("RCP", controls.rcp)):
        if policies:
            text += f" [{kind} {', '.join(policies)}]"
    return text
