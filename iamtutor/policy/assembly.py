"""Assembling the tree: every value and every comma, colon and bracket put where it belongs.

Strict in what is reported, tolerant in what is understood. It never recurses, looks ahead a few lexemes at most, and
reports one finding for one mistake: what a mistake swallowed (the comma in a string that was left open, the bracket
behind it) is not reported again.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from iamtutor.policy import tokens
from iamtutor.policy.finding import Lines, Span
from iamtutor.policy.frame import Frame, State
from iamtutor.policy.mistakes import Mistakes
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import MAX_DEPTH, Member, Node, NodeKind

# Looked up once: reaching a member of an enumeration takes ten times as long as a name of the module.
_COLON: Final = State.COLON
_COMMA: Final = State.COMMA
_FIRST: Final = State.FIRST
_NEXT: Final = State.NEXT
_VALUE: Final = State.VALUE
_ARRAY: Final = NodeKind.ARRAY
_OBJECT: Final = NodeKind.OBJECT
_STRING: Final = NodeKind.STRING
_CLOSERS: Final = {_OBJECT: "}", _ARRAY: "]"}


class Assembly(Mistakes):
    """A tree in the making: the root, the open containers, where in the lexemes it stands, and what was wrong."""

    def __init__(self, text: str, lines: Lines) -> None:
        super().__init__(text, lines)
        self.lexemes = tokens.lexemes(text)
        self.at = 0
        self.root: Node | None = None
        self.finished = False
        self.swallowed = 0
        self._strayed = False
        self._balance: int | None = None

    def open(self, node: Node) -> None:
        """A bracket that opens a container."""
        if len(self.frames) >= MAX_DEPTH:
            self.report("json.too-deep", node.start, node.end, limit=MAX_DEPTH)
            for each in (node, *(frame.node for frame in self.frames)):
                each.broken = True
            self._skip_container()
            node.end = self.lexemes[self.at - 1][2]
            self.place(node)
            return
        node.items, node.members = [], []
        self.place(node)
        if not self.finished:
            self.frames.append(Frame(node))

    def _skip_container(self) -> None:
        """Go behind the bracket that closes the container just opened, without reading it."""
        depth = 1
        while depth:
            kind = self.lexemes[self.at][0]
            if kind == tokens.END:
                self.swallowed += len(self.frames)
                return
            if kind in (tokens.OPEN_OBJECT, tokens.OPEN_ARRAY):
                depth += 1
            elif kind in (tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY):
                depth -= 1
            self.at += 1

    def place(self, node: Node) -> None:
        """Put a value where the innermost container waits for one."""
        if not self.frames:
            self._place_root(node)
            return
        frame = self.frames[-1]
        state = frame.state
        if not frame.is_object:
            if state is _COMMA and not frame.lenient and not self._is_name(node):
                self._missing_comma(frame.node.items[-1])
            frame.lenient = False
            frame.node.items.append(node)
            frame.state = _COMMA
        elif state is _VALUE and (not self._is_name(node) or self._is_before_name(skip=1)):
            assert frame.member is not None
            frame.member.value = node
            frame.state = _COMMA
        elif node.kind is _STRING and state <= _NEXT and not self._belongs_to_list(frame):
            self._name(frame, node)
        else:
            self._place_oddly(frame, node)

    def _place_root(self, node: Node) -> None:
        if self.root is not None:
            self.report("json.two-values", node.start, node.end)
            self.finished = True
        elif self._is_name(node):
            self.report("json.missing-braces", node.start, node.end, name=excerpt(node.text))
            self.root = self._open_unseen(node)
        else:
            self.root = node
            node.broken = node.broken or self._strayed

    def _open_unseen(self, name: Node) -> Node:
        """Open an object whose brace was forgotten, with its first name."""
        opened = Node(_OBJECT, name.start, name.end, broken=True)
        opened.items, opened.members = [], []
        self.frames.append(Frame(opened))
        self._name(self.frames[-1], name)
        return opened

    def _is_name(self, node: Node) -> bool:
        """Whether a colon follows a string: then it is a name, whatever was expected."""
        return node.kind is _STRING and self.lexemes[self.at][0] == tokens.COLON

    def _is_before_name(self, skip: int = 0) -> bool:
        """Whether a name with its colon comes next, or behind so many lexemes."""
        after = [lexeme[0] for lexeme in self.lexemes[self.at + skip : self.at + skip + 2]]
        return len(after) == 2 and after[0] in tokens.STRING_KINDS and after[1] == tokens.COLON

    def _belongs_to_list(self, frame: Frame) -> bool:
        """Whether a string where a name should stand rather continues a list that lacks its brackets."""
        follows = self.lexemes[self.at][0]
        if frame.member is None or frame.state is not _NEXT:
            return False
        return follows == tokens.COMMA or (frame.listing and follows != tokens.COLON)

    def _name(self, frame: Frame, node: Node) -> None:
        member = Member(node)
        first = frame.names.setdefault(node.text, node.start)
        if first != node.start:
            member.duplicate = True
            line = self.lines.position(first).line
            self.report("json.duplicate-key", node.start, node.end, name=excerpt(node.text), line=line)
        frame.node.members.append(member)
        frame.member = member
        frame.mark = (node.start, node.end)
        frame.state = _COLON
        frame.lenient = frame.listing = False

    def _place_oddly(self, frame: Frame, node: Node) -> None:
        """A value in an object that waits for something else: find out what is missing."""
        parent = self.frames[-2] if len(self.frames) > 1 else None
        waits_for_name = frame.state in (_FIRST, _NEXT, _COMMA)
        if waits_for_name and node.kind is _OBJECT and parent and not parent.is_object:
            self._unclosed(frame, node.start)
            parent.state = _NEXT
            self.place(node)
        elif frame.state is _COLON and not self._is_name(node):
            self._report_strictly(frame, "json.missing-colon", Span(*frame.mark))
            self._set_value(frame, node)
        elif frame.state in (_COLON, _VALUE):
            self._missing_value(frame)
            self._name(frame, node)
        elif node.kind is _STRING and self._is_name(node):
            if not frame.lenient:
                self._missing_comma(frame.member.value if frame.member else None)
            self._name(frame, node)
        elif node.kind is _STRING and frame.state is _COMMA and self._on_line_of(frame, node):
            self._missing_list(frame, node)
        elif node.kind is _STRING and frame.state is _COMMA:
            if not frame.lenient:
                self._missing_comma(frame.member.value if frame.member else None)
            self._name(frame, node)
        elif node.kind is _STRING:
            self._missing_list(frame, node)
        else:
            self._report_strictly(frame, "json.missing-name", Span(node.start, node.start + 1))
            frame.node.broken = True
            frame.state = _COMMA

    def _set_value(self, frame: Frame, node: Node) -> None:
        assert frame.member is not None
        frame.member.value = node
        frame.state = _COMMA
        frame.lenient = False

    def _on_line_of(self, frame: Frame, node: Node) -> bool:
        member = frame.member
        return bool(member and member.value and node.start < self.line_end(member.value.end))

    def _missing_list(self, frame: Frame, node: Node) -> None:
        """Several values after one name, without the brackets of a list."""
        if not frame.listing:
            self._report_strictly(frame, "json.missing-list", node.span)
        if frame.member is not None and frame.member.value is not None:
            frame.member.value.broken = True
        frame.listing = True
        frame.state = _COMMA

    def comma(self, start: int, end: int) -> None:
        """A comma: an item has ended."""
        if not self.frames:
            self.stray(start, end)
            return
        frame = self.frames[-1]
        if frame.state <= _NEXT:
            self._report_strictly(frame, "json.extra-comma", Span(start, end))
        elif frame.state is not _COMMA:
            self._missing_value(frame)
        frame.mark = (start, end)
        frame.state = _NEXT
        frame.lenient = False

    def colon(self, start: int, end: int) -> None:
        """A colon: a name has ended."""
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            self.stray(start, end)
        elif frame.is_object and frame.state is _COLON:
            frame.state = _VALUE
            frame.mark = (start, end)
            frame.lenient = False
        elif not frame.is_object and frame.state is _COMMA and frame.node.items[-1].kind is _STRING:
            self._name_in_list(frame)
            inner = self.frames[-1]
            inner.state = _VALUE
            inner.mark = (start, end)
        elif frame.is_object and frame.state is _COMMA and self._is_before_name():
            self._report_strictly(frame, "json.unexpected", Span(start, end), found=":")
            frame.state = _NEXT
        else:
            self.unexpected(start, end)

    def _name_in_list(self, frame: Frame) -> None:
        """A name and a colon in a list: its bracket was not closed, or the statement's brace not opened."""
        name = frame.node.items.pop()
        parent = self.frames[-2] if len(self.frames) > 1 else None
        if frame.node.items and parent is not None and parent.is_object:
            self._unclosed(frame, frame.node.items[-1].end)
            self._name(parent, name)
            return
        self._report_strictly(frame, "json.name-in-list", name.span, name=excerpt(name.text))
        frame.node.items.append(self._open_unseen(name))

    def close(self, kind: NodeKind, start: int, end: int) -> None:
        """A bracket that closes a container of a kind."""
        if not self.frames:
            if self.root is None:
                self.unexpected(start, end)
            else:
                self.report("json.extra-bracket", start, end, found=self.text[start])
                self.finished = True
            return
        frame = self.frames[-1]
        if frame.node.kind is not kind:
            if self._closes_outer(kind):
                self._unclosed(frame, start)
                frame = self.frames[-1]
            else:
                expected = _CLOSERS[frame.node.kind]
                self.report("json.mismatched-bracket", start, end, found=self.text[start], expected=expected)
        if frame.state is _NEXT:
            self.report("json.trailing-comma", *frame.mark)
        elif frame.state in (_COLON, _VALUE):
            self._missing_value(frame)
        frame.node.end = end
        self.frames.pop()

    def _closes_outer(self, kind: NodeKind) -> bool:
        """Whether a bracket of the other kind is meant for the container outside, the inner one being unclosed.

        What follows tells: behind a list's end no name can come, and behind the outermost bracket nothing.
        """
        if len(self.frames) < 2 or self.frames[-2].node.kind is not kind:
            return False
        after = self.lexemes[self.at][0]
        if len(self.frames) == 2:
            return after == tokens.END or not self._is_balanced()
        if after != tokens.COMMA or not self._is_before_name(skip=1):
            return True
        return self.frames[-3].is_object and not self._is_balanced()

    def _is_balanced(self) -> bool:
        """Whether the text has as many closing as opening brackets: then a wrong one was typed and none forgotten."""
        if self._balance is None:
            kinds = Counter(lexeme[0] for lexeme in self.lexemes)
            opened = kinds[tokens.OPEN_OBJECT] + kinds[tokens.OPEN_ARRAY]
            self._balance = opened - kinds[tokens.CLOSE_OBJECT] - kinds[tokens.CLOSE_ARRAY]
        return self._balance == 0

    def _unclosed(self, frame: Frame, end: int) -> None:
        """Close a container whose bracket is missing."""
        if self.swallowed:
            self.swallowed -= 1
        elif not frame.node.broken:
            start = frame.node.start
            self.report("json.unterminated", start, start + 1, closers=_CLOSERS[frame.node.kind])
        frame.node.broken = True
        frame.node.end = end
        self.frames.pop()

    def close_at_end(self) -> None:
        """Close what is still open where the text ends."""
        last = max((lexeme[2] for lexeme in self.lexemes[-2:-1]), default=0)
        forgotten = len(self.frames) == 1 and self.frames[0].node.broken
        if self.frames and not self.finished and not self.swallowed and not forgotten:
            start = self.frames[-1].node.start
            closers = "".join(_CLOSERS[frame.node.kind] for frame in reversed(self.frames))
            self.report("json.unterminated", start, start + 1, closers=excerpt(closers))
        for frame in self.frames:
            frame.node.broken = True
            frame.node.end = last
        if self.root is None and not self.findings:
            self.report("json.empty", 0, min(1, len(self.text)))

    def stray(self, start: int, end: int) -> None:
        """Something outside all brackets that is no value."""
        if self.root is None:
            self.unexpected(start, end)
        else:
            self.report("json.two-values", start, end)
            self.finished = True

    def unexpected(self, start: int, end: int) -> None:
        """Something that no container can use here."""
        found = excerpt(self.text[start:end])
        if not self.frames:
            if not self._strayed:
                self.report("json.unexpected", start, end, found=found)
            self._strayed = True
            return
        frame = self.frames[-1]
        self._report_strictly(frame, "json.unexpected", Span(start, end), found=found)
        if frame.member is not None and frame.member.value is not None:
            frame.member.value.broken = True
        self._skip_line_to_comma(start)

    def _skip_line_to_comma(self, start: int) -> None:
        self.end_of_value(start, start)
        kind, next_start, _ = self.lexemes[self.at]
        if kind in tokens.STRING_KINDS and next_start < self.line_end(start):
            self.at += 1

    def end_of_value(self, start: int, end: int) -> int:
        """Take the lexemes up to the next comma or bracket of this line; the end of the last one."""
        line_end = self.line_end(start)
        while True:
            kind, next_start, next_end = self.lexemes[self.at]
            if kind not in (tokens.WORD, tokens.COLON, tokens.NUMBER, tokens.LITERAL) or next_start >= line_end:
                return end
            end = next_end
            self.at += 1

    def _missing_comma(self, previous: Node | None) -> None:
        if previous is not None:
            self.report("json.missing-comma", previous.end - 1, previous.end)

    def _missing_value(self, frame: Frame) -> None:
        if not frame.listing:
            name = excerpt(frame.member.key.text) if frame.member else ""
            self._report_strictly(frame, "json.missing-value", Span(*frame.mark), name=name)
