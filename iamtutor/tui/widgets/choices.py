"""Options to choose from, by number, by arrow and Enter, or by a click; afterwards every option says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.policy_paint import painted_code
from iamtutor.tui.widgets.typeset import hang, inline
from iamtutor.words import Bilingual

GAP = 2
Way = Literal["one", "several", "sequence"]


@dataclass(frozen=True)
class Choice:
    """One option; `is_code` keeps its lines and colours it as policy, below `title` where it has one."""

    id: str
    label: Bilingual
    is_code: bool = False
    title: str = ""


@dataclass(frozen=True)
class Verdict:
    """What was right: the ids (in their order, where that counts), and a reason for each option that has one."""

    right: tuple[str, ...]
    reasons: Mapping[str, Bilingual] = field(default_factory=dict)


class Choices(Lines):
    """One list of options. It keeps what is picked; whether that is right is for others to say (`reveal`)."""

    DEFAULT_CSS = """
    Choices { height: auto; overflow: hidden; }
    """
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up,k,ㅏ", "move_row(-1)", show=False),
        Binding("down,j,ㅓ", "move_row(1)", show=False),
        Binding("space", "pick_in_hand", show=False),
        Binding("backspace", "take_back", show=False),
        Binding("1", "pick_number(1)", show=False, id="pick"),
        *(Binding(str(number), f"pick_number({number})", show=False) for number in range(2, 10)),
    ]

    @dataclass
    class Picked(Message):
        """What is picked has changed."""

        choices: Choices

        @property
        def control(self) -> Choices:
            """The list that sent this."""
            return self.choices

    def __init__(self, *, id: str | None = None, flowing: str = "", beside: Sequence[str] = ()) -> None:  # noqa: A002 - Textual's name
        """With `flowing`, a message id, short options stand beside each other after that label.

        `beside` are the labels of other lists with which its options are to stand level.
        """
        super().__init__(id=id)
        self._flowing = flowing
        self._beside = tuple(beside)
        self._cells: list[tuple[int, int, int]] = []
        self._columns = 1
        self._choices: tuple[Choice, ...] = ()
        self._way: Way = "one"
        self._verdict: Verdict | None = None
        self._starts: list[int] = []
        self.cursor = 0
        self.picked: tuple[str, ...] = ()

    def show(self, choices: Sequence[Choice], way: Way, picked: tuple[str, ...] = ()) -> None:
        """Offer these options."""
        self._choices = tuple(choices)
        self._way = way
        self._verdict = None
        self.picked = picked
        self.cursor = 0
        self.display = bool(choices)
        self.lines_changed()

    def reveal(self, verdict: Verdict | None) -> None:
        """Say what was right, with the reasons; None offers the options again."""
        self._verdict = verdict
        self.lines_changed()

    def say_again(self) -> None:
        """Say the options in the language chosen now."""
        self.lines_changed()

    def pick(self, index: int) -> None:
        """Pick the option at an index; where several may be picked, a second time takes it back."""
        if self._verdict is not None or not 0 <= index < len(self._choices):
            return
        chosen = self._choices[index].id
        self.cursor = index
        if self._way == "one":
            self.picked = (chosen,)
        elif chosen in self.picked:
            self.picked = tuple(each for each in self.picked if each != chosen)
        else:
            self.picked = (*self.picked, chosen)
        self.lines_changed()
        self.post_message(self.Picked(self))

    def action_move(self, by: int) -> None:
        """Move to another option."""
        if self._choices:
            self.cursor = (self.cursor + by) % len(self._choices)
            self.lines_changed()
            if not self._flowing and isinstance(self.parent, Widget):
                top = self.virtual_region.y + self._starts[self.cursor]
                self.parent.scroll_to_region(Region(0, top, 1, 3), animate=False)

    def action_move_row(self, by: int) -> None:
        """Move to the option above or below; where they stand beside each other, not beyond the first or last row."""
        if not self._flowing:
            self.action_move(by)
        elif 0 <= self.cursor + by * self._columns < len(self._choices):
            self.action_move(by * self._columns)

    def action_pick_in_hand(self) -> None:
        """Pick the option in hand."""
        self.pick(self.cursor)

    def action_pick_number(self, number: int) -> None:
        """Pick an option by its number, from 1."""
        self.pick(number - 1)

    def action_take_back(self) -> None:
        """Take back what was picked last."""
        if self.picked and self._verdict is None:
            self.picked = self.picked[:-1]
            self.lines_changed()
            self.post_message(self.Picked(self))

    def on_click(self, event: events.Click) -> None:
        """A click picks."""
        if self.is_selected:
            return
        x, y = event.get_content_offset_capture(self)
        if self._flowing:
            hits = (i for i, (line, start, end) in enumerate(self._cells) if line == y and start <= x < end)
            index = next(hits, -1)
        else:
            index = max((i for i, start in enumerate(self._starts) if start <= y), default=-1)
        self.focus()
        self.pick(index)

    def set_lines(self, width: int) -> Sequence[Content]:
        """Every option with its number, its mark, and its reason once that may be said."""
        if self._flowing:
            return self._flow(width)
        lines: list[Content] = []
        self._starts = []
        for index, choice in enumerate(self._choices):
            self._starts.append(len(lines))
            lines.extend(self._option(index, choice, width))
        return lines

    def _option(self, index: int, choice: Choice, width: int) -> list[Content]:
        lead, tone = self._lead(index, choice)
        in_hand = self._verdict is None and index == self.cursor and self.has_focus
        gutter = Content("▎" if in_hand else " ").stylize("$accent")
        first = gutter + lead
        rest = gutter + Content(" " * lead.cell_length)
        lang = lang_of(self)
        inner = width - 2
        if choice.is_code:
            title = [Content(choice.title).stylize("bold $dim")] if choice.title else []
            code = [*title, *painted_code(choice.label.text(lang))]
            body = [
                line
                for number, part in enumerate(code)
                for line in hang(part, inner, first if number == 0 else rest, rest + Content(_indent(part)))
            ]
        else:
            label = inline(choice.label.text(lang))
            body = hang(label.stylize_before(tone) if tone else label, inner, first, rest)
        if self._verdict is not None and choice.id in self._verdict.reasons:
            reason = inline(self._verdict.reasons[choice.id].text(lang)).stylize_before("$dim")
            body = [*body, *hang(reason, inner, rest, rest)]
        backing = "on $panel" if in_hand or (self._verdict is None and choice.id in self.picked) else ""
        backing = backing or "on $surface"
        lines = [line.pad_right(max(0, width - line.cell_length)) for line in body]
        return [*(line.stylize_before(backing) for line in lines), Content()]

    def _flow(self, width: int) -> list[Content]:
        """Options beside each other in even columns, in as few rows as fit."""
        level = max(cell_len(say(self, each)) for each in (self._flowing, *self._beside))
        label = Content(f"  {fit(say(self, self._flowing), level)}  ").stylize("$dim")
        cells = [self._cell(index, choice) for index, choice in enumerate(self._choices)]
        columns = _columns([cell.cell_length for cell in cells], width - label.cell_length)
        lines: list[Content] = []
        self._cells, self._columns = [], len(columns)
        for index, cell in enumerate(cells):
            if index % len(columns) == 0:
                lines.append(label if index == 0 else Content(" " * label.cell_length))
            start = lines[-1].cell_length
            self._cells.append((len(lines) - 1, start, start + cell.cell_length))
            lines[-1] = lines[-1] + cell.pad_right(columns[index % len(columns)] - cell.cell_length + GAP)
        return [line.truncate(width) for line in lines]

    def _cell(self, index: int, choice: Choice) -> Content:
        lead, tone = self._lead(index, choice)
        cell = lead + Content(choice.label.text(lang_of(self))).stylize(tone)
        in_hand = self._verdict is None and index == self.cursor and self.has_focus
        return cell.stylize_before("on $panel") if in_hand else cell

    def _lead(self, index: int, choice: Choice) -> tuple[Content, str]:
        """Number and mark before an option, and the tone of its text."""
        number = Content(f"{index + 1} ").stylize("bold $accent")
        mine = choice.id in self.picked
        if self._verdict is None:
            return number + self._mark(choice, mine), "bold" if mine else ""
        right = choice.id in self._verdict.right
        if self._way == "sequence":
            place = self._verdict.right.index(choice.id) + 1 if right else 0
            good = mine and self.picked.index(choice.id) + 1 == place
            return Content.assemble((f"{place} ", "bold"), ("✓ " if good else "✗ ", "$allow" if good else "$deny")), ""
        mark, tone = ("✓ ", "$allow") if right else ("✗ ", "$deny" if mine else "$faint")
        pointer = Content("▸ " if mine else "  ").stylize("bold $accent")
        return pointer + Content(mark).stylize(f"bold {tone}"), f"bold {tone}" if right or mine else "$dim"

    def _mark(self, choice: Choice, mine: bool) -> Content:
        if self._way == "sequence":
            place = str(self.picked.index(choice.id) + 1) if mine else "·"
            return Content(f"[{place}] ").stylize("$primary" if mine else "$faint")
        on, off = ("◉ ", "○ ") if self._way == "one" else ("☒ ", "☐ ")
        return Content(on if mine else off).stylize("$primary" if mine else "$faint")

    def on_focus(self) -> None:
        """The option in hand stands out."""
        self.lines_changed()

    def on_blur(self) -> None:
        """No option is in hand."""
        self.lines_changed()


def _columns(cells: Sequence[int], width: int) -> list[int]:
    """The widths of the columns, filled row by row, of the fewest rows that fit."""
    for rows in range(1, len(cells) + 1):
        count = -(-len(cells) // rows)
        widths = [max(cells[column::count]) for column in range(count)]
        if sum(widths) + GAP * (count - 1) <= width:
            return widths
    return [max(cells)] if cells else [0]


def _indent(line: Content) -> str:
    return " " * (len(line.plain) - len(line.plain.lstrip(" ")) + 2)
