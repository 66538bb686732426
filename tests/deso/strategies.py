"""Hypothesis strategies for every kind of transaction."""

from collections.abc import Callable
from typing import Any

from deso_client import transactions as t
from hypothesis import strategies as st

UINT64 = st.integers(0, 2**64 - 1)
KEY = st.binary(min_size=33, max_size=33)
HASH = st.binary(min_size=32, max_size=32)
BYTES = st.binary(max_size=200)
NAME = st.binary(max_size=32)
EXTRA_DATA = st.dictionaries(st.binary(max_size=20), BYTES, max_size=4)
NONE = st.just(b"")

MEMBER = st.builds(t.AccessGroupMember, KEY, BYTES, BYTES, EXTRA_DATA)
METADATA: dict[type[Any], st.SearchStrategy[Any]] = {
    t.BasicTransfer: st.builds(t.BasicTransfer),
    t.PrivateMessage: st.builds(t.PrivateMessage, KEY, BYTES, UINT64),
    t.SubmitPost: st.builds(
        t.SubmitPost, NONE | HASH, NONE | HASH | KEY, BYTES, UINT64, UINT64, UINT64, st.booleans()
    ),
    t.UpdateProfile: st.builds(
        t.UpdateProfile, NONE | KEY, BYTES, BYTES, BYTES, UINT64, UINT64, st.booleans()
    ),
    t.Follow: st.builds(t.Follow, KEY, st.booleans()),
    t.Like: st.builds(t.Like, HASH, st.booleans()),
    t.AuthorizeDerivedKey: st.builds(t.AuthorizeDerivedKey, KEY, UINT64, st.integers(0, 255), BYTES),
    t.AccessGroup: st.builds(t.AccessGroup, KEY, KEY, BYTES, UINT64),
    t.AccessGroupMembers: st.builds(
        t.AccessGroupMembers, KEY, BYTES, st.lists(MEMBER, max_size=3).map(tuple), UINT64
    ),
    t.NewMessage: st.builds(
        t.NewMessage, KEY, NAME, KEY, KEY, NAME, KEY, BYTES, UINT64, UINT64, UINT64
    ),
    t.UnknownMetadata: st.builds(
        t.UnknownMetadata, st.sampled_from([1, 3, 7, 26, 43, 45, 10**6, 2**64 - 1]), BYTES
    ),
}  # fmt: skip


@st.composite
def transaction(draw: Callable[..., Any], metadata: st.SearchStrategy[Any]) -> t.Transaction:
    """A transaction of either version around such metadata."""
    version = draw(st.sampled_from([0, 1, 1, 2]))
    nonce = draw(st.builds(t.Nonce, UINT64, UINT64)) if version else None
    return t.Transaction(
        metadata=draw(metadata),
        public_key=draw(NONE | KEY),
        outputs=draw(st.lists(st.builds(t.TransactionOutput, KEY, UINT64), max_size=3).map(tuple)),
        extra_data=draw(EXTRA_DATA),
        fee_nanos=draw(UINT64) if version else 0,
        nonce=nonce,
        signature=draw(NONE | st.binary(min_size=70, max_size=72)),
        version=version,
        inputs=draw(st.lists(st.builds(t.TransactionInput, HASH, UINT64), max_size=2).map(tuple)),
    )


METADATA[t.AtomicWrapper] = st.builds(
    t.AtomicWrapper,
    st.lists(transaction(METADATA[t.Follow] | METADATA[t.SubmitPost]), max_size=3).map(tuple),
)
