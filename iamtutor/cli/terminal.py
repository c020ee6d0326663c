"""Where a command reads and writes: streams in UTF-8, in one language, with colour only where it is wanted."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO, Final, NamedTuple, TextIO

from iamtutor.cli.messages import MESSAGES
from iamtutor.words import Bilingual, Lang, say

_COLOURS: Final = {"good": "32", "bad": "31", "quiet": "2", "strong": "1"}
MARKS: Final = {True: "✓", False: "✗", None: "·"}


class Terminal(NamedTuple):
    """The streams of one call, the language it speaks, and whether it may use colour."""

    lang: Lang
    input: TextIO
    out: TextIO
    err: TextIO
    environ: Mapping[str, str]

    @property
    def colour(self) -> bool:
        """Whether standard output takes colour: a terminal that is not dumb, and no NO_COLOR."""
        return not self.environ.get("NO_COLOR") and self.environ.get("TERM") != "dumb" and self.out.isatty()

    def say(self, message_id: str, /, **arguments: object) -> str:
        """One message of the command line, in the language of this call."""
        return say(MESSAGES, message_id, self.lang, **arguments)

    def text(self, words: Bilingual) -> str:
        """A text of the course, in the language of this call."""
        return words.text(self.lang)

    def line(self, text: str = "") -> None:
        """Write one line to standard output."""
        self.out.write(f"{text}\n")

    def tell(self, message_id: str, /, **arguments: object) -> None:
        """Write one message to standard output."""
        self.line(self.say(message_id, **arguments))

    def note(self, message_id: str, /, **arguments: object) -> None:
        """Write one message to standard error: what is not part of the result."""
        self.out.flush()
        self.err.write(f"{self.say(message_id, **arguments)}\n")

    def json(self, value: object, *, indent: int | None = 2) -> None:
        """Write a value as JSON."""
        self.line(json_text(value, indent=indent))

    def paint(self, text: str, colour: str) -> str:
        """Colour a text (good, bad, quiet, strong) where colour is wanted."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.colour else text

    def mark(self, good: bool | None) -> str:
        """✓ for yes, ✗ for no, · for neither; words always stand beside it."""
        return self.paint(MARKS[good], {True: "good", False: "bad", None: "quiet"}[good])

    def bytes_in(self) -> BinaryIO:
        """Standard input as bytes."""
        buffer = getattr(self.input, "buffer", None)
        return buffer if buffer is not None else io.BytesIO(self.input.read().encode("utf-8", "replace"))


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON, Korean left readable; a stray surrogate, which UTF-8 cannot hold, is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def standard_streams() -> tuple[TextIO, TextIO, TextIO]:
    """Standard input, output and error, in UTF-8 whatever the locale says; a closed one reads and writes nothing."""
    return (
        _in_utf8(sys.stdin) or io.StringIO(),
        _in_utf8(sys.stdout) or io.StringIO(),
        _in_utf8(sys.stderr) or io.StringIO(),
    )


def _in_utf8(stream: Any) -> TextIO | None:
    if stream is not None and hasattr(stream, "reconfigure"):
        chosen = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
        stream.reconfigure(encoding=chosen or "utf-8", errors="replace")
    return stream  # type: ignore[no-any-return]
