"""Makes sheets with the program and looks at them with tools that are not ours."""

import functools
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import numpy
import yaml
import zxingcpp
from PIL import Image, ImageFilter

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("NIEMYET_BIN", str(ROOT / "target/debug/niemyet"))
HOST = "niemyet.minhhoa.gov.vn"


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


class Content:
    """A copy of the sample content at an address that print may carry."""

    def __init__(self):
        self.place = Path(tempfile.mkdtemp(prefix="niemyet-print-"))
        self.site = self.place / "site"
        shutil.copytree(ROOT / "site-content", self.site)
        self.edit("site.yaml", lambda text: text.replace("niemyet.minhhoa.example", HOST))

    def close(self):
        shutil.rmtree(self.place)

    def edit(self, name, change):
        path = self.site / name
        path.write_text(change(path.read_text()))

    def niemyet(self, *arguments, status=0, themes="no-such-folder"):
        command = [PROGRAM, "--site", self.site, "--output", self.place / "output", "--lang", "en"]
        command += ["--data", self.place / "var", "--themes", self.place / themes, *arguments]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def printed(self, *arguments):
        """Prints into one PDF and gives its path."""
        path = self.place / ("-".join(part.replace("/", "-").lstrip("-") for part in arguments) + ".pdf")
        self.niemyet("print", *arguments, "--as-of", "2026-11-22", "-o", path)
        return path

    def yaml(self, name):
        return yaml.safe_load((self.site / name).read_text())

    def code(self, counter):
        """The one code of a counter in the book of codes."""
        (one,) = [one["code"] for one in self.yaml("printed-codes.yaml")["codes"] if one["counter"] == counter]
        return one

    def handled(self, counter):
        """The procedures that a counter handles and its agency has announced, read from the files themselves."""
        agency, name = counter.split("/")
        counters = self.yaml(f"agencies/{agency}/counters.yaml")["counters"]
        handles = next(one for one in counters if one["id"] == name)["handles"]
        announced = self.yaml(f"agencies/{agency}/agency.yaml")["announced"]["codes"]
        files = [path for path in (self.site / "procedures").glob("*/*.yaml") if not path.name.endswith(".en.yaml")]
        return {
            path.stem: self.yaml(path.relative_to(self.site))
            for path in sorted(files)
            if path.stem in announced and path.stem not in handles["except"]
            and (path.parent.name in handles["fields"] or path.stem in handles["codes"])
        }


def words_of(pdf):
    """Every word as (page, page width, page height, x0, y0, x1, y1, text)."""
    page, found = 0, []
    for line in run("pdftotext", "-bbox", pdf, "-").splitlines():
        if size := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            page, wide, high = page + 1, float(size[1]), float(size[2])
        elif word := re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line):
            found.append((page, wide, high, *(float(word[at]) for at in range(1, 5)), word[5]))
    return found


def text_of(pdf):
    """The text in the order of its cells, without any blanks: lines are broken anywhere."""
    return bare(run("pdftotext", "-raw", pdf, "-"))


def page_texts(pdf):
    """The same for each page by itself."""
    return [bare(page) for page in run("pdftotext", "-raw", pdf, "-").split("\f")[:-1]]


def bare(text):
    return re.sub(r"[\s\u200b]+", "", text.replace("\u2011", "-"))


def pages_of(pdf):
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf))[1])


@functools.cache
def pictures(pdf, dots=150):
    """Each page as a grey picture; drawn once, for all that look at it."""
    drawn = []
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-gray", "-r", dots, pdf, Path(folder) / "page")
        for path in sorted(Path(folder).iterdir()):
            with Image.open(path) as picture:
                drawn.append(picture.copy())
    assert len(drawn) == pages_of(pdf), pdf
    return drawn


def zxing(picture):
    """What each symbol of a page says, with the place where it stands."""
    return [(one.text, one.position) for one in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def zbar(picture, places, folder):
    """What each symbol says to the other reader, one picture each: on a page of many it overlooks some."""
    files = []
    for at, place in enumerate(places):
        corners = [place.top_left, place.top_right, place.bottom_left, place.bottom_right]
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        files.append(folder / f"symbol-{at}.png")
        picture.crop((min(across) - 14, min(down) - 14, max(across) + 14, max(down) + 14)).save(files[-1])
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True).stdout.split() if files else []


def worn(picture, sigma):
    """As a poor camera in poor light sees it: blurred, black at 90 and white at 200."""
    blurred = picture.filter(ImageFilter.GaussianBlur(sigma))
    return Image.fromarray((90 + numpy.asarray(blurred, dtype=float) * 110 / 255).astype("uint8"))


def is_nfc(text):
    return unicodedata.is_normalized("NFC", text)
