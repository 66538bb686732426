"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

from tests.plugins import PluginTests, Run

pytest_plugins = ["pytester"]


class TestPlugin(PluginTests):
    api = "tganalytics"
    wrong = """
        import httpx2

        def wrong(mock):
            body = [{"event_name": "app-init", "user_id": "me", "app_name": "docs"}]
            with httpx2.Client(transport=mock.transport()) as client:
                client.post(mock.base_url + "/events", json=body, headers={"TGA-Auth-Token": mock.add_app()})
    """
    violation = "request of events_record: body/0*"

    def test_clients_and_a_queue_share_a_fresh_mock_and_its_clock(self, run: Run) -> None:
        result = run(
            """
            import asyncio, uuid
            from tganalytics_client import AsyncEventQueue

            def test_sync(tganalytics, tganalytics_mock, tganalytics_clock):
                tganalytics.events.record(tganalytics.session(user_id=1).app_init())
                tganalytics_clock.advance(60)
                tganalytics.events.record(tganalytics.session(user_id=2).app_init())
                first, second = tganalytics_mock.received
                assert second.at - first.at == 60
                assert [one.event["client_timestamp"] for one in (first, second)] == ["1704067200000", "1704067260000"]
                assert [one["user_id"] for one in tganalytics_mock.find(app_name="docs")] == [1, 2]

            def test_async_and_fresh(async_tganalytics, tganalytics_mock):
                assert tganalytics_mock.events == []

                async def work():
                    async with AsyncEventQueue(async_tganalytics) as queue:
                        await queue.put(async_tganalytics.session(user_id=1).app_init())
                        assert await queue.flush(10)

                asyncio.run(work())
                assert [one["event_name"] for one in tganalytics_mock.events] == ["app-init"]

            def test_queue(tganalytics, tganalytics_queue, tganalytics_mock):
                tganalytics_queue.put(tganalytics.session(user_id=1).app_hide())
                tganalytics_queue.put({"event_name": "x", "user_id": 1, "session_id": str(uuid.uuid4())})
                assert tganalytics_queue.flush(10)
                assert [one["event_name"] for one in tganalytics_mock.events] == ["app-hide", "x"]
                assert {one["client_timestamp"] for one in tganalytics_mock.events} == {"1704067200000"}
            """
        )
        result.assert_outcomes(passed=3)

    def test_the_marker_and_the_options_fixture_change_mock_and_clients(self, run: Run) -> None:
        result = run(
            """
            import pytest

            @pytest.fixture
            def tganalytics_options(tganalytics_mock):
                return {"token": tganalytics_mock.add_app("other"), "app_name": "other"}

            @pytest.mark.tganalytics(recorded="202", mode="strict")
            def test_marked(tganalytics_mock, tganalytics):
                assert (tganalytics_mock.recorded, tganalytics_mock.mode) == ("202", "strict")
                event = tganalytics.session(user_id=1).app_init()
                assert tganalytics.with_raw_response.events.record(event).status_code == 202
                assert tganalytics_mock.events[0]["app_name"] == "other"

            def test_not_marked(tganalytics_mock):
                assert (tganalytics_mock.recorded, tganalytics_mock.mode) == ("201", "faithful")
            """
        )
        result.assert_outcomes(passed=2)
