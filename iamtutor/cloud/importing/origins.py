"""Which file each part of an imported world came from, so that what is kept out can be told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iamtutor.cloud.importing.json_files import JsonFile
from iamtutor.cloud.places import KeyPath
from iamtutor.policy.finding import Argument, Finding, Severity


class Origins:
    """The files of an import by the paths of the world, and the findings that name them."""

    def __init__(self) -> None:
        self._by_path: dict[KeyPath, tuple[JsonFile, str]] = {}
        self.findings: list[Finding] = []

    def note(self, path: KeyPath, file: JsonFile, words: str) -> None:
        """Remember where a part came from; `words` stand in the file where it does."""
        self._by_path.setdefault(path, (file, words))

    def kept_out(self, finding: Finding) -> None:
        """Tell that something was kept out, for the reason that a finding gives."""
        self.say(finding.code, finding.path, finding.arguments)

    def say(self, code: str, path: KeyPath, arguments: Mapping[str, Argument]) -> None:
        """Tell something of a part of the world, with file and line."""
        for end in range(len(path), -1, -1):
            found = self._by_path.get(path[:end])
            if found is not None:
                file, words = found
                said = {**arguments, "at": file.line_of(words)}
                self.findings.append(Finding(code, Severity.WARNING, None, said, path, file.name))
                return
        said = {name: value for name, value in arguments.items() if name != "at"}
        self.findings.append(Finding(code, Severity.WARNING, None, said, path))


def texts(value: object) -> Iterator[str]:
    """The texts in a list; nothing where it is no list."""
    for each in value if isinstance(value, list) else ():
        if isinstance(each, str):
            yield each
