"""The whole room in real browsers, its surfaces scattered over two workers behind nginx, with PostgreSQL and Redis."""

import re
from dataclasses import dataclass

import pytest

from tests.deploy.cluster import Cluster, running_cluster
from tests.e2e.network import Network
from tests.e2e.test_whole_workshop import test_a_workshop_is_played_from_the_qr_code_to_the_report as play_a_workshop


@dataclass
class Front:
    """What a browser sees of the cluster: one address."""

    cluster: Cluster

    @property
    def port(self) -> int:
        return self.cluster.nginx.port

    @property
    def base(self) -> str:
        return self.cluster.base

    def live(self) -> dict[str, str]:
        return self.cluster.workers[0].live()


@pytest.fixture
def front(tmp_path, postgres_template):
    with running_cluster(tmp_path, postgres_template, scatters=True) as cluster:
        yield Front(cluster)


def test_the_whole_room_plays_across_two_workers(front, open_page):
    network, sockets = Network(front.port), []

    def open_watched(**options):
        page = open_page(**options)
        page.on("websocket", lambda socket: sockets.append(socket.url))
        return page

    try:
        play_a_workshop(front, network, open_watched)
    finally:
        network.close()

    # desk, screen, two phones, and one of them once more after its cut: each names its room, so that nginx could keep it together
    assert len(sockets) >= 5
    assert all(re.search(r"[?&]code=[A-Z0-9]{6}(&|$)", url) for url in sockets)
    log = (front.cluster.nginx.folder / "tremplin.log").read_text(encoding="utf-8")
    assert {f"127.0.0.1:{port}" for port in front.cluster.ports} <= set(re.findall(r"\S+$", log, re.MULTILINE))
    assert "jeton" not in log
