"""Conversations of two and of five, encrypted from end to end, with edits; and what a lying node can do to them."""

from __future__ import annotations

from typing import Any

import pytest
from deso_client import (
    AccessGroupKeyChanged,
    ConfigurationError,
    MemoryPins,
    RuleError,
    SubmittedMessage,
    UnknownAccessGroup,
    keys,
    messages,
)
from deso_client.messages import DecryptError, KeySource

from .conftest import Changing, World

BASE = None


def address(key: Any) -> str:
    found: str = key.public_key.address()
    return found


def on_the_wire(world: World) -> str:
    return "".join(
        exchange.request.body.decode("utf-8", "replace") + exchange.response.body.decode("utf-8", "replace")
        for exchange in world.mock.exchanges
    )


def test_two_users_talk_and_edit(world: World) -> None:
    anna, ben = world.client(), world.client(world.ben)
    sent: list[tuple[str, str, int]] = []
    for number in range(4):
        client, me, other = (anna, world.anna, world.ben) if number % 2 == 0 else (ben, world.ben, world.anna)
        text = f"Message {number} 👋 \0 <&>"
        done = client.messages.send(address(other), text)
        assert isinstance(done, SubmittedMessage)
        sent.append((address(me), text, done.timestamp_nanos))
        world.mock.clock.advance(1)
    edited = anna.messages.update(address(world.ben), "Edited", timestamp_nanos=sent[2][2])
    assert edited.timestamp_nanos == sent[2][2]
    sent[2] = (sent[2][0], "Edited", sent[2][2])
    for client, other in ((anna, world.ben), (ben, world.anna)):
        read = list(client.messages.thread(address(other), page_size=3))
        assert [(m.sender, m.text, m.timestamp_nanos) for m in read] == sent[::-1]
        assert [m.problem for m in read] == [None] * 4
        assert all(m.is_encrypted for m in read)
        first = client.messages.thread(address(other), page_size=3)
        assert len(first.items) == 3
        older = client.messages.thread(address(other), before=sent[1][2])
        assert [m.text for m in older] == [sent[0][1]]
    wire = on_the_wire(world)
    for _, text, _ in sent:
        assert text not in wire
        assert text.encode().hex() not in wire


def test_an_empty_thread_is_empty(world: World) -> None:
    assert list(world.client().messages.thread(address(world.ben))) == []


def test_the_key_that_only_the_account_proves_can_be_chosen(world: World) -> None:
    anna, ben = world.client(), world.client(world.ben)
    done = anna.messages.send(address(world.ben), "Between owners", group=BASE, my_group=BASE)
    assert done.group_keys[0].source is KeySource.OWNER
    assert "access_groups_check_party" not in world.calls  # nothing had to be asked
    [read] = ben.messages.thread(address(world.anna), group=BASE, my_group=BASE)
    assert (read.text, read.peer_key.source) == ("Between owners", KeySource.OWNER)


def test_first_use_is_reported_once_and_then_pinned(world: World) -> None:
    pins = MemoryPins()
    client = world.client(pins=pins)
    first = client.messages.send(address(world.ben), "One")
    second = client.messages.send(address(world.ben), "Two")
    assert [done.group_keys[0].source for done in (first, second)] == [KeySource.FIRST_USE, KeySource.PINNED]
    assert [(owner, group) for owner, group, _ in pins] == [(world.ben.public_key, "default-key")]
    assert client.pins is pins


def test_a_first_use_in_a_call_that_failed_is_reported_by_the_next_one(world: World) -> None:
    """A failed call tells its caller no keys, though its message was encrypted to them and handed to the node."""
    poor = world.mock.add_account(balance_nanos=10, group=True)
    client = world.client(poor)
    for _ in range(2):
        with pytest.raises(RuleError, match="RuleErrorInsufficientBalance"):
            client.messages.send(address(world.ben), "One")
    told = client.pins.get(world.ben.public_key, "default-key")
    world.mock.fund(poor.public_key, 10**9)
    found = [client.messages.send(address(world.ben), text).group_keys[0] for text in ("Two", "Three")]
    assert [key.source for key in found] == [KeySource.FIRST_USE, KeySource.PINNED]
    assert {key.public_key for key in found} == {told}


