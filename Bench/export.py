"""Exports of WordPress (WXR 1.2) with Polylang, made up but always the same."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from words import Vocabulary

# Raised when the same call would write other bytes: then what lies in the work folder is made anew.
VERSION = 3
SITE = "https://bench.example"
LAST = datetime(2025, 6, 1, 8, 0)
SECTIONS = [
    ("politics", "Politics", "سياسة"), ("economy", "Economy", "اقتصاد"), ("world", "World", "العالم"), ("culture", "Culture", "ثقافة"),
    ("sport", "Sport", "رياضة"), ("health", "Health", "صحة"), ("science", "Science", "علوم"), ("opinion", "Opinion", "رأي"),
]
AUTHORS = 24
TAGS = 300
NAMES = {"en": "English", "ar": "العربية"}


class Export:
    """`articles` posts, each in one language; two of three belong to a pair of translations. Bodies are `size` bytes, give or take a quarter."""

    def __init__(self, articles: int, size: int = 4_000):
        self.articles, self.size = articles, size
        self.vocabulary = {language: Vocabulary(language) for language in NAMES}
        self.paths: list[str] = []
        self.phrases: dict[str, list[str]] = {"en": [], "ar": []}

    def write(self, path: Path) -> None:
        """Writes the export and, beside it, what the harness has to know of it."""
        with open(path.with_suffix(".part"), "w", encoding="utf-8", buffering=1 << 20) as file:
            file.write(self._head())
            for number in range(self.articles):
                file.write(self._item(number))
            file.write("</channel>\n</rss>\n")
        known = {"version": VERSION, "articles": self.articles, "paths": self.paths, "phrases": self.phrases}
        path.with_suffix(".json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        path.with_suffix(".part").rename(path)

    # The posts come in threes: a pair of translations, then one that has none.

    def _language(self, number: int) -> str:
        return "ar" if number % 3 == 1 or number % 6 == 2 else "en"

    def _group(self, number: int) -> str | None:
        return None if number % 3 == 2 else f"pll_{number // 3:08x}"

    def _head(self) -> str:
        def term(number: int, taxonomy: str, slug: str, name: str, description: str) -> str:
            return (
                f"<wp:term><wp:term_id>{number}</wp:term_id><wp:term_taxonomy>{cdata(taxonomy)}</wp:term_taxonomy><wp:term_slug>{cdata(slug)}"
                f"</wp:term_slug><wp:term_parent></wp:term_parent><wp:term_name>{cdata(name)}</wp:term_name>"
                f"<wp:term_description>{cdata(description)}</wp:term_description></wp:term>\n")

        parts = [HEAD]
        for number in range(AUTHORS):
            name = f"Reporter {number + 1}"
            parts.append(
                f"<wp:author><wp:author_id>{number + 1}</wp:author_id><wp:author_login>{cdata(author(number))}</wp:author_login>"
                f"<wp:author_email>{cdata(author(number) + '@bench.example')}</wp:author_email><wp:author_display_name>{cdata(name)}"
                "</wp:author_display_name><wp:author_first_name></wp:author_first_name><wp:author_last_name></wp:author_last_name></wp:author>\n")
        for index, (slug, english, arabic) in enumerate(SECTIONS):
            for number, nicename, name in ((100 + index, slug, english), (200 + index, quote(arabic).lower(), arabic)):
                parts.append(
                    f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{cdata(nicename)}</wp:category_nicename>"
                    f"<wp:category_parent></wp:category_parent><wp:cat_name>{cdata(name)}</wp:cat_name></wp:category>\n")
        for index in range(TAGS):
            for number, language in ((1_000 + index, "en"), (2_000 + index, "ar")):
                slug, name = self._tag(index, language)
                parts.append(
                    f"<wp:tag><wp:term_id>{number}</wp:term_id><wp:tag_slug>{cdata(slug)}</wp:tag_slug>"
                    f"<wp:tag_name>{cdata(name)}</wp:tag_name></wp:tag>\n")
        parts.append(term(91, "language", "ar", "العربية", 'a:3:{s:6:"locale";s:2:"ar";s:3:"rtl";i:1;s:9:"flag_code";s:2:"ly";}'))
        parts.append(term(92, "language", "en", "English", 'a:3:{s:6:"locale";s:5:"en_US";s:3:"rtl";i:0;s:9:"flag_code";s:2:"us";}'))
        pairs = [(100 + i, 200 + i) for i in range(len(SECTIONS))] + [(1_000 + i, 2_000 + i) for i in range(TAGS)]
        for index, (english, arabic) in enumerate(pairs):
            name = f"pll_t{index}"
            parts.append(term(5_000 + index, "term_translations", name, name, f'a:2:{{s:2:"ar";i:{arabic};s:2:"en";i:{english};}}'))
        for number in range(0, self.articles - 1, 3):
            name = self._group(number)
            parts.append(term(1_000_000 + number, "post_translations", name, name, f'a:2:{{s:2:"ar";i:{number + 2};s:2:"en";i:{number + 1};}}'))
        return "".join(parts)

    def _tag(self, index: int, language: str) -> tuple[str, str]:
        word = self.vocabulary[language].common(200 + index)
        return (f"{word}-{index}" if language == "en" else quote(word).lower() + f"-{index}"), word

    def _item(self, number: int) -> str:
        language = self._language(number)
        chooser = random.Random(number)
        words = self.vocabulary[language]
        title = " ".join(words.draw(chooser, chooser.randint(6, 11)))
        if language == "en":
            title = title[0].upper() + title[1:]
        slug = f"{'-'.join(title.lower().split()[:6])}-{number + 1}"
        nicename = slug if language == "en" else quote(slug).lower()
        self.paths.append(f"/{language}/articles/{quote(slug)}")
        body = self._body(chooser, words, language, number)
        excerpt = sentence(words.draw(chooser, 22), language)
        moment = (LAST - timedelta(minutes=7 * number)).strftime("%Y-%m-%d %H:%M:%S")
        section = SECTIONS[min(int(chooser.expovariate(0.6)), len(SECTIONS) - 1)]
        filed = [("category", section[0] if language == "en" else quote(section[2]).lower(), section[1] if language == "en" else section[2])]
        for index in sorted({min(int(chooser.expovariate(0.02)), TAGS - 1) for _ in range(chooser.randint(2, 4))}):
            filed.append(("post_tag", *self._tag(index, language)))
        filed.append(("language", language, NAMES[language]))
        if group := self._group(number):
            filed.append(("post_translations", group, group))
        categories = "".join(f'<category domain="{domain}" nicename="{name}">{cdata(text)}</category>\n' for domain, name, text in filed)
        return ITEM.format(
            id=number + 1, title=title, site=SITE, author=author(chooser.randrange(AUTHORS)), body=body, excerpt=excerpt, moment=moment,
            name=nicename, categories=categories)

    def _body(self, chooser: random.Random, words: Vocabulary, language: str, number: int) -> str:
        target = self.size * chooser.uniform(0.75, 1.25) * 0.86  # the rest is markup
        drawn = words.draw(chooser, int(target / (8.15 if language == "en" else 12.85)))
        if number % 97 == 0:
            self.phrases[language].append(" ".join(drawn[8:11]))
        blocks, place, paragraphs = [], 0, 0
        while place < len(drawn):
            sentences = []
            for _ in range(chooser.randint(2, 4)):
                length = chooser.randint(9, 24)
                if drawn[place:place + length]:
                    sentences.append(sentence(drawn[place:place + length], language))
                place += length
            text = " ".join(sentences)
            paragraphs += 1
            if paragraphs == 2:
                head, _, tail = text.partition(" ")
                text = f'<a href="{SITE}/?p={max(1, number)}">{head}</a> {tail}'
            elif paragraphs == 3:
                blocks.append(f'<!-- wp:heading -->\n<h2 class="wp-block-heading">{text[:40].rsplit(" ", 1)[0]}</h2>\n<!-- /wp:heading -->')
            elif paragraphs == 4:
                head, _, tail = text.partition(" ")
                text = f"<strong>{head}</strong> {tail}"
            blocks.append(f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->")
        return "\n\n".join(blocks)


def sentence(words: list[str], language: str) -> str:
    text = " ".join(words)
    return (text[0].upper() + text[1:] if language == "en" else text) + "."


def author(number: int) -> str:
    return f"reporter{number + 1}"


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Bench</title>
<link>{SITE}</link>
<description>Made-up news</description>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{SITE}</wp:base_site_url>
<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""

ITEM = """<item>
<title><![CDATA[{title}]]></title>
<link>{site}/{name}/</link>
<dc:creator><![CDATA[{author}]]></dc:creator>
<guid isPermaLink="false">{site}/?p={id}</guid>
<description></description>
<content:encoded><![CDATA[{body}]]></content:encoded>
<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>{id}</wp:post_id>
<wp:post_date><![CDATA[{moment}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{moment}]]></wp:post_date_gmt>
<wp:post_modified><![CDATA[{moment}]]></wp:post_modified>
<wp:post_modified_gmt><![CDATA[{moment}]]></wp:post_modified_gmt>
<wp:comment_status><![CDATA[closed]]></wp:comment_status>
<wp:ping_status><![CDATA[closed]]></wp:ping_status>
<wp:post_name><![CDATA[{name}]]></wp:post_name>
<wp:status><![CDATA[publish]]></wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type><![CDATA[post]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
{categories}<wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
</item>
"""
