"""From a trail to a policy: read the records once, count what the principal did, write the policy, prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from iamtutor.analyzer.generation.event import Event, Outcome, Place, read_event
from iamtutor.analyzer.generation.events import Mapped, Mapper
from iamtutor.analyzer.generation.json_stream import Broken, Found, read_objects
from iamtutor.analyzer.generation.level import MOST_RESOURCES, Level
from iamtutor.analyzer.generation.limits import Limit, PassedRole, Watch
from iamtutor.analyzer.generation.needs import Need, Needs
from iamtutor.analyzer.generation.policy_document import policy_value
from iamtutor.analyzer.generation.proof import Proof, prove
from iamtutor.analyzer.generation.replay_log import ReplayLog
from iamtutor.analyzer.generation.scope import Scope
from iamtutor.analyzer.generation.trail_files import TrailError, TrailFile, chunks
from iamtutor.analyzer.generation.usage import ActionUse, Usage
from iamtutor.catalog import Catalog
from iamtutor.policy import Argument, Finding, PolicyDocument, Severity, read_value

if TYPE_CHECKING:
    from iamtutor.analyzer.generation.unused import PolicyUse

MOST_PROBLEMS: Final = 50
_MOST_NAMES: Final = 1_000


@dataclass(frozen=True)
class Options:
    """How the policy is made.

    `since` and `until` are moments as `moment` reads them (`until` itself no longer counts); `with_failed` counts calls
    that failed for another reason than want of permission; `most_resources` is how many resources of one head an action may
    list; `in_use` is a policy to compare with.
    """

    level: Level = Level.RESOURCE
    grouped: bool = False
    conditions: bool = False
    since: str = ""
    until: str = ""
    with_failed: bool = False
    most_resources: int = MOST_RESOURCES
    in_use: PolicyDocument | None = None


class EventCount(NamedTuple):
    """Events of one source and name: how many, and where the first of them stands."""

    source: str
    name: str
    events: int
    place: Place


@dataclass(frozen=True)
class Counts:
    """How much was read: records, those of the principal, and what became of these; `used` are in the policy."""

    records: int = 0
    matched: int = 0
    done: int = 0
    denied: int = 0
    failed: int = 0
    used: int = 0
    broken: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class Generated:
    """A generated policy and all that is to be said of it.

    `policy` is None where the trail shows nothing that needs permission. `denied` and `failed` are kept out of it; `free`
    needed no permission; `unmapped` nobody can map to an action. `callers` are others whom the trail shows, for a principal
    whom it does not. `problems` are records and files that could not be read, the first of them.
    """

    scope: Scope
    policy: Mapping[str, Any] | None
    uses: Mapping[str, ActionUse]
    denied: Mapping[str, ActionUse]
    failed: Mapping[str, ActionUse]
    free: tuple[EventCount, ...]
    unmapped: tuple[EventCount, ...]
    counts: Counts
    problems: tuple[Finding, ...]
    limits: tuple[Limit, ...]
    passed_roles: tuple[PassedRole, ...]
    callers: tuple[str, ...]
    proof: Proof | None
    in_use: PolicyUse | None


def generate(
    files: Iterable[TrailFile],
    scope: Scope,
    catalog: Catalog,
    options: Options | None = None,
    read_on: Callable[[int], None] = lambda _size: None,
) -> Generated:
    """The least policy for what a trail shows of a principal, with its proof. `read_on` is told the bytes that were read."""
    options = options or Options()
    with ReplayLog(with_context=options.conditions) as log:
        reading = _Reading(scope, catalog, options, log)
        for file in files:
            reading.read(file, read_on)
        uses = reading.used.by_action
        policy = _policy(uses, catalog, options)
        document = read_value(policy).document if policy is not None else None
        return Generated(
            scope,
            policy,
            uses,
            reading.denied.by_action,
            reading.failed.by_action,
            reading.free.listed(),
            reading.unmapped.listed(),
            reading.counts(),
            tuple(reading.problems),
            reading.watch.limits(),
            reading.watch.roles,
            tuple(sorted(reading.callers)),
            prove(document, log.replays(), scope, catalog) if document is not None else None,
            _in_use(document, log, scope, catalog, options),
        )


def _in_use(
    generated: PolicyDocument | None, log: ReplayLog, scope: Scope, catalog: Catalog, options: Options
) -> PolicyUse | None:
    if options.in_use is None:
        return None
    # It proves, which the trails of most people need not wait for.
    from iamtutor.analyzer.generation.unused import policy_use

    return policy_use(options.in_use, generated, log.replays(), scope, catalog)


def moment(text: str, *, end: bool = False) -> str:
    """A moment as records write it, from a date or a date with a time. With `end` a whole day counts to its end.

    Raises ValueError.
    """
    if len(text) == len("2026-01-15"):
        day = date.fromisoformat(text)
        found = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1 if end else 0)
    else:
        found = datetime.fromisoformat(text)
        found = found.astimezone(UTC) if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _policy(uses: Mapping[str, ActionUse], catalog: Catalog, options: Options) -> dict[str, Any] | None:
    if not uses:
        return None
    by = catalog if options.grouped else None
    return policy_value(uses, options.level, conditions=options.conditions, grouped_by=by)


@dataclass
class _Tally:
    """Events by source and name, bounded."""

    rows: dict[tuple[str, str], list[Any]] = field(default_factory=dict)

    def count(self, event: Event) -> None:
        row = self.rows.get((event.source, event.name))
        if row is not None:
            row[0] += 1
        elif len(self.rows) < _MOST_NAMES:
            self.rows[event.source, event.name] = [1, event.place]

    def listed(self) -> tuple[EventCount, ...]:
        return tuple(EventCount(*key, *self.rows[key]) for key in sorted(self.rows))


class _Reading:
    """One pass over a trail."""

    def __init__(self, scope: Scope, catalog: Catalog, options: Options, log: ReplayLog) -> None:
        self.scope = scope
        self.options = options
        self.log = log
        self.mapper = Mapper(catalog)
        self.needs = Needs(catalog, scope)
        self.watch = Watch()
        self.used = Usage(options.most_resources)
        self.denied = Usage(options.most_resources)
        self.failed = Usage(options.most_resources)
        self.free = _Tally()
        self.unmapped = _Tally()
        self.problems: list[Finding] = []
        self.callers: set[str] = set()
        self.records = self.matched = self.broken = self.used_events = 0
        self.outcomes = dict.fromkeys(Outcome, 0)
        self.first = self.last = ""

    def read(self, file: TrailFile, read_on: Callable[[int], None]) -> None:
        """Read one file; what cannot be read of it is noted, and the rest counts."""
        try:
            for event in self._events(file, read_on):
                self._see(event)
        except TrailError as error:
            self._complain(error.code, file.name, detail=error.detail)

    def counts(self) -> Counts:
        """The figures."""
        done, denied, failed = (self.outcomes[each] for each in Outcome)
        return Counts(
            self.records, self.matched, done, denied, failed, self.used_events, self.broken, self.first, self.last
        )

    def _events(self, file: TrailFile, read_on: Callable[[int], None]) -> Iterator[Event]:
        for found in read_objects(chunks(file, read_on)):
            place = Place(file.name, found.line, found.number)
            event = read_event(found.value, place) if isinstance(found, Found) else None
            if event is not None:
                self.records += 1
                yield event
                continue
            self.broken += 1
            reason = found.reason if isinstance(found, Broken) else "no-record"
            self._complain(f"generation.{reason}", file.name, at=found.line, number=found.number)

    def _complain(self, code: str, source: str, **arguments: Argument) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Finding(code, Severity.ERROR, None, arguments, (), source))

    def _see(self, event: Event) -> None:
        self.watch.see_data(event)
        if not self.scope.covers(event.identity):
            self._see_other(event)
            return
        if not self._in_time(event):
            return
        self.matched += 1
        self.first = min(self.first or event.time, event.time)
        self.last = max(self.last, event.time)
        if not event.is_call:
            self.free.count(event)
            return
        mapped = self.mapper.mapped(event.source, event.name)
        if mapped is None:
            self.unmapped.count(event)
        elif not mapped.actions:
            self.free.count(event)
        else:
            self._count(event, mapped)

    def _count(self, event: Event, mapped: Mapped) -> None:
        needs = self.needs.of(event, mapped)
        if not needs:  # what the call would tell of its parts was not recorded
            self.unmapped.count(event)
            return
        outcome = event.outcome
        self.outcomes[outcome] += 1
        if outcome is Outcome.DONE or (outcome is Outcome.FAILED and self.options.with_failed):
            self._need(event, needs, mapped)
        else:
            (self.denied if outcome is Outcome.DENIED else self.failed).count_in(event, needs, mapped.page)

    def _need(self, event: Event, needs: tuple[Need, ...], mapped: Mapped) -> None:
        self.used_events += 1
        self.used.count_in(event, needs, mapped.page)
        self.watch.see(event, [need.action for need in needs])
        for need in needs:
            self.log.write(event, need)

    def _see_other(self, event: Event) -> None:
        identity = event.identity
        self.watch.other_accounts += identity.kind == "AWSAccount"
        caller = identity.issuer or identity.arn
        if caller and len(self.callers) < _MOST_NAMES:
            self.callers.add(caller)

    def _in_time(self, event: Event) -> bool:
        since, until = self.options.since, self.options.until
        if not (since or until):
            return True
        if not event.time:
            self.watch.undated += 1
            return False
        return since <= event.time and (not until or event.time < until)
