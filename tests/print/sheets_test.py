"""What hangs on walls: complete, within the paper, readable by telephones, fit for screen readers and archives."""

import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import sheets
from sheets import HOST, Content

WARD = "phuong-vi-du"
COUNTER = "phuong-vi-du/quay-1"
BOARD = "phuong-vi-du/quay-4"
# What is printed, and how many symbols each counter, agency or procedure shows there in one language.
KINDS = {
    ("posters", "--agency", WARD): 1,
    ("posters", "--size", "a3", "--counter", COUNTER): 1,
    ("tents", "--counter", COUNTER): 2,
    ("labels", "--counter", COUNTER): 21,
    ("labels", "--counter", COUNTER, "--preset", "l8", "--skip", "3"): 5,
    ("survey", "--counter", COUNTER): 2,
    ("survey", "--counter", COUNTER, "--survey", "sipas-qd2640"): 1,
    ("notice", "--agency", WARD): 1,
    ("procedure", "--agency", WARD, "--procedure", "1.004222"): 1,
    ("board", "--counter", BOARD): 1,
}


class EveryKind(unittest.TestCase):
    """Each kind in each language, from the sample content."""

    @classmethod
    def setUpClass(cls):
        cls.content = Content()
        cls.made = {}
        for kind in KINDS:
            for language in ("vi", "en", "both"):
                cls.made[*kind, language] = cls.content.printed(*kind, "--language", language)

    @classmethod
    def tearDownClass(cls):
        cls.content.close()

    def each(self, check):
        for (*kind, language), pdf in self.made.items():
            with self.subTest(kind=" ".join(kind), language=language):
                check(tuple(kind), language, pdf)

    def test_files_are_sound_and_letters_embedded(self):
        def check(_0, _1, pdf):
            sheets.run("qpdf", "--check", pdf)
            fonts = sheets.run("pdffonts", pdf).splitlines()[2:]
            self.assertTrue(fonts)
            for font in fonts:
                self.assertEqual(font.split()[-5:-2], ["yes", "yes", "yes"], font)

        self.each(check)

    def test_screen_readers_are_served(self):
        tools = Path(sys.executable).parent
        def check(_0, _1, pdf):
            sheets.run(tools / "outloud", "--quiet", "--layer", "conformance", pdf)
            subprocess.run([tools / "pdfua", "check", "--min-severity", "error", pdf], check=True, capture_output=True)

        self.each(check)

    def test_nothing_leaves_the_paper_and_text_is_composed(self):
        def check(_0, _1, pdf):
            inside(self, pdf)

        self.each(check)

    def symbols(self, kind, language):
        """The addresses that a printed thing must show, as many times as it must, from the content alone."""
        if kind[0] == "notice":
            paths = [f"don-vi/{WARD}.html"]
        elif kind[0] == "procedure":
            paths = [f"thu-tuc/{kind[-1]}.html"]
        elif kind[0] == "board":
            paths = [f"thu-tuc/{code}.html" for code in self.content.handled(BOARD)]
        elif "--agency" in kind:
            counters = self.content.yaml(f"agencies/{WARD}/counters.yaml")["counters"]
            paths = ["Q/" + self.content.code(f"{WARD}/{one['id']}") for one in counters]
        else:
            paths = ["Q/" + self.content.code(COUNTER)]
        # What has pages for each language shows its symbols on both.
        times = KINDS[kind] * (2 if language == "both" and kind[0] in ("procedure", "survey", "board") else 1)
        return sorted(f"https://{HOST.upper()}/{path}" for path in paths * times)

    def test_symbols_are_read_by_two_readers(self):
        def check(kind, language, pdf):
            one, other = [], []
            for picture in sheets.pictures(pdf):
                symbols = sheets.zxing(picture)
                one += [text for text, _ in symbols]
                other += sheets.zbar(picture, [place for _, place in symbols], self.content.place)
            wanted = self.symbols(kind, language)
            self.assertGreater(len(wanted), 0)
            self.assertEqual(sorted(one), wanted, "zxing")
            self.assertEqual(sorted(other), wanted, "zbar")

        self.each(check)

    def test_symbols_are_read_when_light_and_camera_are_poor(self):
        def check(kind, language, pdf):
            # A module of a poster has 13 dots at 150 dpi; of a label 4.6.
            sigma = {"posters": 2.6, "tents": 2.0, "labels": 0.9}.get(kind[0], 0.6)
            read = [text for picture in sheets.pictures(pdf) for text, _ in sheets.zxing(sheets.worn(picture, sigma))]
            self.assertEqual(sorted(read), self.symbols(kind, language))

        self.each(check)

    def test_the_same_data_give_the_same_bytes(self):
        one = self.made[*next(iter(KINDS)), "both"]
        before = one.read_bytes()
        again = self.content.printed(*next(iter(KINDS)), "--language", "both")
        self.assertEqual(before, again.read_bytes())

    def test_every_fact_of_a_board_is_there(self):
        text = sheets.text_of(self.made["board", "--counter", BOARD, "vi"])
        handled = self.content.handled(BOARD)
        self.assertGreater(len(handled), 3)
        for code, body in handled.items():
            facts = [body["name"], code]
            for case in body.get("cases") if isinstance(body.get("cases"), list) else []:
                if isinstance(case["papers"], list):
                    facts += [paper["name"] for paper in case["papers"]]
            for fact in facts:
                self.assertIn(sheets.bare(fact), text)

    def test_a_poster_says_all_that_it_must(self):
        for language, words in {
            "vi": ["Tờ mã quầy", "Ủy ban nhân dân phường Ví Dụ", "in ngày 22/11/2026", "mật khẩu", "50 mm", "Bản"],
            "en": ["Counter poster", "printed on 22 November 2026", "passwords", "50 mm", "Edition"],
        }.items():
            pdf = self.made["posters", "--agency", WARD, language]
            text = sheets.text_of(pdf)
            for fact in words:
                self.assertIn(sheets.bare(fact), text, language)
            for one in self.content.yaml("printed-codes.yaml")["codes"]:
                if one["counter"].startswith(WARD):
                    code = one["code"]
                    self.assertGreaterEqual(text.count(f"{code[:3]}-{code[3:]}"), 4)
                    self.assertIn(f"{HOST}/Q/{code}", text)
            self.assertEqual(sheets.pages_of(pdf), 5, "a page of advice and four posters")


