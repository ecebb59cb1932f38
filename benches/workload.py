#!/usr/bin/env python3
"""Makes N synthetic procedures: as a content folder of ours, and the same facts as a Hugo site with a content adapter.

    workload.py OUT --n 10000 [--seed 1]

writes OUT/site-content, OUT/hugo and OUT/facts.json (every 50th procedure or so: its two pages, and what both must
show). Same seed, same bytes, and the first thousand of a large workload are those of a small one. Python's standard
library only. All names, numbers and sentences are made up and mean nothing.

A procedure has what a real one has: 20 fields, 5 agencies with 4 counters each, four steps, six papers, three channels
with limit and fee, three legal texts, one result, and some 150 words of guidance with a list and a table. Hugo gets
agency and counter copied into each procedure, which is cheapest for it; ours names them by id, as editors do.
"""
import argparse
import json
import random
import sys
from pathlib import Path

from peer_templates import peer_files

FIELDS = [
    ("ho-tich", "Hộ tịch"), ("chung-thuc", "Chứng thực"), ("cu-tru", "Cư trú"), ("dat-dai", "Đất đai"),
    ("xay-dung", "Xây dựng"), ("moi-truong", "Môi trường"), ("giao-duc", "Giáo dục"), ("y-te", "Y tế"),
    ("lao-dong", "Việc làm"), ("bao-tro", "Bảo trợ xã hội"), ("kinh-doanh", "Hộ kinh doanh"), ("thuy-san", "Thủy sản"),
    ("lam-nghiep", "Lâm nghiệp"), ("giao-thong", "Giao thông"), ("van-hoa", "Văn hóa"), ("ton-giao", "Tôn giáo"),
    ("nguoi-co-cong", "Người có công"), ("thi-dua", "Khen thưởng"), ("thuy-loi", "Thủy lợi"), ("hoa-giai", "Hòa giải"),
]
WARDS = ["An Thử", "Bình Mẫu", "Cát Giả", "Đông Nháp", "Phú Tưởng"]
COUNTERS = 4
VERBS = ["Đăng ký", "Cấp mới", "Cấp lại", "Gia hạn", "Điều chỉnh", "Xác nhận", "Thu hồi", "Công nhận"]
OBJECTS = [
    "giấy phép sử dụng bến thuyền", "sổ theo dõi giống cây", "thẻ thư viện cộng đồng", "giấy xác nhận hộ nuôi ong",
    "chứng chỉ người dẫn đường", "quyền sử dụng sân chơi chung", "danh hiệu xóm sạch", "bản sao sổ ghi nước",
    "giấy phép treo biển gỗ", "trợ cấp mùa giáp hạt", "mã số vườn ươm", "lịch dùng nhà sinh hoạt chung",
]
MANNERS = [
    "cho người mới chuyển đến", "khi bản trước bị hỏng", "đối với nhóm hộ", "trong mùa nước nổi", "theo ủy quyền",
    "cho người cao tuổi", "có yếu tố liên xã", "khi đổi tên đường", "với quy mô nhỏ", "do nhầm lẫn khi ghi sổ",
]
POSITIONS = ["Người yêu cầu", "Công chức tiếp nhận", "Công chức chuyên môn", "Chủ tịch Ủy ban nhân dân", "Văn thư"]
ACTIONS = [
    "Chuẩn bị giấy tờ theo danh sách, lấy số thứ tự và nộp tại quầy; ai ở xa thì gửi bảo đảm qua bưu chính.",
    "Đối chiếu từng tờ với danh sách, ghi sổ, trao phiếu hẹn; thiếu tờ nào thì nói rõ một lần bằng văn bản.",
    "Xem xét nội dung, hỏi ý kiến nơi liên quan khi cần, soạn kết quả và trình ký trước ngày hẹn.",
    "Nhận phiếu hẹn, thu phí nếu có, trao kết quả và mời người yêu cầu kiểm tra từng chữ trước khi ký nhận.",
]
PAPERS = [
    "Tờ khai theo mẫu của xã", "Bản vẽ tay vị trí", "Giấy xác nhận của tổ dân phố", "Ảnh chụp hiện trạng",
    "Danh sách người cùng sử dụng", "Văn bản đồng ý của chủ đất", "Phiếu kết quả đo nước", "Bản cam kết giữ vệ sinh",
    "Giấy ủy quyền có chữ ký", "Sơ đồ lối đi", "Biên bản họp nhóm hộ", "Phiếu thu của năm trước",
]
PAPER_NOTES = ["Viết tay hoặc đánh máy đều được", "Nộp một lần cho cả nhóm", "Xem xong trả lại ngay", "Chụp rõ bốn góc"]
WAYS = [
    ("counter", "Tại quầy", "Mang theo giấy tờ tùy thân để đối chiếu, không phải nộp lại."),
    ("online", "Trực tuyến", "Mỗi tệp không quá mười megabyte, chụp thẳng và đủ sáng."),
    ("post", "Qua bưu chính", "Thời hạn tính từ ngày quầy nhận được phong bì đủ giấy tờ."),
]
FREE = "Không thu phí, lệ phí"
SENTENCES = [
    "Ông/bà nên đến sớm hơn giờ hẹn mười phút để kịp gửi xe và lấy số.",
    "Giấy tờ bằng tiếng nước ngoài cần kèm bản dịch, người dịch ký tên trên từng trang.",
    "Khi có người đi thay, quầy chỉ cần xem văn bản ủy quyền và giấy tờ của người đến.",
    "Những ngày mưa lớn, quầy nhận hồ sơ qua điện thoại rồi đối chiếu bản chính vào hôm sau.",
    "Kết quả được giữ tại quầy chín mươi ngày, sau đó chuyển vào kho lưu của phường.",
    "Nếu tên đường đã đổi, ông/bà ghi cả tên cũ lẫn tên mới để công chức dễ tra cứu.",
    "Người khuyết tật và phụ nữ có thai được mời vào quầy ưu tiên, không phải chờ số.",
    "Mọi khoản thu đều có biên lai; không có biên lai thì ông/bà không phải trả.",
    "Hồ sơ nộp sau mười lăm giờ được tính từ ngày làm việc tiếp theo.",
]
TITLES = [
    "về việc ghi sổ và giữ sổ ở cấp xã", "hướng dẫn trình tự tiếp nhận tại quầy", "quy định mức thu và cách thu",
    "sửa đổi một số điều về giấy tờ phải nộp", "về phối hợp giữa các xã liền kề",
]
KINDS = [("Nghị định", "NĐ-MAU", "Chính phủ mẫu"), ("Thông tư", "TT-MAU", "Bộ mẫu"), ("Quyết định", "QĐ-MAU", "Ủy ban mẫu")]
LEVELS = [("commune", "Cấp xã"), ("province", "Cấp tỉnh")]
APPLICANTS = [("citizen", "công dân Việt Nam"), ("organisation", "tổ chức"), ("enterprise", "doanh nghiệp")]
SITE = {"title": "Niêm yết thử tốc độ", "origin": "https://toc-do.mau.example"}
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
WEIGHTS = [16, 26, 19, 27, 9, 3, 1]
DAY = "2026-11-21"
# Facts are compared on about so many pages.
COMPARED = 200


