"""AWS managed policies by name, from the data file of the package `moto`, which is never imported.

The file is several megabytes of Python source; its policies are taken over once into a file of the user's cache with a
table of contents in front, from which one policy is read without the others.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from iamtutor.catalog.cache import keep, kept
from iamtutor.catalog.problem import CatalogError, UnknownNameError
from iamtutor.extras import install_command

FORMAT: Final = 1
ARN_PREFIX: Final = "arn:aws:iam::aws:policy"


@dataclass(frozen=True, slots=True)
class ManagedPolicy:
    """An AWS managed policy; `document` is its JSON, `version` AWS's id of it, `updated` the day of that version."""

    name: str
    arn: str
    version: str
    updated: str
    document: Any

    @property
    def text(self) -> str:
        """The document as a file has it, its elements in the order in which people write them."""
        return json.dumps(_in_order(self.document), indent=2, ensure_ascii=False) + "\n"


class _Entry(NamedTuple):
    path: str
    version: str
    updated: str
    start: int
    length: int
    crc: int


class ManagedPolicies:
    """Every AWS managed policy that the data file holds, opened one by one."""

    def __init__(self, contents: Mapping[str, _Entry], body: bytes) -> None:
        self._contents = contents
        self._body = body
        self._by_arn = {f"{ARN_PREFIX}{entry.path}{name}": name for name, entry in contents.items()}

    @classmethod
    def installed(cls, cache: Path | None = None) -> ManagedPolicies:
        """The policies of the installed `moto`. Raises CatalogError where there is none, or one of another shape."""
        found = find_spec("moto")
        if found is None or found.origin is None:
            raise CatalogError("catalog.no-managed", command=install_command("managed"))
        return cls.of_file(Path(found.origin).parent / "iam" / "aws_managed_policies.py", cache)

    @classmethod
    def of_file(cls, file: Path, cache: Path | None = None) -> ManagedPolicies:
        """The policies of a data file; `cache` is the folder in which they are kept, None keeps nothing."""
        try:
            status = file.stat()
        except OSError as error:
            raise CatalogError("catalog.bad-data", file=file.name) from error
        stamp = f"{status.st_size}-{status.st_mtime_ns}"
        place = None if cache is None else cache / f"managed-{FORMAT}.policies"
        data = kept(place)
        if data is not None:
            try:
                return cls._parse(data, stamp)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                pass  # made from another file, or broken: it is made again
        data = _taken_over(file, stamp)
        keep(place, data)
        return cls._parse(data, stamp)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, sorted."""
        return tuple(sorted(self._contents))

    def policy(self, name: str) -> ManagedPolicy:
        """The policy of a name or ARN. Raises UnknownNameError, with what was probably meant."""
        found = self._by_arn.get(name, name)
        entry = self._contents.get(found)
        if entry is None:
            near = self._nearest(name)
            raise UnknownNameError(name, (near,) if near else ())
        text = self._body[entry.start : entry.start + entry.length]
        if crc32(text) != entry.crc:
            raise CatalogError("catalog.bad-data", file=found)
        return ManagedPolicy(found, f"{ARN_PREFIX}{entry.path}{found}", entry.version, entry.updated, json.loads(text))

    def _nearest(self, name: str) -> str | None:
        from iamtutor.policy.nearest import Nearest

        return Nearest(self._contents).find(name.rpartition("/")[2])

    @classmethod
    def _parse(cls, data: bytes, stamp: str) -> ManagedPolicies:
        line, _, body = data.partition(b"\n")
        header = json.loads(line)
        if header["format"] != FORMAT or header["stamp"] != stamp or header["length"] != len(body):
            raise ValueError("another format or another file")
        return cls({name: _Entry(*values) for name, values in header["policies"].items()}, body)


def _taken_over(file: Path, stamp: str) -> bytes:
    """What is kept of a data file: a line with the table of contents, then the documents."""
    contents: dict[str, _Entry] = {}
    documents: list[bytes] = []
    start = 0
    try:
        for name, value in sorted(_policies(file).items()):
            text = json.dumps(value["Document"], separators=(",", ":")).encode()
            version, updated = str(value["DefaultVersionId"]), str(value["UpdateDate"])[:10]
            contents[name] = _Entry(str(value["Path"]), version, updated, start, len(text), crc32(text))
            documents.append(text)
            start += len(text)
    except (KeyError, TypeError, ValueError, SyntaxError, AttributeError, RecursionError, OSError) as error:
        raise CatalogError("catalog.bad-data", file=file.name) from error
    header = {"format": FORMAT, "stamp": stamp, "length": start, "policies": contents}
    return json.dumps(header, separators=(",", ":")).encode() + b"\n" + b"".join(documents)


def _policies(file: Path) -> dict[str, Any]:
    """The value of the one text that the file assigns, read as a literal."""
    for statement in ast.parse(file.read_text("utf-8")).body:
        if isinstance(statement, ast.Assign):
            policies = json.loads(ast.literal_eval(statement.value))
            if isinstance(policies, dict):
                return policies
    raise ValueError("no policies in the file")


_ORDER: Final = ("Version", "Id", "Statement", "Sid", "Effect", "Principal", "Action", "NotAction", "Resource")


def _in_order(value: object) -> object:
    """The document in the order of people; the data has it by the alphabet."""
    if isinstance(value, list):
        return [_in_order(each) for each in value]
    if not isinstance(value, dict):
        return value
    names = sorted(value, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    return {name: _in_order(value[name]) for name in names}
