"""A progress bar on standard error once reading takes longer than two seconds, none where nobody watches."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Any

from selon.tell import UNSHOWABLE

PATIENCE = 2.0


class Progress:
    """Counts inputs and articles; `shown` is False where the output itself shows how far the reading is."""

    def __init__(self, inputs: int, shown: bool) -> None:
        self._inputs = inputs
        self._done = 0
        self._articles = 0
        self._bar: Any = None
        self._task: Any = None
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(PATIENCE, self._appear)
        self._timer.daemon = True
        self._shown = shown and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        if self._shown:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._over = True
            self._timer.cancel()
            if self._bar is not None:
                self._bar.stop()

    def input(self) -> None:
        """One input is done."""
        self._done += 1
        self._update()

    def article(self) -> None:
        """One article is done."""
        self._articles += 1
        self._update()

    def say(self, message: str) -> None:
        """A message on standard error, above the bar."""
        message = UNSHOWABLE.sub("", message)  # a file's name may hold what steers a terminal
        with self._lock:
            if self._bar is not None:
                self._bar.console.print(f"selon: {message}", markup=False, highlight=False, soft_wrap=True)
            else:
                print(f"selon: {message}", file=sys.stderr, flush=True)

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        with self._lock:
            if self._over:
                return
            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("inputs, {task.fields[articles]} articles"))
            self._bar = Bar(
                *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True, redirect_stdout=False
            )
            self._task = self._bar.add_task("", total=self._inputs, completed=self._done, articles=self._articles)
            self._bar.start()

    def _update(self) -> None:
        if self._bar is not None:
            self._bar.update(self._task, completed=self._done, articles=self._articles)
