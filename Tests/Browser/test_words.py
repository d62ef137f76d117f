"""Dates, digits and words, in the language of the page."""

import re
import shutil

import pytest

import pages
from readers import copy_database
from server import Server

DATES = {
    "ar": re.compile(r"^\d{1,2} (يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)( \d{4})?(، \d\d:\d\d)?$"),
    "en": re.compile(
        r"^\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?(, \d\d:\d\d)?$"),
}


@pytest.mark.parametrize("page", [f"{kind}-{language}" for kind in ("section", "article", "blocks", "static", "found") for language in pages.LANGUAGES])
def test_dates_are_written_as_the_language_writes_them(document, page):
    times = [time.text for time in document(page).xpath("//main//time")]
    assert times
    assert [time for time in times if not DATES[pages.split(page)[1]].match(time)] == []


def test_a_date_is_the_same_moment_in_both_languages(document):
    shown = {language: document(f"article-{language}").xpath("//*[@class='dates']//time") for language in pages.LANGUAGES}
    assert [time.get("datetime") for time in shown["ar"]] == [time.get("datetime") for time in shown["en"]]
    assert [time.text for time in shown["en"]] == ["19 November 2026, 07:30", "19 November 2026, 16:10"]
    assert [time.text for time in shown["ar"]] == ["19 نوفمبر 2026، 07:30", "19 نوفمبر 2026، 16:10"]


def test_the_day_of_the_paper_has_its_weekday(document):
    assert re.match(r"^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} \w+ \d{4}$", document("front-en").xpath("string(//*[@class='today'])"))
    assert re.match(r"^(الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)، \d{1,2} \w+ \d{4}$", document("front-ar").xpath("string(//*[@class='today'])"))


@pytest.mark.parametrize("page", [f"{kind.name}-ar" for kind in pages.KINDS])
def test_an_arabic_pages_furniture_holds_no_english(document, page):
    """Words in Latin letters stand in the story, in names and queries, or are marked as another language."""
    root = document(page)
    furniture = root.xpath("//header[@class='masthead'] | //nav[@class='sections'] | //footer[@class='footer'] | //*[@class='about']")
    assert furniture
    for part in furniture:
        for text in part.xpath(".//text()[not(ancestor::*[@lang='en'])] | .//@aria-label | .//@placeholder"):
            assert re.findall(r"[A-Za-z]{2,}", text) in ([], ["RSS"])


@pytest.fixture(scope="module")
def arabic_digits(newsroom, server, tmp_path_factory):
    """The same newsroom with Arabic digits in its Arabic pages."""
    folder = tmp_path_factory.mktemp("digits") / "data"
    folder.mkdir()
    for name in ("newsroom.yaml", "logo.png"):
        shutil.copy(newsroom / name, folder)
    shutil.copytree(newsroom / "media", folder / "media")
    copy_database(newsroom / "matbaa.sqlite", folder / "matbaa.sqlite")
    face = folder / "newsroom.yaml"
    assert "digits: latin" in face.read_text()
    face.write_text(face.read_text().replace("digits: latin", "digits: arabic-indic"))
    other = Server(folder)
    yield other
    other.stop()


def test_a_newsroom_may_choose_arabic_digits(arabic_digits):
    arabic = arabic_digits.get(pages.path("article-ar")).text
    assert "١٩ نوفمبر ٢٠٢٦، ٠٧:٣٠" in arabic
    assert 'datetime="2026-11-19T07:30:00+02:00"' in arabic
    assert "19 November 2026, 07:30" in arabic_digits.get(pages.path("article-en")).text
    assert "صفحة ٢" in arabic_digits.get(pages.path("second-page-ar")).text