def quoted(value):
    """Any value in YAML's flow style: a JSON value is a YAML value."""
    return json.dumps(value, ensure_ascii=False)


def shown_day(day):
    return "/".join(reversed(day.split("-")))


def acts():
    """The legal texts that procedures cite: one number, one text."""
    draw = random.Random("acts")
    found = []
    for number in range(1, 301):
        kind, ending, issuer = draw.choice(KINDS)
        year = draw.randint(2010, 2025)
        day = f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        found.append({"number": f"{number}/{year}/{ending}", "title": f"{kind} {draw.choice(TITLES)}",
                      "issuer": issuer, "day": day})
    return found


def printed_code(at):
    """A code with a true check sign for the counter `at`; codes whose check sign would not exist are passed over."""
    draw = random.Random(f"code/{at}")
    while True:
        counts = [draw.randint(1, 30) for _ in range(6)]
        check = -sum(count * weight for count, weight in zip(counts, WEIGHTS)) % 31
        if check:
            return "".join(SIGNS[count - 1] for count in [*counts, check])


def agencies():
    found = []
    for at, ward in enumerate(WARDS):
        phone = f"0200 000 00{at + 1:02}"
        counters = [{"id": f"quay-{n}", "name": f"Quầy {n} {ward}", "floor": f"Tầng {1 + n // 3}",
                     "code": printed_code(at * COUNTERS + n)} for n in range(1, COUNTERS + 1)]
        found.append({"id": f"phuong-{at + 1}", "name": f"Ủy ban nhân dân phường {ward}", "short": f"Phường {ward}",
                      "phone": phone, "counters": counters})
    return found


