#!/usr/bin/env python3
"""Makes made.json anew: one registration and one assertion of each kind of key, by an authenticator of its own on Python's `cryptography`.

It shares no code with what it tests: its CBOR, its flags and its signatures are its own. Usage: make-passkeys.py > made.json
"""
import base64, hashlib, json, os, struct, sys

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

ORIGIN, PARTY = "https://news.example:8443", "news.example"


def cbor(value):
    def head(major, number):
        for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
            if number < 24:
                return bytes([major << 5 | number])
            if number < 1 << 8 * size:
                return bytes([major << 5 | code]) + number.to_bytes(size, "big")

    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(key) + cbor(entry) for key, entry in value.items())


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def client(kind, challenge):
    return json.dumps({"type": kind, "challenge": text(challenge), "origin": ORIGIN, "crossOrigin": False}, separators=(",", ":")).encode()


def data(flags, count, rest=b""):
    return hashlib.sha256(PARTY.encode()).digest() + bytes([flags]) + struct.pack(">I", count) + rest


def es256():
    key = ec.generate_private_key(ec.SECP256R1())
    point = key.public_key().public_numbers()
    cose = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
    return cose, lambda message: key.sign(message, ec.ECDSA(hashes.SHA256()))


def rs256(bits):
    key = rsa.generate_private_key(65537, bits)
    cose = {1: 3, 3: -257, -1: key.public_key().public_numbers().n.to_bytes(bits // 8, "big"), -2: b"\x01\x00\x01"}
    return cose, lambda message: key.sign(message, padding.PKCS1v15(), hashes.SHA256())


def eddsa():
    key = ed25519.Ed25519PrivateKey.generate()
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return {1: 1, 3: -8, -1: 6, -2: raw}, key.sign


def made(name, key, size, format="none", statement=None, flags=0x05, count=1, extensions=b""):
    cose, sign = key
    identifier, handle = os.urandom(size), os.urandom(32)
    first, second = os.urandom(32), os.urandom(32)
    extended = 0x80 if extensions else 0
    attested = os.urandom(16) + struct.pack(">H", size) + identifier + cbor(cose)
    attestation = cbor({"fmt": format, "attStmt": statement or {}, "authData": data(flags | 0x40 | extended, count, attested + extensions)})
    asked, given = client("webauthn.get", second), data(flags, count and count + 1)
    answer = {"id": text(identifier), "rawId": text(identifier), "type": "public-key", "clientExtensionResults": {}}
    return {
        "name": name, "origin": ORIGIN, "registrationChallenge": text(first), "assertionChallenge": text(second), "handle": text(handle),
        "registration": answer | {"response": {
            "clientDataJSON": text(client("webauthn.create", first)), "attestationObject": text(attestation), "transports": ["internal"]}},
        "assertion": answer | {"response": {
            "clientDataJSON": text(asked), "authenticatorData": text(given), "userHandle": text(handle),
            "signature": text(sign(given + hashlib.sha256(asked).digest()))}},
    }


json.dump(
    [
        made("ES256", es256(), 32),
        made("ES256, synchronised, does not count", es256(), 16, flags=0x1D, count=0),
        made("ES256, packed, extensions", es256(), 1023, "packed", {"alg": -7, "sig": os.urandom(70), "x5c": [os.urandom(600)]},
             extensions=cbor({"credProtect": 2})),
        made("RS256, 2048", rs256(2048), 32, count=41),
        made("RS256, 4096", rs256(4096), 64),
        made("EdDSA", eddsa(), 48),
    ], sys.stdout, indent=1)
print()
