#!/usr/bin/env python3
"""Turns a neutral workload of synthetic procedures into a site-content folder.

    convert_workload.py SOURCE OUT [--by-id]

SOURCE holds site.json, fields.json, counters.json and procedures/<field>/<id>.yaml. OUT is made anew and must not
exist. Same SOURCE, same bytes. Python's standard library only; SOURCE's YAML is a small fixed shape (quoted scalars,
numbers, lists of flat maps, one literal block), and anything else in it stops the run.

Where each visible fact goes:

    code                      the file's name (with --by-id: the id, so that a harness can find the file it edits)
    field                     the folder, and fields.yaml
    level, audience           level, applicants: from words to our closed lists (LEVELS, APPLICANTS)
    agency                    bodies.decides, bodies.handles, answerable
    result                    results[0].name
    counter, room, hours      counters.yaml: name, floor, the codes it handles; the agency's hours
    steps                     position = unit, action = "title: detail", time
    documents                 papers: name, originals, copies, note = "form. note"
    methods                   channels: kind, limit, fees, note
    legal                     law/acts-NNN.yaml by number; two texts under one number get ".2", ".3", … on the later ones,
                              because in our content a number names one act
    notes                     <code>.md

What our format asks for beyond that is filled with short constant words.
"""
import argparse
import json
import re
import sys
from pathlib import Path

AGENCY = "co-quan"
ACTS_A_FILE = 1500
LEVELS = {"Cấp xã": "commune", "Cấp huyện": "commune", "Cấp tỉnh": "province"}  # there are no districts any more
APPLICANTS = {
    "Công dân Việt Nam": ["citizen"],
    "Cá nhân, hộ gia đình": ["citizen"],
    "Tổ chức, doanh nghiệp": ["organisation", "enterprise"],
    "Người nước ngoài cư trú hợp pháp": ["foreigner"],
}
CHANNELS = {"Trực tiếp": "counter", "Trực tuyến": "online", "Dịch vụ bưu chính": "post"}
UNITS = {"ngày làm việc": "working_days", "ngày": "days", "giờ làm việc": "hours", "giờ": "hours"}
SHOWN = "Xuất trình để đối chiếu"
DAY = "2026-11-21"


def scalar(text, where):
    if re.fullmatch(r'".*"', text):
        return json.loads(text)
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"[a-z0-9-]+", text):
        return text
    sys.exit(f"{where}: cannot read {text!r}")


def read_procedure(path):
    """The fixed shape only: `key: scalar`, `key:` with `  - key: scalar` rows, `key: |` with an indented block."""
    found, rows, block = {}, None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        where = f"{path}:{number}"
        if block is not None and (line.startswith("  ") or not line):
            block.append(line[2:])
            continue
        block = None
        if not line:
            continue
        top = re.fullmatch(r"([a-z_]+):(?: (.*))?", line)
        row = re.fullmatch(r"  (- |  )([a-z_]+): (.*)", line)
        if top and top[2] == "|":
            block = found[top[1]] = []
        elif top and top[2] is None:
            rows = found[top[1]] = []
        elif top:
            found[top[1]] = scalar(top[2], where)
        elif row and rows is not None:
            if row[1] == "- ":
                rows.append({})
            rows[-1][row[2]] = scalar(row[3], where)
        else:
            sys.exit(f"{where}: cannot read {line!r}")
    found["notes"] = "\n".join(found["notes"]).rstrip("\n") + "\n"
    return found


def quoted(value):
    """Any value in YAML's flow style; a JSON string is a YAML string."""
    return json.dumps(value, ensure_ascii=False)


def pick(table, words, path):
    if words not in table:
        sys.exit(f"{path}: no place for {words!r}; known: {', '.join(table)}")
    return table[words]


def duration(words, path):
    match = re.fullmatch(r"(\d+) (.+)", words)
    if not match:
        sys.exit(f"{path}: cannot read the time {words!r}")
    return f"{match[1]} {pick(UNITS, match[2], path)}"


def day(words):
    """23-06-2012 → 2012-06-23"""
    return "-".join(reversed(words.split("-")))