def test_a_key_that_changes_after_a_failed_call_is_noticed(world: World) -> None:
    client = world.client(world.mock.add_account(balance_nanos=10, group=True))
    honest = world.mock.tables.groups[world.ben.public_key.data, b"default-key"].public_key
    swap_group(world, world.ben)
    with pytest.raises(RuleError):
        client.messages.send(address(world.ben), "Read by the node")
    world.mock.tables.groups[world.ben.public_key.data, b"default-key"].public_key = honest  # as if nothing had been
    with pytest.raises(AccessGroupKeyChanged):
        client.messages.send(address(world.ben), "Two")


def test_a_draft_reports_the_first_use_and_the_reported_key_is_kept(world: World) -> None:
    client = world.client()
    draft = client.messages.send(address(world.ben), "Shall I?", dry_run=True)
    assert draft.group_keys[0].is_first_use
    assert client.messages.send(address(world.ben), "Yes").group_keys[0].source is KeySource.PINNED
    swap_group(world, world.ben)
    with pytest.raises(AccessGroupKeyChanged):
        client.messages.send(address(world.ben), "Again")


def test_a_message_that_nobody_can_read_plants_no_key(world: World) -> None:
    anna, ben = world.client(), world.client(world.ben)
    ben.messages.send(address(world.anna), "Hi")
    honest = messages.access_group_key(world.ben).public_key
    message = next(iter(world.mock.tables.messages.values()))
    message.sender_key = swap_group(world, world.ben).public_key.data
    [read] = anna.messages.thread(address(world.ben))
    assert isinstance(read.problem, DecryptError)
    assert list(anna.pins) == []
    world.mock.tables.groups[world.ben.public_key.data, b"default-key"].public_key = honest.data
    found = anna.messages.send(address(world.ben), "Hi").group_keys[0]
    assert (found.public_key, found.is_first_use) == (honest, True)


def test_a_key_that_the_caller_has_is_not_asked_of_the_node(world: World) -> None:
    key = messages.access_group_key(world.ben).public_key
    done = world.client().messages.send(address(world.ben), "Hi", key=key)
    assert done.group_keys[0].source is KeySource.GIVEN


def swap_group(world: World, owner: Any, name: bytes = b"default-key") -> keys.PrivateKey:
    """The node puts a key of its own in the place of a group's."""
    mine = keys.PrivateKey(bytes(31) + b"\x33")
    world.mock.tables.groups[owner.public_key.data, name].public_key = mine.public_key.data
    return mine


def test_a_changed_key_of_the_recipient_is_refused(world: World) -> None:
    client = world.client()
    client.messages.send(address(world.ben), "One")
    eve = swap_group(world, world.ben)
    with pytest.raises(AccessGroupKeyChanged) as caught:
        client.messages.send(address(world.ben), "Two")
    assert caught.value.told == eve.public_key
    assert world.calls.count("messages_send") == 1
    client.pins.replace(world.ben.public_key, "default-key", eve.public_key)  # asked ben, it is his new one
    client.messages.send(address(world.ben), "Two")


def test_a_lie_about_ones_own_key_is_refused(world: World) -> None:
    swap_group(world, world.anna)
    with pytest.raises(AccessGroupKeyChanged):
        world.client().messages.send(address(world.ben), "One")
    assert "messages_send" not in world.calls


def test_who_has_no_group_yet_is_told_how_to_make_one(world: World) -> None:
    cleo = world.mock.add_account()
    with pytest.raises(UnknownAccessGroup, match=r"call access_groups.create\('default-key'\) once"):
        world.client(cleo).messages.send(address(world.ben), "Hi")
    with pytest.raises(UnknownAccessGroup, match="no key is known for access group 'default-key'"):
        world.client().messages.send(address(cleo), "Hi")
    world.client(cleo).access_groups.create()
    world.client(cleo).messages.send(address(world.ben), "Hi")


