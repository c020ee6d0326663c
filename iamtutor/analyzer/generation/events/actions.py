"""From a service's event name to the actions that it needs, with the reason."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from iamtutor.analyzer.generation.events.other import ALSO, BY_SERVICE, SOURCES
from iamtutor.analyzer.generation.events.row import OBSERVED, Row
from iamtutor.catalog import Catalog

_HOST: Final = re.compile(r"\.(?:aws\.internal|amazonaws\.com(?:\.cn)?|amazon\.com|aws\.com)$")
_VERSION: Final = re.compile(r"(?:\d{8}|\d{4}_\d{2}_\d{2})(?:v\d+)?$")
"""An API version behind an event's name: ``CreateFunction20150331``, ``GetFunction20150331v2``, ``GetDistribution2020_05_31``."""

_GATEWAY: Final = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html"
_GATEWAY_VERBS: Final = (
    (("Create", "Import", "Generate", "Test", "Reset", "Reject"), "POST"),
    (("Get", "List", "Export"), "GET"),
    (("Delete", "Flush", "Untag"), "DELETE"),
    (("Update",), "PATCH"),
    (("Put", "Tag", "Reimport"), "PUT"),
)
"""API Gateway's actions are HTTP methods."""


class Mapped(NamedTuple):
    """The actions of an event, under their full names, and the page or convention that says so."""

    actions: tuple[str, ...]
    page: str


class Mapper:
    """Maps events by the tables and the catalogue; every pair of source and name once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[tuple[str, str], Mapped | None] = {}

    def mapped(self, source: str, name: str) -> Mapped | None:
        """What an event needs; no actions where it needs no permission, None where nobody can say."""
        key = (source, name)
        if key not in self._known:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            self._known[key] = self._map(service_prefix(source), name)
        return self._known[key]

    def _map(self, prefix: str, name: str) -> Mapped | None:
        plain = _VERSION.sub("", name)
        for candidate in dict.fromkeys((name, plain)):
            row = BY_SERVICE.get(prefix, {}).get(candidate)
            if row is not None:
                return self._checked(row)
            for service in (prefix, *ALSO.get(prefix, ())):
                found = self._action(f"{service}:{candidate}")
                if found is not None:
                    same = candidate == name and service == prefix
                    return Mapped((found,), _page(service) if same else OBSERVED)
        if prefix == "apigateway":
            verb = next((verb for stems, verb in _GATEWAY_VERBS if plain.startswith(stems)), None)
            return Mapped((f"apigateway:{verb}",), _GATEWAY) if verb else None
        return None

    def _checked(self, row: Row) -> Mapped | None:
        found = tuple(self._action(action) for action in row.actions)
        return None if None in found else Mapped(tuple(action for action in found if action), row.page)

    def _action(self, name: str) -> str | None:
        index = self._catalog.index
        number = index.number(name)
        return None if number is None else index.names[number]


_MOST_KEPT: Final = 20_000


def service_prefix(source: str) -> str:
    """The service prefix that an `eventSource` stands for."""
    host = _HOST.sub("", source.lower())
    return SOURCES.get(host, host)


def _page(service: str) -> str:
    return f"https://docs.aws.amazon.com/service-authorization/latest/reference/list_{service}.html"
