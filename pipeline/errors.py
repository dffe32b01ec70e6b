"""One exception tree. Every class owns its code, its exit code and the advice that is shown with it."""

from __future__ import annotations


class ChithiError(Exception):
    """Anything the program can explain. `str(error)` says what happened, `advice` what to do next."""

    code = "error"
    exit_code = 1
    advice = "Report this with the command you ran."


class InputError(ChithiError):
    """An input that could not be read; the run goes on without it."""

    code = "unreadable"
    exit_code = 3
    advice = "Open the file with its own program and save it again."


class EmptyInput(InputError):
    """No bytes, or nothing but white space."""

    code = "empty"
    advice = "The file holds no text; export or scan it again."


class UnsupportedInput(InputError):
    """Content of a kind that no reader takes."""

    code = "unsupported"
    advice = "Save it as PDF, DOCX or UTF-8 text."


class CorruptInput(InputError):
    """The content says what it is but cannot be parsed."""

    code = "corrupt"
    advice = "The file is damaged; fetch or export it again."


class EncryptedInput(InputError):
    """A password is needed."""

    code = "encrypted"
    advice = "Remove the password (open it, save it without protection) and run again."


class UnsafeInput(InputError):
    """Content that could reach outside the file: a DOCTYPE, an external entity."""

    code = "unsafe"
    advice = "Open it in a word processor and save it anew as DOCX."


class BombInput(InputError):
    """Content that grows beyond every limit when it is unpacked."""

    code = "bomb"
    advice = "The archive unpacks to an absurd size; it was not opened."


class EncodingInput(InputError):
    """Bytes that are no text in any encoding that is read."""

    code = "encoding"
    advice = "Save the text as UTF-8."


class DependencyMissing(InputError):
    """A program that a scan is read with is not installed."""

    code = "dependency"
    advice = "Run: sudo apt-get install -y tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet"


class OfficeMissing(DependencyMissing):
    """The program that old Word documents are read with is not installed."""

    advice = "Run: sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui; or save it as DOCX."


class TooLarge(InputError):
    """Larger than the limits allow."""

    code = "too-large"
    advice = "Split the file, or raise the cap in limits.py."


class ForbiddenInput(InputError):
    """A file or folder that may not be opened."""

    code = "forbidden"
    advice = "Give yourself the right to read it (chmod u+rX) and run again."


class BrokenLink(InputError):
    """A link that leads nowhere, or round in a circle."""

    code = "broken-link"
    advice = "Remove the link, or put the file itself in its place."


class FolderLink(InputError):
    """A link to a folder; not followed, since it may lead round in a circle or out of the corpus."""

    code = "folder-link"
    advice = "Pass the folder itself as the corpus, or copy it into the corpus."


class SpecialInput(InputError):
    """A device, a socket or a pipe."""

    code = "special"
    advice = "Only files can be read; remove it from the corpus."


class TooDeep(InputError):
    """A folder below more folders than the limits allow."""

    code = "too-deep"
    advice = "Move its files higher up, or raise the cap in limits.py."


class TimedOut(InputError):
    """Reading took longer than the limits allow, and was stopped."""

    code = "timeout"
    advice = "Split the file, or raise seconds_per_file in limits.py."


class Crashed(InputError):
    """The program failed on this file: a fault of ours, not of the file."""

    code = "crashed"
    advice = "Report this with the message and, if you may share it, the file."


class GazetteerError(ChithiError):
    """A row of a gazetteer is wrong; the message names file and line."""

    code = "gazetteer"
    exit_code = 5
    advice = "Mend the row; the header of the file and gazetteers/README.md say what each column holds."


class ModelError(ChithiError):
    """A learned model is missing, or is not as it was written."""

    code = "model"
    exit_code = 5
    advice = "Fetch models/ again as the project has it, or train anew: make train [TEXT=documents.jsonl.gz]"


class UsageError(ChithiError):
    """The call itself cannot be carried out."""

    code = "usage"
    exit_code = 2
    advice = "See chithi --help."


class NoDatabase(UsageError):
    """There is no database to ask."""

    code = "no-database"
    advice = "Make one: chithi extract FOLDER --out OUT; then ask with chithi sql --out OUT."


class WrongQuery(UsageError):
    """SQL that the database does not take."""

    code = "query"
    advice = "chithi sql without a query lists tables, views and columns; README.md shows examples."


class BelowFloor(ChithiError):
    """A score fell below the floor that is pinned for it."""

    code = "below-floor"
    exit_code = 1
    advice = "See the slips with --show 20. A floor is lowered by hand only, with its reason in the commit."


class OutputError(ChithiError):
    """The results could not be written; what stood in the output folder before is whole."""

    code = "output"
    exit_code = 6
    advice = "Free some disk space or choose another folder with --out, then run again."


class NothingRead(ChithiError):
    """Not one document of the corpus could be read."""

    code = "nothing-read"
    exit_code = 4
    advice = "manifest.json says for each input why; README.md lists the forms taken."