def procedure(seed, at, law, bodies):
    """The procedure `at`, from 0, as plain values; both trees and the facts are written from these."""
    draw = random.Random(f"{seed}/{at}")
    field, field_name = draw.choice(FIELDS)
    body = draw.choice(bodies)
    counter = draw.choice(body["counters"])
    level, applicant = draw.choice(LEVELS), draw.choice(APPLICANTS)
    thing = draw.choice(OBJECTS)
    days = draw.choice([2, 3, 5, 7, 10, 15])
    steps = [{"position": draw.choice(POSITIONS), "action": action, "hours": draw.choice([2, 4, 8, 16])}
             for action in ACTIONS]
    papers = [{"name": name, "originals": draw.randint(0, 2), "copies": draw.randint(1, 3),
               "note": f"{draw.choice(PAPER_NOTES)}, mẫu số {draw.randint(1, 60)}"} for name in draw.sample(PAPERS, 6)]
    ways = [{"kind": kind, "name": name, "days": days + draw.randint(0, 3), "note": note,
             "fee": draw.choice([0, 0, 8000, 15000, 30000, 75000, 120000])} for kind, name, note in WAYS]
    said = draw.sample(SENTENCES, 6)
    guidance = (
        f"{said[0]} **{said[1]}** {said[2]}\n\n"
        f"## Trước khi đi\n\n- {said[3]}\n- Mang theo *{papers[0]['name'].lower()}* đã điền đủ.\n"
        f"- Hỏi trước theo số `{body['phone']}` nếu chưa rõ.\n\n"
        f"| Việc | Số ngày | Nơi làm |\n| --- | ---: | --- |\n| Thông thường | {days} | {counter['name']} |\n"
        f"| Cần xem thực địa | {days + 5} | {body['short']} |\n| Liên xã | {days + 9} | Nơi ông/bà cư trú |\n\n"
        f"{said[4]}\n\n> {said[5]}\n"
    )
    return {
        "id": f"tt-{at + 1:06}", "order": at + 1, "code": f"{1 + at % 3}.{at + 1:06}",
        "name": f"{draw.choice(VERBS)} {thing} {draw.choice(MANNERS)}", "field": field, "field_name": field_name,
        "level": level[0], "level_name": level[1], "applicant": applicant[0], "applicant_name": applicant[1],
        "agency": body["id"], "agency_name": body["short"], "decides": body["name"], "phone": body["phone"],
        "counter": counter["id"], "counter_name": counter["name"], "result": f"Bản xác nhận về {thing}",
        "steps": steps, "papers": papers, "ways": ways, "acts": draw.sample(law, 3), "guidance": guidance,
        "said": said,
    }


def shown_fee(amount):
    return f"{amount:,} đồng".replace(",", ".") if amount else FREE


def facts(p):
    """What a reader of the page must find on it, in either site."""
    found = [p["name"], p["code"], p["field_name"], p["level_name"], p["applicant_name"], p["decides"], p["agency_name"],
             p["counter_name"], p["phone"], p["result"], "Số lượng hồ sơ: 1 bộ", "1/QĐ-MAU", *p["said"], "Trước khi đi",
             "Cần xem thực địa", "Nơi ông/bà cư trú"]
    for step in p["steps"]:
        found += [step["position"], step["action"], f"{step['hours']} giờ"]
    for paper in p["papers"]:
        found += [paper["name"], paper["note"], f"{paper['copies']} bản sao"]
        found += [f"{paper['originals']} bản chính"] if paper["originals"] else []
    for way in p["ways"]:
        found += [way["name"], way["note"], f"{way['days']} ngày làm việc", shown_fee(way["fee"])]
    for act in p["acts"]:
        found += [act["number"], act["title"], act["issuer"], shown_day(act["day"])]
    return found


