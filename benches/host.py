#!/usr/bin/env python3
"""Our host against Debian's nginx on the same pages: seconds of the server's CPU for 100,000 answers.

    benches/host.py [--n 10000] [--rounds 7] [--seconds 3] [--report]

Both serve the site that one `niemyet build` has made: ours from its release, nginx from the folder, with each page's
gzip beside it, as tuned as it gets without other modules (open_file_cache, sendfile, tcp_nopush, gzip_static, no access
log, one process) and with the same fields that keep a page safe. Rounds take turns; servers are pinned to core 0, wrk
to core 1 with 64 connections that stay open. Every answer must be a good one.

    plain, gzip       one page, again and again
    304               the same with the tag that the server itself gave
    many, many gzip   all procedures' pages in turn: with no Accept-Encoding but identity, and with gzip

CPU is what to trust on a machine that does other work as well; requests a second are not.
"""
import argparse
import gzip
import resource
import shutil
import sys

from measure import HERE, OURS, Bounds, Workshop, binary, load, machine, median, python, run, table, tool
from serving import Serving, free_port, wrk

# As browsers say it, save for brotli, which Debian's nginx does not have: both are to send the same bytes.
BROWSER = "gzip, deflate, zstd"
HOT, MANY, ANONYMOUS = 1.15, 0.9, 32
# As our builds pack pages.
GZIP_LEVEL = 5
NGINX = """daemon off; master_process off; worker_processes 1; 
pid {work}/nginx.pid; error_log {work}/nginx.log;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types; charset utf-8; server_tokens off; access_log off;
    sendfile on; tcp_nopush on; keepalive_requests 1000000000; keepalive_timeout 75s;
    open_file_cache max={files} inactive=60s; open_file_cache_valid 60s; open_file_cache_min_uses 1;
    gzip_static on; gzip_vary on;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=1024; root {root};
{fields}
    }}
}}
"""


# What a server says of one answer; all else that ours says, nginx says too, or it would have less to do.
OF_ONE_ANSWER = {"content-type", "content-length", "content-encoding", "date", "etag", "vary", "connection"}


class Ours:
    name = "ours"

    def __init__(self, program, work):
        self.port = free_port()
        self.command = [program, "serve", "--site", work / "site-content", "--output", work / "out", "--data", work / "var",
                        "--port", self.port, "--workers", 1, "--lang", "en"]

    def fields(self, path):
        with Serving(self.command, self.port) as server:
            server.until_it_answers()
            return {name: value for name, value in server.ask(path)[1].items() if name not in OF_ONE_ANSWER}


class Nginx:
    name = "nginx"

    def __init__(self, work, fields, kept_open):
        self.port = free_port()
        lines = "\n".join(f'        add_header {name} "{value}" always;' for name, value in sorted(fields.items()))
        conf = work / "nginx.conf"
        text = NGINX.format(work=work, port=self.port, root=work / "out/site", fields=lines, files=kept_open)
        conf.write_text(text, encoding="utf-8")
        self.command = [tool("nginx"), "-c", conf, "-p", work]


def open_files(pages):
    """How many files nginx may keep open. It wants every page and every page's gzip, though no case asks for both."""
    wanted, beside = 2 * pages, 3000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted + beside if hard == resource.RLIM_INFINITY else min(hard, wanted + beside)
    if allowed < pages + beside:
        sys.exit(f"nginx wants {pages + beside} open files, {hard} are allowed: raise ulimit -n, or a smaller --n")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, allowed), hard))
    return allowed - beside


def pack(folder):
    """What gzip_static looks for: each page packed beside it."""
    for page in folder.rglob("*.html"):
        page.with_name(page.name + ".gz").write_bytes(gzip.compress(page.read_bytes(), GZIP_LEVEL, mtime=0))


