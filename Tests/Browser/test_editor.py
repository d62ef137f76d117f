"""The story editor of the desk: nothing that was written is lost, and nothing is written that the story cannot say.

What the tests ask of the newsroom stands behind the fixture `desk`.
"""

import json
import pathlib
import time

import pytest

import visit
from browsers import kill, launch
from writer import Writer, until

INTERFACES = ("ar", "en")
both_ways = pytest.mark.parametrize("interface,language", [("en", "ar"), ("ar", "en"), ("en", "en"), ("ar", "ar")])
# Beside the checkout, where there is one.
ATTACKS = pathlib.Path(__file__).resolve().parents[3] / "shared/data/xss/inputs.json"
ATTACKS_A_STORY = 60

# Every block and inline, as the program writes it.
BLOCKS = {
    "paragraph": "<p>One &amp; two &lt;three&gt; &quot;four&quot; &#39;five&#39;</p>",
    "line": '<p lang="ar" dir="rtl">مرحبا <em>يا <strong>عالم</strong></em></p>',
    "nesting": "<p><strong><em>x</em>y</strong> <em>a</em><strong><em>b</em></strong></p>",
    "breaks": "<p><strong>a</strong><br><strong>b</strong> <strong>c<br>d</strong><br><br>e</p>",
    "code": "<p><code>a</code><code>b c</code> H<sub>2</sub>O x<sup>2<em>n</em></sup></p>",
    "links": '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">out <em>side</em></a> <a href="/en/articles/x">in</a> <a href="mailto:a@b.example">m</a>'
    ' <a href="tel:+218211234567">t</a> <a href="#part">f</a></p>',
    "spans": '<p><span lang="fr"><span dir="ltr">bon</span> jour</span> <span lang="ar" dir="rtl">س</span></p>',
    "spaces": "<p>a\u00a0b \u200fمـ\u200cم</p>",
    "headings": '<h2>Two</h2><h3 lang="ar">ثلاثة</h3><h4 dir="rtl">Four</h4>',
    "list": '<ul><li>a</li><li lang="ar" dir="rtl">ب</li><li>c<ul><li>d</li></ul><ol start="3"><li>e</li><li></li></ol></li><li><p>one</p><p>two</p></li></ul>',
    "list of blocks": '<ul><li><p lang="ar">x</p><ul><li>y</li></ul></li><li><h2>h</h2></li><li><ul><li>deep</li></ul></li></ul>',
    "ordered list": '<ol start="-4"><li>a</li></ol><ol><li><blockquote><p>q</p></blockquote></li></ol>',
    "quotation": '<blockquote><p>Said</p><ul><li>x</li></ul><footer lang="ar" dir="rtl">قائل</footer></blockquote><blockquote><footer>only</footer></blockquote>',
    "nested quotation": "<blockquote><blockquote><p>deep</p></blockquote></blockquote>",
    "pull quote": '<figure class="pullquote"><blockquote><p>Pulled</p><footer>Who</footer></blockquote></figure>',
    "figure": '<figure><img src="media:7" alt="A &quot;ship&quot;"></figure>',
    "figure with all": '<figure><a href="https://example.org/" rel="noopener"><img src="https://example.org/a.jpg" alt=""></a>'
    '<figcaption lang="ar" dir="rtl">وصف <em>الصورة</em><div class="credit" lang="en">Photo: X</div></figcaption></figure>',
    "credit": '<figure><img src="media:7" alt="x"><figcaption><div class="credit">Only credit</div></figcaption></figure>',
    "gallery": '<figure class="gallery"><figure><img src="media:7" alt="x"></figure><figure><img src="media:8" alt="y"><figcaption>c</figcaption></figure>'
    '<figcaption dir="ltr">All</figcaption></figure>',
    "table": '<table><caption lang="en">Cap <strong>t</strong></caption><thead><tr><td></td><th>A</th></tr></thead>'
    '<tbody><tr><th rowspan="2">x</th><td colspan="3" dir="rtl">1<br>2</td></tr><tr><td>z</td></tr></tbody></table>',
    "plain table": "<table><tbody><tr><td>a</td></tr></tbody></table>",
    "card": '<figure class="embed"><a href="https://video.example/watch?v=1&amp;t=2" rel="noopener">A film</a></figure>'
    '<figure class="embed"><a href="https://video.example/x" rel="noopener">https://video.example/x</a></figure>',
    "preformatted": "<pre>  a\n\tb  &lt;x&gt;\n\nc</pre>",
    "rule": "<hr>",
}
WORDS = {"en": "The harbour opened again on Monday", "ar": "فُتح الميناء من جديد يوم الاثنين"}
TYPED = {"en": "Ships arrive", "ar": "تصل السفن"}


@pytest.fixture
def writer(browser, desk):
    """Opens a story in a browser of its own: `writer(story, interface="ar", width=390)`."""
    contexts = []

    def open_story(story, interface="en", width=1280, opens=True, **options):
        context = browser.new_context(viewport={"width": width, "height": 844 if width < 600 else 900}, locale="en-GB", reduced_motion="reduce", **options)
        contexts.append(context)
        one = Writer(desk, story, context, interface)
        return one.open() if opens else one

    yield open_story
    for context in contexts:
        context.close()


def paragraphs(*words):
    return "".join(f"<p>{word}</p>" for word in words)


# The text


