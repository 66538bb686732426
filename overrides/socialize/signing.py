"""OAuth 1.0a signatures with HMAC-SHA1 as RFC 5849 has them, over requests as they are on the wire. No I/O.

oauthlib encodes, sorts and signs; what it is given is read here. Its own reading of requests differs from the RFC in
places: it decodes parameters whose names begin with `oauth_` twice, refuses reserved characters in a query and forms
with a charset, drops the `;` at the end of a path, respells IPv6 hosts, and writes what it signs into its log.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from oauthlib.oauth1 import Client
from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth1.rfc5849.utils import escape

from ._core.secrets import Secret

_FORM = "application/x-www-form-urlencoded"
_DEFAULT_PORTS = {"http": "80", "https": "443"}


class Credentials(NamedTuple):
    """Who signs: the consumer (the app), and the token of a user, if there is one.

    Without a token a request is signed two-legged. An empty token is sent as `oauth_token=""`, as the platform's own
    management client does, and signed like none.
    """

    consumer_key: str
    consumer_secret: Secret
    token: Secret | None = None
    token_secret: Secret | None = None

    def __repr__(self) -> str:
        return f"<Credentials, {'two' if self.token is None else 'three'}-legged>"


def authorization(
    credentials: Credentials,
    method: str,
    url: str,
    *,
    nonce: str,
    timestamp: int,
    body: bytes = b"",
    content_type: str = "",
    host: str | None = None,
) -> str:
    """The value of the `Authorization` header for one request.

    Args:
        credentials: Who signs.
        method: The HTTP method.
        url: The whole address as it is sent, percent-encoded.
        nonce: Text that no other request with the same timestamp has.
        timestamp: Seconds since 1970, above 0.
        body: The body as it is sent. Its parameters are signed if it is a form.
        content_type: The `Content-Type` header.
        host: The `Host` header, if it is not that of the address.

    Raises:
        ValueError: The address has no host, or the query or the form is not UTF-8.
    """
    protocol = protocol_parameters(credentials, nonce, timestamp)
    text = base_string(method, url, protocol, body=body, content_type=content_type, host=host)
    protocol.append(("oauth_signature", sign(text, credentials)))
    return "OAuth " + ", ".join(f'{name}="{escape(value)}"' for name, value in protocol)


def protocol_parameters(credentials: Credentials, nonce: str, timestamp: int) -> list[tuple[str, str]]:
    """The parameters of a signed request, apart from the signature."""
    if timestamp <= 0:
        raise ValueError(f"a timestamp is a number of seconds above 0, not {timestamp}: check the clock")
    found = [
        ("oauth_consumer_key", credentials.consumer_key),
        ("oauth_signature_method", "HMAC-SHA1"),
        ("oauth_timestamp", str(timestamp)),
        ("oauth_nonce", nonce),
        ("oauth_version", "1.0"),
    ]
    return found if credentials.token is None else [*found, ("oauth_token", credentials.token.text())]


def base_string(
    method: str,
    url: str,
    protocol: list[tuple[str, str]],
    *,
    body: bytes = b"",
    content_type: str = "",
    host: str | None = None,
) -> str:
    """The text that is signed (RFC 5849, section 3.4.1), from the request and the protocol's own parameters."""
    collected = [*_decoded(urlsplit(url).query.encode(), "query"), *protocol]
    if content_type.partition(";")[0].strip().lower() == _FORM:
        collected += _decoded(body, "form")
    kept = [(name, value) for name, value in collected if name != "oauth_signature"]
    rules: Any = signature  # its published types say that parameters are a dict and that methods are a fixed list
    text: str = rules.signature_base_string(method, _base_uri(url, host), rules.normalize_parameters(kept))
    return text


def sign(text: str, credentials: Credentials) -> str:
    """The signature of a base string, in base64."""
    keys = Client(
        credentials.consumer_key,
        client_secret=credentials.consumer_secret.text(),
        resource_owner_secret=credentials.token_secret.text() if credentials.token_secret else None,
    )
    found: str = signature.sign_hmac_sha1_with_client(text, keys)
    return found


def _base_uri(url: str, host: str | None) -> str:
    """The address without query and fragment (section 3.4.1.2); its path stays as it is sent."""
    parts = urlsplit(url)
    scheme = parts.scheme  # in lower case, by urlsplit
    authority = (host or parts.netloc.rpartition("@")[2]).lower()
    name, _, port = authority.rpartition(":")
    if name and port in ("", _DEFAULT_PORTS.get(scheme)):
        authority = name
    if not scheme or not authority:
        raise ValueError("only an address with scheme and host can be signed")
    return f"{scheme}://{authority}{parts.path or '/'}"


def _decoded(text: bytes, where: str) -> list[tuple[str, str]]:
    """The pairs of a query or a form. Text that is not UTF-8 could only be signed as something else than it is."""
    try:
        return parse_qsl(text.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        problem = f"the {where} is not text in UTF-8, so it cannot be signed"
    raise ValueError(problem)
