"""Word 97 documents → lines: LibreOffice makes a DOCX of them, in a process and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import CorruptInput, OfficeMissing, TimedOut
from pipeline.ingest.docx import read_docx
from pipeline.ingest.lines import Reading
from pipeline.limits import LIMITS

_COMMANDS = ("soffice", "libreoffice")
_BEGIN_AGAIN = 81
"""LibreOffice ends so when it has made its profile (EXITHELPER_NORMAL_RESTART)."""
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
    return replace(read_docx(_as_docx(_program(), data)), method="doc")


def _program() -> Path:
    """LibreOffice itself rather than the command that starts it: ended, it leaves nothing behind."""
    command = next(filter(None, map(shutil.which, _COMMANDS)), None)
    if command is None:
        raise OfficeMissing("a Word 97 document, and LibreOffice is not installed")
    program = Path(command).resolve().with_name("soffice.bin")
    return program if program.exists() else Path(command)


def _as_docx(program: Path, data: bytes) -> bytes:
    with TemporaryDirectory(prefix="chithi-") as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        (folder / "input.doc").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", name]
        command = [str(program), profile, *options, str(folder / "input.doc")]
        if _call(command, folder) == _BEGIN_AGAIN:
            _call(command, folder)
        result = folder / "input.docx"
        if not result.exists():
            raise CorruptInput("LibreOffice cannot read this Word 97 document")
        return result.read_bytes()


def _call(command: list[str], home: Path) -> int:
    surroundings = os.environ | {"HOME": str(home), "http_proxy": _NOWHERE, "https_proxy": _NOWHERE}
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            timeout=LIMITS.seconds_per_page,
        )
    except subprocess.TimeoutExpired as error:
        raise TimedOut(f"LibreOffice was not done after {LIMITS.seconds_per_page:g} seconds") from error
    except OSError as error:
        raise OfficeMissing(f"LibreOffice did not start: {error.strerror}") from error
    return done.returncode
