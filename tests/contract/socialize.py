"""Socialize under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx2
from requests import PreparedRequest
from requests.auth import AuthBase
from socialize_client import AsyncSocialize, OAuth1, Socialize
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, Clock, SocializeMock

from .description import Api, Exclusion

NOW = datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)
KEYS = ("http://example.com/article", "ab?>~")
KINDS = ("comment", "like", "share", "view")
TOKEN, TOKEN_SECRET = "token-of-the-first-user", "secret-of-the-first-user"  # made up
BATCHES = tuple(f"{name}_create" for name in ("comments", "likes", "shares", "views", "entities", "subscriptions"))


def make(mode: str) -> SocializeMock:
    return SocializeMock(mode=mode, seed=1, clock=Clock(NOW), views="kept")  # type: ignore[arg-type] # one of the two


def seed(mock: SocializeMock) -> None:
    """Two users of one app, the first signs; each did everything to two entities, and one user of another app."""
    mock.reset()
    account = {"auth_type": 1, "auth_id": "700", "auth_token": "t"}
    users = [mock.add_user(token=TOKEN, token_secret=TOKEN_SECRET, third_party_auth=[account]), mock.add_user()]
    mock.add_user(mock.add_application(name="Another app"))
    entities = [mock.add_entity(key=key, name="An article") for key in KEYS]
    for kind in KINDS:
        for entity in entities:
            for user in users:
                mock.add_activity(kind, user, entity, text="Hello!", third_parties=["twitter"])
    mock.add_subscription(users[0], entities[0])
    mock.add_device(users[0], device_token="T")
    for _ in range(3):
        mock.add_alert(entity_id=1)


class Signed(AuthBase):  # type: ignore[misc] # requests comes without types
    """Signs each prepared request with the client's own signer."""

    def __init__(self, mock: SocializeMock) -> None:
        clock = mock.clock.now().timestamp
        self.signer = OAuth1(CONSUMER_KEY, CONSUMER_SECRET, TOKEN, TOKEN_SECRET, nonce=lambda: "a nonce", clock=clock)

    def __call__(self, prepared: PreparedRequest) -> PreparedRequest:
        body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body
        kind = {"Content-Type": prepared.headers.get("Content-Type", "")}
        request = httpx2.Request(prepared.method, prepared.url, content=body, headers=kind)
        prepared.headers["Authorization"] = next(self.signer.sync_auth_flow(request)).headers["Authorization"]
        return prepared


def client(mock: SocializeMock, asynchronous: bool) -> Socialize | AsyncSocialize:
    kind = AsyncSocialize if asynchronous else Socialize
    made: Socialize | AsyncSocialize = kind(
        base_url=mock.base_url,
        transport=mock.transport(),
        consumer_key=CONSUMER_KEY,
        consumer_secret=CONSUMER_SECRET,
        token=TOKEN,
        token_secret=TOKEN_SECRET,
        max_retries=0,
    )
    return made


def complete(case: Any) -> None:
    """Name what exists and may be changed, where schemas can only say what it looks like."""
    name = case.operation.definition.raw["operationId"]
    query, path = case.query or {}, case.path_parameters or {}
    if isinstance(query.get("entity_key"), str) and len(query["entity_key"]) % 3:
        query["entity_key"] = KEYS[len(query["entity_key"]) % 2]
    if "id" in query and "entity_key" in query and name != "entities_list":
        del query["id" if len(query["id"]) % 2 else "entity_key"]  # only one of them, says the documentation
    if name == "users_update" and path.get("user_id") not in (1, 2):
        path["user_id"] = 1
    if name.endswith("_delete") and path and len(str(path)) % 4:
        path.update(dict.fromkeys(path, 1 + 2 * (len(str(path)) % 2)))  # one of the caller's own
    if name == "smart_alerts_send" and isinstance(case.body, dict) and isinstance(case.body.get("payload"), dict):
        payload = case.body["payload"]
        payload |= {key: 1 for key in ("application_id", "entity_id") if key in payload}


MANAGEMENT = ("smart_alerts_list", "smart_alerts_send", "smart_alerts_get")

EXCLUSIONS = (
    *(
        Exclusion(name, failure, "400", "the Management API answers errors of OAuth with 400, as documented")
        for name in MANAGEMENT
        for failure in ("IgnoredAuth", "MissingHeaderNotRejected")
    ),
    *(
        Exclusion(
            name, "UnsupportedMethodResponse", "path/user_id", "by GET the path is that of a user in the document"
        )
        for name in ("devices_register", "urls_shorten")
    ),
)


API = Api(
    name="socialize",
    make=make,
    seed=seed,
    client=client,
    credentials=Signed,
    known={
        **{f"path.{kind}_id": [1, 2, 3, 4] for kind in KINDS},
        "path.user_id": [1, 1, 1, 2],
        "path.smart_alert_id": [1, 2, 3],
        "path.base64_key": ["aHR0cDovL2V4YW1wbGUuY29tL2FydGljbGU=", "YWI/Pn4=", "YWI_Pn4"],
    },
    complete=complete,
    exclusions=EXCLUSIONS,
    fewer={
        "applications_get_current": (10, "one valid request: it has no parameters"),
        "third_party_accounts_delete": (5, "two valid requests: one parameter with two values"),
    },
)
