"""Investigation workbench for learning disability and community mental health services."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("rca-workbench")
except PackageNotFoundError:
    __version__ = "0+unknown"
