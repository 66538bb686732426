"""OAuth 1.0a signatures written from RFC 5849 alone: the independent opinion on what the client signs.

Works on octets from end to end and imports nothing but the standard library's hash functions, so that it shares no
reading of a request with oauthlib or with the client. Section numbers are those of the RFC.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

Pairs = list[tuple[bytes, bytes]]


def encode(text: bytes) -> bytes:
    """Percent-encoding, section 3.6."""
    return b"".join(bytes([octet]) if octet in UNRESERVED else b"%%%02X" % octet for octet in text)


def decode(text: bytes) -> bytes:
    """The reverse of percent-encoding."""
    found, at = bytearray(), 0
    while at < len(text):
        if text[at] == ord("%"):
            try:
                found.append(int(text[at + 1 : at + 3], 16))
                at += 3
                continue
            except ValueError:
                pass  # a percent sign that stands for itself
        found.append(text[at])
        at += 1
    return bytes(found)


def form_pairs(text: bytes) -> Pairs:
    """An `application/x-www-form-urlencoded` string as name/value pairs, section 3.4.1.3.1."""
    pairs = []
    for part in text.split(b"&"):
        if part:
            name, _, value = part.partition(b"=")
            pairs.append((decode(name.replace(b"+", b" ")), decode(value.replace(b"+", b" "))))
    return pairs


def header_pairs(header: str) -> Pairs:
    """The parameters of an `Authorization` header, without realm, section 3.5.1."""
    scheme, _, rest = header.partition(" ")
    assert scheme.lower() == "oauth", header
    pairs = []
    for part in rest.split(","):
        name, _, value = part.strip().partition("=")
        assert value[:1] == value[-1:] == '"', header
        if name.lower() != "realm":
            pairs.append((decode(name.encode("ascii")), decode(value[1:-1].encode("ascii"))))
    return pairs


def split(url: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Scheme, authority, path and query of an address."""
    scheme, _, rest = url.partition(b"://")
    rest = rest.partition(b"#")[0]
    rest, _, query = rest.partition(b"?")
    authority, slash, path = rest.partition(b"/")
    return scheme, authority, slash + path, query


def base_uri(scheme: bytes, host: bytes, path: bytes) -> bytes:
    """The base string URI, section 3.4.1.2; `host` is the content of the `Host` header."""
    scheme, host = scheme.lower(), host.lower()
    default = {b"http": b":80", b"https": b":443"}[scheme]
    return scheme + b"://" + host.removesuffix(default) + (path or b"/")


def normalized(pairs: Pairs) -> bytes:
    """The normalised parameters, section 3.4.1.3.2."""
    encoded = sorted((encode(name), encode(value)) for name, value in pairs)
    return b"&".join(name + b"=" + value for name, value in encoded)


def base_string(
    method: str, url: str, header: str, *, body: bytes = b"", content_type: str = "", host: str | None = None
) -> bytes:
    """The signature base string of a request as it came over the wire, section 3.4.1.1."""
    scheme, authority, path, query = split(url.encode("ascii"))
    pairs = form_pairs(query) + header_pairs(header)
    if content_type.split(";")[0].strip().lower() == "application/x-www-form-urlencoded":
        pairs += form_pairs(body)
    pairs = [pair for pair in pairs if pair[0] != b"oauth_signature"]
    uri = base_uri(scheme, host.encode("ascii") if host is not None else authority, path)
    return b"&".join(map(encode, (method.upper().encode("ascii"), uri, normalized(pairs))))


def signature(text: bytes, consumer_secret: bytes, token_secret: bytes = b"") -> str:
    """HMAC-SHA1 of a base string, section 3.4.2."""
    key = encode(consumer_secret) + b"&" + encode(token_secret)
    return base64.b64encode(hmac.new(key, text, hashlib.sha1).digest()).decode("ascii")


def sent_signature(header: str) -> str:
    """The signature that an `Authorization` header carries."""
    return dict(header_pairs(header))[b"oauth_signature"].decode("ascii")
