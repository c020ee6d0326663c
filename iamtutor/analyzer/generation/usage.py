"""What the principal did, action by action, in memory that does not grow with the trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from typing import Final

from iamtutor.analyzer.generation.event import Event, Place
from iamtutor.analyzer.generation.needs import Need
from iamtutor.analyzer.generation.resource_set import ResourceSet, UsedResource

_MOST_VALUES: Final = 2


class ActionUse:
    """One action: how often, from when to when, first where, on what, and from where."""

    def __init__(self, action: str, place: Place, page: str, limit: int) -> None:
        self.action = action
        self.place = place
        self.page = page
        self.count = 0
        self.first = ""
        self.last = ""
        self.regions: set[str] = set()
        self.endpoints: set[str] = set()
        self.addresses: set[str] = set()
        self._resources = ResourceSet(limit)

    @property
    def service(self) -> str:
        """The service prefix of the action."""
        return self.action.partition(":")[0]

    def count_in(self, event: Event, needs: Iterable[Need]) -> None:
        """Count one event, which may need the action for several resources."""
        self.count += 1
        self.first = min(self.first or event.time, event.time)
        self.last = max(self.last, event.time)
        _keep(self.regions, event.region)
        _keep(self.endpoints, event.endpoint)
        _keep(self.addresses, event.address)
        for need in needs:
            self._resources.add(need.resource)

    def resources(self) -> tuple[UsedResource, ...]:
        """The resources of the action, as a policy can list them."""
        return self._resources.used()

    def conditions(self) -> dict[str, dict[str, str]]:
        """What was the same at every call: Region, and VPC endpoint or else address.

        A call that a service made on the caller's behalf has the service's name for an address, so that no address was
        the same. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
        """
        found: dict[str, dict[str, str]] = {}
        region, endpoint, address = _only(self.regions), _only(self.endpoints), _only(self.addresses)
        equal = {"aws:RequestedRegion": region, "aws:SourceVpce": endpoint}
        texts = {key: value for key, value in equal.items() if value}
        if texts:
            found["StringEquals"] = texts
        network = _network(address) if self.endpoints == {""} else None
        if network:
            found["IpAddress"] = {"aws:SourceIp": network}
        return found


class Usage:
    """The uses of all actions."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._uses: dict[str, ActionUse] = {}

    def count_in(self, event: Event, needs: tuple[Need, ...], page: str) -> None:
        """Count what one event needed."""
        for action in dict.fromkeys(need.action for need in needs):
            use = self._uses.get(action)
            if use is None:
                use = self._uses[action] = ActionUse(action, event.place, page, self._limit)
            use.count_in(event, (need for need in needs if need.action == action))

    @property
    def by_action(self) -> Mapping[str, ActionUse]:
        """The uses by action, in the order of the names."""
        return {action: self._uses[action] for action in sorted(self._uses, key=str.lower)}


def _keep(values: set[str], value: str) -> None:
    if len(values) < _MOST_VALUES:
        values.add(value)


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _network(address: str) -> str | None:
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return f"{found.compressed}/{found.max_prefixlen}"