class Acts:
    """All legal texts; gives each the number by which procedures name it."""

    def __init__(self):
        self.by_number = {}
        self.repeated = 0

    def number(self, text):
        entry = (text["title"], text["issuer"], day(text["date"]))
        number, copy = text["number"], 1
        while self.by_number.setdefault(number, entry) != entry:
            copy += 1
            number = f"{text['number']}.{copy}"
        self.repeated += copy > 1
        return number

    def files(self):
        """law/acts-NNN.yaml, of a size that a person could still open"""
        rows = [
            f"  - {{id: {quoted(number)}, title: {quoted(title)}, issuer: {quoted(issuer)}, issued: {issued}}}\n"
            for number, (title, issuer, issued) in sorted(self.by_number.items())
        ]
        starts = range(0, len(rows), ACTS_A_FILE)
        return {f"law/acts-{at // ACTS_A_FILE:03}.yaml": "acts:\n" + "".join(rows[at : at + ACTS_A_FILE]) for at in starts}


def fees(words, path):
    if words == "Miễn phí":
        return ["    fees: none"]
    match = re.fullmatch(r"([\d.]+) đồng", words)
    if not match:
        sys.exit(f"{path}: cannot read the fee {words!r}")
    return ["    fees:", "      - id: phi", "        kind: fee", f"        amount: {match[1].replace('.', '')} VND"]


def procedure_yaml(p, code, base_url, acts, path):
    agency = quoted(p["agency"])
    out = [
        f"name: {quoted(p['name'])}",
        "aliases: []",
        f"summary: {quoted(p['name'] + '.')}",
        f"level: [{pick(LEVELS, p['level'], path)}]",
        "kind: detailed_by_law",
        f"applicants: [{', '.join(pick(APPLICANTS, p['audience'], path))}]",
        "bodies:",
        f"  decides: {agency}",
        f"  handles: {agency}",
        "  coordinates: none",
        "  delegated: none",
        f"answerable: {agency}",
        "steps:",
    ]
    for step in p["steps"]:
        out += [
            f"  - id: buoc-{step['ord']}",
            f"    position: {quoted(step['unit'])}",
            f"    action: {quoted(step['title'] + ': ' + step['detail'])}",
            f"    time: {duration(step['time'], path)}",
        ]
    out.append("channels:")
    for method in p["methods"]:
        kind = pick(CHANNELS, method["name"], path)
        out += [f"  - id: {kind}", f"    kind: {kind}"]
        if kind == "online":
            out += ["    level: full", f"    url: {quoted(base_url + '/nop/' + code)}"]
        out += [f"    limit: {duration(method['time'], path)}"]
        out += fees(method["fee"], path)
        out += [f"    note: {quoted(method['detail'])}"]
    out += ["file_sets: 1", "cases:", "  - id: chung", '    name: "Mọi trường hợp"', "    papers:"]
    for paper in p["documents"]:
        out += [
            f"      - id: giay-{paper['ord']}",
            f"        name: {quoted(paper['name'])}",
            f"        originals: {paper['originals']}",
            f"        copies: {paper['copies']}",
            f"        hand_in: {'show' if paper['note'] == SHOWN or not paper['originals'] + paper['copies'] else 'submit'}",
            f"        note: {quoted(paper['form'] + '. ' + paper['note'])}",
        ]
    numbers = list(dict.fromkeys(acts.number(text) for text in p["legal"]))
    out += [
        "conditions: none",
        "results:",
        "  - id: ket-qua",
        f"    name: {quoted(p['result'])}",
        "    validity: none",
        '    returned: "Theo phiếu hẹn"',
        f"acts: {quoted(numbers)}",
        'decision: {number: "1/QĐ-UBND"}',
        "effective_from: 2025-07-01",
        f"checked_on: {DAY}",
    ]
    return "\n".join(out) + "\n"


def hours_yaml(words):
    days = "[mon, tue, wed, thu, fri]"
    spans = [span.split(" - ") for span in words.split(", ")]
    return "[" + ", ".join(f'{{days: {days}, from: "{a}", to: "{b}"}}' for a, b in spans) + "]"