def inside(test, pdf):
    """All words lie on the paper, and come out with their marks whole."""
    words = sheets.words_of(pdf)
    test.assertGreater(len(words), 20)
    for page, wide, high, left, top, right, bottom, text in words:
        test.assertTrue(0 <= left and 0 <= top and right <= wide and bottom <= high, f"page {page}: {text}")
        test.assertTrue(sheets.is_nfc(text), text)


def rest_after(pages, text, parts):
    """What is missing of a text that may be broken by pages into so many parts, each as long as its page has it."""
    for page in pages:
        long = next((end for end in range(len(text), 20, -1) if text[:end] in page), 0)
        text, parts = text[long:], parts - (long > 0)
        if not text or not parts:
            break
    return text


class Slips(unittest.TestCase):
    """Slips that are handed out: each its own code, on sheets to be cut and on receipt paper."""

    def test_each_slip_has_a_code_of_its_own_to_scan_and_to_type(self):
        content = Content()
        self.addCleanup(content.close)
        tools = Path(sys.executable).parent
        counter = content.code(COUNTER)
        for language in ("vi", "en", "both"):
            for more, pages in (((), 2), (("--roll",), 9)):
                with self.subTest(language=language, more=more):
                    pdf = content.printed("slips", "--counter", COUNTER, "-n", "9", "--language", language, *more)
                    self.assertEqual(sheets.pages_of(pdf), pages)
                    inside(self, pdf)
                    sheets.run("qpdf", "--check", pdf)
                    sheets.run(tools / "outloud", "--quiet", "--layer", "conformance", pdf)
                    read = [text for picture in sheets.pictures(pdf) for text, _ in sheets.zxing(sheets.worn(picture, 0.8))]
                    self.assertEqual(len(set(read)), 9, read)
                    text = sheets.text_of(pdf)
                    for address in read:
                        start, code = address.rsplit("/", 1)
                        self.assertEqual(start, f"https://{HOST.upper()}/Q/{counter}")
                        self.assertEqual(text.count(f"{code[:5]}-{code[5:10]}-{code[10:]}"), 1)
                    self.assertEqual(text.count(f"{HOST}/Q/{counter}"), 9 * (2 if language == "both" else 1))
                    for fact in {"vi": ["mật khẩu", "22/12/2026"], "en": ["passwords", "22 December 2026"]}.get(language, ["22/12/2026"]):
                        self.assertEqual(text.count(sheets.bare(fact)), 9)


