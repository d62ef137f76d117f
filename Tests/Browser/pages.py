"""Every kind of page the site has, and where one of each stands in either language."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    ar: str
    en: str
    status: int = 200
    has_twin: bool = True
    #: One visitor's own: kept by nobody.
    is_personal: bool = False

    def path(self, language):
        return f"/{language}{getattr(self, language)}"


KINDS = [
    Kind("front", "", ""),
    Kind("section", "/sections/اقتصاد", "/sections/economy"),
    Kind("subsection", "/sections/الميناء", "/sections/port"),
    Kind("empty-section", "/sections/رسائل", "/sections/letters"),
    Kind("second-page", "/sections/الأرشيف/page/2", "/sections/archive/page/2"),
    Kind("article", "/articles/مجلس-المدينة-يرجئ-التصويت-على-رصيف-الحاويات", "/articles/council-puts-off-vote-on-new-container-quay"),
    Kind("gallery", "/articles/الذين-يسكنون-فوق-المدينة-القديمة", "/articles/people-on-top-of-the-old-city"),
    Kind("blocks", "/articles/blocks", "/articles/blocks"),
    Kind("single", "/articles/الرجل-الذي-يتأخر-سبع-دقائق", "/articles/night-ferry-returns", has_twin=False),
    Kind("author", "/people/abd-al-rahman-al-marsawi", "/people/abd-al-rahman-al-marsawi"),
    Kind("topic", "/topics/المياه", "/topics/water"),
    Kind("static", "/pages/سياسة-الخصوصية", "/pages/privacy-policy"),
    Kind("version", "/pages/سياسة-الخصوصية/versions/1", "/pages/privacy-policy/versions/1", has_twin=False),
    Kind("history", "/articles/mended/versions", "/articles/mended/versions", has_twin=False),
    Kind("memento", "/articles/mended/versions/1", "/articles/mended/versions/1", has_twin=False),
    Kind("memento-changes", "/articles/mended/versions/2/since/1", "/articles/mended/versions/2/since/1", has_twin=False),
    Kind("corrections", "/corrections", "/corrections"),
    Kind("speakers", "/speakers", "/speakers"),
    Kind("speaker", "/speakers/yunus-al-shirai", "/speakers/yunus-al-shirai"),
    Kind("found", "/search?q=الميناء", "/search?q=council"),
    Kind("found-none", "/search?q=قققق", "/search?q=xyzzyx", has_twin=True),
    Kind("search", "/search", "/search"),
    Kind("missing", "/لا-شيء-هنا", "/nothing-here", status=404, has_twin=False),
    Kind("withdrawn", "/articles/doomed", "/articles/doomed", status=410, has_twin=False),
    Kind("log-in", "/log-in", "/log-in", is_personal=True),
    Kind("sign-up", "/sign-up", "/sign-up", is_personal=True),
    Kind("forgot", "/forgot-password", "/forgot-password", is_personal=True),
    Kind("dead-link", "/choose-password", "/choose-password", status=404, has_twin=False, is_personal=True),
]
BY_NAME = {kind.name: kind for kind in KINDS}
LANGUAGES = ["ar", "en"]
OTHER = {"ar": "en", "en": "ar"}
DIRECTION = {"ar": "rtl", "en": "ltr"}
NATIVE = {"ar": "العربية", "en": "English"}
WIDTHS = [390, 1280]
ARTICLES = ["article", "gallery", "blocks", "single"]
ALL = [f"{kind.name}-{language}" for kind in KINDS for language in LANGUAGES]
#: What is the same for everyone who asks.
PUBLIC = [page for page in ALL if not BY_NAME[page.rsplit("-", 1)[0]].is_personal]
INDEXED = [page for page in PUBLIC if page.rsplit("-", 1)[0] not in ("found", "found-none", "search", "missing", "withdrawn", "version", "history", "memento", "memento-changes")]


def split(page):
    """The kind and language of a page's name, as in `article-ar`."""
    name, language = page.rsplit("-", 1)
    return BY_NAME[name], language


def path(page):
    kind, language = split(page)
    return kind.path(language)
