"""Other people's HTML, SVG and markdown, reduced to what can neither act, load nor hide."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape, unescape
from typing import Any, Final

from workbench.figures.markup import ATTRIBUTES
from workbench.record.geometry import length
from workbench.record.images import data_uri, is_picture_uri
from workbench.record.markup_tokens import tokens
from workbench.record.redrawn import redrawn, words_listed
from workbench.record.text import printable

__all__ = [
    "UNDESCRIBED",
    "clean_drawing",
    "clean_html",
    "clean_svg",
    "markdown_html",
    "words_of_drawing",
]

_TEXT_TAGS: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
_SHAPES: Final = frozenset(["circle", "ellipse", "line", "path", "polygon", "polyline", "rect"])
_SVG_TAGS: Final = _SHAPES | {"svg", "g", "text", "tspan", "a"}
_NAMED_SVG_TAGS: Final = _SVG_TAGS | {"title", "desc"}
_DROPPED_WHOLE: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "textarea",
        "select",
        "option",
        "math",
        "foreignobject",
    ]
)
_PAINT: Final = (
    "fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit "
    "fill-rule"
)
_PLACE: Final = "x y x1 y1 x2 y2 cx cy r rx ry d points width height transform"
_LETTERS: Final = (
    "x y dx dy text-anchor dominant-baseline font-size font-weight font-style transform"
)
_TEXT_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
_SVG_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "*": frozenset({"style"}),
    "svg": frozenset({"viewBox", "width", "height", "preserveAspectRatio"}),
    "g": frozenset(f"{_PAINT} transform font-size text-anchor".split()),
    "text": frozenset(_LETTERS.split()),
    "tspan": frozenset(_LETTERS.split()),
    "a": frozenset({"href"}),
    **{
        shape: frozenset(f"{_PLACE} {_PAINT} fill-opacity stroke-opacity".split())
        for shape in _SHAPES
    },
}
_SVG_STYLES: Final = frozenset(_PAINT.split())
_SIZES: Final = re.compile(
    r"(?:display:\s*(?:block|inline-block)|(?:min-|max-)?(?:width|height):\s*(?:auto|100%|[1-9]\d{1,3}px))"
)
_PAINTING: Final = frozenset({"style", "fill", "stroke"})
_LOADS: Final = re.compile(r"url|\\|@", re.IGNORECASE)
_BLANK_HEADER: Final = re.compile(r"<th\b[^>]*>\s*</th>")
_LINK: Final = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_LEAST_LETTERS: Final = 6.0
_ONE_SVG: Final = re.compile(r"<svg\b(?:(?!<svg\b|</svg>).)*</svg>", re.DOTALL)
_PICTURE: Final = re.compile(r'<img((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*/?>')
_MISSING_IMAGE: Final = "data:,"

UNDESCRIBED: Final = "A picture made by the code above. Nobody has described it in words."
"""What is said of a picture without words."""


def clean_html(html: str) -> str:
    """Return foreign HTML as a fragment that only shows: text, tables, pictures, drawings.

    Scripts, handlers, forms, comments, ids, classes, styles of text and everything else that
    loads or hides is gone. A picture that is not embedded as PNG or JPEG is replaced by words,
    and a link says where it leads, on paper too. A drawing is drawn as by `redrawn`, and its words
    are listed after it.
    """
    return printable(redrawn(_reduced(html), _listed_after))


def clean_svg(svg: str) -> str:
    """Return a foreign drawing as a figure, reduced as by `clean_html`, or "" if it is none.

    The figure's caption lists the words in the drawing, or says that nobody has described it.
    """
    found = re.search(r"<svg\b.*</svg\s*>", svg, re.DOTALL | re.IGNORECASE)
    if not found:
        return ""
    words: list[str] = []

    def kept(more: tuple[str, ...]) -> str:
        words.extend(more)
        return ""

    drawn = printable(redrawn(_reduced(found.group()), kept))
    said = escape(words_listed(tuple(words)) or UNDESCRIBED, quote=False)
    return f"<figure>{drawn}<figcaption>{said}</figcaption></figure>" if drawn else ""


def clean_drawing(svg: str, name: str) -> str:
    """Return the SVG of a drawing in an exhibit, reduced to what the library itself draws with.

    Its ids start with the exhibit's `name`, as the library's own do. Returns "" for anything but
    one whole `svg` element.
    """
    cleaned = printable(_drawing_cleaner(name).clean(printable(svg))).strip()
    return cleaned if _ONE_SVG.fullmatch(cleaned) else ""


def words_of_drawing(svg: str) -> tuple[str, ...]:
    """Return every word in the SVG of an exhibit, once: its texts, its names and descriptions."""
    found: list[str] = []
    for one in tokens(svg):
        found += [one.attributes.get("aria-label", "")] if one.kind == "open" else [one.text]
    return tuple(dict.fromkeys(said for words in found if (said := " ".join(words.split()))))


def markdown_html(source: str, attachments: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Return markdown, which may hold HTML and attached pictures, as `clean_html` gives it."""
    return clean_html(_markdown(attachments or {})(printable(source)))


