"""Reading with a keyboard, without scripts, on paper; and the card of the next read."""

import re

import pytest

import pages
from patience import until

CARD = ".card"


def read_on(tab):
    """Scrolls through the text as a reader does, to where the card is offered."""
    for part in (0.3, 0.6, 0.75):
        tab.evaluate("""part => {
            const box = document.querySelector(".article > .text").getBoundingClientRect();
            scrollTo(0, box.top + scrollY + box.height * part - innerHeight);
        }""", part)
        tab.wait_for_timeout(60)


@pytest.mark.parametrize("language", pages.LANGUAGES)
@pytest.mark.parametrize("how", ["button", "Escape"])
def test_the_card_is_offered_once_and_its_dismissal_is_remembered(tab, language, how):
    page = tab(f"article-{language}")
    assert page.locator(CARD).count() == 0
    read_on(page)
    card = page.locator(CARD)
    assert card.is_visible()
    offered = card.locator("h3 a").get_attribute("href")
    assert offered == page.locator(".check-also h3 a").first.get_attribute("href")
    assert card.locator("button").get_attribute("aria-label")
    if how == "button":
        card.locator("button").click()
    else:
        page.keyboard.press("Escape")
    assert card.count() == 0
    page.reload()
    read_on(page)
    page.wait_for_timeout(200)
    assert card.count() == 0
    page.goto(pages.path(f"gallery-{language}"))
    read_on(page)
    page.wait_for_timeout(200)
    assert card.count() == 0


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_the_card_never_lies_over_the_text(tab, language):
    offered = []
    for width in (1024, 1152, 1264, 1280, 1600):
        page = tab(f"article-{language}", width=width)
        read_on(page)
        if card := page.locator(CARD).count() and page.locator(CARD).bounding_box():
            text = page.locator(".article > .text").bounding_box()
            assert card["x"] >= text["x"] + text["width"] or card["x"] + card["width"] <= text["x"], width
            offered.append(width)
    assert offered[-3:] == [1264, 1280, 1600]


def test_there_is_no_card_on_a_phone(tab):
    page = tab("article-en", width=390)
    read_on(page)
    page.wait_for_timeout(200)
    assert page.locator(CARD).count() == 0


def test_focus_stays_on_the_page_when_the_card_goes(tab):
    page = tab("article-en")
    read_on(page)
    page.locator(CARD).locator("button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.check-also') !== null")


def focused(tab):
    return tab.evaluate("""() => {
        const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
        return {
            name: (element.className && "." + element.className) || element.id && "#" + element.id || element.textContent.trim() || element.tagName,
            tag: element.tagName, text: element.textContent.trim(), part: element.closest("header, nav, main, footer")?.className ?? "",
            ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, shown: box.width > 4 && box.height > 4 && box.bottom > 0,
        };
    }""")


@pytest.mark.parametrize("page", ["front-ar", "front-en", "article-ar", "article-en", "found-en"])
def test_the_first_stop_of_the_keyboard_leads_past_the_masthead(tab, page):
    opened = tab(page)
    opened.keyboard.press("Tab")
    stop = focused(opened)
    assert (stop["text"], stop["shown"]) == ({"ar": "انتقل إلى النص", "en": "Skip to the text"}[pages.split(page)[1]], True)
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", pages.WIDTHS)
@pytest.mark.parametrize("page", ["front-ar", "front-en", "static-ar", "static-en", "search-en"])
def test_the_nameplate_stands_where_it_will_stand_before_the_tools_are_there(tab, page, width):
    """A browser may paint what it has of a page: what comes behind must not move it."""
    opened = tab(page, width)
    top = "() => document.querySelector('.nameplate').getBoundingClientRect().top"
    whole = opened.evaluate(top)
    opened.evaluate("document.querySelector('.tools').remove()")
    assert opened.evaluate(top) == whole


@pytest.mark.parametrize("page", ["front-ar", "article-en"])
def test_the_keyboard_passes_through_the_masthead_in_the_order_seen(tab, page):
    opened = tab(page)
    stops = []
    for _ in range(8):
        opened.keyboard.press("Tab")
        stops.append(focused(opened))
    assert [stop["tag"] for stop in stops[:6]] == ["A", "A", "INPUT", "BUTTON", "A", "A"]
    assert [stop["part"] for stop in stops[1:7]] == ["masthead"] * 5 + ["sections"]
    # A text field always shows its caret; the ring around it is the form's.
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["shown"])] == []


