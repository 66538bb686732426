# Copied from overrides/sociogram/exact_log.py by "nox -s generate": edit it there.
"""The exact log of a window, for pyrate-limiter's storages in memory and in Redis.

pyrate-limiter's own log in Redis counts calls only up to the time stamp of the caller, so two processes that wake at
the same moment can both take the last place; its keys never expire, and a restarted server stops it. Its storages of
state have none of these faults, and take the rule from outside: this is the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from pyrate_limiter import Decision, Rate, StateAlgorithm

ADMITTED = Decision()


class ExactLog(StateAlgorithm):
    """At most `rate.limit` calls in any `rate.interval` milliseconds. A weight of 0 asks without taking a place.

    The state is the times of the last calls in microseconds, oldest first. In Redis the time is the server's, so clocks
    of different machines do not matter.
    """

    def initial(self, rates: list[Rate]) -> tuple[float, ...]:
        """No calls yet."""
        return ()

    def step(
        self, rates: list[Rate], state: tuple[float, ...], now: int, weight: int
    ) -> tuple[tuple[float, ...], Decision]:
        """Take a place at `now` (microseconds), or say in how many milliseconds there will be one."""
        rate = rates[0]
        if len(state) >= rate.limit:
            wait = state[-rate.limit] + rate.interval * 1000 - now
            if wait > 0:
                return state, Decision(failing_rate=rate, retry_after_ms=ceil(wait / 1000))
        return ((*state, now)[-rate.limit :] if weight else state), ADMITTED

    def redis_script(self) -> str:
        """`step`, atomically, on a list that ends by itself."""
        return _SCRIPT

    def redis_args(self, rates: list[Rate]) -> list[int | float]:
        """What the script needs beyond what the storage sends."""
        return [rates[0].limit, rates[0].interval * 1000]

    def decode(self, values: Sequence[str]) -> tuple[float, ...]:
        """Times, as they stand in Redis."""
        return tuple(float(value) for value in values)


_SCRIPT = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local weight, ttl = tonumber(ARGV[2]), tonumber(ARGV[3])
local limit, interval = tonumber(ARGV[5]), tonumber(ARGV[6])

local first = redis.call('LINDEX', KEYS[1], limit - 1)
if first and tonumber(first) + interval > now then
    return {0, math.ceil((tonumber(first) + interval - now) / 1000)}
end
if weight > 0 then
    -- Not tostring: it keeps 14 digits, and this has 16.
    redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
    redis.call('LTRIM', KEYS[1], 0, limit - 1)
    redis.call('PEXPIRE', KEYS[1], ttl)
end
return {-1, 0}
"""
