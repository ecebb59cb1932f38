#!/usr/bin/env python3
"""Keeping ratings: how many a second are on the disk and promised, through the store and through the whole host.

    benches/store.py [--rounds 3] [--seconds 4] [--clients 64] [--folder target/bench/store] [--report]
    benches/store.py --long             also a million ratings through the host: memory has to stay flat

In each round, on this disk and on one whose every fsync takes 5 ms more (slow_fsync.c, by LD_PRELOAD):
  ours on SQLite                   the store, in one process with its clients (benches/store.rs)
  a transaction each on SQLite     the plain way: one connection, a transaction for each rating
  ours through the host            `niemyet serve` on the sample site, forms posted by wrk over loopback
A promise counts only if the rating is there: the store's own count is compared with the promises after each run. The host is
started with `--crowd`, as in a hall larger than any, since all clients of the bench are one sender to it; everything else is as it
is for citizens, and an answer that asks to wait ends the bench.
  ours on PostgreSQL               the same store on a private server (tests/store/server), on this disk only
  single inserts on PostgreSQL     the plain way: a connection for each client, each rating a statement by itself

The folder must lie on a real disk: on a memory file system nothing waits for anything.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from measure import HERE, OURS, ROOT, TOOLS, Bounds, Workshop, binary, load, machine, median, run, table
from serving import Serving, free_port, wrk

HOST = "ours through the host"
STORE = "ours on SQLite"
PLAIN = "a transaction each on SQLite"
POSTGRES, SINGLE = "ours on PostgreSQL", "single inserts on PostgreSQL"
SLOW_MS = 5
TIMES, SHARE, P99 = 8, 0.5, 100
# All clients come from one address and rate at one counter, as no hall does: the host is told to expect so many.
CROWD = 1_000_000
LONG, GROWTH = 1_000_000, 8
WORDS = "Cán bộ hướng dẫn rõ, nhưng tôi phải chờ gần một giờ vì chỉ có một quầy mở. Mong phường mở thêm quầy."


def slow_disk():
    """The shim, compiled; the environment that preloads it."""
    library = TOOLS / "slow_fsync.so"
    TOOLS.mkdir(parents=True, exist_ok=True)
    run(["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, HERE / "slow_fsync.c", "-ldl"])
    return {"LD_PRELOAD": str(library), "SLOW_FSYNC_MS": str(SLOW_MS)}


def bench_binary(profile):
    """Built by cargo, which says where it lies."""
    said = subprocess.run(["cargo", "bench", "--locked", "--profile", profile, "--bench", "store", "--no-run",
                           "--message-format", "json"], cwd=ROOT,
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    found = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return next(one["executable"] for one in found if one.get("target", {}).get("name") == "store" and one.get("executable"))


class Kept:
    """What one subject did in one round: ratings a second, times in ms."""

    def __init__(self, rate, p50, p99):
        self.rate, self.p50, self.p99 = rate, p50, p99


def through_the_store(program, args, environment, postgres):
    """Subject → Kept, as benches/store.rs says it."""
    command = [program, "--clients", str(args.clients), "--seconds", str(args.seconds), "--folder", args.folder]
    if postgres:
        command += ["--postgres", postgres]
    done = subprocess.run(command,
                          env={**os.environ, **environment}, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found = {}
    for line in done.stdout.splitlines():
        subject, kept, seconds, p50, p99, _ = line.split("\t")
        found[subject] = Kept(int(kept) / float(seconds), int(p50) / 1000, int(p99) / 1000)
    return found


class Postgres:
    """A private server for as long as it is used."""

    def __init__(self, folder):
        self.script, self.folder = ROOT / "tests/store/server", Path(folder) / "postgres"

    def __enter__(self):
        if self.folder.exists():
            subprocess.run([self.script, "remove", self.folder], check=True)
        return subprocess.run([self.script, "start", self.folder], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def __exit__(self, *_):
        subprocess.run([self.script, "remove", self.folder], check=True)


class Host:
    """Our host on the sample site, with its data on the disk that is measured."""

    def __init__(self, args, work, environment):
        self.data = Path(args.folder) / "host"
        shutil.rmtree(self.data, ignore_errors=True)
        self.program, self.environment = args.binary, environment
        self.folders = ["--site", work / "site-content", "--output", work / "output", "--data", self.data,
                        "--themes", ROOT / "themes", "--lang", "en"]
        port = free_port()
        command = [self.program, "serve", *self.folders, "--port", port, "--crowd", CROWD]
        self.server = Serving(command, port, environment=environment)
        self.code = re.search(r"code: (\w+)", (work / "site-content/printed-codes.yaml").read_text(encoding="utf-8"))[1]
        self.posted, self.runs = 0, 0

    def __enter__(self):
        self.server.__enter__()
        self.server.until_it_answers()
        page = self.server.ask(f"/Q/{self.code}")[2].decode()
        hidden = {name: re.search(rf'name="?{name}"? value="?([^" >]+)', page)[1] for name in ("survey", "version", "lang")}
        fields = [f"{name}={value}" for name, value in hidden.items()]
        self.fields = "&".join([*fields, "q-hai-long=4", "q-ly-do=cho-lau", "q-gop-y=" + WORDS.replace(" ", "+")])
        return self

    def __exit__(self, *_):
        self.server.__exit__()

    def load(self, args, seconds):
        self.runs += 1
        seed = os.getpid() * 1000 + self.runs
        said = wrk(self.server, "/", seconds, args.clients, script=HERE / "ratings.lua",
                   words=[f"/Q/{self.code}", self.fields, seed])
        self.posted += said.requests
        return said

    def prove(self):
        """Every promise was kept: what the host says it kept is in the database, and wrk was told no more."""
        said = self.server.ask("/metrics")[2].decode()
        kept = int(re.search(r'ratings_total\{outcome="kept"\} (\d+)', said)[1])
        done = subprocess.run([self.program, "store", "count", *self.folders], stdout=subprocess.PIPE, text=True, check=True)
        there = int(re.search(r"\d+", done.stdout)[0])
        if kept > there or self.posted > kept:
            sys.exit(f"{self.posted} were promised, {kept} kept by the host's own count, {there} are in the database")
        # What was under way when wrk stopped is kept, and was promised to nobody.
        print(f"  {self.posted} promised to wrk, {kept} kept by the host's own count, {there} in the database", flush=True)


def through_the_host(args, work, environment):
    with Host(args, work, environment) as host:
        host.load(args, 1)
        said = host.load(args, args.seconds)
        host.prove()
    return Kept(said.rate, said.p50, said.p99)


def memory(args, work, bounds):
    """A million ratings; what the host holds after each tenth."""
    seen = []
    with Host(args, work, {}) as host:
        while host.posted < args.long_count:
            said = host.load(args, args.seconds)
            if host.posted >= args.long_count / 10 * (len(seen) + 1):
                seen.append((host.posted, host.server.anonymous()))
                print(f"  {host.posted} ratings: {seen[-1][1]:.1f} MiB, {said.rate:.0f} a second, p99 {said.p99:.0f} ms", flush=True)
        host.prove()
    growth = max(held for _, held in seen) - seen[0][1]
    bounds.at_most(f"growth of memory from {seen[0][0]} to {seen[-1][0]} ratings", growth, GROWTH, " MiB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--folder", default=str(TOOLS / "store"), help="where databases are written: on a disk")
    parser.add_argument("--long", action="store_true", help="a million ratings more")
    parser.add_argument("--long-count", type=int, default=LONG, help="how many --long writes")
    parser.add_argument("--binary", type=binary, default=OURS)
    # Not a release by default: without its long last step, since SQLite takes the time.
    parser.add_argument("--profile", default="profiling", help="of Cargo, for benches/store.rs; dev for a quick trial")
    parser.add_argument("--report", action="store_true", help="end well although a bound is missed")
    args = parser.parse_args()
    args.binary = binary(args.binary)
    program, slow = bench_binary(args.profile), slow_disk()
    disks = {"this disk": {}, f"{SLOW_MS} ms more": slow}
    print(f"keeping ratings: {args.clients} clients, {args.rounds} rounds of {args.seconds} s, in {args.folder}; {machine()}")
    seen = {disk: {} for disk in disks}
    bounds = Bounds()
    Path(args.folder).mkdir(parents=True, exist_ok=True)
    with Workshop(None) as work, Postgres(args.folder) as postgres:
        shutil.copytree(ROOT / "site-content", work / "site-content")
        for at in range(args.rounds):
            for disk, environment in disks.items():
                print(f"round {at + 1} of {args.rounds}, {disk}, {load()}", flush=True)
                found = through_the_store(program, args, environment, None if environment else postgres)
                found[HOST] = through_the_host(args, work, environment)
                for subject, kept in found.items():
                    seen[disk].setdefault(subject, []).append(kept)
        rows = [(subject, disk, *(f"{median([getattr(one, what) for one in kept]):.{places}f}"
                                  for what, places in (("rate", 0), ("p50", 2), ("p99", 1))))
                for disk in disks for subject, kept in seen[disk].items()]
        print()
        table(("subject", "on", "a second", "p50 ms", "p99 ms"), rows)
        ratio = lambda disk, over, under: median([a.rate / b.rate for a, b in zip(seen[disk][over], seen[disk][under])])
        p99 = lambda disk, subject: median([one.p99 for one in seen[disk][subject]])
        here, slower = disks
        if p99(slower, "disk") < SLOW_MS:
            sys.exit("the slow disk is not slow: is the bench linked statically?")
        for disk in disks:
            bounds.at_least(f"store over a transaction each, {disk}", ratio(disk, STORE, PLAIN), TIMES, " ×")
        bounds.at_least(f"store over single inserts on PostgreSQL, {here}", ratio(here, POSTGRES, SINGLE), 1, " ×")
        bounds.at_most(f"p99 of the store, {slower}", p99(slower, STORE), P99, " ms")
        bounds.at_least(f"host over store, {here}", ratio(here, HOST, STORE), SHARE, " ×")
        bounds.at_most(f"p99 through the host, {here}", p99(here, HOST), P99, " ms")
        if args.long:
            print(f"\n{args.long_count} ratings through the host, anonymous memory:")
            memory(args, work, bounds)
    sys.exit(bounds.end(args.report))


if __name__ == "__main__":
    main()
