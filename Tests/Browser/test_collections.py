"""What a reader keeps, from the first story saved to a reading history forgotten: in each language, with scripts and without, on a phone and on a desk."""

import contextlib
import itertools
import sqlite3
import urllib.parse

import feedparser
import pytest

import pages
from patience import until
from readers import PASSWORD

every_language = pytest.mark.parametrize("language", pages.LANGUAGES)
every_width = pytest.mark.parametrize("width", pages.WIDTHS)
with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
numbers = itertools.count(1)

WORDS = {
    "later": {"ar": "قائمة القراءة", "en": "Read Later"},
    "favourites": {"ar": "المفضّلة", "en": "Favourites"},
    "none": {"ar": "لم تحفظ شيئًا بعد", "en": "You have not saved anything yet"},
    "private": {"ar": "كل مجموعاتك خاصة", "en": "All your collections are private"},
    "empty": {"ar": "هذه المجموعة فارغة", "en": "This collection is empty"},
    "gone": {"ar": "لم يعد هذا الخبر متاحًا", "en": "This story is no longer available"},
    "full": {"ar": "لديك 500 مجموعة", "en": "You have 500 collections"},
    "failed": {"ar": "لم يُحفظ التغيير", "en": "The change was not saved"},
    "removed": {"ar": "حُذف من", "en": "Removed from"},
    "pending": {"ar": "بعد تسجيل الدخول يُحفظ الخبر", "en": "Once you are logged in, the story is saved"},
    "off": {"ar": "سجل القراءة متوقف", "en": "The reading history is off"},
    "account": {"ar": "حسابي", "en": "Account"},
    "signed out": {"ar": "سجّل الدخول لترى ما حفظته", "en": "Log in to see what you have saved"},
}
NAME = {"ar": "ليلى بنت ياسين", "en": "Layla O'Hara"}
COLLECTION = {"ar": "الموانئ & القواعد في ليبيا", "en": "Ports & bases <in> Libya"}
NOTE = {"ar": "من قال هذا؟\nاسأل الميناء.", "en": "Who said it?\nAsk the port."}


def a_reader(rooms, walk, language, name="", **options):
    """Somebody who has an account, in a browser where she is logged in."""
    room, address = rooms.room(asks=1), f"keeper{next(numbers):03}@readers.example"
    room.enrol(language, address, name=NAME[language] if name is None else name)
    return log_in(walk(room, **options), language, address), address


def log_in(reader, language, address, then=None):
    if then is None:
        reader.open(f"/{language}/log-in")
    return reader.send("log-in", email=address, password=PASSWORD)


def article(language, name="article"):
    return pages.BY_NAME[name].path(language)


def pressed(reader, selector):
    return reader.tab.locator(selector).first.get_attribute("aria-pressed") == "true"


def items(reader):
    return reader.tab.locator("li[data-item] .story h2").all_inner_texts()


def row(reader, headline):
    return reader.tab.locator("li[data-item]").filter(has_text=headline)


def database(room):
    return contextlib.closing(sqlite3.connect(room.folder / "matbaa.sqlite", timeout=20))


@every_width
@with_and_without_scripts
@every_language
def test_what_a_reader_keeps(rooms, walk, language, scripts, width):
    reader, _ = a_reader(rooms, walk, language, name=None, scripts=scripts, width=width)
    other = walk(reader.room, width=width, scripts=scripts, name="other-")
    begin_with_nothing(reader, language)
    save_from_a_list(reader, language)
    save_from_an_article(reader, language)
    look_after_a_collection(reader, language)
    path = show_it_to_others(reader, other, language)
    a_story_is_withdrawn(reader, other, language, path)
    delete_it(reader, language, path)
    assert reader.faults + other.faults == []


def begin_with_nothing(reader, language):
    reader.open(f"/{language}/account").press(f'main a[href="/{language}/collections"]').look("nothing saved")
    assert reader.says(WORDS["none"][language]) and reader.says(WORDS["later"][language])
    assert reader.tab.locator(".masthead .account").inner_text() == NAME[language]
    reader.press(f'main a[href="/{language}/collections/later"]').look("read later empty")
    reader.open(f"/{language}/collections").send("collections", 400, name="\u202e\u2069").look("name refused")
    assert reader.error("name")


