"""What a text pane shows: blocks that exist in both languages, each set for one language at one width."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.cells import shorten, shorten_middle
from iamtutor.tui.widgets.policy_paint import painted
from iamtutor.tui.widgets.term_marks import Terms
from iamtutor.tui.widgets.typeset import hang, inline, typeset, wrap
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


@dataclass(frozen=True)
class Act:
    """Something to do at a place of the page, by a click or by Enter once it is in hand: `kind` says what."""

    kind: Literal["load", "trace", "pick", "confirm", "type"]
    key: str
    option: str = ""

    @property
    def style(self) -> Style:
        """What marks the text that is to be clicked."""
        return Style.from_meta({"@click": f"act({self.kind!r}, {self.key!r}, {self.option!r})"})


def act_of(style: Style | str) -> Act | None:
    """What is done where text has this style."""
    click = style.meta.get("@click", "") if isinstance(style, Style) else ""
    return Act(*literal_eval(click[3:])) if click.startswith("act(") else None


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
    """Markdown; `terms` are the glossary's words in it."""

    text: Bilingual
    shared: bool = False
    terms: Terms | None = None

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The text, set."""
        return typeset(self.text.text(lang), width, self.terms.marks(lang) if self.terms else None)


@dataclass(frozen=True)
class Box:
    """A note set off by a bar and a title; `tone` is the colour of both."""

    title: Bilingual
    text: Bilingual
    tone: str = "$secondary"
    shared: bool = False
    terms: Terms | None = None

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Title and text behind a bar."""
        bar = Content("▌ ").stylize(self.tone)
        title = [line.stylize(f"bold {self.tone}") for line in wrap(Content(self.title.text(lang)), width - 2)]
        text = typeset(self.text.text(lang), width - 2, self.terms.marks(lang) if self.terms else None)
        return [bar + line for line in (*title, *text)]


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
        head = Content.assemble(
            ("┌ ", "$line-strong"), (caption, "bold $dim"), " " * gap, (label, "$primary underline")
        ).stylize(Act("load", self.key).style)
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
    """One request on a page and how it came out: `verdict` None while it has not been decided.

    `printed` is what it comes out as with the policies as the page has them, where that is something else.
    """

    id: str
    caller: str
    action: str
    resource: str
    context: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    verdict: str | None = None
    why: Bilingual | None = None
    printed: str | None = None


Basis = Literal["printed", "changed", "unread"]
"""The policies by which requests were decided: those of the page, the learner's, or the last that could be read."""


@dataclass(frozen=True)
class Requests:
    """Requests that run against the policies before them; with a `basis` they lead to their evaluation."""

    asked: tuple[Asked, ...]
    basis: Basis | None = None
    shared: bool = True

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """Two lines a request: who does what, on what; the verdict at the right in words."""
        if self.basis is None:
            return [line for each in self.asked for line in _request(each, lang, width)]
        bar = Content("│ ").stylize("$line-strong")
        found = [self._caption(self.basis, lang, width)]
        for each in self.asked:
            click = Act("trace", each.id).style
            found.extend((bar + line).stylize(click) for line in _request(each, lang, width - 2))
        return found

    def _caption(self, basis: Basis, lang: Lang, width: int) -> Content:
        tone = {"printed": "$dim", "changed": "bold $accent", "unread": "bold $deny"}[basis]
        mark = {"printed": "", "changed": "✎ ", "unread": "! "}[basis]
        label = f"→ {say(MESSAGES, 'tui.request-trace', lang)}"
        name = say(MESSAGES, "tui.request-caption", lang)
        note = shorten(mark + say(MESSAGES, f"tui.basis-{basis}", lang), width - cell_len(name + label) - 6)
        gap = " " * max(1, width - cell_len(name + note + label) - 4)
        return Content.assemble(
            ("┌ ", "$line-strong"), (f"{name}  ", "bold $dim"), (note, tone), gap, (label, "$primary underline")
        ).stylize(Act("trace", self.asked[0].id).style)


def _request(one: Asked, lang: Lang, width: int) -> list[Content]:
    verdict = say(MESSAGES, f"tui.verdict-{one.verdict}", lang) if one.verdict else ""
    mark, tone = ("▸", "$dim") if one.verdict is None else _marked(one.verdict)
    head = shorten(f"{one.caller}  {one.action}", width - cell_len(verdict) - 3)
    gap = " " * max(1, width - 2 - cell_len(head) - cell_len(verdict))
    found = [Content.assemble((f"{mark} ", tone), (head, "bold"), gap, (verdict, tone))]
    why = one.why.text(lang) if one.why is not None else ""
    room = width - 4 - cell_len(one.resource)
    if why and cell_len(why) <= room:
        found.append(Content(f"  {one.resource}{' ' * (room - cell_len(why) + 2)}{why}").stylize("$dim"))
    else:
        found.append(Content("  " + shorten_middle(one.resource, width - 2)).stylize("$dim"))
    for key, value in one.context.items():
        text = value if isinstance(value, str) else ", ".join(value)
        found.append(Content(shorten(f"  {key} = {text}", width)).stylize("$dim"))
    if one.printed is not None:
        was = say(MESSAGES, "tui.request-printed", lang, verdict=say(MESSAGES, f"tui.verdict-{one.printed}", lang))
        found.append(Content(shorten(f"  ↳ {was}", width)).stylize("$accent"))
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
class Invitation:
    """Something to try, in a line of its own."""

    text: Bilingual
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The invitation behind a pencil."""
        label = Content.assemble(("✎ ", "$accent"), (f"{say(MESSAGES, 'tui.try-this', lang)}  ", "bold $accent"))
        return hang(inline(self.text.text(lang)), width, label, Content("  "))
