"""What the commands of this room share: an error they know becomes its message, its advice and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps

from pipeline.errors import ChithiError


def answering(command: Callable[[list[str]], None]) -> Callable[[list[str]], int]:
    """`command` as a function from arguments to the exit code; an error is told on stderr, with what to do next."""

    @wraps(command)
    def main(arguments: list[str]) -> int:
        try:
            command(arguments)
        except ChithiError as error:
            print(f"{error}\n{error.advice}", file=sys.stderr)
            return error.exit_code
        return 0

    return main
