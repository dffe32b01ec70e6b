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


class NeedsOcr(InputError):
    """A scan: pages without a text layer."""

    code = "needs-ocr"
    advice = "Run OCR first (for example OCRmyPDF with -l vie) and pass the PDF it writes."


class TooLarge(InputError):
    """Larger than the limits allow."""

    code = "too-large"
    advice = "Split the file, or raise the cap in limits.py."


class GazetteerError(ChithiError):
    """A row of a gazetteer is wrong; the message names file and line."""

    code = "gazetteer"
    exit_code = 5
    advice = "Mend the row; the header of the file and gazetteers/README.md say what each column holds."


class UsageError(ChithiError):
    """The call itself cannot be carried out."""

    code = "usage"
    exit_code = 2
    advice = "See chithi --help."


class NothingRead(ChithiError):
    """Not one document of the corpus could be read."""

    code = "nothing-read"
    exit_code = 4
    advice = "manifest.json says for each input why; the formats taken are TXT, MD, DOCX and PDF with text."
