"""The files of a trail: single ones, folders of them, packed with gzip or not, or a stream."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

CHUNK: Final = 1 << 18
_GZIP: Final = b"\x1f\x8b"
_GZIP_BITS: Final = 31
_ENDINGS: Final = (".json", ".jsonl", ".ndjson", ".log", ".gz")
_DIGESTS: Final = "CloudTrail-Digest"
"""Digest files stand beside a trail's log files and hold signatures, no records.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
"""


@dataclass(frozen=True)
class TrailFile:
    """One file or stream: how people know it, how many bytes it has where that is known, and how it is opened."""

    name: str
    size: int | None
    open: Callable[[], AbstractContextManager[BinaryIO]]


class TrailError(Exception):
    """A file of the trail that cannot be read further; `code` is a message of this room."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def trail_files(paths: Iterable[Path]) -> Iterator[TrailFile]:
    """The files at these paths; a folder gives its log files, also those of folders below it, in the order of their names."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix in _ENDINGS and _DIGESTS not in file.parts and file.is_file():
                    yield _file(file)
        else:
            yield _file(path)


def _file(path: Path) -> TrailFile:
    return TrailFile(str(path), path.stat().st_size, lambda: path.open("rb"))


def chunks(file: TrailFile, read_on: Callable[[int], None]) -> Iterator[bytes]:
    """The bytes of a file, unpacked, piece by piece; `read_on` is told the bytes read as they lie in the file.

    Raises TrailError where the file cannot be opened, read or unpacked.
    """
    try:
        with file.open() as raw:
            pieces = _pieces(raw, read_on)
            first = next(pieces, b"")
            whole = chain((first,), pieces)
            yield from _unpacked(whole) if first.startswith(_GZIP) else whole
    except zlib.error as error:
        raise TrailError("generation.bad-gzip", str(error)) from error
    except OSError as error:
        raise TrailError("generation.unreadable", error.strerror or str(error)) from error


def _pieces(raw: BinaryIO, read_on: Callable[[int], None]) -> Iterator[bytes]:
    while piece := raw.read(CHUNK):
        read_on(len(piece))
        yield piece


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content of gzip members that stand one behind another, never much of it at once."""
    packed = zlib.decompressobj(_GZIP_BITS)
    for piece in pieces:
        while piece:
            if packed.eof:
                packed = zlib.decompressobj(_GZIP_BITS)
            yield packed.decompress(piece, CHUNK)
            piece = packed.unused_data if packed.eof else packed.unconsumed_tail
    if not packed.eof:
        raise TrailError("generation.cut-gzip")
