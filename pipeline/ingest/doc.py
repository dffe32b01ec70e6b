"""Word 97 documents → lines: LibreOffice makes a DOCX of them, in a process and a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import CorruptInput, OfficeMissing, TimedOut
from pipeline.ingest.docx import read_docx
from pipeline.ingest.lines import Reading
from pipeline.limits import LIMITS

_COMMANDS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""
"""No macro is run, nothing that a document refers to is fetched, no object in it comes alive."""
_NOWHERE = "http://127.0.0.1:9"  # whatever asks for a proxy finds none


def read_doc(data: bytes) -> Reading:
    """The lines of a DOC. Raises OfficeMissing, TimedOut, CorruptInput and what `read_docx` raises."""
    command = next(filter(None, map(shutil.which, _COMMANDS)), None)
    if command is None:
        raise OfficeMissing("a Word 97 document, and LibreOffice is not installed")
    return replace(read_docx(_as_docx(command, data)), method="doc")


def _as_docx(command: str, data: bytes) -> bytes:
    with TemporaryDirectory(prefix="chithi-") as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        (folder / "input.doc").write_bytes(data)
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to", "docx"]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _call([command, profile, *options, "--outdir", name, str(folder / "input.doc")], folder)
        result = folder / "input.docx"
        if not result.exists():
            raise CorruptInput("LibreOffice cannot read this Word 97 document")
        return result.read_bytes()


def _call(command: list[str], home: Path) -> None:
    """Run to the end, or until the time is up; then all that it has started ends with it."""
    surroundings = os.environ | {"HOME": str(home), "http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "DISPLAY": ""}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings,
        start_new_session=True,
    )
    try:
        process.wait(LIMITS.seconds_per_page)
    except subprocess.TimeoutExpired as error:
        raise TimedOut(f"LibreOffice was not done after {LIMITS.seconds_per_page:g} seconds") from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
