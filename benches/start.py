#!/usr/bin/env python3
"""How long the sample site takes from the command to the first answer: `niemyet serve`, with nothing made before, and
with the caches of an earlier start (parsed content, release, symbols that were read back).

    benches/start.py [--runs 5] [--site site-content] [--report]

Clocked from starting the process to the first 200 for the home page, and to the line that names the address, before
which every counter's sheet is written. Source and output lie on a memory file system where there is one.
"""
import argparse
import shutil
import sys
from pathlib import Path

from measure import OURS, ROOT, Bounds, Workshop, binary, machine, median, table
from serving import Serving, free_port

WITHOUT, WITH = 3, 1


def start(program, site, output, data):
    """Seconds until the first page, and until all sheets are written and the address is told."""
    port = free_port()
    command = [program, "serve", "--site", site, "--output", output, "--data", data, "--themes", ROOT / "themes",
               "--port", port, "--lang", "en"]
    with Serving(command, port) as server:
        page = server.until_it_answers()
        whole = server.until(lambda: f":{port}/" in server.words(), "the address")
    return page, whole


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--site", type=Path, default=ROOT / "site-content")
    parser.add_argument("--binary", type=binary, default=OURS)
    parser.add_argument("--report", action="store_true", help="end well although a bound is missed")
    args = parser.parse_args()
    args.binary = binary(args.binary)
    procedures = len([one for one in (args.site / "procedures").glob("*/*.yaml") if not one.name.endswith(".en.yaml") and "@" not in one.name])
    print(f"starting: `serve` on {procedures} procedures, {args.runs} rounds; {machine()}")
    without, again = [], []
    with Workshop(None) as work:
        site = work / "site-content"
        shutil.copytree(args.site, site)
        for _ in range(args.runs):
            shutil.rmtree(work / "output", ignore_errors=True)
            without.append(start(args.binary, site, work / "output", work / "var"))
            again.append(start(args.binary, site, work / "output", work / "var"))
    rows = [(name, *(f"{median(column):.3f}" for column in zip(*runs)), f"{max(page for page, _ in runs):.3f}")
            for name, runs in (("nothing made before", without), ("caches of an earlier start", again))]
    print()
    table(("", "first page, s", "sheets written, s", "slowest first page, s"), rows)
    bounds = Bounds()
    for name, runs, limit in (("without caches", without, WITHOUT), ("with caches", again, WITH)):
        bounds.at_most(f"first page {name}", median([page for page, _ in runs]), limit, " s")
        bounds.at_most(f"sheets written {name}", median([whole for _, whole in runs]), limit, " s")
    sys.exit(bounds.end(args.report))


if __name__ == "__main__":
    main()