class HardContent(unittest.TestCase):
    """Content that is longer than anybody plans for."""

    def test_long_names_fit(self):
        content = Content()
        self.addCleanup(content.close)
        capitals = "ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN THỊ MỸ LỆ Ễ Ộ Ặ Ẫ – ĐƯỜNG NGUYỄN HUỆ"
        content.edit(f"agencies/{WARD}/agency.yaml", lambda text: text.replace("Ủy ban nhân dân phường Ví Dụ\"", capitals + '"', 1))
        name = "Quầy {n} – Tiếp nhận và trả kết quả về đất đai, xây dựng, môi trường, hộ tịch, chứng thực, hộ kinh doanh và giảm nghèo bền vững"
        lines = ["counters:"]
        for n in range(1, 13):
            lines.append(f'  - {{id: quay-{n}, name: "{name.format(n=n)}", handles: {{fields: [ho-tich], codes: [], except: []}}}}')
        (content.site / f"agencies/{WARD}/counters.yaml").write_text("\n".join(lines) + "\n")
        (content.site / f"agencies/{WARD}/counters.en.yaml").unlink()
        content.niemyet("codes", "assign")
        tail = sheets.bare(name.split(" – ")[1])
        codes = [content.code(f"{WARD}/quay-{n}") for n in range(1, 13)]
        grouped = [f"{code[:3]}-{code[3:]}" for code in codes]
        for kind in ("posters", "tents", "labels", "survey", "notice"):
            for language in ("vi", "both"):
                with self.subTest(kind=kind, language=language):
                    pdf = content.printed(kind, "--agency", WARD, "--language", language)
                    inside(self, pdf)
                    pages = sheets.page_texts(pdf)
                    if kind == "notice":
                        self.assertEqual(len(pages), 1)
                        continue
                    if kind == "posters":
                        # The list of so many long names goes on on a second page, and no row of it is torn.
                        cover, pages = pages[:2], pages[2:]
                        for page in cover:
                            self.assertEqual(page.count(tail), sum(code in page for code in grouped), "a torn row")
                        self.assertEqual(sum(page.count(tail) for page in cover), 12)
                    # A slip has a page in each language.
                    twice = 2 if kind == "survey" and language == "both" else 1
                    wanted = [n for n in range(1, 13) for _ in range(twice)]
                    self.assertEqual(len(pages), len(wanted))
                    for n, page in zip(wanted, pages):
                        self.assertIn(grouped[n - 1], page)
                        self.assertRegex(page, rf"Quầy{n}\D")
                        self.assertGreaterEqual(page.count(tail), 21 if kind == "labels" else 1)

    def test_long_procedures_fit(self):
        content = Content()
        self.addCleanup(content.close)
        code = "1.000894"
        title = " ".join(["Thủ tục"] + [f"đăng ký kết hôn thứ {n} có yếu tố nước ngoài" for n in range(30)])[:1094]
        papers = [f'      - {{id: giay-{n}, name: "Giấy tờ số {n} chứng minh tình trạng hôn nhân", originals: 1, copies: 0}}' for n in range(94)]
        path = f"procedures/ho-tich/{code}.yaml"

        def harden(text):
            head, rest = text.split("\ncases:", 1)
            tail = rest.split("\n")
            end = next(at for at, line in enumerate(tail) if at and line and not line.startswith((" ", "#")))
            cases = ["  - id: dai", '    name: "Mọi trường hợp"', "    papers:", *papers, "  - {id: rong, name: \"Không cần giấy tờ\", papers: none}"]
            lines = (head + "\ncases:\n" + "\n".join(cases + tail[end:])).split("\n")
            return "\n".join(f'name: "{title}"' if line.startswith("name:") else line for line in lines)

        content.edit(path, harden)
        (content.site / f"procedures/ho-tich/{code}.en.yaml").unlink(missing_ok=True)
        for kind in (("board", "--counter", COUNTER), ("procedure", "--agency", WARD, "--procedure", code)):
            for language in ("vi", "en"):
                with self.subTest(kind=kind, language=language):
                    pdf = content.printed(*kind, "--language", language)
                    inside(self, pdf)
                    text = sheets.text_of(pdf)
                    if kind[0] == "board":
                        # The name alone is taller there than a page, so it goes on on the next one, with nothing lost.
                        self.assertEqual(rest_after(sheets.page_texts(pdf), sheets.bare(title), parts=2), "")
                    else:
                        self.assertIn(sheets.bare(title), text)
                    for n in range(94):
                        self.assertIn(sheets.bare(f"Giấy tờ số {n} chứng minh"), text, "a paper vanished")

    def test_a_broken_file_of_a_theme_is_named(self):
        content = Content()
        self.addCleanup(content.close)
        folder = content.place / "themes/default/print"
        folder.mkdir(parents=True)
        shutil.copy(sheets.ROOT / "themes/default/print/poster.typ", folder)
        poster = folder / "poster.typ"
        lines = poster.read_text().splitlines()
        poster.write_text("\n".join([*lines[:3], "#let broken = unknown-name", *lines[3:]]))
        said = content.niemyet("print", "posters", "--counter", COUNTER, "-o", content.place / "a.pdf", status=2, themes="themes")
        self.assertIn("print/poster.typ:4:15: unknown variable: unknown-name", said)