def test_a_message_under_a_forged_key_is_not_believed(world: World) -> None:
    anna, ben = world.client(), world.client(world.ben)
    anna.messages.send(address(world.ben), "Genuine")
    assert [m.text for m in ben.messages.thread(address(world.anna))] == ["Genuine"]
    eve = keys.PrivateKey(bytes(31) + b"\x33")
    ours = messages.access_group_key(world.ben).public_key
    message = next(iter(world.mock.tables.messages.values()))
    message.sender_key = eve.public_key.data  # the node puts its own words into anna's mouth
    message.encrypted_text = bytes.fromhex(messages.encrypt_message(eve, ours, "Send me your coins"))
    [read] = ben.messages.thread(address(world.anna))
    assert read.text is None
    assert isinstance(read.problem, AccessGroupKeyChanged)
    fresh = world.client(world.ben)  # which has no pins: the first use is reported
    [read] = fresh.messages.thread(address(world.anna))
    assert read.peer_key.is_first_use


def test_a_damaged_message_hides_no_other(world: World) -> None:
    anna = world.client()
    anna.messages.send(address(world.ben), "One")
    world.mock.clock.advance(1)
    anna.messages.send(address(world.ben), "Two")
    first = next(iter(world.mock.tables.messages.values()))
    first.encrypted_text = first.encrypted_text[:-1] + bytes([first.encrypted_text[-1] ^ 1])
    newer, older = anna.messages.thread(address(world.ben))
    assert newer.text == "Two"
    assert older.text is None
    assert isinstance(older.problem, DecryptError)


def test_an_unencrypted_message_is_shown_as_such(world: World) -> None:
    text, extra = messages.unencrypted_message("For everybody")
    client, network = world.client(), keys.MAINNET
    ours, theirs = (messages.access_group_key(each).public_key.address(network) for each in (world.anna, world.ben))
    raw = client.messages.construct_send(
        sender_access_group_owner_public_key_base58_check=address(world.anna),
        sender_access_group_public_key_base58_check=ours,
        sender_access_group_key_name="default-key",
        recipient_access_group_owner_public_key_base58_check=address(world.ben),
        recipient_access_group_public_key_base58_check=theirs,
        recipient_access_group_key_name="default-key",
        encrypted_message_text=text,
        extra_data=extra,
    )
    from deso_client.transactions import sign

    client.transactions.submit(transaction_hex=sign(bytes.fromhex(raw.transaction_hex), world.anna).hex)
    [read] = world.client(world.ben).messages.thread(address(world.anna))
    assert (read.text, read.is_encrypted, read.peer_key) == ("For everybody", False, None)


def test_a_group_of_five_talks_and_edits(world: World) -> None:
    everybody = [world.anna, world.ben, *(world.mock.add_account(group=True) for _ in range(3))]
    clients = [world.client(each) for each in everybody]
    owner = address(world.anna)
    clients[0].access_groups.create("friends")
    clients[0].access_group_members.add("friends", [address(each) for each in everybody[1:]])
    sent: list[list[Any]] = []
    for number in range(10):
        text = f"From {number % 5}, turn {number // 5}"
        done = clients[number % 5].messages.send_group(owner, "friends", text)
        sent.append([address(everybody[number % 5]), text, done.timestamp_nanos])
        world.mock.clock.advance(1)
    for number in (0, 3, 9):
        sent[number][1] = f"Edited {number}"
        clients[number % 5].messages.update_group(owner, "friends", sent[number][1], timestamp_nanos=sent[number][2])
    for client in clients:
        read = list(client.messages.thread_group(owner, "friends", page_size=4))
        assert [[m.sender, m.text, m.timestamp_nanos] for m in read] == sent[::-1]
        assert {m.problem for m in read} == {None}
    stranger = world.client(world.mock.add_account(group=True))
    with pytest.raises(UnknownAccessGroup, match="is no member of access group 'friends'"):
        list(stranger.messages.thread_group(owner, "friends"))
    with pytest.raises(UnknownAccessGroup):
        stranger.messages.send_group(owner, "friends", "Let me in")
    wire = on_the_wire(world)
    secret = messages.access_group_key(world.anna, "friends").secret.reveal().hex()
    for hidden in (secret, *(text for _, text, _ in sent), *(text.encode().hex() for _, text, _ in sent)):
        assert hidden not in wire


