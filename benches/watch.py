#!/usr/bin/env python3
"""Regeneration: what an edit costs, by command and while a site is watched, on N procedures; and what releases that
switch cost those who read.

    benches/watch.py                    10,000 procedures
    benches/watch.py --n 1000 --report  a quick look

Command again: `niemyet build` over what is there, folder and release, with nothing changed and with one .md edited.
Watch: from the save of one procedure's .md until the server answers with the new page, asked every 2 ms.
Readers: one connection that asks for one page again and again, while releases switch to and fro and while they do not, in turn;
every answer must be whole and of one of the two releases.
"""
import argparse
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from time import monotonic, sleep

from measure import Bounds, OURS, Workshop, binary, load, machine, median, python, run, table

PATIENCE = 120


class Site:
    def __init__(self, program, work):
        self.program, self.out, self.work = program, work / "out", work
        self.flags = ["--site", work / "site-content", "--output", self.out, "--data", work / "var", "--lang", "en"]
        self.file = sorted((work / "site-content/procedures").glob("*/*.md"))[0]
        self.code = self.file.stem
        self.text = self.file.read_text(encoding="utf-8")

    def command(self, *words):
        return run([self.program, *words, *self.flags])

    def edit(self, words):
        self.file.write_text(f"{self.text}\n{words}\n", encoding="utf-8")

    def rest(self):
        """Files count as unchanged once they have rested for three seconds."""
        sleep(4)


class Serving:
    def __init__(self, site, *flags):
        self.process = subprocess.Popen(
            [str(word) for word in (site.program, "serve", "--port", "0", *flags, *site.flags)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)/", line)
            if found:
                self.port = int(found.group(1))
                break
        else:
            sys.exit("serve ended before it served")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.path = f"/thu-tuc/{site.code}.html"
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def page(self):
        self.line.request("GET", self.path)
        answer = self.line.getresponse()
        return answer.status, answer.read()

    def memory(self):
        """Most anonymous memory so far, in MiB: pages of mapped releases are the kernel's to take back."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+)", status).group(1)) / 1024

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def again(site, runs, costs):
    site.command("build")
    for at in range(runs):
        site.rest()
        site.command("build")
        costs["nothing changed"].append(site.command("build"))
        site.edit(f"Sửa lần {at}.")
        costs["one .md edited"].append(site.command("build"))


def watched(site, runs):
    serving, times, memory = Serving(site, "--watch"), [], 0
    sleep(4)
    for at in range(runs):
        words = f"Lưu lần {at} xong."
        sleep(1)
        start = monotonic()
        site.edit(words)
        while words.encode() not in serving.page()[1]:
            if monotonic() - start > PATIENCE:
                sys.exit("the edit never came")
            sleep(0.002)
        times.append((monotonic() - start) * 1000)
        memory = max(memory, serving.memory())
    serving.end()
    return times, memory


def switching(site, seconds, rounds):
    """p99.9 in ms without and with switches, and how many switches there were."""
    names = []
    for words in ("Bản một.", "Bản hai."):
        site.edit(words)
        site.command("build", "--only", "release")
        current = (site.out / "release/current").read_text()
        names.append(current)
    serving = Serving(site)
    whole = set()
    for name in names:
        (site.out / "release/current").write_text(name)
        sleep(1)
        whole.add(serving.page()[1])
    stop, quiet, switches = threading.Event(), [], [0]

    def switch():
        draft = site.out / "release/next"
        while not stop.is_set():
            switches[0] += 1
            draft.write_text(names[switches[0] % 2])
            os.replace(draft, site.out / "release/current")
            stop.wait(0.21)

    def ask():
        times, until = [], monotonic() + seconds
        while monotonic() < until:
            start = monotonic()
            status, body = serving.page()
            times.append((monotonic() - start) * 1000)
            if status != 200 or body not in whole:
                sys.exit("an answer was not whole")
        return times

    ratios, shown = [], []
    for _ in range(rounds):
        quiet = ask()
        stop.clear()
        thread = threading.Thread(target=switch)
        thread.start()
        busy = ask()
        stop.set()
        thread.join()
        tail = [sorted(times)[int(len(times) * 0.999)] for times in (quiet, busy)]
        shown.append(tail)
        ratios.append(tail[1] / tail[0])
    serving.end()
    return median(ratios), shown, switches[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=10_000, help="procedures")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--binary", type=binary, default=OURS)
    parser.add_argument("--work", help="a folder to keep")
    parser.add_argument("--report", action="store_true", help="end with 0 although a bound is missed")
    args = parser.parse_args()
    bounds = Bounds()
    with Workshop(args.work) as work:
        print(f"{args.n} procedures, {machine()}", flush=True)
        python("workload.py", work, "--n", args.n)
        shutil.rmtree(work / "hugo", ignore_errors=True)
        site, costs = Site(args.binary, work), {"nothing changed": [], "one .md edited": []}
        again(site, args.runs, costs)
        rows = [(mode, *(f"{median([getattr(one, what) for one in all_runs]):.2f}" for what in ("wall", "cpu", "peak")))
                for mode, all_runs in costs.items()]
        table(("command again", "wall s", "CPU s", "peak MiB"), rows)
        for mode, all_runs in costs.items():
            bounds.at_most(f"{mode}, wall", median([one.wall for one in all_runs]), 0.1, " s")
        times, memory = watched(site, args.runs)
        print(f"\nwatch, from save to new page: median {median(times):.0f} ms, {min(times):.0f}–{max(times):.0f}; "
              f"{memory:.0f} MiB; {load()}", flush=True)
        bounds.at_most("from save to new page", median(times), 80, " ms")
        bounds.at_most("memory while watching", memory, 150, " MiB")
        ratio, shown, count = switching(site, args.seconds, 3)
        print(f"\np99.9 without and with switches, ms: {', '.join(f'{a:.2f} {b:.2f}' for a, b in shown)}; {count} switches")
        bounds.at_most("p99.9 with switches over without", ratio, 1.5, " ×")
    sys.exit(bounds.end(args.report))


if __name__ == "__main__":
    main()
