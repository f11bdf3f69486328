"""A picture that travels inside the specification, so that a workshop stays one file and a phone asks for nothing more."""

import base64
import re

from pydantic import BaseModel, ConfigDict, Field, field_validator

HEAVIEST = 80_000
"""Characters: about 60 kB, which a whole group loads in the same second."""
READY_MADE = re.compile(r"data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=\s]+")


class Picture(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    image: str = Field(title="Image", description="Un dessin SVG, ou une image « data:image/png;base64,… ».", max_length=HEAVIEST)
    description: str = Field(title="Description", description="Ce que montre l’image, pour qui ne la voit pas.", min_length=3, max_length=200)
    width: int = Field(title="Largeur", description="Celle de l’image, en pixels.", ge=50, le=4000)
    height: int = Field(title="Hauteur", description="Celle de l’image, en pixels.", ge=50, le=4000)

    @field_validator("image")
    @classmethod
    def _is_an_image(cls, image: str) -> str:
        if image.startswith("<svg") and 'xmlns="http://www.w3.org/2000/svg"' in image:
            return image
        if READY_MADE.fullmatch(image):
            return image
        raise ValueError('image : ce n’est ni un dessin SVG (« <svg xmlns="http://www.w3.org/2000/svg" … ») ni une image PNG, JPEG ou WebP en base64')

    @property
    def address(self) -> str:
        """The image as an address; a browser runs no script of a drawing that it loads as an image."""
        if self.image.startswith("data:"):
            return "".join(self.image.split())
        return f"data:image/svg+xml;base64,{base64.b64encode(self.image.encode()).decode()}"