class TheLog(unittest.TestCase):
    """What was printed is remembered, and what hangs is never orphaned."""

    def test_only_what_changed_is_printed_again(self):
        content = Content()
        self.addCleanup(content.close)
        out = content.place / "out"
        content.niemyet("print", "posters", "--agency", WARD, "--record", "-o", out)
        self.assertIn("0 sheets", content.niemyet("print", "posters", "--agency", WARD, "--stale", "-o", out))
        content.edit(f"agencies/{WARD}/counters.yaml", lambda text: text.replace("Quầy 2 –", "Quầy số 2 –"))
        again = content.niemyet("print", "posters", "--agency", WARD, "--stale", "-o", out)
        self.assertIn("1 sheets", again)
        content.niemyet("print", "posters", "--agency", WARD, "--trial", "--record", "-o", out, status=2)

    def test_a_new_address_needs_a_redirect(self):
        content = Content()
        self.addCleanup(content.close)
        content.niemyet("print", "posters", "--agency", WARD, "--record", "-o", content.place / "out")
        content.edit("site.yaml", lambda text: text.replace(HOST, "dichvu.minhhoa.gov.vn"))
        report = json.loads(content.niemyet("check", "--format", "json", status=1))
        self.assertIn("N511", json.dumps(report))
        content.edit("site.yaml", lambda text: text + f'redirects_from: ["https://{HOST}"]\n')
        content.niemyet("check")

    def test_a_lost_code_is_refused_and_a_replaced_one_is_not(self):
        content = Content()
        self.addCleanup(content.close)
        content.niemyet("print", "posters", "--counter", COUNTER, "--record", "-o", content.place / "out")
        content.niemyet("codes", "replace", COUNTER)
        content.niemyet("codes", "retire", "phuong-vi-du/quay-4", "--successor", COUNTER)
        content.niemyet("check")
        content.edit("printed-codes.yaml", lambda text: "\n".join(line for line in text.split("\n") if "5XWFRM7" not in line))
        self.assertIn("N512", content.niemyet("check", "--format", "json", status=1))


if __name__ == "__main__":
    unittest.main()
