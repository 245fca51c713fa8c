"""A picture of words."""

import io

from PIL import Image, ImageDraw, ImageFont


def picture(words):
    """A picture of words, as the bytes of a PNG file."""
    image = Image.new("RGB", (1400, 120), "white")
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 40)
    ImageDraw.Draw(image).text((20, 30), words, fill="black", font=font)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
