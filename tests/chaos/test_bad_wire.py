"""A network that cuts, delays, doubles and turns round what phones send: every answer counts once, and nobody is shown an older state."""

import asyncio
import shutil
from random import Random

from tests.chaos.phone import Phone, play
from tests.chaos.relay import BadWire
from tests.chaos.room import check, open_question, settings_for
from tests.e2e.server import Server


def test_what_is_doubled_late_or_cut_counts_once_and_in_the_order_in_which_it_was_given(sqlite_template, tmp_path):
    path = tmp_path / "tremplin.sqlite3"
    shutil.copyfile(sqlite_template, path)
    url = f"sqlite:///{path}"
    opened = open_question(url)
    server = Server(tmp_path, "gevent", **settings_for(url))
    server.start()

    async def through_a_bad_wire():
        async with BadWire(server.port, Random(11)) as wire:
            phones = [Phone(wire.port, opened.code, f"Nina {place}", Random(place), thinks_s=0.3) for place in range(30)]
            await play(phones, asyncio.sleep(7))
            return phones, wire

    try:
        phones, wire = asyncio.run(through_a_bad_wire())
    finally:
        server.stop()

    check(opened, phones)
    assert min(wire.cuts, wire.doubled, wire.turned) > 5, "the network was not bad enough"
    assert [phone.went_back for phone in phones if phone.went_back] == []