@pytest.mark.parametrize("page", ["blocks-en", "section-ar", "found-ar"])
def test_wherever_the_keyboard_goes_it_can_be_seen(tab, page):
    opened = tab(page)
    unseen, count = [], opened.evaluate("[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length")
    for _ in range(count - 3):
        opened.keyboard.press("Tab")
        stop = focused(opened)
        if not (stop["ring"] and stop["shown"]):
            unseen.append(stop["name"])
    assert unseen == []


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_without_scripts_one_can_search(tab, language):
    page = tab(f"front-{language}", java_script_enabled=False)
    page.locator(".masthead input[type=search]").fill({"ar": "الميناء", "en": "council"}[language])
    page.locator(".masthead .search button").click()
    assert page.url.split("?")[0].endswith(f"/{language}/search")
    assert page.locator(".listing mark").count() > 0
    page.locator("input[name=in][value=en]").check()
    page.locator(".search-page button").click()
    assert "in=en" in page.url


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_without_scripts_one_can_read_and_go_on(tab, language):
    page = tab(f"article-{language}", java_script_enabled=False)
    assert page.locator(".check-also h3 a").first.is_visible()
    assert page.locator(".article .opening img").is_visible()
    assert page.locator("button[data-copy]").is_hidden()
    assert page.locator(".card").count() == 0
    page.locator("a.language").click()
    assert page.locator("html").get_attribute("lang") == pages.OTHER[language]
    assert page.locator("article h1").count() == 1
    page.locator(".sections a").first.click()
    assert "/sections/" in page.url
    page.locator(".listing h2 a").first.click()
    assert "/articles/" in page.url


def test_without_scripts_one_can_go_to_older_stories(tab):
    page = tab("/en/sections/archive", java_script_enabled=False)
    first = page.locator(".listing h2").first.text_content()
    page.locator("a[rel=next]").click()
    assert page.url.endswith("/page/2")
    assert page.locator(".listing h2").first.text_content() != first
    assert page.locator(".pages [aria-current]").text_content() == "2"
    page.locator("a[rel=prev]").click()
    assert page.locator(".listing h2").first.text_content() == first


def test_the_link_can_be_copied(tab, server):
    page = tab("article-ar", permissions=["clipboard-read", "clipboard-write"])
    page.locator("button[data-copy]").click()
    page.locator(".share [role=status]:not(:empty)").wait_for(state="attached")
    assert page.locator(".share [role=status]").text_content() == "نُسخ الرابط"
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("link[rel=canonical]").get_attribute("href")


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_on_paper_stands_the_story_and_nothing_to_click(tab, language):
    page = tab(f"article-{language}")
    page.emulate_media(media="print")
    for part in (".tools", ".sections", ".crumbs", ".share", ".check-also", ".footer .columns"):
        assert page.locator(part).first.is_hidden(), part
    for part in (".nameplate", "h1", ".text p >> nth=0", ".opening img", ".byline"):
        assert page.locator(part).first.is_visible(), part
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF") and 1 <= len(re.findall(rb"/Type /Page\b", paper)) <= 5


@pytest.mark.parametrize("page", ["article-ar", "blocks-en"])
def test_a_block_in_the_other_language_runs_its_own_way(document, page):
    _, language = pages.split(page)
    other = pages.OTHER[language]
    blocks = document(page).xpath(f"//div[@class='text']/p[@dir='{pages.DIRECTION[other]}']")
    assert len(blocks) == 1
    assert blocks[0].get("lang") == other


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_what_another_process_withdraws_is_gone_at_once(server, language):
    path = f"/{language}/articles/short-lived"
    section = {"ar": "/ar/sections/الأرشيف", "en": "/en/sections/archive"}[language]
    for warm in (path, section):
        assert server.get(warm).status == 200
    assert "short-lived" in server.get(section).text
    reason = "It was <wrong> & “late”."
    server.withdraw(language, "short-lived", reason)
    answer = until(
        lambda: (found := server.get(path)).status == 410 and "short-lived" not in server.get(section).text and found, "it is gone from its places")
    assert "It was &lt;wrong&gt; &amp; “late”." in answer.text
    assert "short-lived" not in server.get(f"/{language}/feed.xml").text
    assert "Old text." not in answer.text and "نص. Text." not in answer.text
