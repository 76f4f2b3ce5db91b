import base64
import struct

import pytest

from tests.fakes.pictures import chunk, png
from workbench.record.images import data_uri, is_picture_uri


def jpeg(*segments):
    scan = b"\xff\xda\x00\x02" + b"\x12\x34\xff\x00\x56"
    return b"\xff\xd8" + b"".join(segments) + scan + b"\xff\xd9"


def segment(marker, body):
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def embedded(uri):
    return base64.b64decode(uri.partition(",")[2])


def encoded(data):
    return base64.b64encode(data).decode()


def test_a_png_keeps_its_picture_and_loses_its_texts():
    data = png(chunk(b"tEXt", b"Author\0Maria Lopez"), chunk(b"eXIf", b"place"))

    assert embedded(data_uri("image/png", encoded(data))) == png()


def test_what_follows_the_end_of_a_png_is_lost():
    assert embedded(data_uri("image/png", encoded(png() + b"PK zip"))) == png()


def test_a_jpeg_loses_what_the_camera_wrote():
    data = jpeg(segment(0xE0, b"JFIF\0"), segment(0xE1, b"Exif place"), segment(0xFE, b"by Maria"))

    assert embedded(data_uri("image/jpeg", encoded(data + b"hidden"))) == jpeg(
        segment(0xE0, b"JFIF\0")
    )


def test_a_second_picture_in_a_jpeg_goes_with_what_its_camera_wrote():
    second = jpeg(segment(0xE1, b"Exif place"))
    data = jpeg(segment(0xE2, b"MPF\0")) + second

    assert embedded(data_uri("image/jpeg", encoded(data))) == jpeg()


def test_a_jpeg_of_several_scans_stays_whole():
    scan = segment(0xDA, b"\1") + b"\x12\xff\x00\xff\xd0\x34"
    frame = b"\xff\xd8" + segment(0xC2, b"frame") + scan
    last = segment(0xC4, b"table") + b"\xff" + scan + b"\xff\xff\xd9"
    data = frame + segment(0xE1, b"Exif place") + segment(0xFE, b"by Maria") + last

    assert embedded(data_uri("image/jpeg", encoded(data + data))) == (
        frame + last.replace(b"\xff\xff", b"\xff")
    )


@pytest.mark.parametrize(
    "data",
    [
        jpeg()[:-2],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"\xff\xd9" + jpeg(),
        b"\xff\xd8" + jpeg(),
        b"\xff\xd8\xff\xda\x00\x00" + jpeg()[6:],
        b"\xff\xd8\xff\xe0\x00\x01" + jpeg()[2:],
    ],
)
def test_a_jpeg_without_one_whole_picture_is_refused(data):
    assert data_uri("image/jpeg", encoded(data)) is None


@pytest.mark.parametrize(
    ("mime", "data"),
    [
        ("image/png", b"<svg onload=alert(1)>"),
        ("image/png", png()[:-6]),
        ("image/png", png().replace(b"IDAT", b"IDAT"[::-1])),
        ("image/jpeg", b"\xff\xd8\xff"),
        ("image/jpeg", png()),
        ("image/svg+xml", b"<svg/>"),
        ("image/gif", b"GIF89a"),
    ],
)
def test_what_is_not_such_a_picture_is_refused(mime, data):
    assert data_uri(mime, encoded(data)) is None


def test_only_pictures_are_pictures():
    assert is_picture_uri(data_uri("image/png", encoded(png())))
    assert not is_picture_uri("data:text/html;base64,PGI+")
