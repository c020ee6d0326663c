"""One finding in full: what is wrong, why it matters, how it is mended, and what a quick fix would change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from textual.content import Content

from iamtutor.tui.screens.findings.entry import Entry
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.validation import SIGNS, TONES, mend_of, mended, message_of, page_of, why_of
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.typeset import hang

_CHANGES = {"-": "$deny", "+": "$allow"}


class FindingDetail(Lines):
    """Empty where nothing was found: then that is said."""

    def __init__(self) -> None:
        super().__init__(id="detail")
        self._entry: Entry | None = None
        self._is_waiting = False

    def show(self, entry: Entry | None, *, waiting: bool) -> None:
        """Show this finding; without one, that there is none, or none yet."""
        if (entry, waiting) != (self._entry, self._is_waiting):
            self._entry, self._is_waiting = entry, waiting
            self.lines_changed()
            self.scroll_home(animate=False)

    def set_lines(self, width: int) -> list[Content]:
        """Paragraphs, each under its heading."""
        if self._entry is None:
            words = say(self, "tui.findings-waiting" if self._is_waiting else "tui.findings-none")
            return hang(Content(words).stylize("$dim"), width - 1, Content())
        return list(self._told(self._entry, width - 1))

    def _told(self, entry: Entry, width: int) -> Iterator[Content]:
        finding, lang = entry.finding, lang_of(self)
        tone = TONES[finding.severity]
        place = say(self, "tui.editor-at", line=entry.line)
        head = Content.assemble(
            (f"{SIGNS[finding.severity]} {say(self, f'tui.severity-{finding.severity}')}", f"bold {tone}"),
            ("  ", ""),
            (finding.code, "bold"),
            (f"  {entry.file + ' ' if entry.file else ''}{place}", "$dim"),
        )
        yield from hang(head, width, Content())
        yield from hang(Content(message_of(finding, lang)), width, Content())
        if finding.fix is not None:
            yield Content()
            yield Content(say(self, "tui.finding-fix")).stylize("bold $primary")
            yield from _changes(entry.text, mended(entry.text, finding.fix), width)
        for title, text in (("tui.finding-why", why_of(finding, lang)), ("tui.finding-mend", mend_of(finding, lang))):
            if text:
                yield Content()
                yield Content(say(self, title)).stylize("bold $primary")
                yield from hang(Content(text), width, Content())
        page = page_of(finding)
        if page:
            yield Content()
            yield Content(say(self, "tui.finding-page")).stylize("bold $primary")
            yield from hang(Content(page).stylize("$dim"), width, Content())


def _changes(before: str, after: str, width: int) -> Iterator[Content]:
    """The lines that would change, as they are and as they would be."""
    changed = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line.startswith(("- ", "+ "))]
    margin = min((len(line[2:]) - len(line[2:].lstrip(" ")) for line in changed), default=0)
    for line in changed:
        tone = _CHANGES[line[0]]
        yield from hang(
            Content(line[2 + margin :]).stylize(tone), width, Content(f"{line[0]} ").stylize(f"bold {tone}")
        )
