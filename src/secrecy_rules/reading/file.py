"""Reads a file, by its suffix as YAML or JSON."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from secrecy_rules.errors import InputError
from secrecy_rules.reading.json_text import read_json
from secrecy_rules.reading.limits import Limits
from secrecy_rules.reading.node import Node
from secrecy_rules.reading.quoting import in_backticks
from secrecy_rules.reading.report import Report
from secrecy_rules.reading.text import check_size
from secrecy_rules.reading.yaml_text import read_yaml

__all__ = ["read_file"]

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}


def read_file(path: str | os.PathLike[str], *, limits: Limits, error: type[InputError]) -> Node:
    """The tree of a file; raises `error` if it is missing, not a regular file, too large or wrong.

    >>> from secrecy_rules.errors import RulebookError
    >>> read_file("nowhere.yaml", limits=Limits(), error=RulebookError)
    Traceback (most recent call last):
    ...
    secrecy_rules.errors.RulebookError: nowhere.yaml: there is no such file (check the path)
    """
    place = Path(path)
    report = Report(str(place), error)
    reader = _READERS.get(place.suffix.lower())
    if reader is None:
        report.stop(f"the suffix {in_backticks(place.suffix)} is not known", cure="expected .yaml, .yml or .json")
    return reader(_content(place, limits, report), file=str(place), limits=limits, error=error)


def _content(place: Path, limits: Limits, report: Report) -> bytes:
    try:
        status = place.stat()
        # Looked at before it is opened: a pipe would block, a device has no end.
        if stat.S_ISDIR(status.st_mode):
            report.stop("this is a directory", cure="name a file in it")
        if not stat.S_ISREG(status.st_mode):
            report.stop("this is not a regular file", cure="copy its content into one")
        check_size(status.st_size, limits, report)
        with place.open("rb") as stream:
            # One byte more than allowed: a file that has grown since is still noticed.
            return stream.read(limits.max_bytes + 1)
    except FileNotFoundError:
        report.stop("there is no such file", cure="check the path")
    except PermissionError:
        report.stop("this file may not be read", cure="check its permissions")
    except (OSError, ValueError):
        # ValueError: a null character in the path.
        report.stop("this file cannot be opened", cure="check the path")
