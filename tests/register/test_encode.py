import hashlib
import json

from workbench.domain.incident import Incident
from workbench.register.encode import changed_fields, digest_of, encode

INCIDENT = Incident.model_validate(
    {"id": "1", "when": "14/03/2026 18:30", "service": "Søn’s House", "near_miss": False}
)


def test_an_encoded_incident_is_read_back_to_the_same() -> None:
    assert Incident.model_validate_json(encode(INCIDENT)) == INCIDENT


def test_empty_fields_are_left_out_so_that_new_ones_change_no_digest() -> None:
    assert set(json.loads(encode(INCIDENT))) == {"id", "when", "service", "near_miss"}


def test_the_digest_is_of_the_bytes_that_are_kept() -> None:
    data = encode(INCIDENT)

    assert digest_of(data) == hashlib.sha256(data.encode()).hexdigest()


def test_changed_fields_are_named_whether_changed_added_or_emptied() -> None:
    after = INCIDENT.model_copy(update={"service": "Elm", "near_miss": None, "category": "Fall"})

    assert changed_fields(encode(INCIDENT), encode(after)) == ("category", "near_miss", "service")
    assert changed_fields(encode(INCIDENT), encode(INCIDENT)) == ()
