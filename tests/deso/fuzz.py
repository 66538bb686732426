"""Changes bytes of real transactions: what comes out is read as a transaction or refused with DecodeError.

``python -m tests.deso.fuzz --mutations 1000000`` prints what happened; another exception ends it with
status 1 and shows the bytes.
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass

from deso_client import transactions

from tests.deso.vectors import VECTORS

_HEX_MEMBERS = (
    "transaction_hex",
    "signed_transaction_hex",
    "unsigned_transaction_hex",
    "owner_signed_hex",
    "derived_signed_hex",
)
_INTERESTING = [
    b"\0",
    b"\1",
    b"\x7f",
    b"\x80",
    b"\xff",
    b"\xff" * 9 + b"\1",
    b"\x80" * 10,
    b"\xff\xff\xff\x7f",
]


@dataclass
class Outcome:
    """How many mutations were read, how many refused, and how many with an offset outside the bytes."""

    decoded: int = 0
    refused: int = 0
    misplaced: int = 0


def corpus() -> list[bytes]:
    """Every transaction of the recorded vectors."""
    found = {v[part].get(name) for v in VECTORS for part in ("input", "expected") for name in _HEX_MEMBERS}
    return sorted(bytes.fromhex(text) for text in found if text)


def mutate(random_: random.Random, data: bytes, other: bytes) -> bytes:
    """One to three small changes."""
    changed = bytearray(data)
    for _ in range(random_.randint(1, 3)):
        at = random_.randrange(len(changed) + 1)
        match random_.randrange(7):
            case 0 if at < len(changed):
                changed[at] ^= 1 << random_.randrange(8)
            case 1 if at < len(changed):
                changed[at] = random_.randrange(256)
            case 2:
                changed[at:at] = random_.choice(_INTERESTING)
            case 3:
                del changed[at : at + random_.randint(1, 8)]
            case 4:
                del changed[at:]
            case 5:
                start = random_.randrange(len(other))
                changed[at : at + random_.randint(0, 40)] = other[start : start + random_.randint(1, 40)]
            case _:
                changed[at : at + 1] = random_.choice(_INTERESTING)
    return bytes(changed)


def run(mutations: int, seed: int) -> Outcome:
    """So many mutations, the same ones for the same seed. What is read must be written and read again
    alike.
    """
    random_ = random.Random(seed)
    samples, outcome = corpus(), Outcome()
    for number in range(mutations):
        data = mutate(random_, samples[number % len(samples)], random_.choice(samples))
        try:
            parsed = transactions.parse(data)
        except transactions.DecodeError as error:
            outcome.refused += 1
            outcome.misplaced += not 0 <= error.offset <= len(data)
            continue
        except Exception:
            print(f"mutation {number} of seed {seed}: {data.hex()}", file=sys.stderr)
            raise
        again = transactions.encode(parsed.transaction)
        assert again == data or transactions.decode(again) == parsed.transaction, data.hex()
        outcome.decoded += 1
    return outcome


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutations", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=8)
    arguments = parser.parse_args()
    start = time.monotonic()
    outcome = run(arguments.mutations, arguments.seed)
    seconds = time.monotonic() - start
    print(
        f"{arguments.mutations:,} mutations of {len(corpus())} transactions in {seconds:.0f} s:"
        f" {outcome.decoded:,} read, {outcome.refused:,} refused, nothing else"
    )
    return 1 if outcome.misplaced else 0


if __name__ == "__main__":
    sys.exit(main())
