"""The JSON parser: what each lexeme means, those that are not JSON too.

JSON is https://www.rfc-editor.org/rfc/rfc8259.
"""

from __future__ import annotations

import re
from typing import Final

from iamtutor.policy import tokens
from iamtutor.policy.assembly import Assembly
from iamtutor.policy.finding import Lines
from iamtutor.policy.frame import Frame, State
from iamtutor.policy.strings import excerpt, unescape
from iamtutor.policy.tree import Node, NodeKind, Tree

# Looked up once, as in the assembly.
_COLON: Final = State.COLON
_COMMA: Final = State.COMMA
_FIRST: Final = State.FIRST
_VALUE: Final = State.VALUE
_ARRAY: Final = NodeKind.ARRAY
_BOOLEAN: Final = NodeKind.BOOLEAN
_NULL: Final = NodeKind.NULL
_NUMBER: Final = NodeKind.NUMBER
_OBJECT: Final = NodeKind.OBJECT
_STRING: Final = NodeKind.STRING
_LITERALS: Final = {"true": _BOOLEAN, "false": _BOOLEAN, "null": _NULL}
_FOREIGN_LITERALS: Final = {"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null"}
_NUMBER_LIKE: Final = re.compile(r"[-+.]?[0-9]|[-+]?(?:NaN|Infinity)\Z")


def parse(text: str, lines: Lines | None = None) -> Tree:
    """The tree of `text`, as much of it as can be known, and every mistake of JSON in it."""
    return _Parser(text, lines or Lines(text)).run()


class _Parser(Assembly):
    """Feeds the lexemes to the assembly."""

    def __init__(self, text: str, lines: Lines) -> None:
        super().__init__(text, lines)
        self.string: Node | None = None
        self.handlers = {
            tokens.STRING: self._on_string,
            tokens.COMMA: self.comma,
            tokens.COLON: self.colon,
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
        self.close_at_end()
        return Tree(self.root, self.lexemes, self.findings)

    def _on_string(self, start: int, end: int) -> None:
        node = Node(_STRING, start, end, self.text[start + 1 : end - 1])
        self.string = node
        self.place(node)

    def _on_number(self, start: int, end: int) -> None:
        self.place(Node(_NUMBER, start, end, self.text[start:end]))

    def _on_literal(self, start: int, end: int) -> None:
        word = self.text[start:end]
        self.place(Node(_LITERALS[word], start, end, word))

    def _on_open_object(self, start: int, end: int) -> None:
        self.open(Node(_OBJECT, start, end))

    def _on_open_array(self, start: int, end: int) -> None:
        self.open(Node(_ARRAY, start, end))

    def _on_close_object(self, start: int, end: int) -> None:
        self.close(_OBJECT, start, end)

    def _on_close_array(self, start: int, end: int) -> None:
        self.close(_ARRAY, start, end)

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
        self.report("json.smart-quotes", start, end)
        self._place_string(start, end, start + 1, end - 1)

    def _on_single_string(self, start: int, end: int) -> None:
        self.report("json.single-quotes", start, end)
        self._place_string(start, end, start + 1, end - 1, quote="'")

    def _place_string(
        self, start: int, end: int, inner: int, inner_end: int, broken: bool = False, quote: str = '"'
    ) -> None:
        value, flaws = unescape(self.text, inner, inner_end, quote)
        node = Node(_STRING, start, end, value, broken)
        for flaw in flaws:
            if not broken:
                self.report(flaw.code, flaw.start, flaw.end, found=flaw.written)
            node.broken = node.broken or flaw.fatal
        self.string = node
        self.place(node)

    def _on_comment(self, start: int, end: int) -> None:
        self.report("json.comment", start, end)

    def _on_odd_space(self, start: int, end: int) -> None:
        char = ord(self.text[start])
        if char == 0xFEFF and start == 0:
            self.report("json.byte-order-mark", start, start + 1)
        else:
            self.report("json.odd-space", start, end, found=f"U+{char:04X}")

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
                self.unexpected(start, end)
            else:
                self.stray(start, end)
        else:
            self._bare_word(self.frames[-1], word, start, end)

    def _bare_word(self, frame: Frame, word: str, start: int, end: int) -> None:
        """A word without quotation marks inside a container: a literal of another language, a name, a value."""
        literal = _FOREIGN_LITERALS.get(word.lower())
        if literal is not None:
            self.report("json.bare-word", start, end, found=word, suggestion=literal)
            self.place(Node(_LITERALS[literal], start, end, literal))
            return
        waits_for_name = frame.is_object and frame.state not in (_COLON, _VALUE)
        if not (waits_for_name and self.lexemes[self.at][0] == tokens.COLON):
            end = self.end_of_value(start, end)
        found = excerpt(self.text[start:end])
        if _NUMBER_LIKE.match(word) and not waits_for_name:
            self.report("json.bad-number", start, end, found=found)
            self.place(Node(_NUMBER, start, end, word, broken=True))
            return
        self.report("json.bare-word", start, end, found=found, suggestion=f'"{found}"')
        if waits_for_name and self.lexemes[self.at][0] != tokens.COLON:
            frame.node.broken = frame.lenient = True
            return
        self.place(Node(_STRING, start, end, found, broken=not waits_for_name))

    def _quote_mistake(self, code: str, start: int, end: int) -> None:
        """Quotation marks that do not pair up; where a curly one is to blame, say that."""
        for offset in range(start, min(end, start + 200)):
            if self.text[offset] in tokens.SMART_DOUBLE:
                self.report("json.smart-quotes", offset, offset + 1)
                return
        self.report(code, start, end)

    def _skip_line(self, start: int) -> None:
        """Give up the rest of this line: nothing in it can be trusted."""
        line_end = self.line_end(start)
        while self.lexemes[self.at][0] != tokens.END and self.lexemes[self.at][1] < line_end:
            self.at += 1
        if self.frames:
            frame = self.frames[-1]
            frame.node.broken = True
            frame.state = _COMMA if frame.is_object or frame.node.items else _FIRST
            frame.lenient = True
        if self.lexemes[self.at][0] == tokens.END:
            self.swallowed += len(self.frames)
