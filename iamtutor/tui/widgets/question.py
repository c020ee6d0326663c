"""A question on a page, answered in place: options of every kind, and after the answer why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.page import Act, Block
from iamtutor.tui.widgets.policy_paint import painted_code
from iamtutor.tui.widgets.typeset import hang, inline, typeset, wrap
from iamtutor.words import Bilingual, Lang, say

_SPACE = Content("  ")


@dataclass(frozen=True)
class Option:
    """One answer to pick; `is_code` keeps its lines and colours it as policy."""

    id: str
    text: Bilingual
    is_code: bool = False


@dataclass(frozen=True)
class Judged:
    """What was right, and a reason for each option that has one."""

    correct: bool
    right: tuple[str, ...]
    reasons: tuple[tuple[str, Bilingual], ...] = ()


@dataclass(frozen=True)
class Question:
    """A question to stop at.

    `way` is one, several, sequence or text; `second` are the options of a second part that is asked with the first.
    `about` shows what it is about, `picked` what was answered so far; `judged` comes once that is an answer.
    """

    key: str
    prompt: Bilingual
    way: str
    options: tuple[Option, ...]
    explain: Bilingual
    source: Bilingual
    second: tuple[Option, ...] = ()
    about: tuple[Block, ...] = ()
    blank: Bilingual | None = None
    picked: tuple[str, ...] = ()
    judged: Judged | None = None
    shared: bool = False

    @property
    def open_options(self) -> tuple[Option, ...]:
        """The options that a number picks now: the second part's once the first is answered."""
        if self.judged is not None:
            return ()
        first_done = any(option.id in self.picked for option in self.options)
        return self.second if self.second and first_done else self.options

    @property
    def can_confirm(self) -> bool:
        """Whether what was picked can be given as an answer: where more than one thing is picked, nothing else says so."""
        if self.judged is not None or not self.picked:
            return False
        return self.way == "several" or (self.way == "sequence" and len(self.picked) == len(self.options))

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Prompt and numbered options, each to be clicked; after an answer the reasons."""
        bar = Content("▌ ").stylize("$key")
        inner = width - 2
        found = [Content(say(MESSAGES, "tui.question", lang)).stylize("bold $key")]
        found.extend(typeset(self.prompt.text(lang), inner))
        for block in self.about:
            found.extend((Content(), *block.lines(lang, inner)))
        if self.blank is not None:
            found.extend((Content(), *(_SPACE + line for line in painted_code(self._filled(self.blank.text(lang))))))
        if self.options:
            found.extend((Content(), *self._options(self.options, lang, inner)))
        if self.second:
            found.append(Content())
            found.append(Content(say(MESSAGES, "tui.question-layer", lang)).stylize("bold $dim"))
            found.extend(self._options(self.second, lang, inner))
        found.extend(self._ending(lang, inner))
        return [bar + line for line in found]

    def _filled(self, blank: str) -> str:
        return blank.replace("____", self.picked[0]) if self.picked else blank

    def _options(self, options: Sequence[Option], lang: Lang, width: int) -> Iterator[Content]:
        if self.way == "one" and (self.second or self.about) and not any(option.is_code for option in options):
            yield from self._flow(options, lang, width)
            return
        for number, option in enumerate(options, 1):
            yield from self._option(number, option, lang, width)

    def _flow(self, options: Sequence[Option], lang: Lang, width: int) -> Iterator[Content]:
        """Short options beside each other, in as many lines as they need."""
        line = Content()
        for number, option in enumerate(options, 1):
            lead, tone = self._lead(number, option, options)
            cell = (lead + Content(option.text.text(lang)).stylize(tone)).stylize(self._act(option).style)
            if line.plain and line.cell_length + 3 + cell.cell_length > width:
                yield line
                line = Content()
            line = line + Content("   ") + cell if line.plain else cell
        yield line

    def _option(self, number: int, option: Option, lang: Lang, width: int) -> list[Content]:
        lead, tone = self._lead(number, option, self.options)
        rest = Content(" " * lead.cell_length)
        if option.is_code:
            body = [
                line
                for at, part in enumerate(painted_code(option.text.text(lang)))
                for line in hang(part, width, rest if at else lead, rest + _SPACE)
            ]
        else:
            body = hang(inline(option.text.text(lang)).stylize_before(tone), width, lead)
        if self.judged is None:
            return [line.stylize(self._act(option).style) for line in body]
        why = dict(self.judged.reasons).get(option.id)
        return body if why is None else [*body, *hang(inline(why.text(lang)).stylize_before("$dim"), width, rest)]

    def _act(self, option: Option) -> Act:
        return Act("pick", self.key, option.id)

    def _lead(self, number: int, option: Option, options: Sequence[Option]) -> tuple[Content, str]:
        """Number and mark before an option, and the tone of its text."""
        mine = option.id in self.picked
        if self.judged is None:
            live = options == self.open_options
            shown = Content(f"{number} ").stylize("bold $accent" if live else "$faint")
            mark = self._open_mark(option, mine)
            return shown + Content(mark).stylize("$primary" if mine else "$faint"), "bold" if mine else ""
        if self.way == "sequence":
            place = self.judged.right.index(option.id) + 1
            good = mine and self.picked.index(option.id) + 1 == place
            return Content.assemble((f"{place} ", "bold"), ("✓ " if good else "✗ ", "$allow" if good else "$deny")), ""
        right = option.id in self.judged.right
        mark, tone = ("✓ ", "$allow") if right else ("✗ ", "$deny" if mine else "$faint")
        pointer = Content("▸ " if mine else "  ").stylize("bold $accent")
        return pointer + Content(mark).stylize(f"bold {tone}"), f"bold {tone}" if mine else tone if right else "$dim"

    def _open_mark(self, option: Option, mine: bool) -> str:
        if self.way == "sequence":
            return f"[{self.picked.index(option.id) + 1}] " if mine else "[·] "
        on, off = ("☒ ", "☐ ") if self.way == "several" else ("◉ ", "○ ")
        return on if mine else off

    def _ending(self, lang: Lang, width: int) -> Iterator[Content]:
        """What to do, or after the answer whether it is right, and why."""
        if self.judged is None:
            label = say(MESSAGES, "tui.question-type" if self.way == "text" else "tui.question-confirm", lang)
            if self.way == "text" or self.can_confirm:
                act = Act("type" if self.way == "text" else "confirm", self.key)
                yield Content()
                yield Content(f"→ {label}").stylize("$primary underline").stylize(act.style)
            else:
                yield Content()
                yield from wrap(Content(say(MESSAGES, f"tui.question-{self.way}", lang)).stylize("$faint"), width)
            return
        good = self.judged.correct
        tone = "$allow" if good else "$deny"
        said = f"{'✓' if good else '✗'} {say(MESSAGES, 'tui.right' if good else 'tui.wrong', lang)}"
        if self.way == "text" and not good:
            said += "  " + say(MESSAGES, "tui.answer-is", lang, answer=", ".join(self.judged.right))
        yield Content()
        yield from wrap(Content(said).stylize(f"bold {tone}"), width)
        yield from typeset(self.explain.text(lang), width)
        source = say(MESSAGES, "tui.quiz-read-on", lang, title=self.source.text(lang))
        yield from wrap(Content(source).stylize("$faint"), width)