def procedure_yaml(p):
    body = quoted(p["decides"])
    out = [
        f"name: {quoted(p['name'])}", "aliases: []", f"summary: {quoted(p['name'] + '.')}", f"level: [{p['level']}]",
        "kind: local", f"applicants: [{p['applicant']}]", "bodies:", f"  decides: {body}", f"  handles: {body}",
        "  coordinates: none", "  delegated: none", f"answerable: {quoted('Chủ tịch phường')}", "steps:",
    ]
    for at, step in enumerate(p["steps"], 1):
        out += [f"  - id: buoc-{at}", f"    position: {quoted(step['position'])}", f"    action: {quoted(step['action'])}",
                f"    time: {step['hours']} hours"]
    out.append("channels:")
    for way in p["ways"]:
        out += [f"  - id: {way['kind']}", f"    kind: {way['kind']}"]
        if way["kind"] == "online":
            out += ["    level: full", f"    url: {quoted(SITE['origin'] + '/nop/' + p['code'])}"]
        out.append(f"    limit: {way['days']} working_days")
        out += (["    fees:", "      - id: phi", "        kind: fee", f"        amount: {way['fee']} VND"] if way["fee"]
                else ["    fees: none"])
        out.append(f"    note: {quoted(way['note'])}")
    out += ["file_sets: 1", "cases:", "  - id: chung", f"    name: {quoted('Mọi trường hợp')}", "    papers:"]
    for at, paper in enumerate(p["papers"], 1):
        out += [f"      - id: giay-{at}", f"        name: {quoted(paper['name'])}", f"        originals: {paper['originals']}",
                f"        copies: {paper['copies']}", "        hand_in: submit", f"        note: {quoted(paper['note'])}"]
    out += [
        "conditions: none", "results:", "  - id: ket-qua", f"    name: {quoted(p['result'])}", "    validity: none",
        f"    returned: {quoted('Trao tại quầy')}", f"acts: {quoted([act['number'] for act in p['acts']])}",
        "decision: {number: \"1/QĐ-MAU\"}", "effective_from: 2025-07-01", f"checked_on: {DAY}",
    ]
    return "\n".join(out) + "\n"


def agency_files(body, codes):
    """`codes`: counter id → the codes that it handles."""
    at = f"agencies/{body['id']}"
    every = [code for handled in codes.values() for code in handled]
    days = "days: [mon, tue, wed, thu, fri]"
    rows = "".join(
        f"  - {{id: {c['id']}, name: {quoted(c['name'])}, floor: {quoted(c['floor'])}, "
        f"handles: {{fields: [], codes: {quoted(codes.get(c['id'], []))}, except: []}}}}\n" for c in body["counters"])
    contact = f"{{name: {quoted('Bàn hướng dẫn')}, phone: {quoted(body['phone'])}}}"
    reception = f"{{name: {quoted('Tiếp công dân')}, place: {quoted('Tầng 1')}, days: {quoted('Thứ Năm hằng tuần')}, phone: {quoted(body['phone'])}}}"
    return {
        f"sets/{body['id']}.yaml": f"name: {quoted(body['short'])}\nprocedures: {quoted(sorted(every))}\n",
        f"{at}/counters.yaml": "counters:\n" + rows,
        f"{at}/agency.yaml": f"name: {quoted(body['name'])}\nshort_name: {quoted(body['short'])}\nlevel: commune\nkind: ward\n"
        f"parent: none\none_stop: {quoted('Bộ phận Một cửa')}\nplace: {{address: {quoted('Số 1 đường Thử Tốc Độ')}}}\n"
        f"hours: [{{{days}, from: \"07:30\", to: \"11:30\"}}, {{{days}, from: \"13:30\", to: \"17:00\"}}]\n"
        f"contacts:\n  help: {contact}\n  petitions: {contact}\n  complaints: {reception}\n"
        f"hotlines: []\npoints: []\noffers: {{sets: [{body['id']}], also: [], except: []}}\npetitions: desk\n",
    }


