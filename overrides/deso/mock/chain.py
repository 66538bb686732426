"""The rules by which a chain takes a signed transaction, and what each type changes.

The names of the rules are those of core. Which one speaks first where several are broken, and the words around a name,
are inferred. Fees go to nobody here, and a block holds whatever was accepted before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from .._core.mock.bodies import decode_json
from .._transaction_types import TransactionType
from .._varint import MAX_UINT64, DecodeError, decode_varint
from ..keys import (
    MAINNET,
    InvalidKeyError,
    Network,
    PublicKey,
    Signature,
    SignatureError,
    SpendingLimit,
    access_bytes,
    access_text,
    double_sha256,
    signature_from_compact,
)
from ..keys._curve import backend
from ..keys._keccak import keccak_256
from ..transactions import (
    AccessGroup,
    AccessGroupMember,
    AccessGroupMembers,
    AtomicWrapper,
    AuthorizeDerivedKey,
    BasicTransfer,
    Follow,
    Like,
    NewMessage,
    ParsedTransaction,
    SigningError,
    SubmitPost,
    Transaction,
    TransactionSigner,
    UpdateProfile,
    check_atomic_chain,
    diamond_cost_nanos,
    encode,
    parse,
    verify_signature,
)
from .limits import Limit
from .state import (
    DerivedKey,
    Group,
    GroupId,
    Known,
    Member,
    Message,
    Post,
    Profile,
    State,
    group_name,
    thread_of,
)

MAX_BODY_BYTES = {"mainnet": 20_000, "testnet": 50_000}
MAX_MESSAGE_BYTES = 10_000
MAX_TEXT_BYTES = 20_000
MAX_USERNAME_BYTES = 25
USERNAME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
POST_KEYS = (b"RecloutedPostHash", b"IsQuotedReclout", b"IsFrozen")
"""Keys of extra data that the chain reads into members of a post, and does not keep as extra data."""

_Apply = Callable[[], object]


class RuleError(Exception):
    """A rule of the chain is broken; ``name`` is core's."""

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(f"{detail}: {name}" if detail else name)
        self.name = name


