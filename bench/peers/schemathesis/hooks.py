"""What Schemathesis is told about this API beyond its OpenAPI document: how to sign in, and to be stricter than it."""

import json
import os
import uuid
import zlib

import jsonschema_rs
import requests
import schemathesis

BASE = os.environ["SIGHTLINE_BASE"]
SENDING = "POST /api/v1/concerns"


def exchange():
    answer = requests.post(
        f"{BASE}/api/v1/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(os.environ["SIGHTLINE_ID"], os.environ["SIGHTLINE_KEY"]),
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


# A token is good for ten minutes.
@schemathesis.auth(refresh_interval=300).apply_to(path_regex="^/api/v1/concerns")
class AsSystem:
    def get(self, case, context):
        return exchange()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    # `default` would make any answer a documented one: here each has to be named.
    for path in raw_schema["paths"].values():
        for operation in path.values():
            operation["responses"].pop("default", None)
    # That a token is asked for at all is tried only of schemes that say in which header one goes.
    raw_schema["components"]["securitySchemes"]["system"] = {"type": "http", "scheme": "bearer"}
    face = os.environ.get("SIGHTLINE_FACE")
    if face is None:
        return
    # What may be sent depends on the day and on the template, and stands in a schema of its own.
    answer = requests.get(
        f"{BASE}/api/v1/concerns/schema/{face}",
        headers={"Authorization": f"Bearer {exchange()}"},
        timeout=30,
    )
    answer.raise_for_status()
    body = raw_schema["paths"]["/api/v1/concerns"]["post"]["requestBody"]
    body["content"]["application/json"]["schema"] = answer.json()
    BY_FACE.append(jsonschema_rs.validator_for(answer.json()))


BY_FACE = []


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Of a schema of this size it now and then makes a body that the schema refuses, as `0`, and calls it a right one."""
    wrong = type(failure).__name__ == "RejectedPositiveData" and case.operation.label == SENDING
    return not (wrong and BY_FACE and not BY_FACE[0].is_valid(case.body))


WHOLE = []
if "SIGHTLINE_WHOLE" in os.environ:
    with open(os.environ["SIGHTLINE_WHOLE"], encoding="utf-8") as file:
        WHOLE = json.load(file)


@schemathesis.hook
def map_case(context, case):
    """Every second concern that is right in shape is one that is right in all: by chance hardly one ever is."""
    meta = case.meta
    if not WHOLE or case.operation.label != SENDING or not meta.generation.mode.is_positive:
        return case
    if meta.phase.name.value not in ("fuzzing", "stateful"):
        return case
    drawn = zlib.crc32(json.dumps(case.body, sort_keys=True, default=str).encode())
    if drawn % 2 == 0:
        case.body = WHOLE[drawn // 2 % len(WHOLE)]
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    return case


@schemathesis.check
def whole_concern_received(ctx, response, case):
    whole = case.operation.label == SENDING and case.body in WHOLE and case.meta.generation.mode.is_positive
    assert not whole or response.status_code in (201, 429), f"A whole concern was answered with {response.status_code}"
