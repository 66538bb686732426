# Copied from overrides/deso/transactions/_verify.py by "nox -s generate": edit it there.
"""Comparing the bytes that a node returned with what it was asked for, before they are signed."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any

from .._transaction_types import TransactionType
from .._varint import MAX_UINT64, DecodeError, decode_uvarint, encode_uvarint
from ..keys import Network, WithoutLimits, address_bytes, is_unlimited
from ._codec import ParsedTransaction, hex_bytes, parse
from ._model import AuthorizeDerivedKey, Transaction, TransactionOutput, UpdateProfile
from ._picture import Picture, read_picture
from ._requests import BODY_MEMBERS, ConstructRequest, Expected, expected_transaction
from ._signing import fee_for

_NODE_SOURCE = b"NodeSource"
_NANOS = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionPolicy:
    """How far a node may go where it has a choice. There is no other choice than these.

    Only ``tip_height`` has to be given: the height of the newest block, from a source that the caller trusts.
    """

    tip_height: int
    max_expiry_blocks: int = 86_400
    """The nonce may expire so many blocks past the tip: by default a day of one-second blocks (the network's
    own limit is a parameter of the chain, usually lower)."""
    max_clock_skew: timedelta = timedelta(minutes=10)
    """How far the timestamp of a new post or message may be from this machine's clock, to either side."""
    max_fee_nanos: int = 100_000
    """The fee, in nanos (10**9 are one DESO), may be no higher; nor higher than twice what fee_rate makes of
    the size.
    """
    fee_rate_nanos_per_kb: int = 1000
    """The network's minimum fee rate, in nanos for 1000 bytes. A higher one in the request takes its
    place.
    """
    node_fees: Mapping[str, int] = field(default_factory=dict)
    """Outputs that the node may add for itself: address, and the most it may take for one transaction, in
    nanos.
    """
    node_sources: Collection[int] | None = None
    """The numbers by which a node may name itself in NodeSource; None for any."""
    allow_reencoded_picture: bool = False
    """Whether the node may put its own WebP in the place of the profile picture. Nobody can prove what it
    shows: the bytes are handed out in NodeChoices.picture, to be looked at."""
    max_picture_bytes: int = 20_000
    """The longest re-encoded picture, as the text of its data URI."""
    max_picture_side: int = 100
    """The most pixels of a re-encoded picture, to each side."""
    diamonds_already_given: int = 0
    """The level of diamonds that the sender has given this post before; only the difference is paid."""
    unlimited_derived_key: WithoutLimits | None = None
    """Has to be the words ``"without limits"`` to let a derived key be authorised without limits."""
    network: Network | None = None
    """The network that every address of the request must belong to; None for either (the server does not
    check).
    """


@dataclass(frozen=True, slots=True)
class Difference:
    """One member in which the transaction is not what was asked for."""

    member: str
    asked: str
    found: str


class TransactionMismatch(Exception):  # noqa: N818  # the name that the project's documents use
    """The bytes do not do what was asked for: do not sign them.

    ``differences`` has every member that differs, with what was asked and what was found, side by side.
    """

    def __init__(self, endpoint: str, differences: tuple[Difference, ...]) -> None:
        self.endpoint = endpoint
        self.differences = differences
        lines = [f"  {d.member}: asked {d.asked}, found {d.found}" for d in differences]
        super().__init__(f"the node's transaction is not what {endpoint} asked for:\n" + "\n".join(lines))


