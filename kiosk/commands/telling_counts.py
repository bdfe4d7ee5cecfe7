"""The command `kiosk counts`: the totals of each day as CSV, small numbers not told."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.console import complain, say
from kiosk.store.counts_file import CountsFile
from kiosk.store.files import UnreadableFileError

if TYPE_CHECKING:
    from kiosk.commands.options import CountsOptions

FINE, WRONG_USE = 0, 2
COLUMNS = ("day", "event", "subject", "count")


def tell_counts(options: CountsOptions) -> int:
    """Print the table, of no lines where nothing was counted; returns the exit code."""
    try:
        data = paths.data_dir(options.data_dir)
    except FileNotFoundError:
        complain(f"the folder that {options.data_dir} starts from is gone; give a full path")
        return WRONG_USE
    try:
        counts = CountsFile(data).read()
    except UnreadableFileError as error:
        complain(f"the counts in {data} cannot be read: {error}")
        return WRONG_USE
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(counts.totals())
    say(table.getvalue().removesuffix("\n"))
    return FINE