def save_from_a_list(reader, language):
    """By the button of a story on the front page; a second story is taken out again."""
    reader.open(f"/{language}")
    first = another_story(reader, language)
    assert first.get_attribute("aria-label")
    if not reader.scripts:
        reader.go(first.click)
        reader.look("saved from a list")
        assert reader.path.endswith("/save?in=later") and reader.says(WORDS["later"][language], ".news")
        return
    until(lambda: first.get_attribute("aria-pressed") == "false", "nothing is said of the list")
    first.click()
    until(lambda: reader.tab.locator(".toast").inner_text(), "nothing is said")
    assert first.get_attribute("aria-pressed") == "true" and WORDS["later"][language] in reader.tab.locator(".toast").inner_text()
    reader.look("saved from a list")
    reader.open(f"/{language}")
    until(lambda: first.get_attribute("aria-pressed") == "true", "it is not shown as saved")
    first.click()
    until(lambda: WORDS["removed"][language] in reader.tab.locator(".toast").inner_text(), "nothing is said of the removal")
    assert first.get_attribute("aria-pressed") == "false"
    reader.tab.locator(".toast button").click()
    until(lambda: first.get_attribute("aria-pressed") == "true", "it is not undone")


def another_story(reader, language):
    """The button of a story on the front page that is none of those that the walk comes to later."""
    later = [urllib.parse.quote(article(language, name)) for name in ("article", "gallery", "single")]
    paths = [button.get_attribute("formaction") for button in reader.tab.locator("button.keep").all()]
    path = next(path for path in paths if path.removesuffix("/save") not in later)
    return reader.tab.locator(f'button.keep[formaction="{path}"]').first


def save_from_an_article(reader, language):
    address = article(language)
    reader.open(address)
    if not reader.scripts:
        reader.press("form[data-save] button").look("saved")
        assert reader.says(WORDS["later"][language], ".news")
        reader.press(".picks button[value=favourites]")
        reader.press(".picks button[value=later]").look("taken out")
        assert reader.says(WORDS["removed"][language], ".news")
        reader.press(".news.undo button")
        assert pressed(reader, ".picks button[value=later]")
        reader.send("save", 400, name=" ").look("new name refused")
        reader.send("save", name=COLLECTION[language]).look("saved in a new one")
        assert reader.says(COLLECTION[language], ".news") and reader.tab.locator(".picks [aria-pressed=true]").count() == 3
        return
    button, more, said = (reader.tab.locator(f".save {place}") for place in ("form[data-save] button:not(.more)", ".more", "[role=status]"))
    until(lambda: button.get_attribute("aria-pressed") == "false", "nothing is said of the article")
    button.click()
    until(lambda: WORDS["later"][language] in said.inner_text(), "it is not said where it is saved")
    assert pressed(reader, ".save form[data-save] button")
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    reader.look("the panel")
    reader.tab.locator(".panel [value=favourites]").click()
    until(lambda: WORDS["favourites"][language] in said.inner_text(), "favourites")
    reader.tab.locator(".panel input").fill(COLLECTION[language])
    reader.tab.locator(".panel form button").click()
    until(lambda: COLLECTION[language] in said.inner_text().replace("\u2068", "").replace("\u2069", ""), "the new collection")
    assert reader.tab.locator(".panel [aria-pressed=true]").count() == 3
    reader.tab.locator(".panel [value=later]").click()
    until(lambda: WORDS["removed"][language] in said.inner_text(), "the removal")
    reader.look("taken out")
    assert not pressed(reader, ".save form[data-save] button")
    said.locator("button").click()
    until(lambda: pressed(reader, ".panel [value=later]"), "the undoing")
    assert reader.tab.evaluate("document.activeElement.value") == "later"
    reader.tab.keyboard.press("Escape")
    assert not reader.tab.locator(".panel").is_visible() and reader.tab.evaluate("document.activeElement.className") == "more"


