"""`iamtutor glossary`: what IAM's words mean, in both languages."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from iamtutor.cli.arguments import Parser
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Glossary, Term, content_root, load_glossary
from iamtutor.study import data_home
from iamtutor.words.cells import padded

_MOST_IN_FULL = 3


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("term", nargs="*", help=parser.say("cli.glossary.term"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Explain a term, or list all."""
    query = " ".join(options.term)
    lessons, _ = content_root()
    glossary = load_glossary(lessons, data_home(terminal.environ) / "cache")
    terms = _found(glossary, query)
    if not terms:
        raise Problem("cli.glossary.unknown", term=query)
    if options.format == "json":
        terminal.json({"terms": [_json(term) for term in terms]})
    elif query and len(terms) <= _MOST_IN_FULL:
        for number, term in enumerate(terms):
            if number:
                terminal.line()
            _tell(term, terminal)
    else:
        _list(terms, terminal)
    return 0


def _found(glossary: Glossary, query: str) -> Sequence[Term]:
    exact = glossary.named(query) if query else None
    return (exact,) if exact is not None else glossary.search(query)


def _list(terms: Sequence[Term], terminal: Terminal) -> None:
    """One term a line, in both languages."""
    for term in terms:
        ours, other = (term.name.ko, term.name.en) if terminal.lang == "ko" else (term.name.en, term.name.ko)
        terminal.line(f"{padded(ours, 40)} {terminal.paint(other, 'quiet')}".rstrip())


def _tell(term: Term, terminal: Terminal) -> None:
    """Names, meaning in both languages, the page and the lesson."""
    ours, other = (term.name.ko, term.name.en) if terminal.lang == "ko" else (term.name.en, term.name.ko)
    names = ours if ours == other else f"{ours} ({other})"
    terminal.line(terminal.paint(names, "strong"))
    terminal.line(terminal.text(term.means))
    terminal.line(terminal.paint(term.means.en if terminal.lang == "ko" else term.means.ko, "quiet"))
    if term.lesson:
        terminal.line(f"{terminal.say('cli.glossary.lesson')}: iamtutor learn {term.lesson}")
    terminal.line(f"{terminal.text(term.source.title)}: {term.source.url}")


def _json(term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "names": {"ko": list(term.names("ko")), "en": list(term.names("en"))},
        "means": {"ko": term.means.ko, "en": term.means.en},
        "source": {"url": term.source.url, "read": term.source.read},
        "lesson": term.lesson or None,
        "step": term.step or None,
    }
