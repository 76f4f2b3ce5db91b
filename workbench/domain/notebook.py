"""The notebooks of a case, and what each one began from."""

from __future__ import annotations

from workbench.domain.values import Entity, Line, Sha256

__all__ = ["CaseNotebook"]


class CaseNotebook(Entity):
    """A notebook of the case, and the template that it began from, by name and digest.

    The template's bytes are kept under the digest: what is somebody's own in the notebook is told
    by comparing with them, whatever the package ships later.
    """

    template: Line
    sha256: Sha256