def look_after_a_collection(reader, language):
    for name in ("gallery", "single"):
        reader.open(article(language, name) + "/save")
        reader.go(reader.tab.locator(".picks button").filter(has_text=COLLECTION[language]).click)
    reader.open(f"/{language}/collections").look("only private ones")
    assert reader.says(WORDS["private"][language]) and not reader.says(WORDS["none"][language])
    reader.go(reader.tab.locator(".entries a").filter(has_text=COLLECTION[language]).click)
    reader.look("a collection")
    newest = items(reader)
    assert len(newest) == 3
    reader.press("[name=sorting][value=oldest]")
    assert items(reader) == newest[::-1]
    reader.press("[name=sorting][value=by-hand]").look("in her own order")
    assert items(reader) == newest
    step(reader, newest[2], "top")
    until(lambda: items(reader) == [newest[2], newest[0], newest[1]], "to the top")
    step(reader, newest[2], "down")
    until(lambda: items(reader) == [newest[0], newest[2], newest[1]], "down")
    step(reader, newest[1], "up")
    until(lambda: items(reader) == [newest[0], newest[1], newest[2]], "up")
    if reader.scripts:
        drag(reader, newest[0], newest[2])
        until(lambda: items(reader) == [newest[1], newest[2], newest[0]], "dragged down")
        drag(reader, newest[0], newest[1])
        until(lambda: items(reader)[0] == newest[0], "dragged up")
        reader.look("dragged")
    order = items(reader)
    reader.open(reader.path.split("?")[0].split("#")[0])
    assert items(reader) == order, "the order is not the server's"

    item = row(reader, newest[0])
    item.locator("summary").click()
    item.locator("textarea").fill(NOTE[language])
    reader.go(item.locator(".noting form button").click)
    reader.look("a note")
    assert row(reader, newest[0]).locator(".note").inner_text() == NOTE[language]
    reader.go(row(reader, newest[0]).locator('form[action$="/items"] button').click)
    reader.look("taken out of it")
    assert len(items(reader)) == 2
    reader.press(".news.undo button")
    assert items(reader) == order and row(reader, newest[0]).locator(".note").inner_text() == NOTE[language]


def step(reader, headline, to):
    button = row(reader, headline).locator(f"[name=to][value={to}]")
    if reader.scripts:
        button.click()
        until(lambda: reader.tab.locator("#order-news").inner_text(), "the place is not said")
        assert reader.tab.evaluate("document.activeElement.value") == to
    else:
        reader.go(button.click)


def drag(reader, headline, onto):
    handle = row(reader, headline).locator(".handle")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    reader.tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.tab.mouse.down()
    is_below = items(reader).index(onto) > items(reader).index(headline)

    def is_there():
        """Moves towards it, and at the edge of the window waits there until the page has come along."""
        target = row(reader, onto).bounding_box()
        y = target["y"] + target["height"] * (0.9 if is_below else 0.1)
        reader.tab.mouse.move(box["x"] + 5, min(max(y, 20), 880), steps=4)
        return (items(reader).index(headline) > items(reader).index(onto)) == is_below

    until(is_there, "it is not dragged there")
    reader.tab.mouse.up()


def show_it_to_others(reader, other, language):
    collection = reader.path.split("?")[0].split("#")[0]
    reader.press('main a[href$="/edit"]').look("editing")
    reader.send("edit", 400, name="x" * 121, description="").look("rename refused")
    assert reader.error("name") and reader.value("name") == "x" * 121
    reader.send("edit", name=COLLECTION[language], description=NOTE[language])
    assert reader.tab.locator(".news").is_visible() and reader.tab.locator("textarea").input_value() == NOTE[language]
    other.open(collection, 404)

    share(reader, "unlisted").look("shared by link")
    link = reader.tab.locator(".link a").inner_text()
    other.open(link).look("by its link")
    assert other.says(COLLECTION[language], "h1") and not other.says(NOTE[language].split("\n")[0], ".note") and other.says(NAME[language])
    assert other.tab.locator("li[data-item]").count() == 0 and "noindex" in other.tab.content()
    other.press(".nameplate a")
    assert other.tab.evaluate("document.referrer") == ""
    reader.go(reader.tab.locator("[name=renew]").click)
    other.open(link, 404).open(reader.tab.locator(".link a").inner_text())
    share(reader, "private")
    other.open(link, 404)

    share(reader, "public").look("public")
    other.open(collection).look("public to others")
    feed = feedparser.parse(other.room.get(collection + "/feed.xml").body)
    assert not feed.bozo and COLLECTION[language] in feed.feed.title and len(feed.entries) == 3
    assert other.tab.locator("main .facts a[type]").get_attribute("href") == collection + "/feed.xml"
    return collection