@dataclass(frozen=True, slots=True)
class NodeChoices:
    """Everything in the transaction that the node chose, each within the policy."""

    fee_nanos: int
    local_fee_nanos: int
    """What this library computes from the size and the rate."""
    nonce_expiration_block_height: int
    nonce_partial_id: int
    timestamp_nanos: int | None = None
    node_source: int | None = None
    node_fee_outputs: tuple[TransactionOutput, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class VerifiedTransaction:
    """A transaction that does what was asked for: hand ``parsed`` to ``sign``."""

    request: ConstructRequest
    parsed: ParsedTransaction
    choices: NodeChoices

    @property
    def transaction(self) -> Transaction:
        """What the bytes say."""
        return self.parsed.transaction

    @property
    def spent_nanos(self) -> int:
        """What the transaction sends and pays, in nanos. Creating a profile costs the network's fee beyond
        that.
        """
        return sum(o.amount_nanos for o in self.transaction.outputs) + self.transaction.fee_nanos


def check_request(request: ConstructRequest, policy: TransactionPolicy) -> None:
    """Make sure, before a node is asked, that ``request`` is one that verify can compare with what will come back.

    Raises RequestError for an unknown call or member, a missing member, an address of another network, and the like.
    """
    expected_transaction(request, network=policy.network, diamonds_given=policy.diamonds_already_given)


def verify(
    request: ConstructRequest,
    transaction: bytes | str,
    policy: TransactionPolicy,
    *,
    now: float | None = None,
) -> VerifiedTransaction:
    """Make sure that the bytes which a node returned do what ``request`` asked for, and nothing else.

    ``transaction`` is TransactionHex, or its bytes; the JSON beside it in the node's answer is not needed,
    and nobody should trust it. Compared are the type, every member of the metadata, the account, the outputs
    and their sum, the fee and the extra data. The node may choose the timestamp of a post or a new message,
    the nonce, the fee, NodeSource, its own fee outputs and the form of a profile picture, each within
    ``policy``. ``now`` is the time in seconds since 1970, by default the clock's.

    Raises TransactionMismatch when anything else differs, RequestError for a request that cannot be compared,
    and DecodeError for bytes that are no transaction.
    """
    expected = expected_transaction(request, network=policy.network, diamonds_given=policy.diamonds_already_given)
    parsed = parse(hex_bytes(transaction) if isinstance(transaction, str) else transaction)
    check = _Check(expected, parsed, policy, time.time() if now is None else now)
    choices = check.run()
    if check.differences:
        raise TransactionMismatch(request.endpoint, tuple(check.differences))
    return VerifiedTransaction(request, parsed, choices)


def _show(value: object) -> str:
    if isinstance(value, bytes):
        text = value.hex() if value else "nothing"
        if value and value.isascii() and value.decode().isprintable():
            text = repr(value.decode())
        return text if len(text) <= 140 else f"{text[:130]}… ({len(value)} bytes)"
    text = repr(value)
    return text if len(text) <= 400 else f"{text[:390]}…"


class _Check:
    """One comparison. Collects every difference, so that the caller sees the whole of it."""

    def __init__(self, expected: Expected, parsed: ParsedTransaction, policy: TransactionPolicy, now: float) -> None:
        self.expected = expected
        self.parsed = parsed
        self.found = parsed.transaction
        self.policy = policy
        self.now = now
        self.differences: list[Difference] = []
        self.timestamp: int | None = None
        self.picture: Picture | None = None
        self.node_source: int | None = None
        self.node_fees: tuple[TransactionOutput, ...] = ()

    def differ(self, member: str, asked: str, found: str) -> None:
        self.differences.append(Difference(member, asked, found))

    def same(self, member: str, asked: object, found: object) -> None:
        if asked != found:
            self.differ(member, _show(asked), _show(found))

    def run(self) -> NodeChoices:
        found = self.found
        self.same("version", 1, found.version)
        self.same("signature", b"", found.signature)
        self.same("inputs", (), found.inputs)
        if not self.parsed.is_canonical:
            self.differ("bytes", "the form in which core writes them", "another form of the same members")
        self.same("account", self.expected.signer, found.public_key)
        self.metadata()
        self.outputs()
        self.extra_data()
        local_fee = self.fee()
        height, partial_id = self.nonce()
        return NodeChoices(
            fee_nanos=found.fee_nanos, local_fee_nanos=local_fee, nonce_expiration_block_height=height,
            nonce_partial_id=partial_id, timestamp_nanos=self.timestamp, node_source=self.node_source,
            node_fee_outputs=self.node_fees, picture=self.picture,
        )  # fmt: skip

    def metadata(self) -> None:
        asked, found = self.expected.metadata, self.found.metadata
        if type(asked) is not type(found):
            self.differ("type", _type_name(asked.type_number), _type_name(found.type_number))
            return
        for each in fields(asked):  # type: ignore[arg-type]  # every metadata class is a dataclass
            value = getattr(found, each.name)
            if each.name in self.expected.open_members:
                _OPEN_MEMBERS[each.name](self, value)
            else:
                self.same(each.name, getattr(asked, each.name), value)
        if isinstance(found, AuthorizeDerivedKey):
            self.spending_limit(found)

    def timestamp_nanos(self, found: int) -> None:
        skew = self.policy.max_clock_skew.total_seconds()
        if abs(found / _NANOS - self.now) > skew:
            self.differ("timestamp_nanos", f"a time within {skew:g} seconds of {int(self.now * _NANOS)}", str(found))
        self.timestamp = found

    def body(self, found: bytes) -> None:
        asked = self.expected.body_object
        try:
            content = _post_content(found)
        except ValueError as error:
            self.differ("body", _show(asked), f"{_show(found)}, which is {error}")
            return
        self.same("body", asked, content)

    def profile_public_key(self, found: bytes) -> None:
        if found not in (b"", self.expected.signer):
            self.differ("profile_public_key", "the account's own key, or none", _show(found))

    def new_profile_pic(self, found: bytes) -> None:
        metadata = self.expected.metadata
        assert isinstance(metadata, UpdateProfile)
        if found == metadata.new_profile_pic:
            return
        policy = self.policy
        asked = _show(metadata.new_profile_pic)
        if not policy.allow_reencoded_picture:
            self.differ("new_profile_pic", asked, f"{_show(found)}; the policy does not allow a re-encoded picture")
            return
        if len(found) > policy.max_picture_bytes:
            self.differ("new_profile_pic", f"at most {policy.max_picture_bytes} bytes", f"{len(found)} bytes")
            return
        try:
            picture = read_picture(found)
        except ValueError as error:
            self.differ("new_profile_pic", asked, f"no picture as a node writes it: {error}")
            return
        if max(picture.width, picture.height) > policy.max_picture_side:
            size = f"{picture.width} by {picture.height} pixels"
            self.differ("new_profile_pic", f"at most {policy.max_picture_side} pixels to a side", size)
        self.picture = picture

    def spending_limit(self, found: AuthorizeDerivedKey) -> None:
        limit = self.found.extra_data.get(b"TransactionSpendingLimit", b"")
        if found.operation == 0 or not limit or self.policy.unlimited_derived_key == "without limits":
            return
        try:
            unlimited = is_unlimited(limit)
        except DecodeError as error:
            self.differ("TransactionSpendingLimit", "a spending limit", f"{_show(limit)}: {error}")
            return
        if unlimited:
            self.differ(
                "TransactionSpendingLimit",
                "a limit, or a policy that says 'without limits' in words",
                "a derived key without limits",
            )

    def outputs(self) -> None:
        """Asked outputs in their order; between them only the node's own, to listed recipients."""
        remaining = list(self.expected.outputs)
        allowed = {address_bytes(address): amount for address, amount in self.policy.node_fees.items()}
        extra = []
        for output in self.found.outputs:
            if remaining and output == remaining[0]:
                remaining.pop(0)
            else:
                extra.append(output)
        for output in remaining:
            self.differ("outputs", _show_output(output), "no such output in its place")
        for output in extra:
            allowed[output.public_key] = allowed.get(output.public_key, -1) - output.amount_nanos
            if allowed[output.public_key] < 0:
                self.differ("outputs", "no such output, and no such node fee in the policy", _show_output(output))
        self.node_fees = tuple(extra)
        if sum(output.amount_nanos for output in self.found.outputs) + self.found.fee_nanos > MAX_UINT64:
            self.differ("outputs", "a sum of at most 64 bits", "more nanos than there can be")

    def extra_data(self) -> None:
        found = dict(self.found.extra_data)
        for key, forms in self.expected.extra_data.items():
            name = f"extra_data[{key.decode('utf-8', 'replace')}]"
            if key not in found:
                self.differ(name, _show(forms[0]), "no such key")
            elif found.pop(key) not in forms:
                self.differ(name, _show(forms[0]), _show(self.found.extra_data[key]))
        for key, value in self.expected.optional_extra_data.items():
            self.same(f"extra_data[{key.decode()}]", value, found.pop(key, value))
        if _NODE_SOURCE in found:
            self.source(found.pop(_NODE_SOURCE))
        for key, value in found.items():
            self.differ(f"extra_data[{key.decode('utf-8', 'replace')}]", "no such key", _show(value))

    def source(self, found: bytes) -> None:
        try:
            number = decode_uvarint(found)
        except DecodeError:
            number = None
        allowed = self.policy.node_sources
        if number is None or encode_uvarint(number) != found or (allowed is not None and number not in allowed):
            asked = "a node's number" if allowed is None else f"one of {sorted(allowed)}"
            self.differ("extra_data[NodeSource]", asked, _show(found))
        self.node_source = number

    def fee(self) -> int:
        found = self.found
        rate = max(self.expected.fee_rate, self.policy.fee_rate_nanos_per_kb)
        local = fee_for(found, rate) if found.version else 0
        most = min(self.policy.max_fee_nanos, 2 * local)
        if found.fee_nanos > most:
            self.differ("fee_nanos", f"at most {most} (by size and rate: {local})", str(found.fee_nanos))
        return local

    def nonce(self) -> tuple[int, int]:
        nonce = self.found.nonce
        if nonce is None:
            return 0, 0  # version 0, which is refused as such
        tip = self.policy.tip_height
        latest = tip + self.policy.max_expiry_blocks
        if not tip < nonce.expiration_block_height <= latest:
            self.differ(
                "nonce.expiration_block_height",
                f"a height above {tip} and up to {latest}",
                str(nonce.expiration_block_height),
            )
        return nonce.expiration_block_height, nonce.partial_id


_OPEN_MEMBERS: Mapping[str, Callable[[_Check, Any], None]] = {
    "timestamp_nanos": _Check.timestamp_nanos,
    "body": _Check.body,
    "profile_public_key": _Check.profile_public_key,
    "new_profile_pic": _Check.new_profile_pic,
}


def _type_name(number: int) -> str:
    known = number in frozenset(TransactionType)
    return f"{number} ({TransactionType(number).name if known else 'unknown'})"


def _show_output(output: TransactionOutput) -> str:
    return f"{output.amount_nanos} nanos to {output.public_key.hex()}"


def _post_content(data: bytes) -> dict[str, object]:
    """The object that the body of a post holds, without empty members, which core leaves out.

    A member twice, or in another case, is refused: readers do not agree on which of two counts.
    """
    try:
        text = data.decode()
        if _is_nested_deeply(text):
            raise ValueError("nested too deeply")  # noqa: TRY301  # one message for every way of being unreadable
        content = json.loads(text, object_pairs_hook=_unique)
    except ValueError as error:
        raise ValueError(f"not JSON that can be compared ({error})") from None
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  # wrong data, not a wrong call
    return {name: value for name, value in content.items() if name not in BODY_MEMBERS or value not in ("", [])}


def _is_nested_deeply(text: str, most: int = 20) -> bool:
    """Tell whether a JSON text nests deeper than any post, before the reader runs into it.

    A RecursionError does not guard it: with a raised recursion limit the reader overruns the stack of its thread.
    """
    depth = 0
    for mark in re.findall(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', text, re.DOTALL):
        depth += (mark in "[{") - (mark in "]}")
        if depth > most:
            return True
    return False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a member twice")
    return dict(pairs)
