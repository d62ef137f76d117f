"""Pictures: small, in new formats where they are known, and silent about where they were taken."""

import io

import pytest
from PIL import Image

import pages


# Resolution, orientation and the like, which libwebp's writer makes up itself: nothing of a camera or a place.
TECHNICAL = {274, 282, 283, 296, 531, 34665}


def addresses(root):
    """Every address of a picture that the page names."""
    found = set(root.xpath("//picture//img/@src"))
    for srcset in root.xpath("//picture//source/@srcset"):
        found |= {part.split()[0] for part in srcset.split(",")}
    return found


@pytest.mark.parametrize("page", ["front-ar", "article-en", "gallery-ar", "blocks-en"])
def test_each_variant_is_what_it_says_and_holds_no_metadata(document, server, page):
    found = addresses(document(page))
    assert len(found) >= 5
    for address in found:
        answer = server.get(address)
        picture = Image.open(io.BytesIO(answer.body))
        assert answer.headers["content-type"] == {"AVIF": "image/avif", "WEBP": "image/webp", "JPEG": "image/jpeg"}[picture.format]
        assert "immutable" in answer.headers["cache-control"]
        assert set(picture.getexif()) <= TECHNICAL, address
        for secret in (b"SecretCamera", b"GPS", b"http://ns.adobe.com"):
            assert secret not in answer.body
        assert server.get(address, If_None_Match=answer.headers["etag"]).status == 304


def test_a_telephones_picture_stands_upright(document, server):
    """The EXIF of the original turns it by a quarter: 900 × 600 is shown as 600 × 900."""
    picture = document("blocks-en").xpath("//figure[contains(@class, 'opening')]//img")[0]
    assert int(picture.get("width")) < int(picture.get("height"))
    shown = Image.open(io.BytesIO(server.get(picture.get("src")).body))
    assert shown.size == (int(picture.get("width")), int(picture.get("height")))


@pytest.mark.parametrize("page", ["front-ar", "article-en", "gallery-ar"])
def test_the_browser_takes_avif_in_a_size_that_fits(tab, page):
    opened = tab(page, width=390, device_scale_factor=2)
    shown = opened.evaluate("[...document.querySelectorAll('picture img')].filter(i => i.complete && i.currentSrc).map(i => i.currentSrc)")
    assert shown
    assert all(address.endswith(".avif") for address in shown)


def test_webp_and_jpeg_are_there_for_browsers_without_avif(document):
    for picture in document("article-en").xpath("//picture"):
        assert picture.xpath(".//source/@type") == ["image/avif", "image/webp"]
        assert picture.xpath(".//img/@src")[0].endswith((".jpg", ".png"))


@pytest.mark.parametrize("page", ["front-en", "article-ar", "gallery-en", "section-en"])
def test_each_picture_keeps_its_place_and_only_the_first_is_fetched_at_once(document, page):
    pictures = document(page).xpath("//main//img")
    assert len(pictures) >= 2
    assert all(picture.get("width") and picture.get("height") and picture.get("alt") is not None for picture in pictures)
    eager = [picture for picture in pictures if picture.get("loading") != "lazy"]
    assert len(eager) <= 1
    assert all(picture.get("fetchpriority") == "high" for picture in eager)


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_pictures_in_an_article_say_what_they_show(document, language):
    shown = document(f"gallery-{language}").xpath("//figure//img/@alt")
    assert len(shown) >= 4
    assert all(shown)
