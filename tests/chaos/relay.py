"""A bad network that knows messages: it cuts, delays, sends twice and changes the order of what phones send. What the server says is only delayed."""

import asyncio
from random import Random
from typing import Any

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


class BadWire:
    def __init__(self, target: int, random: Random) -> None:
        self.target, self.random = target, random
        self.port = 0
        self.cuts = self.doubled = self.turned = 0

    async def __aenter__(self) -> "BadWire":
        self._server = await serve(self._carry, "127.0.0.1", 0, ping_interval=None, compression=None)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _carry(self, phone: Any) -> None:
        address = f"ws://127.0.0.1:{self.target}{phone.request.path}"
        try:
            async with connect(address, ping_interval=None, compression=None, proxy=None) as server:
                down = asyncio.create_task(self._down(server, phone))
                try:
                    await self._up(phone, server)
                finally:
                    down.cancel()
        except (ConnectionClosed, OSError):
            pass

    async def _down(self, server: Any, phone: Any) -> None:
        try:
            async for message in server:
                await asyncio.sleep(self.random.uniform(0, 0.15))
                await phone.send(message)
        except ConnectionClosed:
            pass
        await phone.close()

    async def _up(self, phone: Any, server: Any) -> None:
        held = None
        async for message in phone:
            await asyncio.sleep(self.random.uniform(0, 0.1))
            chance = self.random.random() if "submit_answer" in message else 1
            if chance < 0.08:
                # cut before the server has it, or after: the phone cannot know
                self.cuts += 1
                if chance < 0.04:
                    await server.send(message)
                await phone.close()
                return
            if chance < 0.2:
                self.doubled += 1
                await server.send(message)
            elif chance < 0.3 and held is None:
                # kept back for a while and sent behind what comes later
                held = message
                asyncio.get_running_loop().call_later(0.4, lambda late=message: asyncio.ensure_future(_late(server, late)))
                self.turned += 1
                continue
            await server.send(message)
            held = None


async def _late(server: Any, message: str) -> None:
    try:
        await server.send(message)
    except ConnectionClosed:
        pass
