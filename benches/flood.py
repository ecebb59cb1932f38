#!/usr/bin/env python3
"""A flood of sign-ins at the officers' desk, and what it does to somebody who rates; and whether the desk's answers tell an
account that exists from one that does not by their time.

    benches/flood.py [--binary target/dist/niemyet] [--rounds 5] [--seconds 8] [--rate 200] [--folder …] [--report]

In each round ratings are posted at a steady pace, first alone, then beside the flood, so whatever else the machine does harms
both alike. Each sign-in of the flood has an account and an address of its own (a proxy on this machine says so), so that no
delay stands before the hashing. Then two accounts, one that is there and one that is not, are tried with wrong passwords in
turns, from a new address each time; medians are compared, and how often one of a pair took longer (a sign test).
"""
import argparse
import http.client
import itertools
import math
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

from measure import OURS, ROOT, Bounds, Workshop, binary, load, machine, median, table
from serving import Serving, free_port

P50, P99, SLACK_MS = 1.5, 2.0, 5
PACE = 25
# So many accounts, and as many tries of each as make nobody wait.
ACCOUNTS, TRIES = 20, 9


def address(number):
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def sign_in(connection, number, account):
    """Status and seconds of one wrong sign-in."""
    body = urlencode({"account": account, "password": f"không phải {number}", "number": ""})
    fields = {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost", "Sec-Fetch-Site": "same-origin",
              "X-Forwarded-For": address(number), "X-Forwarded-Proto": "https"}
    begun = time.perf_counter()
    connection.request("POST", "/desk/dang-nhap", body, fields)
    answer = connection.getresponse()
    answer.read()
    return answer.status, time.perf_counter() - begun


def set_password(port, link, number):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    fields = {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost", "Sec-Fetch-Site": "same-origin",
              "X-Forwarded-For": address(number), "X-Forwarded-Proto": "https"}
    secret = f"con mèo ngủ trưa {number}"
    connection.request("POST", link, urlencode({"password": secret, "again": secret}), fields)
    answer = connection.getresponse()
    if answer.status != 303:
        sys.exit(f"no password was set: {answer.status}")
    connection.close()