def share(reader, visibility):
    reader.tab.locator(f"[name=visibility][value={visibility}]").check()
    return reader.go(reader.tab.locator('form[action$="/sharing"] button.primary').click)


def a_story_is_withdrawn(reader, other, language, path):
    """It stays where it was, without a word of it; its owner may take it out."""
    reader.open(path)
    headline = items(reader)[0]
    with database(reader.room) as data:
        (slug,) = data.execute(
            "SELECT e.slug FROM editions e JOIN revisions r ON r.id = e.published_id WHERE r.headline = ? AND e.language = ?", (headline, language)).fetchone()
        (work,) = data.execute("SELECT work_id FROM editions WHERE slug = ? AND language = ?", (slug, language)).fetchone()
        editions = data.execute("SELECT language, slug FROM editions WHERE work_id = ?", (work,)).fetchall()
    for tongue, slug in editions:
        reader.room.withdraw(tongue, slug, "x")
    reader.open(path).look("no longer available")
    assert reader.says(WORDS["gone"][language]) and headline not in items(reader)
    other.open(path).look("no longer available to others")
    assert other.says(WORDS["gone"][language]) and not other.says(headline)
    with database(reader.room) as data, data:
        data.execute("UPDATE editions SET visibility = 'published', withdrawn_at = NULL, withdrawal_reason = NULL WHERE work_id = ?", (work,))
        data.execute("INSERT INTO outbox (kind, tags, created_at) VALUES ('edition.published', ?, 1)", (f"work:{work} latest:ar latest:en",))


def delete_it(reader, language, path):
    reader.open(path + "/edit").go(reader.tab.locator('form[action$="/deletion"] button').click, 400)
    reader.look("deletion not sure")
    reader.tab.locator("[name=sure]").check()
    reader.go(reader.tab.locator('form[action$="/deletion"] button').click)
    reader.look("deleted")
    assert reader.path == f"/{language}/collections?done=deleted"
    reader.open(path, 404)


@every_width
@with_and_without_scripts
@every_language
def test_a_guests_click_is_finished(rooms, walk, language, scripts, width):
    room, address = rooms.room(asks=1), f"keeper{next(numbers):03}@readers.example"
    room.enrol(language, address)
    guest = walk(room, scripts=scripts, width=width, name="guest-")
    guest.open(article(language)).press("form[data-save] button:not(.more)")
    # The script asked first, and was told that nobody is logged in.
    guest.errors.clear()
    guest.failures.clear()
    guest.look("asked to log in")
    assert guest.says(WORDS["pending"][language])
    log_in(guest, language, address, then=True)
    assert guest.path.endswith("/save") and pressed(guest, ".picks button[value=later]")
    guest.open(f"/{language}/account").press('form[action$="/log-out"] button')
    guest.open(f"/{language}/sections/" + ("economy" if language == "en" else "اقتصاد"))
    guest.go(guest.tab.locator("button.keep").nth(1).click)
    assert guest.says(WORDS["pending"][language])
    log_in(guest, language, address, then=True)
    assert pressed(guest, ".picks button[value=later]")
    guest.open(f"/{language}/collections/later")
    assert len(items(guest)) == 2
    assert guest.faults == []


