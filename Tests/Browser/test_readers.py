"""What a reader with an account goes through, from signing up to a forgotten password: in each language, with scripts and without, on a phone and on a desk."""

import itertools

import pytest

import pages
from readers import OTHER_PASSWORD, PASSWORD, PHONE, Rooms

every_language = pytest.mark.parametrize("language", pages.LANGUAGES)
numbers = itertools.count(1)

WORDS = {
    "sent": {"ar": "راجع بريدك", "en": "Check your mailbox"},
    "confirm": {"ar": "أكّد عنوانك", "en": "Confirm your address"},
    "choose": {"ar": "اختر كلمة سر جديدة", "en": "Choose a new password"},
    "changed": {"ar": "غُيّرت كلمة السر", "en": "Your password was changed"},
    "known": {"ar": "لك حساب من قبل", "en": "You already have an account"},
    "replaced": {"ar": "حلّ محلّ هذا الرابط رابط أحدث منه.", "en": "This link was replaced by a newer one."},
    "used": {"ar": "استُعمل هذا الرابط من قبل.", "en": "This link has been used already."},
    "newsroom": {"ar": "بريد المرسى", "en": "The Marsa Post"},
    "this": {"ar": "هذا الجهاز", "en": "this device"},
    "many": {"ar": "محاولات كثيرة", "en": "Too many tries"},
}
NAME = {"ar": "ليلى بنت ياسين", "en": "Layla O'Hara & Sons"}
TOO_LONG = "ليلى " * 17


def a_new_address():
    return f"layla{next(numbers):03}@readers.example"


def check(letter, room, language, subject):
    """A letter is in its reader's language in both parts, and leads nowhere but to this newsroom."""
    assert (letter.subject, letter.language, letter.defects) == (WORDS[subject][language], language, [])
    assert letter.types == ["multipart/alternative", "text/plain", "text/html"]
    assert (letter.tree.get("lang"), letter.tree.get("dir")) == (language, pages.DIRECTION[language])
    (block,) = letter.tree.xpath("//body/div")
    assert (block.get("lang"), block.get("dir")) == (language, pages.DIRECTION[language])
    for text in (letter.plain, letter.text):
        assert WORDS["newsroom"][language] in text and WORDS["newsroom"][pages.OTHER[language]] not in text
    assert letter.links and [link for link in letter.links if not link.startswith(f"{room.origin}/{language}/")] == []
    return letter


def follow(walk, link):
    """Opens a link out of a letter: its secret is in no address that stays, and is told to nobody."""
    token = link.rsplit("/", 1)[1]
    assert len(token) >= 22
    walk.open(link)
    opened, *others = [request.url for request in walk.requests]
    assert opened == link and others and not [url for url in others if token in url]
    told = {request.headers.get("referer", "") for request in walk.requests}
    assert not [address for address in told if address and "/assets/" not in address]
    assert walk.path == f"/{walk.language}/choose-password"
    assert token not in walk.tab.content() and walk.tab.evaluate("document.referrer") == ""
    walk.press(".nameplate a")
    assert walk.tab.evaluate("document.referrer") == ""
    assert "referer" not in walk.requests[0].headers
    walk.go(walk.tab.go_back)
    assert walk.path == f"/{walk.language}/choose-password"


def sessions(walk):
    return walk.tab.locator(".sessions-list li strong").all_inner_texts()


def is_logged_in(walk):
    walk.open(f"/{walk.language}/account")
    return walk.path.endswith("/account")


