"""Freezing a case: its notebook is run on the frozen case, rendered, and sealed for signing."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from workbench.checks.registry import Gate
from workbench.domain.case import Case, is_content
from workbench.domain.governance import SignOff
from workbench.domain.inquiry import Evidence, PersonName
from workbench.domain.standing import standing_decisions
from workbench.domain.values import person_key
from workbench.domain.vocabulary import Decision
from workbench.domain.when import LONDON
from workbench.errors import GateClosed, InvalidInput, RecordNotUsable
from workbench.ledger.record_events import RecordDeed, RecordEvent
from workbench.ledger.records import RecordLog
from workbench.record.annexes import Provenance
from workbench.record.cells import added_cells, missing_steps
from workbench.record.early import build_early_page
from workbench.record.examine import Examined
from workbench.record.frozen_case import frozen_case_to_json
from workbench.record.names.residual import refuse_residual_names
from workbench.record.page import Imprint, RecordPage, build_page
from workbench.record.pieces import render_pieces
from workbench.record.places import archive_folder, read_notebook, read_record, record_path
from workbench.record.run import Progress, run_notebook
from workbench.record.seal.envelope import freeze_pieces
from workbench.record.seal.manifest import (
    CaseHead,
    ManifestFields,
    TemplateUsed,
    evidence_root,
    record_code,
)
from workbench.record.seal.reading import open_record
from workbench.record.terms import signing_roles, terms_of
from workbench.record.text_of_notebooks import notebooks_digest
from workbench.record.versions import versions_used
from workbench.workspace.config import Config
from workbench.workspace.files import make_private_folder, storage_errors, write_private
from workbench.workspace.folder import Workspace
from workbench.workspace.store import ContentStore

__all__ = ["FrozenRecord", "freeze"]


@dataclass(frozen=True, slots=True)
class FrozenRecord:
    """A record that nobody has signed yet.

    `added_code` counts the code cells that the template does not contain; the record shows them
    to whoever signs. `required` are the roles that must sign, in order. `names_sought` counts the
    listed names that were looked for: one that is not listed is not found.
    """

    path: Path
    record_id: str
    version: int
    record_code: str
    size: int
    required: tuple[str, ...]
    added_code: int
    names_sought: int


@dataclass(frozen=True, slots=True)
class _Made:
    """What a record is sealed from."""

    notebook: bytes
    executed: bytes
    frozen_case: str
    pieces: tuple[bytes, ...]
    added_code: int
    names_sought: int


@dataclass(frozen=True, slots=True)
class _Versions:
    """Which record this is: its identifier, its version, and the manifest it takes the place of."""

    record_id: str
    version: int
    supersedes: str | None


def freeze(
    workspace: Workspace,
    log: RecordLog,
    examined: Examined,
    *,
    template: str,
    template_source: bytes,
    on: date,
    drop_signatures: bool = False,
    progress: Progress | None = None,
) -> FrozenRecord:
    """Make the record of a case as it stands, sealed and ready to be signed.

    The case must be approved, as it and its notebooks stand, in every role that signs; for a record
    of triage the first gate is enough (`record.terms`). The notebook that is run is the
    investigators' own, in `cases/`; `template_source` tells what in it is theirs. An earlier record
    of the same version that was signed and never issued is only replaced with `drop_signatures`;
    it stays in the archive. Whatever fails, the case and earlier records are as they were.

    Raises:
        GateClosed: a finding stands in the way, or a role has not approved the case as it stands.
        InvalidInput: `on` lies before the last change of the case.
        NotFound: the case's notebook, or a file kept as evidence, is not there.
        NotebookFailed: a cell failed; the message says which.
        RecordNotUsable: the notebook lacks one of the template's steps, or signatures would be
            lost.
        ResidualName: a listed name stands in the rendered record.
        StorageError: the record cannot be written.
    """
    config, case = workspace.config, examined.case
    _refuse_unready(workspace, examined, template, on)
    notebook = read_notebook(workspace, case.id, template)
    _refuse_missing_steps(notebook, template_source)
    record_id = f"{case.id}-{template}"
    version, supersedes = _next_version(log.events(), record_id)
    _refuse_lost_signatures(record_path(workspace, record_id, version), drop_signatures)
    provenance = _provenance(notebook, template, template_source)
    frozen_case = frozen_case_to_json(case, config, workspace.framework, on)
    executed = run_notebook(
        notebook,
        {"case_id": case.id, "as_of": case.head.seq, "record_date": on.isoformat()},
        frozen_case=frozen_case,
        cwd=workspace.cases / case.id,
        progress=progress,
    )
    versions = _Versions(record_id, version, supersedes)
    page = _page(examined, config, template, provenance, versions, on)
    pieces = render_pieces(executed.content, page, template_source)
    refuse_residual_names(pieces, case, config.sign_off_roles, config.functions)
    fields = _fields(case, config, template, provenance, versions, on, page.title, executed.sha256)
    added = sum(cell.kind == "code" for cell in added_cells(notebook, template_source))
    _refuse_overtaken(log, record_id, (version, supersedes))
    return _seal(
        workspace,
        _Made(notebook, executed.content, frozen_case, pieces, added, len(case.all(PersonName))),
        fields,
    )


def _page(
    examined: Examined,
    config: Config,
    template: str,
    provenance: Provenance,
    versions: _Versions,
    on: date,
) -> RecordPage:
    terms = terms_of(template)
    build = partial(build_early_page, called=terms.called) if terms.called else build_page
    before = f"{versions.record_id} version {versions.version - 1}"
    imprint = Imprint(
        organisation=config.organisation,
        record_id=versions.record_id,
        version=versions.version,
        on=on,
        required_roles=signing_roles(examined.case, template, config.sign_off_roles),
        provenance=provenance,
        supersedes=before if versions.supersedes else None,
    )
    return build(examined.case, examined.report, imprint)


def _fields(
    case: Case,
    config: Config,
    template: str,
    provenance: Provenance,
    versions: _Versions,
    on: date,
    title: str,
    executed: str,
) -> ManifestFields:
    return ManifestFields(
        id=versions.record_id,
        version=versions.version,
        supersedes=versions.supersedes,
        org=config.organisation,
        title=title,
        required=signing_roles(case, template, config.sign_off_roles),
        case=CaseHead(head=case.head.hash, seq=case.head.seq),
        notebook=executed,
        template=TemplateUsed(name=template, sha256=provenance.template_sha256),
        versions=dict(provenance.versions),
        date=on,
        evidence=evidence_root(_evidence_hashes(case, provenance.notebook_sha256)),
    )


def _provenance(notebook: bytes, template: str, template_source: bytes) -> Provenance:
    return Provenance(
        hashlib.sha256(notebook).hexdigest(),
        template,
        hashlib.sha256(template_source).hexdigest(),
        tuple(versions_used().items()),
    )


def _refuse_unready(workspace: Workspace, examined: Examined, template: str, on: date) -> None:
    case, roles = examined.case, workspace.config.sign_off_roles
    terms = terms_of(template)
    if terms.approved:
        examined.report.require(Gate.APPROVE)
        _refuse_unapproved(case, roles, notebooks_digest(workspace.cases / case.id))
    examined.report.require(terms.gate)
    _refuse_early(case, on)
    _refuse_lost_evidence(workspace, case)


def _refuse_overtaken(log: RecordLog, record_id: str, meant: tuple[int, str | None]) -> None:
    if _next_version(log.events(), record_id) != meant:
        raise RecordNotUsable(
            f"Version {meant[0]} of {record_id} was issued while this one was being made.",
            "Freeze the case again; it becomes the next version.",
        )


def _refuse_unapproved(case: Case, roles: tuple[str, ...], notebooks: str) -> None:
    standing = standing_decisions(case)
    lacking = [
        role
        for role in roles
        if role not in standing
        or standing[role].decision is not Decision.APPROVED
        or standing[role].notebooks != notebooks
    ]
    if lacking:
        raise GateClosed(
            f"{case.id} is not approved, as it and its notebooks stand, by: {', '.join(lacking)}.",
            f"'workbench approve {case.id} --as \"{lacking[0]}\"' approves it.",
            ("GOV001",),
        )
    if len({person_key(standing[role].name) for role in roles}) < len(roles):
        raise GateClosed(
            f"{case.id} was approved by one person in two roles.",
            "Each role is held by a different person; have somebody else approve it.",
            ("GOV001",),
        )


def _refuse_early(case: Case, on: date) -> None:
    said = (
        case.stamps[identifier].at
        for model, held in case.entities.items()
        if is_content(model) or model is SignOff
        for identifier in held
    )
    changed = max(said).astimezone(LONDON).date()
    if on < changed:
        raise InvalidInput(
            f"The record's date lies before the last change of {case.id}, on {changed}.",
            "Leave --date out, or give that day or a later one.",
        )


def _refuse_lost_evidence(workspace: Workspace, case: Case) -> None:
    store = ContentStore(workspace.evidence)
    for item in case.all(Evidence):
        if item.sha256 is not None:
            store.get(item.sha256)


def _refuse_lost_signatures(path: Path, drop: bool) -> None:
    if drop or not path.exists():
        return
    signed = len(open_record(read_record(path)).seal.sigs)
    if signed:
        raise RecordNotUsable(
            f"{path.stem} carries {signed} signature(s) and was never issued.",
            "Issue it, or freeze with --drop-signatures; the signed one stays in the archive.",
        )


def _refuse_missing_steps(notebook: bytes, template: bytes) -> None:
    missing = missing_steps(notebook, template)
    if missing:
        raise RecordNotUsable(
            f"The notebook lacks cells of the template's steps: {', '.join(missing)}.",
            "Put those cells back, from a notebook of another case or from the template.",
        )


def _next_version(events: tuple[RecordEvent, ...], record_id: str) -> tuple[int, str | None]:
    issued = [
        event
        for event in events
        if event.record_id == record_id and event.event is RecordDeed.ISSUED
    ]
    return (issued[-1].version + 1, issued[-1].manifest_hash) if issued else (1, None)


def _evidence_hashes(case: Case, notebook: str) -> tuple[str, ...]:
    kept = (item.sha256 for item in case.all(Evidence))
    return (notebook, *(digest for digest in kept if digest))


def _seal(workspace: Workspace, made: _Made, fields: ManifestFields) -> FrozenRecord:
    seed = secrets.token_bytes(32)
    sealed = freeze_pieces(made.pieces, fields, seed=seed, nonce=secrets.token_bytes(16))
    code = record_code(open_record(sealed).manifest_hash)
    path = record_path(workspace, fields.id, fields.version)
    _keep_replaced(workspace, path)
    ContentStore(workspace.evidence).put(made.notebook)
    archive = archive_folder(workspace, fields.id, fields.version) / code
    make_private_folder(archive)
    write_private(archive / "executed.ipynb", made.executed)
    write_private(archive / "frozen-case.json", made.frozen_case.encode())
    write_private(archive / "seed", seed.hex().encode())
    write_private(path, sealed)
    return FrozenRecord(
        path,
        fields.id,
        fields.version,
        code,
        len(sealed),
        tuple(fields.required),
        made.added_code,
        made.names_sought,
    )


def _keep_replaced(workspace: Workspace, path: Path) -> None:
    """Move a frozen record that was never issued aside: it may carry signatures."""
    if not path.exists():
        return
    with storage_errors(path):
        data = path.read_bytes()
    folder = workspace.records / "archive" / path.stem / "replaced"
    make_private_folder(folder)
    write_private(folder / f"{hashlib.sha256(data).hexdigest()[:16]}.html", data)
