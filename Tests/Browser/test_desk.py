"""The pages of the desk around its editor: in both languages, on a phone and on a desk, and without scripts."""

import pytest

import visit

PAGES = ["", "?tray=all", "/stories", "/stories/{story}/revisions", "/stories/{story}/revisions/{old}/{new}", "/stories/{story}/publication",
         "/stories/{story}/details", "/stories/{story}/preview", "/stories/{story}/reading", "/speakers", "/copydesk", "/media", "/media/{picture}", "/front/ar", "/front/en", "/keys", "/webhooks", "/staff",
         "/freeze", "/audit"]


@pytest.fixture
def story(desk):
    desk.set_role("administrator")
    story = desk.story("ar", headline="تسليم الرصيف", body="<p>سُلّم الرصيف يوم الأحد.</p>")
    desk.colleague_saves(story, "Ada", body="<p>سُلّم الرصيف يوم الاثنين.</p>")
    return story


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nobody_is_shut_out_of_the_desk(desk, story, open_desk, axe, language, width):
    tab = open_desk(width)
    faults = []
    tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    revisions = [revision["id"] for revision in desk.revisions(story)]
    for page in PAGES:
        path = f"/{language}/desk" + page.format(story=story.edition, old=revisions[-2], new=revisions[-1], picture=desk.picture_number())
        assert tab.goto(path, wait_until="load").status == 200, path
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        faults += [f"{path}: {fault}" for fault in visit.describe(axe.run(tab).response["violations"])]
    assert faults == []


def test_a_story_is_written_and_published_without_scripts(desk, story, open_desk):
    tab = open_desk(390, java_script_enabled=False)
    tab.goto(f"/en/desk/stories/{story.edition}")
    body = tab.locator("[name=body]")
    assert "الاثنين" in body.input_value() and body.get_attribute("dir") == "rtl"
    body.fill("سُلّم الرصيف يوم **الثلاثاء**.\n\n## ما التالي؟\n\nلم يقل أحد.\n")
    tab.get_by_role("button", name="Save a version").click()
    assert tab.get_by_text("A version was saved.").is_visible()
    assert desk.head(story)["content"]["body"] == "<p>سُلّم الرصيف يوم <strong>الثلاثاء</strong>.</p><h2>ما التالي؟</h2><p>لم يقل أحد.</p>"
    tab.goto(f"/en/desk/stories/{story.edition}/details")
    tab.get_by_label("Section", exact=True).select_option(index=1)
    tab.get_by_role("button", name="Save").click()
    tab.goto(f"/en/desk/stories/{story.edition}/publication")
    tab.get_by_role("button", name="Publish").click()
    tab.goto(f"/en/desk/stories/{story.edition}")
    tab.get_by_role("link", name="As readers see it").click()
    assert tab.locator("h1").inner_text() == "تسليم الرصيف" and "الثلاثاء" in tab.locator("article.article").inner_text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_list_is_read_down_its_edge_in_either_language(desk, open_desk, language):
    desk.set_role("administrator")
    for written in ("ar", "en"):
        desk.story(written)
    tab = open_desk(1280)
    tab.goto(f"/{language}/desk?tray=all")
    edges = tab.evaluate("""() => [...document.querySelectorAll(".stories > li")].map(line => {
        const [head, box] = [line.querySelector("h2 a"), line.getBoundingClientRect()];
        const text = head.getBoundingClientRect();
        return [head.closest("[dir]").dir, Math.round(document.dir === "rtl" ? box.right - text.right : text.left - box.left)];
    })""")
    assert {direction for direction, _ in edges} == {"rtl", "ltr"} and {edge for _, edge in edges} == {0}


def test_the_original_of_a_translation_shows_its_pictures(desk, open_desk):
    desk.set_role("administrator")
    story = desk.story("ar", headline="تسليم الرصيف", body=f'<figure><img src="media:{desk.picture_number()}" alt="سفينة"></figure><p>نص.</p>')
    answer = desk._post("Ada", f"/en/desk/stories/{story.edition}/translation", {"language": "en"})
    tab = open_desk(1280)
    tab.goto(answer.headers["location"], wait_until="load")
    picture = tab.locator(".original img")
    picture.scroll_into_view_if_needed()
    assert picture.get_attribute("alt") == "سفينة"
    tab.wait_for_function("document.querySelector('.original img').naturalWidth > 0")
