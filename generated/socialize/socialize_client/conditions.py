# Copied from overrides/socialize/conditions.py by "nox -s generate": edit it there.
"""What requests need where a class cannot state it: the conditions of the documentation, as checks of the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ._core.models import Model


class NamesEntity(Model):
    """What is done to an entity, which is named by `entity_key` or by `entity`, not both."""

    @model_validator(mode="after")
    def _names_one_entity(self) -> Self:
        if _has(self, "entity_key") == _has(self, "entity"):
            _refuse("needs exactly one of entity_key, entity")
        return self


class Subscribes(NamesEntity):
    """What begins or ends a subscription. Of two spellings in the documentation it takes both, and sends the SDKs'."""

    @model_validator(mode="before")
    @classmethod
    def _spelled_as_by_the_sdks(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        said = dict(given)
        if said.get("type") == "new_comment":
            said["type"] = "new_comments"
        if said.get("subscribed") is None and "subscribe" in said:
            flag = said.pop("subscribe")
            said |= {} if flag is None else {"subscribed": flag}
        return said


class NamesThirdParty(Model):
    """A device and perhaps an account at a third party, whose token needs its type."""

    @model_validator(mode="after")
    def _names_the_party(self) -> Self:
        if _has(self, "auth_token") and not _has(self, "auth_type"):
            _refuse("auth_token needs auth_type: 1 Facebook, 2 Twitter")
        return self


class NamesDevice(Model):
    """A device, which is named by another id on each system."""

    @model_validator(mode="after")
    def _names_the_device(self) -> Self:
        system: Any = getattr(self, "device_type", None)
        if system == "iOS" and not _has(self, "device_token"):
            _refuse("an iOS device needs device_token")
        if system == "Android" and not (_has(self, "c2dm_registration_id") or _has(self, "gcm_registration_id")):
            _refuse("an Android device needs gcm_registration_id or c2dm_registration_id")
        if _has(self, "gcm_registration_id") and not _has(self, "service_type"):
            _refuse("gcm_registration_id needs service_type, which is ANDROID_GCM")
        return self


class Alerts(Model):
    """An alert to an app's users, which needs what its kind leads to."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        kind: Any = getattr(self, "subscription", None)
        if kind == "developer_direct_entity" and not _has(self, "entity_id"):
            _refuse("developer_direct_entity needs entity_id")
        if kind == "developer_direct_url" and not _has(self, "url"):
            _refuse("developer_direct_url needs url")
        if getattr(self, "broadcast_user_set", None) == "entity_users" and kind != "developer_direct_entity":
            _refuse("broadcast_user_set is only available with subscription='developer_direct_entity'")
        return self


def _has(model: Model, name: str) -> bool:
    return getattr(model, name, None) is not None


def _refuse(problem: str) -> NoReturn:
    raise PydanticCustomError("condition", "{problem}", {"problem": problem})
