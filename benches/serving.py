"""A host of ours or another that a bench starts, asks and stops; and what wrk and the kernel say of it."""
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from measure import tool

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 120
PACKING = "late brotli"
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Serving:
    """A server that runs until the block ends. `core`: the only core it may use; none for all."""

    def __init__(self, command, port, core=None, environment=None):
        pinned = [] if core is None else [tool("taskset"), "-c", str(core)]
        self.command, self.port = [*pinned, *map(str, command)], port
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        self.said = tempfile.TemporaryFile()
        self.started = time.monotonic()
        self.child = subprocess.Popen(self.command, stdout=self.said, stderr=subprocess.STDOUT, env=self.environment)
        return self

    def __exit__(self, *_):
        # taskset becomes the server, so this is the server's own id.
        self.child.send_signal(signal.SIGTERM)
        try:
            self.child.wait(15)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        self.said.close()

    def words(self):
        self.said.seek(0)
        return self.said.read().decode(errors="replace")

    def until(self, is_there, what):
        """Seconds from the start of the command until `is_there`."""
        while not is_there():
            waited = time.monotonic() - self.started
            if self.child.poll() is not None or waited > PATIENCE:
                sys.exit(f"{what} was waited for in vain: {' '.join(self.command)}\n{self.words()[-3000:]}")
            time.sleep(0.002)
        return time.monotonic() - self.started

    def until_it_answers(self, path="/"):
        return self.until(lambda: self.ask(path)[0] == 200, f"200 at {path}")

    def ask(self, path, **fields):
        """Status, headers and body of one GET; status 0 while nobody listens."""
        try:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in fields.items()})
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), body
        except (OSError, HTTPException):
            return 0, {}, b""

    def cpu(self):
        """Seconds of CPU that its threads have used, save the one that packs pages with brotli while nobody else wants
        the core: it is not busy with answers, and it ends."""
        ticks = 0
        for task in Path(f"/proc/{self.child.pid}/task").iterdir():
            name, fields = (task / "stat").read_text().split("(", 1)[1].rsplit(")", 1)
            if name != PACKING:
                ticks += sum(map(int, fields.split()[11:13]))
        return ticks / TICKS

    def until_it_rests(self):
        """Waits until it has done what a start brings: for half a second it has used no CPU."""
        seen = [self.cpu()]

        def rests():
            time.sleep(0.5)
            seen.append(self.cpu())
            return seen[-1] == seen[-2]

        self.until(rests, "rest after the start")

    def anonymous(self):
        """MiB of memory that is its own: what mapped files take can be dropped and does not count."""
        with open(f"/proc/{self.child.pid}/smaps_rollup") as rollup:
            return int(re.search(r"Anonymous:\s+(\d+) kB", rollup.read())[1]) / 1024


class Load:
    """What one run of wrk says: requests, requests a second, seconds of the server's CPU for 100,000 of them."""

    def __init__(self, said, cpu):
        number = lambda pattern: float(re.search(pattern, said)[1])
        share = lambda part: (lambda found: float(found[1]) * UNITS[found[2]])(re.search(part + r"%\s+([\d.]+)(\w+)", said))
        self.requests = int(number(r"(\d+) requests in"))
        self.rate = number(r"Requests/sec:\s+([\d.]+)")
        self.p50, self.p99 = share("50"), share("99")
        self.cpu = cpu / max(self.requests, 1) * 100_000
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
        errors = re.search(r"Socket errors: (.*)", said)
        self.bad = int(bad[1]) if bad else 0
        self.errors = errors[1] if errors else ""


def wrk(server, path, seconds, connections=64, core=None, fields=(), script=None, words=()):
    """Loads a server for so many seconds; anything but good answers ends the bench."""
    pinned = [] if core is None else [tool("taskset"), "-c", str(core)]
    command = [*pinned, tool("wrk"), "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s",
               "--timeout", "20s", "--latency"]
    for field in fields:
        command += ["--header", field]
    command += ["--script", str(script)] if script else []
    command += [f"http://127.0.0.1:{server.port}{path}", *(["--", *map(str, words)] if words else [])]
    before = server.cpu()
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    cpu = server.cpu() - before
    if done.returncode or "requests in" not in done.stdout:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    load = Load(done.stdout, cpu)
    if load.bad or load.errors or not load.requests:
        sys.exit(f"{' '.join(server.command)}: {load.bad} bad answers, socket errors: {load.errors or 'none'}\n"
                 f"{' '.join(command)}\n{done.stdout}{server.words()[-2000:]}")
    return load