def _reduced(html: str) -> str:
    cleaned = _cleaner().clean(printable(html))
    cleaned = _LINK.sub(_with_address, _BLANK_HEADER.sub("<td></td>", cleaned))
    return _PICTURE.sub(_shown_or_said, cleaned)


def _listed_after(words: tuple[str, ...]) -> str:
    said = escape(words_listed(words), quote=False)
    return f"<br><em>{said}</em>" if said else ""


def _markdown(attachments: Mapping[str, Mapping[str, str]]) -> Callable[[str], str]:
    # Imported here: nbconvert's markdown brings pygments and BeautifulSoup with it.
    from mistune.plugins import import_plugin
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    class Renderer(IPythonRenderer):
        def _embed_image_or_attachment(self, src: str) -> str:
            held = attachments.get(src.removeprefix("attachment:"), {})
            found = (data_uri(mime, data) for mime, data in held.items())
            return next((uri for uri in found if uri), _MISSING_IMAGE)

        def block_code(self, code: str, info: str | None = None) -> str:
            return f"<pre><code>{escape(code)}</code></pre>\n"

    plugins = [import_plugin(name) for name in ("strikethrough", "table", "url", "def_list")]
    renderer = Renderer(escape=False, exclude_anchor_links=True)
    render: Callable[[str], str] = MarkdownWithMath(renderer, plugins=plugins).render
    return render


@cache
def _nh3() -> Any:
    import nh3

    return nh3


@cache
def _cleaner() -> Any:
    attributes = {tag: set(names) for tag, names in _SVG_ATTRIBUTES.items() if tag != "*"}
    attributes["*"] = {"lang"}
    for tag in _SVG_TAGS - {"a"}:
        attributes[tag] = attributes.get(tag, set()) | set(_SVG_ATTRIBUTES["*"])
    for tag, names in _TEXT_ATTRIBUTES.items():
        attributes[tag] = attributes.get(tag, set()) | set(names)
    return _nh3().Cleaner(
        tags=set(_TEXT_TAGS | _SVG_TAGS),
        clean_content_tags=set(_DROPPED_WHOLE | {"title", "desc"}),
        attributes=attributes,
        attribute_filter=_foreign_attribute,
        filter_style_properties=set(_SVG_STYLES),
        url_schemes={"http", "https", "mailto", "data"},
        url_relative="deny",
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def _drawing_cleaner(name: str) -> Any:
    tags = set(_NAMED_SVG_TAGS)
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items() if tag in {*tags, "*"}}
    return _nh3().Cleaner(
        tags=tags,
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes=attributes,
        attribute_filter=lambda tag, key, value: _drawing_attribute(name, key, value),
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )


def _foreign_attribute(tag: str, key: str, value: str) -> str | None:
    if tag == "img" and key == "src":
        return _embedded(value)
    if key == "href":
        return value if value.startswith(("http://", "https://", "mailto:")) else None
    if key == "font-size":
        return value if _is_readable(value) else None
    if key in _PAINTING and _LOADS.search(value):
        return None
    if key == "style":
        return None if tag in ("text", "tspan") else value
    return value


def _embedded(uri: str) -> str | None:
    if not is_picture_uri(uri):
        return None
    mime, _, encoded = uri.removeprefix("data:").partition(";base64,")
    return data_uri(mime, encoded)


def _drawing_attribute(name: str, key: str, value: str) -> str | None:
    match key:
        case "style":
            kept = [part.strip() for part in value.split(";") if _SIZES.fullmatch(part.strip())]
            return ";".join(kept) or None
        case "class":
            return None
        case "id" | "aria-labelledby" | "aria-describedby":
            return " ".join(f"{name}-{part.removeprefix(f'{name}-')}" for part in value.split())
        case "href":
            return value if value.startswith("#") else None
        case "font-size":
            return value if _is_readable(value) else None
        case "fill-opacity":
            return value if re.fullmatch(r"1|0?\.[2-9]\d*", value) else None
        case _ if key in _PAINTING and _LOADS.search(value):
            return None
        case _:
            return value


def _is_readable(size: str) -> bool:
    return (length(size) or 0.0) >= _LEAST_LETTERS


def _shown_or_said(found: re.Match[str]) -> str:
    attributes = found.group(1)
    if ' src="' in attributes:
        return found.group()
    alt = re.search(r'\salt="([^"]*)"', attributes)
    said = f": {alt.group(1)}" if alt and alt.group(1) else ""
    return f"[A picture that is not part of the record{escape(unescape(said))}]"


def _with_address(found: re.Match[str]) -> str:
    address, words = found.group(1), found.group(2)
    said = " ".join(re.sub(r"<[^>]*>", " ", words).split())
    return found.group() if said == address else f"{found.group()} ({address})"