def site_files(law, bodies):
    origin, title = quoted(SITE["origin"]), quoted(SITE["title"])
    ledger = "".join(f"  - {{code: {c['code']}, counter: {body['id']}/{c['id']}, since: {DAY}}}\n"
                     for body in bodies for c in body["counters"])
    texts = "".join(f"  - {{id: {quoted(a['number'])}, title: {quoted(a['title'])}, issuer: {quoted(a['issuer'])}, "
                    f"issued: {a['day']}}}\n" for a in law)
    return {
        "site.yaml": f"name: {title}\nshort_name: {title}\nowner: {title}\nbase_url: {origin}\nprint_origin: {origin}\n"
        "languages: [vi]\ntheme: default\nsample: true\nsurveys: {counter: nhanh, more: [ky]}\n"
        f"scan_instructions: [{quoted('Mở máy ảnh')}]\n",
        "fields.yaml": "fields:\n" + "".join(f"  - {{id: {one}, name: {quoted(name)}}}\n" for one, name in FIELDS),
        "law/acts.yaml": "acts:\n" + texts,
        "law/required-parts.yaml": "citation: \"1/2025/NĐ-MAU\"\nparts:\n  - {part: steps, stated: true, from: 2010-10-14}\n",
        "law/abolished.yaml": "terms: []\n",
        "law/calendar/2026.yaml": "days_off: []\nmake_up_workdays: []\nweekend: [sat, sun]\ncitation: \"1/2025/NĐ-MAU\"\n",
        "surveys/nhanh.yaml": f"name: {quoted('Đánh giá nhanh')}\nversion: 1\nstatus: local\nfactors: []\nquestions:\n"
        f"  - {{id: hai-long, kind: scale, scale: faces5, ask: {quoted('Ông/bà hài lòng ở mức nào?')}, required: true}}\n"
        f"  - {{id: gop-y, kind: text, ask: {quoted('Ông/bà muốn góp ý gì?')}, max: 500}}\n",
        "surveys/ky.yaml": f"name: {quoted('Đánh giá kỹ')}\nversion: 1\nstatus: local\n"
        f"factors: [{{id: thai-do, name: {quoted('Thái độ')}}}]\nquestions:\n"
        + "".join(f"  - {{id: cau-{n}, kind: scale, scale: levels5, ask: {quoted(f'Câu hỏi số {n}?')}, factor: thai-do}}\n"
                  for n in range(1, 9)),
        "printed-codes.yaml": "codes:\n" + ledger,
    }


class Tree:
    """A folder that is written once; each folder in it is made once."""

    def __init__(self, root):
        self.root, self.made = root, set()

    def put(self, path, text):
        file = self.root / path
        if file.parent not in self.made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.made.add(file.parent)
        file.write_text(text, encoding="utf-8", newline="\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--n", type=int, required=True, help="how many procedures")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not 1 <= args.n <= 999_999:
        sys.exit("--n is 1 to 999999")
    ours, hugo = Tree(args.out / "site-content"), Tree(args.out / "hugo")
    if ours.root.exists() or hugo.root.exists():
        sys.exit(f"{args.out} holds a workload already")
    law, bodies = acts(), agencies()
    handled = {body["id"]: {} for body in bodies}
    by_field = {field: [] for field, _ in FIELDS}
    compared = []
    for at in range(args.n):
        p = procedure(args.seed, at, law, bodies)
        handled[p["agency"]].setdefault(p["counter"], []).append(p["code"])
        ours.put(f"procedures/{p['field']}/{p['code']}.yaml", procedure_yaml(p))
        ours.put(f"procedures/{p['field']}/{p['code']}.md", p["guidance"])
        # Hugo gets words where we have numbers to format: the cheapest form for it.
        for way in p["ways"]:
            way["fee_shown"] = shown_fee(way["fee"])
        for act in p["acts"]:
            act["day_shown"] = shown_day(act["day"])
        by_field[p["field"]].append(p)
        if at % max(1, args.n // COMPARED) == 0:
            compared.append({"code": p["code"], "ours": f"thu-tuc/{p['code']}.html",
                             "hugo": f"{p['field']}/{p['id']}/index.html", "facts": facts(p)})
    files = site_files(law, bodies)
    for body in bodies:
        files |= agency_files(body, handled[body["id"]])
    for path, text in files.items():
        ours.put(path, text)
    for path, text in peer_files(SITE, FIELDS, by_field).items():
        hugo.put(path, text)
    (args.out / "facts.json").write_text(json.dumps(compared, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{args.n} procedures of seed {args.seed} in {args.out}")


if __name__ == "__main__":
    main()
