# Copied from overrides/core/mock/__init__.py by "nox -s generate": edit it there.
"""The engine of the mocks: it stands in for a platform, by its OpenAPI document, without a network.

``engine`` decides what to answer, ``contract`` holds requests and answers against the document,
``transport`` and ``asgi`` carry them, ``control`` and ``faults`` steer it from a test. The client never
imports any of this.
"""
