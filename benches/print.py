#!/usr/bin/env python3
"""What sheets cost: one poster from a cold start, 200 posters in one file, a board of 560 procedures; and a poster beside
headless Chromium that prints the same poster from HTML.

    cargo build --profile dist --features pdf
    benches/print.py [--runs 5] [--report]

Clocked around the whole command, reading the content from its caches included; a first run fills them. Source and output
lie on a memory file system where there is one.
"""
import argparse
import shutil
import sys
from pathlib import Path

from measure import OURS, ROOT, Bounds, Workshop, binary, machine, median, python, run, table

BOARD = 560
POSTERS = 200


def site_of(work, source, name, edit=lambda site: None):
    site = work / name
    shutil.copytree(source, site)
    settings = site / "site.yaml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith(("base_url:", "print_origin:"))]
    lines += ['base_url: "https://niemyet.minhhoa.gov.vn"', 'print_origin: "https://niemyet.minhhoa.gov.vn"']
    settings.write_text("\n".join(lines) + "\n")
    edit(site)
    return site


def many_counters(site):
    names = "".join(
        f'  - {{id: quay-{n}, name: "Quầy {n} – Hộ tịch, chứng thực", handles: {{fields: [ho-tich], codes: [], except: []}}}}\n'
        for n in range(1, POSTERS + 1))
    folder = site / "agencies/phuong-vi-du"
    (folder / "counters.yaml").write_text("counters:\n" + names)
    (folder / "counters.en.yaml").unlink()


def one_agency(site):
    """Every procedure of the workload at the first agency."""
    folders = sorted((site / "agencies").iterdir())
    codes = [path.name.removesuffix(".yaml") for path in sorted((site / "procedures").glob("*/*.yaml"))
             if not path.name.endswith(".en.yaml")]
    agency = folders[0] / "agency.yaml"
    kept = [line for line in agency.read_text().splitlines() if not line.startswith("offers:")]
    listed = ", ".join(f'"{code}"' for code in codes)
    agency.write_text("\n".join(kept) + f"\noffers: {{sets: [], also: [{listed}], except: []}}\n")
    return folders[0].name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--binary", type=binary, default=OURS)
    parser.add_argument("--report", action="store_true", help="end well although a bound is missed")
    args = parser.parse_args()
    program = binary(args.binary)
    print(f"printing: {args.runs} rounds, medians; {machine()}")
    with Workshop(None) as work:
        sample = site_of(work, ROOT / "site-content", "sample")
        halls = site_of(work, ROOT / "site-content", "halls", many_counters)
        python("workload.py", work / "load", "--n", BOARD)
        load = site_of(work, work / "load/site-content", "load")
        agency = one_agency(load)

        def niemyet(site, *words):
            return run([program, "--site", site, "--output", work / f"out-{site.name}", "--data", work / "var",
                        "--themes", work / "none", "--lang", "en", *words])

        niemyet(halls, "codes", "assign")
        jobs = {
            "one poster": (sample, "posters", "--counter", "phuong-vi-du/quay-1", "--no-cover"),
            f"{POSTERS} posters": (halls, "posters", "--agency", "phuong-vi-du", "--no-cover"),
            f"a board of {BOARD}": (load, "board", "--agency", agency),
        }
        costs, sizes = {}, {}
        for name, (site, *words) in jobs.items():
            pdf = work / f"{name}.pdf"
            command = ("print", *words, "-o", pdf)
            niemyet(site, *command)
            costs[name] = [niemyet(site, *command) for _ in range(args.runs)]
            sizes[name] = pdf.stat().st_size / 1000
        niemyet(sample, "print", "posters", "--html", "--counter", "phuong-vi-du/quay-1", "-o", work / "html")
        page = work / "html/phuong-vi-du/quay-1.vi.html"
        chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--print-to-pdf={work / 'chromium.pdf'}", page.as_uri()]
        costs["Chromium, the poster"] = [run(chromium) for _ in range(args.runs)]
        sizes["Chromium, the poster"] = (work / "chromium.pdf").stat().st_size / 1000
    rows = [(name, f"{median([one.cpu for one in runs]):.3f}", f"{max(one.peak for one in runs):.0f}", f"{sizes[name]:.0f}")
            for name, runs in costs.items()]
    print()
    table(("", "CPU, s", "peak, MiB", "file, kB"), rows)
    cpu = {name: median([one.cpu for one in runs]) for name, runs in costs.items()}
    bounds = Bounds()
    bounds.at_most("one poster, CPU", cpu["one poster"] * 1000, 60, " ms")
    bounds.at_most(f"{POSTERS} posters, CPU", cpu[f"{POSTERS} posters"], 1, " s")
    bounds.at_most(f"a board of {BOARD}, CPU", cpu[f"a board of {BOARD}"], 2, " s")
    bounds.at_most("its peak", max(one.peak for one in costs[f"a board of {BOARD}"]), 300, " MiB")
    bounds.at_most("a poster's file", sizes["one poster"], 60, " kB")
    bounds.at_most(f"the file of {POSTERS} posters", sizes[f"{POSTERS} posters"], 2000, " kB")
    bounds.at_least("Chromium's CPU against ours", cpu["Chromium, the poster"] / cpu["one poster"], 5)
    sys.exit(bounds.end(args.report))


if __name__ == "__main__":
    main()