@pytest.mark.parametrize("width", pages.WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@every_language
def test_a_readers_life(rooms, walk, language, scripts, width):
    room, address = rooms.room(asks=4), a_new_address()
    desk = walk(room, width=width, scripts=scripts)
    sign_up(desk, room, language, address)
    other = pages.OTHER[language]
    change_who_one_is(desk, language)
    phone = walk(room, width=width, scripts=scripts, name="second-", user_agent=PHONE)
    log_in_elsewhere(phone, desk, language, address)
    change_the_password(desk, phone, room, language, address)
    log_out(desk, address)
    # From here on letters come in the language that was chosen, and lead to pages in it.
    forget_the_password(desk, phone, room, language, other, address)
    assert desk.faults + phone.faults == []


def sign_up(desk, room, language, address):
    desk.open(f"/{language}").press(".masthead .account")
    assert desk.path == f"/{language}/log-in?next=%2F{language}%2Faccount"
    desk.look("log in").press(f'main a[href^="/{language}/sign-up"]').look("sign up")
    desk.send("sign-up", 400, email="layla@harbour", name=NAME[language]).look("address refused")
    assert (desk.value("email"), desk.value("name")) == ("layla@harbour", NAME[language])
    assert "layla@example.org" in desk.error("email")
    desk.tab.locator(".refusal a").click()
    assert desk.tab.evaluate("document.activeElement.name") == "email"
    desk.send("sign-up", email=address).look("sign up sent")
    assert desk.says(WORDS["sent"][language], "h1")
    first = check(room.letters.next(address), room, language, "confirm")
    assert NAME[language] in first.plain and NAME[language] in first.text

    room.a_minute_passes(address)
    desk.open(f"/{language}/sign-up").send("sign-up", email=address)
    second = check(room.letters.next(address), room, language, "confirm")
    assert first.link != second.link
    desk.open(first.link, 410).look("link replaced")
    assert desk.says(WORDS["replaced"][language]) and desk.tab.locator('form[action$="/forgot-password"] [name=email]').is_visible()

    follow(desk, second.link)
    desk.look("choose password").send("choose-password", 400, password="short").look("password too short")
    assert "15" in desk.error("password") and desk.value("password") == ""
    desk.send("choose-password", 400, password="passwordpassword").look("password too common")
    assert desk.error("password")
    desk.send("choose-password", 400, password=address)
    assert desk.error("password")
    desk.send("choose-password", password=PASSWORD).look("account at first")
    assert desk.path == f"/{language}/account?done=welcome"
    assert desk.says(address) and desk.tab.locator(".news").is_visible()
    assert (desk.value("name"), len(sessions(desk))) == (NAME[language], 1)


def change_who_one_is(desk, language):
    desk.send("account/profile", 400, name=TOO_LONG).look("name refused")
    assert desk.value("name") == TOO_LONG and desk.error("name")
    # What comes along unseen with a pasted name is not there any more.
    desk.send("account/profile", name="\u202eLayla\u2069").look("name cleaned")
    assert desk.value("name") == "Layla"
    other = pages.OTHER[language]
    desk.tab.locator(f"[name=language][value={other}]").check()
    desk.send("account/profile", name="Layla ليلى").look("name saved")
    assert (desk.language, desk.value("name")) == (language, "Layla ليلى")
    assert desk.tab.locator("[name=language]:checked").get_attribute("value") == other
    assert desk.tab.locator(".news").is_visible()


def log_in_elsewhere(phone, desk, language, address):
    phone.open(f"/{language}/log-in")
    phone.tab.locator("[name=stays]").check()
    phone.send("log-in", 401, email=address, password=OTHER_PASSWORD).look("log in refused")
    assert (phone.value("email"), phone.value("password"), phone.tab.locator("[name=stays]").is_checked()) == (address, "", True)
    assert phone.error("password")
    phone.send("log-in", password=PASSWORD).look("account with two sessions")
    assert phone.path == f"/{language}/account"
    assert sessions(phone)[0] == "Firefox, Android" and len(sessions(phone)) == 2
    assert WORDS["this"][language] in phone.tab.locator(".sessions-list li").first.inner_text()

    desk.open(f"/{language}/account").look("account with a phone")
    assert "Firefox, Android" in sessions(desk) and len(sessions(desk)) == 2
    desk.press('.sessions-list button[aria-label*="Firefox, Android"]').look("session ended")
    assert len(sessions(desk)) == 1 and desk.tab.locator(".news").is_visible()
    assert not is_logged_in(phone) and is_logged_in(desk)
    phone.send("log-in", email=address, password=PASSWORD)
    assert is_logged_in(phone)


def change_the_password(desk, phone, room, language, address):
    desk.send("account/password", 400, old=OTHER_PASSWORD, password=OTHER_PASSWORD).look("present password refused")
    assert desk.error("old")
    desk.send("account/password", 400, old=PASSWORD, password="short").look("new password refused")
    assert "15" in desk.error("password") and (desk.value("old"), desk.value("password")) == ("", "")
    assert is_logged_in(phone)
    desk.send("account/password", old=PASSWORD, password=OTHER_PASSWORD).look("password changed")
    assert desk.path.endswith("?done=password") and len(sessions(desk)) == 1
    check(room.letters.next(address), room, pages.OTHER[language], "changed")
    assert not is_logged_in(phone)
    phone.send("log-in", 401, email=address, password=PASSWORD)
    phone.send("log-in", password=OTHER_PASSWORD)
    assert is_logged_in(phone)


def log_out(desk, address):
    """Whoever sits down next and goes back sees nothing of it."""
    desk.press('form[action$="/log-out"] button').look("logged out")
    assert desk.path.endswith("/log-in?done=out") and desk.tab.locator(".news").is_visible()
    desk.go(desk.tab.go_back)
    assert address not in desk.tab.content() and "/log-in?next=" in desk.path
    assert not is_logged_in(desk)


def forget_the_password(desk, phone, room, language, other, address):
    desk.press(f'main a[href="/{language}/forgot-password"]').look("forgot")
    desk.send("forgot-password", 400, email="layla@harbour").look("forgot refused")
    assert desk.value("email") == "layla@harbour" and desk.error("email")
    desk.send("forgot-password", email=address).look("forgot sent")
    letter = check(room.letters.next(address), room, other, "choose")
    follow(desk, letter.link)
    assert desk.language == other
    desk.look("reset").send("choose-password", 400, password="short").look("reset refused")
    assert is_logged_in(phone)
    desk.send("choose-password", password=PASSWORD).look("reset done")
    assert desk.path == f"/{other}/log-in?done=reset" and desk.tab.locator(".news").is_visible()
    assert not is_logged_in(desk) and not is_logged_in(phone)
    check(room.letters.next(address), room, other, "changed")

    desk.open(letter.link, 410).look("link used")
    assert desk.says(WORDS["used"][other]) and letter.link.rsplit("/", 1)[1] not in desk.tab.url
    room.a_minute_passes(address)
    desk.send("forgot-password", email=address)
    assert desk.says(WORDS["sent"][other], "h1")
    again = check(room.letters.next(address), room, other, "choose")
    desk.open(again.link)
    desk.open(f"/{language}/log-in").send("log-in", 401, email=address, password=OTHER_PASSWORD)
    desk.send("log-in", password=PASSWORD)
    assert is_logged_in(desk)


@every_language
def test_nobody_learns_who_has_an_account(rooms, language):
    """Of a known and an unknown address the same is said, byte for byte; only in their mailboxes is there a difference."""
    room = rooms.room(asks=5)
    known, unknown, nobody = a_new_address(), a_new_address(), a_new_address()
    room.enrol(language, known)

    def said(path, address, **form):
        answer = room.post(f"/{language}/{path}", {"email": address, **form})
        headers = {name: value for name, value in answer.headers.items() if name != "date"}
        return answer.status, headers, answer.body.replace(address.encode(), b"ADDRESS")

    assert len(known) == len(nobody)
    for path, stranger, form in (
        ("log-in", nobody, {"password": OTHER_PASSWORD}), ("log-in", nobody, {"password": ""}),
        ("sign-up", unknown, {"name": "x"}), ("forgot-password", nobody, {}),
    ):
        assert said(path, known, **form) == said(path, stranger, **form), path
    assert said("log-in", nobody, password=PASSWORD) == said("log-in", known, password=OTHER_PASSWORD)
    assert said("log-in", known, password=PASSWORD)[0] == 303
    letters = [room.letters.next(known) for _ in range(2)]
    assert {letter.subject for letter in letters} == {WORDS["known"][language], WORDS["choose"][language]}
    check(room.letters.next(unknown), room, language, "confirm")
    assert room.letters.to(nobody) == []


@every_language
def test_who_asks_too_often_is_told_to_wait(rooms, walk, language):
    """Nobody's mailbox is filled by asking, and what was typed is still there."""
    room = rooms.room(asks=Rooms.MOST)
    for _ in range(Rooms.MOST):
        assert room.post(f"/{language}/forgot-password", {"email": a_new_address()}).status == 200
    faults = []
    for width in pages.WIDTHS:
        reader = walk(room, width=width, name="many-")
        reader.open(f"/{language}/sign-up").send("sign-up", 429, email="layla@readers.example", name=NAME[language]).look("too many")
        assert reader.says(WORDS["many"][language], "[role=alert]")
        assert (reader.value("email"), reader.value("name")) == ("layla@readers.example", NAME[language])
        faults += reader.faults
    assert faults == []


@every_language
def test_the_language_chosen_is_kept_when_the_name_is_refused(rooms, walk, language):
    room, address = rooms.room(asks=1), a_new_address()
    room.enrol(language, address)
    reader = walk(room)
    reader.open(f"/{language}/log-in").send("log-in", email=address, password=PASSWORD)
    reader.tab.locator(f"[name=language][value={pages.OTHER[language]}]").check()
    reader.send("account/profile", 400, name=TOO_LONG)
    assert reader.tab.locator("[name=language]:checked").get_attribute("value") == pages.OTHER[language]


@every_language
def test_a_refusal_is_seen_without_scrolling(rooms, walk, language):
    """On a phone nobody looks for what is wrong below the edge of the window."""
    room, address = rooms.room(asks=1), a_new_address()
    room.enrol(language, address)
    reader = walk(room, width=390, scripts=False)
    # What a browser's own bars leave of a common phone.
    reader.tab.set_viewport_size({"width": 390, "height": 664})
    unseen = []

    def see(form, what):
        """Either the words above the form or those at the field are in the window."""
        places = [reader.tab.locator(place).bounding_box() for place in (".refusal", ".field .error")]
        if not any(0 <= box["y"] and box["y"] + box["height"] <= 664 for box in places):
            unseen.append((form, what, [round(box["y"]) for box in places]))

    reader.open(f"/{language}/log-in").send("log-in", 401, email=address, password=OTHER_PASSWORD)
    see("log-in", "wrong password")
    reader.send("log-in", password=PASSWORD).send("account/profile", 400, name=TOO_LONG)
    see("account", "name")
    reader.send("account/password", 400, old=OTHER_PASSWORD, password=OTHER_PASSWORD)
    see("account", "present password")
    reader.send("account/password", 400, old=PASSWORD, password="short")
    see("account", "new password")
    assert not unseen, unseen


@every_language
def test_the_address_of_a_refused_form_leads_somewhere(rooms, walk, language):
    """Who sees a form again after a mistake may send its address once more, from the bar or as a bookmark."""
    room, address = rooms.room(asks=1), a_new_address()
    room.enrol(language, address)
    reader = walk(room)
    reader.open(f"/{language}/log-in").send("log-in", 401, email=address, password="x").open(reader.tab.url)
    reader.send("log-in", email=address, password=PASSWORD).send("account/profile", 400, name=TOO_LONG)
    reader.open(reader.tab.url)
    assert reader.path == f"/{language}/account"


FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {
        tag: element.tagName, name: element.name || element.className || element.id, main: Boolean(element.closest("main")),
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 4 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


def tab_to(walk, selector, most=40):
    """Presses Tab until that element has the focus. Wherever the focus stops in the text it is seen."""
    for _ in range(most):
        walk.tab.keyboard.press("Tab")
        stop = walk.tab.evaluate(FOCUS)
        assert stop["seen"] or not stop["main"], stop
        if walk.tab.locator(selector).evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not come to {selector}")


@pytest.mark.parametrize("width", pages.WIDTHS)
@every_language
def test_with_the_keyboard_alone(rooms, walk, language, width):
    """From any page to the form, past a mistake, in, and out again: with Tab, Space and Enter."""
    room, address = rooms.room(asks=1), a_new_address()
    room.enrol(language, address)
    reader = walk(room, width=width, name="keyboard-")
    keys = reader.tab.keyboard
    reader.open(f"/{language}")
    tab_to(reader, ".masthead .account")
    reader.go(lambda: keys.press("Enter"))
    assert reader.path.startswith(f"/{language}/log-in")
    keys.press("Tab")
    keys.press("Enter")
    assert reader.tab.evaluate("document.activeElement.id") == "main"
    stops = []
    for typed in (address, OTHER_PASSWORD, None):
        keys.press("Tab")
        stops.append(reader.tab.evaluate("document.activeElement.name"))
        if typed:
            keys.type(typed)
        else:
            keys.press("Space")
    assert stops == ["email", "password", "stays"] and reader.tab.locator("[name=stays]").is_checked()
    keys.press("Tab")
    reader.go(lambda: keys.press("Enter"), 401)

    # Past the mistake: its words lead to the field.
    tab_to(reader, ".refusal a")
    keys.press("Enter")
    assert reader.tab.evaluate("document.activeElement.name") == "password"
    keys.type(PASSWORD)
    reader.go(lambda: keys.press("Enter"))
    assert reader.path == f"/{language}/account"
    tab_to(reader, 'form[action$="/log-out"] button')
    reader.go(lambda: keys.press("Enter"))
    assert reader.path.endswith("?done=out")
    assert not is_logged_in(reader)


def test_a_look_at_a_readers_page_sees_what_is_wrong(rooms, walk):
    """Every check of a look, on a form that was broken on its way."""
    room = rooms.room(asks=0)
    reader = walk(room, width=390, name="broken-")

    def broken(route):
        answer = route.fetch()
        body = answer.text().replace('for="f-email"', 'for="f-none"').replace('aria-describedby="h-name"', 'aria-describedby="h-none"')
        body = body.replace('lang="en"', 'lang="ar"', 1).replace("</main>", '<p id="main" style="color:red"><a href="#none">x</a>' + "x" * 300 + "</p></main>")
        body = body.replace("</main>", '<input name="p" type="password" aria-invalid="true"><img src="https://elsewhere.example/a.png" alt=""></main>')
        route.fulfill(response=answer, body=body.replace("</main>", '<h1>x</h1><img src="/media/none.png" alt=""></main>'))

    reader.context.route("**/sign-up", broken)
    reader.open("/en/sign-up").look("broken")
    found = "\n".join(reader.faults)
    for fault in (
        "email: no label", "name: described by nothing, #h-none", "name: not described by its hint", "p: no word for password managers",
        "p: invalid without an error", "#main twice", "nothing at #none", "label:", "404 for", "elsewhere.example", "style-src", "['ar', 'ltr', 2]", " wide in 390",
    ):
        assert fault in found, f"{fault} not in\n{found}"
