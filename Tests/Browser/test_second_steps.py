"""What opens an account besides its password, who works in the newsroom, and moving to another address: each page in each language, looked at."""

import base64
import hashlib
import hmac
import itertools
import re
import time

import pytest
from playwright.sync_api import expect

import pages
from readers import PASSWORD
from server import command

every_language = pytest.mark.parametrize("language", pages.LANGUAGES)
numbers = itertools.count(1)


def a_new_address():
    return f"ada{next(numbers):03}@readers.example"


def code_of(key):
    """What an app shows now for a key as it is spelled on the page (RFC 6238)."""
    seed = base64.b32decode(key.replace(" ", ""))
    digest = hmac.digest(seed, int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1)
    at = digest[19] & 15
    return f"{(int.from_bytes(digest[at:at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def log_in(one, language, address, status=200):
    return one.open(f"/{language}/log-in").send("log-in", status, email=address, password=PASSWORD)


@pytest.mark.parametrize("width", pages.WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@every_language
def test_an_app_and_recovery_codes(rooms, walk, language, scripts, width):
    room, address = rooms.room(asks=1), a_new_address()
    room.enrol(language, address, "ليلى Layla")
    one = walk(room, width=width, scripts=scripts, name="steps-")
    log_in(one, language, address)
    one.press(f'.ways a[href="/{language}/account/security"]').look("no second step yet")
    one.press('form[action$="/security/codes"] button').look("the app's key")
    key = one.tab.locator(".key code").inner_text()
    one.send("security/codes/first", 400, code="123 456").look("first code refused")
    assert one.error("code") and one.tab.locator(".key code").inner_text() == key
    one.send("security/codes/first", code=code_of(key)).look("recovery codes")
    codes = one.tab.locator(".codes code").all_inner_texts()
    assert len(set(codes)) == 10
    one.press(f'main a[href="/{language}/account/security"]').look("with an app")
    room.letters.next(address)
    one.open(f"/{language}/account").press('form[action$="/log-out"] button')

    log_in(one, language, address).look("second step")
    assert one.path.startswith(f"/{language}/log-in/second-step")
    one.open(f"/{language}/account")
    assert one.path == f"/{language}/log-in/second-step"
    one.send("log-in/second-step", 400, code="000000").look("second step refused")
    one.send("log-in/second-step", code=codes[0].lower().replace("-", " "))
    assert one.path == f"/{language}/account"
    assert "9" in room.letters.next(address).plain

    # What matters for the account asks again after a while.
    assert room.change("UPDATE sessions SET proved_at = proved_at - 4000000")
    one.press(f'.ways a[href="/{language}/account/email"]').look("show that it is you")
    assert "/log-in/again?next=" in one.path
    one.send("log-in/again", 400, password=PASSWORD, code="000000").look("not shown")
    assert room.change("UPDATE readers SET totp_last_step = NULL WHERE email = ?", address)
    one.send("log-in/again", password=PASSWORD, code=code_of(key))
    assert one.path == f"/{language}/account/email"
    one.open(f"/{language}/account/security").press('form[action$="/codes/removal"] button').look("codes off")
    assert one.tab.locator(".news").is_visible()
    assert one.faults == []


@pytest.fixture
def authenticator():
    """A device that recognises its owner, as far as it is told to (WebAuthn's virtual authenticator)."""

    def attach(one):
        session = one.context.new_cdp_session(one.tab)
        session.send("WebAuthn.enable")
        added = session.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
            "automaticPresenceSimulation": True}})

        def recognises(owner):
            session.send("WebAuthn.setUserVerified", {"authenticatorId": added["authenticatorId"], "isUserVerified": owner})

        return recognises

    return attach


