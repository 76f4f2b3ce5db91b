"""Commands for the keys people sign with, and the trust list they stand on."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import AsJson, PassphraseFile, Where
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import ask_with, now, open_session

__all__ = ["list_keys", "new", "renew", "revoke_key", "roots"]


def roots(
    name: Annotated[
        list[str], typer.Option("--name", help="Who keeps a root key; give it three times.")
    ],
    passphrase_file: PassphraseFile = None,
    folder: Where = None,
) -> None:
    """Make the three root keys and the trust list; any two of them sign each later change.

    Each keeper is asked for a passphrase of their own, and types it twice.

    Examples:

        workbench keys roots --name "Ada Okafor" --name "Bryn Lloyd" --name "Carys Shah"
    """
    from workbench.record.keyring import make_roots

    workspace = open_session(folder).workspace
    files = make_roots(workspace, name, ask_with(passphrase_file), now())
    say(f"Made the trust list {workspace.trust_file} and three root keys:")
    for keeper, path in zip(name, files, strict=True):
        say(f"  {keeper}: {path}")
    say("Move each root key to its keeper's own medium; bring two back to change the list.")


def new(
    name: Annotated[str, typer.Option("--name", help="Whose key it is.")],
    role: Annotated[list[str], typer.Option("--role", help="A role they sign in; repeatable.")],
    passphrase_file: PassphraseFile = None,
    folder: Where = None,
) -> None:
    """Make a key for a person and put it on the trust list, which two root keys sign.

    Two keepers of root keys are asked for theirs, then the person for a new passphrase.

    Examples:

        workbench keys new --name "Asha Verma" --role investigator
    """
    from workbench.record.keyring import new_key

    workspace = open_session(folder).workspace
    made = new_key(workspace, name, role, ask_with(passphrase_file), now())
    say(f"Made a key for {made.name} ({', '.join(made.roles)}): {made.keyid[:16]}")
    say(f"It may sign until {made.valid_to:%d %B %Y}.")


def list_keys(folder: Where = None, as_json: AsJson = False) -> None:
    """List the keys on the trust list.

    Examples:

        workbench keys list

        workbench keys list --json
    """
    from dataclasses import asdict

    from workbench.record.keyring import known_keys

    keys = known_keys(open_session(folder).workspace, now())
    if as_json:
        print_json([asdict(key) for key in keys])
        return
    print_table(
        "Keys on the trust list",
        ("Key", "Name", "Roles", "Signs until", "State"),
        (
            (
                key.keyid[:16],
                key.name,
                ", ".join(key.roles),
                f"{key.valid_to:%d %b %Y}",
                "revoked" if key.revoked else "here" if key.held_here else "held elsewhere",
            )
            for key in keys
        ),
    )


def revoke_key(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The start of its identifier.")],
    passphrase_file: PassphraseFile = None,
    folder: Where = None,
) -> None:
    """Revoke a key from now on; older signatures count where the register shows their age.

    Examples:

        workbench keys revoke 3f9a2c
    """
    from workbench.record.keyring import revoke

    gone = revoke(open_session(folder).workspace, key, ask_with(passphrase_file), now())
    say(f"Revoked the key {gone.keyid[:16]} of {gone.name}. Hand on the new trust.json.")


def renew(passphrase_file: PassphraseFile = None, folder: Where = None) -> None:
    """Renew the trust list for ten years from now, which two root keys sign.

    Do so before it ends: records are not checked against an expired list. People's own keys
    keep their dates.

    Examples:

        workbench keys renew
    """
    from workbench.record.keyring import renew_list

    workspace = open_session(folder).workspace
    renewed = renew_list(workspace, ask_with(passphrase_file), now())
    say(f"Renewed the trust list (version {renewed.version}) until {renewed.expires:%d %B %Y}.")
    say("Hand on the new trust.json to those who check your records.")
