"""The letters that a newsroom without a mail server lays in a folder, read by Python's email package."""

import re
import time
from email import message_from_bytes, policy

from lxml import html as lxml_html

import patience


class Letter:
    def __init__(self, raw):
        self.message = message_from_bytes(raw, policy=policy.default)
        self.to = self.message["To"].addresses[0].addr_spec
        self.subject = str(self.message["Subject"])
        self.language = self.message["Content-Language"]
        self.types = [part.get_content_type() for part in self.message.walk()]
        self.plain = self.message.get_body(("plain",)).get_content()
        self.tree = lxml_html.fromstring(self.message.get_body(("html",)).get_content())
        self.defects = [defect for part in self.message.walk() for defect in part.defects]

    @property
    def text(self):
        """What the HTML says."""
        return self.tree.xpath("string(//body)")

    @property
    def links(self):
        """All addresses in the plain part."""
        return re.findall(r"https?://\S+", self.plain)

    @property
    def link(self):
        """The one thing it asks for: the same in both parts, and readable in the HTML as well."""
        (link,) = self.tree.xpath("//a/@href")
        assert link in self.links and link in self.text
        return link


class Letters:
    def __init__(self, folder):
        self.folder = folder
        self.read = set()

    def next(self, address, seconds=patience.SECONDS):
        """The next letter to that address, each one once."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for file in sorted(self.folder.glob("*.eml")):
                if (file.name, address) not in self.read:
                    self.read.add((file.name, address))
                    letter = Letter(file.read_bytes())
                    if letter.to == address:
                        return letter
            time.sleep(0.1)
        raise AssertionError(f"no letter to {address} within {seconds} seconds")

    def to(self, address):
        """All letters there are to that address."""
        return [letter for letter in (Letter(file.read_bytes()) for file in sorted(self.folder.glob("*.eml"))) if letter.to == address]