@every_language
def test_a_stranger_at_her_own_is_led_to_the_log_in_and_back(rooms, walk, language):
    room, address = rooms.room(asks=1), f"keeper{next(numbers):03}@readers.example"
    room.enrol(language, address)
    guest = walk(room, width=390)
    guest.open(f"/{language}/collections").look("signed out")
    assert guest.says(WORDS["signed out"][language])
    log_in(guest, language, address, then=True)
    assert guest.path == f"/{language}/collections"
    assert guest.faults == []


@with_and_without_scripts
@every_language
def test_reading_history_is_a_choice(rooms, walk, language, scripts):
    reader, _ = a_reader(rooms, walk, language, scripts=scripts, width=390)
    page = f"/{language}/collections/history"
    reader.open(article(language)).open(page).look("history off")
    assert reader.says(WORDS["off"][language])
    reader.press("[name=history][value=on]").look("history on")
    assert items(reader) == []
    reader.open(article(language)).open(article(language, "gallery"))
    until(lambda: len(items(reader.open(page))) == 2, "the visits are not noted")
    reader.look("history")
    reader.go(reader.tab.locator('form[action$="/items"] button').first.click)
    assert len(items(reader)) == 1
    reader.press("[name=history][value=off]").look("history off again")
    assert reader.says(WORDS["off"][language]) and items(reader) == []
    reader.open(article(language)).open(page)
    assert items(reader) == [] and not [cookie for cookie in reader.context.cookies() if "history" in cookie["name"]]
    assert reader.faults == []


@every_language
def test_the_five_hundredth_collection_is_the_last(rooms, walk, language):
    reader, address = a_reader(rooms, walk, language, width=390)
    reader.open(f"/{language}/collections").send("collections", name="م" * 120 if language == "ar" else "Unbroken" * 15).look("a long name")
    with database(reader.room) as data, data:
        (owner,) = data.execute("SELECT id FROM readers WHERE email = ?", (address,)).fetchone()
        data.executemany(
            "INSERT INTO collections (reader_id, code, kind, name, name_key, visibility, sorting, created_at) VALUES (?, ?, 'own', ?, ?, 'private', 'newest', 1)",
            [(owner, f"code{owner:03}{number:05}", f"List {number}", f"list {number}") for number in range(499)])
    reader.open(f"/{language}/collections").look("full")
    assert reader.says(WORDS["full"][language]) and reader.tab.locator("main form").count() == 0
    reader.press("[rel=next]").look("second page")
    reader.open(article(language) + "/save").send("save", 409, name="One more").look("limit reached")
    assert reader.says(WORDS["full"][language], "[role=alert]")
    reader.open(article(language))
    reader.tab.locator(".save .more").click()
    until(lambda: reader.tab.locator(".panel li").count() == 502, "the panel")
    reader.tab.locator(".panel input").fill("One more")
    reader.tab.locator(".panel form button").click()
    until(lambda: WORDS["full"][language] in reader.tab.locator(".save [role=status]").inner_text(), "the refusal is not said")
    reader.failures.clear()
    reader.errors.clear()
    reader.look("many in the panel")
    assert reader.faults == []


@every_language
def test_what_the_server_does_not_take_goes_back(rooms, walk, language):
    reader, _ = a_reader(rooms, walk, language)
    reader.open(article(language) + "/save").press(".picks [value=favourites]")
    reader.open(article(language))
    button, said = reader.tab.locator(".save form[data-save] button:not(.more)"), reader.tab.locator(".save [role=status]")
    until(lambda: button.get_attribute("aria-pressed") == "false" and said.inner_text(), "nothing is said of the article")
    reader.context.set_offline(True)
    button.click()
    until(lambda: WORDS["failed"][language] in said.inner_text(), "the failure is not said")
    assert button.get_attribute("aria-pressed") == "false"
    reader.context.set_offline(False)
    button.click()
    until(lambda: WORDS["later"][language] in said.inner_text(), "it does not work again")
    reader.open(f"/{language}")
    until(lambda: reader.tab.locator("button.keep[aria-pressed]").count() > 5, "nothing is said of the list")
    reader.context.set_offline(True)
    keep = reader.tab.locator("button.keep[aria-pressed=false]").first
    label = keep.get_attribute("aria-label")
    keep.click()
    until(lambda: WORDS["failed"][language] in reader.tab.locator(".toast").inner_text(), "the failure is not said in the list")
    assert reader.tab.get_by_label(label, exact=True).first.get_attribute("aria-pressed") == "false"


