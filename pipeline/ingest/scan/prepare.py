"""A picture of a page made ready to be read: no finer than is useful, and straight."""

from __future__ import annotations

import math

import cv2
import numpy as np

from pipeline.ingest.scan.render import NEARLY, PageImage, Pixels

cv2.setNumThreads(1)  # pages are read side by side already

_FINEST = 200.0  # dots per inch
_COARSE_WIDTH = 1000  # pixels: enough to see lines
_STEEPEST = 6.0  # degrees
_STEPS = (0.5, 0.05)
_STRAIGHT = 0.2  # degrees: less is not worth the blur of turning
_MOST_INK = 25_000  # points


def useful(image: PageImage) -> PageImage:
    """The picture no finer than Tesseract makes use of, and a sixth quicker to read where it was scanned at 300 dpi.

    Tesseract brings each line to 36 dots, which is less than the lines of print of an official document have at 200
    dpi (13 points with marks above and below); it spends the more dots on looking for columns, rules and pictures.
    """
    if image.dpi <= _FINEST * NEARLY:
        return image
    scale = _FINEST / image.dpi
    pixels = cv2.resize(image.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return PageImage(np.asarray(pixels, dtype=np.uint8), _FINEST)


def straightened(pixels: Pixels) -> tuple[Pixels, float]:
    """The picture with level lines, and the angle in degrees by which they had sloped down to the right."""
    angle = slope(pixels)
    if abs(angle) < _STRAIGHT:
        return pixels, 0.0
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    border = float(np.median(pixels[:: max(1, height // 50), :: max(1, width // 50)]))
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=border)
    return np.asarray(turned, dtype=np.uint8), angle


def slope(pixels: Pixels) -> float:
    """The angle of the lines in degrees, 0 where there are none: the one at which ink gathers in the fewest rows."""
    across, down = _ink(pixels)
    best = 0.0
    if len(across) < 100:
        return best
    reach = _STEEPEST
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(across, down, angle)))
        reach = step
    return best if abs(best) < _STEEPEST else 0.0


def _ink(pixels: Pixels) -> tuple[np.ndarray, np.ndarray]:
    """Columns and rows of a sample of the dark dots, from a small copy of the picture."""
    scale = min(1.0, _COARSE_WIDTH / pixels.shape[1])
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    dark = cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    margin = [side // 40 for side in dark.shape]  # the shadow of the paper's edge
    points = cv2.findNonZero(dark[margin[0] : dark.shape[0] - margin[0], margin[1] : dark.shape[1] - margin[1]])
    sample = np.empty((0, 2)) if points is None else points.reshape(-1, 2)[:: 1 + len(points) // _MOST_INK]
    return sample[:, 0].astype(np.float64), sample[:, 1].astype(np.float64)


def _sharpness(across: np.ndarray, down: np.ndarray, angle: float) -> float:
    rows = (down - across * math.tan(math.radians(angle))).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float(np.square(counts.astype(np.float64)).sum())
