"""What a screen sends: nothing but the wish to be redrawn."""

from typing import Any

from sessions.surfaces.rendering import Surfaces
from sessions.tokens import Identity


class ScreenEvents:
    def __init__(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces

    def sync(self, identity: Identity, _data: dict[str, Any]) -> dict[str, Any]:
        fragment = self.surfaces.screen(identity.live_id)
        return {"ok": True, "version": fragment.version, "html": fragment.html}
