"""What is shown of a notebook cell's outputs: exhibits, and everything else made safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final

from workbench.errors import InvalidInput
from workbench.figures.exhibit import EXHIBIT_MIME, Exhibits, exhibits_from_json
from workbench.record.cells import joined
from workbench.record.foreign import UNDESCRIBED, clean_html, clean_svg, markdown_html
from workbench.record.images import data_uri
from workbench.record.text import plain_code, printable

__all__ = ["exhibits_of", "output_html"]

_WIDGET: Final = "application/vnd.jupyter.widget-view+json"
_ANSI: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-Z\\-_]")
_ADDRESS: Final = re.compile(r"\bat 0x[0-9a-fA-F]+")


def exhibits_of(output: Mapping[str, Any]) -> Exhibits | None:
    """Return the exhibits that an output holds, or None when it holds none, or no valid ones."""
    held = _data(output).get(EXHIBIT_MIME)
    if held is None:
        return None
    try:
        return exhibits_from_json(held if isinstance(held, Mapping) else joined(held))
    except InvalidInput:
        return None


def output_html(output: Mapping[str, Any]) -> str:
    """Return one output that is not exhibits as safe HTML, or "" when it shows nothing.

    Of the forms an output offers, HTML comes first, then SVG, markdown, pictures, plain text;
    never JavaScript or a widget.
    """
    if output.get("output_type") == "stream":
        return _pre(joined(output.get("text", "")))
    if output.get("output_type") == "error":
        return _pre(f"This cell stopped with an error: {output.get('ename', '')}")
    data = _data(output)
    shown = (_FORMS[mime](data[mime], output) for mime in _FORMS if mime in data)
    if _WIDGET in data and not data.keys() & _FORMS.keys() - {"text/plain"}:
        return "<p>[An interactive control, which a record cannot hold.]</p>"
    return next((html for html in shown if html), "")


def _data(output: Mapping[str, Any]) -> Mapping[str, Any]:
    data = output.get("data")
    return data if isinstance(data, Mapping) else {}


def _pre(text: str) -> str:
    text = _ADDRESS.sub("at 0x…", _ANSI.sub("", text)).rstrip()
    return f"<pre>{escape(plain_code(text), quote=False)}</pre>" if text else ""


def _html(held: Any, _: Mapping[str, Any]) -> str:
    return clean_html(joined(held))


def _markdown(held: Any, _: Mapping[str, Any]) -> str:
    return markdown_html(joined(held))


def _plain(held: Any, _: Mapping[str, Any]) -> str:
    return _pre(joined(held))


def _svg(held: Any, _: Mapping[str, Any]) -> str:
    return clean_svg(joined(held))


def _picture(mime: str, held: Any, output: Mapping[str, Any]) -> str:
    uri = data_uri(mime, joined(held))
    if uri is None:
        return ""
    said = printable(str(_described(output, mime) or UNDESCRIBED))
    return (
        f'<figure><img src="{uri}" alt="{escape(said)}">'
        f"<figcaption>{escape(said, quote=False)}</figcaption></figure>"
    )


def _described(output: Mapping[str, Any], mime: str) -> object:
    metadata = output.get("metadata")
    held = metadata if isinstance(metadata, Mapping) else {}
    own = held.get(mime)
    return (own.get("alt") if isinstance(own, Mapping) else None) or held.get("alt")


_FORMS: Final = {
    "text/html": _html,
    "image/svg+xml": _svg,
    "text/markdown": _markdown,
    "image/png": lambda held, output: _picture("image/png", held, output),
    "image/jpeg": lambda held, output: _picture("image/jpeg", held, output),
    "text/plain": _plain,
}
