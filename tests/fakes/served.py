"""A Jupyter server with the workbench's pages, and somebody who visits them."""

from __future__ import annotations

import http.cookiejar
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from workbench.notebooks.lab import lab_environment
from workbench.server.extension import NAME

__all__ = ["TOKEN", "Answer", "Visitor", "free_port", "serving", "wait_for"]

TOKEN = "invented"


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the address in the end, the headers and the text."""

    status: int
    path: str
    headers: Mapping[str, str]
    text: str


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect away from the pages: what lies there is not the workbench's."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if "/workbench" not in urlsplit(newurl).path:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass
class Visitor:
    """Somebody with a browser of their own, which keeps cookies and sends a form's key."""

    address: str
    log: Path
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def log_in(self) -> Visitor:
        """Come with the token once, as `workbench lab` opens the browser."""
        self.get(f"?token={TOKEN}")
        return self

    def get(self, path: str = "", **headers: str) -> Answer:
        """Ask for a page below `/workbench/`."""
        return self._send(urllib.request.Request(self._url(path), headers=headers))

    def post(
        self, path: str, form: Mapping[str, str], *, key: bool = True, **headers: str
    ) -> Answer:
        """Send a form, with its key or without."""
        data = urlencode({**form, **({"_xsrf": self._key()} if key else {})}).encode()
        return self._send(urllib.request.Request(self._url(path), data=data, headers=headers))

    def upload(
        self, path: str, form: Mapping[str, str], files: Mapping[str, tuple[str, bytes]]
    ) -> Answer:
        """Send a form with files: the field's name to the file's name and bytes."""
        mark = secrets.token_hex(8)
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {**form, "_xsrf": self._key()}.items()
        ]
        for name, (file, data) in files.items():
            told = f'form-data; name="{name}"; filename="{file}"'
            kind = "Content-Type: application/octet-stream"
            head = f"--{mark}\r\nContent-Disposition: {told}\r\n{kind}\r\n\r\n"
            parts.append(head.encode() + data + b"\r\n")
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        asked = urllib.request.Request(self._url(path), data=body)
        asked.add_header("Content-Type", f"multipart/form-data; boundary={mark}")
        return self._send(asked)

    def finished(self, path: str) -> Answer:
        """Look at a piece of long work until it is done."""
        for _ in range(600):
            answer = self.get(path)
            if "Refresh" not in answer.headers:
                return answer
            time.sleep(0.2)
        raise AssertionError("the work did not finish")

    def _send(self, asked: urllib.request.Request) -> Answer:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay())
        try:
            with opener.open(asked) as answer:
                return self._answer(answer.status, answer.url, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return self._answer(error.code, error.url, error.headers, error.read())

    def _answer(self, status: int, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        path = urlsplit(url).path.partition("/workbench/")[2]
        return Answer(status, path, dict(headers), body.decode("utf-8", "replace"))

    def _url(self, path: str) -> str:
        return f"{self.address}/workbench/{path}"

    def _key(self) -> str:
        return next((one.value or "" for one in self.jar if one.name == "_xsrf"), "")


@contextmanager
def serving(
    root: Path, *, base: str = "", person: str = "Office computer", extension: str = NAME
) -> Iterator[Visitor]:
    """Run a Jupyter server that shows the folder `root`; yields somebody who has logged in.

    `base` is the address that the server lies at, such as `/team`.
    """
    port, home = free_port(), root.parent
    log = home / f"server-{port}.log"
    command = (
        *(sys.executable, "-m", "jupyter_server", "--no-browser", "--debug", "--allow-root"),
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.port={port}",
        f"--ServerApp.jpserver_extensions={extension}=True",
        f"--ServerApp.base_url={base}/",
        f"--IdentityProvider.token={TOKEN}",
    )
    environment = lab_environment(os.environ) | {
        "HOME": str(home),
        "WORKBENCH_AUTHOR": person,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
    }
    with log.open("wb") as file:
        server = subprocess.Popen(command, env=environment, stdout=file, stderr=file)
        try:
            wait_for(f"http://127.0.0.1:{port}{base}/api")
            yield Visitor(f"http://127.0.0.1:{port}{base}", log).log_in()
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    for _ in range(240):
        try:
            urllib.request.urlopen(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
        else:
            return
    raise AssertionError("the server did not start")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
