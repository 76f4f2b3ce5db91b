"""The addresses of the pages, and of notebooks in JupyterLab."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

__all__ = ["Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below the server's `base_url`; `root` is the folder that JupyterLab shows."""

    base_url: str
    root: Path

    @property
    def home(self) -> str:
        """The list of cases."""
        return f"{self.base_url}workbench/"

    @property
    def lab(self) -> str:
        """JupyterLab itself."""
        return f"{self.base_url}lab"

    @property
    def start(self) -> str:
        """Starting a case."""
        return f"{self.home}start"

    @property
    def imports(self) -> str:
        """Importing a register file."""
        return f"{self.home}import"

    @property
    def keys(self) -> str:
        """The keys that people sign with."""
        return f"{self.home}keys"

    def static(self, name: str) -> str:
        """A style sheet or a drawing of the pages."""
        return f"{self.home}static/{name}"

    def case(self, case_id: str, **query: str) -> str:
        """The page of a case."""
        return _with(f"{self.home}cases/{quote(case_id)}", query)

    def record(self, name: str, **query: str) -> str:
        """The page of a record, by its name: `C-0001-triage-v1`."""
        return _with(f"{self.home}records/{quote(name)}", query)

    def draft(self, case_id: str, name: str) -> str:
        """A draft for comment, by its file's name."""
        return f"{self.case(case_id)}/drafts/{quote(name)}"

    def work(self, token: str) -> str:
        """The page of a piece of long work."""
        return f"{self.home}work/{quote(token)}"

    def search(self, words: str, page: int) -> str:
        """Starting a case, with incidents that hold `words`, from a page of the list on."""
        return _with(self.start, {"words": words, "page": str(page)})

    def chosen(self, incident: str) -> str:
        """Starting a case on this incident."""
        return _with(self.start, {"incident": incident})

    def notebook(self, path: Path) -> str | None:
        """A file opened in JupyterLab, or None where it lies outside the folder shown there."""
        if not path.is_relative_to(self.root):
            return None
        return f"{self.base_url}lab/tree/{quote(path.relative_to(self.root).as_posix())}"


def _with(address: str, query: dict[str, str]) -> str:
    return f"{address}?{urlencode(query)}" if query else address
