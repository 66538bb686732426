"""What a request says about who signed it, and whether the signature fits: OAuth 1.0a with HMAC-SHA1 (RFC 5849)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from oauthlib.oauth1.rfc5849 import signature, utils

from .._core.mock.bodies import decode_form
from .._core.mock.http import Request

FORM = "application/x-www-form-urlencoded"
REQUIRED = ("oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce")
PROTOCOL = (*REQUIRED, "oauth_token", "oauth_version")
"""What stands in one place only, and once. Other names with ``oauth_`` are parameters like any other, and signed."""

MALFORMED = "The Authorization header is malformed."
PLACES = "The OAuth parameters stand in more than one place: {}."
REPEATED = "Repeated parameter: {}."
MISSING = "Missing parameter: {}."
METHOD = "The signature method is not HMAC-SHA1."
VERSION = "The version is not 1.0."
TIMESTAMP = "The timestamp is no number of seconds."

Pairs = list[tuple[str, str]]


class Signed(NamedTuple):
    """The protocol parameters of a request, its form, and all parameters that its signature covers, decoded."""

    consumer_key: str
    token: str
    timestamp: int
    nonce: str
    signature: str
    form: Pairs
    parameters: Pairs


def collect(request: Request) -> Signed:
    """Find the protocol parameters, in the header, the form or the query.

    Raises:
        ValueError: with the reason why the request is not signed properly, whatever the keys are.
    """
    header, form, query = _of_header(request), _form_of(request), request.query_pairs
    places = {"header": header, "body": form, "query": query}
    used = {name: [pair for pair in pairs if pair[0] in PROTOCOL] for name, pairs in places.items()}
    names = [name for name, pairs in used.items() if pairs]
    if len(names) > 1:
        raise ValueError(PLACES.format(" and ".join(names)))
    protocol = used[names[0]] if names else []
    given = dict(protocol)
    for name, times in Counter(name for name, _ in protocol).items():
        if times > 1:
            raise ValueError(REPEATED.format(name))
    for name in REQUIRED:
        if not given.get(name):
            raise ValueError(MISSING.format(name))
    if given["oauth_signature_method"] != "HMAC-SHA1":
        raise ValueError(METHOD)
    if given.get("oauth_version", "1.0") != "1.0":
        raise ValueError(VERSION)
    timestamp = given["oauth_timestamp"]
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 18):
        raise ValueError(TIMESTAMP)
    covered = [pair for pair in (*header, *form, *query) if pair[0] != "oauth_signature"]
    token, nonce = given.get("oauth_token", ""), given["oauth_nonce"]
    return Signed(given["oauth_consumer_key"], token, int(timestamp), nonce, given["oauth_signature"], form, covered)


class _Verified(NamedTuple):
    """What oauthlib's verifier reads of a request."""

    http_method: str
    uri: str
    params: Pairs
    signature: str


def fits(signed: Signed, method: str, urls: Iterable[str], consumer_secret: str, token_secret: str) -> bool:
    """Whether the signature is the one for the method and one of the URLs (without query), with these secrets."""
    for url in urls:
        request = _Verified(method, url, signed.parameters, signed.signature)
        try:
            if signature.verify_hmac_sha1(request, consumer_secret, token_secret):  # type: ignore[arg-type] # it reads these four
                return True
        except ValueError:  # a Host header that is none
            continue
    return False


def _form_of(request: Request) -> Pairs:
    """The fields of a form body; none for a body of another content type. Raises ``ValueError``."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        return decode_form(request.body) if kind == FORM else []
    except ValueError as error:
        raise ValueError(f"The form cannot be read: {error}.") from None


def _of_header(request: Request) -> Pairs:
    """The parameters of an OAuth header, without the realm; those of another scheme do not count."""
    header = request.headers.get("authorization", "")
    scheme, _, rest = header.partition(" ")
    if scheme.lower() != "oauth":
        return []
    # Not oauthlib's parse_authorization_header: a name that comes twice would come once.
    pairs = [item.partition("=") for item in utils.parse_http_list(rest) if item]
    if not all(separator for _, separator, _ in pairs):
        raise ValueError(MALFORMED)
    read = [(unquote(name.strip()), unquote(_unquoted(value.strip()))) for name, _, value in pairs]
    return [pair for pair in read if pair[0].lower() != "realm"]


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
