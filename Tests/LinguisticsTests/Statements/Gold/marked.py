#!/usr/bin/env python3
"""Reads marked articles: who said what, written into the text itself.

    marked.py [--output FOLDER] FOLDER

Checks every .txt of FOLDER and prints what is in it. With --output it also writes FOLDER/text/NAME.txt, the articles without marks, and
FOLDER/gold.jsonl, one record per article with the places of the parts counted in Unicode scalars. The form is described in
docs/language/arabic-statements-guidelines.md. The exit status is 1 when a mark is wrong.
"""
import argparse
import glob
import json
import os
import re
import sys
from collections import Counter

PARTS = {"s": "source", "c": "cue", "t": "content", "x": "context"}
KINDS = {"direct", "indirect", "mixed"}
CLASSES = {"person", "organisation", "document", "vague", "unnamed"}
OPENING = re.compile(r"\{([sctx])([0-9]+(?:,[0-9]+)*) ")


def unmarked(marked):
    """The text without marks, and {number: {part: [(start, end)]}}."""
    text, spans, open_marks, place = [], {}, [], 0
    while place < len(marked):
        opening = OPENING.match(marked, place)
        if opening:
            open_marks.append((opening[1], [int(number) for number in opening[2].split(",")], len(text)))
            place = opening.end()
            continue
        character = marked[place]
        place += 1
        if character == "{":
            raise ValueError(f"not a mark: {marked[place - 1:place + 20]}")
        if character == "}":
            if not open_marks:
                raise ValueError(f"nothing to close: {marked[place - 20:place]}")
            part, numbers, start = open_marks.pop()
            for number in numbers:
                spans.setdefault(number, {name: [] for name in PARTS.values()})[PARTS[part]].append((start, len(text)))
        else:
            text.append(character)
    if open_marks:
        raise ValueError(f"never closed: {''.join(text[open_marks[-1][2]:])[:40]}")
    return "".join(text), spans


def values(field):
    """None, one value, or a list of values that are all right."""
    options = [None if option == "-" else option for option in re.split(r"\s+/\s+", field.strip())]
    return options[0] if len(options) == 1 else options


def first(value):
    return value[0] if isinstance(value, list) else value


def described(lines):
    """{number: fields} of the lines under the text. A role stands once and holds for all statements of its speaker."""
    statements, roles = {}, {}
    for line in lines:
        match = re.fullmatch(r"([0-9]+) (\S+) (\S+) ([^|]+?)(?:\|(.*))?", line)
        if not match:
            raise ValueError(f"not a description: {line}")
        kind, source_class = match[2].split("/"), match[3].split("/")
        if set(kind) - KINDS or set(source_class) - CLASSES:
            raise ValueError(f"unknown kind or class: {line}")
        speaker, role = values(match[4]), values(match[5]) if match[5] else None
        if match[5] and speaker:
            roles.setdefault(first(speaker), role)
        if int(match[1]) in statements:
            raise ValueError(f"described twice: {line}")
        statements[int(match[1])] = {
            "speaker": speaker, "role": role, "said": bool(match[5]), "kind": kind if len(kind) > 1 else kind[0],
            "sourceClass": source_class if len(source_class) > 1 else source_class[0],
        }
    for fields in statements.values():
        if not fields.pop("said") and fields["speaker"]:
            fields["role"] = roles.get(first(fields["speaker"]))
    return statements


def check(text, number, spans):
    if not spans["cue"] or not spans["content"]:
        raise ValueError(f"statement {number} lacks a cue or a content")
    for part, places in spans.items():
        places.sort()
        for start, end in places:
            if start == end or text[start:end] != text[start:end].strip():
                raise ValueError(f"{part} {number} is empty or has white space at its ends: {text[start:end]!r}")
            if (start and text[start - 1].isalnum() and text[start].isalnum()) or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum()):
                raise ValueError(f"{part} {number} cuts a word: {text[start:end]!r}")
            if part != "cue" and text[end - 1] in ".،؛," and not (part == "content" and text[end - 3:end] == "..."):
                raise ValueError(f"{part} {number} ends in a stop: {text[start:end]!r}")
        if any(before[1] > after[0] for before, after in zip(places, places[1:])):
            raise ValueError(f"two spans of {part} {number} overlap")
    for one, other in (("source", "cue"), ("source", "content"), ("cue", "content")):
        if any(a[0] < b[1] and b[0] < a[1] for a in spans[one] for b in spans[other]):
            raise ValueError(f"{one} and {other} of statement {number} overlap")


def read(path):
    """The record of one marked article."""
    with open(path, encoding="utf-8", newline="") as file:
        marked, _, below = file.read().partition("\n---\n")
    text, spans = unmarked(marked + "\n")
    fields = described([line for line in below.split("\n") if line.strip()])
    if set(fields) != set(spans):
        raise ValueError(f"marked {sorted(spans)}, described {sorted(fields)}")
    statements = []
    for number, parts in spans.items():
        check(text, number, parts)
        contexts = [text[start:end] for start, end in parts.pop("context")]
        context = None if not contexts else contexts[0] if len(contexts) == 1 else contexts
        statements.append(parts | fields[number] | {"context": context})
    statements.sort(key=lambda statement: min(span for part in ("source", "cue", "content") for span in statement[part]))
    return {"file": os.path.basename(path), "language": "ar", "words": len(text.split()), "text": text, "statements": statements}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("--output")
    options = arguments.parse_args()
    records, wrong = [], 0
    for path in sorted(glob.glob(os.path.join(options.folder, "*.txt"))):
        try:
            records.append(read(path))
        except ValueError as error:
            print(f"{path}: {error}", file=sys.stderr)
            wrong += 1
    if options.output:
        os.makedirs(os.path.join(options.output, "text"), exist_ok=True)
        with open(os.path.join(options.output, "gold.jsonl"), "w", encoding="utf-8") as gold:
            for record in records:
                with open(os.path.join(options.output, "text", record["file"]), "w", encoding="utf-8", newline="") as file:
                    file.write(record["text"])
                gold.write(json.dumps(record, ensure_ascii=False) + "\n")
    statements = [statement for record in records for statement in record["statements"]]
    print(f"{len(records)} articles, {sum(record['words'] for record in records)} words, {len(statements)} statements")
    print("statements per article", dict(sorted(Counter(len(record["statements"]) for record in records).items())))
    for field in ("kind", "sourceClass"):
        print(field, dict(Counter(first(statement[field]) for statement in statements).most_common()))
    print("no source", sum(not s["source"] for s in statements), "context", sum(bool(s["context"]) for s in statements),
          "split content", sum(len(s["content"]) > 1 for s in statements))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
