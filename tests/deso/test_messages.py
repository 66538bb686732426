"""Messages: encrypting, reading, and which key of a group to trust."""

import pytest
from deso_client import keys, messages
from deso_client.messages import _ecies
from hypothesis import given, settings
from hypothesis import strategies as st

ME = keys.PrivateKey(bytes(31) + b"\5")
YOU = keys.PrivateKey(bytes(31) + b"\6")
LIAR = keys.PrivateKey(bytes(31) + b"\7")
MINE, YOURS = (messages.access_group_key(each) for each in (ME, YOU))
CIPHERTEXT = messages.encrypt(YOU.public_key, b"text")


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300))
def test_both_sides_read_a_direct_message_and_nobody_else(text: str) -> None:
    encrypted = messages.encrypt_message(MINE, YOURS.public_key, text)
    assert messages.decrypt_message(YOURS, MINE.public_key, encrypted) == text
    assert messages.decrypt_message(MINE, YOURS.public_key, encrypted) == text
    with pytest.raises(messages.DecryptError):
        messages.decrypt_message(LIAR, MINE.public_key, encrypted)


def test_members_read_a_group_chat_with_the_key_encrypted_for_them() -> None:
    group = messages.access_group_key(ME, "friends")
    encrypted_key = messages.encrypt_member_key(group, YOURS.public_key)
    assert messages.decrypt_member_key(YOURS, encrypted_key) == group
    sent = messages.encrypt_message(YOURS, group.public_key, "hello all")
    assert messages.decrypt_message(group, YOURS.public_key, sent) == "hello all"
    with pytest.raises(messages.DecryptError):
        messages.decrypt_member_key(MINE, encrypted_key)
    for no_key in (b"\xff", b"00" * 32, b"zz" * 32):
        with pytest.raises(messages.DecryptError, match="no private key"):
            messages.decrypt_member_key(YOURS, messages.encrypt(YOURS.public_key, no_key).hex())


def test_message_written_as_hexadecimal_twice_is_read() -> None:
    encrypted = messages.encrypt_message(MINE, YOURS.public_key, "twice")
    assert messages.decrypt_message(YOURS, MINE.public_key, encrypted.encode().hex()) == "twice"


def test_every_changed_byte_of_a_ciphertext_is_noticed() -> None:
    for at in range(len(CIPHERTEXT)):
        changed = CIPHERTEXT[:at] + bytes([CIPHERTEXT[at] ^ 1]) + CIPHERTEXT[at + 1 :]
        with pytest.raises(messages.DecryptError):
            messages.decrypt(YOU, changed)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda end: CIPHERTEXT[:65] + end))
def test_any_bytes_are_refused_with_decrypt_error(data: bytes) -> None:
    with pytest.raises(messages.DecryptError):
        messages.decrypt(YOU, data)


@pytest.mark.parametrize("text", ["", "0", "zz", "00" * 112, "é"])
def test_text_that_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(messages.DecryptError):
        messages.decrypt_message(YOURS, MINE.public_key, text)


def test_text_that_is_not_utf8_is_refused() -> None:
    shared = messages.shared_key(MINE, YOURS.public_key)
    sealed = messages.encrypt(shared.public_key, b"\xff").hex()
    with pytest.raises(messages.DecryptError, match="UTF-8"):
        messages.decrypt_message(YOURS, MINE.public_key, sealed)


