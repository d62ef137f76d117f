"""What a page's HTML is and says: to the Nu checker, to search engines, to other sites."""

import json

import pytest

import pages
from nu import checked

every_page = pytest.mark.parametrize("page", pages.ALL)
every_indexed_page = pytest.mark.parametrize("page", pages.INDEXED)
every_article = pytest.mark.parametrize("page", [f"{kind}-{language}" for kind in pages.ARTICLES for language in pages.LANGUAGES])


@pytest.fixture(scope="session")
def faults(server, tmp_path_factory):
    """What the Nu checker says of every page, in one run of it."""
    return checked({page: server.get(pages.path(page)).body for page in pages.ALL}, tmp_path_factory.mktemp("nu"))


@every_page
def test_the_nu_checker_finds_no_error(faults, page):
    assert faults[page] == []


def test_the_nu_checker_does_find_errors(tmp_path):
    assert checked({"bad": b"<!doctype html><title>x</title><p id=a><div id=a><img src=x></p>"}, tmp_path)["bad"]


@every_page
def test_the_page_says_its_language_and_direction(document, page):
    _, language = pages.split(page)
    root = document(page)
    assert (root.get("lang"), root.get("dir")) == (language, pages.DIRECTION[language])


@every_page
def test_markup_is_markup_and_not_its_own_text(document, server, page):
    """A quotation mark around an attribute that was escaped makes another attribute, which no checker minds."""
    assert "=&quot;" not in server.get(pages.path(page)).text
    assert document(page).find("body").get("class") == (None if pages.split(page)[0].name == "front" else "inner")


@every_page
def test_there_is_one_headline_and_one_main_part(document, page):
    root = document(page)
    assert len(root.xpath("//h1")) == 1
    assert len(root.xpath("//main")) == 1


@every_page
def test_no_script_or_style_stands_in_the_page(document, page):
    root = document(page)
    assert root.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == []
    inline = [script.get("type") for script in root.xpath("//script[not(@src)]")]
    assert set(inline) <= {"application/ld+json"}


@every_page
def test_identifiers_are_given_once_and_what_refers_to_them_finds_them(document, page):
    root = document(page)
    known = root.xpath("//@id")
    assert len(known) == len(set(known))
    asked = " ".join(root.xpath("//@aria-labelledby | //@aria-describedby | //label/@for")).split()
    assert set(asked) <= set(known)


@every_indexed_page
def test_the_canonical_address_is_the_pages_own_at_the_configured_origin(document, server, page):
    (canonical,) = document(page).xpath("//link[@rel='canonical']/@href")
    assert canonical.startswith(server.origin + "/")
    assert server.get(canonical).body == server.get(pages.path(page)).body


@pytest.mark.parametrize("page", [page for page in pages.ALL if page not in pages.INDEXED])
def test_pages_that_are_no_content_are_not_listed(document, page):
    assert document(page).xpath("//meta[@name='robots']/@content") == ["noindex"]


@every_indexed_page
def test_editions_name_each_other(document, server, page):
    """hreflang links hold for both sides, or there are none."""
    kind, language = pages.split(page)
    links = {link.get("hreflang"): link.get("href") for link in document(page).xpath("//link[@rel='alternate'][@hreflang]")}
    if not kind.has_twin or kind.name == "second-page":
        assert links == {}
        return
    (canonical,) = document(page).xpath("//link[@rel='canonical']/@href")
    assert set(links) == {"ar", "en", "x-default"}
    twin = document(f"{kind.name}-{pages.OTHER[language]}")
    (twins_canonical,) = twin.xpath("//link[@rel='canonical']/@href")
    assert links[language] == canonical
    assert links[pages.OTHER[language]] == twins_canonical
    assert {link.get("hreflang"): link.get("href") for link in twin.xpath("//link[@rel='alternate'][@hreflang]")} == links


@every_page
def test_the_language_switch_leads_to_the_other_edition_or_the_other_front_page(document, server, page):
    kind, language = pages.split(page)
    other = pages.OTHER[language]
    (switch,) = document(page).xpath("//header//a[@class='language']")
    assert (switch.get("hreflang"), switch.get("lang"), switch.get("dir")) == (other, other, pages.DIRECTION[other])
    assert switch.text == pages.NATIVE[other]
    answer = server.get(switch.get("href"))
    assert answer.status == 200
    assert answer.headers["content-language"] == other
    path = kind.path(other)
    if kind.name in ("found", "found-none"):
        path = f"/{other}" + getattr(kind, language)  # the same question, asked of the other language's page
    if kind.name == "second-page":
        path = path.removesuffix("/page/2")
    assert answer.body == server.get(path if kind.has_twin else f"/{other}").body


