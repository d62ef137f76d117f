"""What a reader is told is kept about her, takes along and has erased; the policy that she accepts: in each language, with scripts and without."""

import contextlib
import hashlib
import http.client
import itertools
import json
import pathlib
import sqlite3
import time
import urllib.parse

import pytest
from lxml import html as lxml_html

import pages
import visit
from patience import until
from readers import PASSWORD, PICTURES
from test_readers import every_language

numbers = itertools.count(1)
both_ways = pytest.mark.parametrize(("scripts", "width"), [(True, 390), (False, 1280), (True, 1280)], ids=["phone", "plain", "desk"])
NAME = {"ar": "سلمى بنت يوسف", "en": "Salma O'Hara & Sons"}
POLICY = {"ar": "/ar/pages/سياسة-الخصوصية", "en": "/en/pages/privacy-policy"}
ARTICLE = {"ar": pages.BY_NAME["article"].path("ar"), "en": pages.BY_NAME["article"].path("en")}
WORDS = {
    "will": {"ar": "سيُمحى حسابك", "en": "Your account will be erased"},
    "gone": {"ar": "مُحي حسابك", "en": "Your account is erased"},
    "changed": {"ar": "تغيّرت سياسة الخصوصية", "en": "The privacy policy has changed"},
    "votes": {"ar": "أصواتك", "en": "Your votes"},
    "sign up": {"ar": "بإنشاء حسابك تقبل", "en": "By signing up you accept"},
    "old": {"ar": "هذه نسخة قديمة", "en": "This is an old version"},
    "in force": {"ar": "هذه النسخة سارية منذ", "en": "This version has been in force since"},
}


def a_new_address():
    return f"salma{next(numbers):03}@readers.example"


def log_in(walk, language, address):
    return walk.open(f"/{language}/log-in").send("log-in", email=address, password=PASSWORD)


def vote(walk, language, how):
    """Votes on an article's own page of votes, as somebody without scripts does."""
    walk.open(urllib.parse.quote(ARTICLE[language] + "/vote"))
    walk.press(f'main button[value="{how}"]')


def database(room):
    connection = sqlite3.connect(room.folder / "matbaa.sqlite", timeout=20)
    return contextlib.closing(connection), connection


def change(room, statement, *values):
    closing, connection = database(room)
    with closing, connection:
        return connection.execute(statement, values).fetchall()


def download(walk, ending):
    with walk.tab.expect_download() as download:
        walk.tab.locator(f'main a[href$="export.{ending}"]').click()
    name = download.value.suggested_filename
    assert name.startswith("127.0.0.1-20") and name.endswith("." + ending)
    return pathlib.Path(download.value.path()).read_bytes()


@both_ways
@every_language
def test_what_is_kept_is_told_and_taken_along(rooms, walk, browser, axe, tmp_path, language, scripts, width):
    room, address, other = rooms.room(asks=2), a_new_address(), a_new_address()
    room.enrol(language, address, NAME[language])
    room.enrol(language, other, "Somebody else")
    reader = walk(room, width=width, scripts=scripts, name="privacy-")
    log_in(reader, language, address)
    reader.press(f'.ways a[href="/{language}/account/privacy"]').look("nothing yet")
    vote(reader, language, "down")
    reader.open(f"/{language}/account/privacy").look("what is kept")
    assert reader.says(WORDS["votes"][language]) and reader.says("session", ".kept")

    kept = json.loads(download(reader, "json"))
    assert kept["kept"]["account"]["records"][0]["address"] == address
    assert kept["kept"]["account"]["records"][0]["name"] == NAME[language]
    assert [vote["vote"] for vote in kept["kept"]["votes"]["records"]] == ["down"]
    assert urllib.parse.unquote(kept["kept"]["votes"]["records"][0]["page"]) == room.origin + ARTICLE[language]
    assert kept["kept"]["policyAcceptances"]["records"][0]["version"] == 1
    assert {letter["kind"] for letter in kept["kept"]["letters"]["records"]} == {"set-up"}

    raw = download(reader, "html")
    tree = lxml_html.fromstring(raw)
    assert (tree.get("lang"), tree.get("dir")) == (language, pages.DIRECTION[language])
    assert address in tree.text_content() and NAME[language] in tree.text_content()
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick")
    for text in (json.dumps(kept, ensure_ascii=False), raw.decode()):
        assert other not in text and "Somebody else" not in text and "argon2" not in text
    look_at_the_file(browser, axe, raw, tmp_path, width, language)
    assert reader.faults == []


