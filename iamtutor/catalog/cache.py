"""Files that can be made again, in the user's cache: read whole, written whole or not at all.

Several programs may share the folder. Each writes under a name of its own and puts the file in place in one step, so
that a reader sees the old file or the new one. Where nothing can be written, nothing is kept and nobody complains.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def cache_home(environ: Mapping[str, str]) -> Path:
    """The folder of the cache: IAMTUTOR_CACHE, else where this system keeps what a user's programs can make again."""
    chosen = environ.get("IAMTUTOR_CACHE", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("iamtutor", appauthor=False)


def kept(file: Path | None) -> bytes | None:
    """What a file of the cache holds; None where there is none that can be read."""
    if file is None:
        return None
    try:
        return file.read_bytes()
    except OSError:
        return None


def keep(file: Path | None, data: bytes) -> None:
    """Put a file into the cache, as far as that is possible."""
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, data)


def _replace(file: Path, data: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}-", delete=False) as part:
        written = Path(part.name)
        try:
            part.write(data)
            part.close()
            written.replace(file)
        except OSError:
            part.close()
            written.unlink(missing_ok=True)
            raise
