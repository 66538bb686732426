# The sync form of overrides/socialize/resources/async_devices.py, derived by "nox -s generate": edit it there.
"""What no generator knows of devices: one by keywords."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.devices import Devices as Generated
from ..batches import PlaceOptions, one, only


class Devices(Generated):
    """The devices that a user's notifications are pushed to. `register` is for one, `register_many` for many."""

    def register(
        self,
        *,
        device_type: models.DeviceType,
        device_token: str | NotGiven = NOT_GIVEN,
        gcm_registration_id: str | NotGiven = NOT_GIVEN,
        c2dm_registration_id: str | NotGiven = NOT_GIVEN,
        service_type: models.ServiceType | NotGiven = NOT_GIVEN,
        **options: Unpack[PlaceOptions],
    ) -> models.DeviceToken:
        """Register a device for push notifications to the user who signs the request.

        Sends a batch of one; `register_many` sends many in one request.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            device_type: `iOS` or `Android`.
            device_token: For iOS, and needed there: the token of Apple's push service. For Android the server makes it.
            gcm_registration_id: For Android: the id of Google Cloud Messaging. It needs `service_type`.
            c2dm_registration_id: For Android: the id of Google's former service C2DM.
            service_type: The service to push with; default `APNS_PRODUCTION` or `ANDROID_C2DM` on the server.
            options: `lat` and `lng` (degrees), and what every call takes.

        Raises:
            InvalidRequestError: The id that this kind of device needs is missing. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
        """
        members = {
            "device_type": device_type,
            "device_token": device_token,
            "gcm_registration_id": gcm_registration_id,
            "c2dm_registration_id": c2dm_registration_id,
            "service_type": service_type,
        }
        devices, extras = one(members, options, PlaceOptions)
        return only((self.register_many(devices, **extras)).items, "devices_register")
