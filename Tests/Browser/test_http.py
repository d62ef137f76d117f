"""What is said beneath the pages: encodings, caches, headers."""

import gzip

import brotli
import pytest

import pages

every_page = pytest.mark.parametrize("page", pages.PUBLIC)


@every_page
def test_compressed_bodies_are_the_plain_one(server, page):
    path = pages.path(page)
    plain = server.get(path, Accept_Encoding="identity")
    small = server.get(path, Accept_Encoding="gzip")
    smaller = server.get(path, Accept_Encoding="gzip, deflate, br")
    assert "content-encoding" not in plain.headers
    assert (small.headers["content-encoding"], smaller.headers["content-encoding"]) == ("gzip", "br")
    assert gzip.decompress(small.body) == plain.body == brotli.decompress(smaller.body)
    assert len(plain.body) > len(small.body)
    assert plain.headers["vary"] == "Accept-Encoding"
    assert len({answer.headers["etag"] for answer in (plain, small, smaller)}) == 3


@pytest.mark.parametrize("page", [page for page in pages.PUBLIC if pages.split(page)[0].status == 200])
def test_a_page_that_is_known_is_not_sent_again(server, page):
    path = pages.path(page)
    for coding in ("identity", "gzip", "br"):
        known = server.get(path, Accept_Encoding=coding)
        again = server.get(path, Accept_Encoding=coding, If_None_Match=known.headers["etag"])
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", known.headers["etag"])
        weak = server.get(path, Accept_Encoding=coding, If_None_Match=f'"other", W/{known.headers["etag"]}')
        assert weak.status == 304
    assert server.get(path, If_None_Match='"other"').status == 200


@pytest.mark.parametrize("page", [page for page in pages.PUBLIC if pages.split(page)[0].status != 200])
def test_errors_are_kept_by_nobody(server, page):
    answer = server.get(pages.path(page))
    assert answer.headers["cache-control"] == "no-store"
    assert server.get(pages.path(page), If_None_Match=answer.headers["etag"]).status == answer.status


@pytest.mark.parametrize("path", [*map(pages.path, pages.PUBLIC), "/en/feed.xml", "/robots.txt", "/health", "/media/nothing.jpg", "/assets/nothing.css", "/"])
def test_every_answer_has_the_same_headers_of_security(server, path):
    headers = server.get(path).headers
    policy = headers["content-security-policy"]
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"]
    assert "set-cookie" not in headers


@every_page
def test_a_head_is_the_page_without_its_body(server, page):
    whole, head = server.get(pages.path(page)), server.get(pages.path(page), method="HEAD")
    assert (head.status, head.body) == (whole.status, b"")
    for name in ("etag", "content-type", "content-length", "cache-control"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_nothing_can_be_changed_here(server):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = server.get("/en", method=method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_the_root_leads_to_the_readers_language(server):
    for wish, language in (("ar-LY,en;q=0.5", "ar"), ("en-GB,ar;q=0.5", "en"), ("fr", "ar")):
        answer = server.get("/", Accept_Language=wish)
        assert answer.status in (302, 303, 307)
        assert answer.headers["location"] == f"/{language}"
        assert "accept-language" in answer.headers.get("vary", "").lower()


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_an_article_is_light(tab, server, language):
    """At most 30 KB and 6 requests over the wire without pictures and type."""
    page = tab(width=390)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds, sizes = {}, {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(pages.path(f"article-{language}"), wait_until="networkidle")
    counted = [identifier for identifier, kind in kinds.items() if kind not in ("Image", "Font")]
    total = sum(sizes[identifier] for identifier in counted)
    print(f"article-{language}: {total} bytes in {len(counted)} requests")
    assert 3 <= len(counted) <= 6
    assert 5_000 < total <= 30_000