def test_another_key_for_a_group_chat_is_refused(world: World) -> None:
    anna, ben = world.client(), world.client(world.ben)
    anna.access_groups.create("friends")
    anna.access_group_members.add("friends", [address(world.ben)])
    assert ben.messages.send_group(address(world.anna), "friends", "Hi").group_keys[0].is_first_use
    eve = keys.PrivateKey(bytes(31) + b"\x33")
    member = world.mock.tables.groups[world.anna.public_key.data, b"friends"].members[world.ben.public_key.data]
    key = messages.access_group_key(world.ben).public_key
    member.encrypted_key = messages.encrypt_member_key(eve, key).encode()
    with pytest.raises(AccessGroupKeyChanged):
        ben.messages.send_group(address(world.anna), "friends", "Hi again")
    with pytest.raises(AccessGroupKeyChanged):
        list(ben.messages.thread_group(address(world.anna), "friends"))


def test_a_derived_key_needs_the_groups_private_key(world: World) -> None:
    derived = keys.PrivateKey(bytes(31) + b"\x09")
    world.client().derived_keys.authorize(
        derived.public_key, expiration_block=world.mock.height + 1000, limit="without limits"
    )
    signer = keys.DerivedSigner(world.anna.public_key, derived)
    with pytest.raises(ConfigurationError, match="give it in group_keys="):
        world.client(signer).messages.send(address(world.ben), "Hi")
    with pytest.raises(ConfigurationError, match="give it in group_keys="):
        world.client(signer).messages.thread(address(world.ben))
    group_keys = {"default-key": messages.access_group_key(world.anna)}
    client = world.client(signer, group_keys=group_keys)
    client.messages.send(address(world.ben), "By a derived key")
    assert [m.text for m in client.messages.thread(address(world.ben))] == ["By a derived key"]
    assert [m.text for m in world.client(world.ben).messages.thread(address(world.anna))] == ["By a derived key"]


def test_a_lie_about_ones_own_key_in_a_thread_is_noticed(world: World) -> None:
    anna = world.client()
    anna.messages.send(address(world.ben), "Hi")
    message = next(iter(world.mock.tables.messages.values()))
    message.sender_key = keys.PrivateKey(bytes(31) + b"\x33").public_key.data
    [read] = anna.messages.thread(address(world.ben))
    assert isinstance(read.problem, AccessGroupKeyChanged)
    assert read.problem.owner == world.anna.public_key


def test_what_is_told_of_a_group_does_not_matter_where_the_address_proves_the_key(world: World) -> None:
    world.mock.hostile = "told_recipient_key"
    done = world.client().messages.send(address(world.ben), "Hi", group=BASE)
    assert world.mock.altered
    assert (done.group_keys[0].source, done.group_keys[0].public_key) == (KeySource.OWNER, world.ben.public_key)


def test_messages_of_another_thread_are_not_taken_for_this_one(world: World) -> None:
    cleo, client = world.mock.add_account(group=True), world.client()
    client.access_groups.create("friends")
    client.access_groups.create("others")
    world.client(cleo).messages.send(address(world.anna), "By cleo")
    client.messages.send_group(address(world.anna), "others", "To others")
    stray, to_others = [world.mock._message_entry(each) for each in world.mock.tables.messages.values()]

    def put_in(answer: dict[str, Any]) -> None:
        name = "ThreadMessages" if "ThreadMessages" in answer else "GroupChatMessages"
        before, answer[name] = answer[name], [stray if name == "ThreadMessages" else to_others]
        assert before == []

    direct = world.client(transport=Changing(world, "/get-paginated-messages-for-dm-thread", put_in))
    chat = world.client(transport=Changing(world, "/get-paginated-messages-for-group-chat-thread", put_in))
    for read in (
        direct.messages.thread(address(world.ben)).items[0],
        chat.messages.thread_group(address(world.anna), "friends").items[0],
    ):
        assert read.text is None
        assert isinstance(read.problem, UnknownAccessGroup)