class Chain:
    """The state, and the one way to change it. ``height`` and the fees are kept up to date by the node."""

    def __init__(self, network: Network = MAINNET) -> None:
        self.network = network
        self.state = State()
        self.height = 0
        self.version = 1
        self.min_fee_rate = 1000
        self.profile_fee_nanos = 0
        self.max_nonce_offset = 0

    # --- Any transaction ---

    def connect(self, data: bytes) -> bytes:
        """Take a signed transaction; returns its hash. Raises RuleError, and then nothing has changed.

        Bytes that core would write in another form are read, and judged in that form, as core does.
        """
        parsed = parse(data)
        if not parsed.is_canonical:
            parsed = parse(encode(parsed.transaction))
        if isinstance(parsed.transaction.metadata, AtomicWrapper):
            return self._connect_wrapper(parsed, parsed.transaction.metadata)
        transaction = parsed.transaction
        self._check_unique(parsed)
        signer = self._signer(parsed)
        apply = self._plan(parsed, signer)
        spent, pay = self._payment(parsed)
        used = self._derived_use(transaction, signer, spent)
        apply()
        pay()
        used()
        self.state.transactions[parsed.hash] = Known(parsed.raw, transaction, self.height)
        return parsed.hash

    def _connect_wrapper(self, parsed: ParsedTransaction, wrapper: AtomicWrapper) -> bytes:
        if parsed.hash in self.state.transactions:
            raise RuleError("TxErrorDuplicate")
        try:
            check_atomic_chain(wrapper.transactions)
        except (SigningError, DecodeError) as error:
            raise RuleError("RuleErrorAtomicTxnsWrapper", str(error)) from None
        before, self.state = self.state, self.state.copy()
        try:
            for inner in wrapper.transactions:
                self.connect(encode(inner))
        except RuleError:
            self.state = before
            raise
        self.state.transactions[parsed.hash] = Known(parsed.raw, parsed.transaction, self.height)
        return parsed.hash

    def _check_unique(self, parsed: ParsedTransaction) -> None:
        found = parsed.transaction
        if found.version == 0:
            if self.version:
                raise RuleError("RuleErrorBalanceModelDoesNotUseUTXOInputs")
            if parsed.hash in self.state.transactions:
                raise RuleError("TxErrorDuplicate")
            return
        if self.version == 0:
            raise RuleError("RuleErrorTxnMustHaveAtLeastOneInput")
        if found.inputs:
            raise RuleError("RuleErrorBalanceModelDoesNotUseUTXOInputs")
        nonce = found.nonce
        if nonce is None or nonce.expiration_block_height < self.height:
            raise RuleError("RuleErrorNonceExpired")
        if nonce.expiration_block_height > self.height + self.max_nonce_offset:
            raise RuleError("RuleErrorNonceExpirationBlockHeightOffsetExceeded")
        if (found.public_key, nonce.expiration_block_height, nonce.partial_id) in self.state.nonces:
            raise RuleError("RuleErrorReusedNonce")

    def _signer(self, parsed: ParsedTransaction) -> TransactionSigner:
        try:
            signer = verify_signature(parsed)
        except (SignatureError, InvalidKeyError) as error:
            raise RuleError(_signature_rule(str(error)), f"_verifySignature: {error}") from None
        if signer.derived and not isinstance(parsed.transaction.metadata, AuthorizeDerivedKey):
            key = self.state.derived_keys.get((parsed.transaction.public_key, signer.public_key.data))
            if key is None or not key.is_valid:
                raise RuleError("RuleErrorDerivedKeyNotAuthorized", "no such key is authorized")
            if key.expiration_block <= self.height:
                raise RuleError("RuleErrorDerivedKeyNotAuthorized", f"the key expired at block {key.expiration_block}")
        return signer

    # --- Money ---

    def _payment(self, parsed: ParsedTransaction) -> tuple[int, _Apply]:
        """What the sender spends (not what goes back to it), and how it is paid. Raises RuleError."""
        found, state = parsed.transaction, self.state
        total = sum(output.amount_nanos for output in found.outputs)
        extra = self._extra_cost(found)
        if total > MAX_UINT64:
            raise RuleError("RuleErrorOutputOverflowsTotal")
        if found.version == 0:
            given = self._inputs_of(found)
            if given < total + extra:
                raise RuleError(
                    "RuleErrorCreateProfileTxnOutputExceedsInput"
                    if given >= total
                    else "RuleErrorTxnOutputExceedsInput"
                )
            fee = given - total - extra
        else:
            fee = found.fee_nanos
        if fee * 1000 < self.min_fee_rate * len(parsed.raw):
            raise RuleError("RuleErrorTxnFeeBelowNetworkMinimum", f"{fee} nanos for {len(parsed.raw)} bytes")
        balance = state.balances.get(found.public_key, 0)
        if total + fee + extra > balance:
            raise RuleError(
                "RuleErrorInsufficientBalance",
                f"_spendBalance: amountNanos ({total + fee + extra}) exceeds spendable balance ({balance})",
            )
        own = sum(output.amount_nanos for output in found.outputs if output.public_key == found.public_key)

        def pay() -> None:
            state.balances[found.public_key] = balance - total - fee - extra
            for spent in found.inputs:
                del state.unspent[spent.transaction_id, spent.index]
                state.spent.add((spent.transaction_id, spent.index))
            for index, output in enumerate(found.outputs):
                self.credit(output.public_key, output.amount_nanos, (parsed.hash, index))
            if found.nonce is not None:
                nonce = found.nonce
                state.nonces.add((found.public_key, nonce.expiration_block_height, nonce.partial_id))

        return total - own + fee + extra, pay

    def credit(self, public_key: bytes, amount_nanos: int, place: tuple[bytes, int]) -> None:
        """Add an output of a transaction (hash and index) to a balance."""
        self.state.balances[public_key] = self.state.balances.get(public_key, 0) + amount_nanos
        self.state.unspent[place] = (public_key, amount_nanos)

    def _inputs_of(self, found: Transaction) -> int:
        places = [(spent.transaction_id, spent.index) for spent in found.inputs]
        if not places:
            raise RuleError("RuleErrorTxnMustHaveAtLeastOneInput")
        if len(set(places)) != len(places):
            raise RuleError("RuleErrorDuplicateInputs")
        given = 0
        for place in places:
            if place in self.state.spent:
                raise RuleError("RuleErrorInputSpendsPreviouslySpentOutput")
            if place not in self.state.unspent:
                raise RuleError("RuleErrorInputSpendsNonexistentUtxo")
            owner, amount = self.state.unspent[place]
            if owner != found.public_key:
                raise RuleError("RuleErrorInputWithPublicKeyDifferentFromTxnPublicKey")
            given += amount
        return given

    def _extra_cost(self, found: Transaction) -> int:
        new = isinstance(found.metadata, UpdateProfile) and found.public_key not in self.state.profiles
        return self.profile_fee_nanos if new else 0

    # --- Derived keys ---

    def _derived_use(self, found: Transaction, signer: TransactionSigner, spent: int) -> _Apply:
        """Take a transaction off the limit of the derived key that signed it. Raises RuleError."""
        if not signer.derived:
            return lambda: None
        owner, derived = found.public_key, signer.public_key.data
        authorization = found.metadata if isinstance(found.metadata, AuthorizeDerivedKey) else None
        if authorization is not None and authorization.derived_public_key == derived:
            key = self._authorized(found, authorization)
        else:
            known = self.state.derived_keys.get((owner, derived))
            if known is None or not known.is_valid or known.expiration_block <= self.height:
                raise RuleError("RuleErrorDerivedKeyNotAuthorized")
            key = known
        limit = key.limit.copy()
        if not limit.is_unlimited:
            self._use(limit, found, spent)

        def used() -> None:
            self.state.derived_keys[owner, derived].limit = limit

        return used

    def _use(self, limit: Limit, found: Transaction, spent: int) -> None:
        if spent > limit.global_nanos:
            raise RuleError(
                "RuleErrorDerivedKeyTxnSpendsMoreThanGlobalDESOLimit",
                f"Spend Amount {spent} Exceeds Global DESO Limit {limit.global_nanos} for Derived Key",
            )
        limit.global_nanos -= spent
        metadata, allowed = found.metadata, False
        if isinstance(metadata, AccessGroup):
            word = {2: "Create", 3: "Update"}.get(metadata.operation, "Any")
            place = (metadata.access_group_owner_public_key, group_name(metadata.access_group_key_name))
            allowed = limit.use_group("AccessGroupLimitMap", *place, word)
        elif isinstance(metadata, AccessGroupMembers):
            word = {2: "Add", 3: "Remove", 4: "Update"}.get(metadata.operation, "Any")
            place = (metadata.access_group_owner_public_key, group_name(metadata.access_group_key_name))
            allowed = limit.use_group("AccessGroupMemberLimitMap", *place, word)
        else:
            allowed = limit.use_count(found.type_number)
        if not allowed:
            word = TransactionType(found.type_number).name
            raise RuleError(
                "RuleErrorDerivedKeyTxnTypeNotAuthorized",
                f"No more transactions of type {word} are allowed on this Derived Key",
            )

    def _authorized(self, found: Transaction, metadata: AuthorizeDerivedKey) -> DerivedKey:
        """The key as it will be. An authorization adds to the counts that there are; 0 takes one away."""
        place = (found.public_key, metadata.derived_public_key)
        known = self.state.derived_keys.get(place)
        data = found.extra_data.get(b"TransactionSpendingLimit", b"")
        try:
            given = Limit.from_bytes(data) if data else Limit()
            memo = bytes.fromhex(found.extra_data.get(b"DerivedKeyMemo", b"").decode()).decode("utf-8", "replace")
        except (DecodeError, ValueError) as error:
            raise RuleError("RuleErrorDerivedKeyInvalidExtraData", str(error)) from None
        limit = given
        if known is not None and known.is_valid and not given.is_unlimited and not known.limit.is_unlimited:
            counts = {**known.limit.counts, **given.counts}
            maps = {name: {**known.limit.maps.get(name, {}), **entries} for name, entries in given.maps.items()}
            limit = Limit(given.global_nanos, {n: c for n, c in counts.items() if c}, {**known.limit.maps, **maps})
        kept = (b"TransactionSpendingLimit", b"DerivedKeyMemo", b"DerivedPublicKey")
        more = {key: value for key, value in found.extra_data.items() if key not in kept}
        extra_data = {**(known.extra_data if known else {}), **more}
        return DerivedKey(*place, metadata.expiration_block, metadata.operation == 1, limit, memo, extra_data)

    def _plan_authorization(self, parsed: ParsedTransaction, metadata: AuthorizeDerivedKey, *, derived: bool) -> _Apply:
        found = parsed.transaction
        place = (found.public_key, metadata.derived_public_key)
        if metadata.operation not in (0, 1):
            raise RuleError("RuleErrorAuthorizeDerivedKeyInvalidOperationType")
        try:
            PublicKey(metadata.derived_public_key)
        except InvalidKeyError:
            raise RuleError("RuleErrorAuthorizeDerivedKeyInvalidDerivedKey") from None
        if metadata.operation == 1 and metadata.expiration_block <= self.height:
            raise RuleError("RuleErrorAuthorizeDerivedKeyExpired")
        known = self.state.derived_keys.get(place)
        if known is not None and not known.is_valid:
            raise RuleError("RuleErrorAuthorizeDerivedKeyDeletedDerivedPublicKey")
        # In a transaction that the owner signs, core does not look at the owner's second signature.
        if derived and not self._is_granted(found, metadata):
            raise RuleError("RuleErrorAuthorizeDerivedKeyAccessSignatureNotValid")
        made = self._authorized(found, metadata)
        return lambda: self.state.derived_keys.__setitem__(place, made)

    def _is_granted(self, found: Transaction, metadata: AuthorizeDerivedKey) -> bool:
        """Whether the owner signed for the key, in one of the two forms and in one of the two ways."""
        data = found.extra_data.get(b"TransactionSpendingLimit", b"")
        owner, derived = PublicKey(found.public_key), PublicKey(metadata.derived_public_key)
        forms = [access_bytes(derived, metadata.expiration_block, data)]
        with suppress(DecodeError, ValueError):
            forms.append(wallet_text(derived, metadata.expiration_block, Limit.from_bytes(data), self.network).encode())
        return any(
            owner.verifies(double_sha256(form), metadata.access_signature)
            or _personally_signed(owner, form, metadata.access_signature)
            for form in forms
        )

    # --- Types ---

    def _plan(self, parsed: ParsedTransaction, signer: TransactionSigner) -> _Apply:
        """Check the rules of the transaction's type; what then has to be done. Raises RuleError."""
        metadata = parsed.transaction.metadata
        if isinstance(metadata, AuthorizeDerivedKey):
            return self._plan_authorization(parsed, metadata, derived=signer.derived)
        for kind, plan in _PLANS.items():
            if isinstance(metadata, kind):
                return plan(self, parsed, metadata)
        if parsed.transaction.type_number == TransactionType.BLOCK_REWARD:
            raise RuleError("TxErrorIndividualBlockReward")
        raise RuleError("RuleErrorNotImplemented", f"the mock knows no type {parsed.transaction.type_number}")

    def _plan_transfer(self, parsed: ParsedTransaction, metadata: BasicTransfer) -> _Apply:
        found, prefix = parsed.transaction, "RuleErrorBasicTransfer"
        post_hash = found.extra_data.get(b"DiamondPostHash")
        if post_hash is None:
            return lambda: None
        raw = found.extra_data.get(b"DiamondLevel")
        if raw is None:
            raise RuleError(f"{prefix}HasDiamondPostHashWithoutDiamondLevel")
        try:
            level = decode_varint(raw)
            cost = diamond_cost_nanos(level)
        except (DecodeError, ValueError):
            level = cost = 0
        post = self.state.posts.get(post_hash)
        if post is None:
            raise RuleError(f"{prefix}DiamondPostEntryDoesNotExist")
        if post.poster == found.public_key:
            raise RuleError(f"{prefix}DiamondCannotTransferToSelf")
        place = (found.public_key, post_hash)
        given = self.state.diamonds.get(place, 0)
        if not 1 <= level <= 8 or level <= given:
            raise RuleError(f"{prefix}HasInvalidDiamondLevel")
        paid = sum(output.amount_nanos for output in found.outputs if output.public_key == post.poster)
        if paid < cost - diamond_cost_nanos(given):
            raise RuleError(f"{prefix}InsufficientDeSoForDiamondLevel")
        return lambda: self.state.diamonds.__setitem__(place, level)

    def _plan_profile(self, parsed: ParsedTransaction, metadata: UpdateProfile) -> _Apply:
        found = parsed.transaction
        if metadata.profile_public_key not in (b"", found.public_key):
            raise RuleError("RuleErrorProfilePubKeyNotAuthorized")
        known = self.state.profiles.get(found.public_key)
        username = self._new_username(found.public_key, metadata.new_username, new=known is None)
        if len(metadata.new_description) > MAX_TEXT_BYTES:
            raise RuleError("RuleErrorProfileDescriptionTooLong")
        if len(metadata.new_profile_pic) > MAX_TEXT_BYTES:
            raise RuleError("RuleErrorMaxProfilePicSize")
        if metadata.new_creator_basis_points > 10_000:
            raise RuleError("RuleErrorProfileCreatorPercentageSize")
        if not 10_000 < metadata.new_stake_multiple_basis_points <= 100_000:
            raise RuleError("RuleErrorProfileStakeMultipleSize")

        def apply() -> None:
            profile = self.state.profiles.setdefault(found.public_key, Profile(found.public_key, username))
            profile.username = username or profile.username
            profile.description = metadata.new_description.decode("utf-8", "replace") or profile.description
            profile.picture = metadata.new_profile_pic.decode("utf-8", "replace") or profile.picture
            profile.creator_basis_points = metadata.new_creator_basis_points
            profile.stake_multiple_basis_points = metadata.new_stake_multiple_basis_points
            profile.is_hidden = metadata.is_hidden
            profile.extra_data.update(found.extra_data)

        return apply

    def _new_username(self, account: bytes, raw: bytes, *, new: bool) -> str:
        username = raw.decode("utf-8", "replace")
        if new and not username:
            raise RuleError("RuleErrorProfileUsernameTooShort")
        if len(raw) > MAX_USERNAME_BYTES:
            raise RuleError("RuleErrorProfileUsernameTooLong")
        if set(username) - USERNAME_LETTERS or username.startswith(("BC1", "tBC")):
            raise RuleError("RuleErrorInvalidUsername")
        taken = self.state.profile_of(username) if username else None
        if taken is not None and taken.public_key != account:
            raise RuleError("RuleErrorProfileUsernameExists")
        return username

    def _plan_post(self, parsed: ParsedTransaction, metadata: SubmitPost) -> _Apply:
        found, prefix = parsed.transaction, "RuleErrorSubmitPost"
        if len(metadata.body) > MAX_BODY_BYTES[self.network.name]:
            raise RuleError("RuleSubmitPostBodyLength")
        if metadata.creator_basis_points > 10_000:
            raise RuleError(f"{prefix}CreatorPercentageSize")
        if not 10_000 < metadata.stake_multiple_basis_points <= 100_000:
            raise RuleError(f"{prefix}StakeMultipleSize")
        if metadata.timestamp_nanos == 0:
            raise RuleError(f"{prefix}TimestampIsZero")
        if metadata.post_hash_to_modify:
            return self._plan_edit(found, metadata)
        if len(metadata.parent_stake_id) == 32 and metadata.parent_stake_id not in self.state.posts:
            raise RuleError(f"{prefix}ParentNotFound")
        reposted = found.extra_data.get(b"RecloutedPostHash", b"")
        if reposted:
            target = self.state.posts.get(reposted)
            if target is None:
                raise RuleError(f"{prefix}RepostPostNotFound")
            if target.reposted and not target.is_quote:
                raise RuleError(f"{prefix}RepostOfRepost")
        made = Post(
            parsed.hash,
            found.public_key,
            metadata.timestamp_nanos,
            self.height,
            parent=metadata.parent_stake_id,
            reposted=reposted,
            is_quote=found.extra_data.get(b"IsQuotedReclout") == b"\1",
            is_hidden=metadata.is_hidden,
            is_frozen=found.extra_data.get(b"IsFrozen") == b"\1",
            creator_basis_points=metadata.creator_basis_points,
            stake_multiple_basis_points=metadata.stake_multiple_basis_points,
            extra_data={key: value for key, value in found.extra_data.items() if key not in POST_KEYS},
        )
        _write_body(made, metadata.body)
        return lambda: self.state.posts.__setitem__(parsed.hash, made)

    def _plan_edit(self, found: Transaction, metadata: SubmitPost) -> _Apply:
        prefix = "RuleErrorSubmitPost"
        post = self.state.posts.get(metadata.post_hash_to_modify)
        if post is None:
            raise RuleError(f"{prefix}ModifyingNonexistentPost")
        if post.poster != found.public_key:
            raise RuleError(f"{prefix}PostModificationNotAuthorized")
        if post.is_frozen:
            raise RuleError(f"{prefix}ModifyingFrozenPost")
        if found.extra_data.get(b"RecloutedPostHash", post.reposted) != post.reposted:
            raise RuleError(f"{prefix}UpdateRepostHash")

        def apply() -> None:
            if metadata.body:
                _write_body(post, metadata.body)
            post.is_hidden = metadata.is_hidden
            post.is_frozen = found.extra_data.get(b"IsFrozen") == b"\1"
            merged = {**post.extra_data, **found.extra_data}
            post.extra_data = {key: value for key, value in merged.items() if value and key not in POST_KEYS}

        return apply

    def _plan_follow(self, parsed: ParsedTransaction, metadata: Follow) -> _Apply:
        place = (parsed.transaction.public_key, metadata.followed_public_key)
        if metadata.followed_public_key not in self.state.profiles:
            raise RuleError("RuleErrorFollowingNonexistentProfile")
        if metadata.is_unfollow:
            if place not in self.state.follows:
                raise RuleError("RuleErrorCannotUnfollowNonexistentFollowEntry")
            return lambda: self.state.follows.pop(place)
        if place in self.state.follows:
            raise RuleError("RuleErrorFollowEntryAlreadyExists")
        return lambda: self.state.follows.__setitem__(place, None)

    def _plan_like(self, parsed: ParsedTransaction, metadata: Like) -> _Apply:
        place = (parsed.transaction.public_key, metadata.liked_post_hash)
        if metadata.liked_post_hash not in self.state.posts:
            raise RuleError("RuleErrorCannotLikeNonexistentPost")
        if metadata.is_unlike:
            if place not in self.state.likes:
                raise RuleError("RuleErrorCannotUnlikeWithoutAnExistingLike")
            return lambda: self.state.likes.pop(place)
        if place in self.state.likes:
            raise RuleError("RuleErrorLikeEntryAlreadyExists")
        return lambda: self.state.likes.__setitem__(place, None)

    # --- Access groups and messages ---

    def _plan_group(self, parsed: ParsedTransaction, metadata: AccessGroup) -> _Apply:
        found, prefix = parsed.transaction, "RuleErrorAccessGroup"
        owner, name = metadata.access_group_owner_public_key, group_name(metadata.access_group_key_name)
        if owner != found.public_key:
            raise RuleError(f"{prefix}OwnerPublicKeyCannotBeDifferent")
        if not name:
            raise RuleError(f"{prefix}sNameCannotBeZeros")
        if len(name) > 32:
            raise RuleError(f"{prefix}KeyNameTooLong")
        if metadata.access_group_public_key == owner:
            raise RuleError("RuleErrorAccessPublicKeyCannotBeOwnerKey")
        known = self.state.groups.get((owner, name))
        if metadata.operation == 2:
            if known is not None:
                raise RuleError(f"{prefix}AlreadyExists")
            made = Group(owner, name, metadata.access_group_public_key, dict(found.extra_data))
            return lambda: self.state.groups.__setitem__((owner, name), made)
        if metadata.operation != 3:
            raise RuleError(f"{prefix}OperationTypeNotSupported")
        if known is None:
            raise RuleError(f"{prefix}DoesntExist")

        def apply() -> None:
            known.public_key = metadata.access_group_public_key
            known.extra_data.update(found.extra_data)

        return apply

    def _plan_members(self, parsed: ParsedTransaction, metadata: AccessGroupMembers) -> _Apply:
        owner, name = metadata.access_group_owner_public_key, group_name(metadata.access_group_key_name)
        if owner != parsed.transaction.public_key:
            raise RuleError("RuleErrorAccessGroupMemberPublicKeyCannotBeDifferent")
        if not name:
            raise RuleError("RuleErrorAccessGroupsNameCannotBeZeros")
        if not metadata.members:
            raise RuleError("RuleErrorAccessGroupMembersListCannotBeEmpty")
        group = self.state.groups.get((owner, name))
        if group is None:
            raise RuleError("RuleErrorAccessGroupDoesntExist")
        seen: set[bytes] = set()
        for member in metadata.members:
            self._check_member(group, member, metadata.operation)
            if member.member_public_key in seen:
                raise RuleError("RuleErrorAccessGroupMemberListDuplicateMember")
            seen.add(member.member_public_key)
        return lambda: _change_members(group, metadata)

    def _check_member(self, group: Group, member: AccessGroupMember, operation: int) -> None:
        place = (member.member_public_key, group_name(member.member_key_name))
        if place == (group.owner, group.name):
            raise RuleError("RuleErrorAccessGroupMemberCantAddOwnerBySameGroup")
        if self.state.group(place) is None:
            raise RuleError("RuleErrorAccessGroupDoesntExist", "the member's own group")
        if operation not in (2, 3, 4):
            raise RuleError("RuleErrorAccessGroupMemberOperationTypeNotSupported")
        is_member = member.member_public_key in group.members
        if operation == 2 and is_member:
            raise RuleError("RuleErrorAccessMemberAlreadyExists")
        if operation != 2 and not is_member:
            raise RuleError("RuleErrorAccessMemberDoesntExist")
        if operation == 3 and member.encrypted_key:
            raise RuleError("RuleErrorAccessGroupMemberRemoveEncryptedKeyNotEmpty")
        if operation == 3 and member.extra_data:
            raise RuleError("RuleErrorAccessGroupMemberRemoveExtraDataNotEmpty")

    def _plan_message(self, parsed: ParsedTransaction, metadata: NewMessage) -> _Apply:
        found, prefix = parsed.transaction, "RuleErrorNewMessage"
        sender: GroupId = (metadata.sender_owner_public_key, group_name(metadata.sender_key_name))
        recipient: GroupId = (metadata.recipient_owner_public_key, group_name(metadata.recipient_key_name))
        if len(metadata.encrypted_text) > MAX_MESSAGE_BYTES:
            raise RuleError(f"{prefix}EncryptedTextLengthExceedsMax")
        if sender[0] != found.public_key:
            raise RuleError(f"{prefix}MessageSenderDoesNotMatchTxnPublicKey")
        for side, place in (("Sender", sender), ("Recipient", recipient)):
            if self.state.group(place) is None:
                raise RuleError("RuleErrorAccessGroupDoesntExist", f"{side}AccessGroupKeyName")
        if metadata.timestamp_nanos == 0:
            raise RuleError(f"{prefix}TimestampNanosCannotBeZero")
        if metadata.message_type not in (0, 1):
            raise RuleError(f"{prefix}UnknownMessageType")
        kind = "GroupChat" if metadata.message_type else "Dm"
        if metadata.message_type == 0 and sender[0] == recipient[0]:
            raise RuleError(f"{prefix}DmSenderAndRecipientCannotBeTheSame")
        if metadata.message_type == 1 and not self._may_write(sender, recipient):
            raise RuleError(f"{prefix}GroupChatMemberEntryDoesntExist")
        at = (thread_of(metadata.message_type, sender, recipient), metadata.timestamp_nanos)
        known = self.state.messages.get(at)
        if metadata.operation == 0:
            if known is not None:
                raise RuleError(f"{prefix}{kind}MessageAlreadyExists")
            made = Message(
                metadata.message_type,
                sender,
                metadata.sender_public_key,
                recipient,
                metadata.recipient_public_key,
                metadata.encrypted_text,
                metadata.timestamp_nanos,
                dict(found.extra_data),
            )
            return lambda: self.state.messages.__setitem__(at, made)
        if metadata.operation != 1:
            raise RuleError(f"{prefix}UnknownOperationType")
        if known is None:
            raise RuleError(f"{prefix}{kind}MessageDoesNotExist")
        if known.sender[0] != sender[0]:
            raise RuleError(f"{prefix}MessageSenderDoesNotMatchTxnPublicKey", "another's message")

        def apply() -> None:
            known.encrypted_text = metadata.encrypted_text
            known.sender_key, known.recipient_key = metadata.sender_public_key, metadata.recipient_public_key
            known.extra_data = {**known.extra_data, **found.extra_data}

        return apply

    def _may_write(self, sender: GroupId, chat: GroupId) -> bool:
        group = self.state.groups.get(chat)
        if sender[0] == chat[0]:
            return True
        return group is not None and sender[0] in group.members