def test_message_of_an_old_identity_window_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It loses the leading zeros of the shared point, once in 256 messages."""
    number = 1
    while True:
        ephemeral = keys.PrivateKey(number.to_bytes(32, "big"))
        shared = ephemeral.exchange(YOU.public_key).reveal()
        assert isinstance(shared, bytes)
        if shared[0] == 0:
            break
        number += 1
    whole = _ecies.derive_key
    monkeypatch.setattr(_ecies, "derive_key", lambda _: whole(shared.lstrip(b"\0")))
    old = messages.encrypt(YOU.public_key, b"old", ephemeral=ephemeral)
    monkeypatch.undo()
    assert messages.decrypt(YOU, old) == b"old"
    assert messages.decrypt(YOU, messages.encrypt(YOU.public_key, b"new", ephemeral=ephemeral)) == b"new"


def test_ciphertexts_differ_each_time_and_are_113_bytes_longer() -> None:
    again = messages.encrypt(YOU.public_key, b"text")
    assert again != CIPHERTEXT
    assert len(again) == 4 + 113 == 4 + messages.OVERHEAD
    with pytest.raises(ValueError, match="16 bytes"):
        messages.encrypt(YOU.public_key, b"", iv=b"short")


def test_message_beyond_the_network_limit_is_refused() -> None:
    longest = messages.MAX_MESSAGE_BYTES - messages.OVERHEAD
    assert messages.encrypt_message(MINE, YOURS.public_key, "a" * longest)
    with pytest.raises(ValueError, match="at most 10000 bytes"):
        messages.encrypt_message(MINE, YOURS.public_key, "a" * (longest + 1))


def test_unencrypted_messages_say_so() -> None:
    assert messages.unencrypted_message("hi") == ("6869", {"unencrypted": "1"})


def test_group_key_needs_no_name_or_a_short_one() -> None:
    assert messages.access_group_key(ME, None) is ME
    assert messages.access_group_key(ME, "") is ME
    with pytest.raises(ValueError, match="32 bytes"):
        messages.access_group_key(ME, "ü" * 17)
    longer = messages.derive_key(b"x", 70).reveal()
    assert longer[:32] == messages.derive_key(b"x").reveal()


# --- Which key to encrypt to ---

OWNER = YOU.public_key
TOLD, LIE = YOURS.public_key, LIAR.public_key


def test_first_use_is_reported_and_then_pinned() -> None:
    pins = messages.MemoryPins()
    first = messages.choose_group_key(OWNER, pins=pins, told=TOLD)
    assert (first.public_key, first.is_first_use) == (TOLD, True)
    assert "nothing proves it" in first.source.value
    second = messages.choose_group_key(OWNER, pins=pins, told=TOLD)
    assert (second.public_key, second.source) == (TOLD, messages.KeySource.PINNED)
    offline = messages.choose_group_key(OWNER, pins=pins)
    assert offline.public_key == TOLD
    assert list(pins) == [(OWNER, "default-key", TOLD)]
    assert list(messages.MemoryPins(pins)) == list(pins)


def test_changed_key_raises_until_the_caller_replaces_it() -> None:
    pins = messages.MemoryPins([(OWNER, "default-key", TOLD)])
    with pytest.raises(messages.AccessGroupKeyChanged):
        messages.choose_group_key(OWNER, pins=pins, told=LIE)
    with pytest.raises(messages.AccessGroupKeyChanged) as caught:  # the lie is not remembered
        messages.choose_group_key(OWNER, pins=pins, told=LIE)
    assert (caught.value.known, caught.value.told, caught.value.owner) == (TOLD, LIE, OWNER)
    assert TOLD.address() in str(caught.value)
    assert LIE.address() in str(caught.value)
    pins.replace(OWNER, "default-key", LIE)
    assert messages.choose_group_key(OWNER, pins=pins, told=LIE).public_key == LIE


def test_key_given_by_the_caller_wins_over_a_pin_and_is_compared_with_the_node() -> None:
    pins = messages.MemoryPins([(OWNER, "default-key", LIE)])
    chosen = messages.choose_group_key(OWNER, pins=pins, given=TOLD, told=TOLD)
    assert (chosen.public_key, chosen.source) == (TOLD, messages.KeySource.GIVEN)
    assert pins.get(OWNER, "default-key") == TOLD
    fresh = messages.MemoryPins()
    with pytest.raises(messages.AccessGroupKeyChanged):
        messages.choose_group_key(OWNER, pins=fresh, given=TOLD, told=LIE)
    assert list(fresh) == []
    assert messages.choose_group_key(OWNER, pins=fresh, given=TOLD).public_key == TOLD


def test_own_group_key_is_derived_and_compared() -> None:
    pins = messages.MemoryPins()
    chosen = messages.choose_group_key(OWNER, pins=pins, own=YOU, told=TOLD)
    assert (chosen.public_key, chosen.source) == (TOLD, messages.KeySource.DERIVED)
    with pytest.raises(messages.AccessGroupKeyChanged):
        messages.choose_group_key(OWNER, pins=pins, own=YOU, told=LIE)
    assert messages.choose_group_key(OWNER, pins=pins, own=ME, told=LIE).is_first_use


@pytest.mark.parametrize("group", [None, ""])
def test_base_group_is_the_owner_key_which_the_address_proves(group: str | None) -> None:
    pins = messages.MemoryPins()
    chosen = messages.choose_group_key(OWNER, group, pins=pins)
    assert (chosen.public_key, chosen.group) == (OWNER, None)
    assert chosen.source is messages.KeySource.OWNER
    with pytest.raises(messages.AccessGroupKeyChanged):
        messages.choose_group_key(OWNER, group, pins=pins, told=LIE)
    assert list(pins) == []


def test_unknown_group_is_an_error_and_groups_do_not_mix() -> None:
    pins = messages.MemoryPins([(OWNER, "friends", TOLD)])
    with pytest.raises(messages.UnknownAccessGroup):
        messages.choose_group_key(OWNER, pins=pins)
    assert messages.choose_group_key(OWNER, "friends", pins=pins).public_key == TOLD
