"""What holds for every page of every kind, in both languages, on a phone and on a desk."""

import pytest

import pages

every_look = pytest.mark.parametrize(("page", "width"), [(page, width) for page in pages.ALL for width in pages.WIDTHS])


@every_look
def test_the_page_answers_with_its_status(visits, page, width):
    assert visits(page, width).status == pages.split(page)[0].status


@every_look
def test_nobody_is_shut_out(visits, page, width):
    """axe-core finds nothing, in the light or in the dark."""
    assert visits(page, width).accessibility == {"light": [], "dark": []}


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
    assert visits(page, width).shift < 0.01


@every_look
def test_every_picture_is_there(visits, page, width):
    assert visits(page, width).broken_pictures == []
