"""Make the golden record: a sealed record and trust list that every later version must verify.

    python scripts/make_golden_record.py

writes `tests/record/seal/golden/`. Keys, seed and nonce are fixed and public, so that the same
bytes come out each time; nobody may ever trust these keys. The files of a released version of
the format are never changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.record.seal.envelope import freeze_pieces
from workbench.record.seal.keys import SigningKey
from workbench.record.seal.manifest import CaseHead, ManifestFields, TemplateUsed, evidence_root
from workbench.record.seal.signing import add_signature
from workbench.record.seal.trust import (
    RootKey,
    TrustedKey,
    create_trust_list,
    load_trust,
    sign_trust,
)

FOLDER = Path(__file__).parents[1] / "tests" / "record" / "seal" / "golden"
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
HEAD = (
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
    "<title>Golden record</title>\n<style>body { font-family: sans-serif }</style>\n</head>\n"
    "<body>\n<h1>Golden record</h1>\n"
)
PIECES = (
    HEAD,
    "<p>An invented record – naïve, but with “quotation marks”.</p>\n",
    '<p lang="fa">می‌خواهم \u2067متن\u2069</p>\n',
    "",
    "</body>\n</html>\n",
)
SIGNERS = (
    ("Alex Marsh", "investigator", "I carried out this investigation and this is my record."),
    ("Billie Ford", "manager", "I have read this record and agree with its actions."),
    ("Chris Lane", "governance lead", "Accepted by the governance forum."),
)


def golden_files() -> dict[str, bytes]:
    """Return the golden files by their names."""
    trust_file = _trust_file()
    trust = load_trust(trust_file, NOW)
    record = freeze_pieces(
        [piece.encode() for piece in PIECES],
        _fields(),
        seed=hashlib.sha256(b"golden seed").digest(),
        nonce=hashlib.sha256(b"golden nonce").digest()[:16],
    )
    for hour, (_, role, meaning) in enumerate(SIGNERS):
        at = NOW + dt.timedelta(hours=hour)
        record = add_signature(record, _key(role), role=role, meaning=meaning, at=at, trust=trust)
    return {"record-v1.html": record, "trust-v1.json": trust_file}


def main() -> None:
    """Write the golden files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in golden_files().items():
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")


def _key(label: str) -> SigningKey:
    seed = hashlib.sha256(f"golden key of the {label}".encode()).digest()
    return SigningKey(Ed25519PrivateKey.from_private_bytes(seed))


def _trust_file() -> bytes:
    roots = [_key(f"root {number}") for number in (1, 2, 3)]
    data = create_trust_list(
        roots=[RootKey.of(key.public, f"Keeper {n}") for n, key in enumerate(roots, start=1)],
        expires=dt.datetime(2036, 1, 1, tzinfo=dt.UTC),
        keys=[
            TrustedKey.of(
                _key(role).public,
                name,
                [role],
                valid_from=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
                valid_to=dt.datetime(2028, 1, 1, tzinfo=dt.UTC),
            )
            for name, role, _ in SIGNERS
        ],
    )
    return sign_trust(sign_trust(data, roots[0]), roots[2])


def _fields() -> ManifestFields:
    return ManifestFields(
        id="R-0001",
        version=1,
        supersedes=None,
        org="Invented Care Ltd",
        title="Golden record",
        required=tuple(role for _, role, _ in SIGNERS),
        case=CaseHead(head=_digest("head"), seq=42),
        notebook=_digest("notebook"),
        template=TemplateUsed(name="incident", sha256=_digest("template")),
        versions={"workbench": "0.1.0", "python": "3.11"},
        date=dt.date(2026, 3, 1),
        evidence=evidence_root([_digest("rota"), _digest("care plan")]),
    )


def _digest(label: str) -> str:
    return hashlib.sha256(label.encode()).hexdigest()


if __name__ == "__main__":
    main()
