"""A video of a workshop comes piece by piece, and nothing else of the folder comes at all."""

import pytest

from sessions.web import assets


@pytest.fixture
def films(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "VIDEOS", tmp_path)
    (tmp_path / "film.mp4").write_bytes(bytes(range(100)))
    (tmp_path.parent / "secret.key").write_text("secret")
    return tmp_path


def test_a_browser_gets_the_piece_it_asks_for(opened, films):
    piece = opened.browser().get("/videos/film.mp4", headers={"Range": "bytes=10-19"})

    assert piece.status_code == 206
    assert piece.data == bytes(range(10, 20))
    assert piece.mimetype == "video/mp4"


@pytest.mark.parametrize("path", ["/videos/nothing.mp4", "/videos/../secret.key", "/videos/%2e%2e/secret.key", "/videos/"])
def test_what_is_not_there_is_not_there(opened, films, path):
    assert opened.browser().get(path).status_code == 404