@every_language
def test_a_strangers_browser_asks_nothing_private_and_a_readers_asks_once(rooms, walk, language):
    reader, _ = a_reader(rooms, walk, language)
    stranger = walk(reader.room, width=390)

    def private(one):
        one.tab.evaluate("null")
        return [request.url for request in one.requests if request.url.endswith("/mine")]

    for path in (f"/{language}", article(language)):
        stranger.open(path)
        stranger.tab.wait_for_load_state("networkidle")
        assert private(stranger) == []
        reader.open(path)
        reader.tab.wait_for_load_state("networkidle")
        assert len(private(reader)) == 1
    # The score is for everyone: it is asked for when it comes near.
    stranger.tab.locator(".vote").scroll_into_view_if_needed()
    until(lambda: len(private(stranger)) == 1, "the score is not asked for")
    reader.open(f"/{language}/account").press('form[action$="/log-out"] button')
    reader.open(f"/{language}")
    reader.tab.wait_for_load_state("networkidle")
    assert private(reader) == []
    assert reader.tab.locator(".masthead .account").inner_text() == WORDS["account"][language]


@pytest.mark.parametrize("name", ["ليلى", "Layla", "عبد الرحمن بن عبد العزيز المرساوي الطرابلسي", "Alexandra Wolfeschlegelsteinhausen"])
@every_width
@every_language
def test_the_masthead_knows_her_name_and_nothing_moves(rooms, walk, language, width, name):
    reader, _ = a_reader(rooms, walk, language, name=name, width=width)
    stranger = walk(reader.room, width=width)
    places = []
    for one in (stranger, reader):
        # The second time the type is there at once.
        one.open(article(language)).open(article(language))
        if one is reader:
            until(lambda: reader.tab.locator(".account").inner_text() == name, "the name is not there")
        places.append(one.tab.evaluate(
            "[...document.querySelectorAll('.masthead .search, .masthead .language, .nameplate, .masthead .account')].map(e => JSON.stringify(e.getBoundingClientRect()))"))
    assert places[0] == places[1]
    direction = reader.tab.locator(".account bdi").evaluate("element => getComputedStyle(element).direction")
    assert direction == ("rtl" if "\u0600" < name[0] else "ltr")


@every_width
@every_language
def test_with_the_keyboard_alone(rooms, walk, language, width):
    """Saving, the panel, and the order of a collection, with Tab, Enter, Space and Escape."""
    from test_readers import tab_to

    reader, _ = a_reader(rooms, walk, language, width=width)
    keys = reader.tab.keyboard
    for name in ("article", "gallery"):
        reader.open(article(language, name))
        tab_to(reader, ".save form[data-save] .more")
        keys.press("Enter")
        until(lambda: reader.tab.locator(".panel li").count() >= 2, "the panel")
        if name == "article":
            tab_to(reader, ".panel input")
            keys.type("Keys")
            keys.press("Enter")
        else:
            tab_to(reader, ".panel li:last-child button")
            keys.press("Space")
        until(lambda: "Keys" in reader.tab.locator(".save [role=status]").inner_text(), "saved by keys")
        keys.press("Escape")
        assert reader.tab.evaluate("document.activeElement.className") == "more"
    reader.open(f"/{language}/collections")
    reader.go(reader.tab.locator(".entries a").filter(has_text="Keys").click)
    reader.press("[name=sorting][value=by-hand]")
    before = items(reader)
    tab_to(reader, "li[data-item]:last-child [value=top]", most=80)
    keys.press("Enter")
    until(lambda: items(reader) == before[::-1], "moved by keys")
    assert reader.tab.evaluate("document.activeElement.value") == "top"
    until(lambda: reader.tab.locator("#order-news").inner_text(), "the place is not said")
