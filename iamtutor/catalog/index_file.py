"""The index as a file: one header line of JSON, and behind it four blocks whose sizes and checksum the header tells.

Nothing in it can run. A file that is cut short, changed, or of another format or version is refused as a whole.
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import pairwise
from typing import Any, Final
from zlib import crc32

from iamtutor.catalog.access_level import access_level
from iamtutor.catalog.index import LEVELS, ActionIndex
from iamtutor.catalog.problem import CatalogError
from iamtutor.catalog.read_service import action_resources
from iamtutor.catalog.source import Source

FORMAT: Final = 1


def build(source: Source) -> bytes:
    """Read every service once, and nothing twice; takes about half a second."""
    rows: list[tuple[str, int, list[int]]] = []
    types: dict[str, int] = {}
    homes: dict[str, set[str]] = {}
    for service in source.services:
        try:
            for value in source.actions(service).values():
                listed = action_resources(value["resourceTypes"])
                words = [2 * types.setdefault(each.name, len(types)) + each.required for each in listed]
                rows.append((f"{service}:{value['name']}", LEVELS.index(access_level(value["accessLevel"])), words))
            for key in source.condition_keys(service):
                prefix = key.partition(":")[0]
                if prefix not in ("aws", service):
                    homes.setdefault(prefix, set()).add(service)
        except (KeyError, TypeError, ValueError) as error:
            raise CatalogError("catalog.bad-data", file=f"{service}.json") from error
    rows.sort(key=lambda row: row[0].lower())
    starts, references = array("I", [0]), array("H")
    for row in rows:
        references.extend(row[2])
        starts.append(len(references))
    blocks = (
        "\n".join(row[0] for row in rows).encode(),
        bytes(row[1] for row in rows),
        _little_endian(starts),
        _little_endian(references),
    )
    body = b"".join(blocks)
    header = {
        "format": FORMAT,
        "version": source.version,
        "sizes": [len(block) for block in blocks],
        "crc32": crc32(body),
        "types": list(types),
        "key_homes": {prefix: sorted(homes[prefix]) for prefix in sorted(homes)},
    }
    return json.dumps(header, separators=(",", ":")).encode() + b"\n" + body


def parse(data: bytes, version: str) -> ActionIndex:
    """The index in a file. Raises ValueError where it is broken, or made from another version of the data."""
    line, _, body = data.partition(b"\n")
    try:
        return _index(json.loads(line), body, version)
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError("not an index of actions") from error


def _index(header: Any, body: bytes, version: str) -> ActionIndex:
    if header["format"] != FORMAT or header["version"] != version or header["crc32"] != crc32(body):
        raise ValueError("another format or version, or damaged")
    blocks, at = [], 0
    for size in header["sizes"]:
        blocks.append(body[at : at + size])
        at += size
    names, levels, starts, references = (
        blocks[0].decode().split("\n"),
        blocks[1],
        _words("I", blocks[2]),
        _words("H", blocks[3]),
    )
    types = tuple(header["types"])
    homes = {prefix: tuple(services) for prefix, services in header["key_homes"].items()}
    if not (len(names) == len(levels) == len(starts) - 1 and starts[-1] == len(references)):
        raise ValueError("the blocks do not fit together")
    if any(before > after for before, after in pairwise(starts)) or max(references, default=0) >> 1 >= max(
        1, len(types)
    ):
        raise ValueError("a reference leads nowhere")
    return ActionIndex(version, names, levels, starts, references, types, homes)


def _little_endian(words: array[int]) -> bytes:
    if sys.byteorder == "big":
        words = words[:]
        words.byteswap()
    return words.tobytes()


def _words(code: str, block: bytes) -> array[int]:
    words = array(code)
    words.frombytes(block)
    if sys.byteorder == "big":
        words.byteswap()
    return words
