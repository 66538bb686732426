"""Run by test_processes.py: puts events into a spool, sends what is in there, and ends."""

import sys

from tganalytics_client import EventQueue, TGAnalytics, decisions

decisions.LONGEST_WAIT = 0.02

url, token, spool, first, number = sys.argv[1:]
event = {"event_name": "custom-event", "user_id": 1, "session_id": "10c574d9-6d2c-4e6d-a141-ce6da141ce6d"}
with (
    TGAnalytics(base_url=url, token=token, app_name="docs", trust_env=False) as client,
    EventQueue(client, spool=spool, interval=0.02) as queue,
):
    client.events.threshold()
    print("ready", flush=True)
    sys.stdin.readline()  # all processes begin at once
    for each in range(int(first), int(first) + int(number)):
        queue.put({**event, "custom_data": {"number": each}})
    sys.exit(not queue.flush(60))
