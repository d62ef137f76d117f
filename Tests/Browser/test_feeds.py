"""The feeds, read by a reader that is not ours."""

import feedparser
import pytest
from lxml import etree

import pages

FEEDS = ["/ar/feed.xml", "/en/feed.xml", "/ar/sections/اقتصاد/feed.xml", "/en/sections/economy/feed.xml", "/en/sections/letters/feed.xml"]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_parses_and_names_itself(server, path):
    answer = server.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/rss+xml; charset=utf-8")
    feed = feedparser.parse(answer.body)
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.language == path.split("/")[1]
    assert feed.feed.title
    own = [link.href for link in feed.feed.links if link.rel == "self"]
    assert own and server.get(own[0]).body == answer.body


@pytest.mark.parametrize("path", FEEDS[:4])
def test_every_item_leads_to_its_story(server, path):
    feed = feedparser.parse(server.get(path).body)
    assert 5 <= len(feed.entries) <= 30
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    dates = [entry.published_parsed for entry in feed.entries]
    assert dates == sorted(dates, reverse=True)
    for entry in feed.entries:
        answer = server.get(entry.link)
        assert answer.status == 200
        assert f"/{path.split('/')[1]}/articles/" in entry.link
        assert entry.title in etree.HTML(answer.body).xpath("string(//h1)")


def test_an_item_has_its_authors_section_and_picture(server):
    feed = feedparser.parse(server.get("/en/feed.xml").body)
    (item,) = [entry for entry in feed.entries if entry.link.endswith("council-puts-off-vote-on-new-container-quay")]
    assert [author.name for author in item.authors] == ["Amal al-Khazin", "Tariq al-Dalil"]
    assert [tag.term for tag in item.tags] == ["The Port"]
    (picture,) = item.enclosures
    answer = server.get(picture.href)
    assert (answer.status, str(len(answer.body)), answer.headers["content-type"]) == (200, picture.length, picture.type)


@pytest.mark.parametrize("page", ["front-ar", "front-en", "section-ar", "section-en"])
def test_a_page_names_its_feed(document, server, page):
    (feed,) = document(page).xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href")
    kind, language = pages.split(page)
    assert server.get(feed).body == server.get(kind.path(language) + "/feed.xml").body
