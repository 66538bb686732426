"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

from tests.plugins import PluginTests, Run

pytest_plugins = ["pytester"]


class TestPlugin(PluginTests):
    api = "socialize"
    wrong = """
        import httpx2

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).get(mock.base_url + "/v1/comment/?limit=0")
    """
    violation = "request of comments_list: query/limit: 0 is less than the minimum of 1"

    def test_both_clients_share_a_fresh_mock_and_its_clock(self, run: Run) -> None:
        result = run(
            """
            import asyncio

            import pytest

            @pytest.mark.socialize(timestamps="checked", nonces="once")
            def test_sync(socialize, socialize_mock, socialize_clock):
                comment = socialize.comments.create(entity_key="http://example.com/", text="Hello!")
                assert comment.id == 1
                assert comment.date == socialize_clock.now()
                socialize_clock.advance(86400)
                assert (socialize.comments.create(entity_key="b", text="x").date - comment.date).days == 1
                assert len(socialize_mock.requests) == 2

            def test_async_and_fresh(socialize, async_socialize, socialize_mock):
                assert socialize_mock.state()["comments"] == []
                socialize_mock.seed(comments=[{"text": "Seeded"}])

                async def read():
                    return [one.text async for one in async_socialize.users.list_comments(1)]

                assert asyncio.run(read()) == ["Seeded"]
                assert len([one for one in socialize.users.list_comments(1)]) == 1
            """
        )
        result.assert_outcomes(passed=2)

    def test_the_marker_and_the_options_fixture_change_mock_and_clients(self, run: Run) -> None:
        result = run(
            """
            import pytest
            from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET

            @pytest.fixture
            def socialize_options():
                return {"consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}

            @pytest.mark.socialize(views="kept", mode="strict")
            def test_marked(socialize_mock, socialize):
                assert (socialize_mock.views, socialize_mock.mode) == ("kept", "strict")
                assert socialize.authenticate(udid="A").authentication.user.id == 1

            def test_not_marked(socialize_mock):
                assert (socialize_mock.views, socialize_mock.mode) == ("counted", "faithful")
            """
        )
        result.assert_outcomes(passed=2)
