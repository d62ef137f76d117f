"""What the sample newspaper lacks, for pages to be tested on: every block of a story, long lists, empty ones, and a camera's secrets."""

import pathlib

from PIL import Image, TiffImagePlugin

SECTIONS = """\
- key: letters
  name: {ar: رسائل القراء, en: Letters}
  slug: {ar: رسائل, en: letters}
- key: archive
  name: {ar: الأرشيف, en: The Archive}
  slug: {ar: الأرشيف, en: archive}
  description: {ar: أخبار قديمة مرتبة., en: Old news in good order.}
"""
TOPICS = """\
- key: quiet
  name: {ar: موضوع هادئ, en: Quiet topic}
  slug: {ar: موضوع-هادئ, en: quiet-topic}
"""
PEOPLE = """\
- key: new-hand
  name: {ar: كاتبة جديدة, en: New Hand}
"""
PICTURES = """\
camera.jpg:
  alt: {ar: لوحة ألوان, en: A board of colours}
  caption: {ar: لوحة ألوان بالطول, en: A board of colours standing upright}
  credit: {ar: "تصوير: مجهول", en: "Photo: nobody"}
"""

# One story with a sub-heading called like each of the page's own parts, and every block there is.
BLOCKS = {
    "en": ("Every block there is, in one story that nobody would print but everybody has to be able to read", """\
The first paragraph has **strong words**, *words in italics*, `code`, a [link](https://example.org/a).

## Topics

A sub-heading called like a part of the page.

### Share

#### Main

> “A quotation of somebody.”

<blockquote><p>A quotation with its source.</p><footer><cite>Somebody, of somewhere</cite></footer></blockquote>

<figure class="pull-quote"><blockquote><p>A sentence pulled out of the text.</p></blockquote><figcaption>Who said it</figcaption></figure>

- one
- two
  1. two and one
  2. two and two
- three

<p lang="ar" dir="rtl">فقرة بالعربية داخل خبر بالإنجليزية، فيها رقم 212 واسم Marsa Post.</p>

<iframe src="https://video.example.org/watch/1" title="A film of the harbour"></iframe>

| Place | Spring | Summer | Autumn | Winter | Whole year | Note |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
| Harbour | 1,200 | 2,300 | 3,400 | 4,500 | 11,400 | counted |
| Old City | 1 | 2 | 3 | 4 | 10 | estimated |

<table><caption>A table with a caption</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>

![A board of colours](pictures/camera.jpg)

<figure class="gallery"><figure><img src="pictures/camera.jpg" alt="Left"></figure><figure><img src="pictures/camera.jpg" alt="Right"></figure></figure>

![A picture that is not in the library](https://elsewhere.example.org/a.jpg)

---

    code that is quite long and has to be broken or scrolled, because nobody would want the page to be as wide as this line of code is

https://example.org/an/address/that/is/very/long/and/has/no/space/in/it/so/that/it/has/to/be/broken/somewhere/or/it/will/push/the/page/wide
"""),
    "ar": ("كل ما يمكن أن يكون في خبر واحد لن يطبعه أحد وينبغي أن يقرأه الجميع", """\
الفقرة الأولى فيها **كلمات بارزة** و*كلمات مائلة* و`code` و[رابط](https://example.org/a).

## مواضيع

عنوان فرعي.

### شارك

> «اقتباس من أحدهم».

<blockquote><p>اقتباس ومصدره.</p><footer><cite>أحدهم، من مكان ما</cite></footer></blockquote>

<figure class="pull-quote"><blockquote><p>جملة أُخرجت من النص.</p></blockquote><figcaption>من قالها</figcaption></figure>

- واحد
- اثنان
  1. اثنان وواحد
  2. اثنان واثنان
- ثلاثة

<p lang="en" dir="ltr">A paragraph in English inside an Arabic story, with a number (212) and a name: «المرسى».</p>

<iframe src="https://video.example.org/watch/1" title="فيلم عن الميناء"></iframe>

| المكان | الربيع | الصيف | الخريف | الشتاء | السنة كلها | ملاحظة |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
| الميناء | 1,200 | 2,300 | 3,400 | 4,500 | 11,400 | عدّ |
| المدينة القديمة | 1 | 2 | 3 | 4 | 10 | تقدير |

<table><caption>جدول له عنوان</caption><tr><th>أ</th><th>ب</th></tr><tr><td>1</td><td>2</td></tr></table>

![لوحة ألوان](pictures/camera.jpg)

<figure class="gallery"><figure><img src="pictures/camera.jpg" alt="يسار"></figure><figure><img src="pictures/camera.jpg" alt="يمين"></figure></figure>

---

    code that is quite long and has to be broken or scrolled, because nobody would want the page to be as wide as this line of code is

https://example.org/an/address/that/is/very/long/and/has/no/space/in/it/so/that/it/has/to/be/broken/somewhere/or/it/will/push/the/page/wide
"""),
}
MENDED = {
    "en": ("A story that was put right", "The bridge was opened on Sunday.\n\nNobody was there.\n", "The bridge was opened on Monday.\n\nNobody was there.\n"),
    "ar": ("خبر صُوّب", "افتُتح الجسر يوم الأحد.\n\nلم يكن هناك أحد.\n", "افتُتح الجسر يوم الاثنين.\n\nلم يكن هناك أحد.\n"),
}
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def write(folder: pathlib.Path):
    """Writes the folder of Markdown that is imported beside the sample."""
    for name in ("articles", "pictures"):
        (folder / name).mkdir(parents=True)
    for name, text in (("sections", SECTIONS), ("topics", TOPICS), ("people", PEOPLE), ("pictures", PICTURES)):
        (folder / f"{name}.yaml").write_text(text)
    photograph(folder / "pictures" / "camera.jpg")
    for language, (title, text) in BLOCKS.items():
        article(folder, "blocks", language, title, text, section="archive", picture="camera.jpg", authors="[new-hand]", topics="[quiet]")
        article(folder, "doomed", language, {"en": "A story to be withdrawn", "ar": "خبر سيُسحب"}[language], "نص. Text.", section="archive")
        article(folder, "short-lived", language, {"en": "A short-lived story", "ar": "خبر قصير العمر"}[language], "نص. Text.", section="archive")
        article(folder, "mended", language, MENDED[language][0], MENDED[language][1], section="archive")
        for number in range(25):
            title = {"en": f"Old story number {number}", "ar": f"خبر قديم رقم {number}"}[language]
            article(folder, f"old-{number}", language, title, {"en": "Old text.", "ar": "نص قديم."}[language], section="archive", year=2020)
    article(folder, "long-word", "en", f"A word that is too long: {LONG_WORD}", f"It is {LONG_WORD}.", section="archive", year=2021)


def mend(folder: pathlib.Path):
    """What the folder says later."""
    for language, (title, _, text) in MENDED.items():
        article(folder, "mended", language, title, text, section="archive")


def article(folder, key, language, title, text, section, picture=None, authors="[]", topics="[]", year=2025):
    matter = [f'title: "{title}"', f"slug: {key}", f"section: {section}", f"authors: {authors}", f"topics: {topics}",
              f"published: {year}-03-01T08:05:00+02:00"]
    if picture:
        matter.append(f"picture: {picture}")
    (folder / "articles" / f"{key}.{language}.md").write_text("---\n" + "\n".join(matter) + f"\n---\n{text}")


def photograph(path):
    """A picture as a telephone takes it: turned by its EXIF, with the place where it was taken."""
    picture = Image.radial_gradient("L").resize((900, 600)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    place = exif.get_ifd(0x8825)
    degrees = tuple(TiffImagePlugin.IFDRational(number) for number in (32, 53, 14))
    place.update({1: "N", 2: degrees, 3: "E", 4: degrees})
    exif[0x8825] = place
    picture.save(path, exif=exif, quality=90)
    assert b"SecretCamera" in path.read_bytes()
