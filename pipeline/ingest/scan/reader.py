"""Pictures of pages read side by side, so that no core waits for another document."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore

import cv2
import numpy as np

from pipeline.errors import InputError
from pipeline.ingest.scan.kept import kept_page
from pipeline.ingest.scan.layout import ReadPage, lay_out
from pipeline.ingest.scan.page import read_page
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.tesseract import engine
from pipeline.ingest.scan.words import ScannedPage
from pipeline.limits import LIMITS, cores

_SHARE_OF_TIME = 0.8  # of what a file may take: the rest is for reading what was recognised
_INK = 0.0005  # share of dots of a page that is not empty
_DARKER = 60  # shades than the paper
_SMALL = 0.25  # of the picture: a speck is lost in so small a copy


class PageReader:
    """Starts to read pages as they come, and holds at most one picture more than there are cores.

    `folder` keeps what was read for the next run, which thus goes on where the time of this one ended; None keeps
    nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._pool = ThreadPoolExecutor(cores())
        self._room = BoundedSemaphore(cores() + 1)
        self._end = time.monotonic() + _SHARE_OF_TIME * LIMITS.seconds_per_file

    def __enter__(self) -> PageReader:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Give up what has not begun, and wait for the rest."""
        self._pool.shutdown(cancel_futures=True)

    def start(self, image: PageImage, number: int) -> Future[ReadPage]:
        """Begin to read the picture of page `number` as soon as there is room for it.

        Its words are laid out at once: lines take a tenth of their memory. Raises DependencyMissing where nothing can.
        """
        if is_empty(image):
            empty: Future[ReadPage] = Future()
            empty.set_result(ReadPage([], 0, 0.0, ()))
            return empty
        engine()
        self._room.acquire()
        future = self._pool.submit(self._read, image, number)
        future.add_done_callback(lambda _: self._room.release())
        return future

    def _read(self, image: PageImage, number: int) -> ReadPage:
        return lay_out(kept_page(image, self._folder, self._read_in_time), number)

    def _read_in_time(self, image: PageImage) -> ScannedPage:
        if time.monotonic() > self._end:
            raise InputError("no time was left to read it; run it again, and it goes on here")
        return read_page(image)


def is_empty(image: PageImage) -> bool:
    """Whether nothing stands on the page but specks, which vanish in a small copy."""
    small = cv2.resize(image.pixels, None, fx=_SMALL, fy=_SMALL, interpolation=cv2.INTER_AREA)
    return bool(np.mean(small < np.median(small) - _DARKER) < _INK)
