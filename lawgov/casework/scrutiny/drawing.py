"""A picture decoded whole and drawn anew, as its preview; what cannot be drawn is damaged."""

import io
from typing import IO

import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from .hostile import Hostile

MOST_PIXELS = 40_000_000
PREVIEW = (1600, 1600)
QUALITY = 80
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
pi_heif.register_heif_opener()


def draw(file: IO[bytes], called: str) -> bytes:
    """A JPEG with nothing but the picture: no comment, no place, no camera."""
    try:
        with Image.open(file, formats=[called]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Hostile("图片像素过多（超过4000万）")
            return encoded(picture)
    except Image.DecompressionBombError as error:
        raise Hostile("图片像素过多（超过4000万）") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Hostile("图片损坏或不完整") from error


def encoded(picture: Image.Image) -> bytes:
    picture.draft("RGB", PREVIEW)  # a large JPEG is decoded at the size that is needed
    picture.load()
    small = ImageOps.exif_transpose(picture)
    small.thumbnail(PREVIEW)
    if small.mode != "RGB":
        small = flat(small.convert("RGBA"))
    small.info.clear()
    out = io.BytesIO()
    small.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def flat(picture: Image.Image) -> Image.Image:
    """On white, as it would lie on a page."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
