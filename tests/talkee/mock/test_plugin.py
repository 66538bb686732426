"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

from tests.plugins import PluginTests, Run

pytest_plugins = ["pytester"]


class TestPlugin(PluginTests):
    api = "talkee"
    wrong = """
        import httpx2

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).get(mock.base_url + "/comments?limit=0&site_id=1&slug=a")
    """
    violation = "request of comments_list: query/limit: 0 is less than the minimum of 1"

    def test_both_clients_share_a_fresh_mock_and_its_clock(self, run: Run) -> None:
        result = run(
            """
            import asyncio

            def test_sync(talkee, talkee_mock, talkee_clock):
                comment = talkee.comments.create(content="Hello!")
                assert comment.id == 1
                assert comment.created_at == talkee_clock.now()
                assert talkee_mock.requests[0].json() == {"content": "Hello!"}

            def test_async_and_fresh(talkee, async_talkee, talkee_mock, talkee_clock):
                assert talkee_mock.state()["comments"] == []
                talkee_mock.seed(comments=[{"slug": "/", "content": "Seeded"}])
                talkee_clock.advance(60)

                async def read():
                    return [comment.content async for comment in async_talkee.comments.list()]

                assert asyncio.run(read()) == ["Seeded"]
                assert (talkee_clock.now() - talkee.users.me().created_at).total_seconds() == 60
            """
        )
        result.assert_outcomes(passed=2)

    def test_clients_live_by_the_mocks_clock_and_waiting_takes_no_time(self, run: Run) -> None:
        result = run(
            """
            import asyncio, datetime, time
            from talkee_client import EthAccountSigner

            def test_login(talkee, talkee_mock, talkee_clock):
                talkee_clock.advance(-3600)
                talkee.auth.login_with_ethereum(EthAccountSigner("0x" + "11" * 32))
                assert "Issued At: 2023-12-31T23:00:00" in talkee_mock.requests[0].json()["signed_message"]

            def test_waiting(talkee, async_talkee, talkee_mock, talkee_clock):
                talkee_mock.fail("assets_list", status=503, headers={"Retry-After": "20"}, times=2)
                begin, began = talkee_clock.now(), time.monotonic()
                talkee.assets.list()
                asyncio.run(read(async_talkee, talkee_mock))
                assert talkee_clock.now() - begin >= datetime.timedelta(seconds=60)
                assert time.monotonic() - began < 5

            async def read(client, mock):
                mock.fail("assets_list", status=503, headers={"Retry-After": "20"}, times=1)
                await client.assets.list()
            """
        )
        result.assert_outcomes(passed=2)

    def test_the_marker_and_the_options_fixture_change_mock_and_clients(self, run: Run) -> None:
        result = run(
            """
            import pytest
            from talkee_client import ConfigurationError

            @pytest.fixture
            def talkee_options():
                return {"site_id": 7, "slug": "/own"}

            @pytest.mark.talkee(offset="rows", mode="strict")
            def test_marked(talkee_mock, talkee):
                assert (talkee_mock.offset, talkee_mock.mode) == ("rows", "strict")
                with pytest.raises(ConfigurationError):
                    talkee.comments.create(content="Nobody is signed in")

            def test_not_marked(talkee_mock):
                assert (talkee_mock.offset, talkee_mock.mode) == ("pages", "faithful")
            """
        )
        result.assert_outcomes(passed=2)
