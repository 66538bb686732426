"""A favourite that is safe to ask for twice, on a platform that counts every call."""

from __future__ import annotations

import pytest
from talkee_client import APIConnectionError, AuthenticationError, ConfigurationError, NotFoundError, ServerError

from .conftest import World

READ, FAV, UNFAV = "comments_get", "comments_fav", "comments_unfav"


def test_a_favourite_is_written_once_and_the_comment_read_afterwards(here: World) -> None:
    here.mock.add_comment(here.other)
    talkee = here.client(here.reader)
    comment = talkee.comments.favorite(1)
    assert (comment.favor_count, comment.fav_id) == (1, 1)
    assert comment.creator.full_name == "Another reader", "not the bare comment that the platform's own call gives"
    assert here.calls == [READ, FAV, READ]
    again = talkee.comments.favorite(1)
    assert (again.favor_count, again.fav_id) == (1, 1)
    assert here.calls == [READ, FAV, READ, READ]


def test_a_favourite_is_taken_back_once(here: World) -> None:
    comment = here.mock.add_comment(here.other)
    here.mock.add_favourite(here.other, comment)
    talkee = here.client(here.reader)
    talkee.comments.favorite(1)
    here.mock.exchanges.clear()
    gone = talkee.comments.unfavorite(1)
    assert (gone.favor_count, gone.fav_id) == (1, 0)
    assert gone.creator is not None
    assert here.calls == [READ, UNFAV, READ]
    still = talkee.comments.unfavorite(1)
    assert (still.favor_count, still.fav_id) == (1, 0)
    assert here.calls == [READ, UNFAV, READ, READ, "users_me"]


def test_taking_back_what_was_never_given_leaves_the_counter_above_zero(here: World) -> None:
    here.mock.add_comment(here.other)
    assert here.client(here.reader).comments.unfavorite(1).favor_count == 0
    assert here.calls == [READ, "users_me"], "and it was made sure that somebody is signed in"


def test_each_user_has_a_favourite_of_their_own(here: World) -> None:
    here.mock.add_comment(here.other)
    here.client(here.other).comments.favorite(1)
    assert here.client(here.reader).comments.favorite(1).favor_count == 2


def test_the_platforms_own_calls_stay_reachable_and_count_every_time(here: World) -> None:
    here.mock.add_comment(here.other)
    talkee = here.client(here.reader)
    assert [talkee.comments.fav(1).favor_count for _ in range(2)] == [1, 2]
    with pytest.raises(ServerError, match="duplicate key"):
        talkee.comments.unfav(1)
    assert talkee.with_raw_response.comments.fav(1).parse().favor_count == 3


@pytest.mark.parametrize(("method", "operation"), [("favorite", FAV), ("unfavorite", UNFAV)])
def test_a_lost_answer_is_not_followed_by_a_second_write_and_asking_again_is_safe(
    here: World, method: str, operation: str
) -> None:
    comment = here.mock.add_comment(here.other)
    if method == "unfavorite":
        here.mock.add_favourite(here.reader, comment)
    lost = here.mock.fail(operation, drop="after", times=1)
    talkee = here.client(here.reader)
    with pytest.raises(APIConnectionError, match="may have been carried out"):
        getattr(talkee.comments, method)(1)
    assert (here.calls, lost.hits) == ([READ, operation], 1)
    settled = getattr(talkee.comments, method)(1)
    assert (settled.favor_count, bool(settled.fav_id)) == ((1, True) if method == "favorite" else (0, False))
    assert here.calls.count(operation) == 1


def test_a_reading_that_is_lost_is_asked_for_again_and_the_write_is_still_one(here: World) -> None:
    here.mock.add_comment(here.other)
    before = here.mock.fail(READ, status=502, times=1)
    talkee = here.client(here.reader)
    assert talkee.comments.favorite(1).favor_count == 1
    assert before.hits == 1
    after = here.mock.fail(READ, drop="after", times=1)
    assert talkee.comments.unfavorite(1).favor_count == 0
    assert after.hits == 1
    assert [call for call in here.calls if call != READ] == [FAV, UNFAV]


def test_errors_come_before_anything_is_written(here: World) -> None:
    here.mock.add_comment(here.other)
    with pytest.raises(NotFoundError):
        here.client(here.reader).comments.favorite(99)
    here.mock.add_comment(here.other, favor_count=-1)
    with pytest.raises(ServerError, match="favor_count"):
        here.client(here.reader).comments.unfavorite(2)
    assert set(here.calls) == {READ}


@pytest.mark.parametrize("method", ["favorite", "unfavorite"])
def test_without_a_token_nothing_is_written(here: World, method: str) -> None:
    """Signed out, `fav_id` is always 0: the answer could not be told from "not favoured"."""
    here.mock.add_comment(here.other)
    with pytest.raises(ConfigurationError, match="TALKEE_TOKEN"):
        getattr(here.client().comments, method)(1)
    assert here.mock.tables.comments[1].favor_count == 0


@pytest.mark.parametrize("method", ["favorite", "unfavorite"])
def test_a_token_that_has_expired_is_an_error_and_not_taken_for_not_favoured(here: World, method: str) -> None:
    """Reading ignores a bad token, so `fav_id` 0 proves nothing with one."""
    here.mock.add_comment(here.other)
    talkee = here.client(here.reader)
    here.mock.clock.advance(366 * 86400)
    with pytest.raises(AuthenticationError, match="unauthorized"):
        getattr(talkee.comments, method)(1)
    assert here.mock.tables.comments[1].favor_count == 0


def test_site_and_slug_can_be_given_to_the_call(here: World) -> None:
    here.mock.add_comment(here.other, site_id=2, slug="/café")
    talkee = here.client(here.reader, site_id=None, slug=None)
    assert talkee.comments.favorite(1, site_id=2, slug="/café").fav_id
    assert not talkee.comments.unfavorite(1, site_id=2, slug="/café").fav_id
