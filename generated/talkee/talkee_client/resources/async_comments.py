# Copied from overrides/talkee/resources/async_comments.py by "nox -s generate": edit it there.
"""What no generator knows of comments: a favourite that is safe to repeat, and lists that go on to the end."""

from __future__ import annotations

from dataclasses import replace

from .. import models
from .._core._async_base import AsyncBaseClient
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.comments import AsyncComments as Generated
from .._resources.users import AsyncUsers
from ..offsets import CommentOffsets


class AsyncComments(Generated):
    """Comments of a page. `fav` and `unfav` are the platform's own calls; `favorite` and `unfavorite` are safe ones."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        # One strategy for a client and its copies: what it found out about `offset` holds for that server.
        offsets = client._memory.setdefault("comments.offset", CommentOffsets())
        self._list_paging = replace(self._list_paging, strategy=offsets)

    async def favorite(
        self, comment_id: int, *, site_id: int | NotGiven = NOT_GIVEN, slug: str | NotGiven = NOT_GIVEN
    ) -> models.Comment:
        """Favour a comment, unless you did so already; return it as it is afterwards.

        Reads the comment, writes only if `fav_id` is 0, and reads it again: the platform counts each `fav`, and after
        two of them it can never take one back. The write is not repeated: after a lost answer call this again, it
        looks first.

        Args:
            comment_id: The comment's id.
            site_id: The site's id, if not the client's.
            slug: The page's key, if not the client's.

        Raises:
            NotFoundError: There is no such comment.
            ConfigurationError: The client has no token.
            AuthenticationError: The token is bad or has expired.
        """
        comment = await self.get(comment_id, site_id=site_id, slug=slug)
        if comment.fav_id:
            return comment
        await self.fav(comment_id, site_id=site_id, slug=slug)
        return await self.get(comment_id, site_id=site_id, slug=slug)

    async def unfavorite(
        self, comment_id: int, *, site_id: int | NotGiven = NOT_GIVEN, slug: str | NotGiven = NOT_GIVEN
    ) -> models.Comment:
        """Take your favourite back, if there is one; return the comment as it is afterwards.

        The platform takes one from the counter even if you never favoured, and a counter below zero makes the comment
        unreadable for good; this looks first. See `favorite` for the arguments and errors.
        """
        comment = await self.get(comment_id, site_id=site_id, slug=slug)
        if comment.fav_id == 0:
            # Reading ignores a bad or expired token, and 0 would then mean "nobody is signed in".
            await AsyncUsers(self._client).me()
            return comment
        await self.unfav(comment_id, site_id=site_id, slug=slug)
        return await self.get(comment_id, site_id=site_id, slug=slug)
