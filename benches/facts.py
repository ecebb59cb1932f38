#!/usr/bin/env python3
"""Whether two sites made from one workload show the same facts: every fact of `facts.json` must stand, as text that a
reader sees, on the procedure's page in either.

    facts.py WORKLOAD --ours OUT/site [--hugo OUT]

Case and spaces do not count, tags do not, style and script are not seen. Ends with 1 and names what is missing.
"""
import argparse
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

UNSEEN = {"script", "style", "title", "template"}
TOLD = 20


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in UNSEEN

    def handle_endtag(self, tag):
        self.hidden -= tag in UNSEEN

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def plain(text):
    return " ".join(text.split()).casefold()


def seen(page):
    parser = Seen()
    parser.feed(page.read_text(encoding="utf-8"))
    return plain("".join(parser.words))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload", type=Path)
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--hugo", type=Path)
    args = parser.parse_args()
    compared = json.loads((args.workload / "facts.json").read_text(encoding="utf-8"))
    sites = [(name, root) for name, root in (("ours", args.ours), ("hugo", args.hugo)) if root]
    missing, looked = [], 0
    for procedure in compared:
        for name, root in sites:
            page = root / procedure[name]
            if not page.is_file():
                missing.append(f"{name}: no page {page}")
                continue
            text = seen(page)
            looked += len(procedure["facts"])
            missing += [f"{name}: {procedure['code']} does not show {fact!r}"
                        for fact in procedure["facts"] if plain(fact) not in text]
    if missing or not looked:
        print(*missing[:TOLD], f"{len(missing)} missing of {looked}", sep="\n")
        sys.exit(1)
    print(f"{looked} facts on {len(compared)} procedures seen, in: {', '.join(name for name, _ in sites)}")


if __name__ == "__main__":
    main()
