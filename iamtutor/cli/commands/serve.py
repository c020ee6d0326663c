"""`iamtutor serve`: the app in the browser, on this machine."""

from __future__ import annotations

import sys
from argparse import Namespace

from iamtutor.cli.arguments import Parser
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("--host", default="127.0.0.1", help=parser.say("cli.serve.host"))
    parser.add_argument("--port", type=int, default=8000, help=parser.say("cli.serve.port"))
    parser.add_argument("--anyone", action="store_true", help=parser.say("cli.serve.anyone"))


def run(options: Namespace, terminal: Terminal) -> int:
    """Serve until Ctrl+C."""
    if not 0 <= options.port <= 65535:
        raise Problem("cli.serve.no-port", port=options.port)
    try:
        from iamtutor.cli.web_server import WebServer, is_loopback
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("textual_serve", "aiohttp"):
            raise
        from iamtutor.extras import install_command

        raise Problem("cli.serve.missing", command=install_command("serve")) from error
    import asyncio

    if not is_loopback(options.host):
        if not options.anyone:
            raise Problem("cli.serve.not-loopback", host=options.host)
        terminal.note("cli.serve.warning", host=options.host)

    def ready(address: str) -> None:
        terminal.tell("cli.serve.ready", address=address)
        terminal.out.flush()

    server = WebServer([sys.executable, "-m", "iamtutor", "--lang", terminal.lang], options.host, options.port)
    try:
        asyncio.run(server.serve(ready))
    except OSError as error:
        raise Problem("cli.serve.cannot", host=options.host, port=options.port, detail=_reason(error)) from error
    return 0


def _reason(error: OSError) -> str:
    import os

    return os.strerror(error.errno) if error.errno else str(error)
