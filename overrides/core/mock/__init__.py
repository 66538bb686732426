"""The engine that all mocks share: it stands in for a platform, from its OpenAPI document, without a network.

``http`` holds plain requests and answers, ``contract`` holds the document against them, ``engine`` decides what to answer,
``transport`` and ``asgi`` carry it (in process; on a socket), ``control`` and ``faults`` steer it from a test.
The client never imports any of this.
"""
