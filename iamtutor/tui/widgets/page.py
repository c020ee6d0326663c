"""What a text pane shows: blocks that exist in both languages, each set for one language at one width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.cells import shorten, shorten_middle
from iamtutor.tui.widgets.policy_paint import painted
from iamtutor.tui.widgets.typeset import hang, typeset, wrap
from iamtutor.words import Bilingual, Lang, say


class Block(Protocol):
    """A stretch of the page. A `shared` one reads the same in both languages and is shown once."""

    @property
    def shared(self) -> bool:
        """Whether it reads the same in both languages."""
        ...

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The lines for one language, none wider than `width` cells."""
        ...


def _framed(text: str, width: int, bar: Content) -> list[Content]:
    """The lines of a policy behind a bar; long ones wrap below their own indentation."""
    lines: list[Content] = []
    for line in painted(text):
        indent = Content(" " * (len(line.plain) - len(line.plain.lstrip(" ")) + 2))
        lines.extend(hang(line, width, bar, bar + indent) if line.cell_length > width - 2 else [bar + line])
    return lines


def _click(action: str) -> Style:
    return Style.from_meta({"@click": action})


@dataclass(frozen=True)
class Title:
    """The name of the page."""

    text: Bilingual
    note: Bilingual | None = None
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The title, with its note dim below."""
        title = [line.stylize("bold $accent") for line in wrap(Content(self.text.text(lang)), width)]
        if self.note is None:
            return title
        return [*title, *(line.stylize("$dim") for line in wrap(Content(self.note.text(lang)), width))]


@dataclass(frozen=True)
class Prose:
    """Markdown."""

    text: Bilingual
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The text, set."""
        return typeset(self.text.text(lang), width)


@dataclass(frozen=True)
class Box:
    """A note set off by a bar and a title; `tone` is the colour of both."""

    title: Bilingual
    text: Bilingual
    tone: str = "$secondary"
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Title and text behind a bar."""
        bar = Content("▌ ").stylize(self.tone)
        title = [line.stylize(f"bold {self.tone}") for line in wrap(Content(self.title.text(lang)), width - 2)]
        return [bar + line for line in (*title, *typeset(self.text.text(lang), width - 2))]


@dataclass(frozen=True)
class Policy:
    """A policy, coloured by meaning; a click or Enter puts it into the editor."""

    key: str
    slot: str
    text: str
    broken: bool = False
    shared: bool = True

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """A caption and the policy behind a thin line."""
        caption = shorten(f"{self.slot}.json", max(8, width - 16))
        label = f"→ {say(MESSAGES, 'tui.editor-load', lang)}"
        gap = max(1, width - cell_len(caption) - cell_len(label) - 2)
        click = _click(f"load('{self.key}')")
        head = Content.assemble(
            ("┌ ", "$line-strong"), (caption, "bold $dim"), " " * gap, (label, "$primary underline")
        ).stylize(click)
        bar = Content("│ ").stylize("$line-strong")
        return [head, *_framed(self.text, width, bar)]


@dataclass(frozen=True)
class Exhibit:
    """A policy that is there and is not to be changed, under the name of its layer."""

    layer: Bilingual
    name: str
    text: str
    shared: bool = True

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """A caption and the policy behind a thin line."""
        caption = shorten(f"{self.name}  {self.layer.text(lang)}", width - 2)
        head = Content.assemble(("┌ ", "$line"), (caption, "$dim"))
        bar = Content("│ ").stylize("$line")
        return [head, *_framed(self.text, width, bar)]


@dataclass(frozen=True)
class Asked:
    """One request on a page and how it came out: `verdict` None while it has not been decided."""

    id: str
    caller: str
    action: str
    resource: str
    context: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    verdict: str | None = None
    as_expected: bool | None = None


@dataclass(frozen=True)
class Requests:
    """Requests that run against the policies before them."""

    asked: tuple[Asked, ...]
    shared: bool = True

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Two lines a request: who does what, on what; the verdict at the right in words."""
        found: list[Content] = []
        for one in self.asked:
            verdict = say(MESSAGES, f"tui.verdict-{one.verdict}", lang) if one.verdict else ""
            mark, tone = ("▸", "$dim") if one.verdict is None else _marked(one.verdict)
            room = width - cell_len(verdict) - 3
            head = shorten(f"{one.caller}  {one.action}", room)
            gap = " " * max(1, width - 2 - cell_len(head) - cell_len(verdict))
            found.append(Content.assemble((f"{mark} ", tone), (head, "bold"), gap, (verdict, tone)))
            found.append(Content("  " + shorten_middle(one.resource, width - 2)).stylize("$dim"))
            for key, value in one.context.items():
                text = value if isinstance(value, str) else ", ".join(value)
                found.append(Content(shorten(f"  {key} = {text}", width)).stylize("$dim"))
        return found


def _marked(verdict: str) -> tuple[str, str]:
    return ("✓", "$allow") if verdict == "Allowed" else ("✗", "$deny")


@dataclass(frozen=True)
class Drawing:
    """A diagram in text, one for each language. It is never cut: a page makes room for its `width`."""

    ko: tuple[str, ...]
    en: tuple[str, ...]
    shared: bool = False

    @property
    def width(self) -> int:
        """The cells that the wider of the two takes."""
        return max(map(cell_len, (*self.ko, *self.en)), default=0)

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The drawing as it is, whatever the width."""
        return [Content(line).stylize("$string") for line in (self.ko if lang == "ko" else self.en)]


@dataclass(frozen=True)
class Code:
    """A fence to be looked at."""

    text: str
    shared: bool = True

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The code, indented; long lines wrap below their own indentation."""
        found: list[Content] = []
        for line in self.text.split("\n"):
            rest = Content(" " * (len(line) - len(line.lstrip(" ")) + 4))
            found.extend(hang(Content(line).stylize("$string"), width, Content("  "), rest))
        return found


@dataclass(frozen=True)
class Option:
    """One answer of a question on the page; `why` is shown once the question is answered."""

    text: Bilingual
    right: bool
    why: Bilingual


@dataclass(frozen=True)
class Question:
    """A question to stop at. `picked` is the answer given; then every option says why."""

    key: str
    prompt: Bilingual
    options: tuple[Option, ...]
    explain: Bilingual
    picked: int | None = None
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Prompt and numbered options, each to be clicked; after an answer the reasons."""
        bar = Content("▌ ").stylize("$key")
        inner = width - 2
        found = [
            Content(say(MESSAGES, "tui.question", lang)).stylize("bold $key"),
            *typeset(self.prompt.text(lang), inner),
        ]
        found.append(Content())
        for number, option in enumerate(self.options, 1):
            found.extend(self._option(number, option, lang, inner))
        if self.picked is not None:
            found.extend((Content(), *typeset(self.explain.text(lang), inner)))
        return [bar + line for line in found]

    def _option(self, number: int, option: Option, lang: Lang, width: int) -> list[Content]:
        text = Content(option.text.text(lang))
        if self.picked is None:
            first = Content(f"{number}  ").stylize("bold $accent")
            return [line.stylize(_click(f"pick('{self.key}', {number - 1})")) for line in hang(text, width, first)]
        mark, tone = ("✓", "$allow") if option.right else ("✗", "$deny")
        weight = "bold " if self.picked == number - 1 else ""
        lines = hang(text.stylize(weight + tone if weight else tone), width, Content(f"{mark}  ").stylize(tone))
        return [*lines, *hang(Content(option.why.text(lang)).stylize("$dim"), width, Content("   "))]
