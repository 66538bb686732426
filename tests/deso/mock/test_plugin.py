"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

from tests.plugins import PluginTests, Run

pytest_plugins = ["pytester"]


class TestPlugin(PluginTests):
    api = "deso"
    wrong = """
        import httpx2

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).post(mock.base_url + "/api/v0/get-single-post", json={})
    """
    violation = 'request of posts_get: body: "PostHashHex" is a required property'

    def test_clients_mock_clock_and_marker_work_together(self, run: Run) -> None:
        result = run(
            """
            import asyncio
            import pytest
            from deso_client import TransactionMismatch

            def test_sync(deso, deso_mock, deso_account, deso_clock):
                made = deso.posts.submit("Hello!")
                deso_clock.advance(1)
                assert deso_mock.state()["posts"][0]["PostHashHex"] == made.post_hash_hex
                assert deso_mock.height > made.post.confirmation_block_height

            def test_async_and_fresh(async_deso, deso_mock):
                assert deso_mock.state()["posts"] == []
                assert asyncio.run(async_deso.posts.submit("Hello!")).post_hash_hex

            @pytest.mark.deso(hostile="text", blocks="manual")
            def test_marked(deso, deso_mock):
                with pytest.raises(TransactionMismatch):
                    deso.posts.submit("Hello!")
                assert (deso_mock.blocks, deso_mock.altered) == ("manual", [("text", "posts_submit")])

            class TestOwnOptions:
                @pytest.fixture
                def deso_options(self):
                    return {}

                def test_nobody_signs(self, deso):
                    with pytest.raises(Exception, match="signer"):
                        deso.posts.submit("Hello!")
            """
        )
        result.assert_outcomes(passed=4)
