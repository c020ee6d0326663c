"""What the catalogue knows, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from iamtutor.catalog import (
    CATALOG_MESSAGES,
    PARTITIONS,
    AccessLevel,
    Action,
    Catalog,
    ConditionKey,
    Entry,
    GlobalKey,
    ManagedPolicy,
    Partition,
    Region,
    ResourceType,
    Service,
    ServicePrincipal,
)
from iamtutor.cli.terminal import Terminal
from iamtutor.words import say
from iamtutor.words.cells import cells, padded, wrapped

_LABEL: Final = 16
_INDENT: Final = "  "


class CatalogLines:
    """Writes entries for one reader: a terminal, in its language and width."""

    def __init__(self, catalog: Catalog, terminal: Terminal, width: int) -> None:
        self._catalog = catalog
        self._terminal = terminal
        self._width = width

    def of(self, entry: Entry) -> Iterator[str]:
        """All that is to be said of one entry."""
        match entry:
            case Action():
                yield from self._action(entry)
            case ResourceType():
                yield from self._resource_type(entry)
            case GlobalKey():
                yield from self._global_key(entry)
            case ConditionKey():
                yield from self._condition_key(entry)
            case Service():
                yield from self._service(entry)
            case ManagedPolicy():
                yield from self._managed(entry)
            case ServicePrincipal():
                yield from self._head(entry.name, self._say("principal", service=self._title(entry.service)))
            case Region():
                yield from self._region(entry)
            case Partition():
                yield from self._head(entry.id, self._say("partition"), self._terminal.text(entry.title))
                yield from self._field("domain", [entry.suffix])

    def briefly(self, action: Action) -> Iterator[str]:
        """What an action of many needs and takes."""
        service = self._catalog.service(action.service)
        yield from self._head(action.full_name, self._level(action.access_level))
        yield from self._meaning(action, briefly=True)
        yield from self._field(
            "resources", [_marked(action)] if action.resource_types else [self._say("resources-only-all")]
        )
        yield from self._field("keys", [", ".join(service.keys_of(action)) or self._say("none")])
        yield from self._dependent(action)

    def table(self, names: Sequence[str]) -> Iterator[str]:
        """One line for each of very many actions."""
        column = max(map(len, names))
        index = self._catalog.index
        for name in names:
            number = index.number(name)
            level = "" if number is None else self._level(index.access_level(number))
            yield f"{name.ljust(column)}  {level}"

    def _action(self, action: Action) -> Iterator[str]:
        service = self._catalog.service(action.service)
        yield from self._head(
            action.full_name, self._say("action", service=service.title), self._level(action.access_level)
        )
        yield from self._meaning(action)
        types = [service.resource_types.get(each.name.lower()) for each in action.resource_types]
        rows = [
            (f"{each.name}{'*' if each.required else ''}", kind.arn if kind else "")
            for each, kind in zip(action.resource_types, types, strict=True)
        ]
        yield from (
            self._rows("resources", rows) if rows else self._field("resources", [self._say("resources-only-all")])
        )
        if any(each.required for each in action.resource_types):
            yield from self._aside(self._say("required"))
        keys = service.keys_of(action)
        if keys:
            yield from self._rows("keys", [(key, self._type_in(service, key)) for key in keys])
        else:
            yield from self._field("keys", [self._say("none")])
        yield from self._dependent(action)
        yield from self._aside(self._say("also-global"))

    def _meaning(self, thing: Action | ConditionKey, *, briefly: bool = False) -> Iterator[str]:
        """Ours in Korean, and AWS's own, which is English and named so; briefly, only the first of them."""
        meaning = self._catalog.meaning(thing)
        ours = self._terminal.lang == "ko" and bool(meaning.korean)
        if ours:
            yield from self._field("meaning", [meaning.korean])
        if not (ours and briefly):
            yield from self._field("aws-says", [meaning.english])

    def _dependent(self, action: Action) -> Iterator[str]:
        if action.dependent_actions:
            yield from self._field("needs", [", ".join(action.dependent_actions)])

    def _resource_type(self, kind: ResourceType) -> Iterator[str]:
        service = self._catalog.service(kind.service)
        yield from self._head(f"{kind.service}:{kind.name}", self._say("resource-type", service=service.title))
        yield from self._field("arn-format", [kind.arn])
        if kind.condition_keys:
            yield from self._field("keys", [", ".join(kind.condition_keys)])
        using = [action.full_name for action in service.using(kind)]
        yield from self._field("used-by", [", ".join(using) or self._say("none")])

    def _global_key(self, key: GlobalKey) -> Iterator[str]:
        if key.name.startswith("aws:") or key.anchor != "condition-keys-wif":
            yield from self._head(key.name, self._say("global-key"), self._words(f"section-{key.section}"))
        else:
            yield from self._head(key.name, self._say("claim-key"))
        also = f", {key.also}" if key.also else ""
        notes = [self._say("multivalued")] if key.multivalued else []
        notes += [self._say("no-wildcards")] if key.sensitive else []
        yield from self._field("type", [" · ".join([f"{key.type}{also}", *notes])])
        yield from self._field("present", [self._terminal.text(key.when)])
        yield from self._field("source", [key.source])

    def _condition_key(self, key: ConditionKey) -> Iterator[str]:
        homes = self._catalog.defining(key)
        titles = ", ".join(home.title for home in homes)
        yield from self._head(key.name, self._say("condition-key", service=titles))
        notes = [self._say("multivalued")] if key.multivalued else []
        yield from self._field("type", [" · ".join([key.type, *notes])])
        yield from self._meaning(key)
        taking = [action.full_name for action in self._catalog.taking(key.name)]
        yield from self._field("taken-by", [", ".join(taking) or self._say("none")])

    def _service(self, service: Service) -> Iterator[str]:
        yield from self._head(service.prefix, self._say("service"), service.title)
        levels = Counter(action.access_level for action in service.actions.values())
        counts = [f"{self._level(level)} {levels[level]}" for level in AccessLevel if levels[level]]
        yield from self._field("actions", [" · ".join([str(len(service.actions)), *counts])])
        types = [kind.name for kind in service.resource_types.values()]
        yield from self._field("types", [", ".join(types) or self._say("none")])
        keys = [key.name for key in service.condition_keys.values()]
        yield from self._field("keys", [", ".join(keys) or self._say("none")])
        yield from self._aside(self._say("list-actions", service=service.prefix))

    def _managed(self, policy: ManagedPolicy) -> Iterator[str]:
        yield from self._head(policy.name, self._say("managed"))
        yield from self._field("arn", [policy.arn])
        yield from self._field("version", [self._say("version-of", version=policy.version, date=policy.updated)])
        yield from (f"{_INDENT}{line}" for line in policy.text.rstrip("\n").split("\n"))

    def _region(self, region: Region) -> Iterator[str]:
        yield from self._head(region.code, self._say("region"), self._terminal.text(region.title))
        partition = PARTITIONS[region.partition]
        yield from self._field("partition", [f"{partition.id} · {self._terminal.text(partition.title)}"])

    def _head(self, name: str, *parts: str) -> Iterator[str]:
        """A name and what it is; below each other where a line does not hold both."""
        what = " · ".join(parts)
        if cells(f"{name} · {what}") <= self._width:
            yield f"{self._terminal.paint(name, 'strong')} · {what}"
            return
        yield self._terminal.paint(name, "strong")
        yield from (f"{_INDENT}{line}" for line in wrapped(what, self._width - len(_INDENT)))

    def _field(self, label: str, paragraphs: Iterable[str]) -> Iterator[str]:
        """A label and its text, broken so that it stays in its column."""
        first = True
        for paragraph in paragraphs:
            for line in wrapped(paragraph, self._width - _LABEL - len(_INDENT)) or [""]:
                yield f"{_INDENT}{padded(self._say(label) if first else '', _LABEL)}{line}"
                first = False

    def _rows(self, label: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Two columns under a heading; a row that does not fit puts its second part on a line of its own."""
        room = self._width - 2 * len(_INDENT)
        fitting = [cells(left) for left, right in rows if cells(left) + 2 + cells(right) <= room]
        column = max(fitting, default=0)
        yield f"{_INDENT}{self._say(label)}"
        for left, right in rows:
            beside = max(column, cells(left)) + 2 + cells(right) <= room
            lines = [f"{padded(left, column)}  {right}"] if beside else [left, f"{_INDENT}{right}"]
            yield from (f"{2 * _INDENT}{line}".rstrip() for line in lines)

    def _aside(self, text: str) -> Iterator[str]:
        for line in wrapped(text, self._width - len(_INDENT)):
            yield f"{_INDENT}{self._terminal.paint(line, 'quiet')}"

    def _type_in(self, service: Service, name: str) -> str:
        key = service.condition_keys.get(name.lower())
        if key is None:
            return ""
        return f"{key.type} · {self._say('multivalued')}" if key.multivalued else key.type

    def _title(self, prefix: str) -> str:
        return self._catalog.services.get(prefix, prefix)

    def _level(self, level: AccessLevel) -> str:
        return self._words(f"level-{level.lower().replace(' ', '-')}")

    def _words(self, message: str) -> str:
        return say(CATALOG_MESSAGES, f"catalog.{message}", self._terminal.lang)

    def _say(self, message: str, **arguments: object) -> str:
        return self._terminal.say(f"cli.catalog.{message}", **arguments)


def _marked(action: Action) -> str:
    return ", ".join(f"{each.name}{'*' if each.required else ''}" for each in action.resource_types)