def cases(server, hot, listed):
    """Name → how wrk is to ask."""
    status, fields, body = server.ask(hot, Accept_Encoding="identity")
    packed = server.ask(hot, Accept_Encoding="gzip")
    if status != 200 or packed[1].get("content-encoding") != "gzip" or gzip.decompress(packed[2]) != body:
        sys.exit(f"{hot} is not the same page in both codings")
    tag = fields["etag"]
    if server.ask(hot, Accept_Encoding="identity", If_None_Match=tag)[0] != 304:
        sys.exit(f"{hot} is sent again to who has {tag}")
    many = {"script": HERE / "pages.lua"}
    return {
        "plain": {"fields": ["Accept-Encoding: identity"]},
        "gzip": {"fields": ["Accept-Encoding: gzip"]},
        "304": {"fields": ["Accept-Encoding: identity", f"If-None-Match: {tag}"]},
        "many": {**many, "words": [listed, "identity"]},
        "many gzip": {**many, "words": [listed, BROWSER]},
    }


def one_round(subject, args, hot, listed, loads, memory):
    with Serving(subject.command, subject.port, core=0) as server:
        server.until_it_answers(hot)
        server.until_it_rests()
        for name, asked in cases(server, hot, listed).items():
            if "script" in asked:
                # Files are opened and pages mapped once; what counts is the state after that.
                wrk(server, hot, 1, core=1, **asked)
            loads[name, subject.name].append(wrk(server, hot, args.seconds, core=1, **asked))
        memory[subject.name].append(server.anonymous())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=10_000, help="procedures")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=3, help="of each case in each round")
    parser.add_argument("--binary", type=binary, default=OURS)
    parser.add_argument("--report", action="store_true", help="end well although a bound is missed")
    args = parser.parse_args()
    args.binary = binary(args.binary)
    print(f"serving {args.n} procedures: ours against nginx, {args.rounds} rounds of {args.seconds} s a case, "
          f"64 connections; {machine()}")
    bounds = Bounds()
    with Workshop(None) as work:
        python("workload.py", work, "--n", args.n)
        shutil.rmtree(work / "hugo")
        run([args.binary, "build", "--site", work / "site-content", "--output", work / "out", "--data", work / "var"])
        pages = sorted((work / "out/site/thu-tuc").glob("*.html"))
        paths = [f"/thu-tuc/{page.name}" for page in pages]
        listed = work / "paths.txt"
        listed.write_text("\n".join(paths) + "\n", encoding="utf-8")
        pack(work / "out/site")
        kept_open = open_files(len(paths))
        hot = paths[len(paths) // 2]
        ours = Ours(args.binary, work)
        subjects = [ours, Nginx(work, ours.fields(hot), kept_open)]
        names = ("plain", "gzip", "304", "many", "many gzip")
        loads = {(name, subject.name): [] for name in names for subject in subjects}
        memory = {subject.name: [] for subject in subjects}
        for at in range(args.rounds):
            print(f"round {at + 1} of {args.rounds}, {load()}", flush=True)
            # Who goes first changes, so that neither always finds the machine as the other left it.
            for subject in subjects[:: 1 if at % 2 else -1]:
                one_round(subject, args, hot, listed, loads, memory)
    rows = []
    for name in names:
        cpu, rate, slow = ([median([getattr(one, what) for one in loads[name, subject.name]]) for subject in subjects]
                           for what in ("cpu", "rate", "p99"))
        ratio = cpu[0] / cpu[1]
        rows.append((name, f"{cpu[0]:.2f}", f"{cpu[1]:.2f}", f"{ratio:.2f}", f"{rate[0]:.0f}", f"{rate[1]:.0f}",
                     f"{slow[0]:.1f}", f"{slow[1]:.1f}"))
        bounds.at_most(f"{name}: CPU of ours over nginx", ratio, MANY if name.startswith("many") else HOT, " ×")
    print(f"\n{len(paths)} pages, median of {args.rounds} rounds: CPU seconds for 100,000 answers, answers a second, "
          "99th percentile in ms\n")
    table(("case", "CPU ours", "nginx", "ratio", "a second ours", "nginx", "p99 ours", "nginx"), rows)
    print("\nanonymous memory, MiB: " + ", ".join(f"{name} {max(seen):.0f}" for name, seen in memory.items()))
    bounds.at_most("anonymous memory of ours", max(memory["ours"]), ANONYMOUS, " MiB")
    sys.exit(bounds.end(args.report))


if __name__ == "__main__":
    main()
