"""Notebooks for tests, made without a kernel: sources, and the outputs that a run would give."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.figures.exhibit import Exhibit, Exhibits

__all__ = [
    "code",
    "display",
    "exhibit_output",
    "markdown",
    "notebook",
    "parameters",
    "step",
    "stream",
]


def notebook(*cells: Mapping[str, Any]) -> bytes:
    """A notebook of these cells, with ids in their order."""
    numbered = [{**cell, "id": f"cell-{n}"} for n, cell in enumerate(cells)]
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": numbered}
    ).encode()


def code(source: str, *outputs: Mapping[str, Any], tags: Iterable[str] = ()) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "metadata": {"tags": list(tags)},
        "source": source,
        "outputs": list(outputs),
        "execution_count": None,
    }


def markdown(source: str, *, tags: Iterable[str] = (), **more: Any) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "metadata": {"tags": list(tags)},
        "source": source,
        **more,
    }


def parameters(source: str = 'case_id: str = ""') -> dict[str, Any]:
    return code(source, tags=["parameters"])


def step(name: str, heading: str) -> dict[str, Any]:
    return markdown(f"## {heading}", tags=[f"step:{name}"])


def display(**data: Any) -> dict[str, Any]:
    """An output with these media types; `__` in a name stands for `/`, `_` for `-` or `+`."""
    named = {
        "html": "text/html",
        "plain": "text/plain",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
        "md": "text/markdown",
        "javascript": "application/javascript",
        "widget": "application/vnd.jupyter.widget-view+json",
        "exhibits": "application/vnd.rca-workbench.exhibit+json",
    }
    return {
        "output_type": "display_data",
        "metadata": {},
        "data": {named[name]: value for name, value in data.items()},
    }


def exhibit_output(*exhibits: Exhibit) -> dict[str, Any]:
    bundle = Exhibits(exhibits=exhibits)._repr_mimebundle_()
    return {"output_type": "display_data", "metadata": {}, "data": json.loads(json.dumps(bundle))}


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}
