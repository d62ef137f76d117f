"""A whole day at the desk: a reporter, an editor and a translator, from the first word to the correction and the other language.

LINE_DOWN=120 for the two minutes that a real tunnel takes.
"""

import datetime
import os
import re
import time
import zoneinfo

import pytest

from conftest import copy_newsroom
from desks import Desk, Story
from patience import until
from server import Server
from writer import Writer

LINE_DOWN = float(os.environ.get("LINE_DOWN", "5"))


@pytest.fixture
def day(browser, newsroom, tmp_path):
    """A newsroom of its own, and a way to sit down in it: `at("Rana")` gives a tab."""
    server = Server(copy_newsroom(newsroom, tmp_path / "data"))
    desk = Desk(server, None)
    for name, role in (("Rana", "reporter"), ("Ehab", "editor"), ("Tala", "translator")):
        desk.staff(name, role)
    contexts = {}

    def context(name):
        if name not in contexts:
            contexts[name] = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=desk.origin, locale="en-GB", reduced_motion="reduce")
            desk.enter(contexts[name], name)
        return contexts[name]

    yield desk, context
    for one in contexts.values():
        one.close()
    server.stop()


def act(tab, name):
    """Presses what leads on."""
    with tab.expect_navigation(wait_until="load"):
        tab.get_by_role("button", name=name, exact=True).click()


def test_a_day(day):
    desk, context = day
    rana, ehab, tala = (context(name).new_page() for name in ("Rana", "Ehab", "Tala"))

    # A reporter writes in Arabic, at an English desk.
    rana.goto("/en/desk/stories")
    rana.get_by_label("Headline").fill("افتتاح الجسر الجديد")
    rana.get_by_label("العربية").check()
    rana.get_by_label("Section").select_option(index=1)
    act(rana, "Begin")
    story = Story(int(rana.url.rsplit("/", 1)[1]))
    rana.close()
    one = Writer(desk, story, context("Rana"), name="Rana").open()
    assert one.text.get_attribute("dir") == "rtl" and one.tab.locator("html").get_attribute("dir") == "ltr"
    one.write("افتُتح الجسر يوم الأحد.")
    one.saved()

    # The line is down for two minutes; she writes on.
    one.context.set_offline(True)
    one.write(" حضر المئات.")
    one.wait_for("offline")
    time.sleep(LINE_DOWN)
    one.write(" ثم انصرفوا.")
    written = "<p>افتُتح الجسر يوم الأحد. حضر المئات. ثم انصرفوا.</p>"
    until(lambda: one.journals() and one.journals()[0]["content"]["body"] == written, "the journal lags")
    one.context.set_offline(False)
    one.saved()
    assert one.stored["body"] == written

    # The server is killed while it is being told.
    killed = []

    def strike(route):
        if not killed:
            killed.append(True)
            desk.server.kill()
        route.continue_()

    one.tab.route("**/save", strike)
    one.write(" وبقي الجسر.")
    until(lambda: one.state and killed, "something is saved")
    journal = lambda: one.journals()[0]["content"]["body"] if one.journals() else None
    until(lambda: journal() == "<p>افتُتح الجسر يوم الأحد. حضر المئات. ثم انصرفوا. وبقي الجسر.</p>", "the journal lags")
    kept = journal()
    desk.server.start()
    one.saved()
    assert one.stored["body"] == kept
    one.tab.unroute("**/save")
    act(one.tab, "Hand in for review")

    # An editor compares, and sends it back.
    ehab.goto("/en/desk?tray=in-review")
    ehab.get_by_role("link", name="افتتاح الجسر الجديد").click()
    ehab.get_by_role("link", name="Revisions").click()
    act(ehab, "Compare")
    assert ehab.locator(".changes ins").count() > 0
    ehab.goto(f"/en/desk/stories/{story.edition}")
    act(ehab, "Send back to work")
    one.open()
    one.write(" والنهر تحته.")
    one.tab.locator("[name=note]").fill("As asked")
    one.tab.locator("#story").get_by_role("button", name="Save a version").first.click()
    one.saved()
    act(one.tab, "Hand in for review")

    # He places it, and publishes it at a moment.
    ehab.goto(f"/en/desk/stories/{story.edition}/details")
    ehab.get_by_label("Byline").fill("رنا الكاتبة")
    act(ehab, "Save")
    ehab.goto(f"/en/desk/stories/{story.edition}/publication")
    zone = zoneinfo.ZoneInfo(re.search(r"\(([A-Za-z]+/[A-Za-z_]+)\)", ehab.locator("#h-moment").inner_text()).group(1))
    moment = (datetime.datetime.now(zone) + datetime.timedelta(seconds=61)).replace(second=0, microsecond=0)
    ehab.get_by_label("When").fill(moment.strftime("%Y-%m-%dT%H:%M"))
    act(ehab, "Publish")
    path = "/ar/articles/افتتاح-الجسر-الجديد"
    assert "Scheduled" in ehab.locator("main").inner_text()
    if datetime.datetime.now(zone) < moment:
        assert desk.server.get(path).status == 404
    until(lambda: desk.server.get(path).status == 200, "it is published at its moment", seconds=180)
    assert datetime.datetime.now(zone) >= moment
    assert "والنهر تحته" in desk.server.get(path).text

    # An hour later he puts it right, and says so.
    two = Writer(desk, story, context("Ehab"), name="Ehab").open()
    two.text.evaluate("element => element.focus()")
    two.tab.keyboard.press("Control+a")
    two.tab.keyboard.type("افتُتح الجسر يوم الاثنين. حضر المئات. ثم انصرفوا. وبقي الجسر. والنهر تحته.")
    two.saved()
    two.tab.close()
    ehab.goto(f"/en/desk/stories/{story.edition}/publication")
    assert "الاثنين" in ehab.locator("#difference ~ .changes ins, .changes ins").first.inner_text()
    ehab.get_by_label("Correction").fill("كان الافتتاح يوم الاثنين.")
    act(ehab, "Publish")
    until(lambda: "كان الافتتاح يوم الاثنين." in desk.server.get(path).text, "readers are told")
    assert "كان الافتتاح يوم الاثنين." in desk.server.get("/ar/corrections").text
    assert desk.server.get(path + "/versions/1").status == 200

    # A translator makes the other edition, with the original beside it.
    tala.goto(f"/ar/desk/stories/{story.edition}")
    act(tala, "ابدأ النسخة الإنجليزية")
    english = Story(int(tala.url.rsplit("/", 1)[1]))
    tala.close()
    three = Writer(desk, english, context("Tala"), interface="ar", name="Tala").open()
    assert "افتُتح الجسر" in three.tab.locator(".original").inner_text()
    three.tab.locator("[name=headline]").fill("New bridge opened")
    three.focus()
    assert three.tab.locator(".original .block.is-here").count() == 1
    three.tab.keyboard.press("Control+a")
    three.tab.keyboard.type("The bridge was opened on Monday. The river is below it.")
    three.saved()
    act(three.tab, "سلّم للمراجعة")
    ehab.goto(f"/en/desk/stories/{english.edition}/details")
    ehab.get_by_label("Page address").fill("new-bridge-opened")
    act(ehab, "Save")
    ehab.goto(f"/en/desk/stories/{english.edition}/publication")
    act(ehab, "Publish")
    until(lambda: desk.server.get("/en/articles/new-bridge-opened").status == 200, "it is published")
    until(lambda: "/en/articles/new-bridge-opened" in desk.server.get(path).text, "the two are told of each other")
    assert [error for error in one.errors + two.errors + three.errors if "ERR_" not in error and "Failed to fetch" not in error] == []