@every_article
def test_an_article_leads_to_its_other_edition_or_says_there_is_none(document, server, page):
    kind, language = pages.split(page)
    (line,) = document(page).xpath("//*[@class='edition']")
    links = line.xpath(".//a/@href")
    if kind.has_twin:
        (link,) = links
        assert server.get(link).body == server.get(kind.path(pages.OTHER[language])).body
    else:
        assert links == []
        assert line.text_content() == {"en": "There is no Arabic edition of this story.", "ar": "لا توجد نسخة إنجليزية من هذا الخبر."}[language]


def structured(document, page):
    """A page's JSON-LD by type."""
    found = [json.loads(script.text) for script in document(page).xpath("//script[@type='application/ld+json']")]
    assert all(item["@context"] == "https://schema.org" for item in found)
    return {item["@type"]: item for item in found}


@every_article
def test_structured_data_says_what_the_article_shows(document, page):
    _, language = pages.split(page)
    root = document(page)
    article = structured(document, page)["NewsArticle"]
    assert article["headline"] == root.xpath("string(//h1)")
    assert article["inLanguage"] == language
    assert article["mainEntityOfPage"] == root.xpath("string(//link[@rel='canonical']/@href)")
    assert [author["name"] for author in article.get("author", [])] == root.xpath("//*[@class='about']//a[@rel='author']/text()")
    times = root.xpath("//*[@class='dates']//time/@datetime")
    assert article["datePublished"] == times[0]
    assert article["dateModified"] == times[-1]
    assert article.get("keywords", []) == root.xpath("//*[@class='topics']//a/text()")
    assert article["articleSection"] == root.xpath("string(//article/header/*[@class='label'])")
    assert root.xpath("string(//meta[@property='og:title']/@content)") == article["headline"]


@pytest.mark.parametrize("page", [page for page in pages.INDEXED if pages.split(page)[0].name != "front"])
def test_the_way_to_the_page_is_told_to_readers_and_machines_alike(document, server, page):
    root = document(page)
    shown = [(link.text, link.get("href")) for link in root.xpath("//nav[@class='crumbs']/ol/li/a")]
    told = structured(document, page)["BreadcrumbList"]["itemListElement"]
    assert len(shown) >= 2
    assert [(item["name"], item["item"]) for item in told] == [(name, server.origin + path) for name, path in shown]
    assert [item["position"] for item in told] == list(range(1, len(told) + 1))
    assert root.xpath("//nav[@class='crumbs']//a[@aria-current='page']/text()") == [shown[-1][0]]
    for _, path in shown:
        assert server.get(path).status == 200


def test_an_article_of_a_sub_section_passes_through_both_sections(document):
    steps = document("article-en").xpath("//nav[@class='crumbs']//a/text()")
    assert steps[:3] == ["Home", "Economy", "The Port"]


OLD_DIALOGS = ["password reset link", "Log In", "Add to Collection", "Leave your vote", "Forgot password", "Private", "No Collections"]


@every_article
def test_an_article_holds_none_of_the_dialogs_of_the_old_site(document, server, page):
    body = server.get(pages.path(page)).text
    assert [words for words in OLD_DIALOGS if words.lower() in body.lower()] == []
    assert document(page).xpath("//dialog | //template | //*[@role='dialog'] | //article//input") == []


@every_article
def test_check_also_offers_other_stories_in_the_same_language_each_once(document, server, page):
    root = document(page)
    _, language = pages.split(page)
    offered = root.xpath("//*[@class='check-also']//h3/a/@href")
    assert 1 <= len(offered) <= 3
    assert len(set(offered)) == len(offered)
    own = root.xpath("string(//link[@rel='canonical']/@href)").removeprefix(server.origin)
    assert own not in offered
    assert all(path.startswith(f"/{language}/articles/") and server.get(path).status == 200 for path in offered)


@every_page
def test_every_link_of_the_site_leads_somewhere(document, server, page, answered):
    links = {link.split("#")[0] for link in document(page).xpath("//a/@href") if link.startswith("/")}
    assert [link for link in sorted(links) if answered(link) not in (200, 410)] == []


@pytest.fixture(scope="session")
def answered(server):
    known = {}

    def status(path):
        if path not in known:
            answer = server.get(path)
            # The account's page leads whoever is not logged in to the log-in page.
            known[path] = server.get(answer.headers["location"]).status if answer.status == 303 else answer.status
        return known[path]

    return status
