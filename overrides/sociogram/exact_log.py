"""The exact log of a window, for pyrate-limiter's storages in memory and in Redis.

pyrate-limiter's own log in Redis counts calls only up to the time stamp of the caller, so two processes that wake at
the same moment can both take the last place; its keys never expire, and a restarted server stops it. Its storages of
state have none of these faults, and take the rule from outside: this is the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from pyrate_limiter import Decision, Rate, StateAlgorithm

ADMITTED = Decision()


HELD = 5_000_000
"""Microseconds that a call holds its place at most until its answer tells when the platform had it."""

POLL = 20_000
"""Microseconds after which to look again for the answer of a call that takes longer than the window."""


class ExactLog(StateAlgorithm):
    """At most `rate.limit` calls in any `rate.interval` milliseconds.

    The "weight" says what to do: a number above 0 takes a place, under that mark; the same number below 0 settles the
    time that the place counts from, or gives it up; 0 only asks. The state is the place of each call, a time in
    microseconds and the mark. Before it is settled the time lies ahead, by `HELD`: who is on the way keeps the place.
    In Redis the time is the server's, so clocks of different machines do not matter.
    """

    def __init__(self, back: int | None = 0) -> None:
        """`back`: so many microseconds ago is the time that is settled; None gives the place up."""
        self._back = back

    def initial(self, rates: list[Rate]) -> Any:
        """No calls yet."""
        return ()

    def step(self, rates: list[Rate], state: Any, now: int, weight: int) -> Any:
        """Take or settle a place at `now` (microseconds), or say in how many milliseconds there may be one."""
        [rate] = rates
        interval = rate.interval * 1000
        places = tuple((time, mark) for time, mark in state if time > now - interval)
        if weight < 0:
            others = tuple(place for place in places if place[1] != -weight)
            is_over = len(others) == len(places)
            return (others if is_over or self._back is None else (*others, (now - self._back, -weight))), ADMITTED
        if len(places) >= rate.limit:
            first = min(time - HELD if time > now else time for time, _ in places)
            return places, Decision(failing_rate=rate, retry_after_ms=ceil(max(first + interval - now, POLL) / 1000))
        return ((*places, (now + HELD, weight)) if weight else places), ADMITTED

    def redis_script(self) -> str:
        """`step`, atomically, on a sorted set that ends by itself."""
        return _SCRIPT

    def redis_args(self, rates: list[Rate]) -> list[int | float]:
        """What the script needs beyond what the storage sends."""
        return [rates[0].limit, rates[0].interval * 1000, -1 if self._back is None else self._back, HELD, POLL]

    def decode(self, values: Sequence[str]) -> Any:
        """Nothing reads the state back from Redis."""
        raise NotImplementedError


_SCRIPT = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local mark = ARGV[2]
local limit, interval, back = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local held, poll = tonumber(ARGV[8]), tonumber(ARGV[9])

local function text(time)  -- tostring keeps 14 digits, and this has 16
    return string.format('%.0f', time)
end

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - interval))
if string.sub(mark, 1, 1) == '-' then
    local place = string.sub(mark, 2)
    if back < 0 then
        redis.call('ZREM', KEYS[1], place)
    else
        redis.call('ZADD', KEYS[1], 'XX', text(now - back), place)
    end
elseif redis.call('ZCARD', KEYS[1]) >= limit then
    local first = now
    local settled = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
    if tonumber(settled[2]) <= now then
        first = tonumber(settled[2])
    end
    local open = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. text(now), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
    if open[2] then
        first = math.min(first, tonumber(open[2]) - held)
    end
    return {0, math.ceil(math.max(first + interval - now, poll) / 1000)}
elseif mark ~= '0' then
    redis.call('ZADD', KEYS[1], text(now + held), mark)
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return {-1, 0}
"""