def test_what_is_written_is_saved_and_the_page_says_with_which_revision(desk, writer):
    story = desk.story("en", headline="A headline", body="<p>Begun</p>")
    one = writer(story)
    assert one.state == "saved" and not one.saves
    one.write(" and ended")
    one.saved()
    assert one.stored["body"] == "<p>Begun and ended</p>" and one.stored["headline"] == "A headline"
    until(lambda: not one.journals(), "the journal still holds what the server has")
    assert one.faults() == []


def test_opening_a_story_changes_nothing(desk, writer):
    story = desk.story("en", body="".join(BLOCKS.values()))
    one = writer(story)
    one.tab.wait_for_timeout(2600)
    assert one.saves == [] and one.state == "saved" and one.journals() == []
    assert one.faults() == []


@pytest.mark.parametrize("name", BLOCKS)
def test_what_stands_around_an_edit_survives_it_to_the_byte(desk, writer, name):
    story = desk.story("en", body=BLOCKS[name] + "<p>End</p>")
    one = writer(story)
    one.write(".")
    one.saved()
    assert one.stored["body"] == BLOCKS[name] + "<p>End.</p>"
    assert one.faults() == []


def test_what_is_pressed_becomes_what_the_story_can_say(desk, writer):
    one = writer(desk.story("en", body=""))
    keys = one.tab.keyboard
    one.focus()
    for line in ("## Title", "Plain **strong** and *soft* and `code`", "- first", "second"):
        keys.type(line)
        keys.press("Enter")
    keys.press("Enter")
    keys.type("1. one")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("> said")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("***")
    keys.type("last")
    keys.press("Shift+Enter")
    keys.type("line")
    one.saved()
    assert one.stored["body"] == (
        "<h2>Title</h2><p>Plain <strong>strong</strong> and <em>soft</em> and <code>code</code></p><ul><li>first</li><li>second</li></ul><ol><li>one</li></ol>"
        "<blockquote><p>said</p></blockquote><hr><p>last<br>line</p>")
    assert one.faults() == []


@both_ways
def test_text_runs_its_own_way_in_either_interface(desk, writer, interface, language):
    other = {"ar": "en", "en": "ar"}[language]
    story = desk.story(language, headline=WORDS[language], body=paragraphs(WORDS[language]))
    one = writer(story, interface)
    run = {"ar": "rtl", "en": "ltr"}
    one.write("")
    one.tab.keyboard.press("Enter")
    one.tab.keyboard.type(WORDS[other])
    one.tab.keyboard.press("Enter")
    one.tab.keyboard.type(TYPED[language])
    directions = one.text.locator("p").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")
    assert directions == [run[language], run[other], run[language]]
    assert one.tab.locator(".toolbar").first.evaluate("bar => getComputedStyle(bar).direction") == run[interface]
    assert one.tab.locator("[name=headline]").evaluate("field => getComputedStyle(field).direction") == run[language]
    one.saved()
    assert one.stored["body"] == paragraphs(WORDS[language], WORDS[other], TYPED[language])
    # Only a direction that was set is stored; the same button once more takes it away.
    one.tool("rightToLeft").click()
    one.saved()
    assert one.stored["body"].endswith(f'<p dir="rtl">{TYPED[language]}</p>')
    one.tool("rightToLeft").click()
    one.saved()
    assert one.stored["body"].endswith(f"<p>{TYPED[language]}</p>")
    assert one.faults() == []


# Saving


