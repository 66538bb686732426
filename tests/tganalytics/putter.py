"""Run by test_kills.py: puts events into a spool and says which were accepted, until it is killed."""

import sys
import time

from tganalytics_client import EventQueue, TGAnalytics, decisions

decisions.LONGEST_WAIT = 0.02

url, token, spool, first = sys.argv[1:]
event = {"event_name": "custom-event", "user_id": 1, "session_id": "10c574d9-6d2c-4e6d-a141-ce6da141ce6d"}
client = TGAnalytics(base_url=url, token=token, app_name="docs", trust_env=False)
queue = EventQueue(client, spool=spool, interval=0.01, lease=1.0)
number = int(first)
client.events.threshold()  # what is imported with the first request is imported before the first event
while True:
    queue.put({**event, "custom_data": {"number": number}})
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
    number += 1
    time.sleep(0.001)
