"""Reads a letter by Python's email package, the second opinion of the tests of mail.

letters.py < letter.eml      # prints it as JSON
"""

import base64
import json
import sys
from email import message_from_bytes, policy


def text(message, subtype):
    return message.get_body((subtype,)).get_content().replace("\r\n", "\n")


def read(raw):
    message = message_from_bytes(raw, policy=policy.default)
    parts = list(message.walk())
    return {
        "raw": base64.b64encode(raw).decode(),
        "headers": [[name, str(value)] for name, value in message.items()],
        "fromName": message["From"].addresses[0].display_name,
        "fromAddress": message["From"].addresses[0].addr_spec,
        "types": [part.get_content_type() for part in parts],
        "plain": text(message, "plain"),
        "html": text(message, "html"),
        "defects": [repr(defect) for part in parts for defect in part.defects]
        + [repr(defect) for value in message.values() for defect in value.defects],
    }


if __name__ == "__main__":
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)
