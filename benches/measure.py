"""What all benches here share: running a command and knowing what it cost, medians, and bounds that are held.

A bench prints what it compares, on how many procedures, in how many rounds, how loaded the machine was, and then its
bounds. It ends with 1 if one of them is missed, unless it was called with --report.

A child's peak memory as the kernel tells it is never below that of the process which started it, so benches keep
themselves small: trees are made and compared by other processes.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TOOLS = ROOT / "target" / "bench"
OURS = ROOT / "target" / "dist" / "niemyet"


class Cost:
    """What one run of a command took: seconds on the wall, seconds of CPU (user and system), MiB at its peak."""

    def __init__(self, wall, cpu, peak):
        self.wall, self.cpu, self.peak = wall, cpu, peak


def run(command, accept=(0,), environment=None):
    """Runs a command to its end; any status that is not accepted ends the bench with what the command said."""
    with tempfile.TemporaryFile() as said:
        start = monotonic()
        child = subprocess.Popen([str(word) for word in command], stdout=said, stderr=subprocess.STDOUT,
                                 env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
        wall = monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in accept:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}:\n"
                     + said.read()[-4000:].decode(errors="replace"))
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def python(script, *arguments):
    """One of the scripts beside this one, in a process of its own."""
    return run([sys.executable, HERE / script, *arguments])


def median(values):
    return statistics.median(values)


def load():
    return f"load average {os.getloadavg()[0]:.1f}"


def machine():
    return f"{os.cpu_count()} cores, {load()}"


def binary(path):
    """The program that is measured."""
    if not Path(path).is_file():
        sys.exit(f"{path} is not there: cargo build --profile dist")
    return Path(path)


def tool(name):
    """A peer that was installed by install.sh."""
    found = TOOLS / "bin" / name
    path = str(found) if found.exists() else shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if not path:
        sys.exit(f"{name} is not there: benches/install.sh")
    return path


class Workshop:
    """A folder for trees and output, on a memory file system where there is one, and gone at the end."""

    def __init__(self, folder):
        shm = Path("/dev/shm")
        self.path = Path(folder or tempfile.mkdtemp(prefix="niemyet-bench-", dir=shm if shm.is_dir() else None))
        self.path.mkdir(parents=True, exist_ok=True)
        self.ours = folder is None

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        if self.ours:
            shutil.rmtree(self.path, ignore_errors=True)


class Bounds:
    """Bounds in the order in which they were looked at."""

    def __init__(self):
        self.rows = []

    def at_most(self, what, value, limit, unit=""):
        self.rows.append((value <= limit, what, value, "at most", limit, unit))

    def at_least(self, what, value, limit, unit=""):
        self.rows.append((value >= limit, what, value, "at least", limit, unit))

    def end(self, report):
        """Prints all of them; the exit code of the bench."""
        print("\nbounds:")
        for held, what, value, way, limit, unit in self.rows:
            print(f"  {'held  ' if held else 'MISSED'}  {what}: {value:.2f}{unit}, {way} {limit:g}{unit}")
        missed = sum(not row[0] for row in self.rows)
        print(f"{missed} of {len(self.rows)} missed; {load()} at the end")
        return 1 if missed and not report else 0


def table(head, rows):
    """Columns as wide as they need to be; numbers to the right."""
    cells = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    for row in cells:
        print("  ".join(cell.ljust(width) if at == 0 else cell.rjust(width)
                        for at, (cell, width) in enumerate(zip(row, widths))).rstrip())
