"""`jupyter nbconvert --to record`: a notebook as one script-free page, as a draft.

Jupyter imports this module whenever it lists its exporters, so everything heavy is imported when
an exporter is used, and nothing here can fail to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter, TemplateExporter
from traitlets import default

if TYPE_CHECKING:
    from jinja2 import Environment
    from nbformat import NotebookNode

__all__ = ["RecordExporter"]


class RecordExporter(TemplateExporter):
    """Exports a notebook with the look of a record.

    The page says that it is a draft: a record is made by `workbench freeze`, which compares the
    notebook with its template and adds what the case and the checks say.
    """

    export_from_notebook = "Draft of a record"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_paths")
    def _template_paths(self, prune: bool = True, root_dirs: Any = None) -> list[str]:
        from workbench.record.pieces import PAGES

        return [str(PAGES)]

    def _create_environment(self) -> Environment:
        from workbench.record.pieces import page_environment

        return page_environment()

    def from_notebook_node(  # type: ignore[override] # as nbconvert itself does
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the notebook as a page of HTML, and the resources it was given."""
        import nbformat

        from workbench.record.pieces import render_draft

        ready, resources = Exporter.from_notebook_node(self, nb, resources, **kw)
        name = str(resources.get("metadata", {}).get("name") or "Notebook")
        text: str = nbformat.writes(ready, version=4)  # type: ignore[no-untyped-call]
        return render_draft(text.encode(), name), resources