def flood(port, rate, seconds, first, told):
    """So many sign-ins a second, sent when their moment has come whether the others are answered or not."""
    numbers, statuses, lock = itertools.count(first), {}, threading.Lock()
    start = time.monotonic()

    def send():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        while True:
            with lock:
                number = next(numbers)
            wait = start + (number - first) / rate - time.monotonic()
            if time.monotonic() + max(wait, 0) - start > seconds:
                return
            time.sleep(max(wait, 0))
            try:
                status = sign_in(connection, number, f"nguoi-{number}")[0]
            except (OSError, http.client.HTTPException):
                connection.close()
                status = 0
            with lock:
                statuses[status] = statuses.get(status, 0) + 1

    threads = [threading.Thread(target=send) for _ in range(24)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    told.put((statuses, time.monotonic() - start))


def rate(port, path, fields, seconds):
    """Milliseconds of each rating, one after the other at a steady pace."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    took, start = [], time.monotonic()
    for number in range(int(seconds * PACE)):
        time.sleep(max(0, start + number / PACE - time.monotonic()))
        body = f"key={random.getrandbits(128):032x}&{fields}"
        begun = time.perf_counter()
        connection.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost"})
        answer = connection.getresponse()
        answer.read()
        took.append((time.perf_counter() - begun) * 1000)
        if answer.status not in (200, 303):
            sys.exit(f"a rating was answered with {answer.status}")
    return took


def at(times, share):
    times = sorted(times)
    return times[min(len(times) - 1, len(times) * share // 100)]


def known_and_unknown(port, pairs):
    """Milliseconds of wrong sign-ins with accounts that are there and with others that are not, in pairs."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    known, unknown = [], []
    for number in range(pairs):
        both = [(f"can-bo-{number % ACCOUNTS}", known), (f"ai-do-{number % ACCOUNTS}", unknown)]
        random.shuffle(both)
        for place, (account, times) in enumerate(both):
            status, seconds = sign_in(connection, 8_000_000 + number * 2 + place, account)
            if status != 422:
                sys.exit(f"a wrong password was answered with {status}")
            times.append(seconds * 1000)
    return known, unknown


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default=OURS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--folder", default="target/bench/flood")
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()
    program = binary(args.binary)
    data = Path(args.folder)
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    with Workshop(None) as work:
        shutil.copytree(ROOT / "site-content", work / "site-content")
        folders = ["--site", work / "site-content", "--output", work / "output", "--data", data, "--themes", ROOT / "themes",
                   "--lang", "en"]
        code = re.search(r"code: (\w+)", (work / "site-content/printed-codes.yaml").read_text(encoding="utf-8"))[1]
        port = free_port()
        command = [program, "serve", *folders, "--port", port, "--crowd", 1_000_000, "--trusted-proxy", "127.0.0.1"]
        with Serving(command, port, environment={"NIEMYET_LOG": "error"}) as server:
            server.until_it_answers()
            page = server.ask(f"/Q/{code}")[2].decode()
            hidden = {name: re.search(rf'name="?{name}"? value="?([^" >]+)', page)[1] for name in ("survey", "version", "lang")}
            fields = urlencode({**hidden, "q-hai-long": "4"})
            for number in range(ACCOUNTS):
                added = subprocess.run([program, "officer", "add", f"can-bo-{number}", "--name", "Cán bộ", "--role", "province",
                                        *folders], check=True, stdout=subprocess.PIPE, text=True).stdout
                link = re.search(r"/desk/mat-khau/\w+", added)[0]
                set_password(port, link, 9_000_000 + number)
            server.until_it_rests()
            print(f"{args.rounds} rounds of {args.seconds:g} s each way, {PACE} ratings a second, {machine()}")
            rate(port, f"/Q/{code}", fields, 1)
            alone, beside, sent = [], [], []
            for number in range(args.rounds):
                alone.append(rate(port, f"/Q/{code}", fields, args.seconds))
                told = multiprocessing.Queue()
                other = multiprocessing.Process(target=flood, args=(port, args.rate, args.seconds + 1, number * 100_000, told))
                other.start()
                time.sleep(0.5)
                beside.append(rate(port, f"/Q/{code}", fields, args.seconds))
                statuses, seconds = told.get()
                other.join()
                sent.append(sum(statuses.values()) / seconds)
                print(f"  flood: {sent[-1]:.0f} a second, answered {dict(sorted(statuses.items()))}, {load()}", flush=True)
            rows = [(name, f"{median([at(one, 50) for one in rounds]):.2f}", f"{median([at(one, 99) for one in rounds]):.2f}")
                    for name, rounds in (("alone", alone), ("beside the flood", beside))]
            table(("a rating", "p50 ms", "p99 ms"), rows)
            ratio = lambda share: median([at(two, share) / at(one, share) for one, two in zip(alone, beside)])
            more = median([at(two, 99) - at(one, 99) for one, two in zip(alone, beside)])
            bounds = Bounds()
            bounds.at_least("sign-ins a second", median(sent), args.rate * 0.9)
            bounds.at_most("p50 beside the flood over p50 alone", ratio(50), P50, "×")
            if more > SLACK_MS:
                bounds.at_most("p99 beside the flood over p99 alone", ratio(99), P99, "×")
            known, unknown = known_and_unknown(port, ACCOUNTS * TRIES)
            longer = sum(one > other for one, other in zip(known, unknown))
            z = abs(2 * longer - len(known)) / math.sqrt(len(known))
            print(f"an account that is there {median(known):.2f} ms, one that is not {median(unknown):.2f} ms (medians of "
                  f"{len(known)}); the first took longer in {longer} pairs, z = {z:.2f}")
            bounds.at_most("sign test of known against unknown accounts, z", z, 3.3)
            return bounds.end(args.report)


if __name__ == "__main__":
    sys.exit(main())