def site_files(site, fields, counters, handled, codes, acts):
    """Everything that is not a procedure: path → text."""
    hours = {counter["hours"] for counter in counters}
    if len(hours) != 1:
        sys.exit("counters with different hours have no place in ours: hours belong to the agency")
    hours = hours_yaml(hours.pop())
    origin = quoted(site["base_url"])
    contact = '{name: "Bàn hướng dẫn", phone: "0200 000 0001"}'
    complaints = '{name: "Tiếp công dân", place: "Tầng 1", days: "Thứ Năm hằng tuần", phone: "0200 000 0003"}'
    rows = "".join(
        f"  - {{id: {c['id']}, name: {quoted(c['name'])}, floor: {quoted(c['room'])}, "
        f"handles: {{fields: [], codes: {quoted(handled.get(c['id'], []))}, except: []}}}}\n"
        for c in counters
    )
    return {
        "site.yaml": f"name: {quoted(site['title'])}\nshort_name: {quoted(site['title'])}\nowner: {quoted(site['title'])}\n"
        f"base_url: {origin}\nprint_origin: {origin}\nlanguages: [vi]\ntheme: default\nsample: true\n"
        'surveys: {counter: nhanh, more: []}\nscan_instructions: ["Mở máy ảnh", "Bấm vào dòng địa chỉ hiện ra"]\n',
        "fields.yaml": "fields:\n" + "".join(f"  - {{id: {f['slug']}, name: {quoted(f['name'])}}}\n" for f in fields),
        **acts.files(),
        "law/required-parts.yaml": 'citation: "63/2010/NĐ-CP"\nparts:\n  - {part: steps, stated: true, from: 2010-10-14}\n',
        "law/abolished.yaml": "terms: []\n",
        "law/calendar/2026.yaml": 'days_off: []\nmake_up_workdays: []\nweekend: [sat, sun]\ncitation: "45/2019/QH14"\n',
        "sets/tat-ca.yaml": f"name: \"Tất cả\"\nprocedures: {quoted(codes)}\n",
        f"agencies/{AGENCY}/agency.yaml": 'name: "Ủy ban nhân dân"\nshort_name: "Ủy ban"\nlevel: commune\nkind: ward\nparent: none\n'
        'one_stop: "Bộ phận Một cửa"\nplace: {address: "Số 1 đường Thí Dụ"}\n'
        f"hours: {hours}\ncontacts:\n  help: {contact}\n  petitions: {contact}\n  complaints: {complaints}\n"
        "hotlines: []\npoints: []\noffers: {sets: [tat-ca], also: [], except: []}\npetitions: desk\n",
        f"agencies/{AGENCY}/counters.yaml": "counters:\n" + rows,
        "surveys/nhanh.yaml": 'name: "Đánh giá nhanh"\nversion: 1\nstatus: local\nfactors: []\nquestions:\n'
        '  - {id: hai-long, kind: scale, scale: faces5, ask: "Ông/bà hài lòng ở mức nào?", required: true}\n',
        "printed-codes.yaml": "codes: []\n",
    }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--by-id", action="store_true", help="name procedures by id in place of code")
    args = parser.parse_args()
    if args.out.exists():
        sys.exit(f"{args.out} exists already")
    site, fields, counters = (
        json.loads((args.source / name).read_text(encoding="utf-8"))
        for name in ("site.json", "fields.json", "counters.json")
    )
    acts, handled, codes = Acts(), {}, {}
    for path in sorted((args.source / "procedures").glob("*/*.yaml")):
        p = read_procedure(path)
        code = p["id"] if args.by_id else p["code"]
        if code in codes:
            sys.exit(f"{path}: the code {code} is that of {codes[code]} too; codes are unique, so mend the workload")
        codes[code] = path
        handled.setdefault(p["counter"], []).append(code)
        beside = args.out / "procedures" / p["field"] / code
        write(beside.with_name(code + ".yaml"), procedure_yaml(p, code, site["base_url"], acts, path))
        write(beside.with_name(code + ".md"), p["notes"])
    if not codes:
        sys.exit(f"{args.source}: no procedures")
    unknown = set(handled) - {counter["id"] for counter in counters}
    if unknown:
        sys.exit(f"counters that are not in counters.json: {', '.join(sorted(unknown))}")
    for name, text in site_files(site, fields, counters, handled, list(codes), acts).items():
        write(args.out / name, text)
    print(
        f"{len(codes)} procedures, {len(fields)} fields, {len(counters)} counters, {len(acts.by_number)} acts "
        f"({acts.repeated} renumbered) in {args.out}"
    )


if __name__ == "__main__":
    main()
