"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

from tests.plugins import PluginTests, Run

pytest_plugins = ["pytester"]


class TestPlugin(PluginTests):
    api = "sociogram"
    wrong = """
        import httpx2

        def wrong(mock):
            app = mock.add_app()
            client = httpx2.Client(transport=mock.transport(), headers={"X-App-Key": app.token})
            client.get(mock.base_url + "/mini-app/get-user?uid=0")
    """
    violation = "request of users_get: query/uid: 0 is less than the minimum of 1"

    def test_both_clients_share_a_fresh_mock_and_its_clock(self, run: Run) -> None:
        result = run(
            """
            import asyncio

            def test_sync(sociogram, sociogram_mock, sociogram_clock):
                user = sociogram_mock.add_user()
                assert sociogram.users.notify(uid=user.uid, message="Level 5!")
                assert sociogram_mock.notifications[0].created_at == sociogram_clock.now()
                sociogram_clock.advance(1)
                assert sociogram.users.notify(uid=user.uid, message="Level 6!")
                assert sociogram.bots.send_message(uid=user.uid, message={"text": "Hello!"}).success

            def test_async_and_fresh(async_sociogram, sociogram_mock):
                assert sociogram_mock.notifications == []
                user = sociogram_mock.add_user()
                assert asyncio.run(async_sociogram.users.get(uid=user.uid)).uid == user.uid
            """
        )
        result.assert_outcomes(passed=2)

    def test_the_marker_changes_the_mock(self, run: Run) -> None:
        result = run(
            """
            import pytest

            @pytest.mark.sociogram(outcome="success")
            def test_marked(sociogram_mock):
                assert sociogram_mock.outcome == "success"
            """
        )
        result.assert_outcomes(passed=1)

    def test_a_shop_is_tested_without_a_socket(self, run: Run) -> None:
        result = run(
            """
            import json
            from sociogram_client.mock import WebhookAnswer

            def test_shop(sociogram_mock):
                app = sociogram_mock.add_app(webhook="http://127.0.0.1:9/webhook")
                user = sociogram_mock.add_user(sol="2")
                seen = []

                def shop(call):
                    seen.append((call.headers["X-App-Key"] == app.token, list(json.loads(call.body)["data"])[0]))
                    return WebhookAnswer(200, b"true", "application/json")

                sociogram_mock.send = shop
                invoice = {"title": "100 fish", "prices": [{"amount": 1.5, "currency": "sol"}], "payload": "456"}
                assert sociogram_mock.buy(invoice, user=user).state == "delivered"
                assert seen == [(True, "purchase-validate"), (True, "purchase-confirmed")]
            """
        )
        result.assert_outcomes(passed=1)