def test_saves_are_in_order_one_at_a_time_and_coalesced(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    first = desk.head(story)["id"]
    one = writer(story)
    flights = []

    def slowly(route):
        flights.append("up")
        assert flights.count("up") - flights.count("down") == 1, "two saves at once"
        time.sleep(0.6)
        flights.append("down")
        route.continue_()

    one.tab.route("**/save", slowly)
    for number in range(12):
        one.write(f" {number}", delay=5)
        if number % 3 == 0:
            one.tab.keyboard.press("Control+s")
    one.saved()
    sequences = [save["sequence"] for save in one.saves]
    assert sequences == sorted(set(sequences)) and len(sequences) < 8
    assert len({save["writer"] for save in one.saves}) == 1
    assert one.stored["body"] == "<p>0 " + " ".join(str(number) for number in range(12)) + "</p>"
    bases = [save["base"] for save in one.saves]
    assert bases == sorted(set(bases)) and bases[0] == first


def test_autosave_comes_while_typing_goes_on(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    begun = time.monotonic()
    while time.monotonic() - begun < 120 and not one.saves:
        one.write("a ", delay=50)
    assert one.saves and time.monotonic() - begun > 9


def test_a_named_version_is_saved_with_its_note(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    one.tab.locator("[name=note]").fill("Names checked")
    one.write("1")
    one.tab.keyboard.press("Control+s")
    one.saved()
    head = desk.head(story)
    assert head["isNamed"] and head["note"] == "Names checked"
    until(lambda: one.tab.locator("[name=note]").input_value() == "", "the note stays for the next version")


def test_a_server_that_is_busy_is_asked_again_with_the_same_save(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    left = [503, 429, 500]

    def refuse(route):
        if left:
            return route.fulfill(status=left.pop(0), headers={"Retry-After": "1"}, json={"words": "Busy."})
        return route.continue_()

    one.tab.route("**/save", refuse)
    one.write(" more")
    one.wait_for("busy")
    assert one.journals()[0]["content"]["body"] == "<p>0 more</p>"
    one.saved()
    assert one.stored["body"] == "<p>0 more</p>"
    assert len({save["sequence"] for save in one.saves[:4]}) == 1
    assert one.faults("the server responded with a status of") == []


def test_an_answer_that_is_lost_does_not_save_twice(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    before = len(desk.revisions(story))
    one = writer(story)
    lost = []

    def lose(route):
        if not lost:
            lost.append(route.fetch().status)
            return route.abort()
        return route.continue_()

    one.tab.route("**/save", lose)
    one.write(" more")
    one.saved()
    assert lost == [200] and len(desk.revisions(story)) == before + 1
    assert [save["sequence"] for save in one.saves] == [1, 1]


def test_what_the_server_refuses_is_said_where_it_stands(desk, writer):
    story = desk.story("en", headline="Short", body="<p>0</p>")
    one = writer(story)
    headline = one.tab.locator("[name=headline]")
    one.tab.route("**/save", lambda route: route.fulfill(status=422, json={"words": "Too long a headline.", "field": "headline"}) if "Very" in route.request.post_data else route.continue_())
    headline.fill("Very long")
    one.wait_for("invalid")
    assert headline.get_attribute("aria-invalid") == "true" and one.notice("Too long a headline.").is_visible()
    assert one.journals()[0]["content"]["headline"] == "Very long"
    headline.fill("Shorter")
    one.saved()
    assert one.stored["headline"] == "Shorter" and headline.get_attribute("aria-invalid") is None


def test_a_role_that_was_taken_away_stops_the_saving_but_keeps_the_text(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    one.tab.route("**/save", lambda route: route.fulfill(status=403, json={"words": "You may not change this story any more."}))
    one.write(" more")
    one.wait_for("refused")
    assert one.notice("You may not change this story any more.").is_visible()
    one.write(" and more")
    until(lambda: [record["content"]["body"] for record in one.journals()] == ["<p>0 more and more</p>"], "the journal lags")
    one.tab.unroute("**/save")
    one.notice("You may not").get_by_role("button", name="Try now").click()
    one.saved()
    assert one.stored["body"] == "<p>0 more and more</p>"


# Journal


def test_two_minutes_without_a_line_lose_nothing(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    one.context.set_offline(True)
    one.write(" in the tunnel")
    one.wait_for("offline")
    assert one.notice("no connection").is_visible()
    one.write(" and on")
    until(lambda: one.journals() and one.journals()[0]["content"]["body"] == "<p>0 in the tunnel and on</p>", "the journal lags")
    assert desk.head(story)["content"]["body"] == "<p>0</p>"
    one.context.set_offline(False)
    one.saved()
    assert one.stored["body"] == "<p>0 in the tunnel and on</p>"
    until(lambda: not one.journals(), "the journal still holds what the server has")
    assert one.faults("ERR_INTERNET_DISCONNECTED", "Failed to fetch") == []


def test_every_key_reaches_the_journal_within_a_second(desk, writer):
    story = desk.story("ar", body="<p>0</p>")
    one = writer(story, "ar")
    one.tab.route("**/save", lambda route: route.abort())
    typed = ""
    for word in ("فتح ", "الميناء ", "من ", "جديد "):
        one.tab.keyboard.type(word) if typed else one.write(word)
        typed += word
        one.tab.wait_for_timeout(950)
        assert one.journals()[0]["content"]["body"] == f"<p>0{typed.rstrip()}</p>"


@pytest.fixture
def profile(browser, desk, tmp_path):
    """A browser that can be killed and started again over the same folder."""
    opened = []

    def start(story, interface="en"):
        context = launch(browser, tmp_path)
        opened.append(context)
        return Writer(desk, story, context, interface)

    yield start, tmp_path
    for context in opened:
        try:
            context.close()
        except Exception:
            pass


def test_a_browser_that_was_killed_gives_the_text_back(desk, profile):
    start, folder = profile
    story = desk.story("en", headline="Kept", body="<p>0</p>")
    one = start(story).open()
    one.tab.route("**/save", lambda route: route.abort())
    one.write(" typed a second before")
    one.tab.wait_for_timeout(1000)
    kill(folder)
    again = start(story).open()
    again.saved()
    assert again.stored["body"] == "<p>0 typed a second before</p>"
    assert again.notice("was put back").is_visible()
    again.notice("was put back").get_by_role("button", name="Back to the saved version").click()
    again.saved()
    assert again.stored["body"] == "<p>0</p>"
    until(lambda: again.journals() == [], "the journal still holds what the server has")


def test_a_browser_killed_before_it_heard_the_answer_asks_nothing(desk, profile):
    start, folder = profile
    story = desk.story("en", body="<p>0</p>")
    one = start(story).open()
    reached = []
    one.tab.route("**/save", lambda route: reached.append(route.fetch().status))
    one.write(" sent")
    until(lambda: one.state and reached, "nothing was sent")
    one.write(" and more")
    one.tab.wait_for_timeout(1000)
    kill(folder)
    assert desk.head(story)["content"]["body"] == "<p>0 sent</p>"
    again = start(story).open()
    again.saved()
    assert again.stored["body"] == "<p>0 sent and more</p>" and again.tab.locator("dialog").count() == 0


def test_a_killed_browser_and_a_colleague_in_between_show_both_texts(desk, profile):
    start, folder = profile
    story = desk.story("en", body=paragraphs("One", "Two"))
    one = start(story).open()
    one.tab.route("**/save", lambda route: route.abort())
    one.write(" of mine")
    one.tab.wait_for_timeout(1000)
    kill(folder)
    desk.colleague_saves(story, "Ada", body=paragraphs("One of hers", "Two"))
    again = start(story)
    again.tab.goto(again.address)
    dialog = again.tab.locator("dialog.compare")
    dialog.wait_for()
    assert desk.head(story)["content"]["body"] == paragraphs("One of hers", "Two")
    dialog.get_by_role("button", name="Take the saved one").first.click()
    dialog.get_by_role("button", name="Take yours").last.click()
    dialog.get_by_role("button", name="Use this text").click()
    again.settle().saved()
    assert again.stored["body"] == paragraphs("One of hers", "Two of mine")


def test_a_second_tab_says_so_and_leaves_the_first_ones_text_alone(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    other = Writer(desk, story, one.context)
    other.open()
    assert other.notice("another tab").is_visible()
    assert other.text.get_attribute("contenteditable") == "false"
    one.write(" first")
    one.saved()
    with other.tab.expect_navigation():
        other.notice("another tab").get_by_role("button", name="Write here instead").click()
    other.settle()
    assert other.text.inner_text().strip() == "0 first"
    until(lambda: one.text.get_attribute("contenteditable") == "false", "both tabs write")
    other.write(" second")
    other.saved()
    assert other.stored["body"] == "<p>0 first second</p>"


def test_logging_out_empties_the_journals(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    one.write(" more")
    one.saved()
    one.tab.evaluate("""() => new Promise(done => {
        const asked = indexedDB.open("matbaa-desk", 1);
        asked.onsuccess = () => {
            const put = asked.result.transaction("journals", "readwrite");
            put.objectStore("journals").put({ key: "9:x", edition: 9, base: 1, writer: "x", content: {}, at: 1, unsaved: true });
            put.oncomplete = () => { asked.result.close(); done(); };
        };
    })""")
    with one.tab.expect_navigation():
        one.tab.locator('form[action$="/log-out"] button').click()
    assert one.tab.evaluate("""() => new Promise(done => {
        const asked = indexedDB.open("matbaa-desk", 1);
        asked.onsuccess = () => {
            const all = asked.result.transaction("journals").objectStore("journals").getAll();
            all.onsuccess = () => done(all.result.length);
        };
    })""") == 0


# Together


def test_a_stale_save_is_refused_and_both_texts_are_kept(desk, writer):
    story = desk.story("en", headline="Old", body=paragraphs("One", "Two", "Three"))
    one = writer(story)
    desk.colleague_saves(story, "Ada", headline="Hers", body=paragraphs("One by Ada", "Two", "Three"))
    one.write(" by Ben")
    dialog = one.tab.locator("dialog.compare")
    dialog.wait_for()
    assert one.stored["body"] == paragraphs("One by Ada", "Two", "Three")
    assert one.journals()[0]["content"]["body"] == paragraphs("One", "Two", "Three by Ben")
    assert dialog.locator("ins").filter(has_text="by Ben").count() == 1
    assert "only in your text" in dialog.locator("ins").filter(has_text="by Ben").inner_text()
    assert dialog.locator("del").filter(has_text="by Ada").count() == 1
    # What only one of the two changed is proposed.
    assert dialog.locator('.compared-row[data-choice="theirs"]').count() == 2 and dialog.locator('.compared-row[data-choice="mine"]').count() == 1
    dialog.get_by_role("button", name="Use this text").click()
    one.saved()
    assert one.stored["body"] == paragraphs("One by Ada", "Two", "Three by Ben") and one.stored["headline"] == "Hers"
    assert one.faults("status of 409") == []


@both_ways
def test_each_of_two_texts_runs_its_own_way_from_its_first_word(desk, writer, interface, language):
    first, second, third = {"en": ("Hundreds came", "Thousands came", "Dozens came"), "ar": ("مئات حضروا", "آلاف حضروا", "عشرات حضروا")}[language]
    one = writer(desk.story(language, headline=first, body=paragraphs(first)), interface)
    desk.colleague_saves(one.story, "Ada", headline=second, body=paragraphs(second))
    one.focus()
    one.tab.keyboard.press("Control+a")
    one.tab.keyboard.type(third)
    dialog = one.tab.locator("dialog.compare")
    dialog.wait_for()
    assert dialog.locator(":is(ins, del)").count() == 4
    ways = dialog.locator(".compared").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")
    assert ways == [{"en": "ltr", "ar": "rtl"}[language]] * 4


def test_the_clock_of_the_page_is_the_newsrooms(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("1")
    one.saved()
    here = one.tab.locator(".save-state").inner_text()
    one.tab.reload()
    one.settle()
    assert one.tab.locator("main .facts time").first.inner_text()[-5:] == one.tab.locator(".save-state").inner_text()[-5:] == here.strip()[-5:]


def test_the_other_order_of_saving_keeps_both_texts_too(desk, writer):
    story = desk.story("ar", body=paragraphs("واحد", "اثنان"))
    one, other = writer(story, "ar"), writer(story, "en")
    other.write(" من الثاني")
    other.saved()
    other.context.close()
    one.write(" من الأول")
    dialog = one.tab.locator("dialog.compare")
    dialog.wait_for()
    assert one.stored["body"] == paragraphs("واحد", "اثنان من الثاني")
    dialog.locator(".take-all button").first.click()
    dialog.locator(".foot .primary").click()
    one.saved()
    assert one.stored["body"] == paragraphs("واحد", "اثنان من الأول")
    assert [revision["content"]["body"] for revision in desk.revisions(story)][-2:] == [paragraphs("واحد", "اثنان من الثاني"), paragraphs("واحد", "اثنان من الأول")]


def test_closing_without_a_choice_keeps_mine_and_overwrites_nothing(desk, writer):
    story = desk.story("en", body=paragraphs("One"))
    one = writer(story)
    desk.colleague_saves(story, "Ada", body=paragraphs("One by Ada"))
    one.write(" by Ben")
    dialog = one.tab.locator("dialog.compare")
    dialog.wait_for()
    one.tab.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    one.write(" still")
    until(lambda: one.journals()[0]["content"]["body"] == paragraphs("One by Ben still"), "the journal lags")
    one.tab.wait_for_timeout(2500)
    assert one.state == "conflict" and one.stored["body"] == paragraphs("One by Ada") and len(one.saves) == 1
    one.notice("saved a newer version").get_by_role("button", name="Compare the texts").click()
    assert "Ben still" in dialog.inner_text()
    dialog.get_by_role("button", name="Take all of the saved one").click()
    dialog.get_by_role("button", name="Use this text").click()
    one.saved()
    assert one.text.inner_text().strip() == "One by Ada" and desk.head(story)["content"]["body"] == "<p>One by Ada</p>"


def test_a_colleague_takes_the_story_over_and_it_can_be_taken_back(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    one.write(" mine")
    one.saved()
    desk.colleague_takes(story, "Ada")
    one.tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    one.notice("took this story over").wait_for()
    assert one.text.get_attribute("contenteditable") == "false" and one.tab.locator("[name=headline]").get_attribute("readonly") is not None
    one.notice("took this story over").get_by_role("button", name="Take the story over").click()
    until(lambda: one.text.get_attribute("contenteditable") == "true", "still locked")
    one.write(" again")
    one.saved()
    assert one.stored["body"] == "<p>0 mine again</p>"


def test_a_newer_version_is_told_before_one_writes_on(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    desk.colleague_saves(story, "Ada", body="<p>hers</p>")
    one.tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    one.notice("Load it before you write on").wait_for()
    with one.tab.expect_navigation():
        one.notice("Load it before").get_by_role("button", name="Load it").click()
    assert one.settle().text.inner_text().strip() == "hers"


def test_a_session_that_ends_in_the_middle_costs_nothing(desk, writer):
    story = desk.story("en", body="<p>0</p>")
    one = writer(story)
    desk.end_session()
    one.write(" more")
    dialog = one.tab.get_by_role("dialog", name="Log in again")
    dialog.wait_for()
    assert one.state == "signedOut" and one.journals()[0]["content"]["body"] == "<p>0 more</p>"
    assert dialog.get_by_role("link").get_attribute("target") == "_blank"
    desk.resume_session()
    dialog.get_by_role("button", name="I am logged in").click()
    dialog.wait_for(state="detached")
    one.saved()
    assert one.stored["body"] == "<p>0 more</p>" and len({save["sequence"] for save in one.saves}) == 1
    assert one.faults("status of 401") == []


def test_a_story_to_be_read_only_cannot_be_written(desk, writer):
    one = writer(desk.story("en", is_read_only=True, body="<p>0</p>"))
    assert one.text.get_attribute("contenteditable") == "false" and one.state == "readOnly"
    until(lambda: one.tool("strong").get_attribute("aria-disabled") == "true", "the tool is shown as one that does nothing here")


# What is brought in


def test_what_is_pasted_is_read_by_the_server_and_its_losses_are_told(desk, writer):
    one = writer(desk.story("en", body="<p>Before</p>"))
    one.write(" ")
    one.paste('<html><body><p class="MsoNormal">Pasted <b>text</b></p><p>Second</p><form><input></form></body></html>', "Pasted text")
    one.notice("could not be taken along").wait_for()
    one.saved()
    assert one.stored["body"] == "<p>Before Pasted <strong>text</strong></p><p>Second</p>"
    assert one.notice("could not be taken along").locator("li").count() == 1
    one.tab.keyboard.press("Control+z")
    one.saved()
    assert one.stored["body"] == "<p>Before</p>"
    assert one.faults() == []


def test_without_a_line_the_browser_itself_reads_what_is_pasted(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.context.set_offline(True)
    one.write("")
    one.tab.keyboard.press("Enter")
    one.paste('<h1>Title</h1><p onclick="alert(1)">a <b>b</b> <a href="javascript:alert(1)">c</a></p><ul><li>d</li></ul><script>alert(1)</script>', "x")
    one.notice("Pasted without the server").wait_for()
    one.context.set_offline(False)
    one.saved()
    assert one.stored["body"] == "<p>0</p><h2>Title</h2><p>a <strong>b</strong> c</p><ul><li>d</li></ul>"
    assert one.tab.evaluate("window.ran") == 0


def test_a_pasted_address_is_a_link_and_may_become_a_card(desk, writer):
    one = writer(desk.story("en", body=""))
    one.focus()
    one.paste("", "https://video.example/watch?v=1&t=2")
    one.saved()
    link = '<a href="https://video.example/watch?v=1&amp;t=2" rel="noopener">https://video.example/watch?v=1&amp;t=2</a>'
    assert one.stored["body"] == f"<p>{link}</p>"
    one.tab.get_by_role("button", name="Make it a card").click()
    one.saved()
    assert one.stored["body"] == f'<figure class="embed">{link}</figure>'


def test_what_is_copied_here_is_pasted_as_it_was(desk, writer):
    body = BLOCKS["list"] + BLOCKS["quotation"] + BLOCKS["plain table"] + BLOCKS["headings"]
    one = writer(desk.story("en", body=body + "<p>End</p>"))
    one.focus()
    one.tab.keyboard.press("Control+a")
    html = one.tab.evaluate("""() => {
        const data = new DataTransfer();
        document.activeElement.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
        return data.getData("text/html");
    }""")
    assert "data-pm-slice" in html
    one.write("")
    one.tab.keyboard.press("Enter")
    one.paste(html, "x")
    one.saved()
    assert one.stored["body"] == body + "<p>End</p>" + body + "<p>End</p>"


def picture(name="quay.png", colour=(90, 120, 140)):
    import io

    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (640, 400), colour).save(data, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": data.getvalue()}


def choose(one, *files):
    one.tool("picture").click()
    dialog = one.tab.locator("dialog.library")
    with one.tab.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(list(files))
    dialog.wait_for(state="detached")


def test_a_picture_is_brought_in_described_and_captioned(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("")
    held = []
    one.tab.route("**/upload?*", lambda route: held.append(route))
    choose(one, picture())
    figure = one.tab.locator(".figure-block")
    figure.get_by_text("is on its way").wait_for()
    one.write("1")
    one.saved()
    assert one.stored["body"] == "<p>0</p><p>1</p>" or one.stored["body"] == "<p>01</p>", "a picture on its way is no part of the text"
    until(lambda: one.state and held, "nothing was sent")
    held[0].continue_()
    figure.locator("img").wait_for()
    one.saved()
    number = one.stored["body"].split("media:")[1].split('"')[0]
    assert figure.get_by_text("learn nothing of it").is_visible()
    figure.locator("input").fill("A quay at noon")
    assert not figure.get_by_text("learn nothing of it").is_visible()
    figure.locator("figcaption").click()
    one.tab.keyboard.type("The quay")
    figure.locator(".credit").click()
    one.tab.keyboard.type("Photo: Ben")
    one.saved()
    assert (f'<figure><img src="media:{number}" alt="A quay at noon"><figcaption>The quay<div class="credit">Photo: Ben</div></figcaption></figure>'
            in one.stored["body"])
    assert one.faults() == []


def test_pictures_stand_in_the_order_they_were_chosen_and_a_key_takes_none_away(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("")
    choose(one, picture("a.png"), picture("b.png", (1, 2, 3)))
    until(lambda: one.tab.locator(".figure-block img").count() == 2, "the pictures did not arrive")
    one.tab.keyboard.type("words")
    one.saved()
    numbers = [part.split('"')[0] for part in one.stored["body"].split("media:")[1:]]
    assert len(numbers) == 2 and "<figcaption>words</figcaption>" in one.stored["body"]
    names = [url.rsplit("name=", 1)[1] for url in one.requests if "/upload?" in url]
    assert names == ["a.png", "b.png"]


def test_an_upload_that_fails_says_why_and_is_tried_again(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("")
    left = [1]

    def refuse(route):
        if left:
            left.pop()
            return route.fulfill(status=422, json={"words": "Too many pixels."})
        return route.continue_()

    one.tab.route("**/upload?*", refuse)
    choose(one, picture())
    figure = one.tab.locator(".figure-block")
    figure.get_by_text("Too many pixels.").wait_for()
    figure.get_by_role("button", name="Try again").click()
    figure.locator("img").wait_for()
    one.saved()
    assert "media:" in one.stored["body"]
    assert one.faults("status of 422") == []


def test_pictures_are_dropped_pasted_and_put_together_as_a_gallery(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("")
    one.text.evaluate("""async element => {
        const canvas = new OffscreenCanvas(40, 30);
        canvas.getContext("2d").fillRect(0, 0, 40, 30);
        const data = new DataTransfer();
        data.items.add(new File([await canvas.convertToBlob()], "dropped.png", { type: "image/png" }));
        const box = element.getBoundingClientRect();
        element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, clientX: box.x + 20, clientY: box.y + 10 }));
    }""")
    one.tab.locator(".figure-block img").wait_for()
    one.tool("picture").click()
    dialog = one.tab.locator("dialog.library")
    dialog.locator(".shelf-of-pictures button").nth(1).wait_for()
    dialog.locator(".shelf-of-pictures button").nth(0).click()
    dialog.locator(".shelf-of-pictures button").nth(1).click()
    dialog.get_by_text("as one gallery").click()
    dialog.get_by_role("button", name="Insert 2 pictures").click()
    one.saved()
    assert one.stored["body"].count('<figure class="gallery">') == 1 and one.stored["body"].count("<img") == 3
    assert one.faults() == []


# Tools


def test_find_and_replace_knows_arabic(desk, writer):
    story = desk.story("ar", body=paragraphs("قال الأَحمد إن أحمد وصل", "ثم غادر احمـد", "رأى <strong>أحمد</strong> الفتاة والفتاه"))
    one = writer(story, "en")
    one.focus()
    one.tab.keyboard.press("Control+f")
    one.tab.get_by_label("Find", exact=True).fill("احمد")
    assert one.tab.locator(".finding .count").inner_text() == "1 of 4"
    one.tab.keyboard.press("Enter")
    assert one.tab.locator(".finding .count").inner_text() == "2 of 4"
    one.tab.get_by_label("Ignore accents").uncheck()
    assert one.tab.locator(".finding .count").inner_text() == "Not found"
    one.tab.get_by_label("Ignore accents").check()
    one.tab.get_by_label("Replace with").fill("محمود")
    one.tab.get_by_role("button", name="Replace all").click()
    assert one.tab.locator(".finding .count").inner_text() == "Replaced 4 times"
    one.saved()
    assert one.stored["body"] == paragraphs("قال المحمود إن محمود وصل", "ثم غادر محمود", "رأى <strong>محمود</strong> الفتاة والفتاه")
    one.tab.keyboard.press("Escape")
    assert one.text.evaluate("element => element === document.activeElement")
    one.tab.keyboard.press("Control+z")
    one.saved()
    assert "أحمد" in one.stored["body"]


def test_a_link_is_checked_before_it_is_set(desk, writer):
    one = writer(desk.story("en", body="<p>See here</p>"))
    one.focus()
    one.tab.keyboard.press("Control+a")
    for address, wrong in (("javascript:alert(1)", "not allowed"), ("//half.example", "two slashes"), ("https://user@evil.example/", "hides"), ("nonsense", "begins with")):
        one.tab.keyboard.press("Control+k") if not one.tab.locator("dialog").count() else None
        one.tab.get_by_label("Address").fill(address)
        one.tab.keyboard.press("Enter")
        until(lambda: wrong in one.tab.locator("dialog .error").inner_text(), wrong)
    one.tab.get_by_label("Address").fill("example.org/a b")
    one.tab.keyboard.press("Enter")
    until(lambda: one.stored["body"] == '<p><a href="https://example.org/a%20b" rel="noopener">See here</a></p>', lambda: one.stored["body"])
    until(lambda: one.text.evaluate("element => element === document.activeElement"), "the text has the focus again")


def test_a_table_is_made_with_its_commands(desk, writer):
    one = writer(desk.story("en", body="<p>0</p>"))
    one.write("")
    one.tool("table").click()
    keys = one.tab.keyboard
    for word in ("A", "B", "C", "1", "2", "3"):
        keys.type(word)
        keys.press("Tab")
    one.tool("deleteRow").click()
    one.tool("columnAfter").click()
    keys.press("Enter")
    keys.type("x")
    one.tool("deleteColumn").click()
    one.tool("headRow").click()
    one.saved()
    assert one.stored["body"].startswith("<p>0</p><table><thead>")
    assert one.stored["body"].count("<tr>") == 2
    one.tool("deleteTable").click()
    one.saved()
    assert one.stored["body"] == "<p>0</p>"
    assert one.faults() == []


def test_words_and_minutes_are_counted(desk, writer):
    one = writer(desk.story("en", body=paragraphs("Three short words", "and four more here")))
    assert one.tab.locator(".word-count").inner_text() == "7 words · 1 minute to read"
    arabic = writer(desk.story("ar", body=paragraphs("فُتح الميناء", "اليوم")), "ar")
    assert arabic.tab.locator(".word-count").inner_text() == "3 كلمات · دقيقة للقراءة"


def test_the_keyboard_is_enough(desk, writer):
    one = writer(desk.story("en", headline="Head", body="<p>word</p>"))
    keys = one.tab.keyboard
    one.tab.locator("[name=headline]").focus()
    for _ in range(10):
        keys.press("Tab")
        if one.tab.evaluate("document.activeElement.closest('[role=toolbar]') !== null"):
            break
    assert one.tab.evaluate("document.activeElement.dataset.tool") == "undo"
    keys.press("ArrowRight")
    assert one.tab.evaluate("document.activeElement.dataset.tool") == "redo"
    keys.press("End")
    assert one.tab.evaluate("document.activeElement.dataset.tool") == "keys"
    keys.press("Enter")
    one.tab.get_by_role("dialog", name="Keys").wait_for()
    keys.press("Escape")
    until(lambda: one.tab.evaluate("document.activeElement.dataset.tool") == "keys", "the focus goes back to where it was")
    keys.press("Tab")
    until(lambda: one.text.evaluate("element => element === document.activeElement"), "Tab leads into the text")
    keys.press("Control+a")
    keys.press("Alt+F10")
    while one.tab.evaluate("document.activeElement.dataset.tool") != "strong":
        keys.press("ArrowRight")
    keys.press("Space")
    until(lambda: one.tool("strong").get_attribute("aria-pressed") == "true", "the tool is shown as pressed")
    keys.press("Escape")
    keys.press("End")
    keys.press("Tab")
    assert not one.text.evaluate("element => element === document.activeElement"), "Tab leaves the text"
    one.saved()
    assert one.stored["body"] == "<p><strong>word</strong></p>"
    arabic = writer(desk.story("en", body="<p>x</p>"), "ar")
    arabic.focus()
    arabic.tab.keyboard.press("Alt+F10")
    arabic.tab.keyboard.press("ArrowLeft")
    assert arabic.tab.evaluate("document.activeElement.dataset.tool") == "redo"


def test_whoever_has_gone_on_is_not_called_back_by_a_dialog_that_closes(desk, writer):
    one = writer(desk.story("en", headline="Head", body="<p>word</p>"))
    one.tool("keys").click()
    dialog = one.tab.get_by_role("dialog", name="Keys")
    dialog.wait_for()
    one.tab.evaluate("""() => {
        document.querySelector("dialog").close();
        document.querySelector("[name=headline]").focus();
    }""")
    dialog.wait_for(state="detached")
    assert one.tab.evaluate("document.activeElement.name") == "headline"


# For everyone


@pytest.mark.parametrize("width", [390, 1280])
@both_ways
def test_nobody_is_shut_out(desk, writer, axe, interface, language, width):
    body = "".join(BLOCKS.values())
    one = writer(desk.story(language, headline=WORDS[language], standfirst=TYPED[language], body=body), interface, width)
    found = []

    def look(state):
        for narrow in (width, 320) if width < 600 else (width, 768):
            one.tab.set_viewport_size({"width": narrow, "height": 844})
            found.extend(f"{state} at {narrow}: {fault}" for fault in one.tab.evaluate(visit.OVERFLOW))
        one.tab.set_viewport_size({"width": width, "height": 844})
        for scheme in ("light", "dark"):
            one.tab.emulate_media(color_scheme=scheme)
            found.extend(f"{state}, {scheme}: {fault}" for fault in visit.describe(axe.run(one.tab).response["violations"]))
        one.tab.emulate_media(color_scheme="light")

    look("the text")
    small = one.tab.evaluate("""() => [...document.querySelectorAll(".toolbar button, .desk-bar button, .figure-tools button")].filter(one => one.offsetParent)
        .map(one => one.getBoundingClientRect()).filter(box => Math.min(box.width, box.height) < (innerWidth < 600 ? 44 : 24)).length""")
    assert small == 0
    one.text.locator("td").first.click()
    one.tab.locator(".for-table").wait_for()
    one.tab.keyboard.press("Control+f")
    look("the table's tools and finding")
    one.tab.keyboard.press("Escape")
    for name in ("link", "picture", "embed", "language", "keys"):
        one.text.locator("p").first.click()
        one.tool(name).click()
        one.tab.locator("dialog").wait_for()
        one.tab.wait_for_timeout(150)
        look(f"the dialog of {name}")
        one.tab.keyboard.press("Escape")
        one.tab.locator("dialog").wait_for(state="detached")
    desk.colleague_saves(one.story, "Ada", body=paragraphs(WORDS[language], "Ada") + BLOCKS["table"], headline="Ada")
    one.write("x")
    one.tab.locator("dialog.compare").wait_for()
    look("two texts")
    assert found == []
    assert one.faults("status of 409", "status of 404") == []


def attacks():
    if not ATTACKS.exists():
        return []
    corpora = json.loads(ATTACKS.read_text())
    # Some of each corpus, spread over it.
    return [text for texts in corpora.values() for text in texts[:: max(1, len(texts) // 40)] if text.strip() and "\0" not in text]


def escaped(text):
    kept = " ".join("".join(letter for letter in text if letter >= " " or letter in "\t\n").split())
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


def test_nothing_of_an_attack_runs(desk, writer):
    inputs = [text for text in attacks() if escaped(text)]
    if not inputs:
        pytest.skip(f"there is no {ATTACKS}")
    for start in range(0, len(inputs), ATTACKS_A_STORY):
        some = inputs[start : start + ATTACKS_A_STORY]
        body = "".join(
            f'<figure><img src="media:7" alt="{escaped(text)}"><figcaption>{escaped(text)}<div class="credit">{escaped(text)}</div></figcaption></figure>'
            f"<p>{escaped(text)}</p>" for text in some)
        title = "Story: " + " ".join(some)[start % 7 :]
        story = desk.story("en", headline=title[:280], standfirst=title[:950], body=body)
        one = writer(story, bypass_csp=True)
        one.tab.route(lambda address: not address.startswith(desk.origin), lambda route: route.abort())
        one.write("x")
        for text in some[:10]:
            one.paste(text, text)
        one.tab.locator("[name=headline]").fill(title[:270] + " x")
        desk.colleague_saves(story, some[0][:60], headline=title[:200], body=paragraphs(*map(escaped, reversed(some))))
        one.tab.keyboard.press("Control+s")
        dialog = one.tab.locator("dialog.compare")
        dialog.wait_for()
        for element in ("dialog *", "#story *"):
            one.tab.evaluate("""selector => {
                for (const element of document.querySelectorAll(selector)) {
                    for (const name of ["mouseover", "mouseenter", "focus", "error", "load", "toggle"]) element.dispatchEvent(new Event(name));
                }
            }""", element)
        one.tab.wait_for_timeout(100)
        assert one.tab.evaluate("window.ran") == 0, some
        assert one.tab.evaluate("document.querySelectorAll('#story script, #story iframe, dialog script, dialog iframe, #story [onerror], dialog [onerror]').length") == 0
        assert [url for url in one.requests if not url.startswith((desk.origin + "/", "blob:"))] == []
        one.context.close()
