"""Records of every released version of the format verify for ever."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import runpy
import struct
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from workbench.domain.merkle import merkle_root
from workbench.record.seal.report import STEPS, Verdict
from workbench.record.seal.trust import load_trust
from workbench.record.seal.verify import verify

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).parent / "golden"
URI = "https://rca-workbench.org/record/v1"
AT = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_making_the_golden_files_again_gives_the_same_bytes() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "make_golden_record.py"))["golden_files"]()

    assert made == {path.name: path.read_bytes() for path in GOLDEN.iterdir()}


def test_the_golden_record_verifies() -> None:
    trust = load_trust((GOLDEN / "trust-v1.json").read_bytes(), AT)
    report = verify((GOLDEN / "record-v1.html").read_bytes(), trust, at=AT)

    assert report.verdict is Verdict.SIGNED
    assert [signer.name for signer in report.signers] == ["Alex Marsh", "Billie Ford", "Chris Lane"]
    assert report.manifest is not None
    assert report.manifest.case.seq == 42
    assert report.record_code == "5NST-IMQ6-2BNP-OT3B"


def test_the_golden_record_verifies_by_its_description_alone() -> None:
    data = (GOLDEN / "record-v1.html").read_bytes()
    listed = json.loads((GOLDEN / "trust-v1.json").read_bytes())["body"]["keys"]
    public = {key["keyid"]: base64.b64decode(key["public"]) for key in listed}
    content, _, rest = data.partition(b"\n<!--" + URI.encode() + b":")
    seal = json.loads(base64.b64decode(rest.removesuffix(b"-->\n")))
    manifest, salts = seal["manifest"], base64.b64decode(seal["salts"])
    leaves, start = [], 0
    for number, length in enumerate(seal["seg"]):
        leaf = b"\x00" + URI.encode() + b"\x00" + bytes.fromhex(manifest["nonce"])
        leaf += struct.pack(">I", number) + b"f" + salts[16 * number : 16 * number + 16]
        leaves.append(hashlib.sha256(leaf + content[start : start + length]).digest())
        start += length
    roles: list[str] = []
    earlier: list[str] = []
    for envelope in seal["sigs"]:
        payload = base64.b64decode(envelope["payload"])
        statement = json.loads(payload)
        said = statement["predicate"]
        Ed25519PublicKey.from_public_bytes(public[said["keyid"]]).verify(
            base64.b64decode(envelope["signatures"][0]["sig"]),
            b"DSSEv1 28 application/vnd.in-toto+json %d %b" % (len(payload), payload),
        )

        assert (
            statement["subject"][0]["digest"]["sha256"]
            == hashlib.sha256(canonical(manifest)).hexdigest()
        )
        assert said["prev"] == earlier
        roles.append(said["role"])
        earlier.append(hashlib.sha256(canonical(envelope)).hexdigest())

    assert merkle_root(leaves).hex() == manifest["root"]
    assert start == len(content)
    assert roles == manifest["required"]


def test_the_documentation_numbers_the_steps_as_the_code_does() -> None:
    page = (ROOT / "docs" / "record-format.md").read_text(encoding="utf-8")
    documented = re.findall(r"^(\d+)\. \*\*(.+?)\.\*\*", page, re.MULTILINE)

    assert {int(number): title for number, title in documented} == STEPS