def wallet_text(derived: PublicKey, expiration_block: int, limit: Limit, network: Network) -> str:
    """The words that a wallet shows for a limit. Only the spending and the counts are in them (inferred)."""
    known = {TransactionType(n): c for n, c in limit.counts.items() if n in frozenset(TransactionType)}
    return access_text(derived, expiration_block, SpendingLimit(limit.global_nanos, known), network)


def _signature_rule(reason: str) -> str:
    if "high S" in reason:
        return "RuleErrorTxnSigHasHighS"
    if "both a recovery id" in reason:
        return "RuleErrorDerivedKeyHasBothExtraDataAndRecoveryId"
    return "RuleErrorInvalidTransactionSignature"


def _personally_signed(owner: PublicKey, form: bytes, data: bytes) -> bool:
    """Whether ``data`` is the owner's Ethereum signature (personal_sign, 64 or 65 bytes) of these bytes."""
    if len(data) not in (64, 65):
        return False
    digest = keccak_256(b"\x19Ethereum Signed Message:\n" + str(len(form)).encode() + form)
    try:
        signature = signature_from_compact(data[:64])
    except SignatureError:
        return False
    return _recovers(owner, digest, signature)


def _recovers(owner: PublicKey, digest: bytes, signature: Signature) -> bool:
    return backend().verify(owner.data, digest, signature.normalized())


