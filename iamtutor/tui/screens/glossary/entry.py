"""One entry of the glossary: names, meaning in both languages, where AWS says so, and the lesson about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.typeset import hang, inline, wrap
from iamtutor.words import Bilingual, Lang

if TYPE_CHECKING:
    from iamtutor.course import Term


class TermEntry(Lines, can_focus=False):
    """The term in hand."""

    def __init__(self) -> None:
        super().__init__(id="entry")
        self._term: Term | None = None
        self._lesson: Bilingual | None = None

    def show(self, term: Term | None, lesson: Bilingual | None) -> None:
        """Show a term, and the title of the lesson's step about it."""
        self._term = term
        self._lesson = lesson
        self.lines_changed()
        self.scroll_to(y=0, animate=False, force=True)

    def set_lines(self, width: int) -> Sequence[Content]:
        """The entry at this width."""
        term = self._term
        if term is None:
            return wrap(Content(say(self, "tui.glossary-none")).stylize("$dim"), width)
        lang = lang_of(self)
        other: Lang = "en" if lang == "ko" else "ko"
        lines = [*self._names(term, lang, width), Content(), *wrap(inline(term.means.text(lang)), width)]
        if self._lesson is not None:
            link = Content.assemble((f"→ {say(self, 'tui.glossary-lesson')}", "$primary underline"))
            title = Content(f"  {self._lesson.text(lang)}")
            lines.extend(
                (Content(), *hang((link + title).stylize(Style.from_meta({"@click": "screen.go"})), width, Content()))
            )
        lines.append(Content("─" * width).stylize("$line"))
        lines.extend(line.stylize_before("$dim") for line in self._names(term, other, width))
        lines.extend(line.stylize_before("$dim") for line in wrap(inline(term.means.text(other)), width))
        source = say(self, "tui.glossary-source", title=term.source.title.text(lang), day=term.source.read)
        lines.append(Content())
        lines.extend(wrap(Content(source).stylize("$faint"), width))
        lines.extend(wrap(Content(term.source.url).stylize("$faint"), width))
        return lines

    def _names(self, term: Term, lang: Lang, width: int) -> Iterator[Content]:
        first, *also = term.names(lang)
        tone = "bold $accent" if lang == lang_of(self) else "bold"
        yield from wrap(Content(first).stylize(tone), width)
        if also:
            yield from wrap(Content(say(self, "tui.glossary-also", names=", ".join(also))).stylize("$faint"), width)
