"""Who said what: proposed beside the text, confirmed by keys, following the text as it is edited, and shown to readers; with and without scripts."""

import json

import pytest

import visit
from patience import until
from writer import Writer

STORY = (
    "<p>Minister Layla Haddad said that the quay would open on Sunday.</p><p>“We are ready,” Haddad said in a statement to Harbour Radio.</p>"
    "<p>Sources said that the money was gone.</p>"
)
WORDS = "that the quay would open on Sunday"
ARABIC = "<p>قالت الوزيرة ليلى حداد إن الرصيف سيفتح يوم الأحد.</p><p>وأضافت حداد في تصريح لإذاعة الميناء أن العمل انتهى.</p>"


def open_beside(writer):
    writer.tab.locator(".beside > summary").click()
    writer.tab.wait_for_selector(".beside .said-list > li")


def test_a_statement_is_confirmed_by_keys_follows_the_text_and_says_when_it_no_longer_can(browser, desk):
    desk.set_role("administrator")
    story = desk.story("en", headline="The quay", body=STORY)
    writer = Writer(desk, story, browser.new_context(viewport={"width": 1280, "height": 900}, base_url=desk.origin)).open()
    tab = writer.tab
    open_beside(writer)
    proposed = tab.locator(".beside .proposed")
    count = proposed.count()
    assert count >= 2 and WORDS in proposed.first.inner_text() and "Layla Haddad" in proposed.first.inner_text()
    proposed.first.focus()
    tab.keyboard.press("c")
    until(lambda: tab.locator(".beside .kept").count() == 1, lambda: tab.locator(".beside").inner_text())
    assert proposed.count() == count - 1

    # Words before it: it follows.
    writer.focus()
    tab.keyboard.press("Control+Home")
    tab.keyboard.type("News first. ")
    writer.saved()
    until(lambda: "News first." in desk.head(story)["content"]["body"], lambda: desk.head(story)["content"]["body"])
    until(lambda: tab.locator(".beside .kept").count() == 1 and WORDS in tab.locator(".beside .kept").inner_text(), lambda: tab.locator(".beside").inner_text())

    # Its own words: it says so.
    desk.colleague_takes(story, "Ada")
    body = desk.head(story)["content"]["body"]
    desk.colleague_saves(story, "Ada", body=body.replace("on Sunday", "on Monday"))
    tab.goto(f"/en/desk/stories/{story.edition}/reading")
    altered = tab.locator("li.altered")
    assert "changed" in altered.inner_text() and "on Monday" in altered.locator(".words").inner_text()
    # Gone: it is shown as it was.
    desk.colleague_saves(story, "Ada", body="<p>Nothing of all that was ever so.</p>")
    tab.reload()
    lost = tab.locator("li.lost")
    assert "no longer has it" in lost.inner_text() and WORDS in lost.locator("del").inner_text()
    writer.context.close()


@pytest.mark.parametrize("language,body", [("en", STORY), ("ar", ARABIC)])
def test_without_scripts_a_statement_is_mended_and_readers_find_it(desk, open_desk, axe, language, body):
    desk.set_role("administrator")
    story = desk.story(language, headline="The quay" if language == "en" else "الرصيف", body=body)
    tab = open_desk(390, java_script_enabled=False)
    reading = f"/{language}/desk/stories/{story.edition}/reading"
    tab.goto(reading)
    first = tab.locator(".proposed").first
    first.locator("summary").click()
    first.locator("[name=role]").fill("Minister of Ports" if language == "en" else "وزيرة الموانئ")
    first.locator("button[value=confirm]").click()
    assert tab.locator(".kept").count() == 1
    rejected = tab.locator(".proposed").count()
    tab.locator(".proposed button[value=reject]").first.click()
    assert tab.locator(".proposed").count() == rejected - 1
    tab.goto(f"/{language}/desk/stories/{story.edition}/details")
    tab.locator("select[name=section]").select_option(index=1)
    tab.locator("form.form button.primary").first.click()
    tab.goto(f"/{language}/desk/stories/{story.edition}/publication")
    tab.locator("form[action$=publication] button.primary").click()
    tab.goto(f"/{language}/desk/stories/{story.edition}")
    tab.locator(".ways a[href*='/articles/']").click()
    article = tab.url
    panel = tab.locator(".said")
    panel.locator("summary").click()
    link = panel.locator("li li a").first
    target = link.get_attribute("href")
    assert tab.locator(target).count() == 1
    panel.locator(".speaker a").first.click()
    # In the other language it is the same record: one person, whatever the script.
    assert tab.locator(".statements blockquote").count() >= 1 and ("Haddad" if language == "en" else "حداد") in tab.locator("h1").inner_text()
    speaker = tab.url
    data = json.loads(tab.request.get(speaker + "/annotations.jsonld").text())
    assert data["items"][0]["target"][0]["selector"][0]["type"] == "TextQuoteSelector"

    for width in (390, 1280):
        shown = open_desk(width)
        for address in (article, speaker, f"{desk.origin}/{language}/speakers", desk.origin + reading):
            shown.goto(address)
            for summary in shown.locator(".said summary, .said-list summary").all():
                summary.click()
            assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is wider than the window"
            assert visit.describe(axe.run(shown).response["violations"]) == [], address


def test_a_finding_is_written_as_proposed_left_as_it_is_and_required_before_publishing(browser, desk):
    desk.set_role("administrator")
    story = desk.story("en", headline="The quay", body="<p>The the quay opened . Reports said that it was late.</p>")
    writer = Writer(desk, story, browser.new_context(viewport={"width": 1280, "height": 900}, base_url=desk.origin)).open()
    tab = writer.tab
    open_beside(writer)
    doubled = tab.locator(".beside .finding", has=tab.locator(".use")).filter(has_text="The the").first
    doubled.locator(".use").click()
    until(lambda: "The the" not in desk.head(story)["content"]["body"], lambda: desk.head(story)["content"]["body"])
    writer.saved()
    until(lambda: tab.locator(".beside .finding").filter(has_text="The the").count() == 0, lambda: tab.locator(".beside").inner_text())
    findings = tab.locator(".beside .finding").count()
    assert findings
    tab.goto("/en/desk/copydesk")
    tab.get_by_label("No story is published").select_option("suggestion")
    tab.get_by_role("button", name="Save the rules").click()
    tab.goto(f"/en/desk/stories/{story.edition}/details")
    tab.locator("select[name=section]").select_option(index=1)
    tab.locator("form.form button.primary").first.click()
    tab.goto(f"/en/desk/stories/{story.edition}/publication")
    tab.locator("form[action$=publication] button.primary").click()
    assert "requires to be seen to" in tab.locator(".refusal").first.inner_text()
    tab.goto(f"/en/desk/stories/{story.edition}/reading")
    for _ in range(findings):
        tab.locator(".finding button[value=leave]").first.click()
        tab.wait_for_load_state()
    assert tab.locator(".finding").count() == 0
    tab.goto(f"/en/desk/stories/{story.edition}/publication")
    tab.locator("form[action$=publication] button.primary").click()
    assert "done=published" in tab.url
    tab.goto("/en/desk/copydesk")
    tab.get_by_label("No story is published").select_option("none")
    tab.get_by_role("button", name="Save the rules").click()
    writer.context.close()