@pytest.mark.parametrize("width", pages.WIDTHS)
@every_language
def test_passkeys(rooms, walk, authenticator, language, width):
    room, address = rooms.new("localhost"), a_new_address()
    room.enrol(language, address)
    one = walk(room, width=width, name="passkeys-")
    recognises = authenticator(one)
    log_in(one, language, address).open(f"/{language}/account/security").look("no passkey")
    one.tab.locator("[data-passkey] [name=name]").fill("هاتف Layla")
    recognises(False)
    one.tab.locator("[data-passkey] button").click()
    expect(one.tab.locator("[data-passkey] [role=status]")).not_to_be_empty()
    assert room.change("UPDATE passkeys SET name = name") == 0
    recognises(True)
    one.press("[data-passkey] button").look("a passkey")
    assert one.path.endswith("/account/security?done=passkey") and one.says("هاتف Layla")
    room.letters.next(address)
    one.open(f"/{language}/account").press('form[action$="/log-out"] button')

    one.open(f"/{language}/log-in?next=%2F{language}%2Faccount%2Femail").look("log in with a passkey")
    one.press("form[data-passkey] button")
    assert one.path == f"/{language}/account/email"
    assert room.change("UPDATE sessions SET proved_at = proved_at - 4000000")
    one.open(f"/{language}/account/security").look("again with a passkey").press("form[data-passkey] button")
    assert one.path == f"/{language}/account/security"
    one.press('form[action$="/passkeys/removal"] button').look("passkey removed")
    one.open(f"/{language}/account").press('form[action$="/log-out"] button')
    one.open(f"/{language}/log-in")
    one.tab.locator("form[data-passkey] button").click()
    expect(one.tab.locator("[data-passkey] [role=status]")).not_to_be_empty()
    assert not [fault for fault in one.faults if "the server responded with a status of" not in fault]


@every_language
def test_a_passkey_as_the_second_step(rooms, walk, authenticator, language):
    """Of someone on the staff: a password alone opens nothing."""
    room, address = rooms.new("localhost"), a_new_address()
    room.enrol(language, address)
    command("user", "role", address, "editor", "--data", room.folder)
    one = walk(room, width=390, name="staff-")
    authenticator(one)
    log_in(one, language, address).look("staff without a second step")
    assert one.path == f"/{language}/account/security"
    one.press("[data-passkey] button").look("staff with a passkey")
    one.open(f"/{language}/account").press('form[action$="/log-out"] button')
    log_in(one, language, address).look("second step by a passkey")
    assert one.path.startswith(f"/{language}/log-in/second-step")
    one.press("form[data-passkey] button")
    assert one.path == f"/{language}/account"
    story = pages.path(f"article-{language}")
    one.open(f"{story}/vote").look("votes for an editor").press('form[action$="/closing"] button').look("voting closed")
    one.open(story).look("article without votes")
    assert one.tab.locator("form[data-vote]").count() == 0
    assert one.faults == []


@pytest.mark.parametrize("width", pages.WIDTHS)
@every_language
def test_the_first_administrator(rooms, walk, language, width):
    room = rooms.new()
    said = (room.folder.parent / "server.log").read_text()
    link = re.search(r"begins at (\S+)", said)[1]
    one = walk(room, width=width, name="first-")
    one.open(link).open(f"/{language}/set-up").look("first administrator")
    one.send("set-up", 400, email="ada@readers", name="Ada آدا", password=PASSWORD).look("first refused")
    one.send("set-up", email="ada@readers.example", password=PASSWORD).look("first must enrol")
    assert one.path == f"/{language}/account/security"
    other = walk(room, width=width, name="first-other-")
    other.open(link, 404).look("first is there already")
    assert "ada@readers.example" in command("user", "list", "--data", room.folder)
    assert one.faults + other.faults == []


@pytest.mark.parametrize("width", pages.WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@every_language
def test_moving_to_another_address(rooms, walk, language, scripts, width):
    room, address, new = rooms.room(asks=2), a_new_address(), a_new_address()
    room.enrol(language, address, "Layla")
    one = walk(room, width=width, scripts=scripts, name="moving-")
    log_in(one, language, address).open(f"/{language}/account/email").look("address")
    one.send("account/email", 400, email="ada@harbour").look("address refused")
    assert one.error("email") and one.value("email") == "ada@harbour"
    one.send("account/email", email=new).look("letters sent")
    old, fresh = room.letters.next(address), room.letters.next(new)
    assert new in old.plain and address not in fresh.plain
    one.open(old.link).look("agree").press('form[action$="/agree"] button').look("agreed once")
    one.open(fresh.link).press('form[action$="/agree"] button').look("moved")
    one.open(f"/{language}/account")
    assert one.says(new)
    for mailbox in (address, new):
        assert room.letters.next(mailbox).language == language
    one.open(old.link, 410).look("link of a move used")
    assert one.faults == []
