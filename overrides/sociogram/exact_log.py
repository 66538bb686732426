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


class ExactLog(StateAlgorithm):
    """At most `rate.limit` calls in any `rate.interval` milliseconds.

    The "weight" says what to do: a number above 0 takes a place, under that mark; the same number below 0 moves the
    place to a later time, or gives it up; 0 only asks. The state is the place of each call, a time in microseconds and
    the mark. In Redis the time is the server's, so clocks of different machines do not matter.
    """

    def __init__(self, back: int | None = 0) -> None:
        """`back`: so many microseconds ago is when a place that is moved goes to; None gives it up."""
        self._back = back

    def initial(self, rates: list[Rate]) -> Any:
        """No calls yet."""
        return ()

    def step(self, rates: list[Rate], state: Any, now: int, weight: int) -> Any:
        """Take or move a place at `now` (microseconds), or say in how many milliseconds there will be one."""
        [rate] = rates
        places = tuple((time, mark) for time, mark in state if time > now - rate.interval * 1000)
        if weight < 0 and self._back is None:
            return tuple((time, mark) for time, mark in places if mark != -weight), ADMITTED
        if weight < 0:
            moved = now - (self._back or 0)
            return tuple((max(moved, time) if mark == -weight else time, mark) for time, mark in places), ADMITTED
        if len(places) >= rate.limit:
            wait = min(time for time, _ in places) + rate.interval * 1000 - now
            return places, Decision(failing_rate=rate, retry_after_ms=ceil(wait / 1000))
        return ((*places, (now, weight)) if weight else places), ADMITTED

    def redis_script(self) -> str:
        """`step`, atomically, on a sorted set that ends by itself."""
        return _SCRIPT

    def redis_args(self, rates: list[Rate]) -> list[int | float]:
        """What the script needs beyond what the storage sends."""
        return [rates[0].limit, rates[0].interval * 1000, -1 if self._back is None else self._back]

    def decode(self, values: Sequence[str]) -> Any:
        """Nothing reads the state back from Redis."""
        raise NotImplementedError


_SCRIPT = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local text = string.format('%.0f', now)  -- tostring keeps 14 digits, and this has 16
local mark = ARGV[2]
local limit, interval = tonumber(ARGV[5]), tonumber(ARGV[6])

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - interval))
if string.sub(mark, 1, 1) == '-' then
    local place, back = string.sub(mark, 2), tonumber(ARGV[7])
    local was, moved = redis.call('ZSCORE', KEYS[1], place), now - back
    if back < 0 then
        redis.call('ZREM', KEYS[1], place)
    elseif was and tonumber(was) < moved then
        redis.call('ZADD', KEYS[1], string.format('%.0f', moved), place)
    end
elseif redis.call('ZCARD', KEYS[1]) >= limit then
    local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
    return {0, math.ceil((tonumber(first[2]) + interval - now) / 1000)}
elseif mark ~= '0' then
    redis.call('ZADD', KEYS[1], text, mark)
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return {-1, 0}
"""
