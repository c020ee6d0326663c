"""Where the values of a content file stand, and the one error that every loader of content raises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from iamtutor.policy.finding import Argument, Finding, Lines, Position, Severity, Span

KeyPath = tuple[str | int, ...]
Json = Any
"""A value as JSON has it: dict, list, str, int, float, bool or None."""


class Place(NamedTuple):
    """Where one value stands, and its key where it has one."""

    key: Span | None
    value: Span


class ContentError(Exception):
    """Content that cannot be used: everything that is wrong with it, each finding with its file and line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{where(finding)}: {finding.code}" for finding in self.findings))


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places of all values of one text, by their path; `source` is the file's name as people know it.

    A path that the text does not have (a missing key, something behind an alias) stands where its nearest parent does.
    """

    source: str
    lines: Lines
    by_path: dict[KeyPath, Place]
    prefix: KeyPath = ()

    @classmethod
    def nowhere(cls, source: str = "") -> Places:
        """For values that came from no text: every path stands on line 1."""
        return cls(source, Lines(""), {})

    def place_of(self, path: KeyPath) -> Place:
        """The place of the value at `path`, or of its nearest parent."""
        for end in range(len(path), -1, -1):
            found = self.by_path.get(path[:end])
            if found is not None:
                return found
        return Place(None, Span(0, 0))

    def span_of(self, path: KeyPath, *, key: bool = False) -> Span:
        """The span of the value at `path`, or with `key` of its key."""
        place = self.place_of(path)
        return place.key if key and place.key is not None else place.value

    def position_of(self, path: KeyPath) -> Position:
        """Line and column where the key (or the item) at `path` begins."""
        return self.lines.position(self.span_of(path, key=True).start)

    def line_of(self, path: KeyPath) -> int:
        """The line, from 1, where the key (or the item) at `path` begins."""
        return self.position_of(path).line

    def under(self, prefix: KeyPath) -> Places:
        """The places of the value at `prefix`, with paths counted from there: for a value that lies inside another.

        Findings still tell the whole path.
        """
        size = len(prefix)
        inner = {path[size:]: place for path, place in self.by_path.items() if path[:size] == prefix}
        return Places(self.source, self.lines, inner or {(): self.place_of(prefix)}, (*self.prefix, *prefix))

    def finding(
        self,
        code: str,
        path: KeyPath,
        arguments: Mapping[str, Argument] | None = None,
        /,
        *,
        at_key: bool = False,
        severity: Severity = Severity.ERROR,
        **more: Argument,
    ) -> Finding:
        """A finding about the value at `path` (with `at_key`: about its key), with its place.

        Its arguments are `arguments` and `more`, and `at`: the line, from 1.
        """
        span = self.span_of(path, key=at_key)
        said = {**(arguments or {}), **more, "at": self.line_of(path)}
        return Finding(code, severity, span, said, (*self.prefix, *path), self.source)


def where(finding: Finding) -> str:
    """`file:line key.of.the.value`, as far as the finding knows them."""
    line = finding.arguments.get("at")
    file = ":".join(str(part) for part in (finding.source, line) if part)
    return " ".join(part for part in (file, dotted(finding.path)) if part)


def dotted(path: KeyPath) -> str:
    """A path as people write it: `accounts.acme.users.dev.managed[0]`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text