def _write_body(post: Post, body: bytes) -> None:
    """Read the body into the post; what is no JSON object is nothing to show."""
    try:
        content = decode_json(body) if body else {}
    except ValueError:
        content = {}
    content = content if isinstance(content, dict) else {}
    post.body = content["Body"] if isinstance(content.get("Body"), str) else ""
    post.image_urls, post.video_urls = (_urls(content.get(name)) for name in ("ImageURLs", "VideoURLs"))


def _urls(value: object) -> list[str] | None:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else None


def _change_members(group: Group, metadata: AccessGroupMembers) -> None:
    for member in metadata.members:
        if metadata.operation == 3:
            del group.members[member.member_public_key]
            continue
        known = group.members.get(member.member_public_key)
        made = Member(
            member.member_public_key, group_name(member.member_key_name), member.encrypted_key, dict(member.extra_data)
        )
        group.members[member.member_public_key] = (
            made if known is None else replace(made, extra_data={**known.extra_data, **made.extra_data})
        )


_PLANS: Mapping[type, Callable[..., _Apply]] = {
    BasicTransfer: Chain._plan_transfer,
    UpdateProfile: Chain._plan_profile,
    SubmitPost: Chain._plan_post,
    Follow: Chain._plan_follow,
    Like: Chain._plan_like,
    AccessGroup: Chain._plan_group,
    AccessGroupMembers: Chain._plan_members,
    NewMessage: Chain._plan_message,
}
