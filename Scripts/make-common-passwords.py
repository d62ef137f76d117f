#!/usr/bin/env python3
"""Makes Sources/CommonPasswords/common-passwords.txt anew from the lists of zxcvbn (Debian: python3-zxcvbn; MIT licence, see NOTICE.md).

Kept are the passwords of eight characters and more, because shorter ones are refused by their length, and the commonest 4,000 of four to seven as
pieces that longer passwords are put together from. `make` runs it; the file is not committed.
"""
import sys
from pathlib import Path

sys.path.append("/usr/lib/python3/dist-packages")
from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: E402

PIECES = 4_000
TARGET = Path(__file__).resolve().parent.parent / "Sources/CommonPasswords/common-passwords.txt"

ranked = [word for word in FREQUENCY_LISTS["passwords"] if word.isascii() and word.isprintable() and word == word.lower() and " " not in word]
long = [word for word in ranked if len(word) >= 8]
short = [word for word in ranked if 4 <= len(word) < 8][:PIECES]
TARGET.write_text("".join(word + "\n" for word in sorted({*long, *short})), encoding="ascii")
print(f"{len(long)} long, {len(short)} short, {TARGET.stat().st_size} bytes")