def look_at_the_file(browser, axe, raw, folder, width, language):
    """The file as somebody opens it from her folder of downloads."""
    file = folder / "kept.html"
    file.write_bytes(raw)
    context = browser.new_context(viewport={"width": width, "height": 900})
    try:
        tab, asked = context.new_page(), []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(file.as_uri())
        assert asked == [file.as_uri()]
        assert tab.evaluate(visit.OVERFLOW) == []
        assert visit.describe(axe.run(tab).response["violations"]) == []
        if PICTURES:
            tab.screenshot(path=pathlib.Path(PICTURES) / f"export-{language}-{width}.png", full_page=True)
    finally:
        context.close()


@both_ways
@every_language
def test_an_account_is_erased_when_its_reader_says_so(rooms, walk, language, scripts, width):
    room, address = rooms.room(asks=1), a_new_address()
    # A name that nobody else in this newsroom has.
    name = f"{NAME[language]} {address.split('@')[0]}"
    room.enrol(language, address, name)
    reader = walk(room, width=width, scripts=scripts, name="erase-")
    log_in(reader, language, address)
    vote(reader, language, "up")
    votes = change(room, "SELECT sum(up), sum(down) FROM vote_counts")
    reader.open(f"/{language}/account/privacy")
    # A browser asks for the tick by itself; who gets around it is told.
    reader.tab.locator("[name=sure]").evaluate("box => box.removeAttribute('required')")
    reader.send("account/erase", 400).look("not sure")
    assert reader.tab.locator("[role=alert]").is_visible()
    ask(reader).look("asked")
    assert reader.path == f"/{language}/account/privacy?done=asked" and reader.says(WORDS["will"][language])
    letter = room.letters.next(address)
    while letter.subject != WORDS["will"][language]:
        letter = room.letters.next(address)
    assert letter.link == f"{room.origin}/{language}/account/privacy"

    reader.open(f"/{language}/account").look("account to be erased")
    reader.press('form[action$="/account/keep"] button').look("kept")
    assert not reader.says(WORDS["will"][language])
    ask(reader)
    assert room.letters.next(address).subject == WORDS["will"][language]
    reader.open(f"/{language}/account/erase")
    assert reader.path == f"/{language}/account/privacy"

    assert change(room, "UPDATE readers SET erase_at = 1 WHERE email = ? RETURNING id", address)
    until(lambda: not change(room, "SELECT 1 FROM readers WHERE email = ?", address), "the account is gone")
    assert room.letters.next(address).subject == WORDS["gone"][language]
    reader.open(f"/{language}/account")
    assert reader.path.startswith(f"/{language}/log-in")
    reader.send("log-in", 401, email=address, password=PASSWORD)
    assert change(room, "SELECT sum(up), sum(down) FROM vote_counts") == votes
    # The wrong password just now is counted under a keyed digest, so the address is in no file of the database.
    left = [address.encode(), name.encode()]
    until(
        lambda: not any(words in file.read_bytes() for words in left for file in room.folder.glob("matbaa.sqlite*")), "nothing of her is left")
    # Of the letters in the folder only the last one is left.
    assert [letter.subject for letter in room.letters.to(address)] == [WORDS["gone"][language]]
    assert reader.faults == []


def ask(reader):
    reader.tab.locator("[name=sure]").check()
    return reader.send("account/erase")


def revise_policy(room, language, old, new):
    """Publishes a new version of the policy, as another process would."""
    now = int(time.time() * 1000)
    slug = POLICY[language].rsplit("/", 1)[1]
    closing, connection = database(room)
    with closing, connection:
        (edition, work, head), = connection.execute(
            "SELECT id, work_id, published_id FROM editions WHERE kind = 'page' AND slug = ?", (slug,)).fetchall()
        (body,), = connection.execute("SELECT body FROM revisions WHERE id = ?", (head,)).fetchall()
        assert old in body
        (revision,), = connection.execute(
            "INSERT INTO revisions (edition_id, parent_id, digest, created_at, author, note, words, dateline, headline, search_title,"
            " search_description, standfirst, excerpt, body) SELECT edition_id, id, ?, ?, author, note, words, dateline, headline, search_title,"
            " search_description, standfirst, excerpt, ? FROM revisions WHERE id = ? RETURNING id",
            (hashlib.sha256(str(now).encode()).digest(), now, body.replace(old, new), head)).fetchall()
        connection.execute("UPDATE editions SET head_id = ?, published_id = ?, updated_at = ? WHERE id = ?", (revision, revision, now, edition))
        connection.execute(
            "INSERT INTO publications (edition_id, number, revision_id, published_at)"
            " SELECT edition_id, max(number) + 1, ?, ? FROM publications WHERE edition_id = ?", (revision, now, edition))
        connection.execute(
            "INSERT INTO outbox (kind, tags, created_at) VALUES ('edition.published', ?, ?)", (f"work:{work} latest:{language} face", now))


