"""What holds for every page of every kind, in both languages, on a phone and on a desk."""

import pytest

import pages
import visit

every_look = pytest.mark.parametrize(("page", "width"), [(page, width) for page in pages.ALL for width in pages.WIDTHS])


@every_look
def test_the_page_answers_with_its_status(visits, page, width):
    assert visits(page, width).status == pages.split(page)[0].status


@every_look
def test_nobody_is_shut_out(visits, page, width):
    """axe-core finds nothing, in the light or (on the phone) in the dark."""
    found = visits(page, width).accessibility
    assert "light" in found and [fault for faults in found.values() for fault in faults] == []


@every_look
def test_nothing_runs_over_the_side(visits, page, width):
    assert visits(page, width).overflow == []


@every_look
def test_the_console_stays_silent(visits, page, width):
    kind, _ = pages.split(page)
    expected = [f"the server responded with a status of {kind.status}"] if kind.status >= 400 else []
    assert [error for error in visits(page, width).errors if not any(text in error for text in expected)] == []
    assert len(visits(page, width).failures) == len(expected)


@every_look
def test_the_policy_of_content_is_kept(visits, page, width):
    assert visits(page, width).violations == []


@every_look
def test_no_other_host_is_asked(visits, server, page, width):
    requests = visits(page, width).requests
    assert requests
    assert [url for url in requests if not url.startswith((server.origin + "/", "data:"))] == []


@every_look
def test_nothing_moves_while_the_page_loads(visits, page, width):
    look = visits(page, width)
    assert look.shift < 0.01, look.moved


@every_look
def test_every_picture_is_there(visits, page, width):
    assert visits(page, width).broken_pictures == []


def test_a_look_sees_what_is_wrong_with_a_page(browser, axe, server):
    """Every check above, on a page that was broken on its way."""
    broken = """<main><div style="color: red">x</div><img src="https://elsewhere.example/a.png"><img src="/media/none.jpg" alt="">
        <table><tr><td>%s</td></tr></table><script type="module" src="/assets/none.js"></script>""" % ("x" * 300)

    def alter(html):
        return html.replace("<main", '<p class="label" hidden>late</p>' + broken + "</main><main", 1).replace('lang="en"', "", 1)

    seen = visit.look(browser, axe, server, "section-en", 390, alter)
    assert any("image-alt" in fault for fault in seen.accessibility["light"])
    assert any("html-has-lang" in fault for fault in seen.accessibility["dark"])
    assert seen.overflow
    assert seen.errors and seen.failures
    assert any("style-src" in violation for violation in seen.violations)
    assert any("elsewhere.example" in violation for violation in seen.violations)
    assert len(seen.broken_pictures) == 2


def test_a_look_sees_what_moves(browser, axe, server):
    def alter(html):
        grow = "@keyframes grow { to { height: 300px } } body::before { content: ''; flex: none; animation: grow .2s steps(2) infinite alternate }"
        return html.replace("</head>", f"<style>{grow}</style></head>")

    seen = visit.look(browser, axe, server, "article-en", 1280, alter, keeps_policy=False)
    assert seen.shift > 0.01 and seen.moved


def test_a_look_sees_requests_to_other_hosts(browser, axe, server):
    def alter(html):
        return html.replace("</main>", '<img src="http://127.0.0.1:9/a.png" alt="" width="1" height="1"></main>')

    seen = visit.look(browser, axe, server, "section-ar", 390, alter, keeps_policy=False)
    assert "http://127.0.0.1:9/a.png" in seen.requests
