"""From the register to the closed case, by commands alone: what somebody types, gate by gate."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from workbench.cli.app import app
from workbench.examples.library import (
    Example,
    ExampleBatch,
    ExampleEntry,
    load_example,
    register,
)

EXAMPLE = load_example("medication-omission")
CASE = "C-0001"
LEAD = EXAMPLE.sign_offs[-1]


@dataclass
class Desk:
    """Runs commands on one workspace, and keeps what each one printed."""

    folder: Path

    def run(self, *words: str, person: str = LEAD.name, code: int = 0) -> str:
        """Run a command as somebody; it must end with this exit code."""
        environment = {
            "WORKBENCH_WORKSPACE": str(self.folder),
            "WORKBENCH_AUTHOR": person,
            "WORKBENCH_PASSPHRASE": "three quiet otters",
            "COLUMNS": "200",
        }
        done = CliRunner().invoke(app, list(words), env=environment)
        assert done.exit_code == code, (words, done.output, done.stderr)
        return done.output + done.stderr

    def json(self, *words: str, code: int = 0) -> Any:
        """Run a command that prints JSON, and return what it says."""
        return json.loads(self.run(*words, "--json", code=code))

    def enter(self, batch: ExampleBatch) -> None:
        """Enter a batch as its author would: a file of each kind, and a command a decision."""
        for kind, entries in groupby(batch.entries, self.way_of):
            if kind == "decided":
                for entry in entries:
                    self.run(*_decided(entry), person=batch.author)
            else:
                self.add(kind, entries, batch)

    def way_of(self, entry: ExampleEntry) -> str:
        """How an entry is made: *decided* by a command of its own, else added as its kind.

        What is accepted before it is found, such as what is asked at a later stage, is added.
        """
        if entry.kind != "acceptance":
            return "decided" if entry.decision else entry.kind
        found = {(one["code"], one["subject"]) for one in self.json("check", CASE, code=6)["open"]}
        return "decided" if (entry.data["code"], entry.data["subject"]) in found else entry.kind

    def add(self, kind: str, entries: Iterable[ExampleEntry], batch: ExampleBatch) -> None:
        """Add entries of one kind from a file."""
        file = self.folder / "entries.json"
        file.write_text(json.dumps([{"id": one.id, **one.data} for one in entries]))
        words = ("add", CASE, kind, "--file", str(file), "--reason", batch.reason)
        self.run(*words, person=batch.author)

    def move(self, to: str, code: int = 0) -> str:
        """Move the case on to a stage, or be refused."""
        who = ("--as", LEAD.role, "--name", LEAD.name)
        return self.run("advance", CASE, "--to", to, *who, "--because", "It is time", code=code)


def _decided(entry: ExampleEntry) -> Iterator[str]:
    said = entry.data
    match entry.kind:
        case "stage":
            yield from ("advance", CASE, "--to", said["to"], "--because", said["because"])
        case "sign-off":
            yield from ("approve", CASE, "--words", said["meaning"])
        case "acceptance":
            yield from ("accept", CASE, said["code"], said["subject"], "--reason", said["reason"])
    yield from ("--as", said["role"], "--name", said["name"])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A workspace with the register and keys for everybody who signs."""
    folder = tmp_path_factory.mktemp("desk") / "ws"
    desk, roles = Desk(folder), [signer.role for signer in EXAMPLE.sign_offs]
    desk.run("init", str(folder), "--organisation", "Invented", *_each("--role", roles))
    file = folder / "incidents.csv"
    file.write_bytes(register())
    desk.run("import", str(file))
    desk.run("keys", "roots", *_each("--name", ["Root one", "Root two", "Root three"]))
    for signer in EXAMPLE.sign_offs:
        desk.run("keys", "new", "--name", signer.name, "--role", signer.role)
    return desk


def _each(option: str, values: Iterable[str]) -> list[str]:
    return [word for value in values for word in (option, value)]


def test_a_case_goes_from_the_register_to_its_closing(desk: Desk) -> None:
    desk.run("start", EXAMPLE.incident, "--template", EXAMPLE.template)
    assert "cannot move on to triaged" in desk.move("triaged", code=6)

    for batch in EXAMPLE.batches:
        desk.enter(batch)
    assert "GOV001" in desk.move("approved", code=6)

    _approve(desk, EXAMPLE)
    desk.move("approved")
    record = desk.json("freeze", CASE)["path"]
    assert "not signed" in desk.run("issue", record, code=1).lower()

    for signer in EXAMPLE.sign_offs:
        who = ("--as", signer.role, "--name", signer.name)
        desk.run("sign", record, *who, "--words", signer.meaning, "--yes", person=signer.name)
    assert "No record of this case is issued" in desk.move("issued", code=6)

    desk.run("issue", record)
    desk.move("issued")
    assert "STG006" in desk.move("verified", code=6)

    for batch in EXAMPLE.after:
        desk.enter(batch)

    standing = desk.json("stage", CASE)
    report = desk.json("check", CASE)
    verified = desk.json("verify", record)
    assert standing["stage"] == "closed"
    assert report["passes"] == dict.fromkeys(report["passes"], True)
    assert verified["verdict"] == "signed"
    assert {step["outcome"] for step in verified["steps"]} == {"passed"}
    assert "every chain holds" in desk.run("ledger", "verify")
    assert "Accepted FAC001 at case" in desk.run("history", CASE)


def _approve(desk: Desk, example: Example) -> None:
    for signer in example.sign_offs:
        who = ("--as", signer.role, "--name", signer.name)
        desk.run("approve", CASE, *who, "--words", signer.meaning, person=signer.name)
