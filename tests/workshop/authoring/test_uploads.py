import base64
import io

import pytest
from PIL import Image

from workshop.authoring.uploads import Unusable, uploaded
from workshop.exercises.picture import Picture

SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200.4"><rect/></svg>'


def picture(kind, **more):
    file = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", (120, 80), "teal").save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize("content", [
    picture("PNG"), picture("JPEG"), picture("JPEG", progressive=True), picture("WEBP"), picture("WEBP", lossless=True),
    picture("WEBP", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"),
], ids=["png", "jpeg", "progressive", "webp", "lossless", "extended"])  # fmt: skip
def test_a_picture_is_measured_and_fits_a_specification(content):
    found = uploaded(content)

    assert (found.width, found.height) == (120, 80)
    assert base64.b64decode(found.image.partition(",")[2]) == content
    assert Picture(image=found.image, description="Un carré", width=found.width, height=found.height)


def test_a_drawing_is_kept_as_text_without_what_stands_before_it():
    found = uploaded(SVG.encode())

    assert (found.width, found.height) == (300, 200)
    assert found.image.startswith("<svg")
    assert Picture(image=found.image, description="Un dessin", width=found.width, height=found.height)


@pytest.mark.parametrize("content", [
    b"x", b"GIF89a" + bytes(40), b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"\xff\xd8\xff\xe0\x00\x00" * 9, b"RIFF0000WEBP", b"<svg>", b"<svg",
    b'<svg width="1.2.3" height="9">',
])  # fmt: skip
def test_what_is_no_picture_is_refused_with_what_to_choose(content):
    with pytest.raises(Unusable, match="Choisissez une image PNG"):
        uploaded(content)


def test_a_heavy_picture_is_refused_with_its_limit():
    with pytest.raises(Unusable, match="moins de 60 ko"):
        uploaded(picture("PNG") + bytes(70_000))
