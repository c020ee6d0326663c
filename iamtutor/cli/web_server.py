"""The app in a browser: one page, one process for each visitor, and nothing that comes from anywhere else.

The terminal in the page and the protocol of the process are textual-serve's. Whoever can reach the server uses the
learner's profile and files, so that pages of other sites are kept out: they may neither connect nor be connected to.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from iamtutor.tui.served import NAME

WEB: Final = Path(__file__).with_name("web")
AT_ONCE: Final = 32
"""Visitors at a time: each is a process."""
PATIENCE: Final = 5.0
"""Seconds in which a visitor's app may save and end by itself."""
_LARGEST: Final = 500
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Visitor(AppService):
    """The process of one visitor. It never outlives the visit, whatever it is doing when the browser goes."""

    def __init__(self, arguments: Sequence[str], websocket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            "",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=self._close,
            download_manager=downloads,
        )
        self._arguments = arguments
        self._websocket = websocket

    async def _close(self) -> None:
        await self._websocket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), "TEXTUAL_DRIVER": NAME}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app without a shell between."""
        environment = self._build_environment(width, height)
        self._process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Hand on what the app paints, and end the visit when the app ends."""
        await super().run()
        await self.remote_close()

    async def stop(self) -> None:
        """End the process: it is asked to, its input is closed, and at last it is killed."""
        process, self._process = self._process, None
        if process is None:
            return
        await asyncio.wait_for(self.send_meta({"type": "quit"}), PATIENCE)
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._task is not None:
            self._task.cancel()


class WebServer:
    """Serves the app that these arguments start."""

    def __init__(self, arguments: Sequence[str], host: str, port: int) -> None:
        self._arguments = arguments
        self._host = host
        self._port = port
        self._visitors: dict[Visitor, web.WebSocketResponse] = {}
        self._downloads = DownloadManager()

    async def serve(self, ready: Callable[[str], None]) -> None:
        """Serve until the process is told to end; `ready` hears the address. Raises OSError."""
        logging.getLogger("textual-serve").disabled = True  # a browser that goes early is no news
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
            address = f"[{self._host}]" if ":" in self._host else self._host
            ready(f"http://{address}:{runner.addresses[0][1]}/")
            await _told_to_end()
        finally:
            await asyncio.gather(*(self._see_off(visitor) for visitor in list(self._visitors)))
            await runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._keep_out])
        static = Path(textual_serve.__file__ or "").parent / "static"
        application.add_routes(
            [
                web.get("/", _file("page.html", "text/html")),
                web.get("/page.js", _file("page.js", "text/javascript")),
                web.get("/page.css", _file("page.css", "text/css")),
                web.get("/ws", self._visit),
                web.static("/static", static),
            ]
        )
        return application

    @web.middleware
    async def _keep_out(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse pages of other sites: by Origin, and where only this machine is served by Host, against rebinding."""
        origin = request.headers.get("Origin")
        if origin is not None and origin.partition("://")[2] != request.host:
            raise web.HTTPForbidden(text="This page may not use iamtutor.")
        if is_loopback(self._host) and not is_loopback(request.url.host or ""):
            raise web.HTTPForbidden(text="iamtutor is served to this machine only.")
        return await handler(request)

    async def _visit(self, request: web.Request) -> web.WebSocketResponse:
        if len(self._visitors) >= AT_ONCE:
            raise web.HTTPServiceUnavailable
        websocket = web.WebSocketResponse(heartbeat=15)
        visitor = Visitor(self._arguments, websocket, self._downloads)
        self._visitors[visitor] = websocket
        try:
            await websocket.prepare(request)
            await visitor.start(_size(request, "width", 80), _size(request, "height", 24))
            async for message in websocket:
                if message.type is WSMsgType.TEXT:
                    await _hand_on(message.json(), visitor, websocket)
        except (ConnectionError, ValueError):  # the browser went, or speaks another language
            pass
        finally:
            await self._see_off(visitor)
        return websocket

    async def _see_off(self, visitor: Visitor) -> None:
        websocket = self._visitors.pop(visitor, None)
        await visitor.stop()
        if websocket is not None and websocket.prepared:
            await websocket.close()


async def _hand_on(said: object, visitor: Visitor, websocket: web.WebSocketResponse) -> None:
    """What the page says: a list of a word and what belongs to it."""
    match said:
        case ["stdin", str(data)]:
            await visitor.send_bytes(data.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await visitor.set_terminal_size(_within(width), _within(height))
        case ["ping", data]:
            await websocket.send_json(["pong", data])
        case ["blur", *_]:
            await visitor.blur()
        case ["focus", *_]:
            await visitor.focus()


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _file(name: str, kind: str) -> _Handler:
    text = (WEB / name).read_text("utf-8")

    async def answer(request: web.Request) -> web.StreamResponse:
        policy = (
            f"default-src 'self'; connect-src 'self' ws://{request.host} wss://{request.host}; "
            "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
        )
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return web.Response(text=text, content_type=kind, headers=headers)

    return answer


def _size(request: web.Request, name: str, default: int) -> int:
    value = request.query.get(name, "")
    return _within(int(value)) if value.isascii() and value.isdigit() else default


def _within(size: int) -> int:
    return max(1, min(size, _LARGEST))


async def _told_to_end() -> None:
    """Wait for Ctrl+C or SIGTERM. On Windows Ctrl+C comes as an exception."""
    ended = asyncio.Event()
    if sys.platform != "win32":
        for each in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(each, ended.set)
    await ended.wait()
