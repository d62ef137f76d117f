"""The API as a program meets it: by its own document, which a validator of OpenAPI reads, and which every answer keeps to."""

import http.client
import json

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

EVERYTHING = ["stories:read", "stories:write", "stories:publish", "media:write", "webhooks:manage"]


class Program:
    def __init__(self, desk):
        desk.set_role("administrator")
        self.server = desk.server
        self.token = desk.key(EVERYTHING)
        self.document = json.loads(self.ask("GET", "/openapi.json", None, None)[1])

    def ask(self, method, path, body, kind):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            headers = {"Authorization": f"Bearer {self.token}"} | ({"Content-Type": kind} if kind else {})
            connection.request(method, "/api/v1" + path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.getheader("Content-Type")
        finally:
            connection.close()

    def __call__(self, act, status, value=None, raw=None, **places):
        """Does an operation by its name, and holds what is sent and what comes against the document."""
        method, path, operation = next(
            (method, path, operation) for path, methods in self.document["paths"].items() for method, operation in methods.items()
            if operation["operationId"] == act)
        query = "&".join(f"{key}={value}" for key, value in places.items() if "{" + key + "}" not in path)
        path = path.format(**places) + ("?" + query if query else "")
        if value is not None and status < 400:
            self.check(value, operation["requestBody"]["content"]["application/json"]["schema"])
        body = raw if raw is not None else None if value is None else json.dumps(value).encode()
        found, text, kind = self.ask(method.upper(), path, body, "application/octet-stream" if raw is not None else "application/json")
        assert found == status, f"{act}: {found} {text}"
        said = operation["responses"].get(str(status), operation["responses"]["default"])
        if "content" not in said:
            assert text == ""
            return None
        (expected, content), = said["content"].items()
        assert kind.split(";")[0] == expected
        answer = json.loads(text)
        self.check(answer, content["schema"])
        return answer

    def check(self, value, schema):
        jsonschema.Draft202012Validator({**schema, "components": self.document["components"]}, format_checker=jsonschema.FormatChecker()).validate(value)


@pytest.fixture
def program(desk):
    return Program(desk)


def test_the_document_is_one(program):
    OpenAPIV31SpecValidator(program.document).validate()


def test_a_day_by_the_document(program, desk):
    begun = program("beginStory", 201, {"language": "ar", "headline": "افتتاح الجسر"})
    story = begun["id"]
    saved = program("saveStory", 200, {"base": begun["revision"]["id"], "markdown": "افتُتح **الجسر**.\n", "note": "first"}, story=story)
    stale = program("saveStory", 409, {"base": begun["revision"]["id"], "html": "<p>آخر</p>"}, story=story)
    assert stale["html"] == saved["html"] == "<p>افتُتح <strong>الجسر</strong>.</p>"
    section = program("listSections", 200)["sections"][0]["id"]
    placed = program("placeStory", 200, {"section": section, "topics": ["جسور"], "byline": ["سلمى"], "slug": "افتتاح-الجسر-٢"}, story=story)
    assert placed["topics"] == ["جسور"]
    picture = program("addMedia", 201, raw=PIXEL, name="dot.png")
    described = program("describeMedia", 200, {"texts": {"ar": {"alt": "نقطة"}}, "focus": {"x": 25, "y": 75}}, item=picture["id"])
    assert described["texts"]["ar"]["alt"] == "نقطة" and described["focus"] == {"x": 25, "y": 75}
    assert program("getMedia", 200, item=picture["id"]) == described
    assert program("listMedia", 200, q="dot")["items"][0]["id"] == picture["id"]
    assert program("setPicture", 200, {"picture": picture["id"]}, story=story)["picture"] == picture["id"]
    program("moveStory", 200, {"to": "in-review"}, story=story)
    hook = program("addWebhook", 201, {"url": "https://hooks.example/api", "events": ["story.published"]})
    assert hook["secret"].startswith("whsec_") and "secret" not in program("listWebhooks", 200)["webhooks"][0]
    published = program("publishStory", 200, {"revision": placed["revision"]["id"]}, story=story)
    assert published["url"].startswith(desk.origin)
    assert any(line["id"] == story for line in program("listStories", 200, tray="today", language="ar")["stories"])
    assert program("getStory", 200, story=story) == published
    assert program("listRevisions", 200, story=story)["revisions"][0]["publication"] == 1
    assert program("search", 200, q="%D8%A7%D9%81%D8%AA%D8%AA%D8%A7%D8%AD", language="ar")["hits"][0]["url"] == published["url"]
    for speaker in program("listSpeakers", 200)["speakers"]:
        program("listStatements", 200, speaker=speaker["id"])
    assert program("translateStory", 201, {"language": "en"}, story=story)["translatedFrom"] == published["publishedRevision"]
    assert program("withdrawStory", 200, {"reason": "أُغلق"}, story=story)["withdrawalReason"] == "أُغلق"
    program("removeWebhook", 204, webhook=hook["id"])
    program("getStory", 404, story=999_999)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000000e4944415478da63608080ff60000014f905fbd562e6390000000049454e44ae426082")
