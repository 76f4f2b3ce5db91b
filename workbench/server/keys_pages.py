"""Signing keys: the root keys, a key for each person by role, and who holds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from workbench.conduct.session import now
from workbench.errors import NotFound, SigningRefused
from workbench.record.keyring import (
    AskPassphrase,
    keepers_asked,
    known_keys,
    make_roots,
    new_key,
)
from workbench.record.seal.keys import MIN_PASSPHRASE
from workbench.server.handler import PageHandler, guarded
from workbench.server.refusals import Refusal
from workbench.server.rendering import Page
from workbench.server.served import Served

__all__ = ["KeysDeedHandler", "KeysHandler", "keys_page"]

_ROOTS: Final = ("1", "2", "3")
_SAID: Final = {
    "roots": "The three root keys and the trust list are made.",
    "person": "The key is made, and is on the trust list.",
}


class KeysHandler(PageHandler):
    """The keys that people sign with."""

    @guarded
    async def get(self) -> None:
        """Show them, and the form for what is to be made next."""
        said = self.get_query_argument("said", "")
        await self.show(lambda: keys_page(self.served, said=_SAID.get(said)))


class KeysDeedHandler(PageHandler):
    """Making keys. Passphrases are used at once, and neither kept nor said again."""

    @guarded
    async def get(self, _deed: str) -> None:
        """Go to the page that the form is on."""
        self.redirect(self.served.links.keys)

    @guarded
    async def post(self, deed: str) -> None:
        """Make the root keys, or the key of a person."""
        act: Callable[[], str]
        if deed == "roots":
            typed = self.typed(*(f"keeper_{one}" for one in _ROOTS))
            secret = {typed[f"keeper_{one}"]: self._new_passphrase(one) for one in _ROOTS}
            act = partial(_make_roots, self.served, typed, secret)
        else:
            typed = self.typed("name") | {
                f"role_{role}": "yes" for role in self.get_body_arguments("role")
            }
            given = [self._secret(f"root_{one}") for one in ("1", "2")]
            own = self._new_passphrase("own")
            act = partial(_make_key, self.served, typed, given, own)
        await self.carry_out(
            deed, typed, act, lambda refused: keys_page(self.served, refused=refused)
        )

    def _secret(self, name: str) -> str:
        return self.get_body_argument(name, "", strip=False)

    def _new_passphrase(self, whose: str) -> tuple[str, str]:
        return self._secret(f"passphrase_{whose}"), self._secret(f"again_{whose}")


def keys_page(served: Served, *, said: str | None = None, refused: Refusal | None = None) -> Page:
    """Return the page on signing keys, with what was just done, or refused.

    Raises:
        TrustListInvalid: the trust list is malformed, expired, or lacks root signatures.
    """
    workspace, at = served.session.workspace, now()
    there = workspace.trust_file.exists()
    keys = known_keys(workspace, at) if there else ()
    signing = [key for key in keys if key.revoked is None and key.valid_from <= at < key.valid_to]
    roles = workspace.config.sign_off_roles
    keepers, lacking = _keepers(served) if there else ((), None)
    values = {
        "there": there,
        "keys": keys,
        "at": at,
        "roles": roles,
        "without": [role for role in roles if all(role not in key.roles for key in signing)],
        "keepers": keepers,
        "lacking": lacking,
        "shortest": MIN_PASSPHRASE,
        "folder": workspace.keys,
        "roots": sorted(path.name for path in workspace.keys.glob("root-*.pem")),
        "said": said,
        "refused": refused,
    }
    return Page("keys", "Signing keys", values, 400 if refused else 200)


def _keepers(served: Served) -> tuple[tuple[str, ...], NotFound | None]:
    try:
        return keepers_asked(served.session.workspace, now()), None
    except NotFound as error:
        return (), error


def _make_roots(
    served: Served, typed: Mapping[str, str], secret: Mapping[str, tuple[str, str]]
) -> str:
    names = [typed[f"keeper_{one}"] for one in _ROOTS]
    if not all(names) or len({name.casefold() for name in names}) < len(names):
        raise SigningRefused(
            "The root keys are kept by three different people.", "Name three, each once."
        )
    chosen = {f"{name} (root key)": _confirmed(name, *pair) for name, pair in secret.items()}
    make_roots(served.session.workspace, names, _answers(chosen), now())
    return f"{served.links.keys}?said=roots"


def _make_key(
    served: Served, typed: Mapping[str, str], given: list[str], own: tuple[str, str]
) -> str:
    workspace, name = served.session.workspace, typed["name"]
    roles = [role for role in workspace.config.sign_off_roles if typed.get(f"role_{role}")]
    if not name or not roles:
        raise SigningRefused(
            "A key needs a name and a role.", "Give the person's name, and tick what they sign as."
        )
    keepers = keepers_asked(workspace, now())
    answers = dict(zip(keepers, given, strict=True)) | {name: _confirmed(name, *own)}
    new_key(workspace, name, roles, _answers(answers), now())
    return f"{served.links.keys}?said=person"


def _confirmed(name: str, once: str, again: str) -> str:
    if once != again:
        raise SigningRefused(
            f"The two passphrases of {name} are not the same.", "Type both again, the same twice."
        )
    return once


def _answers(passphrases: Mapping[str, str]) -> AskPassphrase:
    return lambda whose, _new: passphrases[whose]