@both_ways
@every_language
def test_a_new_policy_is_told_and_accepted(rooms, walk, language, scripts, width):
    room, address = rooms.room(asks=10), a_new_address()
    reader = walk(room, width=width, scripts=scripts, name="policy-")
    reader.open(f"/{language}/sign-up").look("sign up")
    assert reader.says(WORDS["sign up"][language])
    reader.press('form[action$="/sign-up"] .hint a')
    assert urllib.parse.unquote(reader.path) == POLICY[language]
    reader.look("policy")
    reader.press(".versions li a").look("its version")
    assert reader.says(WORDS["in force"][language])
    room.enrol(language, address)
    log_in(reader, language, address)
    assert not reader.says(WORDS["changed"][language])

    old, new = {"ar": ("سبعة أيام", "عشرة أيام"), "en": ("seven days", "ten days")}[language]
    revise_policy(room, language, old, new)
    time.sleep(0.5)
    reader.open(f"/{language}/account").look("told of a new version")
    assert reader.says(WORDS["changed"][language], ".told h2")
    reader.press('.told a[href$="/versions/2/since/1"]').look("what changed")
    assert old in reader.tab.locator("del").inner_text() and new in reader.tab.locator("ins").inner_text()
    reader.press(".versions li:last-child a").look("an old version")
    assert reader.says(WORDS["old"][language])
    reader.press(".news a")
    assert urllib.parse.unquote(reader.path) == POLICY[language] and reader.says(new)
    reader.open(f"/{language}/account").press(".told button").look("accepted")
    assert reader.path == f"/{language}/account?done=accepted" and reader.tab.locator(".told").count() == 0
    reader.open(f"/{language}/account/policy")
    assert reader.path == f"/{language}/account"
    assert reader.faults == []


SOURCE = "127.77.66.55"


def test_no_address_of_a_machine_is_written_anywhere(rooms):
    """All that leaves a trace, from a machine with an address that stands nowhere else."""
    room, address = rooms.room(asks=10), a_new_address()
    jar = {}

    def send(method, path, **form):
        connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=20, source_address=(SOURCE, 0))
        try:
            connection.request(method, urllib.parse.quote(path, safe="/?=&%"), urllib.parse.urlencode(form), {
                "Content-Type": "application/x-www-form-urlencoded", "Origin": room.origin, "X-Forwarded-For": SOURCE,
                "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())})
            answer = connection.getresponse()
            answer.read()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    pair = value.split(";")[0].split("=", 1)
                    jar[pair[0]] = pair[1]
            return answer.status
        finally:
            connection.close()

    assert send("POST", "/en/sign-up", email=address, name="Salma") == 200
    assert send("GET", room.letters.next(address).link.removeprefix(room.origin)) == 303
    assert send("POST", "/en/choose-password", password=PASSWORD) == 303
    jar.clear()
    for _ in range(15):
        assert send("POST", "/en/log-in", email=address, password="wrong " * 3) in (401, 429)
    jar.clear()
    while (status := send("POST", "/en/log-in", email=address, password=PASSWORD, stays="on")) == 429:
        time.sleep(5)
    assert status == 303
    assert send("POST", ARTICLE["en"] + "/vote", vote="up") == 303
    assert send("GET", "/en/search?q=council") == 200 and send("GET", "/en/nothing-here") == 404
    assert send("POST", "/en/forgot-password", email=address) == 200
    assert send("POST", "/en/account/erase", sure="on") == 303
    room.stop()
    rooms.left = 0
    numbers_of_it = bytes(map(int, SOURCE.split(".")))
    forms = [SOURCE, ".".join(SOURCE.split(".")[:3]) + ".", "7f.4d.42", numbers_of_it.hex(), ":7f4d:4237", str(int.from_bytes(numbers_of_it)), "/127.77"]
    files = [file for file in room.folder.rglob("*") if file.is_file()] + [room.folder.parent / "server.log"]
    assert len(files) > 5
    found = [(str(file), form) for file in files for form in forms if form.encode() in file.read_bytes()]
    # As four bytes it could stand in a picture by chance.
    small = [file for file in files if file.suffix not in (".avif", ".webp", ".jpg", ".jpeg", ".png")]
    found += [(str(file), "bytes") for file in small if numbers_of_it in file.read_bytes()]
    assert found == []
