"""The JSON parser: from lexemes to a tree, strict in what it reports, tolerant in what it understands.

It never recurses, looks ahead a few lexemes at most, and reports one finding for one mistake: what a mistake
swallowed (the comma in a string that was left open, the bracket behind it) is not reported again.
JSON is https://www.rfc-editor.org/rfc/rfc8259.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from typing import Final

from iamtutor.policy import tokens
from iamtutor.policy.finding import Argument, Finding, Lines, Span
from iamtutor.policy.strings import excerpt, unescape
from iamtutor.policy.tree import MAX_DEPTH, Member, Node, NodeKind, Path, Tree

MAX_FINDINGS: Final = 200
"""So many mistakes of JSON are listed; one more finding then says that there are others."""

_LINE_END: Final = re.compile(r"[\n\r]|\Z")
_LITERALS: Final = {"true": NodeKind.BOOLEAN, "false": NodeKind.BOOLEAN, "null": NodeKind.NULL}
_FOREIGN_LITERALS: Final = {"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null"}
_NUMBER_LIKE: Final = re.compile(r"[-+.]?[0-9]|[-+]?(?:NaN|Infinity)\Z")
_CLOSERS: Final = {NodeKind.OBJECT: "}", NodeKind.ARRAY: "]"}


class _State(IntEnum):
    """What a container waits for."""

    FIRST = 0
    NEXT = 1
    COLON = 2
    VALUE = 3
    COMMA = 4


class _Frame:
    """An open container. `mark` is the last comma, colon or name; `lenient` says that a mistake took what stood here."""

    __slots__ = ("is_object", "lenient", "listing", "mark", "member", "names", "node", "state")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.is_object = node.kind is NodeKind.OBJECT
        self.state = _State.FIRST
        self.mark = Span(node.start, node.start + 1)
        self.member: Member | None = None
        self.names: dict[str, int] = {}
        self.lenient = False
        self.listing = False


def parse(text: str, lines: Lines | None = None) -> Tree:
    """The tree of `text`, as much of it as can be known, and every mistake of JSON in it."""
    return _Parser(text, lines or Lines(text)).run()


class _Parser:
    """The state of one parse: where it is, which containers are open."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.lexemes = tokens.lexemes(text)
        self.at = 0
        self.frames: list[_Frame] = []
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.finished = False
        self.swallowed = 0
        self.strayed = False
        self.balance: int | None = None
        self.string: Node | None = None
        self.line_span = (0, -1)
        self.handlers = {
            tokens.STRING: self._on_string,
            tokens.COMMA: self._on_comma,
            tokens.COLON: self._on_colon,
            tokens.OPEN_OBJECT: self._on_open_object,
            tokens.CLOSE_OBJECT: self._on_close_object,
            tokens.OPEN_ARRAY: self._on_open_array,
            tokens.CLOSE_ARRAY: self._on_close_array,
            tokens.LITERAL: self._on_literal,
            tokens.NUMBER: self._on_number,
            tokens.ROUGH_STRING: self._on_rough_string,
            tokens.OPEN_STRING: self._on_open_string,
            tokens.COMMENT: self._on_comment,
            tokens.SMART_STRING: self._on_smart_string,
            tokens.SINGLE_STRING: self._on_single_string,
            tokens.ODD_SPACE: self._on_odd_space,
            tokens.WORD: self._on_word,
        }

    def run(self) -> Tree:
        """Feed every lexeme to its handler, then close what is still open."""
        lexemes, handlers = self.lexemes, self.handlers
        while not self.finished:
            kind, start, end = lexemes[self.at]
            if kind == tokens.END:
                break
            self.at += 1
            handlers[kind](start, end)
        self._close_at_end()
        return Tree(self.root, self.lexemes, self.findings)

    # values

    def _on_string(self, start: int, end: int) -> None:
        node = Node(NodeKind.STRING, start, end, self.text[start + 1 : end - 1])
        self.string = node
        self._place(node)

    def _on_number(self, start: int, end: int) -> None:
        self._place(Node(NodeKind.NUMBER, start, end, self.text[start:end]))

    def _on_literal(self, start: int, end: int) -> None:
        word = self.text[start:end]
        self._place(Node(_LITERALS[word], start, end, word))

    def _on_open_object(self, start: int, end: int) -> None:
        self._open(Node(NodeKind.OBJECT, start, end))

    def _on_open_array(self, start: int, end: int) -> None:
        self._open(Node(NodeKind.ARRAY, start, end))

    def _open(self, node: Node) -> None:
        if len(self.frames) >= MAX_DEPTH:
            self._report("json.too-deep", node.start, node.end, limit=MAX_DEPTH)
            for each in (node, *(frame.node for frame in self.frames)):
                each.broken = True
            self._skip_container()
            node.end = self.lexemes[self.at - 1][2]
            self._place(node)
            return
        node.items, node.members = [], []
        self._place(node)
        if not self.finished:
            self.frames.append(_Frame(node))

    def _place(self, node: Node) -> None:
        """Put a value where the innermost container waits for one."""
        if not self.frames:
            self._place_root(node)
            return
        frame = self.frames[-1]
        state = frame.state
        if not frame.is_object:
            if state is _State.COMMA and not frame.lenient and not self._is_name(node):
                self._missing_comma(frame.node.items[-1])
            frame.lenient = False
            frame.node.items.append(node)
            frame.state = _State.COMMA
        elif state is _State.VALUE and (not self._is_name(node) or self._is_before_name(skip=1)):
            assert frame.member is not None
            frame.member.value = node
            frame.state = _State.COMMA
        elif node.kind is NodeKind.STRING and state <= _State.NEXT and not self._belongs_to_list(frame):
            self._name(frame, node)
        else:
            self._place_oddly(frame, node)

    def _place_root(self, node: Node) -> None:
        if self.root is not None:
            self._report("json.two-values", node.start, node.end)
            self.finished = True
        elif self._is_name(node):
            self._report("json.missing-braces", node.start, node.end, name=excerpt(node.text))
            self.root = self._open_unseen(node)
        else:
            self.root = node
            node.broken = node.broken or self.strayed

    def _open_unseen(self, name: Node) -> Node:
        """Open an object whose brace was forgotten, with its first name."""
        opened = Node(NodeKind.OBJECT, name.start, name.end, broken=True)
        opened.items, opened.members = [], []
        self.frames.append(_Frame(opened))
        self._name(self.frames[-1], name)
        return opened

    def _is_name(self, node: Node) -> bool:
        """Whether a colon follows a string: then it is a name, whatever was expected."""
        return node.kind is NodeKind.STRING and self.lexemes[self.at][0] == tokens.COLON

    def _is_before_name(self, skip: int = 0) -> bool:
        """Whether a name with its colon comes next, or behind so many lexemes."""
        after = [lexeme[0] for lexeme in self.lexemes[self.at + skip : self.at + skip + 2]]
        return len(after) == 2 and after[0] in tokens.STRING_KINDS and after[1] == tokens.COLON

    def _belongs_to_list(self, frame: _Frame) -> bool:
        """Whether a string where a name should stand rather continues a list that lacks its brackets."""
        follows = self.lexemes[self.at][0]
        if frame.member is None or frame.state is not _State.NEXT:
            return False
        return follows == tokens.COMMA or (frame.listing and follows != tokens.COLON)

    def _name(self, frame: _Frame, node: Node) -> None:
        member = Member(node)
        first = frame.names.setdefault(node.text, node.start)
        if first != node.start:
            member.duplicate = True
            line = self.lines.position(first).line
            self._report("json.duplicate-key", node.start, node.end, name=excerpt(node.text), line=line)
        frame.node.members.append(member)
        frame.member = member
        frame.mark = Span(node.start, node.end)
        frame.state = _State.COLON
        frame.lenient = frame.listing = False

    def _place_oddly(self, frame: _Frame, node: Node) -> None:
        """A value in an object that waits for something else: find out what is missing."""
        parent = self.frames[-2] if len(self.frames) > 1 else None
        waits_for_name = frame.state in (_State.FIRST, _State.NEXT, _State.COMMA)
        if waits_for_name and node.kind is NodeKind.OBJECT and parent and not parent.is_object:
            self._unclosed(frame, node.start)
            parent.state = _State.NEXT
            self._place(node)
        elif frame.state is _State.COLON and not self._is_name(node):
            self._report_strictly(frame, "json.missing-colon", frame.mark)
            self._set_value(frame, node)
        elif frame.state in (_State.COLON, _State.VALUE):
            self._missing_value(frame)
            self._name(frame, node)
        elif node.kind is NodeKind.STRING and self._is_name(node):
            if not frame.lenient:
                self._missing_comma(frame.member.value if frame.member else None)
            self._name(frame, node)
        elif node.kind is NodeKind.STRING and frame.state is _State.COMMA and self._on_line_of(frame, node):
            self._missing_list(frame, node)
        elif node.kind is NodeKind.STRING and frame.state is _State.COMMA:
            if not frame.lenient:
                self._missing_comma(frame.member.value if frame.member else None)
            self._name(frame, node)
        elif node.kind is NodeKind.STRING:
            self._missing_list(frame, node)
        else:
            self._report_strictly(frame, "json.missing-name", Span(node.start, node.start + 1))
            frame.node.broken = True
            frame.state = _State.COMMA

    def _set_value(self, frame: _Frame, node: Node) -> None:
        assert frame.member is not None
        frame.member.value = node
        frame.state = _State.COMMA
        frame.lenient = False

    def _on_line_of(self, frame: _Frame, node: Node) -> bool:
        member = frame.member
        return bool(member and member.value and node.start < self._line_end(member.value.end))

    def _missing_list(self, frame: _Frame, node: Node) -> None:
        """Several values after one name, without the brackets of a list."""
        if not frame.listing:
            self._report_strictly(frame, "json.missing-list", node.span)
        if frame.member is not None and frame.member.value is not None:
            frame.member.value.broken = True
        frame.listing = True
        frame.state = _State.COMMA

    # punctuation

    def _on_comma(self, start: int, end: int) -> None:
        if not self.frames:
            self._stray(start, end)
            return
        frame = self.frames[-1]
        if frame.state <= _State.NEXT:
            self._report_strictly(frame, "json.extra-comma", Span(start, end))
        elif frame.state is not _State.COMMA:
            self._missing_value(frame)
        frame.mark = Span(start, end)
        frame.state = _State.NEXT
        frame.lenient = False

    def _on_colon(self, start: int, end: int) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            self._stray(start, end)
        elif frame.is_object and frame.state is _State.COLON:
            frame.state = _State.VALUE
            frame.mark = Span(start, end)
            frame.lenient = False
        elif not frame.is_object and frame.state is _State.COMMA and frame.node.items[-1].kind is NodeKind.STRING:
            self._name_in_list(frame)
            inner = self.frames[-1]
            inner.state = _State.VALUE
            inner.mark = Span(start, end)
        elif frame.is_object and frame.state is _State.COMMA and self._is_before_name():
            self._report_strictly(frame, "json.unexpected", Span(start, end), found=":")
            frame.state = _State.NEXT
        else:
            self._unexpected(start, end)

    def _name_in_list(self, frame: _Frame) -> None:
        """A name and a colon in a list: its bracket was not closed, or the statement's brace not opened."""
        name = frame.node.items.pop()
        parent = self.frames[-2] if len(self.frames) > 1 else None
        if frame.node.items and parent is not None and parent.is_object:
            self._unclosed(frame, frame.node.items[-1].end)
            self._name(parent, name)
            return
        self._report_strictly(frame, "json.name-in-list", name.span, name=excerpt(name.text))
        frame.node.items.append(self._open_unseen(name))

    def _on_close_object(self, start: int, end: int) -> None:
        self._on_close(NodeKind.OBJECT, start, end)

    def _on_close_array(self, start: int, end: int) -> None:
        self._on_close(NodeKind.ARRAY, start, end)

    def _on_close(self, kind: NodeKind, start: int, end: int) -> None:
        if not self.frames:
            if self.root is None:
                self._unexpected(start, end)
            else:
                self._report("json.extra-bracket", start, end, found=self.text[start])
                self.finished = True
            return
        frame = self.frames[-1]
        if frame.node.kind is not kind:
            if self._closes_outer(kind):
                self._unclosed(frame, start)
                frame = self.frames[-1]
            else:
                expected = _CLOSERS[frame.node.kind]
                self._report("json.mismatched-bracket", start, end, found=self.text[start], expected=expected)
        if frame.state is _State.NEXT:
            self._report("json.trailing-comma", *frame.mark)
        elif frame.state in (_State.COLON, _State.VALUE):
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
        if self.balance is None:
            kinds = Counter(lexeme[0] for lexeme in self.lexemes)
            opened = kinds[tokens.OPEN_OBJECT] + kinds[tokens.OPEN_ARRAY]
            self.balance = opened - kinds[tokens.CLOSE_OBJECT] - kinds[tokens.CLOSE_ARRAY]
        return self.balance == 0

    # what is not JSON

    def _on_rough_string(self, start: int, end: int) -> None:
        self._place_string(start, end, start + 1, end - 1)

    def _on_open_string(self, start: int, end: int) -> None:
        content = self.text[start + 1 : end].rstrip(" \t,}]")
        self._quote_mistake("json.unterminated-string", start, end)
        taken = self.text[start + 1 + len(content) : end]
        self.swallowed += taken.count("}") + taken.count("]")
        self._place_string(start, end, start + 1, start + 1 + len(content), broken=True)
        if self.frames:
            self.frames[-1].lenient = True
        if self.lexemes[self.at][0] == tokens.END:
            self.swallowed += len(self.frames)

    def _on_smart_string(self, start: int, end: int) -> None:
        self._report("json.smart-quotes", start, end)
        self._place_string(start, end, start + 1, end - 1)

    def _on_single_string(self, start: int, end: int) -> None:
        self._report("json.single-quotes", start, end)
        self._place_string(start, end, start + 1, end - 1, quote="'")

    def _place_string(
        self, start: int, end: int, inner: int, inner_end: int, broken: bool = False, quote: str = '"'
    ) -> None:
        value, flaws = unescape(self.text, inner, inner_end, quote)
        node = Node(NodeKind.STRING, start, end, value, broken)
        for flaw in flaws:
            if not broken:
                self._report(flaw.code, flaw.start, flaw.end, found=flaw.written)
            node.broken = node.broken or flaw.fatal
        self.string = node
        self._place(node)

    def _on_comment(self, start: int, end: int) -> None:
        self._report("json.comment", start, end)

    def _on_odd_space(self, start: int, end: int) -> None:
        char = ord(self.text[start])
        if char == 0xFEFF and start == 0:
            self._report("json.byte-order-mark", start, start + 1)
        else:
            self._report("json.odd-space", start, end, found=f"U+{char:04X}")

    def _on_word(self, start: int, end: int) -> None:
        word = self.text[start:end]
        follows, next_start, _ = self.lexemes[self.at]
        if self.string is not None and self.string.end == start:
            self.string.broken = True
            self._quote_mistake("json.unbalanced-quotes", self.string.start, end)
            self._skip_line(start)
        elif (follows in tokens.STRING_KINDS and next_start == end) or word[0] in "'" + tokens.SMART_DOUBLE:
            code = "json.single-quotes" if word[0] == "'" else "json.unbalanced-quotes"
            self._quote_mistake(code, start, end)
            self._skip_line(start)
        elif not self.frames:
            if self.root is None:
                self._unexpected(start, end)
            else:
                self._stray(start, end)
        else:
            self._bare_word(self.frames[-1], word, start, end)

    def _bare_word(self, frame: _Frame, word: str, start: int, end: int) -> None:
        """A word without quotation marks inside a container: a literal of another language, a name, a value."""
        literal = _FOREIGN_LITERALS.get(word.lower())
        if literal is not None:
            self._report("json.bare-word", start, end, found=word, suggestion=literal)
            self._place(Node(_LITERALS[literal], start, end, literal))
            return
        waits_for_name = frame.is_object and frame.state not in (_State.COLON, _State.VALUE)
        if not (waits_for_name and self.lexemes[self.at][0] == tokens.COLON):
            end = self._end_of_value(start, end)
        found = excerpt(self.text[start:end])
        if _NUMBER_LIKE.match(word) and not waits_for_name:
            self._report("json.bad-number", start, end, found=found)
            self._place(Node(NodeKind.NUMBER, start, end, word, broken=True))
            return
        self._report("json.bare-word", start, end, found=found, suggestion=f'"{found}"')
        if waits_for_name and self.lexemes[self.at][0] != tokens.COLON:
            frame.node.broken = frame.lenient = True
            return
        self._place(Node(NodeKind.STRING, start, end, found, broken=not waits_for_name))

    # recovery

    def _quote_mistake(self, code: str, start: int, end: int) -> None:
        """Quotation marks that do not pair up; where a curly one is to blame, say that."""
        for offset in range(start, min(end, start + 200)):
            if self.text[offset] in tokens.SMART_DOUBLE:
                self._report("json.smart-quotes", offset, offset + 1)
                return
        self._report(code, start, end)

    def _end_of_value(self, start: int, end: int) -> int:
        """Take the lexemes up to the next comma or bracket of this line; the end of the last one."""
        line_end = self._line_end(start)
        while True:
            kind, next_start, next_end = self.lexemes[self.at]
            if kind not in (tokens.WORD, tokens.COLON, tokens.NUMBER, tokens.LITERAL) or next_start >= line_end:
                return end
            end = next_end
            self.at += 1

    def _skip_line(self, start: int) -> None:
        """Give up the rest of this line: nothing in it can be trusted."""
        line_end = self._line_end(start)
        while self.lexemes[self.at][0] != tokens.END and self.lexemes[self.at][1] < line_end:
            self.at += 1
        if self.frames:
            frame = self.frames[-1]
            frame.node.broken = True
            frame.state = _State.COMMA if frame.is_object or frame.node.items else _State.FIRST
            frame.lenient = True
        if self.lexemes[self.at][0] == tokens.END:
            self.swallowed += len(self.frames)

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

    def _unclosed(self, frame: _Frame, end: int) -> None:
        """Close a container whose bracket is missing."""
        if self.swallowed:
            self.swallowed -= 1
        elif not frame.node.broken:
            start = frame.node.start
            self._report("json.unterminated", start, start + 1, closers=_CLOSERS[frame.node.kind])
        frame.node.broken = True
        frame.node.end = end
        self.frames.pop()

    def _close_at_end(self) -> None:
        last = max((lexeme[2] for lexeme in self.lexemes[-2:-1]), default=0)
        forgotten = len(self.frames) == 1 and self.frames[0].node.broken
        if self.frames and not self.finished and not self.swallowed and not forgotten:
            start = self.frames[-1].node.start
            closers = "".join(_CLOSERS[frame.node.kind] for frame in reversed(self.frames))
            self._report("json.unterminated", start, start + 1, closers=excerpt(closers))
        for frame in self.frames:
            frame.node.broken = True
            frame.node.end = last
        if self.root is None and not self.findings:
            self._report("json.empty", 0, min(1, len(self.text)))

    def _stray(self, start: int, end: int) -> None:
        if self.root is None:
            self._unexpected(start, end)
        else:
            self._report("json.two-values", start, end)
            self.finished = True

    def _unexpected(self, start: int, end: int) -> None:
        found = excerpt(self.text[start:end])
        if not self.frames:
            if not self.strayed:
                self._report("json.unexpected", start, end, found=found)
            self.strayed = True
            return
        frame = self.frames[-1]
        self._report_strictly(frame, "json.unexpected", Span(start, end), found=found)
        if frame.member is not None and frame.member.value is not None:
            frame.member.value.broken = True
        self._skip_line_to_comma(start)

    def _skip_line_to_comma(self, start: int) -> None:
        self._end_of_value(start, start)
        kind, next_start, _ = self.lexemes[self.at]
        if kind in tokens.STRING_KINDS and next_start < self._line_end(start):
            self.at += 1

    # findings

    def _missing_comma(self, previous: Node | None) -> None:
        if previous is not None:
            self._report("json.missing-comma", previous.end - 1, previous.end)

    def _missing_value(self, frame: _Frame) -> None:
        if not frame.listing:
            name = excerpt(frame.member.key.text) if frame.member else ""
            self._report_strictly(frame, "json.missing-value", frame.mark, name=name)

    def _report_strictly(self, frame: _Frame, code: str, span: Span, **arguments: Argument) -> None:
        """Report, but for a place where an earlier mistake already took what is missing."""
        if not frame.lenient:
            self._report(code, span.start, span.end, **arguments)

    def _report(self, code: str, start: int, end: int, **arguments: Argument) -> None:
        if len(self.findings) == MAX_FINDINGS:
            code, arguments = "json.too-many", {"limit": MAX_FINDINGS}
        if len(self.findings) <= MAX_FINDINGS:
            self.findings.append(Finding(code, span=Span(start, end), arguments=arguments, path=self._path()))

    def _path(self) -> Path:
        steps: list[str | int] = []
        for frame in self.frames:
            if not frame.is_object:
                steps.append(len(frame.node.items) - (frame.state is _State.COMMA))
            elif frame.member is not None:
                steps.append(frame.member.key.text)
        return tuple(steps)

    def _line_end(self, offset: int) -> int:
        """Where the line of `offset` ends; remembered, for many mistakes can stand in one long line."""
        start, end = self.line_span
        if not start <= offset <= end:
            found = _LINE_END.search(self.text, offset)
            self.line_span = (offset, found.start() if found else len(self.text))
        return self.line_span[1]
